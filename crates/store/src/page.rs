//! Lists come in pages.

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// A cursor from [`PageOf::next`] or [`PageOf::previous`]; the beginning of the list without one.
    pub after: Option<String>,
    /// How many items at most; held between 1 and 500.
    pub limit: u64,
}

impl Default for Page {
    /// The first 50.
    fn default() -> Self {
        Self { after: None, limit: 50 }
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageOf<T> {
    /// The items, in the order of the list.
    pub items: Vec<T>,
    /// The cursor of the page after this one.
    pub next: Option<String>,
    /// The cursor of the page before this one.
    pub previous: Option<String>,
    /// Number of items on all pages together.
    pub total: i64,
}
