//! The steps of a reading, for those who measure where the time goes.

/// A step of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The folded copy, and every word of the data files in it.
    Words,
    /// The body told from what stands around it, and its language.
    Body,
    /// Title, date of publication, publisher.
    Head,
    /// Every number expression.
    Quantities,
    /// Sentences and clauses.
    Sentences,
    /// Organisations.
    Organisations,
    /// Events.
    Events,
    /// Projects.
    Projects,
    /// Figures.
    Figures,
    /// Parties, remarks, and the answer put together.
    Answer,
}

impl Layer {
    /// All of them, in the order in which they are done.
    pub const ALL: [Self; 10] = [
        Self::Words,
        Self::Body,
        Self::Head,
        Self::Quantities,
        Self::Sentences,
        Self::Organisations,
        Self::Events,
        Self::Projects,
        Self::Figures,
        Self::Answer,
    ];
}
