//! Whatever the event, a plan that the solver calls valid passes the check, a bound is confirmed, and a repair and the
//! explanations of it hold as well.
#![allow(clippy::expect_used, missing_docs)]

use proptest::prelude::*;
use samesky_timetable::check::{check, proven_weight};
use samesky_timetable::explain::explain;
use samesky_timetable::repair::{read_changes, repair};
use samesky_timetable::{Instance, Options, Pace, Problem, prices, read_instance, solve};
use serde_json::{Value, json};

/// Numbers that proptest draws and shrinks.
struct Draw<'a>(std::iter::Cycle<std::slice::Iter<'a, u16>>);

impl Draw<'_> {
    fn below(&mut self, limit: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or_default()) % limit.max(1)
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    fn some(&mut self, all: &[&str], percent: usize) -> Vec<String> {
        all.iter().filter(|_| self.chance(percent)).map(|one| (*one).to_owned()).collect()
    }
}

const SLOTS: [&str; 6] = ["t0", "t1", "t2", "t3", "t4", "t5"];
const VENUES: [&str; 4] = ["hall", "annex", "video", "phone"];
const LANGUAGES: [&str; 3] = ["zh", "ja", "en"];

/// A small event with every feature of the format.
fn event(draw: &mut Draw<'_>, required: usize) -> Value {
    let slots: Vec<_> = (0..draw.below(6) + 1)
        .map(|n| json!({"id": SLOTS[n], "start": format!("2027-04-14T{:02}:00:00+08:00", 9 + n), "end": format!("2027-04-14T{:02}:50:00+08:00", 9 + n), "session": if n < 3 { "am" } else { "pm" }}))
        .collect();
    let ids = &SLOTS[..slots.len()];
    let venues: Vec<_> = VENUES
        .iter()
        .enumerate()
        .map(|(n, id)| {
            let lost = if draw.chance(20) { json!([{"table": 1, "slots": draw.some(ids, 30)}]) } else { json!([]) };
            let mode = if n < 2 { "onsite" } else { "video" };
            json!({"id": id, "mode": mode, "tables": draw.below(3) + 1, "unavailable": draw.some(ids, 10), "lost_tables": lost})
        })
        .collect();
    let people: Vec<_> = (0..draw.below(8) + 2)
        .map(|n| {
            let venue = [json!("hall"), json!("hall"), json!("annex"), json!("video"), Value::Null][draw.below(5)].clone();
            let limit = if draw.chance(20) { json!(draw.below(4)) } else { Value::Null };
            json!({"id": format!("p{n}"), "venue": venue, "languages": draw.some(&LANGUAGES, 50), "unavailable": draw.some(ids, 15), "max_meetings": limit})
        })
        .collect();
    let interpreters: Vec<_> = (0..draw.below(4))
        .map(|n| {
            let venue = if draw.chance(30) { json!(VENUES[draw.below(4)]) } else { Value::Null };
            let limit = if draw.chance(40) { json!(draw.below(3)) } else { Value::Null };
            json!({"id": format!("i{n}"), "venue": venue, "languages": draw.some(&LANGUAGES, 70), "unavailable": draw.some(ids, 15), "max_meetings": limit})
        })
        .collect();
    let meetings: Vec<_> = (0..draw.below(16)).map(|n| meeting(draw, n, people.len(), ids, required)).collect();
    let objectives = [
        json!(["weight", "breaks"]),
        json!(["weight", "fairness", "breaks", "table_changes"]),
        json!(["fairness"]),
        json!(["breaks", "weight"]),
    ];
    let rules = if draw.chance(25) { json!({"max_break_difference": draw.below(3)}) } else { json!({}) };
    json!({
        "format": "b2b-schedule/1", "name": "drawn", "objectives": objectives[draw.below(4)], "rules": rules,
        "slots": slots, "venues": venues, "participants": people, "interpreters": interpreters, "meetings": meetings
    })
}

fn meeting(draw: &mut Draw<'_>, n: usize, people: usize, slots: &[&str], required: usize) -> Value {
    let first = draw.below(people);
    let second = (first + 1 + draw.below(people - 1)) % people;
    let mut who = vec![format!("p{first}"), format!("p{second}")];
    if let Some(third) = (0..people).find(|one| *one != first && *one != second).filter(|_| draw.chance(10)) {
        who.push(format!("p{third}"));
    }
    let mut meeting = json!({"id": format!("m{n}"), "participants": who, "priority": draw.below(5) + 1, "unavailable": draw.some(slots, 5)});
    if draw.chance(10) {
        meeting["venue"] = json!(VENUES[draw.below(4)]);
    }
    if draw.chance(15) {
        meeting["languages"] = json!(draw.some(&LANGUAGES, 60));
    }
    if draw.chance(8) {
        meeting["fixed_slot"] = json!(slots[draw.below(slots.len())]);
    }
    if n > 0 && draw.chance(15) {
        meeting["after"] = json!([format!("m{}", draw.below(n))]);
    }
    meeting["required"] = json!(draw.chance(required));
    meeting
}

fn held(instance: &Instance, seed: u64) -> Result<(), TestCaseError> {
    let problem = Problem::new(instance).expect("a problem");
    let options = Options { seed, iterations: Some(3_000), threads: 1, ..Options::default() };
    let outcome = solve(&problem, &options, &mut |_| Pace::Used(0));
    let report = check(instance, &outcome.plan);
    prop_assert_eq!(outcome.valid, report.is_valid(), "{:?}", report.violations);
    if let Some((said, proof)) = &outcome.bound {
        let prices = prices(&problem, proof).expect("prices of this problem");
        prop_assert_eq!(proven_weight(instance, &prices), Some(*said));
        prop_assert!(!report.is_valid() || report.score.weight <= *said);
    }
    prop_assert!(outcome.contradiction.is_none() || !report.is_valid());
    if report.is_valid() {
        prop_assert_eq!(outcome.score, report.score);
        for meeting in outcome.plan.unscheduled.iter().take(3) {
            let explanation = explain(instance, &outcome.plan, meeting).expect("a meeting");
            prop_assert!(explanation.words(instance, &outcome.plan).contains("is not held"));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn plan_of_any_event_passes_the_check(numbers in prop::collection::vec(any::<u16>(), 40..400), seed in 0_u64..100) {
        let event = event(&mut Draw(numbers.iter().cycle()), 0);
        held(&read_instance(event.to_string().as_bytes()).expect("no fault"), seed)?;
    }

    #[test]
    fn plan_of_any_event_with_required_meetings_passes_the_check(numbers in prop::collection::vec(any::<u16>(), 40..400), seed in 0_u64..100) {
        let event = event(&mut Draw(numbers.iter().cycle()), 25);
        held(&read_instance(event.to_string().as_bytes()).expect("no fault"), seed)?;
    }

    #[test]
    fn repair_of_any_plan_passes_the_check(numbers in prop::collection::vec(any::<u16>(), 40..400), now in 0_usize..6) {
        let draw = &mut Draw(numbers.iter().cycle());
        let mut event = event(draw, 0);
        event["rules"] = json!({});
        let instance = read_instance(event.to_string().as_bytes()).expect("no fault");
        let problem = Problem::new(&instance).expect("a problem");
        let options = Options { iterations: Some(500), threads: 1, ..Options::default() };
        let plan = solve(&problem, &options, &mut |_| Pace::Used(0)).plan;
        prop_assert_eq!(check(&instance, &plan).violations, []);
        let slot = SLOTS[draw.below(instance.slots.len())];
        let person = format!("p{}", draw.below(instance.participants.len()));
        let mut changes = vec![
            json!({"kind": "participant-late", "participant": person, "until": slot}),
            json!({"kind": "slot-lost", "slot": slot, "venue": VENUES[draw.below(4)]}),
            json!({"kind": "table-lost", "venue": VENUES[draw.below(4)], "table": 1}),
        ];
        if !instance.interpreters.is_empty() {
            changes.push(json!({"kind": "interpreter-gone", "interpreter": "i0"}));
        }
        let first = draw.below(changes.len());
        let changes = json!({"format": "b2b-changes/1", "instance": "drawn", "changes": [changes[first].clone(), changes[0].clone()]});
        let changes = read_changes(changes.to_string().as_bytes(), &instance, &plan).expect("no fault");
        let now = instance.slots.get(now).map(|slot| slot.start.parse().expect("a time"));
        let after = repair(&instance, &plan, &changes, &[], now).expect("an event");
        prop_assert_eq!(check(&after.instance, &after.plan).violations, []);
    }
}
