//! A stretch of text made ready to be read: folded characters with the places they came from.

use super::fold;

/// Stretches longer than this are cut. It bounds memory whatever the length of a line.
const LONGEST: usize = 1 << 16;

/// One stretch of text.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The folded characters; invisible ones are left out.
    pub(super) c: Vec<char>,
    /// For each of them: its first byte and its code point number in the whole text.
    at: Vec<(usize, usize)>,
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
        self.at.clear();
        let table = fold::table();
        let rest = text.get(place.byte..).unwrap_or_default();
        let mut before = '\0';
        for raw in rest.chars() {
            if self.c.len() >= LONGEST && !is_numeral(raw) || self.c.len() >= 2 * LONGEST {
                break;
            }
            if !fold::ignorable(raw) {
                let wide = raw == '，' && matches!(before, '０'..='９');
                self.c.push(if wide { ',' } else { table.get(raw as usize).copied().unwrap_or(raw) });
                self.at.push((place.byte, place.point));
            }
            before = raw;
            place.byte += raw.len_utf8();
            place.point += 1;
            if raw == '\n' {
                break;
            }
        }
        place
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
        let first = self.at.get(start)?;
        let last = self.at.get(end.checked_sub(1)?)?;
        let width = text.get(last.0..)?.chars().next()?.len_utf8();
        (first.0 <= last.0).then_some((first.0..last.0 + width, (first.1, last.1 + 1)))
    }
}

fn is_numeral(c: char) -> bool {
    fold::fold(c).is_ascii_digit() || matches!(c, '.' | ',') || crate::quantity::class::of(fold::fold(c)).numeral()
}
