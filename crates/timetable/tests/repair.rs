//! Plans after something changed.
#![allow(clippy::expect_used, clippy::panic, clippy::needless_pass_by_value, missing_docs)]

use proptest::prelude::*;
use samesky_timetable::check::check;
use samesky_timetable::repair::{Changes, Repair, read_changes, read_locks, repair};
use samesky_timetable::sample::{Mandatory, mandatory};
use samesky_timetable::{Instance, Plan, read_instance, read_plan};
use serde_json::{Value, json};

/// Four slots from 9:00 to 10:30 UTC, a hall with two tables, interpreters i (all) and j (ja, en only).
fn event() -> Value {
    let slot = |n: u8| json!({"id": format!("t{n}"), "start": format!("2027-04-14T{:02}:00:00Z", 8 + n), "end": format!("2027-04-14T{:02}:45:00Z", 8 + n)});
    let person = |id: &str, language: &str| json!({"id": id, "venue": "hall", "languages": [language]});
    json!({
        "format": "b2b-schedule/1", "name": "small",
        "slots": [slot(1), slot(2), slot(3), slot(4)],
        "venues": [{"id": "hall", "mode": "onsite", "tables": 2}],
        "participants": [person("a", "zh"), person("b", "zh"), person("c", "ja"), person("d", "ja"), person("e", "en"), person("f", "zh")],
        "interpreters": [{"id": "i", "languages": ["zh", "ja", "en"]}, {"id": "j", "languages": ["ja", "en"]}],
        "meetings": [
            {"id": "ab", "participants": ["a", "b"], "priority": 3},
            {"id": "cd", "participants": ["c", "d"], "priority": 3},
            {"id": "ce", "participants": ["c", "e"], "priority": 2},
            {"id": "af", "participants": ["a", "f"], "priority": 1},
            {"id": "ac", "participants": ["a", "c"], "priority": 1}]
    })
}

/// ab and cd in t1, ce in t2 with i, af in t3; ac is not held.
fn plan() -> Value {
    json!({
        "format": "b2b-solution/1", "instance": "small",
        "assignments": [
            {"meeting": "ab", "slot": "t1", "venue": "hall", "table": 1, "note": "agreed by telephone"},
            {"meeting": "cd", "slot": "t1", "venue": "hall", "table": 2},
            {"meeting": "ce", "slot": "t2", "venue": "hall", "table": 1, "interpreter": "i"},
            {"meeting": "af", "slot": "t3", "venue": "hall", "table": 1}],
        "unscheduled": ["ac"]
    })
}

fn repaired(event: &Value, plan: &Value, changes: Value, locks: Value, now: Option<&str>) -> Repair {
    let instance = read_instance(event.to_string().as_bytes()).expect("no fault");
    let plan: Plan = read_plan(plan.to_string().as_bytes(), &instance).expect("a plan");
    assert_eq!(check(&instance, &plan).violations, [], "the plan before");
    let changes = json!({"format": "b2b-changes/1", "instance": "small", "changes": changes, "locks": locks});
    let changes = read_changes(changes.to_string().as_bytes(), &instance, &plan).expect("no fault");
    repair(&instance, &plan, &changes, &[], now.map(|now| now.parse().expect("a time"))).expect("an event")
}

/// The moves in short, as in `moved ab t1/1 → t2/1`; the plan after is valid.
fn moves(changes: Value, locks: Value, now: Option<&str>) -> Vec<String> {
    let mut event = event();
    // Nothing new comes in where a test does not ask for it.
    event["meetings"].as_array_mut().expect("a list").pop();
    let mut plan = plan();
    plan["unscheduled"] = json!([]);
    told(&repaired(&event, &plan, changes, locks, now))
}

fn told(repaired: &Repair) -> Vec<String> {
    assert_eq!(check(&repaired.instance, &repaired.plan).violations, []);
    let written = serde_json::to_value(&repaired.moves).expect("JSON");
    let place = |place: &Value| match place.as_object() {
        Some(at) => format!(
            "{}/{}{}",
            at["slot"].as_str().unwrap_or_default(),
            at["table"],
            at.get("interpreter").and_then(Value::as_str).map(|one| format!("/{one}")).unwrap_or_default()
        ),
        None => "–".to_owned(),
    };
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = written.as_array().expect("a list");
    list.iter()
        .map(|one| {
            format!("{} {} {} → {}", word(&one["kind"]), word(&one["meeting"]), place(&one["from"]), place(&one["to"]))
        })
        .collect()
}

#[test]
fn repair_of_no_change_moves_nothing_and_keeps_what_it_does_not_know() {
    let repaired = repaired(&event(), &plan(), json!([]), json!([]), Some("2027-04-14T20:00:00Z"));
    assert_eq!(told(&repaired), Vec::<String>::new());
    assert_eq!(repaired.plan.assignments[0].other.get("note"), Some(&json!("agreed by telephone")));
}

#[test]
fn participant_who_is_late_moves_alone() {
    let late = json!([{"kind": "participant-late", "participant": "b", "until": "t2"}]);
    assert_eq!(moves(late, json!([]), None), ["moved ab t1/1 → t2/2"]);
}

#[test]
fn participant_who_is_gone_is_dropped_from_then_on() {
    let gone = json!([{"kind": "participant-gone", "participant": "a", "from": "t2"}]);
    assert_eq!(moves(gone, json!([]), None), ["dropped af t3/1 → –"]);
}

#[test]
fn participant_who_is_gone_keeps_what_has_begun() {
    let gone = || json!([{"kind": "participant-gone", "participant": "a"}]);
    assert_eq!(moves(gone(), json!([]), Some("2027-04-14T09:00:00Z")), ["dropped af t3/1 → –"]);
    assert_eq!(moves(gone(), json!([]), Some("2027-04-14T08:59:59Z")), ["dropped ab t1/1 → –", "dropped af t3/1 → –"]);
}

#[test]
fn nothing_moves_into_a_slot_that_has_begun() {
    let away = json!([{"kind": "participant-away", "participant": "e", "slots": ["t2", "t4"]}]);
    assert_eq!(moves(away, json!([]), Some("2027-04-14T09:10:00Z")), ["moved ce t2/1/i → t3/2/i"]);
}

#[test]
fn table_that_is_lost_is_changed_for_another_of_the_same_slot() {
    let lost = json!([{"kind": "table-lost", "venue": "hall", "table": 1, "slots": ["t2"]}]);
    assert_eq!(moves(lost, json!([]), None), ["table ce t2/1/i → t2/2/i"]);
}

#[test]
fn table_that_is_lost_for_good_makes_one_meeting_move() {
    let lost = json!([{"kind": "table-lost", "venue": "hall", "table": 1}]);
    let expected = ["moved ab t1/1 → t4/2", "table ce t2/1/i → t2/2/i", "table af t3/1 → t3/2"];
    assert_eq!(moves(lost, json!([]), None), expected);
}

#[test]
fn interpreter_who_is_gone_is_replaced() {
    let gone = json!([{"kind": "interpreter-gone", "interpreter": "i"}]);
    assert_eq!(moves(gone, json!([]), None), ["interpreter ce t2/1/i → t2/1/j"]);
}

#[test]
fn interpreters_of_one_slot_change_places_for_what_is_required() {
    let mut event = event();
    // Only i speaks Chinese; ac can be held in t2 alone, where i serves ce: j takes over.
    event["meetings"][4]["fixed_slot"] = json!("t2");
    let repaired = repaired(&event, &plan(), json!([]), json!([]), None);
    assert_eq!(told(&repaired), Vec::<String>::new(), "c is in ce then");
    event["meetings"][4]["participants"] = json!(["a", "d"]);
    let repaired = self::repaired(&event, &plan(), json!([]), json!([]), None);
    assert_eq!(told(&repaired), Vec::<String>::new(), "nobody changes for what is not required");
    let mut asked = event["meetings"].as_array_mut().expect("a list").pop().expect("a meeting");
    let mut plan = plan();
    plan["unscheduled"] = json!([]);
    asked["required"] = json!(true);
    let asked = json!([{"kind": "meeting-asked", "new_meeting": asked}]);
    let repaired = self::repaired(&event, &plan, asked, json!([]), None);
    assert_eq!(told(&repaired), ["interpreter ce t2/1/i → t2/1/j", "added ac – → t2/2/i"]);
}

#[test]
fn slot_that_is_lost_at_a_venue_empties() {
    let lost = json!([{"kind": "slot-lost", "slot": "t1", "venue": "hall"}]);
    assert_eq!(moves(lost, json!([]), None), ["moved ab t1/1 → t2/2", "moved cd t1/2 → t3/2"]);
}

#[test]
fn locked_meeting_stays_and_another_moves_for_what_is_required() {
    let asked = |required: bool| json!([{"kind": "meeting-asked", "new_meeting": {"id": "new", "participants": ["b", "f"], "priority": 1, "fixed_slot": "t1", "required": required}}]);
    assert_eq!(moves(asked(false), json!([]), None), Vec::<String>::new());
    assert_eq!(moves(asked(true), json!([]), None), ["moved ab t1/1 → t2/2", "added new – → t1/1"]);
    let instance = read_instance(event().to_string().as_bytes()).expect("no fault");
    let plan = read_plan(plan().to_string().as_bytes(), &instance).expect("a plan");
    let changes = json!({"format": "b2b-changes/1", "instance": "small", "changes": asked(true)});
    let changes: Changes = read_changes(changes.to_string().as_bytes(), &instance, &plan).expect("no fault");
    let locks = json!({"format": "b2b-locks/1", "instance": "small", "locks": [{"meeting": "ab"}]});
    let locks = read_locks(locks.to_string().as_bytes(), &instance, &plan).expect("no fault");
    let after = repair(&instance, &plan, &changes, &locks, None).expect("an event");
    let said: Vec<_> = check(&after.instance, &after.plan).violations.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["new: is required, and is not held"]);
}

#[test]
fn lock_that_cannot_hold_is_told() {
    let gone = json!([{"kind": "participant-gone", "participant": "f"}]);
    let repaired = repaired(&event(), &plan(), gone, json!([{"meeting": "af"}, {"meeting": "ce"}]), None);
    assert_eq!(repaired.broken_locks, ["af"]);
}

#[test]
fn meeting_that_is_cancelled_makes_room() {
    let mut event = event();
    event["slots"].as_array_mut().expect("a list").truncate(3);
    event["venues"][0]["tables"] = json!(1);
    event["interpreters"][1]["languages"] = json!(["zh", "ja"]);
    let plan = json!({
        "format": "b2b-solution/1", "instance": "small",
        "assignments": [
            {"meeting": "ab", "slot": "t1", "venue": "hall", "table": 1},
            {"meeting": "cd", "slot": "t2", "venue": "hall", "table": 1},
            {"meeting": "af", "slot": "t3", "venue": "hall", "table": 1}],
        "unscheduled": ["ac", "ce"]
    });
    let cancelled = json!([{"kind": "meeting-cancelled", "meeting": "af"}]);
    let repaired = repaired(&event, &plan, cancelled, json!([]), None);
    assert_eq!(told(&repaired), ["dropped af t3/1 → –", "added ce – → t3/1/i"]);
}

#[test]
fn those_who_come_anew_can_meet() {
    let come = json!([
        {"kind": "participant-added", "new_participant": {"id": "g", "venue": "hall", "languages": ["en"]}},
        {"kind": "interpreter-added", "new_interpreter": {"id": "k", "languages": ["en", "zh"]}},
        {"kind": "interpreter-gone", "interpreter": "i"},
        {"kind": "meeting-asked", "new_meeting": {"id": "ag", "participants": ["a", "g"], "priority": 9, "fixed_slot": "t4"}}]);
    assert_eq!(moves(come, json!([]), None), ["interpreter ce t2/1/i → t2/1/j", "added ag – → t4/1/k"]);
}

#[test]
fn changes_that_cannot_be_used_are_refused_where_they_are() {
    let instance = read_instance(event().to_string().as_bytes()).expect("no fault");
    let plan = read_plan(plan().to_string().as_bytes(), &instance).expect("a plan");
    let said = |change: Value| {
        let changes = json!({"format": "b2b-changes/1", "instance": "small", "changes": [change]});
        read_changes(changes.to_string().as_bytes(), &instance, &plan)
            .map(drop)
            .map_err(|refusals| refusals.to_string())
    };
    for (change, expected) in [
        (
            json!({"kind": "participant-late", "participant": "a"}),
            "changes[0].until: expected the first slot in which they are there",
        ),
        (
            json!({"kind": "participant-gone", "participant": "x"}),
            "changes[0].participant: there is no participant “x”; expected the id of one in `participants`",
        ),
        (
            json!({"kind": "slot-lost", "slot": "t9"}),
            "changes[0].slot: there is no slot “t9”; expected the id of one in `slots`",
        ),
        (
            json!({"kind": "table-lost", "venue": "hall", "table": 3}),
            "changes[0].table: there is no table 3; expected a number from 1 to 2",
        ),
        (json!({"kind": "table-lost", "venue": "hall"}), "changes[0].table: expected the number of a table"),
        (
            json!({"kind": "interpreter-away", "interpreter": "i", "slots": ["t1", "t9"]}),
            "changes[0].slots[1]: there is no slot “t9”; expected the id of one in `slots`",
        ),
        (
            json!({"kind": "meeting-cancelled", "meeting": "zz"}),
            "changes[0].meeting: there is no meeting “zz”; expected the id of one in `meetings`",
        ),
        (json!({"kind": "meeting-asked"}), "changes[0].new_meeting: expected a meeting"),
        (
            json!({"kind": "meeting-asked", "new_meeting": {"id": "ab", "participants": ["a", "b"], "priority": 1}}),
            "meetings[5].id: the id “ab” is that of meetings[0] as well; expected an id of its own",
        ),
        (
            json!({"kind": "meeting-asked", "new_meeting": {"id": "n", "participants": ["a"], "priority": 0}}),
            "meetings[5].priority: the priority 0 is out of range; expected a whole number from 1 to 1000000000\nmeetings[5].participants: a meeting of 1; expected two participants or more",
        ),
    ] {
        assert_eq!(said(change), Err(expected.to_owned()));
    }
    let unread = said(json!({"kind": "table-lost", "venue": "hall", "table": "four"})).expect_err("refused");
    assert!(unread.starts_with("changes[0].table: invalid type: string \"four\", expected a whole number"), "{unread}");
    let unread = said(json!({"kind": "rain"})).expect_err("refused");
    assert!(
        unread.starts_with("changes[0].kind: unknown variant `rain`, expected one of `participant-late`"),
        "{unread}"
    );
    let lock = json!({"format": "b2b-locks/1", "instance": "small", "locks": [{"meeting": "ac"}]});
    let said = read_locks(lock.to_string().as_bytes(), &instance, &plan).map_err(|refusals| refusals.to_string());
    assert_eq!(
        said,
        Err("locks[0].meeting: the meeting “ac” is not held in the plan; expected one that is".to_owned())
    );
}

/// An event without a rule that a repair may fail at, and a plan of it.
fn free_event(seed: u64) -> (Instance, Plan) {
    let size = Mandatory { people: 20, slots: 8, tables: 6, meetings: 40, restless: false };
    let (mut instance, plan) = mandatory(size, seed);
    instance.rules = None;
    instance.meetings.iter_mut().for_each(|meeting| meeting.required = false);
    (instance, plan)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn repair_of_any_changes_is_valid_and_keeps_what_has_begun(
        seed in 0_u64..1000, now in 0_usize..8, kinds in prop::collection::vec((0_usize..5, 0_usize..1000, 0_usize..8), 0..6)
    ) {
        let (instance, plan) = free_event(seed);
        let changes: Vec<Value> = kinds.iter().map(|(kind, one, slot)| {
            let person = &instance.participants[one % instance.participants.len()].id;
            let slot = &instance.slots[*slot].id;
            match kind {
                0 => json!({"kind": "participant-gone", "participant": person, "from": slot}),
                1 => json!({"kind": "participant-late", "participant": person, "until": slot}),
                2 => json!({"kind": "table-lost", "venue": "hall", "table": one % 6 + 1}),
                3 => json!({"kind": "slot-lost", "slot": slot}),
                _ => json!({"kind": "meeting-cancelled", "meeting": instance.meetings[one % instance.meetings.len()].id}),
            }
        }).collect();
        let changes = json!({"format": "b2b-changes/1", "instance": instance.name, "changes": changes});
        let changes = read_changes(changes.to_string().as_bytes(), &instance, &plan).expect("no fault");
        let start = instance.slots[now].start.parse().expect("a time");
        let after = repair(&instance, &plan, &changes, &[], Some(start)).expect("an event");
        prop_assert_eq!(check(&after.instance, &after.plan).violations, []);
        // What has begun is as it was.
        let begun = |plan: &Plan| {
            let mut held: Vec<_> = plan.assignments.iter().filter(|one| instance.slots[..=now].iter().any(|slot| slot.id == one.slot)).cloned().collect();
            held.sort_by(|one, other| one.meeting.cmp(&other.meeting));
            held
        };
        prop_assert_eq!(begun(&after.plan), begun(&plan));
        // The moves are the difference.
        let unmoved = after.plan.assignments.iter().filter(|one| plan.assignments.contains(one)).count();
        let kept = plan.assignments.len() - after.moves.iter().filter(|one| one.from.is_some()).count();
        prop_assert_eq!(unmoved, kept);
    }
}
