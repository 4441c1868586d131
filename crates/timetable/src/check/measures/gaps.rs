//! Breaks and idle slots.

use super::agenda::{Neighbours, Sessions};
use crate::check::Seen;

/// How often there is a slot between two meetings that follow each other in one session. A slot in which the participant
/// is unavailable is one as well.
pub(super) fn breaks(neighbours: &[Neighbours<'_, '_>]) -> u64 {
    neighbours.iter().filter(|two| two.to > two.from + 1).count() as u64
}

/// The slots between a participant's first and last meeting of a session in which they are free.
pub(super) fn idle_slots(seen: &Seen<'_>, sessions: &Sessions) -> u64 {
    let mut idle = 0;
    for (one, agenda) in seen.everyone() {
        let neighbours = sessions.neighbours(&agenda);
        let between = neighbours.iter().flat_map(|two| sessions.between(two));
        let slots = between.filter_map(|slot| seen.instance.slots.get(*slot));
        idle += slots.filter(|slot| !one.unavailable.contains(&slot.id)).count() as u64;
    }
    idle
}
