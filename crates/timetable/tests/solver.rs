//! The solver against the check, against all plans of tiny instances, and against itself on other threads.
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

mod small;

use samesky_timetable::check::check;
use samesky_timetable::{
    Assignment, Instance, Objective, Options, Outcome, Pace, Plan, Problem, Score, proven_weight, solve,
};
use serde_json::Map;
use small::{Size, fits, instance, plan};

fn solved(instance: &Instance, seed: u64, threads: usize, iterations: u64) -> Outcome {
    let problem = Problem::new(instance).expect("a problem");
    let options = Options { seed, threads, iterations: Some(iterations), ..Options::default() };
    solve(&problem, &options, &mut |_| Pace::Used(0))
}

#[test]
fn plans_of_small_instances_hold_to_every_rule_and_to_their_bound() {
    for seed in 1..=150 {
        let instance = instance(seed, Size { people: 8, slots: 6, meetings: 24 });
        let outcome = solved(&instance, seed, 1, 3_000);
        let report = check(&instance, &outcome.plan);
        assert_eq!(report.violations, Vec::new(), "seed {seed}");
        assert_eq!(report.score, outcome.score, "seed {seed}");
        let (bound, certificate) = outcome.bound.expect("a bound");
        let problem = Problem::new(&instance).expect("a problem");
        assert_eq!(proven_weight(&problem, &certificate), Some(bound), "seed {seed}");
        assert!(outcome.score.weight <= bound, "seed {seed}");
    }
}

#[test]
fn plans_of_tiny_instances_are_as_good_as_the_best_of_all_plans() {
    for seed in 1..=60 {
        let instance = instance(seed, Size { people: 4, slots: 4, meetings: 5 });
        let outcome = solved(&instance, seed, 1, 20_000);
        let best = best_of_all(&instance);
        assert_eq!(check(&instance, &outcome.plan).violations, Vec::new(), "seed {seed}");
        assert_eq!(key(&instance, &outcome.score), key(&instance, &best), "seed {seed}");
    }
}

#[test]
fn plan_of_a_seed_is_the_same_on_any_number_of_threads() {
    for (people, meetings) in [(10, 40), (60, 1200)] {
        let instance = instance(7, Size { people, slots: 9, meetings });
        let plans: Vec<_> = [1, 2, 4].map(|threads| solved(&instance, 3, threads, 60_000).plan).into();
        assert_eq!(plans[0], plans[1]);
        assert_eq!(plans[0], plans[2]);
        assert_ne!(plans[0], solved(&instance, 4, 1, 60_000).plan);
    }
}

#[test]
fn frozen_meetings_stay_and_others_join() {
    let instance = instance(11, Size { people: 8, slots: 6, meetings: 24 });
    let first = solved(&instance, 1, 1, 50).plan;
    let held =
        |plan: &Plan| plan.assignments.iter().map(|one| (one.meeting.clone(), one.slot.clone())).collect::<Vec<_>>();
    let problem = Problem::new(&instance).expect("a problem");
    let places = |at: &usize| first.assignments.iter().any(|one| one.meeting == instance.meetings[*at].id);
    let frozen = (0..instance.meetings.len()).filter(places).collect();
    let options = Options { start: Some(first.clone()), frozen, iterations: Some(3_000), ..Options::default() };
    let outcome = solve(&problem, &options, &mut |_| Pace::Used(0));
    let (before, after) = (held(&first), held(&outcome.plan));
    assert_eq!(before.iter().filter(|one| !after.contains(one)).collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    assert_eq!(check(&instance, &outcome.plan).violations, Vec::new());
}

#[test]
fn stop_ends_the_search_with_a_plan() {
    let instance = instance(5, Size { people: 8, slots: 6, meetings: 24 });
    let problem = Problem::new(&instance).expect("a problem");
    let outcome = solve(&problem, &Options { threads: 2, ..Options::default() }, &mut |_| Pace::Stop);
    assert_eq!(check(&instance, &outcome.plan).violations, Vec::new());
}

#[test]
fn empty_instance_is_an_empty_plan() {
    let mut instance = instance(5, Size { people: 8, slots: 6, meetings: 24 });
    instance.meetings.clear();
    let plan = solved(&instance, 1, 2, 1_000).plan;
    assert_eq!((plan.assignments, plan.unscheduled), (Vec::new(), Vec::new()));
}

#[test]
fn plans_of_tiny_instances_with_even_breaks_are_as_good_as_the_best_of_all_plans() {
    for seed in 1..=40 {
        let mut instance = instance(seed, Size { people: 4, slots: 5, meetings: 5 });
        instance.rules =
            Some(serde_json::from_value(serde_json::json!({"max_break_difference": seed % 2})).expect("rules"));
        let outcome = solved(&instance, seed, 1, 20_000);
        let best = best_of_all(&instance);
        assert!(outcome.valid, "seed {seed}");
        assert_eq!(key(&instance, &outcome.score), key(&instance, &best), "seed {seed}");
    }
}

#[test]
fn first_plan_has_even_breaks_where_that_is_a_rule() {
    for difference in [0, 1] {
        let mut instance = instance(7, Size { people: 30, slots: 10, meetings: 300 });
        let rules = serde_json::json!({"max_break_difference": difference});
        instance.rules = Some(serde_json::from_value(rules).expect("rules"));
        let problem = Problem::new(&instance).expect("a problem");
        let outcome = solve(&problem, &Options::default(), &mut |_| Pace::Stop);
        assert_eq!(check(&instance, &outcome.plan).violations, Vec::new());
        assert!(outcome.score.meetings_held > 8, "{:?}", outcome.score);
    }
}

/// The measures in the order of the instance; less is better.
fn key(instance: &Instance, score: &Score) -> Vec<i64> {
    let of = |objective: &Objective| match objective {
        Objective::Weight => -i64::try_from(score.weight).expect("small"),
        Objective::Fairness => i64::try_from(score.fairness).expect("small"),
        Objective::Breaks => i64::try_from(score.breaks).expect("small"),
        Objective::TableChanges => 0,
    };
    instance.objectives().iter().map(of).collect()
}

/// The best score of all plans that the check lets pass.
fn best_of_all(instance: &Instance) -> Score {
    let mut best = None;
    extend(instance, 0, &mut Vec::new(), &mut best);
    best.expect("the empty plan")
}

fn extend(instance: &Instance, at: usize, held: &mut Vec<Assignment>, best: &mut Option<Score>) {
    let Some(meeting) = instance.meetings.get(at) else {
        let report = check(instance, &plan(instance, held));
        let better = best.is_none_or(|best| key(instance, &report.score) < key(instance, &best));
        if report.is_valid() && better {
            *best = Some(report.score);
        }
        return;
    };
    extend(instance, at + 1, held, best);
    let people = instance.interpreters.iter().map(|one| Some(one.id.clone())).chain([None]);
    let people: Vec<_> = people.collect();
    for slot in &instance.slots {
        for venue in &instance.venues {
            for interpreter in &people {
                let same = |one: &&Assignment| one.slot == slot.id && one.venue == venue.id;
                let table = u32::try_from(held.iter().filter(same).count()).expect("small") + 1;
                let one = Assignment {
                    meeting: meeting.id.clone(),
                    slot: slot.id.clone(),
                    venue: venue.id.clone(),
                    table,
                    interpreter: interpreter.clone(),
                    other: Map::new(),
                };
                held.push(one);
                if fits(instance, held) {
                    extend(instance, at + 1, held, best);
                }
                held.pop();
            }
        }
    }
}
