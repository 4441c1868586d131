//! `samesky read --jsonl`: one answer a line, in order, as the lines come.

use crate::made::{CHINESE, JAPANESE};
use crate::support::{amounts, assert_spans, run_with, samesky};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

fn answers(input: &[u8]) -> Vec<Value> {
    let said = run_with(["read", "--jsonl"], input);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    said.lines()
}

fn line(value: &Value) -> String {
    format!("{value}\n")
}

#[test]
fn answer_comes_before_the_next_line_is_written() {
    let mut child =
        samesky().args(["read", "--jsonl"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("started");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for id in ["first", "second", "third"] {
        input.write_all(line(&json!({"id": id, "text": CHINESE})).as_bytes()).expect("written");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("an answer");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!(answer["id"], id);
    }
    drop(input);
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn answers_come_in_order_whatever_the_number_of_threads() {
    let lines: String = (0..1_000)
        .map(|n| line(&json!({"id": n.to_string(), "text": if n % 7 == 0 { CHINESE.repeat(20) } else { format!("{n}个项目") }})))
        .collect();
    let one = run_with(["read", "--jsonl", "--threads", "1"], lines.as_bytes());
    let ids: Vec<_> = one.lines().iter().map(|answer| answer["id"].as_str().expect("an id").to_owned()).collect();
    assert_eq!(ids, (0..1_000).map(|n| n.to_string()).collect::<Vec<_>>());
    let four = run_with(["read", "--jsonl", "--threads", "4"], lines.as_bytes());
    assert_eq!(one.out, four.out);
}

#[test]
fn line_that_cannot_be_read_is_answered_in_its_place() {
    let good = line(&json!({"id": "good", "text": CHINESE}));
    let bad = ["not json", "{\"id\": \"no text\"}", "[]", "{\"text\": 7}", "null", "{\"text\": \"cut of", "\u{0}"];
    let input: String = bad.iter().map(|bad| format!("{bad}\n{good}")).collect();
    let answers = answers(input.as_bytes());
    assert_eq!(answers.len(), 2 * bad.len());
    for pair in answers.chunks(2) {
        let fields: Vec<_> = pair[0].as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!((fields, &pair[0]["id"]), (vec!["id", "remarks"], &Value::Null));
        assert_eq!(pair[0]["remarks"].as_array().map(Vec::len), Some(1));
        assert_eq!(pair[1]["id"], "good");
    }
}

#[test]
fn line_of_broken_utf8_is_answered_in_its_place() {
    let mut input = br#"{"id": "a", "text": "15"#.to_vec();
    input.extend([0xE4, 0xB8, b'x', 0xFF]);
    input.extend("个项目签约\"}\n{\"id\": \"b\", \"text\": \"\"}\n".as_bytes());
    let answers = answers(&input);
    assert_eq!(answers.iter().map(|answer| &answer["id"]).collect::<Vec<_>>(), [&json!("a"), &json!("b")]);
}

#[test]
fn lone_surrogate_becomes_one_character() {
    let text = r"\ud83d15个项目\udc00签约，总投资\ud83d\ude0086.4亿元";
    let answers = answers(format!("{{\"id\": \"a\", \"text\": \"{text}\"}}\n").as_bytes());
    let source = "\u{FFFD}15个项目\u{FFFD}签约，总投资😀86.4亿元";
    assert_eq!(amounts(&answers[0]).len(), 2);
    assert!(assert_spans(&answers[0], source) >= 2);
}

#[test]
fn byte_order_marks_are_dropped_from_stream_and_text() {
    let input = format!("\u{FEFF}{}", line(&json!({"id": "a", "text": format!("\u{FEFF}{CHINESE}")})));
    let answers = answers(input.as_bytes());
    assert_eq!((&answers[0]["id"], &answers[0]["title"]["start"]), (&json!("a"), &json!(0)));
    assert!(assert_spans(&answers[0], CHINESE) >= 3);
}

#[test]
fn reference_date_that_is_none_is_a_remark_and_the_text_is_read() {
    for date in ["2020-02-31", "yesterday", "20-1-1"] {
        let answers = answers(line(&json!({"id": "a", "text": CHINESE, "reference_date": date})).as_bytes());
        let remarks = answers[0]["remarks"].as_array().expect("remarks");
        assert!(remarks.iter().any(|remark| remark.to_string().contains(date)), "{remarks:?}");
        assert!(amounts(&answers[0]).len() >= 3);
    }
    for date in [json!(null), json!("")] {
        let answers = answers(line(&json!({"id": "a", "text": CHINESE, "reference_date": date})).as_bytes());
        assert_eq!(answers[0]["remarks"], json!([]));
    }
}

#[test]
fn blank_lines_ask_for_nothing_and_the_last_line_needs_no_end() {
    let input = format!("\n  \n{}\r\n\n{}", json!({"id": "a", "text": ""}), json!({"id": "b", "text": JAPANESE}));
    let answers = answers(input.as_bytes());
    assert_eq!(answers.iter().map(|answer| &answer["id"]).collect::<Vec<_>>(), [&json!("a"), &json!("b")]);
    assert_eq!(self::answers(b""), Vec::<Value>::new());
}

#[test]
fn line_of_five_megabytes_is_read() {
    let text = CHINESE.repeat(5_000_000 / CHINESE.len() + 1);
    let input = line(&json!({"id": "long", "text": text})) + &line(&json!({"id": "short", "text": CHINESE}));
    let answers = answers(input.as_bytes());
    assert_eq!((&answers[0]["id"], &answers[1]["id"]), (&json!("long"), &json!("short")));
    assert!(assert_spans(&answers[0], &text) > 100);
}

#[test]
fn identifiers_are_handed_through() {
    let input: String = [json!("甲"), json!(7), json!(-1.5), json!(null), json!(["x"]), json!("")]
        .map(|id| line(&json!({"id": id, "text": "x"})))
        .concat();
    let ids: Vec<_> = answers(input.as_bytes()).into_iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(ids, [json!("甲"), json!("7"), json!("-1.5"), json!(null), json!(null), json!("")]);
}

#[test]
fn language_address_and_quantities_are_taken() {
    let input = line(
        &json!({"id": "a", "text": "合計15件、総額12億円", "lang": "ja", "url": "https://example.org/20240516/a.html"}),
    );
    let said = run_with(["read", "--jsonl", "--quantities"], input.as_bytes());
    let answer = said.lines().remove(0);
    assert_eq!(answer["language"], "ja");
    let values: Vec<_> =
        answer["quantities"].as_array().expect("quantities").iter().map(|q| q["value"].clone()).collect();
    assert_eq!(values, [json!("15"), json!("1200000000")]);
}
