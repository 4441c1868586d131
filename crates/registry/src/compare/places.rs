//! How the places in two names stand to one another.

use crate::lexicon::{Lexicon, covers};
use crate::name::{Name, segment};

/// What the places of two names say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlaceRelation {
    /// The same, or none.
    Same,
    /// The same, elsewhere in the name.
    Moved,
    /// In front of one name only.
    OneLead,
    /// In brackets or behind, on one side only.
    OneTail,
    /// Two places, in front of the names.
    OtherLead,
    /// Two places, at least one of them in brackets or behind.
    OtherTail,
}

pub(super) fn relation(one: &Name, other: &Name) -> PlaceRelation {
    if one.lead == other.lead && one.tail == other.tail {
        return PlaceRelation::Same;
    }
    let (mut left, mut right) = (one.places(), other.places());
    left.sort_unstable();
    right.sort_unstable();
    if left == right {
        return PlaceRelation::Moved;
    }
    let tail = !(one.tail.is_empty() && other.tail.is_empty());
    match (left.is_empty() || right.is_empty(), tail) {
        (true, true) => PlaceRelation::OneTail,
        (true, false) => PlaceRelation::OneLead,
        (false, true) => PlaceRelation::OtherTail,
        (false, false) => PlaceRelation::OtherLead,
    }
}

/// Whether the places of both names lie in one province: an organisation there may have moved, or have a sister.
pub(super) fn same_region(one: &Name, other: &Name) -> bool {
    let regions =
        |name: &Name| name.places().iter().filter_map(|place| region(place)).map(str::to_owned).collect::<Vec<_>>();
    let (left, right) = (regions(one), regions(other));
    left.iter().any(|region| right.contains(region))
}

/// `CN-SC` of `CN-SC/chengdu`; nothing for a country/region by itself.
fn region(place: &str) -> Option<&str> {
    place.split('/').next().filter(|region| region.len() > 2)
}

/// The narrowest places in a text that gives a place (广东省东莞市). A place that is in no table is its own text.
pub(super) fn places_of(text: &str) -> Vec<String> {
    let lexicon = Lexicon::get();
    let folded = crate::fold::fold(text);
    let rows = segment(lexicon, &folded).into_iter().filter_map(|piece| piece.places().next());
    let all: Vec<String> = rows.map(|row| lexicon.places.key(row).to_owned()).collect();
    let narrow = |key: &&String| !all.iter().any(|other| other != *key && covers(key, other));
    let known: Vec<String> = all.iter().filter(narrow).cloned().collect();
    if known.is_empty() && !folded.is_empty() { vec![format!("?{}", crate::name::compact(&folded))] } else { known }
}

/// Whether two lists of places speak of one place: some place of one covers some place of the other.
pub(super) fn overlap(one: &[String], other: &[String]) -> bool {
    one.iter().any(|left| other.iter().any(|right| covers(left, right) || covers(right, left)))
}
