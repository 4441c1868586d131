//! A bound on the weight, from the prices that prove it.
//!
//! Put a price of 0 or more on every slot of every participant, table and interpreter, and on one meeting of each
//! participant and interpreter whenever it is. Whatever the prices: no plan weighs more than what all there is costs
//! together, and for each meeting what its priority is above the price of its cheapest place. (Weak duality of the
//! relaxation that knows nothing of `after` and of breaks.) All is added up in whole numbers.

use super::needs;
use crate::instance::{Instance, Interpreter, Meeting, Mode, Participant, Venue};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Prices are whole numbers of this part of one unit of weight.
pub const PART: i128 = 1 << 20;

/// The format of a file of prices.
pub const PRICES_FORMAT: &str = "b2b-prices/1";

/// A file of prices: whoever has it and the instance can add the bound up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// [`PRICES_FORMAT`].
    pub format: String,
    /// The name of the instance.
    pub instance: String,
    /// The prices.
    #[serde(flatten)]
    pub prices: Prices,
}

impl Proof {
    /// The proof of an instance's bound.
    #[must_use]
    pub fn new(instance: &Instance, prices: Prices) -> Self {
        Self { format: PRICES_FORMAT.to_owned(), instance: instance.name.clone(), prices }
    }
}

/// The prices, in 1/2²⁰ of a unit of weight, in the order of the lists of the instance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prices {
    /// Of each participant in each slot: participant by participant.
    pub participant_slot: Vec<u64>,
    /// Of one meeting of each participant.
    pub participant: Vec<u64>,
    /// Of a table of each venue in each slot: venue by venue.
    pub table: Vec<u64>,
    /// Of each interpreter in each slot: interpreter by interpreter.
    pub interpreter_slot: Vec<u64>,
    /// Of one meeting of each interpreter.
    pub interpreter: Vec<u64>,
}

/// What no plan of this instance weighs more than, if these are the prices; none if there are too few or too many.
#[must_use]
pub fn proven_weight(instance: &Instance, prices: &Prices) -> Option<u64> {
    let market = Market::of(instance, prices)?;
    let gains: i128 = instance.meetings.iter().map(|meeting| market.gain(meeting)).sum();
    u64::try_from((market.everything() + gains) / PART).ok()
}

struct Market<'a> {
    instance: &'a Instance,
    prices: &'a Prices,
    slots: usize,
    people: HashMap<&'a str, usize>,
    venues: HashMap<&'a str, usize>,
}

impl<'a> Market<'a> {
    fn of(instance: &'a Instance, prices: &'a Prices) -> Option<Self> {
        let slots = instance.slots.len();
        let fits = [
            (prices.participant_slot.len(), instance.participants.len() * slots),
            (prices.participant.len(), instance.participants.len()),
            (prices.table.len(), instance.venues.len() * slots),
            (prices.interpreter_slot.len(), instance.interpreters.len() * slots),
            (prices.interpreter.len(), instance.interpreters.len()),
        ];
        let people = instance.participants.iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect();
        let venues = instance.venues.iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect();
        fits.iter().all(|(given, needed)| given == needed).then_some(Self { instance, prices, slots, people, venues })
    }

    /// What all there is costs together.
    fn everything(&self) -> i128 {
        let mut cost = 0;
        for (at, one) in self.instance.participants.iter().enumerate() {
            let free = |slot: &str| !one.unavailable.iter().any(|away| away == slot);
            cost += self.person_like(
                &free,
                one.max_meetings,
                self.prices.participant[at],
                self.row(&self.prices.participant_slot, at),
            );
        }
        for (at, one) in self.instance.interpreters.iter().enumerate() {
            let free = |slot: &str| !one.unavailable.iter().any(|away| away == slot);
            cost += self.person_like(
                &free,
                one.max_meetings,
                self.prices.interpreter[at],
                self.row(&self.prices.interpreter_slot, at),
            );
        }
        for (at, venue) in self.instance.venues.iter().enumerate() {
            let row = self.instance.slots.iter().zip(self.row(&self.prices.table, at));
            cost += row.map(|(slot, price)| i128::from(tables(venue, &slot.id)) * i128::from(*price)).sum::<i128>();
        }
        cost
    }

    /// Somebody who has one meeting in a slot, and so many in all.
    fn person_like(&self, free: &dyn Fn(&str) -> bool, limit: Option<u32>, each: u64, row: &[u64]) -> i128 {
        let open = self.instance.slots.iter().zip(row).filter(|(slot, _)| free(&slot.id));
        let prices: Vec<i128> = open.map(|(_, price)| i128::from(*price)).collect();
        let most = limit.map_or(prices.len() as i128, |limit| i128::from(limit).min(prices.len() as i128));
        most * i128::from(each) + prices.iter().sum::<i128>()
    }

    fn row<'p>(&self, prices: &'p [u64], at: usize) -> &'p [u64] {
        prices.get(at * self.slots..(at + 1) * self.slots).unwrap_or_default()
    }

    /// What a meeting is worth above the price of its cheapest place; 0 where it has none, or costs more everywhere.
    fn gain(&self, meeting: &Meeting) -> i128 {
        let who: Vec<usize> =
            meeting.participants.iter().filter_map(|id| self.people.get(id.as_str()).copied()).collect();
        let people: Vec<&Participant> = who.iter().filter_map(|one| self.instance.participants.get(*one)).collect();
        let own: i128 = who.iter().map(|one| i128::from(self.prices.participant[*one])).sum();
        let needs = needs::interpreter(meeting, &people);
        let mut cheapest = None;
        for venue in self.venues_of(meeting, &people) {
            let able = if needs { self.able(meeting, &people, venue) } else { Vec::new() };
            for slot in 0..self.slots {
                if let Some(price) = self.seat(meeting, &people, &who, venue, slot, needs.then_some(&able)) {
                    cheapest = Some(cheapest.map_or(price, |known: i128| known.min(price)));
                }
            }
        }
        cheapest.map_or(0, |price| (i128::from(meeting.priority) * PART - own - price).max(0))
    }

    /// The venues where it may be held.
    fn venues_of(&self, meeting: &Meeting, people: &[&Participant]) -> Vec<usize> {
        let at = |id: &str| self.venues.get(id).copied();
        if let Some(pinned) = &meeting.venue {
            return at(pinned).into_iter().collect();
        }
        let mode = |venue: &usize| self.instance.venues.get(*venue).map(|venue| venue.mode);
        match needs::together(people).and_then(at).filter(|venue| mode(venue) == Some(Mode::Onsite)) {
            Some(site) => vec![site],
            None => (0..self.instance.venues.len()).filter(|venue| mode(venue) == Some(Mode::Video)).collect(),
        }
    }

    /// The interpreters who can serve it in this venue.
    fn able(&self, meeting: &Meeting, people: &[&Participant], venue: usize) -> Vec<(usize, &'a Interpreter)> {
        let here = |one: &Interpreter| one.venue.as_ref().is_none_or(|id| self.venues.get(id.as_str()) == Some(&venue));
        let all = self.instance.interpreters.iter().enumerate();
        all.filter(|(_, one)| here(one) && needs::is_served(meeting, people, &one.languages)).collect()
    }

    /// What a place costs; none if it cannot be held there.
    fn seat(
        &self,
        meeting: &Meeting,
        people: &[&Participant],
        who: &[usize],
        venue: usize,
        slot: usize,
        able: Option<&Vec<(usize, &Interpreter)>>,
    ) -> Option<i128> {
        let id = &self.instance.slots.get(slot)?.id;
        let closed = meeting.unavailable.contains(id) || meeting.fixed_slot.as_ref().is_some_and(|fixed| fixed != id);
        let away = people.iter().any(|one| one.unavailable.contains(id));
        if closed || away || tables(self.instance.venues.get(venue)?, id) == 0 {
            return None;
        }
        let persons: i128 =
            who.iter().map(|one| i128::from(self.prices.participant_slot[one * self.slots + slot])).sum();
        let interpreter = able.map_or(Some(0), |able| self.cheapest(able, slot, id))?;
        Some(persons + i128::from(self.prices.table[venue * self.slots + slot]) + interpreter)
    }

    fn cheapest(&self, able: &[(usize, &Interpreter)], slot: usize, id: &String) -> Option<i128> {
        let working = able.iter().filter(|(_, one)| !one.unavailable.contains(id));
        let price = |at: usize| {
            i128::from(self.prices.interpreter[at]) + i128::from(self.prices.interpreter_slot[at * self.slots + slot])
        };
        working.map(|(at, _)| price(*at)).min()
    }
}

/// The tables of a venue that can be used in a slot.
fn tables(venue: &Venue, slot: &str) -> u32 {
    if venue.unavailable.iter().any(|closed| closed == slot) {
        return 0;
    }
    let mut lost: Vec<u32> = venue
        .lost_tables
        .iter()
        .filter(|lost| (1..=venue.tables).contains(&lost.table))
        .filter(|lost| lost.slots.is_empty() || lost.slots.iter().any(|out| out == slot))
        .map(|lost| lost.table)
        .collect();
    lost.sort_unstable();
    lost.dedup();
    venue.tables.saturating_sub(u32::try_from(lost.len()).unwrap_or(u32::MAX))
}
