//! Changes of table.

use super::agenda::{Neighbours, Sessions};
use crate::check::Seen;
use crate::instance::Mode;

/// How often a participant's next meeting of a session is at another table of the same onsite venue.
pub(super) fn table_changes(seen: &Seen<'_>, sessions: &Sessions) -> u64 {
    let changes = seen.everyone().map(|(_, agenda)| {
        let neighbours = sessions.neighbours(&agenda);
        neighbours.iter().filter(|two| is_change(two)).count() as u64
    });
    changes.sum()
}

fn is_change(two: &Neighbours<'_, '_>) -> bool {
    let [one, next] = two.pair;
    one.venue.id == next.venue.id && one.venue.mode == Mode::Onsite && one.said.table != next.said.table
}
