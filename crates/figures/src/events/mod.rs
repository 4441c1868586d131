//! One event told of by several announcements, in whatever language.

use rust_decimal::Decimal;
use samesky_model::date::PartialDate;
use samesky_model::reading::{EventType, FigureClaim, Measure};

/// What is known of an event, from one announcement or from the ledger.
#[derive(Debug, Clone)]
pub struct EventFacts<'a> {
    /// What kind of event.
    pub kind: EventType,
    /// Its names, as written.
    pub names: Vec<&'a str>,
    /// When it was held.
    pub date: Option<PartialDate>,
    /// Where, as canonical keys. A key that begins with another and `/`, `-`, `:` or `.` lies within it.
    pub place_keys: Vec<&'a str>,
    /// Between whom: canonical keys where known, else as written.
    pub parties: Vec<&'a str>,
    /// The cooperation zone it is about, as written.
    pub zone: Option<&'a str>,
    /// The figures that belong to it.
    pub figures: Vec<&'a FigureClaim>,
}

/// Whether two tellings are of one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SameEvent {
    /// They are.
    Same,
    /// They may be: an officer is asked.
    Ask,
    /// They are not.
    Different,
}

/// Why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// The dates agree, as far as both are stated.
    SameDate,
    /// The dates contradict one another.
    DateContradicts,
    /// A place is the same, or lies within the other. The key is the narrower one.
    SharedPlace(String),
    /// Both have places, and none in common.
    PlacesDisjoint,
    /// A name is the same.
    SameName,
    /// A name is much alike.
    SimilarName,
    /// The names say another year or another number in the series.
    EditionDiffers,
    /// A figure is the same.
    SameFigure {
        /// What is measured.
        measure: Measure,
        /// The number.
        value: Decimal,
    },
    /// A figure of the whole event differs. It is a contradiction to be shown and does not separate.
    DifferentFigure {
        /// What is measured.
        measure: Measure,
        /// In the one.
        a: Decimal,
        /// In the other.
        b: Decimal,
    },
    /// They are about the same zone.
    SharedZone,
    /// A party is the same.
    SharedParty(String),
    /// They are of kinds that are not held as one (a visit and a forum).
    KindsDiffer,
    /// The same organisation is named (projects only).
    SharedOrganisation(String),
}

/// What a comparison came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventMatch {
    /// Whether they are one event.
    pub verdict: SameEvent,
    /// How much speaks for it, 0 to 1000.
    pub score_permille: u16,
    /// Why, strongest kinds first.
    pub evidence: Vec<Evidence>,
}

/// Compares two tellings. The order of the two changes nothing but the sides of [`Evidence::DifferentFigure`].
#[must_use]
pub fn same_event(_a: &EventFacts<'_>, _b: &EventFacts<'_>) -> EventMatch {
    EventMatch { verdict: SameEvent::Different, score_permille: 0, evidence: Vec::new() }
}
