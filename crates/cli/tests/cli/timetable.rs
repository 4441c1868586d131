//! `samesky timetable`, the real command on real files.

use crate::support::{Said, file, repository, run, run_with, samesky, shared, text};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn example(kind: &str) -> PathBuf {
    repository(&format!("docs/timetable/example.{kind}.json"))
}

fn timetable(arguments: &[&str]) -> Said {
    run(["timetable"].iter().chain(arguments))
}

fn solve(instance: &Path, more: &[&str]) -> Said {
    timetable(&[&["solve", text(instance)], more].concat())
}

/// An instance of the generator beside the repository.
fn generated(family: &str, folder: &Path) -> Option<PathBuf> {
    let script = shared("timetable/generate.py")?;
    let done = Command::new("python3").arg(script).args(["--family", family, "--seed", "2"]).output().ok()?;
    Some(file(folder, &format!("{family}.json"), done.stdout))
}

#[test]
fn solve_makes_a_plan_that_check_and_the_independent_check_take() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = folder.path().join("plan.json");
    let Some(instance) = generated("S", folder.path()) else { return };
    let said = solve(&instance, &["--time-limit", "2", "--out", text(&plan)]);
    assert_eq!((said.code, said.out.as_str()), (Some(0), ""), "{}", said.err);
    assert!(said.err.contains("weight") && said.err.contains("done after"), "{}", said.err);
    let checked = timetable(&["check", text(&instance), text(&plan)]);
    assert_eq!((checked.code, checked.err.as_str()), (Some(0), ""));
    assert!(checked.out.starts_with("The plan holds to every rule: weight "), "{}", checked.out);
    let verify = shared("timetable/verify.py").expect("beside the generator");
    let verified = Command::new("python3").arg(verify).args([&instance, &plan]).output().expect("python starts");
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    let json = timetable(&["check", "--json", text(&instance), text(&plan)]).json();
    let theirs: Value = serde_json::from_slice(&verified.stdout).expect("JSON");
    assert_eq!((&json["valid"], &json["objective"]), (&json!(true), &theirs["objective"]));
}

#[test]
fn prices_that_prove_the_bound_are_written_and_added_up_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let (plan, prices) = (folder.path().join("plan.json"), folder.path().join("prices.json"));
    let said = solve(&example("instance"), &["--time-limit", "1", "--out", text(&plan), "--prices", text(&prices)]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let checked =
        |prices: &Path| timetable(&["check", text(&example("instance")), text(&plan), "--prices", text(prices)]);
    let said = checked(&prices);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert!(
        said.out.ends_with("No plan weighs more than 16: the prices add up to that, gap 0.00 %.\n"),
        "{}",
        said.out
    );
    let mut dearer: Value = serde_json::from_slice(&std::fs::read(&prices).expect("a file")).expect("JSON");
    dearer["participant_slot"].as_array_mut().expect("a list").iter_mut().for_each(|price| *price = json!(1 << 20));
    let said = checked(&file(folder.path(), "dearer.json", dearer.to_string()));
    assert!(!said.out.contains("more than 16:"), "other prices prove another bound: {}", said.out);
    dearer["participant_slot"].as_array_mut().expect("a list").pop();
    let said = checked(&file(folder.path(), "few.json", dearer.to_string()));
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(
        said.err.contains("few.json") && said.err.contains("expected a price for each participant"),
        "{}",
        said.err
    );
}

#[test]
fn solve_with_counted_changes_gives_the_same_plan_on_any_number_of_threads() {
    let plan = |threads: &str, seed: &str| {
        let options = ["--iterations", "5000", "--seed", seed, "--threads", threads, "--progress", "none"];
        let said = solve(&example("instance"), &options);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
        said.out
    };
    let one = plan("1", "3");
    assert_eq!([plan("2", "3"), plan("1", "3")], [one.clone(), one]);
}

#[test]
fn solve_of_nothing_is_an_empty_plan() {
    let nothing = json!({"format": "b2b-schedule/1", "name": "none", "slots": [], "venues": [], "participants": [], "meetings": []});
    let said = run_with(["timetable", "solve", "-", "--time-limit", "1"], nothing.to_string().as_bytes());
    assert_eq!(said.code, Some(0), "{}", said.err);
    let plan = said.json();
    assert_eq!(
        (&plan["assignments"], &plan["unscheduled"], &plan["instance"]),
        (&json!([]), &json!([]), &json!("none"))
    );
}

#[test]
fn solve_of_a_contradiction_names_it_and_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut event: Value = serde_json::from_slice(&std::fs::read(example("instance")).expect("a file")).expect("JSON");
    event["meetings"][5]["required"] = json!(true);
    let (instance, plan) = (file(folder.path(), "event.json", event.to_string()), folder.path().join("plan.json"));
    let said = solve(&instance, &["--time-limit", "1", "--progress", "none", "--out", text(&plan)]);
    let expected = "\
samesky: no plan was found that holds to every rule
m6 (架空精機, c1 with 架空電池, c2; priority 1) has to be held, and there is no slot for it.

It may be held at osaka: 0 of 4 slots would do.
  it is fixed to d1-1030: d1-0900, d1-0930, d1-1000
  c2 is unavailable: d1-0900
  osaka is closed: d1-1030
";
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (Some(1), "", expected));
    assert!(!plan.exists());
}

#[test]
fn solve_that_is_interrupted_keeps_the_best_plan() {
    for signal in ["-INT", "-TERM"] {
        interrupted(signal);
    }
}

fn interrupted(signal: &str) {
    let mut child = samesky()
        .args(["timetable", "solve", text(&example("instance")), "--time-limit", "600"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let mut told = BufReader::new(child.stderr.take().expect("a pipe")).lines();
    assert!(told.next().expect("a line").expect("text").contains("weight"));
    let pid = child.id().to_string();
    assert!(Command::new("kill").args([signal, &pid]).status().expect("kill starts").success());
    let rest: Vec<String> = told.map_while(Result::ok).collect();
    let output = child.wait_with_output().expect("an end");
    assert_eq!(output.status.code(), Some(0), "{signal}: {rest:?}");
    let plan: Value = serde_json::from_slice(&output.stdout).expect("a plan");
    assert_eq!(plan["objective"]["weight"], json!(16));
}

#[test]
fn progress_for_programs_is_json_lines() {
    let said = solve(&example("instance"), &["--time-limit", "1", "--progress", "json"]);
    assert_eq!(said.code, Some(0));
    let lines: Vec<Value> = said.err.lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect();
    let last = lines.last().expect("a line");
    assert_eq!((&last["best"]["weight"], &last["valid"]), (&json!(16), &json!(true)));
    assert!(last["elapsed"].is_number() && last["iterations"].is_number());
}

#[test]
fn bad_instances_are_refused_with_their_path_and_two() {
    let folder = tempfile::tempdir().expect("a folder");
    let event: Value = serde_json::from_slice(&std::fs::read(example("instance")).expect("a file")).expect("JSON");
    for (pointer, value, expected) in [
        (
            "/meetings/0/participants/1",
            json!("nobody"),
            "meetings[0].participants[1]: there is no participant “nobody”; expected the id of one in `participants`",
        ),
        (
            "/meetings/1/id",
            json!("m6"),
            "meetings[5].id: the id “m6” is that of meetings[1] as well; expected an id of its own",
        ),
        (
            "/venues/2/tables",
            json!(0),
            "venues[2].tables: a venue with no tables; expected a whole number from 1 to 100000",
        ),
        (
            "/slots/0/start",
            json!("2027-04-14T09:00:00"),
            "slots[0].start: “2027-04-14T09:00:00” has no offset from UTC; expected one at its end, such as +05:00 or Z",
        ),
        (
            "/meetings/0/priority",
            json!(1_000_000_000_000_000_000_u64),
            "meetings[0].priority: the priority 1000000000000000000 is out of range; expected a whole number from 1 to 1000000000",
        ),
    ] {
        let mut bad = event.clone();
        *bad.pointer_mut(pointer).expect("a place") = value;
        let path = file(folder.path(), "bad.json", bad.to_string());
        let said = solve(&path, &[]);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
        assert!(said.err.contains(&format!("{}: {expected}\n", path.display())), "{}", said.err);
    }
    for (name, content) in
        [("empty", ""), ("text", "hello"), ("nested", &"[".repeat(200_000)), ("other", "{\"format\": 3}")]
    {
        let said = solve(&file(folder.path(), name, content), &[]);
        assert_eq!((said.code, said.out.as_str(), said.err.lines().count()), (Some(2), "", 1), "{}", said.err);
    }
    let said = solve(&folder.path().join("absent.json"), &[]);
    assert_eq!(said.code, Some(2));
}

#[test]
fn check_tells_broken_rules_with_one_and_other_plans_with_two() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan: Value = serde_json::from_slice(&std::fs::read(example("plan")).expect("a file")).expect("JSON");
    let mut broken = plan.clone();
    broken["assignments"][1]["slot"] = json!("d1-0900");
    broken["objective"] = Value::Null;
    let path = file(folder.path(), "broken.json", broken.to_string());
    let said = timetable(&["check", text(&example("instance")), text(&path)]);
    let expected = "\
The plan breaks 3 rules:
m2: c1 is also in m1 in d1-0900 [two-meetings]
m2: has to be after m1 [not-after]
m2: the interpreter i1 is also in m1 in d1-0900 [two-services]
";
    assert_eq!(said.code, Some(1));
    assert!(said.out.starts_with(expected), "{}", said.out);
    let mut other = plan;
    other["instance"] = json!("another");
    let path = file(folder.path(), "other.json", other.to_string());
    let said = timetable(&["check", text(&example("instance")), text(&path)]);
    let expected =
        format!("samesky: {}: instance: this belongs to the instance “another”; expected “example”\n", path.display());
    assert_eq!((said.code, said.err), (Some(2), expected));
}

#[test]
fn explain_says_why_and_show_prints_agendas() {
    let (instance, plan) = (example("instance"), example("plan"));
    let said = timetable(&["explain", text(&instance), text(&plan), "m6"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.starts_with("m6 (架空精機, c1 with 架空電池, c2; priority 1) is not held.\n"), "{}", said.out);
    let json = timetable(&["explain", "--json", text(&instance), text(&plan), "m6"]).json();
    assert_eq!(json["slots"][3]["hindrances"], json!([{"why": "closed", "venue": "osaka"}]));
    assert_eq!(timetable(&["explain", text(&instance), text(&plan), "m9"]).code, Some(2));
    let said = timetable(&["show", text(&instance), text(&plan), "--only", "v1"]);
    let expected = "\
Fictitious Capital (v1) · times of Europe/Berlin
  Wednesday, 14 April 2027
    03:00–03:25  架空電池 (c2) · Video rooms, table 1 · m4
    03:30–03:55  虚构港区 (z2) · Video rooms, table 1 · m5
";
    assert_eq!((said.code, said.out.as_str()), (Some(0), expected));
    let calendar = timetable(&["show", text(&instance), text(&plan), "--format", "ics", "--by", "table"]);
    assert_eq!(calendar.out.matches("BEGIN:VEVENT").count(), 5);
    let csv = timetable(&["show", text(&instance), text(&plan), "--format", "csv", "--by", "interpreter"]);
    assert_eq!(csv.out.lines().count(), 4);
    for wrong in [["--only", "nobody"], ["--time-zone", "Mars/Olympus"]] {
        assert_eq!(timetable(&[&["show", text(&instance), text(&plan)], &wrong[..]].concat()).code, Some(2));
    }
    let none = timetable(&["show", text(&instance), text(&plan), "--only", "osaka/2", "--by", "table"]);
    assert_eq!((none.code, none.out.as_str()), (Some(0), "There are no meetings.\n"));
}

#[test]
fn repair_writes_the_plan_the_event_and_the_moves() {
    let folder = tempfile::tempdir().expect("a folder");
    let (plan, event) = (folder.path().join("plan.json"), folder.path().join("event.json"));
    let from =
        ["--from", text(&example("plan")), "--changes", text(&example("changes")), "--locks", text(&example("locks"))]
            .map(str::to_owned);
    let from: Vec<&str> = from.iter().map(String::as_str).collect();
    let to = ["--now", "2027-04-14T09:10:00+09:00", "--out", text(&plan), "--instance-out", text(&event)];
    let said = solve(&example("instance"), &[&from[..], &to[..]].concat());
    assert_eq!((said.code, said.out.as_str()), (Some(0), ""), "{}", said.err);
    assert!(said.err.contains("m7 is new: d1-1000 at osaka, table 1\n"), "{}", said.err);
    assert_eq!(timetable(&["check", text(&event), text(&plan)]).code, Some(0));
    // Against the event as it was, the plan knows a meeting too many.
    assert_eq!(timetable(&["check", text(&example("instance")), text(&plan)]).code, Some(1));
    let bad = file(
        folder.path(),
        "bad.json",
        json!({"format": "b2b-changes/1", "instance": "example", "changes": [{"kind": "slot-lost", "slot": "t9"}]})
            .to_string(),
    );
    let said = solve(&example("instance"), &["--from", text(&example("plan")), "--changes", text(&bad)]);
    let expected = format!(
        "samesky: {}: changes[0].slot: there is no slot “t9”; expected the id of one in `slots`\n",
        bad.display()
    );
    assert_eq!((said.code, said.err), (Some(2), expected));
}
