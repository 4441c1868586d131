//! Bounds on the weight are added up from their prices, and hold whatever the prices.
#![allow(clippy::expect_used, missing_docs)]

use proptest::prelude::*;
use samesky_timetable::check::{PART, Prices, check, proven_weight};
use samesky_timetable::sample::{Mandatory, mandatory};
use samesky_timetable::{Instance, Options, Pace, Plan, Problem, prices, read_instance, solve};
use serde_json::json;

/// Two people, two slots, one table, an interpreter for one meeting; three meetings are asked for.
fn event() -> Instance {
    let event = json!({
        "format": "b2b-schedule/1", "name": "small",
        "slots": [{"id": "t1", "start": "2027-04-14T09:00:00Z", "end": "2027-04-14T09:25:00Z"},
                  {"id": "t2", "start": "2027-04-14T09:30:00Z", "end": "2027-04-14T09:55:00Z"}],
        "venues": [{"id": "hall", "mode": "onsite", "tables": 2, "lost_tables": [{"table": 2, "slots": ["t2"]}]}],
        "participants": [{"id": "a", "venue": "hall", "languages": ["zh"]}, {"id": "b", "venue": "hall", "languages": ["ja"], "unavailable": ["t1"]},
                         {"id": "c", "venue": "hall", "languages": ["zh"]}],
        "interpreters": [{"id": "i", "languages": ["zh", "ja"], "max_meetings": 1}],
        "meetings": [{"id": "ab", "participants": ["a", "b"], "priority": 5}, {"id": "bc", "participants": ["b", "c"], "priority": 3},
                     {"id": "ac", "participants": ["a", "c"], "priority": 2}]
    });
    read_instance(event.to_string().as_bytes()).expect("no fault")
}

fn free(instance: &Instance) -> Prices {
    let slots = instance.slots.len();
    Prices {
        participant_slot: vec![0; instance.participants.len() * slots],
        participant: vec![0; instance.participants.len()],
        table: vec![0; instance.venues.len() * slots],
        interpreter_slot: vec![0; instance.interpreters.len() * slots],
        interpreter: vec![0; instance.interpreters.len()],
    }
}

fn units(units: u64) -> u64 {
    units * u64::try_from(PART).expect("small")
}

#[test]
fn bound_of_no_prices_is_everything_that_has_a_place() {
    let mut event = event();
    assert_eq!(proven_weight(&event, &free(&event)), Some(10));
    event.interpreters[0].languages.pop();
    assert_eq!(proven_weight(&event, &free(&event)), Some(2));
}

#[test]
fn bound_of_a_price_on_what_is_scarce_is_smaller() {
    let event = event();
    // The interpreter can serve once: of ab and bc one is left out.
    let interpreter = Prices { interpreter: vec![units(3)], ..free(&event) };
    assert_eq!(proven_weight(&event, &interpreter), Some(3 + 2 + 2));
    // The same by b, who is there in t2 only, and by the one table of t2.
    let person = Prices { participant_slot: vec![0, 0, 0, units(3), 0, 0], ..free(&event) };
    assert_eq!(proven_weight(&event, &person), Some(3 + 2 + 2));
    let table = Prices { table: vec![0, units(3)], ..free(&event) };
    assert_eq!(proven_weight(&event, &table), Some(3 + 2 + 2));
    // Parts of a unit add up before they are cut off.
    let half = Prices { interpreter: vec![units(3) - 1], ..free(&event) };
    assert_eq!(proven_weight(&event, &half), Some(7));
    let more = Prices { interpreter: vec![units(2) + units(1) / 2], ..free(&event) };
    assert_eq!(proven_weight(&event, &more), Some(7));
}

#[test]
fn bound_of_prices_for_another_event_is_none() {
    let event = event();
    let prices = Prices { participant: vec![0; 4], ..free(&event) };
    assert_eq!(proven_weight(&event, &prices), None);
    assert_eq!(proven_weight(&event, &Prices::default()), None);
}

#[test]
fn bound_of_the_largest_prices_does_not_overflow() {
    let event = event();
    let all = |list: &Vec<u64>| vec![u64::MAX; list.len()];
    let free = free(&event);
    let prices = Prices {
        participant_slot: all(&free.participant_slot),
        participant: all(&free.participant),
        table: all(&free.table),
        interpreter_slot: all(&free.interpreter_slot),
        interpreter: all(&free.interpreter),
    };
    assert!(proven_weight(&event, &prices) >= Some(7));
}

/// An event with interpreters, limits and weights, and a plan of it.
fn weighed(seed: u64) -> (Instance, Plan) {
    let (mut instance, mut plan) =
        mandatory(Mandatory { people: 16, slots: 6, tables: 5, meetings: 30, restless: false }, seed);
    instance.rules = None;
    for (at, meeting) in instance.meetings.iter_mut().enumerate() {
        meeting.required = false;
        meeting.priority = at as u64 % 5 + 1;
    }
    instance.venues[0].tables = 4;
    let (kept, gone): (Vec<_>, Vec<_>) = plan.assignments.into_iter().partition(|one| one.table <= 4);
    plan.assignments = kept;
    plan.unscheduled = gone.into_iter().map(|one| one.meeting).collect();
    (instance, plan)
}

#[test]
fn bound_of_the_solver_is_confirmed() {
    for seed in 1..=3 {
        let (instance, _) = weighed(seed);
        let problem = Problem::new(&instance).expect("a problem");
        let options = Options { seed, iterations: Some(20_000), threads: 1, ..Options::default() };
        let outcome = solve(&problem, &options, &mut |_| Pace::Used(0));
        let (said, proof) = outcome.bound.expect("a bound");
        let prices = prices(&problem, &proof).expect("prices of this problem");
        assert_eq!(proven_weight(&instance, &prices), Some(said));
        let report = check(&instance, &outcome.plan);
        assert_eq!(report.violations, []);
        assert!(report.score.weight <= said);
    }
}

proptest! {
    #[test]
    fn bound_of_any_prices_is_not_below_a_plan(
        seed in 0_u64..200, dice in prop::collection::vec(0_u64..(4 << 20), 64)
    ) {
        let (instance, plan) = weighed(seed);
        let report = check(&instance, &plan);
        prop_assert_eq!(report.violations, []);
        let free = free(&instance);
        let any = |list: &Vec<u64>, skip: usize| dice.iter().copied().cycle().skip(skip).take(list.len()).collect();
        let prices = Prices {
            participant_slot: any(&free.participant_slot, 0),
            participant: any(&free.participant, 17),
            table: any(&free.table, 31),
            interpreter_slot: any(&free.interpreter_slot, 43),
            interpreter: any(&free.interpreter, 53),
        };
        prop_assert!(proven_weight(&instance, &prices).expect("a bound") >= report.score.weight);
    }
}
