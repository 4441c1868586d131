//! Our check and the independent one of the shared folder say the same of the same plans: of valid ones, and of those
//! with a fault or two put in.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::disallowed_methods, missing_docs)]

use samesky_timetable::check::check;
use samesky_timetable::{Instance, Plan, read_instance};
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Answers each plan on standard input, one a line, as `verify.py` does for one.
const DRIVER: &str = "
import json, sys
sys.path.insert(0, sys.argv[1])
from verify import check
inst = json.load(open(sys.argv[2], encoding='utf-8'))
for line in sys.stdin:
    err, obj = check(inst, json.loads(line))
    print(json.dumps({'errors': err[:3], 'objective': obj}))
";

fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/timetable");
    let python = Command::new("python3").arg("--version").output().is_ok();
    if folder.exists() && python {
        return Some(folder);
    }
    eprintln!("skipped: {} or python3 is absent", folder.display());
    None
}

/// An instance of the generator and the plan of the greedy pass.
fn made(shared: &Path, family: &str, seed: u64, folder: &Path) -> (PathBuf, Value) {
    let (instance, plan) = (folder.join("instance.json"), folder.join("plan.json"));
    let python = |script: &str, arguments: &[&str]| {
        let done = Command::new("python3").arg(shared.join(script)).args(arguments).output().expect("python starts");
        assert!(done.status.success(), "{done:?}");
        done.stdout
    };
    let bytes = python("generate.py", &["--family", family, "--seed", &seed.to_string()]);
    std::fs::write(&instance, bytes).expect("written");
    let name = |path: &Path| path.to_str().expect("UTF-8").to_owned();
    python("greedy.py", &[&name(&instance), "--out", &name(&plan)]);
    (instance, serde_json::from_slice(&std::fs::read(plan).expect("a plan")).expect("JSON"))
}

fn verified(shared: &Path, instance: &Path, plans: &[Value]) -> Vec<Value> {
    let mut child = Command::new("python3")
        .args(["-c", DRIVER])
        .args([shared, instance])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let lines: String = plans.iter().map(|plan| format!("{plan}\n")).collect();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()).expect("written"));
    let output = child.wait_with_output().expect("an end");
    writer.join().expect("written");
    let answers = String::from_utf8(output.stdout).expect("UTF-8");
    answers.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A small generator of numbers: xorshift64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).expect("small")
    }

    fn one<'a>(&mut self, list: &'a Value) -> &'a Value {
        let list = list.as_array().expect("a list");
        &list[self.below(list.len())]
    }
}

/// A plan with one thing changed: it may still be valid.
fn mutated(instance: &Value, mut plan: Value, dice: &mut Dice) -> Value {
    let kind = dice.below(12);
    let count = plan["assignments"].as_array().expect("a list").len();
    let at = dice.below(count);
    let slot = dice.one(&instance["slots"])["id"].clone();
    let venue = dice.one(&instance["venues"])["id"].clone();
    let interpreter = dice.one(&instance["interpreters"])["id"].clone();
    let list = plan["assignments"].as_array_mut().expect("a list");
    match kind {
        0 | 1 => list[at]["slot"] = slot,
        2 => list[at]["venue"] = venue,
        3 => list[at]["table"] = json!(dice.below(9)),
        4 => list[at]["interpreter"] = interpreter,
        5 => drop(list[at].as_object_mut().expect("fields").remove("interpreter")),
        6 => drop(list.remove(at)),
        7 => {
            let gone = list.remove(at)["meeting"].clone();
            plan["unscheduled"].as_array_mut().expect("a list").push(gone);
        }
        8 => {
            let meeting = plan["unscheduled"].as_array_mut().expect("a list").pop();
            list_of(&mut plan).push(json!({"meeting": meeting, "slot": slot, "venue": venue, "table": 1}));
        }
        9 => {
            let other = dice.below(count);
            let slots = (list[at]["slot"].clone(), list[other]["slot"].clone());
            (list[other]["slot"], list[at]["slot"]) = slots;
        }
        10 => plan["objective"] = json!({"weight": 300 + dice.below(100), "joy": 1}),
        _ => plan["bounds"] = json!({"weight": 300 + dice.below(100)}),
    }
    plan
}

fn list_of(plan: &mut Value) -> &mut Vec<Value> {
    plan["assignments"].as_array_mut().expect("a list")
}

/// Holds both checks against each other, and gives how many of the plans are valid.
fn agree(shared: &Path, path: &Path, instance: &Instance, plans: &[Value]) -> usize {
    let answers = verified(shared, path, plans);
    assert_eq!(answers.len(), plans.len());
    let mut valid = 0;
    for (plan, theirs) in plans.iter().zip(&answers) {
        let typed: Plan = serde_json::from_value(plan.clone()).expect("a plan");
        let ours = check(instance, &typed);
        let errors = theirs["errors"].as_array().expect("errors");
        assert_eq!(ours.is_valid(), errors.is_empty(), "{:?}\n{errors:?}\n{plan}", ours.violations);
        if ours.is_valid() {
            valid += 1;
            assert_eq!(serde_json::to_value(ours.score).expect("JSON"), theirs["objective"], "{plan}");
        }
    }
    valid
}

#[test]
fn check_agrees_with_the_independent_one_on_small_plans() {
    let Some(shared) = shared() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let (mut valid, mut all) = (0, 0);
    for seed in 1..=3 {
        let (path, plan) = made(&shared, "S", seed, folder.path());
        for variant in variants(&path) {
            std::fs::write(&path, variant.to_string()).expect("written");
            let instance = read_instance(variant.to_string().as_bytes()).expect("no fault");
            let mut dice = Dice(seed + 77);
            let mut plans = vec![plan.clone()];
            for _ in 0..400 {
                let once = mutated(&variant, plan.clone(), &mut dice);
                plans.push(if dice.below(3) == 0 { mutated(&variant, once, &mut dice) } else { once });
            }
            valid += agree(&shared, &path, &instance, &plans);
            all += plans.len();
        }
    }
    assert!(valid > 100 && all - valid > 1000, "{valid} of {all} were valid");
}

/// The instance, and the same with rules that the generator does not use.
fn variants(path: &Path) -> Vec<Value> {
    let plain: Value = serde_json::from_slice(&std::fs::read(path).expect("a file")).expect("JSON");
    let mut ruled = plain.clone();
    ruled["rules"] = json!({"max_break_difference": 2});
    for (at, slot) in ruled["slots"].as_array_mut().expect("slots").iter_mut().enumerate() {
        slot["session"] = json!(if at % 5 < 2 { "odd" } else { "even" });
    }
    for at in 0..30 {
        let earlier = ruled["meetings"][at]["id"].clone();
        ruled["meetings"][at + 30]["after"] = json!([earlier]);
        ruled["meetings"][at + 60]["unavailable"] = json!([ruled["slots"][at % 12]["id"]]);
        ruled["meetings"][at + 90]["required"] = json!(at % 9 == 0);
        ruled["meetings"][at + 120]["languages"] = json!(if at % 2 == 0 { vec!["ru"] } else { vec!["ru", "zh"] });
    }
    vec![plain, ruled]
}

#[test]
fn check_agrees_with_the_independent_one_on_a_large_plan() {
    let Some(shared) = shared() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let (path, plan) = made(&shared, "M", 7, folder.path());
    let raw: Value = serde_json::from_slice(&std::fs::read(&path).expect("a file")).expect("JSON");
    let instance = read_instance(raw.to_string().as_bytes()).expect("no fault");
    let mut dice = Dice(5);
    let mut plans = vec![plan.clone()];
    plans.extend((0..30).map(|_| mutated(&raw, plan.clone(), &mut dice)));
    assert!(agree(&shared, &path, &instance, &plans) > 0);
}
