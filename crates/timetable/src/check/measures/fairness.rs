//! What participants could have had and have not.

use crate::check::Seen;
use std::collections::HashMap;

/// The sum over participants of (could have had - has)²; what one could have had is the least of the meetings asked, the
/// free slots and `max_meetings`.
pub(super) fn fairness(seen: &Seen<'_>) -> u64 {
    let mut asked: HashMap<&str, u64> = HashMap::new();
    for id in seen.instance.meetings.iter().flat_map(|meeting| &meeting.participants) {
        *asked.entry(id).or_default() += 1;
    }
    let lacking = seen.everyone().map(|(one, agenda)| {
        let free = seen.instance.slots.iter().filter(|slot| !one.unavailable.contains(&slot.id)).count() as u64;
        let asked = asked.get(one.id.as_str()).copied().unwrap_or_default();
        let could = asked.min(free).min(one.max_meetings.map_or(free, u64::from));
        could.saturating_sub(agenda.len() as u64)
    });
    lacking.map(|lacking| lacking * lacking).sum()
}
