//! Repairs against all plans of small events: how few agreed meetings have to move.
#![allow(clippy::expect_used, missing_docs)]

mod small;

use samesky_timetable::check::check;
use samesky_timetable::repair::{read_changes, repair};
use samesky_timetable::{Assignment, Instance, Options, Pace, Plan, Problem, solve};
use serde_json::{Map, Value, json};
use small::{Dice, Size, fits, instance, plan};

/// How much an agreed plan suffers: meetings that are dropped, then meetings in another slot or venue.
type Harm = (usize, usize);

#[test]
fn repair_moves_as_few_as_any_plan_could() {
    let mut worse = Vec::new();
    for seed in 1..=150 {
        let instance = instance(seed, Size { people: 5, slots: 4, meetings: 5 });
        let plan = agreed(&instance);
        let changes = json!({"format": "b2b-changes/1", "instance": instance.name, "changes": [change(seed)]});
        let changes = read_changes(changes.to_string().as_bytes(), &instance, &plan).expect("no fault");
        let after = repair(&instance, &plan, &changes, &[], None).expect("an event");
        let (ours, least) = (harm(&plan, &after.plan.assignments), least(&after.instance, &plan));
        assert!(ours >= least, "seed {seed}: the search of all plans missed one");
        if ours > least {
            worse.push((seed, ours, least));
        }
    }
    assert_eq!(worse, []);
}

fn agreed(instance: &Instance) -> Plan {
    let problem = Problem::new(instance).expect("a problem");
    solve(&problem, &Options { iterations: Some(2_000), ..Options::default() }, &mut |_| Pace::Used(0)).plan
}

fn change(seed: u64) -> Value {
    let mut dice = Dice::new(seed ^ 0xBEEF);
    let (person, slot) = (format!("p{}", dice.below(5)), format!("s{}", dice.below(4)));
    match dice.below(5) {
        0 => json!({"kind": "participant-away", "participant": person, "slots": [slot]}),
        1 => json!({"kind": "participant-late", "participant": person, "until": slot}),
        2 => json!({"kind": "table-lost", "venue": "hall", "table": 1, "slots": [slot]}),
        3 => json!({"kind": "interpreter-away", "interpreter": "i0", "slots": [slot]}),
        _ => json!({"kind": "slot-lost", "slot": slot}),
    }
}

fn harm(agreed: &Plan, after: &[Assignment]) -> Harm {
    let (mut dropped, mut moved) = (0, 0);
    for before in &agreed.assignments {
        match after.iter().find(|one| one.meeting == before.meeting) {
            None => dropped += 1,
            Some(one) if (&one.slot, &one.venue) != (&before.slot, &before.venue) => moved += 1,
            Some(_) => {}
        }
    }
    (dropped, moved)
}

/// The least harm of all plans that the check lets pass.
fn least(event: &Instance, agreed: &Plan) -> Harm {
    let mut best = (usize::MAX, 0);
    extend(event, agreed, 0, &mut Vec::new(), &mut best);
    best
}

fn extend(event: &Instance, agreed: &Plan, at: usize, held: &mut Vec<Assignment>, best: &mut Harm) {
    let Some(before) = agreed.assignments.get(at) else {
        let harm = harm(agreed, held);
        if harm < *best && check(event, &plan(event, held)).is_valid() {
            *best = harm;
        }
        return;
    };
    for option in options(event, before, held) {
        held.push(option);
        if fits(event, held) {
            extend(event, agreed, at + 1, held, best);
        }
        held.pop();
    }
    extend(event, agreed, at + 1, held, best);
}

/// Everywhere, every interpreter or none, at any table.
fn options(event: &Instance, before: &Assignment, held: &[Assignment]) -> Vec<Assignment> {
    let people: Vec<_> = event.interpreters.iter().map(|one| Some(one.id.clone())).chain([None]).collect();
    let mut all = Vec::new();
    for slot in &event.slots {
        for venue in &event.venues {
            let taken = |table: &u32| {
                held.iter().any(|one| (&one.slot, &one.venue, one.table) == (&slot.id, &venue.id, *table))
            };
            let lost = |table: &u32| {
                venue
                    .lost_tables
                    .iter()
                    .any(|lost| lost.table == *table && (lost.slots.is_empty() || lost.slots.contains(&slot.id)))
            };
            let Some(table) = (1..=venue.tables).find(|table| !taken(table) && !lost(table)) else { continue };
            all.extend(people.iter().map(|interpreter| Assignment {
                meeting: before.meeting.clone(),
                slot: slot.id.clone(),
                venue: venue.id.clone(),
                table,
                interpreter: interpreter.clone(),
                other: Map::new(),
            }));
        }
    }
    all
}
