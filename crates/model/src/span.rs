//! Places in a text.

use serde::{Deserialize, Serialize};

/// A stretch of a text with what stands there.
///
/// `start` and `end` count Unicode code points from the beginning of the text; `end` is exclusive; `quote` is exactly
/// that slice.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The slice itself.
    pub quote: String,
}

impl Span {
    /// Whether the two stretches share at least one code point.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A stretch of text that is the announcement itself, not navigation, lists of links or a footer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// BCP 47 tag of the language this stretch is written in, where it could be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}
