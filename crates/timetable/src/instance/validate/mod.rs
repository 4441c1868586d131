//! What an instance has to be before a plan is made of it.

mod ids;
mod limits;
mod meetings;
mod order;
mod people;
mod slots;
mod venues;

use crate::instance::{INSTANCE_FORMAT, Instance};
use crate::refusal::{Reason, Refusals};

pub(crate) use ids::Ids;
pub use limits::Limits;
pub(crate) use limits::MAX_BYTES;

/// Everything that is wrong with an instance; nothing, if plans can be made of it.
pub(crate) fn refusals(instance: &Instance) -> Refusals {
    let mut found = Refusals::default();
    if instance.format != INSTANCE_FORMAT {
        let expected = INSTANCE_FORMAT;
        found.add(|| "format".into(), || Reason::Format { found: instance.format.clone(), expected });
    }
    limits::hold(instance, &mut found);
    objectives(instance, &mut found);
    let slots = Ids::of("slots", "slot", instance.slots.iter().map(|slot| &slot.id), &mut found);
    let venues = Ids::of("venues", "venue", instance.venues.iter().map(|venue| &venue.id), &mut found);
    slots::hold(instance, &mut found);
    venues::hold(instance, &slots, &mut found);
    people::hold(instance, &slots, &venues, &mut found);
    meetings::hold(instance, &slots, &venues, &mut found);
    found
}

fn objectives(instance: &Instance, found: &mut Refusals) {
    let Some(objectives) = &instance.objectives else { return };
    if objectives.is_empty() {
        found.add(|| "objectives".into(), || Reason::NoObjective);
    }
    for (at, objective) in objectives.iter().enumerate() {
        if objectives.iter().take(at).any(|before| before == objective) {
            found.add(|| format!("objectives[{at}]"), || Reason::ObjectiveTwice);
        }
    }
}
