//! A stretch of text made ready to be read: folded characters with the places they came from.

use super::class::{self, Class};
use super::fold;
use super::item::Number;
use std::cell::Cell;

/// Stretches longer than this are cut. It bounds memory whatever the length of a line.
const LONGEST: usize = 1 << 16;

/// So many characters lie between two whose places are noted.
const STEP: usize = 8;

/// One stretch of text.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The folded characters; invisible ones are left out.
    pub(super) c: Vec<char>,
    /// The class of each.
    classes: Vec<Class>,
    /// For every so many of them: the first byte and the code point number in the whole text.
    at: Vec<Place>,
    pub(super) script: Count,
    /// The numerals read last, by place: several rules ask for the one at a place.
    numerals: [Cell<Option<Numeral>>; NUMERALS],
}

/// A place, whether it was read as Chinese, and the numeral that begins there.
type Numeral = (usize, bool, Option<Number>);

/// How many numerals are kept.
const NUMERALS: usize = 4;

/// How many characters of each writing a line has.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Count {
    pub(super) kana: usize,
    pub(super) han: usize,
    pub(super) thai: usize,
    /// Particles of Japanese behind Chinese or Japanese writing.
    pub(super) particles: usize,
}

impl Count {
    fn of(classes: &[Class]) -> Self {
        let many = |of: fn(Class) -> bool| classes.iter().map(|class| usize::from(of(*class))).sum();
        let kana = many(Class::kana);
        let behind = |two: &[Class]| usize::from(two[0].cjk() && two[1].particle());
        let particles = if kana == 0 { 0 } else { classes.windows(2).map(behind).sum() };
        Self { kana, han: many(Class::han), thai: many(Class::thai), particles }
    }
}

/// Where reading of the text stands.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Place {
    /// Next byte.
    pub(super) byte: usize,
    /// Next code point.
    pub(super) point: usize,
}

impl Line {
    /// Fills the line from `text` at `place` and returns the place after it. A line ends at a line feed, or where it
    /// grows too long.
    pub(super) fn fill(&mut self, text: &str, place: Place) -> Place {
        self.at.clear();
        self.numerals = Default::default();
        let rest = text.get(place.byte..).unwrap_or_default();
        let near = rest.get(..floor(rest, 8 * LONGEST)).unwrap_or(rest);
        let end = memchr::memchr(b'\n', near.as_bytes()).map_or(near.len(), |end| end + 1);
        let whole = near.get(..end).unwrap_or_default();
        let line = if end <= LONGEST { whole } else { cut(whole) };
        let ascii = line.is_ascii();
        let (length, points) = if ascii { self.fill_ascii(line, place) } else { self.fill_any(line, place) };
        self.c.truncate(length);
        self.classes.truncate(length);
        self.script = if ascii { Count::default() } else { Count::of(&self.classes) };
        Place { byte: place.byte + line.len(), point: place.point + points }
    }

    /// Takes these characters, and returns how many were taken and how many they were.
    fn fill_any(&mut self, line: &str, place: Place) -> (usize, usize) {
        let cells = class::cells();
        self.c.resize(line.len(), '\0');
        self.classes.resize(line.len(), Class::default());
        let (c, classes) = (self.c.as_mut_slice(), self.classes.as_mut_slice());
        let (mut taken, mut points, mut before) = (0, 0, '\0');
        for (at, raw) in line.char_indices() {
            let cell = cells.get(raw as usize).copied();
            let (folded, class) = cell.map_or((raw, Class::default()), |cell| (cell.folded(raw), cell.class));
            if !class.ignorable() {
                if taken % STEP == 0 {
                    self.at.push(Place { byte: place.byte + at, point: place.point + points });
                }
                let wide = raw == '，' && matches!(before, '０'..='９');
                c[taken] = if wide { ',' } else { folded };
                classes[taken] = class;
                taken += 1;
            }
            before = raw;
            points += 1;
        }
        (taken, points)
    }

    /// The same of ASCII, of which everything is taken as it is.
    fn fill_ascii(&mut self, line: &str, place: Place) -> (usize, usize) {
        let cells = class::cells();
        self.c.clear();
        self.classes.clear();
        self.c.extend(line.bytes().map(char::from));
        self.classes.extend(line.bytes().map(|byte| cells[usize::from(byte)].class));
        let noted = (0..line.len()).step_by(STEP);
        self.at.extend(noted.map(|at| Place { byte: place.byte + at, point: place.point + at }));
        (line.len(), line.len())
    }

    /// The numeral at `i`, which is read once only.
    pub(super) fn numeral(&self, i: usize, chinese: bool, read: impl FnOnce() -> Option<Number>) -> Option<Number> {
        let kept = &self.numerals[i % NUMERALS];
        match kept.get() {
            Some((place, of, number)) if place == i && of == chinese => number,
            _ => {
                let number = read();
                kept.set(Some((i, chinese, number)));
                number
            }
        }
    }

    /// The first place from `i` at which an expression may begin.
    pub(super) fn trigger(&self, i: usize) -> Option<(usize, Class)> {
        let ahead = self.classes.get(i..)?;
        let far = ahead.iter().position(|class| class.trigger())?;
        Some((i + far, ahead[far]))
    }

    /// The character at `i`; NUL outside of the line.
    pub(super) fn get(&self, i: usize) -> char {
        self.c.get(i).copied().unwrap_or('\0')
    }

    /// The class of the character at `i`; that of NUL outside of the line.
    pub(super) fn class(&self, i: usize) -> Class {
        self.classes.get(i).copied().unwrap_or_default()
    }

    /// The character before `i`; NUL at the start.
    pub(super) fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\0', |i| self.get(i))
    }

    /// Whether `word` (already folded) stands at `i`.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(k, w)| self.get(i + k) == w)
    }

    /// Whether `word` (already folded) ends just before `i`.
    pub(super) fn ends(&self, i: usize, word: &str) -> bool {
        i.checked_sub(word.chars().count()).is_some_and(|start| self.is(start, word))
    }

    /// The place after at most three plain spaces.
    pub(super) fn space(&self, i: usize) -> usize {
        (i..i + 3).take_while(|&k| self.get(k) == ' ').count() + i
    }

    /// The place before at most three plain spaces.
    pub(super) fn space_back(&self, i: usize) -> usize {
        let mut i = i;
        for _ in 0..3 {
            if self.before(i) == ' ' {
                i -= 1;
            }
        }
        i
    }

    /// Bytes and code points in the text of the stretch `start..end` of this line.
    pub(super) fn spot(
        &self,
        text: &str,
        start: usize,
        end: usize,
    ) -> Option<(std::ops::Range<usize>, (usize, usize))> {
        let (first, _) = self.place(text, start)?;
        let (last, width) = self.place(text, end.checked_sub(1)?)?;
        (first.byte <= last.byte).then_some((first.byte..last.byte + width, (first.point, last.point + 1)))
    }

    /// Where the character at `i` stands in the text, and its length there.
    fn place(&self, text: &str, i: usize) -> Option<(Place, usize)> {
        self.c.get(i)?;
        let mut place = *self.at.get(i / STEP)?;
        let mut visible = 0;
        for raw in text.get(place.byte..)?.chars() {
            let counts = !fold::ignorable(raw);
            if counts && visible == i % STEP {
                return Some((place, raw.len_utf8()));
            }
            visible += usize::from(counts);
            place.byte += raw.len_utf8();
            place.point += 1;
        }
        None
    }
}

/// As much of a line that is too long as is read at once; numerals are not cut soon.
fn cut(line: &str) -> &str {
    let mut visible = 0;
    let stops = |(_, raw): &(usize, char)| {
        let long = visible >= LONGEST && (!is_numeral(*raw) || visible >= 2 * LONGEST);
        visible += usize::from(!fold::ignorable(*raw));
        long
    };
    line.char_indices().find(stops).map_or(line, |(end, _)| &line[..end])
}

/// The last byte up to this one at which a character begins.
fn floor(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn is_numeral(c: char) -> bool {
    fold::fold(c).is_ascii_digit() || matches!(c, '.' | ',') || crate::quantity::class::of(fold::fold(c)).numeral()
}
