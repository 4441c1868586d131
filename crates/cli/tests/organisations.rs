//! `samesky organisations compare`, the real binary.
#![allow(clippy::expect_used, missing_docs)]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

fn compare(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_samesky"))
        .args(["organisations", "compare"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("samesky starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let done = child.wait_with_output().expect("an end");
    let _ = writer.join();
    done
}

fn answers(input: &str) -> Vec<Value> {
    let done = compare(&["--jsonl"], input.as_bytes());
    assert_eq!(done.status.code(), Some(0));
    let out = String::from_utf8(done.stdout).expect("UTF-8");
    out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn pair(id: &str, one: &str, other: &str) -> String {
    format!(
        "{}\n",
        json!({"id": id, "a": {"names": [one], "identifiers": {}, "place": null}, "b": {"names": [other], "identifiers": {}, "place": null}})
    )
}

#[test]
fn pairs_are_answered_in_order_with_verdict_score_and_evidence() {
    let input: String = [
        pair("1", "三菱重工业", "Mitsubishi Heavy Industries, Ltd."),
        pair("2", "株式会社デンソー", "电装(广州南沙)有限公司"),
        pair("3", "成都天府云迁科技有限公司", "成都天府云仟科技有限公司"),
        pair("4", "Müller", "Müller Maschinenbau GmbH"),
    ]
    .concat();
    let answers = answers(&input);
    let said: Vec<_> = answers.iter().map(|answer| (answer["id"].as_str(), answer["verdict"].as_str())).collect();
    assert_eq!(
        said,
        [
            (Some("1"), Some("same")),
            (Some("2"), Some("branch")),
            (Some("3"), Some("different")),
            (Some("4"), Some("ask"))
        ]
    );
    for answer in answers {
        let fields: Vec<_> = answer.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(fields, ["evidence", "id", "score", "verdict"]);
        assert!(answer["score"].as_f64().is_some_and(|score| (0.0..=1.0).contains(&score)));
        assert!(answer["evidence"].as_array().is_some_and(|all| !all.is_empty() && all.iter().all(Value::is_string)));
    }
}

#[test]
fn line_that_cannot_be_read_is_answered_in_its_place() {
    let good = pair("good", "株式会社架空精機", "(株)架空精機");
    let bad = [
        "not json",
        "{\"id\": \"x\"}",
        "[]",
        "{\"id\": \"x\", \"a\": {\"names\": \"one\"}, \"b\": {}}",
        "null",
        "\u{0}",
        "{\"a\": {}, \"b\": 7}",
    ];
    let input: String = bad.iter().map(|bad| format!("{bad}\n{good}\n")).collect();
    let answers = answers(&input);
    assert_eq!(answers.len(), 2 * bad.len());
    for pair in answers.chunks(2) {
        assert_eq!(pair[0]["id"], Value::Null);
        assert_eq!(pair[0]["remarks"].as_array().map(Vec::len), Some(1));
        assert_eq!((&pair[1]["id"], &pair[1]["verdict"]), (&"good".into(), &"same".into()));
    }
}

#[test]
fn answer_comes_before_the_next_line_is_written() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_samesky"))
        .args(["organisations", "compare", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("samesky starts");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for id in ["first", "second"] {
        input.write_all(pair(id, "A", "B").as_bytes()).expect("written");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("an answer");
        assert_eq!(serde_json::from_str::<Value>(&answer).expect("JSON")["id"], id);
    }
    drop(input);
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn two_names_on_the_command_line_are_answered_for_people() {
    let done = compare(&["Siemens AG", "Siemens Aktiengesellschaft"], b"");
    let out = String::from_utf8(done.stdout).expect("UTF-8");
    assert!(out.starts_with("same 0.9"), "{out}");
}

#[test]
fn file_of_names_that_is_none_is_named() {
    let done = compare(&["--jsonl", "--names", "no-such-file.jsonl"], b"");
    let err = String::from_utf8(done.stderr).expect("UTF-8");
    assert_eq!(done.status.code(), Some(2));
    assert!(err.contains("no-such-file.jsonl"), "{err}");
}
