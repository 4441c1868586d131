//! A text by code points, with its lines and sentences.

use std::ops::Range;

/// A text that can be asked what stands where. Places count code points and may lie outside: they are cut to the text.
#[derive(Debug)]
pub(crate) struct Prose {
    folded: Vec<char>,
    lines: Vec<usize>,
    sentences: Vec<usize>,
}

impl Prose {
    pub(crate) fn new(text: &str) -> Self {
        let mut prose = Self { folded: Vec::with_capacity(text.len()), lines: Vec::new(), sentences: Vec::new() };
        // A Latin full stop, until what follows it is known.
        let mut stop = false;
        for raw in text.chars() {
            if is_plain(raw) {
                prose.folded.push(raw);
                stop = false;
                continue;
            }
            let (at, c) = (prose.folded.len(), fold(raw));
            if stop && c.is_whitespace() && ends_word(&prose.folded[..at - 1]) {
                prose.sentences.push(at);
            }
            stop = c == '.';
            prose.folded.push(c);
            match c {
                '\n' => {
                    prose.lines.push(at + 1);
                    prose.sentences.push(at + 1);
                }
                '。' | '!' | '?' | '｡' => prose.sentences.push(at + 1),
                _ => (),
            }
        }
        let end = prose.folded.len();
        for ends in [&mut prose.lines, &mut prose.sentences] {
            if ends.last() != Some(&end) {
                ends.push(end);
            }
        }
        prose
    }

    /// The line around a place, without its line break.
    pub(crate) fn line(&self, at: usize) -> Range<usize> {
        let around = stretch(&self.lines, at, self.folded.len());
        let broken = around.end > around.start && self.folded[around.end - 1] == '\n';
        around.start..around.end - usize::from(broken)
    }

    /// The sentence around a place, with its full stop.
    pub(crate) fn sentence(&self, at: usize) -> Range<usize> {
        stretch(&self.sentences, at, self.folded.len())
    }

    /// The lines after a place that are not blank, at most `most` of them.
    pub(crate) fn lines_after(&self, at: usize, most: usize) -> Vec<Range<usize>> {
        let first = self.lines.partition_point(|end| *end <= at) + 1;
        (first..self.lines.len())
            .map(|index| self.line(self.lines[index - 1]))
            .filter(|line| !self.is_blank(line.clone()))
            .take(most)
            .collect()
    }

    /// The characters of a stretch, in small letters, full-width forms as plain ones.
    pub(crate) fn chars(&self, stretch: Range<usize>) -> &[char] {
        let end = stretch.end.min(self.folded.len());
        &self.folded[stretch.start.min(end)..end]
    }

    /// Where one of the words stands first in a stretch: its place and its length. Latin words stand alone.
    pub(crate) fn find(&self, stretch: Range<usize>, words: &[&str]) -> Option<Range<usize>> {
        self.all(stretch, words).min_by_key(|found| (found.start, usize::MAX - found.end))
    }

    /// Where one of the words stands last in a stretch.
    pub(crate) fn find_last(&self, stretch: Range<usize>, words: &[&str]) -> Option<Range<usize>> {
        self.all(stretch, words).max_by_key(|found| (found.end, usize::MAX - found.start))
    }

    /// Every place of the words. Most places are passed by for their first character.
    fn all<'a>(&'a self, stretch: Range<usize>, words: &'a [&str]) -> impl Iterator<Item = Range<usize>> + 'a {
        let (offset, window) = (stretch.start, self.chars(stretch));
        let firsts = words.iter().filter_map(|word| word.chars().next()).fold(0, |set, first| set | bit(first));
        let places = window.iter().enumerate().filter(move |(_, char)| firsts & bit(**char) != 0).map(|(at, _)| at);
        let found = places.flat_map(move |at| {
            let lengths = words.iter().filter_map(move |word| length_of(word, &window[at..]));
            lengths.map(move |length| offset + at..offset + at + length)
        });
        found.filter(|place| self.stands_alone(place))
    }

    fn stands_alone(&self, place: &Range<usize>) -> bool {
        let latin = |at: usize| self.folded.get(at).is_some_and(char::is_ascii_alphabetic);
        let before = place.start > 0 && latin(place.start - 1) && latin(place.start);
        let after = place.end > place.start && latin(place.end - 1) && latin(place.end);
        !before && !after
    }

    fn is_blank(&self, stretch: Range<usize>) -> bool {
        self.chars(stretch).iter().all(|c| c.is_whitespace())
    }
}

/// One of 128 bits for a character.
fn bit(c: char) -> u128 {
    1 << (u32::from(c) & 127)
}

/// The length of the word in characters, where these begin with it.
fn length_of(word: &str, chars: &[char]) -> Option<usize> {
    let mut length = 0;
    for letter in word.chars() {
        if chars.get(length) != Some(&letter) {
            return None;
        }
        length += 1;
    }
    (length > 0).then_some(length)
}

/// Thai, and the letters of China and Japan: what has no capitals, and ends nothing.
const fn is_plain(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0E7F}' | '\u{3041}'..='\u{9FFF}')
}

/// One character for one: small letters, full-width forms plain, so that places stay what they are.
fn fold(c: char) -> char {
    let plain = match c {
        '\0'..='\u{7F}' => return c.to_ascii_lowercase(),
        // Thai and what is written in China and Japan knows no capitals.
        '\u{0E00}'..='\u{0E7F}' | '\u{3001}'..='\u{9FFF}' => return c,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    };
    let mut small = plain.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        _ => plain,
    }
}

fn stretch(ends: &[usize], at: usize, length: usize) -> Range<usize> {
    let index = ends.partition_point(|end| *end <= at);
    let start = if index == 0 { 0 } else { ends[index - 1] };
    start..ends.get(index).copied().unwrap_or(length).max(start)
}

/// Whether a full stop behind this ends a sentence: it stands behind a word of four letters or more (no `Nov.`, no `4.5`), or
/// behind a number.
fn ends_word(before: &[char]) -> bool {
    let letters = || before.iter().rev().take(4).take_while(|c| c.is_alphanumeric()).count();
    before.last().is_some_and(char::is_ascii_digit) || letters() == 4
}

#[cfg(test)]
mod tests {
    use super::Prose;

    #[test]
    fn prose_lines_and_sentences_cover_the_text() {
        let prose = Prose::new("甲。乙\n\n丙 no. 5 done. Next");
        assert_eq!(prose.line(0), 0..3);
        assert_eq!(prose.sentence(0), 0..2);
        assert_eq!(prose.sentence(2), 2..4);
        assert_eq!(prose.lines_after(1, 9), vec![5..23]);
        assert_eq!(prose.sentence(12), 5..18);
        assert_eq!(prose.line(999), 23..23);
    }

    #[test]
    fn fold_what_has_no_capitals_is_as_unicode_has_it() {
        for c in ('\0'..='\u{7F}').chain('\u{0E00}'..='\u{0E7F}').chain('\u{3001}'..='\u{9FFF}') {
            assert_eq!(super::fold(c).to_string(), c.to_lowercase().to_string(), "{c:?}");
        }
    }

    #[test]
    fn prose_find_longest_of_those_that_begin_together() {
        let prose = Prose::new("其中包括甲,其中乙");
        assert_eq!(prose.find(0..99, &["其中", "其中包括", ""]), Some(0..4));
        assert_eq!(prose.find_last(0..99, &["其中包括", "其中"]), Some(6..8));
    }

    #[test]
    fn prose_find_latin_word_stands_alone() {
        let prose = Prose::new("Roof which? OF WHICH 其中");
        assert_eq!(prose.find(0..99, &["of which"]), Some(12..20));
        assert_eq!(prose.find_last(0..99, &["of which", "其中"]), Some(21..23));
        assert_eq!(prose.find(0..5, &["其中"]), None);
    }
}
