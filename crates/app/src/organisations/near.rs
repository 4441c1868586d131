//! The few records that a name which is being typed may mean, from the index of the search alone: as quick in a team of a million records as in one of ten.

use crate::error::AppError;
use samesky_model::id::{OrganisationId, TeamId};
use samesky_model::record::Scope;
use samesky_registry::find::{Question, stems};
use samesky_store::{self as store, listing};

/// Records that are looked at for one beginning of a term.
const EACH: u64 = 10;
/// Records that are read in all.
const MOST: usize = 120;
/// Names that are looked at: those that are typed, and others by which the same organisation is known.
const NAMES: usize = 12;

/// Records with a name that begins, sounds or is known like one of these; those that share most come first.
pub(super) async fn near(db: &dyn store::Db, team: TeamId, names: &[String]) -> Result<Vec<OrganisationId>, AppError> {
    let spaces = listing::spaces(db, team, Scope::Own).await?;
    let mut looked: Vec<String> = Vec::new();
    let mut places: Vec<(i16, i32)> = Vec::new();
    for beginning in names.iter().take(NAMES).flat_map(|name| beginnings(name)) {
        if places.len() >= MOST || looked.contains(&beginning) {
            continue;
        }
        for term in listing::terms(db, &spaces, &beginning, None, EACH).await? {
            if !places.contains(&(term.space, term.number)) {
                places.push((term.space, term.number));
            }
        }
        looked.push(beginning);
    }
    let rows = listing::at(db, places.iter().copied(), listing::Order::Newest).await?;
    Ok(places.iter().filter_map(|place| rows.get(place).map(|row| row.organisation)).collect())
}

/// The beginnings of terms of a name, the most telling first.
fn beginnings(name: &str) -> Vec<String> {
    let one = |stem: String| match Question::parse(&stem).words.as_slice() {
        [word] => word.beginnings.clone(),
        _ => Vec::new(),
    };
    stems(name).into_iter().flat_map(one).collect()
}
