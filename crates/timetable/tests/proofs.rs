//! What is certain: required meetings that contradict, and the fewest breaks.
#![allow(clippy::expect_used, clippy::panic, missing_docs, clippy::needless_pass_by_value)]

use samesky_timetable::check::check;
use samesky_timetable::sample::{Mandatory, mandatory};
use samesky_timetable::{Contradiction, Instance, Limit, Options, Outcome, Pace, Problem, Rules, solve};
use serde_json::{Value, json};

/// Four people and one hall with two tables; slots and meetings as given.
fn event(slots: usize, meetings: Value) -> Instance {
    let slot = |at: usize| {
        json!({"id": format!("s{at}"), "start": format!("2027-04-14T{:02}:00:00+05:00", at + 6),
               "end": format!("2027-04-14T{:02}:30:00+05:00", at + 6)})
    };
    let person = |at: usize| json!({"id": format!("p{at}"), "venue": "hall", "languages": ["zh"]});
    let whole = json!({
        "format": "b2b-schedule/1", "name": "event", "objectives": ["weight", "breaks"],
        "slots": (0..slots).map(slot).collect::<Vec<_>>(),
        "venues": [{"id": "hall", "mode": "onsite", "tables": 2}],
        "participants": (0..6).map(person).collect::<Vec<_>>(),
        "interpreters": [{"id": "i0", "languages": ["zh", "th"]}],
        "meetings": meetings,
    });
    serde_json::from_value(whole).expect("an instance")
}

/// Breaks may differ by that at most.
fn rules(difference: u32) -> Rules {
    serde_json::from_value(json!({"max_break_difference": difference})).expect("rules")
}

fn required(id: &str, who: [&str; 2], more: Value) -> Value {
    let mut one = json!({"id": id, "participants": who, "priority": 1, "required": true});
    let more = more.as_object().expect("fields").clone();
    one.as_object_mut().expect("fields").extend(more);
    one
}

/// Solves with up to so many looks at the time.
fn solved(instance: &Instance, looks: u32) -> Outcome {
    let problem = Problem::new(instance).expect("a problem");
    let mut used = 0;
    solve(&problem, &Options { threads: 2, ..Options::default() }, &mut |_| {
        used += 1_000_000 / looks;
        Pace::Used(used)
    })
}

fn contradiction(instance: &Instance) -> Option<Contradiction> {
    let outcome = solved(instance, 1_000_000);
    assert_eq!(outcome.valid, outcome.contradiction.is_none());
    outcome.contradiction
}

fn minimal(meetings: &[usize], limits: &[Limit]) -> Option<Contradiction> {
    Some(Contradiction { meetings: meetings.to_vec(), limits: limits.to_vec(), minimal: true })
}

#[test]
fn required_meetings_of_one_person_in_too_few_slots_contradict() {
    let meetings = json!([
        required("a", ["p0", "p1"], json!({})),
        required("b", ["p2", "p3"], json!({})),
        required("c", ["p0", "p3"], json!({})),
        required("d", ["p0", "p2"], json!({})),
    ]);
    // Three meetings of p0 for two slots; b is not to blame.
    assert_eq!(contradiction(&event(2, meetings.clone())), minimal(&[0, 2, 3], &[Limit::MaxMeetings(0)]));
    assert_eq!(contradiction(&event(3, meetings)), None);
}

#[test]
fn required_meetings_in_one_fixed_slot_contradict() {
    let fixed = || json!({"fixed_slot": "s1"});
    let meetings = json!([required("a", ["p0", "p1"], fixed()), required("b", ["p1", "p2"], fixed())]);
    assert_eq!(contradiction(&event(3, meetings)), minimal(&[0, 1], &[Limit::OneAtATime(1)]));
}

#[test]
fn more_required_meetings_than_tables_contradict() {
    let meetings = json!([
        required("a", ["p0", "p1"], json!({})),
        required("b", ["p2", "p3"], json!({})),
        required("c", ["p4", "p5"], json!({})),
    ]);
    assert_eq!(contradiction(&event(1, meetings)), minimal(&[0, 1, 2], &[Limit::Tables(0)]));
}

#[test]
fn more_required_meetings_than_interpreters_contradict() {
    let needs = || json!({"languages": ["zh", "th"]});
    let meetings = json!([required("a", ["p0", "p1"], needs()), required("b", ["p2", "p3"], needs())]);
    assert_eq!(contradiction(&event(1, meetings)), minimal(&[0, 1], &[Limit::Interpreters(0)]));
}

#[test]
fn required_meeting_before_the_one_it_waits_for_contradicts() {
    let first = required("a", ["p0", "p1"], json!({"fixed_slot": "s1"}));
    let second = required("b", ["p2", "p3"], json!({"fixed_slot": "s0", "after": ["a"]}));
    // The second needs the first, required or not.
    assert_eq!(contradiction(&event(2, json!([first, second]))), minimal(&[1], &[Limit::After(1, 0)]));
}

#[test]
fn breaks_that_cannot_be_even_contradict() {
    // p0 has a break between a and b, p3 can have none; c may be anywhere, and is not to blame.
    let meetings = json!([
        required("a", ["p0", "p1"], json!({"fixed_slot": "s0"})),
        required("b", ["p0", "p2"], json!({"fixed_slot": "s2"})),
        required("c", ["p3", "p4"], json!({})),
    ]);
    let mut even = event(3, meetings.clone());
    even.rules = Some(rules(0));
    let limits = [Limit::EvenBreaks(0), Limit::EvenBreaks(1)];
    assert_eq!(contradiction(&even), minimal(&[0, 1], &limits));
    even.rules = Some(rules(1));
    assert_eq!(contradiction(&even), None);
}

#[test]
fn break_that_another_meeting_may_fill_is_no_contradiction() {
    let mut meetings = json!([
        required("a", ["p0", "p1"], json!({"fixed_slot": "s0"})),
        required("b", ["p0", "p2"], json!({"fixed_slot": "s2"})),
        required("d", ["p0", "p3"], json!({})),
    ]);
    meetings[2]["required"] = json!(false);
    let mut even = event(3, meetings);
    even.rules = Some(rules(0));
    let outcome = solved(&even, 1000);
    assert_eq!((outcome.contradiction, outcome.valid, outcome.score.breaks), (None, true, 0));
}

#[test]
fn required_meeting_without_any_slot_contradicts_alone() {
    let never = required("a", ["p0", "p1"], json!({"unavailable": ["s0", "s1"]}));
    assert_eq!(contradiction(&event(2, json!([never]))), minimal(&[0], &[]));
}

#[test]
fn fewest_breaks_of_required_meetings_are_proven() {
    // p0 meets in s0 and s2 and nowhere between: one break is needed, another is not.
    let meetings = json!([
        required("a", ["p0", "p1"], json!({"fixed_slot": "s0"})),
        required("b", ["p0", "p2"], json!({"fixed_slot": "s2"})),
        required("c", ["p1", "p2"], json!({})),
    ]);
    let outcome = solved(&event(4, meetings), 1_000_000);
    assert_eq!((outcome.score.breaks, outcome.breaks_bound), (1, Some(1)));
}

#[test]
fn plans_of_mandatory_instances_hold_to_every_rule() {
    for seed in 1..=3 {
        let (instance, _) = mandatory(Mandatory::of_seed(seed), seed);
        let outcome = solved(&instance, 2_000);
        assert_eq!(check(&instance, &outcome.plan).violations, Vec::new(), "seed {seed}");
        assert!(outcome.breaks_bound.expect("a bound") <= outcome.score.breaks, "seed {seed}");
    }
}
