//! The JSON Schemas of `docs/timetable` against the examples beside them, against what is generated, and against what is
//! refused. The part of JSON Schema that they use is read here; a keyword that is not known fails the test.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::disallowed_methods, missing_docs)]

use samesky_timetable::check::check;
use samesky_timetable::repair::{read_changes, read_locks, repair};
use samesky_timetable::sample::{Mandatory, mandatory};
use samesky_timetable::{read_instance, read_plan, read_proof};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/timetable")
}

fn read(name: &str) -> Value {
    let path = folder().join(name);
    let text = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Everything in which a value does not fit a schema.
fn misfits(root: &Value, schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, rule) in schema.as_object().expect("a schema is an object") {
        found.extend(misfit(root, schema, keyword, rule, value, path));
    }
    found
}

fn misfit(root: &Value, schema: &Value, keyword: &str, rule: &Value, value: &Value, path: &str) -> Vec<String> {
    let unless = |fits: bool| if fits { Vec::new() } else { vec![format!("{path}: {keyword} {rule}")] };
    let list = value.as_array();
    match keyword {
        "$schema" | "$id" | "$defs" | "title" | "description" | "examples" | "default" => Vec::new(),
        "$ref" => {
            let pointer = rule.as_str().and_then(|address| address.strip_prefix('#')).expect("a place in this file");
            misfits(root, root.pointer(pointer).expect("a definition"), value, path)
        }
        "type" => unless(is_of(value, rule.as_str().expect("one type"))),
        "const" => unless(value == rule),
        "enum" => unless(rule.as_array().expect("a list").contains(value)),
        "minimum" => unless(value.as_f64().is_none_or(|number| Some(number) >= rule.as_f64())),
        "maximum" => unless(value.as_f64().is_none_or(|number| Some(number) <= rule.as_f64())),
        "minLength" => {
            unless(value.as_str().is_none_or(|text| text.chars().count() as u64 >= rule.as_u64().expect("a number")))
        }
        "minItems" => unless(list.is_none_or(|list| list.len() as u64 >= rule.as_u64().expect("a number"))),
        "maxItems" => unless(list.is_none_or(|list| list.len() as u64 <= rule.as_u64().expect("a number"))),
        "uniqueItems" => {
            unless(list.is_none_or(|list| list.iter().enumerate().all(|(at, one)| !list[..at].contains(one))))
        }
        "format" => {
            unless(rule == "date-time" && value.as_str().is_some_and(|text| text.parse::<jiff::Timestamp>().is_ok()))
        }
        "items" => list
            .into_iter()
            .flatten()
            .zip(0..)
            .flat_map(|(one, at)| misfits(root, rule, one, &format!("{path}[{at}]")))
            .collect(),
        "required" => {
            let names = rule.as_array().expect("a list").iter().filter_map(Value::as_str);
            let missing = names.filter(|name| value.is_object() && value.get(name).is_none());
            missing.map(|name| format!("{path}: lacks {name}")).collect()
        }
        "properties" => {
            let fields = rule.as_object().expect("fields").iter();
            let there = fields.filter_map(|(name, schema)| Some((name, schema, value.get(name)?)));
            there.flat_map(|(name, schema, value)| misfits(root, schema, value, &format!("{path}.{name}"))).collect()
        }
        "oneOf" => {
            let fitting =
                rule.as_array().expect("a list").iter().filter(|one| misfits(root, one, value, path).is_empty());
            unless(fitting.count() == 1)
        }
        other => panic!("{other} in {schema} is not known to this test"),
    }
}

fn is_of(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        other => panic!("{other} is no type"),
    }
}

fn held(schema: &str, value: &Value) -> Vec<String> {
    let schema = read(schema);
    misfits(&schema, &schema, value, "")
}

#[test]
fn examples_fit_their_schemas_and_belong_together() {
    let (instance, plan) = (read("example.instance.json"), read("example.plan.json"));
    let (changes, locks) = (read("example.changes.json"), read("example.locks.json"));
    assert_eq!(held("instance.schema.json", &instance), Vec::<String>::new());
    assert_eq!(held("plan.schema.json", &plan), Vec::<String>::new());
    assert_eq!(held("changes.schema.json", &changes), Vec::<String>::new());
    assert_eq!(held("locks.schema.json", &locks), Vec::<String>::new());
    let prices = read("example.prices.json");
    assert_eq!(held("prices.schema.json", &prices), Vec::<String>::new());
    let instance = read_instance(instance.to_string().as_bytes()).expect("an instance");
    let plan = read_plan(plan.to_string().as_bytes(), &instance).expect("a plan");
    assert_eq!(check(&instance, &plan).violations, []);
    assert_eq!(read_proof(prices.to_string().as_bytes(), &instance), Ok(16));
    let changes = read_changes(changes.to_string().as_bytes(), &instance, &plan).expect("changes");
    let locks = read_locks(locks.to_string().as_bytes(), &instance, &plan).expect("locks");
    let now = Some("2027-04-14T09:10:00+09:00".parse().expect("a time"));
    let after = repair(&instance, &plan, &changes, &locks, now).expect("an event");
    assert_eq!((check(&after.instance, &after.plan).violations, after.broken_locks), (vec![], vec![]));
    assert_eq!(
        held("instance.schema.json", &serde_json::to_value(after.instance).expect("JSON")),
        Vec::<String>::new()
    );
    assert_eq!(held("plan.schema.json", &serde_json::to_value(after.plan).expect("JSON")), Vec::<String>::new());
}

#[test]
fn examples_use_every_field_of_their_schemas() {
    for kind in ["instance", "plan", "changes", "locks", "prices"] {
        let schema = read(&format!("{kind}.schema.json"));
        let example = read(&format!("example.{kind}.json")).to_string();
        let mut names = Vec::new();
        fields(&schema, &mut names);
        let unused: Vec<_> = names.into_iter().filter(|name| !example.contains(&format!("\"{name}\":"))).collect();
        assert_eq!(unused, Vec::<String>::new(), "{kind}");
    }
}

/// The names of all fields of a schema.
fn fields(schema: &Value, names: &mut Vec<String>) {
    match schema {
        Value::Object(all) => {
            if let Some(Value::Object(fields)) = all.get("properties") {
                names.extend(fields.keys().cloned());
            }
            all.values().for_each(|inner| fields(inner, names));
        }
        Value::Array(list) => list.iter().for_each(|inner| fields(inner, names)),
        _ => {}
    }
}

#[test]
fn generated_instances_and_plans_fit_the_schemas() {
    for seed in 1..=5 {
        let (instance, plan) = mandatory(Mandatory::of_seed(seed), seed);
        assert_eq!(held("instance.schema.json", &serde_json::to_value(instance).expect("JSON")), Vec::<String>::new());
        assert_eq!(held("plan.schema.json", &serde_json::to_value(plan).expect("JSON")), Vec::<String>::new());
    }
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/timetable/generate.py");
    if !shared.exists() {
        eprintln!("skipped: {} is absent", shared.display());
        return;
    }
    for family in ["S", "M"] {
        let done =
            Command::new("python3").arg(&shared).args(["--family", family, "--seed", "4"]).output().expect("python");
        let instance: Value = serde_json::from_slice(&done.stdout).expect("JSON");
        assert_eq!(held("instance.schema.json", &instance), Vec::<String>::new());
    }
}

#[test]
fn instances_that_are_refused_by_shape_do_not_fit_the_schema() {
    for (pointer, value) in [
        ("/format", json!("b2b/2")),
        ("/slots/0/start", json!("2027-04-14T09:00:00")),
        ("/venues/0/tables", json!(0)),
        ("/venues/0/mode", json!("phone")),
        ("/meetings/0/priority", json!(0)),
        ("/meetings/0/priority", json!(1_000_000_001)),
        ("/meetings/0/participants", json!(["c1"])),
        ("/objectives", json!(["joy"])),
        ("/participants/0/id", json!("")),
        ("/meetings/0/id", json!(7)),
    ] {
        let mut instance = read("example.instance.json");
        *instance.pointer_mut(pointer).expect("a place") = value.clone();
        assert!(!held("instance.schema.json", &instance).is_empty(), "{pointer} {value} fits");
        assert!(read_instance(instance.to_string().as_bytes()).is_err(), "{pointer} {value} is read");
    }
}
