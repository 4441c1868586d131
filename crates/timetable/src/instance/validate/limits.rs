//! How large an instance may be.

use crate::instance::Instance;
use crate::refusal::{Reason, Refusals};

/// The most bytes that are read as one file: 1 GiB.
pub(crate) const MAX_BYTES: usize = 1 << 30;

/// How large an instance may be. Far above what is held in one hall, and small enough that no sum overflows and no table
/// of people by slots outgrows the memory of a common computer.
#[derive(Debug)]
pub struct Limits;

impl Limits {
    /// Slots.
    pub const SLOTS: u64 = 256;
    /// Venues.
    pub const VENUES: u64 = 1_000;
    /// Tables of one venue.
    pub const TABLES: u64 = 100_000;
    /// Participants.
    pub const PARTICIPANTS: u64 = 100_000;
    /// Interpreters.
    pub const INTERPRETERS: u64 = 10_000;
    /// Meetings asked for.
    pub const MEETINGS: u64 = 1_000_000;
    /// Participants of all meetings together.
    pub const SEATS: u64 = 4_000_000;
    /// Languages of one participant, interpreter or meeting.
    pub const LANGUAGES: u64 = 100;
    /// The priority of a meeting.
    pub const PRIORITY: u64 = 1_000_000_000;
}

pub(super) fn hold(instance: &Instance, found: &mut Refusals) {
    let seats = instance.meetings.iter().map(|meeting| meeting.participants.len()).sum();
    for (path, what, count, limit) in [
        ("slots", "slots", instance.slots.len(), Limits::SLOTS),
        ("venues", "venues", instance.venues.len(), Limits::VENUES),
        ("participants", "participants", instance.participants.len(), Limits::PARTICIPANTS),
        ("interpreters", "interpreters", instance.interpreters.len(), Limits::INTERPRETERS),
        ("meetings", "meetings", instance.meetings.len(), Limits::MEETINGS),
        ("meetings", "participants of all meetings together", seats, Limits::SEATS),
    ] {
        within(path, what, count as u64, limit, found);
    }
    let people = instance.participants.iter().map(|one| &one.languages).enumerate();
    let interpreters = instance.interpreters.iter().map(|one| &one.languages).enumerate();
    let meetings = instance.meetings.iter().enumerate();
    languages("participants", people, found);
    languages("interpreters", interpreters, found);
    languages("meetings", meetings.filter_map(|(at, one)| Some((at, one.languages.as_ref()?))), found);
}

fn languages<'a>(list: &str, of: impl Iterator<Item = (usize, &'a Vec<String>)>, found: &mut Refusals) {
    for (at, languages) in of.filter(|(_, languages)| languages.len() as u64 > Limits::LANGUAGES) {
        let path = format!("{list}[{at}].languages");
        within(&path, "languages", languages.len() as u64, Limits::LANGUAGES, found);
    }
}

pub(super) fn within(path: &str, what: &'static str, count: u64, limit: u64, found: &mut Refusals) {
    if count > limit {
        found.add(|| path.to_owned(), || Reason::TooMany { what, found: count, limit });
    }
}
