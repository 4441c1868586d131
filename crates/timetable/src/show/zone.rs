//! The time zone of an agenda.

use crate::instance::{Instance, Participant, Venue};
use jiff::Timestamp;
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;

/// The zone of a participant: its own; else that of its venue; else the offset that the slots are written with.
pub(super) fn of_participant(instance: &Instance, one: &Participant) -> TimeZone {
    let own = one.time_zone.as_deref().and_then(named);
    own.or_else(|| of_venue_id(instance, one.venue.as_deref())).unwrap_or_else(|| as_written(instance))
}

/// The zone of a venue, else the offset that the slots are written with.
pub(super) fn of_venue(instance: &Instance, venue: &Venue) -> TimeZone {
    venue.time_zone.as_deref().and_then(named).unwrap_or_else(|| as_written(instance))
}

/// The zone of somebody who works at this venue or at any.
pub(super) fn of_worker(instance: &Instance, venue: Option<&str>) -> TimeZone {
    of_venue_id(instance, venue).unwrap_or_else(|| as_written(instance))
}

fn of_venue_id(instance: &Instance, id: Option<&str>) -> Option<TimeZone> {
    let venue = instance.venues.iter().find(|venue| Some(venue.id.as_str()) == id)?;
    venue.time_zone.as_deref().and_then(named)
}

fn named(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// The offset that the first slot is written with.
fn as_written(instance: &Instance) -> TimeZone {
    let offset = instance.slots.first().and_then(|slot| Pieces::parse(&slot.start).ok()?.to_numeric_offset());
    offset.map_or(TimeZone::UTC, TimeZone::fixed)
}

/// A moment as it is written in the instance; the epoch if it is none, which an instance that was read does not have.
pub(super) fn moment(text: &str) -> Timestamp {
    text.parse().unwrap_or(Timestamp::UNIX_EPOCH)
}
