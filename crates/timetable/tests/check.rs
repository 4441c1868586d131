//! The rules of the check, one test each, and the measures.
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

use samesky_timetable::check::{Report, check};
use samesky_timetable::{Plan, Score, read_instance, read_plan};
use serde_json::{Value, json};

/// Two sessions of three slots, a hall with two tables, another hall, a video room; Chinese, Japanese and English.
fn event() -> Value {
    let slot = |id: &str, time: &str, session: &str| json!({"id": id, "start": format!("2027-04-14T{time}:00+09:00"), "end": format!("2027-04-14T{time}:30+09:00"), "session": session});
    json!({
        "format": "b2b-schedule/1", "name": "small",
        "slots": [slot("t1", "09:00", "am"), slot("t2", "09:30", "am"), slot("t3", "10:00", "am"),
                  slot("t4", "13:00", "pm"), slot("t5", "13:30", "pm"), slot("t6", "14:00", "pm")],
        "venues": [{"id": "hall", "mode": "onsite", "tables": 2, "unavailable": ["t6"], "lost_tables": [{"table": 2, "slots": ["t5"]}]},
                   {"id": "annex", "mode": "onsite", "tables": 1}, {"id": "video", "mode": "video", "tables": 2}],
        "participants": [
            {"id": "a", "venue": "hall", "languages": ["zh"]},
            {"id": "b", "venue": "hall", "languages": ["zh", "ja"], "unavailable": ["t4"]},
            {"id": "c", "venue": "hall", "languages": ["ja"], "max_meetings": 2},
            {"id": "d", "venue": "annex", "languages": ["en"]},
            {"id": "e", "languages": []}],
        "interpreters": [
            {"id": "i", "languages": ["zh", "ja"], "unavailable": ["t3"], "max_meetings": 1},
            {"id": "j", "venue": "video", "languages": ["zh", "en", "ja"]}],
        "meetings": [
            {"id": "ab", "participants": ["a", "b"], "priority": 5, "unavailable": ["t2"]},
            {"id": "ac", "participants": ["a", "c"], "priority": 4, "after": ["ab"]},
            {"id": "ad", "participants": ["a", "d"], "priority": 3},
            {"id": "be", "participants": ["b", "e"], "priority": 2, "fixed_slot": "t3", "required": true},
            {"id": "bc", "participants": ["b", "c"], "priority": 1, "venue": "annex", "languages": ["zh"]}]
    })
}

fn plan() -> Value {
    json!({
        "format": "b2b-solution/1", "instance": "small",
        "assignments": [
            {"meeting": "ab", "slot": "t1", "venue": "hall", "table": 1},
            {"meeting": "ac", "slot": "t2", "venue": "hall", "table": 2, "interpreter": "i"},
            {"meeting": "ad", "slot": "t4", "venue": "video", "table": 1, "interpreter": "j"},
            {"meeting": "be", "slot": "t3", "venue": "video", "table": 2}],
        "unscheduled": ["bc"]
    })
}

fn report(event: &Value, plan: &Value) -> Report {
    let instance = read_instance(event.to_string().as_bytes()).expect("no fault");
    let plan: Plan = read_plan(plan.to_string().as_bytes(), &instance).expect("a plan");
    check(&instance, &plan)
}

/// What is said of the plan with the value at this pointer changed. Null takes it away.
fn after(pointer: &str, value: Value) -> Vec<String> {
    said(&event(), &put(plan(), pointer, value))
}

/// The same for a change of the event.
fn after_event(pointer: &str, value: Value) -> Vec<String> {
    said(&put(event(), pointer, value), &plan())
}

fn said(event: &Value, plan: &Value) -> Vec<String> {
    report(event, plan).violations.iter().map(|broken| format!("[{}] {broken}", broken.code())).collect()
}

fn put(mut document: Value, pointer: &str, value: Value) -> Value {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    match document.pointer_mut(parent).expect("a parent") {
        Value::Array(list) if value.is_null() => drop(list.remove(key.parse().expect("a place"))),
        Value::Array(list) if key == "-" => list.push(value),
        Value::Array(list) => list[key.parse::<usize>().expect("a place")] = value,
        Value::Object(fields) if value.is_null() => drop(fields.remove(key)),
        Value::Object(fields) => drop(fields.insert(key.to_owned(), value)),
        other => panic!("{other} has no fields"),
    }
    document
}

#[test]
fn valid_plan_breaks_no_rule_and_is_measured() {
    // a: am t1 t2, pm t4; b: t1 t3 with a break; c: t2; d: t4; e: t3.
    // Fairness: a 3 of 3, b 2 of 3, c 1 of 2, d 1 of 1, e 1 of 1. a changes from table 1 to 2.
    let score = Score { weight: 14, meetings_held: 4, fairness: 2, breaks: 1, idle_slots: 1, table_changes: 1 };
    assert_eq!(report(&event(), &plan()), Report { violations: vec![], score });
}

#[test]
fn empty_plan_of_an_empty_instance_is_valid() {
    let event =
        json!({"format": "b2b-schedule/1", "name": "", "slots": [], "venues": [], "participants": [], "meetings": []});
    let plan = json!({"format": "b2b-solution/1", "instance": "", "assignments": []});
    assert_eq!(report(&event, &plan), Report { violations: vec![], score: Score::default() });
}

#[test]
fn assignments_are_known() {
    assert_eq!(
        after("/assignments/2/slot", json!("t9")),
        [
            "[unknown] ad: the meeting, the slot “t9” or the venue “video” is not in the instance",
            "[unscheduled] ad: `unscheduled` must list exactly the meetings that are not held; it lacks this one"
        ]
    );
}

#[test]
fn meetings_are_held_once() {
    let twice = json!({"meeting": "ab", "slot": "t5", "venue": "hall", "table": 1});
    assert_eq!(after("/assignments/-", twice), ["[held-twice] ab: is held twice"]);
}

#[test]
fn unscheduled_are_the_rest() {
    let lacks = "must list exactly the meetings that are not held; it lacks this one";
    let not = "must list exactly the meetings that are not held; it should not list this one, or not twice";
    assert_eq!(after("/unscheduled", json!([])), [format!("[unscheduled] bc: `unscheduled` {lacks}")]);
    assert_eq!(after("/unscheduled", json!(["bc", "bc"])), [format!("[unscheduled] bc: `unscheduled` {not}")]);
    assert_eq!(after("/unscheduled", json!(["bc", "ab"])), [format!("[unscheduled] ab: `unscheduled` {not}")]);
    assert_eq!(after("/unscheduled", json!(["bc", "zz"])), [format!("[unscheduled] zz: `unscheduled` {not}")]);
}

#[test]
fn tables_exist() {
    assert_eq!(after("/assignments/0/table", json!(3)), ["[no-table] ab: hall has no table 3 in t1"]);
    assert_eq!(after("/assignments/0/table", json!(0)), ["[no-table] ab: hall has no table 0 in t1"]);
    let lost = json!({"meeting": "ac", "slot": "t5", "venue": "hall", "table": 2, "interpreter": "i"});
    assert_eq!(after("/assignments/1", lost), ["[no-table] ac: hall has no table 2 in t5"]);
    let always = json!([{"table": 1}]);
    assert_eq!(after_event("/venues/0/lost_tables", always), ["[no-table] ab: hall has no table 1 in t1"]);
}

#[test]
fn tables_are_not_shared() {
    let shared = json!({"meeting": "ad", "slot": "t3", "venue": "video", "table": 2, "interpreter": "j"});
    assert_eq!(after("/assignments/2", shared), ["[table-shared] be: table 2 of video is also given to ad in t3"]);
}

#[test]
fn participants_have_one_meeting_at_a_time() {
    assert_eq!(after("/assignments/2/slot", json!("t2")), ["[two-meetings] ad: a is also in ac in t2"]);
}

#[test]
fn participants_are_available() {
    let away = after_event("/participants/0/unavailable", json!(["t1"]));
    assert_eq!(away, ["[participant-unavailable] ab: a is unavailable in t1"]);
}

#[test]
fn participants_keep_their_limit() {
    let said = after_event("/participants/0/max_meetings", json!(2));
    assert_eq!(said, ["[participant-limit] a: has 3 meetings, and can have 2"]);
}

#[test]
fn venues_are_open() {
    assert_eq!(
        after_event("/venues/0/unavailable", json!(["t2"])),
        ["[venue-closed] ac: the venue hall is closed in t2"]
    );
}

#[test]
fn meetings_are_held_when_they_can() {
    let said = after_event("/meetings/0/unavailable", json!(["t1"]));
    assert_eq!(said, ["[meeting-unavailable] ab: cannot be held in t1"]);
}

#[test]
fn fixed_slots_are_kept() {
    let said = after("/assignments/3/slot", json!("t5"));
    assert_eq!(said, ["[not-in-fixed-slot] be: is fixed to t3, and is in t5"]);
}

#[test]
fn pinned_venues_are_kept() {
    let said = after_event("/meetings/0/venue", json!("annex"));
    assert_eq!(said, ["[not-in-pinned-venue] ab: is pinned to annex, and is in hall"]);
}

#[test]
fn meetings_of_one_site_are_there() {
    let said = after("/assignments/0/venue", json!("video"));
    assert_eq!(said, ["[not-on-site] ab: everybody is at hall, and the meeting is in video"]);
}

#[test]
fn meetings_of_several_sites_are_by_video() {
    let expected = "its participants are not at one site, so it has to be in a video venue, and is in annex";
    let said = after("/assignments/3", json!({"meeting": "be", "slot": "t3", "venue": "annex", "table": 1}));
    assert_eq!(said, [format!("[not-by-video] be: {expected}")]);
    // A venue of video is no site, though both name it.
    let mut event = event();
    event["participants"][0]["venue"] = json!("video");
    event["participants"][1]["venue"] = json!("video");
    assert_eq!(
        self::said(&event, &plan()),
        [
            format!("[not-by-video] ab: {}", expected.replace("annex", "hall")),
            format!("[not-by-video] ac: {}", expected.replace("annex", "hall"))
        ]
    );
}

#[test]
fn meetings_follow_those_they_wait_for() {
    assert_eq!(after_event("/meetings/0/after", json!(["be"])), ["[not-after] ab: has to be after be"]);
    let said = after_event("/meetings/0/after", json!(["bc"]));
    assert_eq!(said, ["[not-after] ab: has to be after bc, which is not held"]);
}

#[test]
fn required_meetings_are_held() {
    assert_eq!(
        after_event("/meetings/4/required", json!(true)),
        ["[required-not-held] bc: is required, and is not held"]
    );
}

#[test]
fn interpreters_are_where_they_are_needed() {
    assert_eq!(after("/assignments/1/interpreter", json!(null)), ["[no-interpreter] ac: needs an interpreter"]);
    let pinned = after_event("/meetings/0/languages", json!(["zh", "ja"]));
    assert_eq!(pinned, ["[no-interpreter] ab: needs an interpreter"]);
}

#[test]
fn interpreters_are_only_where_they_are_needed() {
    let said = after("/assignments/3/interpreter", json!("j"));
    assert_eq!(said, ["[needless-interpreter] be: has the interpreter j, and needs none"]);
}

#[test]
fn interpreters_speak_what_is_needed() {
    let said = after("/assignments/2/interpreter", json!("i"));
    let limit = "[interpreter-limit] the interpreter i: serves 2 meetings, and can serve 1";
    assert_eq!(said, ["[interpreter-languages] ad: the interpreter i does not speak what it needs", limit]);
    let pinned = after_event("/meetings/1/languages", json!(["zh", "en"]));
    assert_eq!(pinned, ["[interpreter-languages] ac: the interpreter i does not speak what it needs"]);
}

#[test]
fn interpreters_exist() {
    assert_eq!(
        after("/assignments/1/interpreter", json!("k")),
        ["[unknown-interpreter] ac: there is no interpreter k"]
    );
}

#[test]
fn interpreters_have_one_meeting_at_a_time() {
    let mut event = event();
    event["meetings"][3]["languages"] = json!(["zh", "en"]);
    event["interpreters"][1]["max_meetings"] = json!(1);
    let mut plan = plan();
    plan["assignments"][3]["interpreter"] = json!("j");
    plan["assignments"][2]["slot"] = json!("t3");
    assert_eq!(
        said(&event, &plan),
        [
            "[two-services] be: the interpreter j is also in ad in t3",
            "[interpreter-limit] the interpreter j: serves 2 meetings, and can serve 1"
        ]
    );
}

#[test]
fn interpreters_are_available() {
    let said = after_event("/interpreters/0/unavailable", json!(["t2"]));
    assert_eq!(said, ["[interpreter-unavailable] ac: the interpreter i is unavailable in t2"]);
}

#[test]
fn interpreters_stay_at_their_venue() {
    let said = after("/assignments/1/interpreter", json!("j"));
    assert_eq!(said, ["[interpreter-elsewhere] ac: the interpreter j works at video, not in hall"]);
}

#[test]
fn breaks_are_dealt_evenly() {
    let said = after_event("/rules", json!({"max_break_difference": 0}));
    assert_eq!(said, ["[break-difference] b has 1 breaks and a has 0; they may differ by 0 at most"]);
    assert_eq!(after_event("/rules", json!({"max_break_difference": 1})), Vec::<String>::new());
}

#[test]
fn stated_objective_is_true() {
    let stated = json!({"weight": 15, "breaks": 1.0, "joy": 3, "idle_slots": "1"});
    assert_eq!(
        after("/objective", stated),
        [
            "[objective] objective.weight: the plan says 15, and it is 14",
            "[objective] objective.idle_slots: the plan says \"1\", and it is 1"
        ]
    );
}

#[test]
fn stated_bound_is_not_beaten() {
    assert_eq!(after("/bounds", json!({"weight": 14, "breaks": 0})), Vec::<String>::new());
    assert_eq!(after("/bounds", json!({"weight": 14.5})), Vec::<String>::new());
    let said = after("/bounds", json!({"weight": 13.9}));
    assert_eq!(said, ["[bound] bounds.weight: the plan says that no plan holds more than 13.9, and it holds 14"]);
}

#[test]
fn check_imports_nothing_but_the_formats() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check");
    let (mut folders, mut astray, mut seen) = (vec![folder], Vec::new(), 0);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let source = std::fs::read_to_string(&entry).expect("a source");
            let paths = source
                .split("crate::")
                .skip(1)
                .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next());
            seen += 1;
            let allowed = ["instance", "plan", "check", "read_instance"];
            astray.extend(paths.flatten().filter(|path| !allowed.contains(path)).map(str::to_owned));
            assert!(!source.contains("super::super::super::super"), "{}", entry.display());
        }
    }
    assert_eq!(astray, Vec::<String>::new());
    assert!(seen > 10, "only {seen} files were found");
}
