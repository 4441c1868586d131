//! From an instance to numbers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::classes::classes;
use super::places::Places;
use super::{Ids, MAX_SLOTS, MeetingFacts, PersonFacts, Problem, SlotFacts, Slots, VenueFacts};
use crate::instance::{Instance, Mode, Venue};

/// Why an instance cannot be turned into numbers. Checking an instance first gives better messages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    /// An id that is in no list.
    #[error("{path}: there is no {kind} {id:?}")]
    Id {
        /// Where it stands.
        path: String,
        /// What it should be.
        kind: &'static str,
        /// What it says.
        id: String,
    },
    /// More slots than fit.
    #[error("slots: at most {MAX_SLOTS}, there are {0}")]
    Slots(usize),
    /// A priority that is too large to add up.
    #[error("meetings[{0}].priority: too large")]
    Priority(usize),
}

/// Where ids are in their lists.
pub(super) struct Index<'a> {
    pub(super) slots: HashMap<&'a str, usize>,
    pub(super) venues: HashMap<&'a str, usize>,
    pub(super) people: HashMap<&'a str, usize>,
    pub(super) meetings: HashMap<&'a str, usize>,
}

impl Problem {
    /// Turns an instance into numbers.
    ///
    /// # Errors
    ///
    /// An id that is in no list, too many slots, or a priority beyond what can be added up.
    pub fn new(instance: &Instance) -> Result<Self, Unknown> {
        Self::with_alone(instance, &BTreeSet::new())
    }

    /// The same, where interpreters at these places of the list are never exchanged for one of the same kind. For plans
    /// in which it is settled already what they do.
    ///
    /// # Errors
    ///
    /// As [`Problem::new`].
    pub fn with_alone(instance: &Instance, alone: &BTreeSet<usize>) -> Result<Self, Unknown> {
        if instance.slots.len() > MAX_SLOTS {
            return Err(Unknown::Slots(instance.slots.len()));
        }
        let index = Index::new(instance);
        let venues = venues(instance, &index)?;
        let mut people = people(instance, &index)?;
        let (classes, spoken) = classes(instance, &index, alone)?;
        let mut places = Places::new(instance, &index, &venues, &people, &classes, &spoken);
        let mut meetings = Vec::with_capacity(instance.meetings.len());
        for at in 0..instance.meetings.len() {
            meetings.push(meeting(instance, &index, &mut places, at)?);
        }
        let kinds = places.into_kinds();
        link(&mut meetings, &mut people);
        let (name, objectives) = (instance.name.clone(), instance.objectives().to_vec());
        let max_break_difference = instance.rules.as_ref().and_then(|rules| rules.max_break_difference);
        let (ids, slots) = (ids(instance), slots(instance));
        Ok(Self { name, objectives, max_break_difference, ids, slots, venues, people, classes, kinds, meetings })
    }
}

impl<'a> Index<'a> {
    fn new(instance: &'a Instance) -> Self {
        Self {
            slots: instance.slots.iter().enumerate().map(|(at, slot)| (slot.id.as_str(), at)).collect(),
            venues: instance.venues.iter().enumerate().map(|(at, venue)| (venue.id.as_str(), at)).collect(),
            people: instance.participants.iter().enumerate().map(|(at, person)| (person.id.as_str(), at)).collect(),
            meetings: instance.meetings.iter().enumerate().map(|(at, meeting)| (meeting.id.as_str(), at)).collect(),
        }
    }

    /// All slots but these.
    pub(super) fn but(&self, unavailable: &[String], path: impl Fn() -> String) -> Result<Slots, Unknown> {
        let mut free = Slots::first(self.slots.len());
        for id in unavailable {
            free.remove(find(&self.slots, "slot", id, &path)?);
        }
        Ok(free)
    }
}

pub(super) fn find(
    list: &HashMap<&str, usize>,
    kind: &'static str,
    id: &str,
    path: &impl Fn() -> String,
) -> Result<usize, Unknown> {
    list.get(id).copied().ok_or_else(|| Unknown::Id { path: path(), kind, id: id.to_owned() })
}

/// A place in a list as it is kept.
#[expect(clippy::cast_possible_truncation, reason = "lists are shorter than 2^32")]
pub(super) fn small(at: usize) -> u32 {
    at as u32
}

fn ids(instance: &Instance) -> Ids {
    Ids {
        slots: instance.slots.iter().map(|slot| slot.id.clone()).collect(),
        venues: instance.venues.iter().map(|venue| venue.id.clone()).collect(),
        interpreters: instance.interpreters.iter().map(|interpreter| interpreter.id.clone()).collect(),
        meetings: instance.meetings.iter().map(|meeting| meeting.id.clone()).collect(),
    }
}

fn slots(instance: &Instance) -> Vec<SlotFacts> {
    let mut sessions: HashMap<&str, (u32, Vec<usize>)> = HashMap::new();
    for (at, slot) in instance.slots.iter().enumerate() {
        let number = small(sessions.len());
        sessions.entry(slot.session.as_deref().unwrap_or_default()).or_insert((number, Vec::new())).1.push(at);
    }
    let mut facts = vec![SlotFacts::default(); instance.slots.len()];
    for (session, slots) in sessions.into_values() {
        for (place, &at) in slots.iter().enumerate() {
            facts[at] = SlotFacts {
                session,
                before: slots[..place].iter().copied().collect(),
                after: slots[place + 1..].iter().copied().collect(),
                previous: place.checked_sub(1).map(|one| small(slots[one])),
                next: slots.get(place + 1).map(|&one| small(one)),
            };
        }
    }
    facts
}

fn venues(instance: &Instance, index: &Index<'_>) -> Result<Vec<VenueFacts>, Unknown> {
    let one = |(at, venue): (usize, &Venue)| {
        let open = index.but(&venue.unavailable, || format!("venues[{at}].unavailable"))?;
        let lost = lost_tables(venue, index, at)?;
        let gone = |slot| small(lost.values().filter(|slots| slots.has(slot)).count());
        let free = |slot| if open.has(slot) { venue.tables.saturating_sub(gone(slot)) } else { 0 };
        let room: Vec<_> = (0..index.slots.len()).map(free).collect();
        let open = (0..room.len()).filter(|&slot| room[slot] > 0).collect();
        Ok(VenueFacts { tables: venue.tables, onsite: venue.mode == Mode::Onsite, open, room, lost })
    };
    instance.venues.iter().enumerate().map(one).collect()
}

/// The tables that cannot be used, and when: always, where it names no slot.
fn lost_tables(venue: &Venue, index: &Index<'_>, at: usize) -> Result<BTreeMap<u32, Slots>, Unknown> {
    let all = Slots::first(index.slots.len());
    let mut lost: BTreeMap<u32, Slots> = BTreeMap::new();
    for one in venue.lost_tables.iter().filter(|one| (1..=venue.tables).contains(&one.table)) {
        let kept = index.but(&one.slots, || format!("venues[{at}].lost_tables"))?;
        let gone = if one.slots.is_empty() { all } else { all.without(kept) };
        let slots = lost.entry(one.table).or_default();
        *slots = slots.or(gone);
    }
    Ok(lost)
}

fn people(instance: &Instance, index: &Index<'_>) -> Result<Vec<PersonFacts>, Unknown> {
    let one = |(at, person): (usize, &crate::instance::Participant)| {
        let free = index.but(&person.unavailable, || format!("participants[{at}].unavailable"))?;
        let cap = small(free.len()).min(person.max_meetings.unwrap_or(u32::MAX));
        Ok(PersonFacts { free, cap, target: 0, meetings: Vec::new() })
    };
    instance.participants.iter().enumerate().map(one).collect()
}

fn meeting(
    instance: &Instance,
    index: &Index<'_>,
    places: &mut Places<'_>,
    at: usize,
) -> Result<MeetingFacts, Unknown> {
    let meeting = &instance.meetings[at];
    let who_path = || format!("meetings[{at}].participants");
    let after_path = || format!("meetings[{at}].after");
    let who = meeting.participants.iter().map(|id| Ok(small(find(&index.people, "participant", id, &who_path)?)));
    let who = who.collect::<Result<Vec<_>, _>>()?;
    let after = meeting.after.iter().map(|id| Ok(small(find(&index.meetings, "meeting", id, &after_path)?)));
    Ok(MeetingFacts {
        weight: i64::try_from(meeting.priority).ok().filter(|&w| w < 1 << 40).ok_or(Unknown::Priority(at))?,
        required: meeting.required,
        places: places.of(meeting, at, &who)?,
        after: after.collect::<Result<_, _>>()?,
        before: Vec::new(),
        who,
    })
}

/// Writes down the other way round who is in which meeting and what waits for what.
fn link(meetings: &mut [MeetingFacts], people: &mut [PersonFacts]) {
    for at in 0..meetings.len() {
        for person in meetings[at].who.clone() {
            people[person as usize].meetings.push(small(at));
        }
        for first in meetings[at].after.clone() {
            meetings[first as usize].before.push(small(at));
        }
    }
    for person in people {
        person.target = person.cap.min(small(person.meetings.len()));
    }
}
