//! From a plan to agendas.

use super::agenda::{Agenda, By, Entry};
use super::zone;
use crate::instance::{Instance, Interpreter, Meeting, Participant, Slot, Venue};
use crate::plan::{Assignment, Plan};
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, HashMap};

/// The agendas of everybody, of every table or of every interpreter with a meeting, in the order of the instance. The
/// times are in this zone, or in the local one of each. The plan has to be one that holds to the rules: what the
/// instance does not have is left out.
#[must_use]
pub fn agendas(instance: &Instance, plan: &Plan, by: By, zone: Option<&TimeZone>) -> Vec<Agenda> {
    let gather = Gather::of(instance, plan);
    match by {
        By::Participant => gather.of_participants(zone),
        By::Table => gather.of_tables(zone),
        By::Interpreter => gather.of_interpreters(zone),
    }
}

struct Held<'a> {
    said: &'a Assignment,
    meeting: &'a Meeting,
    slot: &'a Slot,
    venue: &'a Venue,
    interpreter: Option<&'a Interpreter>,
}

struct Gather<'a> {
    instance: &'a Instance,
    people: HashMap<&'a str, &'a Participant>,
    /// What is held, in the order of time.
    held: Vec<Held<'a>>,
}

impl<'a> Gather<'a> {
    fn of(instance: &'a Instance, plan: &'a Plan) -> Self {
        let slots: HashMap<_, _> =
            instance.slots.iter().enumerate().map(|(at, one)| (one.id.as_str(), (at, one))).collect();
        let venues: HashMap<_, _> = instance.venues.iter().map(|one| (one.id.as_str(), one)).collect();
        let meetings: HashMap<_, _> = instance.meetings.iter().map(|one| (one.id.as_str(), one)).collect();
        let interpreters: HashMap<_, _> = instance.interpreters.iter().map(|one| (one.id.as_str(), one)).collect();
        let mut held: Vec<(usize, Held<'a>)> = plan
            .assignments
            .iter()
            .filter_map(|said| {
                let (at, slot) = slots.get(said.slot.as_str()).copied()?;
                let meeting = meetings.get(said.meeting.as_str())?;
                let venue = venues.get(said.venue.as_str())?;
                let interpreter = said.interpreter.as_ref().and_then(|id| interpreters.get(id.as_str()).copied());
                Some((at, Held { said, meeting, slot, venue, interpreter }))
            })
            .collect();
        held.sort_by_key(|(at, _)| *at);
        let people = instance.participants.iter().map(|one| (one.id.as_str(), one)).collect();
        Self { instance, people, held: held.into_iter().map(|(_, held)| held).collect() }
    }

    fn of_participants(&self, zone: Option<&TimeZone>) -> Vec<Agenda> {
        let mut lists: HashMap<&str, Vec<&Held<'a>>> = HashMap::new();
        for held in &self.held {
            held.meeting.participants.iter().for_each(|id| lists.entry(id).or_default().push(held));
        }
        let everyone = self.instance.participants.iter().filter_map(|one| Some((one, lists.remove(one.id.as_str())?)));
        everyone
            .map(|(one, list)| {
                let zone = zone.cloned().unwrap_or_else(|| zone::of_participant(self.instance, one));
                let entries = list.into_iter().map(|held| self.entry(held, &zone, Some(&one.id))).collect();
                Agenda { by: By::Participant, id: one.id.clone(), name: named(one.name.as_ref(), &one.id), entries }
            })
            .collect()
    }

    fn of_tables(&self, zone: Option<&TimeZone>) -> Vec<Agenda> {
        let mut lists: BTreeMap<(usize, u32), Vec<&Held<'a>>> = BTreeMap::new();
        let places: HashMap<&str, usize> =
            self.instance.venues.iter().enumerate().map(|(at, venue)| (venue.id.as_str(), at)).collect();
        for held in &self.held {
            let place = places.get(held.venue.id.as_str()).copied().unwrap_or_default();
            lists.entry((place, held.said.table)).or_default().push(held);
        }
        let tables = lists
            .into_iter()
            .filter_map(|((place, table), list)| Some((self.instance.venues.get(place)?, table, list)));
        tables
            .map(|(venue, table, list)| {
                let zone = zone.cloned().unwrap_or_else(|| zone::of_venue(self.instance, venue));
                let entries = list.into_iter().map(|held| self.entry(held, &zone, None)).collect();
                let name = format!("{}, table {table}", named(venue.name.as_ref(), &venue.id));
                Agenda { by: By::Table, id: format!("{}/{table}", venue.id), name, entries }
            })
            .collect()
    }

    fn of_interpreters(&self, zone: Option<&TimeZone>) -> Vec<Agenda> {
        let mut lists: HashMap<&str, Vec<&Held<'a>>> = HashMap::new();
        for held in &self.held {
            held.interpreter.iter().for_each(|one| lists.entry(&one.id).or_default().push(held));
        }
        let working = self.instance.interpreters.iter().filter_map(|one| Some((one, lists.remove(one.id.as_str())?)));
        working
            .map(|(one, list)| {
                let zone = zone.cloned().unwrap_or_else(|| zone::of_worker(self.instance, one.venue.as_deref()));
                let entries = list.into_iter().map(|held| Entry { interpreter: None, ..self.entry(held, &zone, None) });
                Agenda {
                    by: By::Interpreter,
                    id: one.id.clone(),
                    name: named(one.name.as_ref(), &one.id),
                    entries: entries.collect(),
                }
            })
            .collect()
    }

    fn entry(&self, held: &Held<'a>, zone: &TimeZone, but: Option<&str>) -> Entry {
        let at = |text: &str| zone::moment(text).to_zoned(zone.clone());
        let with = held.meeting.participants.iter().filter(|id| Some(id.as_str()) != but);
        let name = |id: &String| named(self.people.get(id.as_str()).and_then(|one| one.name.as_ref()), id);
        Entry {
            meeting: held.meeting.id.clone(),
            slot: held.slot.id.clone(),
            start: at(&held.slot.start),
            end: at(&held.slot.end),
            venue: held.venue.id.clone(),
            venue_name: named(held.venue.name.as_ref(), &held.venue.id),
            table: held.said.table,
            with: with.map(|id| (id.clone(), name(id))).collect(),
            interpreter: held.interpreter.map(|one| (one.id.clone(), named(one.name.as_ref(), &one.id))),
        }
    }
}

/// The name, else the id.
fn named(name: Option<&String>, id: &str) -> String {
    name.filter(|name| !name.trim().is_empty()).map_or_else(|| id.to_owned(), Clone::clone)
}
