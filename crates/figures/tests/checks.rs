//! The corpus of checks: examples and counter-examples in four languages, each with every check it gives.
#![allow(clippy::expect_used, clippy::print_stderr, missing_docs)]

mod support;

use samesky_figures::{Claims, check};
use serde::Deserialize;
use support::Short;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    title: Option<String>,
    #[serde(default)]
    events: Vec<(String, Option<String>)>,
    figures: Vec<Short>,
    checks: Vec<String>,
}

fn found(case: &Case) -> Vec<String> {
    let figures: Vec<_> = case.figures.iter().map(|figure| figure.claim(&case.text)).collect();
    let events: Vec<_> = case.events.iter().map(|(id, whole)| support::event(id, whole.as_deref())).collect();
    let title = case.title.as_ref().map(|title| support::title(&case.text, title));
    let claims = Claims {
        text: &case.text,
        title: title.as_ref(),
        events: &events,
        figures: &figures,
        organisations: &[],
        projects: &[],
    };
    check(&claims).iter().map(line).collect()
}

/// `sum f2 = f4 f6 f8: reconciled 0 classes-differ`
fn line(check: &samesky_model::reading::Check) -> String {
    let parts: String = check.parts.iter().map(|part| format!(" {part}")).collect();
    let difference = check.difference.map(|d| format!(" {}", d.normalize())).unwrap_or_default();
    let remark = check.remark.as_ref().map(|remark| format!(" {}", remark.code)).unwrap_or_default();
    format!("{} {} ={parts}: {}{difference}{remark}", check.rule, check.total, check.verdict)
}

#[test]
fn corpus_every_text_gives_exactly_its_checks() {
    let corpus = include_str!("../corpus/checks.jsonl");
    let mut wrong = Vec::new();
    for text in corpus.lines().filter(|line| !line.trim().is_empty()) {
        let case: Case = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let found = found(&case);
        if found != case.checks {
            wrong.push(format!("{}\n  expected {:?}\n  found    {found:?}", case.name, case.checks));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}
