//! The linear relaxations: how much weight there is if meetings may be held in parts.
//!
//! `slot` has a column for each meeting, venue and slot; `count` knows no slots, and is quick.

use std::collections::HashMap;

use crate::problem::{NONE, Place, Problem, Slots};

/// What a row of the relaxation limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Row {
    /// A meeting is held once.
    Meeting(usize),
    /// A participant in one slot; the number is participant · slots + slot.
    PersonSlot(usize),
    /// All meetings of a participant.
    Person(usize),
    /// The tables of a venue in one slot; venue · slots + slot.
    Table(usize),
    /// The tables of a venue in all slots.
    Venue(usize),
    /// The interpreters of a class in one slot; class · slots + slot.
    ClassSlot(usize),
    /// All meetings of a class.
    Class(usize),
    /// What one kind of need uses is what its classes give; kind and slot.
    Need(u32, usize),
}

/// Maximise cost·x where the rows hold and each x is between 0 and its limit.
#[derive(Clone, Debug, Default)]
pub(super) struct Relaxation {
    pub(super) rows: Vec<Row>,
    pub(super) limit: Vec<f64>,
    pub(super) cost: Vec<f64>,
    pub(super) most: Vec<f64>,
    /// Where the rows of each column begin in `entries`.
    pub(super) start: Vec<u32>,
    /// Row of each entry. Its factor is 1, but -1 in the row of a need, from columns of interpreters.
    pub(super) entries: Vec<u32>,
    /// Columns from here on are interpreters at work: their first entry counts -1.
    pub(super) first_worker: usize,
    known: HashMap<Row, u32>,
}

impl Relaxation {
    /// With a column for each meeting, venue and slot.
    pub(super) fn slot(problem: &Problem) -> Self {
        let mut made = Self { start: vec![0], ..Self::default() };
        let slots = problem.slot_count();
        for (at, meeting) in problem.meetings.iter().enumerate() {
            let seats = meeting.places.iter().flat_map(|place| place.slots.iter().map(move |slot| (place, slot)));
            let many = meeting.places.iter().map(|place| place.slots.len()).sum::<usize>() > 1;
            for (place, slot) in seats {
                let people = meeting.who.iter().map(|&person| Row::PersonSlot(person as usize * slots + slot));
                let limited =
                    meeting.who.iter().map(|&person| person as usize).filter(|&p| tight(problem, p)).map(Row::Person);
                let table = Row::Table(place.venue as usize * slots + slot);
                let rows: Vec<_> =
                    many.then_some(Row::Meeting(at)).into_iter().chain(people).chain(limited).chain([table]).collect();
                made.column(problem, meeting.weight as f64, 1.0, rows, need(place, slot));
            }
        }
        made.workers(problem, |class, slot| vec![Row::ClassSlot(class * slots + slot), Row::Class(class)]);
        made
    }

    /// With a column for each meeting and venue.
    pub(super) fn count(problem: &Problem) -> Self {
        let mut made = Self { start: vec![0], ..Self::default() };
        for (at, meeting) in problem.meetings.iter().enumerate() {
            for place in &meeting.places {
                let people = meeting.who.iter().map(|&person| Row::Person(person as usize));
                let many = (meeting.places.len() > 1).then_some(Row::Meeting(at));
                let rows: Vec<_> = many.into_iter().chain(people).chain([Row::Venue(place.venue as usize)]).collect();
                made.column(problem, meeting.weight as f64, 1.0, rows, need(place, 0));
            }
        }
        made.workers(problem, |class, _| vec![Row::Class(class)]);
        made
    }

    fn column(&mut self, problem: &Problem, cost: f64, most: f64, rows: Vec<Row>, need: Option<Row>) {
        for row in rows.into_iter().chain(need) {
            let at = self.row(problem, row);
            self.entries.push(at);
        }
        self.cost.push(cost);
        self.most.push(most);
        self.start.push(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
    }

    /// Columns for interpreters: what each class gives to each need that there is.
    fn workers(&mut self, problem: &Problem, limits: impl Fn(usize, usize) -> Vec<Row>) {
        self.first_worker = self.cost.len();
        let slotless = self.rows.iter().all(|row| !matches!(row, Row::PersonSlot(_)));
        for at in 0..self.rows.len() {
            let Row::Need(kind, slot) = self.rows[at] else { continue };
            for &class in &problem.kinds[kind as usize] {
                let facts = &problem.classes[class as usize];
                if !slotless && !facts.free.has(slot) {
                    continue;
                }
                let most = if slotless { f64::from(facts.cap) } else { facts.members.len() as f64 };
                let rows = [self.rows[at]].into_iter().chain(limits(class as usize, slot)).collect();
                self.column(problem, 0.0, most, rows, None);
            }
        }
    }

    fn row(&mut self, problem: &Problem, row: Row) -> u32 {
        let next = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        *self.known.entry(row).or_insert_with(|| {
            self.rows.push(row);
            self.limit.push(limit(problem, row));
            next
        })
    }
}

fn need(place: &Place, slot: usize) -> Option<Row> {
    (place.kind != NONE).then_some(Row::Need(place.kind, slot))
}

/// Whether a participant can have fewer meetings than there are slots for them.
fn tight(problem: &Problem, person: usize) -> bool {
    let facts = &problem.people[person];
    (facts.cap as usize) < facts.free.len()
}

fn limit(problem: &Problem, row: Row) -> f64 {
    let slots = problem.slot_count();
    match row {
        Row::Meeting(_) | Row::PersonSlot(_) => 1.0,
        Row::Person(person) => f64::from(problem.people[person].cap),
        Row::Table(at) => f64::from(problem.venues[at / slots].room[at % slots]),
        Row::Venue(venue) => problem.venues[venue].room.iter().map(|&tables| f64::from(tables)).sum(),
        Row::ClassSlot(at) => problem.classes[at / slots].members.len() as f64,
        Row::Class(class) => f64::from(problem.classes[class].cap),
        Row::Need(..) => 0.0,
    }
}

/// How many columns the slot relaxation would have.
pub(super) fn columns(problem: &Problem) -> usize {
    let seats = |places: &[Place]| places.iter().map(|place: &Place| Slots::len(&place.slots)).sum::<usize>();
    problem.meetings.iter().map(|meeting| seats(&meeting.places)).sum()
}
