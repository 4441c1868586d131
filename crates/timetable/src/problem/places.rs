//! Where and when a meeting may be held, and who could interpret it.

use std::collections::{BTreeSet, HashMap};

use super::build::{Index, Unknown, find, small};
use super::classes::Spoken;
use super::{Class, NONE, PersonFacts, Place, Slots, VenueFacts};
use crate::instance::{Instance, Meeting};

/// Finds the places of meetings and numbers the kinds of interpreters that they need.
pub(super) struct Places<'a> {
    index: &'a Index<'a>,
    venues: &'a [VenueFacts],
    people: &'a [PersonFacts],
    classes: &'a [Class],
    spoken: &'a [Spoken],
    at_home: Vec<Option<usize>>,
    languages: Vec<BTreeSet<&'a str>>,
    video: Vec<usize>,
    known: HashMap<(Need, usize), u32>,
    kinds: HashMap<Vec<u32>, u32>,
    lists: Vec<Vec<u32>>,
}

/// What an interpreter has to speak: one language of each set.
type Need = Vec<BTreeSet<String>>;

impl<'a> Places<'a> {
    pub(super) fn new(
        instance: &'a Instance,
        index: &'a Index<'a>,
        venues: &'a [VenueFacts],
        people: &'a [PersonFacts],
        classes: &'a [Class],
        spoken: &'a [Spoken],
    ) -> Self {
        let home = |id: &Option<String>| id.as_deref().and_then(|id| index.venues.get(id).copied());
        Self {
            index,
            venues,
            people,
            classes,
            spoken,
            at_home: instance.participants.iter().map(|person| home(&person.venue)).collect(),
            languages: instance.participants.iter().map(|p| p.languages.iter().map(String::as_str).collect()).collect(),
            video: (0..venues.len()).filter(|&at| !venues[at].onsite).collect(),
            known: HashMap::new(),
            kinds: HashMap::new(),
            lists: Vec::new(),
        }
    }

    /// The kinds of need that were found: for each the classes that can serve it.
    pub(super) fn into_kinds(self) -> Vec<Vec<u32>> {
        self.lists
    }

    /// Every venue where the meeting may be held, with the slots in which nothing stands in its way by itself.
    pub(super) fn of(&mut self, meeting: &Meeting, at: usize, who: &[u32]) -> Result<Vec<Place>, Unknown> {
        let slots = self.slots(meeting, at, who)?;
        let need = self.need(meeting, who);
        let mut places = Vec::new();
        for venue in self.where_held(meeting, at, who)? {
            let kind = need.as_ref().map_or(NONE, |need| self.kind(need, venue));
            let slots = slots.and(self.venues[venue].open).and(self.interpreted(kind));
            if !slots.is_empty() {
                places.push(Place { venue: small(venue), slots, kind });
            }
        }
        Ok(places)
    }

    fn slots(&self, meeting: &Meeting, at: usize, who: &[u32]) -> Result<Slots, Unknown> {
        let mut slots = self.index.but(&meeting.unavailable, || format!("meetings[{at}].unavailable"))?;
        if let Some(id) = &meeting.fixed_slot {
            let path = || format!("meetings[{at}].fixed_slot");
            slots = slots.and([find(&self.index.slots, "slot", id, &path)?].into_iter().collect());
        }
        Ok(who.iter().fold(slots, |slots, &person| slots.and(self.people[person as usize].free)))
    }

    /// Its venue if it names one; else the site where all of them are; else any video venue.
    fn where_held(&self, meeting: &Meeting, at: usize, who: &[u32]) -> Result<Vec<usize>, Unknown> {
        if let Some(id) = &meeting.venue {
            let path = || format!("meetings[{at}].venue");
            return Ok(vec![find(&self.index.venues, "venue", id, &path)?]);
        }
        let homes: BTreeSet<_> = who.iter().map(|&person| self.at_home[person as usize]).collect();
        let one = homes.first().copied().flatten().filter(|&venue| homes.len() == 1 && self.venues[venue].onsite);
        Ok(one.map_or_else(|| self.video.clone(), |venue| vec![venue]))
    }

    /// None: they understand one another.
    fn need(&self, meeting: &Meeting, who: &[u32]) -> Option<Need> {
        if let Some(languages) = &meeting.languages {
            let each = || languages.iter().map(|one| BTreeSet::from([one.clone()]));
            return (languages.len() > 1).then(|| sorted(each().collect()));
        }
        let sets = || who.iter().map(|&person| &self.languages[person as usize]);
        let first = sets().next()?;
        let shared = first.iter().any(|one| sets().all(|set| set.contains(one)));
        let silent = sets().any(BTreeSet::is_empty);
        let owned = |set: &BTreeSet<&str>| set.iter().map(|one| (*one).to_owned()).collect();
        (!shared && !silent).then(|| sorted(sets().map(owned).collect()))
    }

    fn kind(&mut self, need: &Need, venue: usize) -> u32 {
        let key = (need.clone(), venue);
        if let Some(&kind) = self.known.get(&key) {
            return kind;
        }
        let can = |class: &Spoken| {
            class.venue.is_none_or(|at| at as usize == venue)
                && need.iter().all(|set| !set.is_disjoint(&class.languages))
        };
        let classes: Vec<_> = (0..self.spoken.len()).filter(|&at| can(&self.spoken[at])).map(small).collect();
        let next = small(self.lists.len());
        let kind = *self.kinds.entry(classes.clone()).or_insert(next);
        if kind == next {
            self.lists.push(classes);
        }
        self.known.insert(key, kind);
        kind
    }

    /// When somebody of this kind works.
    fn interpreted(&self, kind: u32) -> Slots {
        if kind == NONE {
            return Slots::first(self.index.slots.len());
        }
        let free = |slots: Slots, class: &u32| slots.or(self.classes[*class as usize].free);
        self.lists[kind as usize].iter().fold(Slots::default(), free)
    }
}

fn sorted(mut need: Need) -> Need {
    need.sort();
    need.dedup();
    need
}
