//! Participants and interpreters are at venues that exist.

use super::ids::Ids;
use super::venues::zone;
use crate::instance::Instance;
use crate::refusal::Refusals;

pub(super) fn hold(instance: &Instance, slots: &Ids<'_>, venues: &Ids<'_>, found: &mut Refusals) {
    for (at, one) in instance.participants.iter().enumerate() {
        venues.find_if(one.venue.as_ref(), || format!("participants[{at}].venue"), found);
        zone(one.time_zone.as_ref(), || format!("participants[{at}].time_zone"), found);
        slots.find_all(&one.unavailable, || format!("participants[{at}].unavailable"), found);
    }
    Ids::of("interpreters", "interpreter", instance.interpreters.iter().map(|one| &one.id), found);
    for (at, one) in instance.interpreters.iter().enumerate() {
        venues.find_if(one.venue.as_ref(), || format!("interpreters[{at}].venue"), found);
        slots.find_all(&one.unavailable, || format!("interpreters[{at}].unavailable"), found);
    }
}
