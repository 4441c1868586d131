//! A proof that no plan weighs more, and how it is checked.

use crate::problem::{MeetingFacts, NONE, Place, Problem};

/// Prices are whole numbers of this part of one unit of weight.
const PART: i128 = 1 << 20;

/// Prices, in 1/2²⁰ of a unit of weight. Any prices prove a bound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certificate {
    /// Of each participant in each slot: participant by participant.
    pub person_slot: Vec<u64>,
    /// Of one meeting of each participant, whenever it is.
    pub person: Vec<u64>,
    /// Of a table of each venue in each slot: venue by venue.
    pub table: Vec<u64>,
    /// Of an interpreter of each class in each slot: class by class.
    pub class_slot: Vec<u64>,
    /// Of one meeting of each class of interpreters, whenever it is.
    pub class: Vec<u64>,
}

impl Certificate {
    /// No prices at all: proves only that no plan weighs more than all meetings.
    pub(crate) fn free(problem: &Problem) -> Self {
        let slots = problem.slot_count();
        Self {
            person_slot: vec![0; problem.people.len() * slots],
            person: vec![0; problem.people.len()],
            table: vec![0; problem.venues.len() * slots],
            class_slot: vec![0; problem.classes.len() * slots],
            class: vec![0; problem.classes.len()],
        }
    }

    /// A price as it is kept: a little less is as good a price.
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "any price is valid"
    )]
    pub(crate) fn price(price: f64) -> u64 {
        (price.clamp(0.0, 1e12) * PART as f64) as u64
    }
}

/// What no plan weighs more than, if this is the certificate; none if it is of another shape than the problem.
///
/// It is added up in whole numbers and rests on nothing but the problem and the prices.
#[must_use]
pub fn proven_weight(problem: &Problem, prices: &Certificate) -> Option<u64> {
    let empty = Certificate::free(problem);
    let fits = [
        (&prices.person_slot, &empty.person_slot),
        (&prices.person, &empty.person),
        (&prices.table, &empty.table),
        (&prices.class_slot, &empty.class_slot),
        (&prices.class, &empty.class),
    ];
    if fits.iter().any(|(given, needed)| given.len() != needed.len()) {
        return None;
    }
    let gain: i128 = problem.meetings.iter().map(|meeting| gain(problem, prices, meeting)).sum();
    u64::try_from((gain + paid(problem, prices)) / PART).ok()
}

/// What all there is costs together.
fn paid(problem: &Problem, prices: &Certificate) -> i128 {
    let slots = problem.slot_count();
    let mut paid = 0;
    for (at, person) in problem.people.iter().enumerate() {
        paid += i128::from(person.cap) * i128::from(prices.person[at]);
        paid += person.free.iter().map(|slot| i128::from(prices.person_slot[at * slots + slot])).sum::<i128>();
    }
    for (at, venue) in problem.venues.iter().enumerate() {
        let each = venue.room.iter().zip(&prices.table[at * slots..]);
        paid += each.map(|(tables, price)| i128::from(*tables) * i128::from(*price)).sum::<i128>();
    }
    for (at, class) in problem.classes.iter().enumerate() {
        let members = class.members.len() as i128;
        paid += i128::from(class.cap) * i128::from(prices.class[at]);
        paid += class.free.iter().map(|slot| members * i128::from(prices.class_slot[at * slots + slot])).sum::<i128>();
    }
    paid
}

/// What a meeting is worth at its best place, or 0 where it costs more than it weighs everywhere.
fn gain(problem: &Problem, prices: &Certificate, meeting: &MeetingFacts) -> i128 {
    let people: i128 = meeting.who.iter().map(|&person| i128::from(prices.person[person as usize])).sum();
    let seats = meeting.places.iter().flat_map(|place| place.slots.iter().map(move |slot| (place, slot)));
    let cost = seats.map(|(place, slot)| people + at_seat(problem, prices, meeting, place, slot)).min();
    cost.map_or(0, |cost| (i128::from(meeting.weight) * PART - cost).max(0))
}

fn at_seat(problem: &Problem, prices: &Certificate, meeting: &MeetingFacts, place: &Place, slot: usize) -> i128 {
    let slots = problem.slot_count();
    let person = |&person: &u32| i128::from(prices.person_slot[person as usize * slots + slot]);
    let people: i128 = meeting.who.iter().map(person).sum();
    people
        + i128::from(prices.table[place.venue as usize * slots + slot])
        + interpreter(problem, prices, place.kind, slot)
}

/// The cheapest interpreter of this kind in this slot.
fn interpreter(problem: &Problem, prices: &Certificate, kind: u32, slot: usize) -> i128 {
    if kind == NONE {
        return 0;
    }
    let works = |class: &&u32| problem.classes[**class as usize].free.has(slot);
    let cost = |class: &u32| {
        let class = *class as usize;
        i128::from(prices.class[class]) + i128::from(prices.class_slot[class * problem.slot_count() + slot])
    };
    problem.kinds[kind as usize].iter().filter(works).map(cost).min().unwrap_or(0)
}
