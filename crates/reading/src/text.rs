//! A text with the two things that every rule needs: code point offsets, and a folded copy to look words up in.

use crate::fold;
use samesky_model::span::Span;
use std::ops::Range;

/// How many bytes lie between two noted code point counts.
const STEP: usize = 64;

/// A text, its folded copy (same bytes, same offsets) and its code point counts.
pub(crate) struct Text<'a> {
    raw: &'a str,
    folded: String,
    counts: Vec<usize>,
}

impl<'a> Text<'a> {
    pub(crate) fn new(raw: &'a str) -> Self {
        Self { raw, folded: fold::fold(raw), counts: counts(raw.as_bytes()) }
    }

    /// The text as it came.
    pub(crate) fn raw(&self) -> &'a str {
        self.raw
    }

    /// The text in one writing: simplified characters, ASCII in lower case. Byte offsets are those of the raw text.
    pub(crate) fn folded(&self) -> &str {
        &self.folded
    }

    /// The raw words of a byte range; empty where the range is not on characters.
    pub(crate) fn slice(&self, bytes: &Range<usize>) -> &'a str {
        self.raw.get(bytes.clone()).unwrap_or_default()
    }

    /// The folded words of a byte range; empty where the range is not on characters.
    pub(crate) fn folded_slice(&self, bytes: &Range<usize>) -> &str {
        self.folded.get(bytes.clone()).unwrap_or_default()
    }

    /// Code points before this byte.
    pub(crate) fn chars_before(&self, byte: usize) -> usize {
        let byte = byte.min(self.raw.len());
        let step = byte / STEP;
        self.counts.get(step).copied().unwrap_or_default() + starts(&self.raw.as_bytes()[step * STEP..byte])
    }

    /// The span of a byte range.
    pub(crate) fn span(&self, bytes: &Range<usize>) -> Span {
        Span {
            start: self.chars_before(bytes.start),
            end: self.chars_before(bytes.end),
            quote: self.slice(bytes).to_owned(),
        }
    }

    /// The nearest byte at or before `byte` that starts a character.
    pub(crate) fn floor(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.raw.len());
        while !self.raw.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }

    /// The range without white space at its ends.
    pub(crate) fn trim(&self, bytes: &Range<usize>) -> Range<usize> {
        let words = self.slice(bytes);
        let start = bytes.start + (words.len() - words.trim_start().len());
        start..(start + words.trim().len())
    }
}

fn counts(bytes: &[u8]) -> Vec<usize> {
    let mut total = 0;
    let mut counts = vec![0];
    for chunk in bytes.chunks(STEP) {
        total += starts(chunk);
        counts.push(total);
    }
    counts
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_start(**byte)).count()
}

const fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::Text;
    use proptest::prelude::*;

    #[test]
    fn text_span_counts_code_points() {
        let text = Text::new("a日本é🎌b");
        let at = text.raw().find('🎌').expect("there");
        assert_eq!((text.span(&(at..at + 4)).start, text.span(&(at..at + 4)).end), (4, 5));
    }

    proptest! {
        #[test]
        fn text_offsets_agree_with_counting(raw in "\\PC{0,200}", pick in 0usize..200) {
            let text = Text::new(&raw);
            prop_assert_eq!(text.folded().len(), raw.len());
            if let Some((byte, _)) = raw.char_indices().nth(pick) {
                prop_assert_eq!(text.chars_before(byte), pick);
            }
        }
    }
}
