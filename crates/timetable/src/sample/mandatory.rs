//! Matchmaking days at one site where every meeting that was asked for has to be held, as in the literature on B2B
//! scheduling (Gebser et al. 2013, Bofill et al. 2014 and 2022): 40 to 80 people, 125 to 300 meetings, 8 to 22 slots, 12
//! to 27 tables, breaks that differ by two at most. What is sought is the fewest breaks.
//!
//! A plan is made first and the instance is drawn around it, so that each can be solved. The instances are ours; the
//! ranges are those of the published ones.

use super::dice::Dice;
use crate::instance::{INSTANCE_FORMAT, Instance, Meeting, Mode, Objective, Participant, Rules, Slot, Venue};
use crate::plan::{Assignment, PLAN_FORMAT, Plan};
use jiff::{Timestamp, ToSpan};
use serde_json::Map;
use std::collections::HashSet;

/// How large an instance is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mandatory {
    /// People, 40 to 80 in the literature.
    pub people: usize,
    /// Slots of one day, 8 to 22.
    pub slots: usize,
    /// Tables, 12 to 27.
    pub tables: usize,
    /// Meetings, 125 to 300. Fewer are made if no more fit.
    pub meetings: usize,
    /// Whether people come and go and more of the meetings are pinned: then some breaks cannot be avoided.
    pub restless: bool,
}

const FEWEST_MEETINGS: usize = 125;

impl Mandatory {
    /// A size within the ranges of the literature, by the seed.
    #[must_use]
    pub fn of_seed(seed: u64) -> Self {
        let mut dice = Dice::new(seed ^ 0x5A5A);
        loop {
            let (people, slots, tables) = (dice.between(40, 80), dice.between(8, 22), dice.between(12, 27));
            let room = (slots * tables).min(people * slots / 2) * 3 / 4;
            if room >= FEWEST_MEETINGS {
                let meetings = dice.between(FEWEST_MEETINGS, room.min(300));
                return Self { people, slots, tables, meetings, restless: seed.is_multiple_of(2) };
            }
        }
    }
}

/// An instance of this size, and a plan of it that holds to every rule.
#[must_use]
pub fn mandatory(size: Mandatory, seed: u64) -> (Instance, Plan) {
    let mut draft = Draft::new(size, seed);
    for slot in 0..size.slots {
        draft.fill(slot);
    }
    draft.finish(seed)
}

/// A break more than this is never planned; so the breaks of two people never differ by more.
const BREAKS: usize = 2;

struct Draft {
    size: Mandatory,
    dice: Dice,
    /// For each person the slots of their meetings, in order.
    days: Vec<Vec<usize>>,
    pairs: HashSet<(usize, usize)>,
    held: Vec<(usize, usize, usize)>,
}

impl Draft {
    fn new(size: Mandatory, seed: u64) -> Self {
        let days = vec![Vec::new(); size.people];
        Self { size, dice: Dice::new(seed), days, pairs: HashSet::new(), held: Vec::new() }
    }

    /// Pairs off people in one slot: those who go on from the slot before come first.
    fn fill(&mut self, slot: usize) {
        let left = self.size.meetings.saturating_sub(self.held.len());
        let share = left.div_ceil(self.size.slots - slot).min(self.size.tables);
        let mut people: Vec<usize> = (0..self.size.people).filter(|one| self.may_meet(*one, slot)).collect();
        self.dice.shuffle(&mut people);
        if !self.size.restless {
            people.sort_by_key(|one| self.days[*one].last() != slot.checked_sub(1).as_ref());
        }
        let mut waiting: Vec<usize> = Vec::new();
        let mut made = 0;
        for one in people {
            if made == share {
                break;
            }
            match waiting.iter().position(|other| !self.pairs.contains(&pair(one, *other))) {
                Some(at) => {
                    let other = waiting.remove(at);
                    self.meet(one, other, slot);
                    made += 1;
                }
                None => waiting.push(one),
            }
        }
    }

    /// Whether a meeting in this slot leaves a person with no more breaks than are planned.
    fn may_meet(&self, one: usize, slot: usize) -> bool {
        let day = &self.days[one];
        let breaks = day.windows(2).filter(|two| two[1] > two[0] + 1).count();
        day.last().is_none_or(|last| last + 1 == slot || breaks < BREAKS)
    }

    fn meet(&mut self, one: usize, other: usize, slot: usize) {
        self.pairs.insert(pair(one, other));
        self.held.push((slot, one, other));
        self.days[one].push(slot);
        self.days[other].push(slot);
    }

    fn finish(mut self, seed: u64) -> (Instance, Plan) {
        let participants = (0..self.size.people).map(|one| self.participant(one)).collect();
        let mut order: Vec<usize> = (0..self.held.len()).collect();
        self.dice.shuffle(&mut order);
        let meetings = order.iter().enumerate().map(|(place, at)| self.meeting(place, *at)).collect();
        let instance = Instance {
            format: INSTANCE_FORMAT.to_owned(),
            name: format!("mandatory-{seed}"),
            objectives: Some(vec![Objective::Weight, Objective::Breaks]),
            rules: Some(Rules { max_break_difference: Some(2), other: Map::new() }),
            slots: (0..self.size.slots).map(slot).collect(),
            venues: vec![hall(self.size.tables)],
            participants,
            interpreters: Vec::new(),
            meetings,
            other: Map::new(),
        };
        let plan = self.plan(&instance, &order);
        (instance, plan)
    }

    /// A person who is away in some of the slots in which they have no meeting.
    fn participant(&mut self, one: usize) -> Participant {
        let free: Vec<usize> = (0..self.size.slots).filter(|slot| !self.days[one].contains(slot)).collect();
        let away = free
            .into_iter()
            .filter(|_| self.dice.percent(if self.size.restless { 50 } else { 20 }))
            .map(slot_id)
            .collect();
        Participant {
            id: format!("p{:03}", one + 1),
            name: Some(format!("Fictitious {}", one + 1)),
            side: None,
            venue: Some("hall".to_owned()),
            time_zone: None,
            languages: vec!["en".to_owned()],
            unavailable: away,
            max_meetings: None,
            other: Map::new(),
        }
    }

    /// Some are pinned to the slot they have in the plan.
    fn meeting(&mut self, place: usize, at: usize) -> Meeting {
        let (slot, one, other) = self.held[at];
        Meeting {
            id: format!("m{:03}", place + 1),
            participants: vec![format!("p{:03}", one + 1), format!("p{:03}", other + 1)],
            priority: 1,
            venue: None,
            languages: None,
            fixed_slot: self.dice.percent(if self.size.restless { 10 } else { 3 }).then(|| slot_id(slot)),
            unavailable: Vec::new(),
            after: Vec::new(),
            required: true,
            other: Map::new(),
        }
    }

    fn plan(&self, instance: &Instance, order: &[usize]) -> Plan {
        let mut tables = vec![0; self.size.slots];
        let assignments = order.iter().zip(&instance.meetings).map(|(at, meeting)| {
            let slot = self.held[*at].0;
            tables[slot] += 1;
            Assignment {
                meeting: meeting.id.clone(),
                slot: slot_id(slot),
                venue: "hall".to_owned(),
                table: tables[slot],
                interpreter: None,
                other: Map::new(),
            }
        });
        Plan {
            format: PLAN_FORMAT.to_owned(),
            instance: instance.name.clone(),
            solver: "the plan that the instance was drawn around".to_owned(),
            assignments: assignments.collect(),
            unscheduled: Vec::new(),
            objective: None,
            bounds: None,
            other: Map::new(),
        }
    }
}

fn pair(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}

fn slot_id(slot: usize) -> String {
    format!("t{:02}", slot + 1)
}

/// Slots of twenty minutes, half an hour apart, from nine in the morning of 14 April 2027 in Yekaterinburg.
fn slot(slot: usize) -> Slot {
    let first = Timestamp::constant(1_807_675_200, 0);
    let start = first + (i64::try_from(slot).unwrap_or_default() * 30).minutes();
    Slot {
        id: slot_id(slot),
        start: start.to_string(),
        end: (start + 20.minutes()).to_string(),
        session: None,
        other: Map::new(),
    }
}

fn hall(tables: usize) -> Venue {
    Venue {
        id: "hall".to_owned(),
        name: Some("Fictitious Hall".to_owned()),
        time_zone: Some("Asia/Yekaterinburg".to_owned()),
        mode: Mode::Onsite,
        tables: u32::try_from(tables).unwrap_or(u32::MAX),
        unavailable: Vec::new(),
        lost_tables: Vec::new(),
        other: Map::new(),
    }
}
