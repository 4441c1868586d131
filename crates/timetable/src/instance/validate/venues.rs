//! Venues have tables and a time zone that exists.

use super::ids::Ids;
use super::limits::{Limits, within};
use crate::instance::{Instance, Venue};
use crate::refusal::{Reason, Refusals};
use jiff::tz::TimeZone;

pub(super) fn hold(instance: &Instance, slots: &Ids<'_>, found: &mut Refusals) {
    for (at, venue) in instance.venues.iter().enumerate() {
        zone(venue.time_zone.as_ref(), || format!("venues[{at}].time_zone"), found);
        tables(venue, at, slots, found);
        slots.find_all(&venue.unavailable, || format!("venues[{at}].unavailable"), found);
    }
}

fn tables(venue: &Venue, at: usize, slots: &Ids<'_>, found: &mut Refusals) {
    if venue.tables == 0 {
        found.add(|| format!("venues[{at}].tables"), || Reason::NoTables { limit: Limits::TABLES });
    }
    within(&format!("venues[{at}].tables"), "tables", venue.tables.into(), Limits::TABLES, found);
    for (lost, out) in venue.lost_tables.iter().enumerate() {
        if !(1..=venue.tables).contains(&out.table) {
            let reason = || Reason::UnknownTable { found: out.table, tables: venue.tables };
            found.add(|| format!("venues[{at}].lost_tables[{lost}].table"), reason);
        }
        slots.find_all(&out.slots, || format!("venues[{at}].lost_tables[{lost}].slots"), found);
    }
}

/// Refuses a name that the IANA database does not have.
pub(super) fn zone(name: Option<&String>, path: impl FnOnce() -> String, found: &mut Refusals) {
    if let Some(name) = name.filter(|name| TimeZone::get(name).is_err()) {
        found.add(path, || Reason::UnknownTimeZone { found: name.clone() });
    }
}
