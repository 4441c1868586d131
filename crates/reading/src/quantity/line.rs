//! A stretch of text made ready to be read: folded characters with the places they came from.

use super::class::{self, Cell, Class};
use super::fold;

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
}

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
    pub(super) fn fill(&mut self, text: &str, mut place: Place) -> Place {
        self.c.clear();
        self.classes.clear();
        self.at.clear();
        let cells = class::cells();
        let rest = text.get(place.byte..).unwrap_or_default();
        let near = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1).min(LONGEST);
        self.c.reserve(near);
        self.classes.reserve(near);
        let mut before = '\0';
        let mut chars = rest.chars();
        loop {
            let run = self.ascii(chars.as_str(), place);
            if run > 0 {
                place = Place { byte: place.byte + run, point: place.point + run };
                before = 'a';
                chars = chars.as_str()[run..].chars();
            }
            let Some(raw) = chars.next() else { break };
            if self.c.len() >= LONGEST && (!is_numeral(raw) || self.c.len() >= 2 * LONGEST) {
                break;
            }
            let cell = cells.get(raw as usize).copied().unwrap_or(Cell { folded: raw, class: Class::default() });
            if !cell.class.ignorable() {
                let wide = raw == '，' && matches!(before, '０'..='９');
                if self.c.len().is_multiple_of(STEP) {
                    self.at.push(place);
                }
                self.c.push(if wide { ',' } else { cell.folded });
                self.classes.push(cell.class);
            }
            before = raw;
            place.byte += raw.len_utf8();
            place.point += 1;
            if raw == '\n' {
                break;
            }
        }
        self.script = Count::of(&self.classes);
        place
    }

    /// Takes the ASCII with which these words begin, up to the end of the line, and returns how much it was.
    fn ascii(&mut self, words: &str, place: Place) -> usize {
        let cells = class::cells();
        let room = LONGEST.saturating_sub(self.c.len());
        let run = words.bytes().take(room).take_while(|byte| byte.is_ascii() && *byte != b'\n').count();
        if run < 2 {
            return 0;
        }
        let (from, to) = (self.c.len(), self.c.len() + run);
        for noted in (from.next_multiple_of(STEP)..to).step_by(STEP) {
            self.at.push(Place { byte: place.byte + noted - from, point: place.point + noted - from });
        }
        let run = &words.as_bytes()[..run];
        self.c.extend(run.iter().map(|byte| char::from(*byte)));
        self.classes.extend(run.iter().map(|byte| cells[usize::from(*byte)].class));
        run.len()
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

fn is_numeral(c: char) -> bool {
    fold::fold(c).is_ascii_digit() || matches!(c, '.' | ',') || crate::quantity::class::of(fold::fold(c)).numeral()
}
