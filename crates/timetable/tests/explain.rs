//! Why a meeting is not held.
#![allow(clippy::expect_used, missing_docs)]

use samesky_timetable::check::check;
use samesky_timetable::explain::{Exchange, Explanation, contradiction_words, explain};
use samesky_timetable::sample::{Mandatory, mandatory};
use samesky_timetable::{Instance, Options, Pace, Plan, Problem, read_instance, read_plan, solve};
use serde_json::{Value, json};

fn event() -> Value {
    let slot = |n: u8| json!({"id": format!("t{n}"), "start": format!("2027-04-14T{:02}:00:00Z", 8 + n), "end": format!("2027-04-14T{:02}:45:00Z", 8 + n)});
    json!({
        "format": "b2b-schedule/1", "name": "small",
        "slots": [slot(1), slot(2), slot(3)],
        "venues": [{"id": "hall", "mode": "onsite", "tables": 1, "unavailable": ["t3"]}],
        "participants": [
            {"id": "a", "name": "虚构甲", "venue": "hall", "languages": ["zh"]},
            {"id": "b", "name": "架空B", "venue": "hall", "languages": ["ja"]},
            {"id": "c", "venue": "hall", "languages": ["zh"], "unavailable": ["t1"]}],
        "interpreters": [{"id": "i", "languages": ["zh", "ja"]}],
        "meetings": [
            {"id": "ab", "participants": ["a", "b"], "priority": 4},
            {"id": "ac", "participants": ["a", "c"], "priority": 1},
            {"id": "bc", "participants": ["b", "c"], "priority": 3},
            {"id": "xy", "participants": ["a", "c"], "priority": 2, "venue": "hall", "languages": ["zh", "th"]}]
    })
}

fn plan() -> Value {
    json!({
        "format": "b2b-solution/1", "instance": "small",
        "assignments": [
            {"meeting": "ab", "slot": "t1", "venue": "hall", "table": 1, "interpreter": "i"},
            {"meeting": "ac", "slot": "t2", "venue": "hall", "table": 1}],
        "unscheduled": ["bc", "xy"]
    })
}

fn read(event: &Value, plan: &Value) -> (Instance, Plan) {
    let instance = read_instance(event.to_string().as_bytes()).expect("no fault");
    let plan = read_plan(plan.to_string().as_bytes(), &instance).expect("a plan");
    assert_eq!(check(&instance, &plan).violations, []);
    (instance, plan)
}

fn words(meeting: &str) -> String {
    let (instance, plan) = read(&event(), &plan());
    explain(&instance, &plan, meeting).expect("a meeting").words(&instance, &plan)
}

#[test]
fn meeting_that_another_keeps_out_is_explained_with_the_exchange() {
    let expected = "\
bc (架空B, b with c; priority 3) is not held.

It may be held at hall: 1 of 3 slots would do, were it not for other meetings.
  c is unavailable: t1
  hall is closed: t3
  t2: c is in ac (priority 1); the only table of hall is taken

The cheapest exchange: hold it in t2 at hall, table 1, with interpreter i.
  ac (虚构甲, a with c; priority 1) is dropped.
The plan would gain 2: weight 5 now, 7 then.
";
    assert_eq!(words("bc"), expected);
}

#[test]
fn meeting_that_nobody_can_interpret_has_no_exchange() {
    let expected = "\
xy (虚构甲, a with c; priority 2) is not held.

It may be held at hall: 0 of 3 slots would do.
  c is unavailable: t1
  no interpreter speaks what it needs: t2
  hall is closed: t3

No exchange was found that would admit it.
";
    assert_eq!(words("xy"), expected);
}

#[test]
fn meeting_that_is_held_is_said_to_be() {
    assert_eq!(
        words("ab"),
        "ab (虚构甲, a with 架空B, b; priority 4) is held in t1 at hall, table 1, with interpreter i.\n"
    );
}

#[test]
fn meeting_that_is_unknown_is_refused() {
    let (instance, plan) = read(&event(), &plan());
    let said = explain(&instance, &plan, "zz").map(drop).map_err(|refusals| refusals.to_string());
    assert_eq!(said, Err("there is no meeting “zz”; expected the id of one in `meetings`".to_owned()));
}

#[test]
fn exchange_moves_rather_than_drops() {
    let mut event = event();
    event["venues"][0]["unavailable"] = json!([]);
    let (instance, plan) = read(&event, &plan());
    let exchange = explain(&instance, &plan, "bc").expect("a meeting").exchange.expect("an exchange");
    // t3 is free: nothing has to go.
    assert_eq!((exchange.to.slot.as_str(), exchange.dropped.len(), exchange.moved.len()), ("t3", 0, 0));
    event["meetings"][2]["fixed_slot"] = json!("t2");
    let (instance, plan) = read(&event, &self::plan());
    let exchange = explain(&instance, &plan, "bc").expect("a meeting").exchange.expect("an exchange");
    let moved: Vec<_> = exchange.moved.iter().map(|one| (one.from.slot.as_str(), one.to.slot.as_str())).collect();
    assert_eq!((exchange.to.slot.as_str(), exchange.lost, moved), ("t2", 0, vec![("t2", "t3")]));
}

/// The plan after the exchange.
fn exchanged(mut plan: Plan, exchange: &Exchange) -> Plan {
    plan.objective = None;
    plan.assignments.retain(|one| !exchange.dropped.contains(&one.meeting));
    for shift in &exchange.moved {
        plan.assignments
            .iter_mut()
            .filter(|one| one.meeting == shift.to.meeting)
            .for_each(|one| *one = shift.to.clone());
    }
    plan.assignments.push(exchange.to.clone());
    plan.unscheduled.retain(|one| *one != exchange.to.meeting);
    plan.unscheduled.extend(exchange.dropped.clone());
    plan
}

#[test]
fn exchanges_lead_to_plans_that_hold() {
    let mut seen = 0;
    for seed in 1..=12 {
        let (mut instance, mut plan) =
            mandatory(Mandatory { people: 20, slots: 8, tables: 6, meetings: 40, restless: false }, seed);
        instance.meetings.iter_mut().for_each(|meeting| meeting.required = false);
        instance.meetings.iter_mut().zip(1..).for_each(|(meeting, n)| meeting.priority = n % 7 + 1);
        instance.rules = (seed % 2 == 0).then_some(instance.rules).flatten();
        instance.participants.iter_mut().zip(0..).for_each(|(one, n)| one.max_meetings = (n % 3 == 0).then_some(3));
        plan = thinned(&instance, plan);
        for meeting in plan.unscheduled.clone() {
            let found: Explanation = explain(&instance, &plan, &meeting).expect("a meeting");
            let Some(exchange) = found.exchange else { continue };
            let after = exchanged(plan.clone(), &exchange);
            assert_eq!(check(&instance, &after).violations, [], "seed {seed}: {exchange:?}");
            seen += 1;
        }
    }
    assert!(seen > 50, "only {seen} exchanges");
}

/// The plan without what breaks the tightened event.
fn thinned(instance: &Instance, mut plan: Plan) -> Plan {
    let mut counts = std::collections::HashMap::new();
    let limit = |id: &String| instance.participants.iter().find(|one| one.id == *id).and_then(|one| one.max_meetings);
    let (mut kept, mut gone) = (Vec::new(), Vec::new());
    for one in plan.assignments {
        let who = &instance.meetings.iter().find(|meeting| meeting.id == one.meeting).expect("a meeting").participants;
        let fits =
            who.iter().all(|id| limit(id).is_none_or(|limit| counts.get(id).copied().unwrap_or_default() < limit));
        if fits && one.table < 5 {
            who.iter().for_each(|id| *counts.entry(id.clone()).or_insert(0) += 1);
            kept.push(one);
        } else {
            gone.push(one.meeting);
        }
    }
    (plan.assignments, plan.unscheduled) = (kept, gone);
    plan
}

/// What is said of an event whose required meetings contradict.
fn contradiction(event: &Value) -> String {
    let instance = read_instance(event.to_string().as_bytes()).expect("no fault");
    let problem = Problem::new(&instance).expect("a problem");
    let options = Options { iterations: Some(1000), seed: 1, threads: 1, ..Options::default() };
    let outcome = solve(&problem, &options, &mut |_| Pace::Used(0));
    assert!(!outcome.valid);
    contradiction_words(&instance, &problem, &outcome.contradiction.expect("a contradiction"))
}

#[test]
fn required_meeting_without_a_slot_is_told_with_why() {
    let mut event = event();
    event["meetings"][3]["required"] = json!(true);
    let expected = "\
xy (虚构甲, a with c; priority 2) has to be held, and there is no slot for it.

It may be held at hall: 0 of 3 slots would do.
  c is unavailable: t1
  no interpreter speaks what it needs: t2
  hall is closed: t3
";
    assert_eq!(contradiction(&event), expected);
}

#[test]
fn breaks_that_cannot_be_even_are_told_with_whom_they_concern() {
    let mut event = event();
    event["venues"][0]["unavailable"] = json!([]);
    event["rules"] = json!({"max_break_difference": 0});
    event["meetings"][0]["fixed_slot"] = json!("t1");
    event["meetings"][1]["fixed_slot"] = json!("t3");
    event["meetings"][2]["unavailable"] = json!(["t2", "t3"]);
    for at in [0, 1] {
        event["meetings"][at]["required"] = json!(true);
    }
    let expected = "\
These meetings have to be held, and cannot all be:
  ab (虚构甲, a with 架空B, b; priority 4): can be in t1 at hall
  ac (虚构甲, a with c; priority 1): can be in t3 at hall
because
  the breaks of 虚构甲 (a) and 架空B (b) may differ by 0 at most
Without any one of these meetings, or any one of these rules, the others could be.
";
    assert_eq!(contradiction(&event), expected);
}

#[test]
fn required_meetings_of_one_person_in_one_slot_contradict() {
    let mut event = event();
    event["venues"][0]["tables"] = json!(2);
    for at in [1, 2] {
        event["meetings"][at]["required"] = json!(true);
    }
    let expected = "\
These meetings have to be held, and cannot all be:
  ac (虚构甲, a with c; priority 1): can be in t2 at hall
  bc (架空B, b with c; priority 3): can be in t2 at hall
because
  c can be in one meeting at a time
Without any one of these meetings, or any one of these rules, the others could be.
";
    assert_eq!(contradiction(&event), expected);
}

#[test]
fn required_meetings_that_share_the_only_table_contradict() {
    let mut event = event();
    event["participants"]
        .as_array_mut()
        .expect("a list")
        .push(json!({"id": "d", "venue": "hall", "languages": ["zh"]}));
    event["meetings"][0]["required"] = json!(true);
    event["meetings"][0]["fixed_slot"] = json!("t2");
    event["meetings"][1]["required"] = json!(true);
    event["meetings"][1]["participants"] = json!(["c", "d"]);
    let expected = "\
These meetings have to be held, and cannot all be:
  ab (虚构甲, a with 架空B, b; priority 4): can be in t2 at hall
  ac (c with d; priority 1): can be in t2 at hall
because
  hall has one table
Without any one of these meetings, or any one of these rules, the others could be.
";
    assert_eq!(contradiction(&event), expected);
}
