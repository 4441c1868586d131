//! Instances and plans that cannot be used: each is refused where it is wrong, with what was expected.
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

use samesky_timetable::{Limits, read_instance, read_plan};
use serde_json::{Value, json};

/// A small event without fault: two slots, two venues, three companies, an interpreter, two meetings.
fn event() -> Value {
    json!({
        "format": "b2b-schedule/1", "name": "small",
        "slots": [
            {"id": "t1", "start": "2027-04-14T09:00:00+05:00", "end": "2027-04-14T09:25:00+05:00"},
            {"id": "t2", "start": "2027-04-14T09:30:00+05:00", "end": "2027-04-14T09:55:00+05:00"}],
        "venues": [
            {"id": "hall", "name": "Hall", "time_zone": "Asia/Yekaterinburg", "mode": "onsite", "tables": 2},
            {"id": "video", "name": "Video", "time_zone": "UTC", "mode": "video", "tables": 1}],
        "participants": [
            {"id": "a", "name": "虚构甲", "venue": "hall", "languages": ["zh"]},
            {"id": "b", "name": "架空B", "venue": "hall", "languages": ["ja"]},
            {"id": "c", "name": "Fictitious C", "languages": ["en"]}],
        "interpreters": [{"id": "i", "languages": ["zh", "ja"]}],
        "meetings": [
            {"id": "m1", "participants": ["a", "b"], "priority": 3},
            {"id": "m2", "participants": ["a", "c"], "priority": 1, "languages": ["en"], "after": ["m1"]}]
    })
}

/// The event with the value at a JSON pointer put in, or changed.
fn with(pointer: &str, value: Value) -> Value {
    let mut event = event();
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = event.pointer_mut(parent).expect("a parent");
    match parent {
        Value::Array(list) => match key.parse::<usize>().ok().and_then(|at| list.get_mut(at)) {
            Some(place) => *place = value,
            None => list.push(value),
        },
        Value::Object(fields) => drop(fields.insert(key.to_owned(), value)),
        other => panic!("{other} has no fields"),
    }
    event
}

/// What is said of the event, one line each.
fn said(event: &Value) -> Vec<String> {
    match read_instance(event.to_string().as_bytes()) {
        Ok(_) => Vec::new(),
        Err(refusals) => refusals.to_string().lines().map(str::to_owned).collect(),
    }
}

#[test]
fn instance_without_fault_is_read_and_keeps_what_it_does_not_know() {
    let mut event = with("/meetings/0/remark", json!({"by": "虚构"}));
    event["colour"] = json!("red");
    let read = read_instance(event.to_string().as_bytes()).expect("no fault");
    assert_eq!(serde_json::to_value(read).expect("JSON"), event);
}

#[test]
fn instance_of_nothing_is_read() {
    let nothing = r#"{"format":"b2b-schedule/1","name":"","slots":[],"venues":[],"participants":[],"meetings":[]}"#;
    assert_eq!(read_instance(nothing.as_bytes()).expect("no fault").meetings, []);
}

#[test]
fn instance_with_a_fault_is_refused_where_it_is() {
    let slot = |start: &str, end: &str| json!({"id": "t3", "start": start, "end": end});
    let meeting = |fields: Value| {
        let mut meeting = json!({"id": "m3", "participants": ["b", "c"], "priority": 1});
        meeting.as_object_mut().expect("fields").extend(fields.as_object().expect("fields").clone());
        meeting
    };
    let cases = [
        (
            with("/format", json!("b2b/2")),
            "format: “b2b/2” is not a format that is read here; expected “b2b-schedule/1”",
        ),
        (
            with("/objectives", json!([])),
            "objectives: no objective; expected at least one of weight, fairness, breaks, table_changes, or no list at all",
        ),
        (
            with("/objectives", json!(["weight", "weight"])),
            "objectives[1]: the objective is named twice; expected each once",
        ),
        (
            with("/slots/2", slot("2027-04-14T10:00:00", "2027-04-14T10:25:00+05:00")),
            "slots[2].start: “2027-04-14T10:00:00” has no offset from UTC; expected one at its end, such as +05:00 or Z",
        ),
        (
            with("/slots/2", slot("noon", "2027-04-14T10:25:00+05:00")),
            "slots[2].start: “noon” is not a time; expected one such as 2027-04-14T09:00:00+05:00",
        ),
        (
            with("/slots/2", slot("2027-04-14T10:00:00Z", "2027-04-14T15:00:00+05:00")),
            "slots[2].end: the slot ends at 2027-04-14T15:00:00+05:00, which is not after its start, 2027-04-14T10:00:00Z; expected a later end",
        ),
        (
            with("/slots/2", slot("2027-04-14T09:54:00+05:00", "2027-04-14T10:25:00+05:00")),
            "slots[2].start: the slot starts at 2027-04-14T09:54:00+05:00, before “t2” has ended at 2027-04-14T09:55:00+05:00; expected slots in the order of time that do not overlap",
        ),
        (
            with("/slots/2", json!({"id": "t1", "start": "2027-04-14T05:00:00Z", "end": "2027-04-14T05:25:00Z"})),
            "slots[2].id: the id “t1” is that of slots[0] as well; expected an id of its own",
        ),
        (with("/venues/1/id", json!("")), "venues[1].id: the id is empty; expected at least one character"),
        (
            with("/venues/0/tables", json!(0)),
            "venues[0].tables: a venue with no tables; expected a whole number from 1 to 100000",
        ),
        (with("/venues/0/tables", json!(100_001)), "venues[0].tables: 100001 tables; no more than 100000 are taken"),
        (
            with("/venues/0/time_zone", json!("Mars/Olympus")),
            "venues[0].time_zone: “Mars/Olympus” is not a time zone; expected a name of the IANA database such as Asia/Yekaterinburg",
        ),
        (
            with("/venues/0/unavailable", json!(["t1", "t9"])),
            "venues[0].unavailable[1]: there is no slot “t9”; expected the id of one in `slots`",
        ),
        (
            with("/venues/0/lost_tables", json!([{"table": 3}])),
            "venues[0].lost_tables[0].table: there is no table 3; expected a number from 1 to 2",
        ),
        (
            with("/participants/3", json!({"id": "a", "languages": []})),
            "participants[3].id: the id “a” is that of participants[0] as well; expected an id of its own",
        ),
        (
            with("/participants/2/venue", json!("attic")),
            "participants[2].venue: there is no venue “attic”; expected the id of one in `venues`",
        ),
        (
            with("/interpreters/0/venue", json!("attic")),
            "interpreters[0].venue: there is no venue “attic”; expected the id of one in `venues`",
        ),
        (
            with("/interpreters/1", json!({"id": "i", "languages": []})),
            "interpreters[1].id: the id “i” is that of interpreters[0] as well; expected an id of its own",
        ),
        (
            with("/meetings/2", meeting(json!({"participants": ["b"]}))),
            "meetings[2].participants: a meeting of 1; expected two participants or more",
        ),
        (
            with("/meetings/2", meeting(json!({"participants": ["b", "x"]}))),
            "meetings[2].participants[1]: there is no participant “x”; expected the id of one in `participants`",
        ),
        (
            with("/meetings/2", meeting(json!({"participants": ["b", "c", "b"]}))),
            "meetings[2].participants[2]: “b” is named twice; expected each participant once",
        ),
        (
            with("/meetings/2", meeting(json!({"priority": 0}))),
            "meetings[2].priority: the priority 0 is out of range; expected a whole number from 1 to 1000000000",
        ),
        (
            with("/meetings/2", meeting(json!({"priority": 1_000_000_000_000_000_000_u64}))),
            "meetings[2].priority: the priority 1000000000000000000 is out of range; expected a whole number from 1 to 1000000000",
        ),
        (
            with("/meetings/2", meeting(json!({"id": "m1"}))),
            "meetings[2].id: the id “m1” is that of meetings[0] as well; expected an id of its own",
        ),
        (
            with("/meetings/2", meeting(json!({"fixed_slot": "t9"}))),
            "meetings[2].fixed_slot: there is no slot “t9”; expected the id of one in `slots`",
        ),
        (
            with("/meetings/2", meeting(json!({"unavailable": ["t9"]}))),
            "meetings[2].unavailable[0]: there is no slot “t9”; expected the id of one in `slots`",
        ),
        (
            with("/meetings/2", meeting(json!({"venue": "attic"}))),
            "meetings[2].venue: there is no venue “attic”; expected the id of one in `venues`",
        ),
        (
            with("/meetings/2", meeting(json!({"after": ["m9"]}))),
            "meetings[2].after[0]: there is no meeting “m9”; expected the id of one in `meetings`",
        ),
        (
            with("/meetings/0/after", json!(["m2"])),
            "meetings[0].after: these meetings wait for one another: m1 → m2 → m1; expected no circle in `after`",
        ),
        (
            with("/meetings/0/after", json!(["m1"])),
            "meetings[0].after: these meetings wait for one another: m1 → m1; expected no circle in `after`",
        ),
    ];
    for (event, expected) in cases {
        assert_eq!(said(&event), [expected]);
    }
}

#[test]
fn instance_of_another_shape_is_refused_with_the_path() {
    for (event, expected) in [
        (
            with("/meetings/1/priority", json!("high")),
            "meetings[1].priority: invalid type: string \"high\", expected a whole number of 0 or more",
        ),
        (
            with("/meetings/1/priority", json!(-1)),
            "meetings[1].priority: invalid value: integer `-1`, expected a whole number of 0 or more",
        ),
        (
            with("/meetings/1/priority", json!(1.5)),
            "meetings[1].priority: invalid type: floating point `1.5`, expected a whole number of 0 or more",
        ),
        (
            with("/objectives", json!(["weight", "joy"])),
            "objectives[1]: unknown variant `joy`, expected one of `weight`, `fairness`, `breaks`, `table_changes`",
        ),
        (
            with("/venues/1/mode", json!("phone")),
            "venues[1].mode: unknown variant `phone`, expected `onsite` or `video`",
        ),
        (
            with("/meetings/1/participants", json!("a")),
            "meetings[1].participants: invalid type: string \"a\", expected a sequence",
        ),
        (with("/participants", json!(null)), "participants: invalid type: null, expected a sequence"),
    ] {
        let said = said(&event);
        assert!(said.len() == 1 && said[0].starts_with(expected), "{said:?} instead of {expected}");
    }
    for text in ["", "[", "[]", "3", "null", "{}", "{\"format\":\"b2b-schedule/1\"}", "\u{0}", "{\"name\":\"\u{1}\"}"] {
        assert!(read_instance(text.as_bytes()).is_err(), "{text}");
    }
    assert!(read_instance(b"{\"name\":\"\xff\"}").is_err());
    assert!(read_instance(&[b'['; 100_000]).is_err());
}

#[test]
fn instance_with_many_faults_names_the_first_and_counts_the_others() {
    let mut event = event();
    let meeting = json!({"id": "m1", "participants": [], "priority": 0});
    event["meetings"] = Value::Array(vec![meeting; 1000]);
    let said = said(&event);
    assert_eq!((said.len(), said.last().map(String::as_str)), (101, Some("and 2899 more")));
}

#[test]
fn instance_beyond_a_limit_is_refused_by_it() {
    let languages = with("/participants/0/languages", json!(vec!["zh"; 101]));
    assert_eq!(said(&languages), ["participants[0].languages: 101 languages; no more than 100 are taken"]);
    let mut event = event();
    let slots = (0..=Limits::SLOTS).map(|n| {
        let at = |second: u64| {
            jiff::Timestamp::from_second(i64::try_from(second).expect("small")).expect("a time").to_string()
        };
        json!({"id": format!("t{n}"), "start": at(n * 10), "end": at(n * 10 + 9)})
    });
    event["slots"] = slots.collect();
    assert_eq!(said(&event)[0], "slots: 257 slots; no more than 256 are taken");
}

#[test]
fn circle_of_a_long_chain_is_found_without_recursion() {
    let mut event = event();
    let meeting = |n: usize| json!({"id": format!("m{n}"), "participants": ["a", "b"], "priority": 1, "after": [format!("m{}", (n + 1) % 50_000)]});
    event["meetings"] = (0..50_000).map(meeting).collect();
    let expected = "meetings[0].after: these meetings wait for one another: m0 → m1 → m2 → m3 → m4 → m5 → m6 → m7 → …; expected no circle in `after`";
    assert_eq!(said(&event), [expected]);
}

#[test]
fn plan_of_another_instance_is_refused() {
    let instance = read_instance(event().to_string().as_bytes()).expect("no fault");
    let plan = |format: &str, name: &str| json!({"format": format, "instance": name, "assignments": []}).to_string();
    let said = |text: String| read_plan(text.as_bytes(), &instance).map(drop).map_err(|refusals| refusals.to_string());
    assert_eq!(said(plan("b2b-solution/1", "small")), Ok(()));
    assert_eq!(
        said(plan("b2b-solution/1", "large")),
        Err("instance: this belongs to the instance “large”; expected “small”".to_owned())
    );
    assert_eq!(
        said(plan("b2b-schedule/1", "small")),
        Err("format: “b2b-schedule/1” is not a format that is read here; expected “b2b-solution/1”".to_owned())
    );
}
