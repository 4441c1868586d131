//! Agendas: local times, spreadsheets, calendars.
#![allow(clippy::expect_used, missing_docs)]

use jiff::Timestamp;
use jiff::tz::TimeZone;
use samesky_timetable::show::{By, agendas, calendar, csv, text};
use samesky_timetable::{Instance, Plan, read_instance, read_plan};
use serde_json::json;

/// A meeting at night in New York and one on the morning after, across the change to summer time of 14 March 2027.
fn made() -> (Instance, Plan) {
    let instance = json!({
        "format": "b2b-schedule/1", "name": "night",
        "slots": [
            {"id": "t1", "start": "2027-03-14T15:30:00+09:00", "end": "2027-03-14T15:55:00+09:00"},
            {"id": "t2", "start": "2027-03-14T16:30:00+09:00", "end": "2027-03-14T16:55:00+09:00"}],
        "venues": [{"id": "tokyo", "name": "架空ホール", "time_zone": "Asia/Tokyo", "mode": "onsite", "tables": 2},
                   {"id": "video", "mode": "video", "tables": 1}],
        "participants": [
            {"id": "a", "name": "=HYPERLINK(\"x\")", "venue": "tokyo", "languages": ["ja"]},
            {"id": "b", "name": "虚构公司；甲, 乙", "venue": "tokyo", "languages": ["zh"]},
            {"id": "c", "name": "Fictitious C", "time_zone": "America/New_York", "languages": ["ja"]},
            {"id": "d", "name": "Fictitious D", "languages": ["ja"]}],
        "interpreters": [{"id": "i", "name": "通訳 一郎", "venue": "tokyo", "languages": ["ja", "zh"]}],
        "meetings": [
            {"id": "ab", "participants": ["a", "b"], "priority": 1},
            {"id": "ac", "participants": ["a", "c"], "priority": 1},
            {"id": "cd", "participants": ["c", "d"], "priority": 1}]
    });
    let plan = json!({
        "format": "b2b-solution/1", "instance": "night",
        "assignments": [
            {"meeting": "ac", "slot": "t2", "venue": "video", "table": 1},
            {"meeting": "ab", "slot": "t1", "venue": "tokyo", "table": 2, "interpreter": "i"},
            {"meeting": "cd", "slot": "t1", "venue": "video", "table": 1}]
    });
    let instance = read_instance(instance.to_string().as_bytes()).expect("no fault");
    let plan = read_plan(plan.to_string().as_bytes(), &instance).expect("a plan");
    (instance, plan)
}

#[test]
fn agendas_of_participants_are_in_their_own_times() {
    let (instance, plan) = made();
    let expected = "\
=HYPERLINK(\"x\") (a) · times of Asia/Tokyo
  Sunday, 14 March 2027
    15:30–15:55  虚构公司；甲, 乙 (b) · 架空ホール, table 2 · interpreter 通訳 一郎 (i) · ab
    16:30–16:55  Fictitious C (c) · video, table 1 · ac

虚构公司；甲, 乙 (b) · times of Asia/Tokyo
  Sunday, 14 March 2027
    15:30–15:55  =HYPERLINK(\"x\") (a) · 架空ホール, table 2 · interpreter 通訳 一郎 (i) · ab

Fictitious C (c) · times of America/New_York
  Sunday, 14 March 2027
    01:30–01:55  Fictitious D (d) · video, table 1 · cd
    03:30–03:55  =HYPERLINK(\"x\") (a) · video, table 1 · ac

Fictitious D (d) · times of UTC+09:00
  Sunday, 14 March 2027
    15:30–15:55  Fictitious C (c) · video, table 1 · cd
";
    assert_eq!(text(&agendas(&instance, &plan, By::Participant, None)), expected);
}

#[test]
fn agendas_of_tables_and_interpreters_name_all_who_meet() {
    let (instance, plan) = made();
    let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
    let expected = "\
架空ホール, table 2 · times of Asia/Shanghai
  Sunday, 14 March 2027
    14:30–14:55  =HYPERLINK(\"x\") (a), 虚构公司；甲, 乙 (b) · 架空ホール, table 2 · interpreter 通訳 一郎 (i) · ab

video, table 1 · times of Asia/Shanghai
  Sunday, 14 March 2027
    14:30–14:55  Fictitious C (c), Fictitious D (d) · video, table 1 · cd
    15:30–15:55  =HYPERLINK(\"x\") (a), Fictitious C (c) · video, table 1 · ac
";
    assert_eq!(text(&agendas(&instance, &plan, By::Table, Some(&zone))), expected);
    let expected = "\
通訳 一郎 (i) · times of Asia/Tokyo
  Sunday, 14 March 2027
    15:30–15:55  =HYPERLINK(\"x\") (a), 虚构公司；甲, 乙 (b) · 架空ホール, table 2 · ab
";
    assert_eq!(text(&agendas(&instance, &plan, By::Interpreter, None)), expected);
}

#[test]
fn csv_holds_no_formula_and_quotes_what_has_commas() {
    let (instance, plan) = made();
    let mut agendas = agendas(&instance, &plan, By::Participant, None);
    agendas.truncate(1);
    let expected = "\u{FEFF}agenda,agenda_name,date,start,end,utc_offset,time_zone,slot,venue,venue_name,table,meeting,with,with_names,interpreter,interpreter_name,start_utc\r
a,\"'=HYPERLINK(\"\"x\"\")\",2027-03-14,15:30,15:55,UTC+09:00,Asia/Tokyo,t1,tokyo,架空ホール,2,ab,b,\"虚构公司；甲, 乙\",i,通訳 一郎,2027-03-14T06:30:00Z\r
a,\"'=HYPERLINK(\"\"x\"\")\",2027-03-14,16:30,16:55,UTC+09:00,Asia/Tokyo,t2,video,video,1,ac,c,Fictitious C,,,2027-03-14T07:30:00Z\r
";
    assert_eq!(csv(&agendas).expect("CSV"), expected);
}

#[test]
fn calendar_of_one_names_whom_they_meet() {
    let (instance, plan) = made();
    let mut agendas = agendas(&instance, &plan, By::Participant, None);
    agendas.retain(|agenda| agenda.id == "b");
    let made = Timestamp::from_second(1_800_000_000).expect("a time");
    let expected = "BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Samesky//timetable//EN\r
CALSCALE:GREGORIAN\r
METHOD:PUBLISH\r
BEGIN:VEVENT\r
DESCRIPTION:Meeting ab\\nInterpreter: 通訳 一郎 (i)\r
DTEND:20270314T065500Z\r
DTSTAMP:20270115T080000Z\r
DTSTART:20270314T063000Z\r
LOCATION:架空ホール\\, table 2\r
SUMMARY:=HYPERLINK(\"x\")\r
UID:ab.night@timetable.samesky\r
END:VEVENT\r
END:VCALENDAR\r
";
    assert_eq!(calendar("night", &agendas, made).expect("a calendar"), expected);
}

#[test]
fn calendar_of_all_has_each_meeting_once_with_all_who_meet() {
    let (instance, plan) = made();
    for by in [By::Participant, By::Table] {
        let calendar =
            calendar("night", &agendas(&instance, &plan, by, None), Timestamp::UNIX_EPOCH).expect("a calendar");
        let mut summaries: Vec<_> = calendar.lines().filter_map(|line| line.strip_prefix("SUMMARY:")).collect();
        summaries.sort_unstable();
        assert_eq!(
            summaries,
            [
                "=HYPERLINK(\"x\") – Fictitious C",
                "=HYPERLINK(\"x\") – 虚构公司；甲\\, 乙",
                "Fictitious C – Fictitious D"
            ]
        );
    }
}

#[test]
fn calendar_lines_are_folded_between_characters_and_hold_no_line_break_of_a_name() {
    let (mut instance, plan) = made();
    instance.participants[0].name = Some("架空\r\nBEGIN:VEVENT\u{7}".to_owned() + &"長".repeat(100));
    let calendar = calendar("ä\n/1", &agendas(&instance, &plan, By::Participant, None), Timestamp::UNIX_EPOCH)
        .expect("a calendar");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n', '\u{7}'])));
    assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), 3);
    assert!(calendar.contains("UID:ab._e4_a_2f1@timetable.samesky\r\n"));
}

#[test]
fn agendas_of_an_empty_plan_are_none() {
    let (instance, mut plan) = made();
    plan.assignments.clear();
    assert_eq!(agendas(&instance, &plan, By::Participant, None), []);
    assert_eq!(text(&[]), "");
}
