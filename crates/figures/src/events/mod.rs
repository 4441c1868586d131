//! One event told of by several announcements, in whatever language.

mod compare;
mod weigh;

use compare::{Dates, Kinds};
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

/// Compares two tellings. The order of the two changes nothing but the sides of [`Evidence::DifferentFigure`] and, where
/// parties or measures are written differently, the writing shown.
///
/// - A different year, month, edition or full date separates, and so does a visit from a meeting. Days that differ by one
///   are asked about where figures agree: one of them may be the day of the report.
/// - Places with none in common separate, unless the full date and a telling name (or two figures) are the same: then an
///   officer is asked.
/// - Date and place alone never make one event; a name, a figure or the zone must speak for it too.
/// - A different figure never separates.
#[must_use]
pub fn same_event(a: &EventFacts<'_>, b: &EventFacts<'_>) -> EventMatch {
    let (dates, date) = compare::dates(a.date, b.date);
    let (disjoint, place) = compare::places(a, b);
    let (name, figure, zone) = (compare::names(a, b), compare::figures(a, b), compare::zones(a, b));
    let party = compare::parties(a, b);
    let kinds = compare::kinds(a.kind, b.kind);
    let editions = compare::editions_differ(a, b);
    let identity = name.score.max(0) + figure.score.max(0) + zone.score;
    let limit = limit(kinds, dates, disjoint, editions, identity, figure.score);

    let weights = [date, place, name, figure, zone, party];
    let kind = if kinds == Kinds::Same { weigh::KIND } else { 0 };
    let score = weights.iter().map(|weight| weight.score).sum::<i32>() + kind;
    let mut evidence: Vec<Evidence> = weights.into_iter().flat_map(|weight| weight.evidence).collect();
    evidence.extend(editions.then_some(Evidence::EditionDiffers));
    evidence.extend((kinds == Kinds::Apart).then_some(Evidence::KindsDiffer));
    let verdict = by_score(score).max(limit);
    EventMatch { verdict, score_permille: u16::try_from(score.clamp(0, 1000)).unwrap_or(0), evidence }
}

fn by_score(score: i32) -> SameEvent {
    match score {
        weigh::SAME.. => SameEvent::Same,
        weigh::ASK.. => SameEvent::Ask,
        _ => SameEvent::Different,
    }
}

/// The best that can be said, whatever the score.
fn limit(kinds: Kinds, dates: Dates, disjoint: bool, editions: bool, identity: i32, figures: i32) -> SameEvent {
    let two_figures = figures >= 200;
    let separated = editions
        || kinds == Kinds::Apart
        || dates == Dates::Apart
        || (dates == Dates::Near && !two_figures)
        || (disjoint && (dates != Dates::Agree || identity < weigh::LIKE_NAME));
    let weak = disjoint || dates == Dates::Near || kinds == Kinds::Distant || identity < 80;
    let related = kinds == Kinds::Related && identity < 200;
    if separated {
        SameEvent::Different
    } else if weak || related {
        SameEvent::Ask
    } else {
        SameEvent::Same
    }
}
