//! The five articles and their facts, measured by rules of our own; and the same by the scorer that came with them.

use crate::support::{assert_spans, repository, run_with, shared};
use samesky_model::Decimal;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

const HEADLINE: [&str; 8] = [
    "projects_signed",
    "agreements",
    "total_investment",
    "investment",
    "fdi_actual",
    "trade_volume",
    "companies_attending",
    "companies_settled",
];

struct Article {
    gold: Value,
    text: String,
    reading: Value,
}

fn articles() -> Option<Vec<Article>> {
    let folder = shared("seeds")?;
    let gold = std::fs::read_to_string(folder.join("gold.jsonl")).expect("readable");
    let gold: Vec<Value> = gold.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let texts: Vec<_> = gold.iter().map(|one| text_of(&folder, one)).collect();
    let input: String = gold
        .iter()
        .zip(&texts)
        .map(|(one, text)| {
            let line = json!({"id": one["id"], "text": text, "reference_date": one["published"], "url": one["url"]});
            format!("{line}\n")
        })
        .collect();
    let readings = run_with(["read", "--jsonl"], input.as_bytes()).lines();
    assert_eq!(readings.len(), gold.len());
    let articles = gold.into_iter().zip(texts).zip(readings);
    Some(articles.map(|((gold, text), reading)| Article { gold, text, reading }).collect())
}

fn text_of(folder: &Path, gold: &Value) -> String {
    std::fs::read_to_string(folder.join(gold["id"].as_str().expect("an id"))).expect("the text")
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn word<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => {
            let text = number.to_string();
            text.parse().or_else(|_| Decimal::from_scientific(&text)).ok()
        }
        _ => None,
    }
}

/// Ends of plurals do not count.
fn same_unit(gold: &str, said: &str) -> bool {
    gold.to_lowercase().trim_end_matches('s') == said.to_lowercase().trim_end_matches('s')
}

fn occurrences(text: &str, quote: &str) -> Vec<(u64, u64)> {
    let length = u64::try_from(quote.chars().count()).expect("small");
    let at = text.match_indices(quote).map(|(byte, _)| u64::try_from(text[..byte].chars().count()).expect("small"));
    at.map(|start| (start, start + length)).collect()
}

fn places(figure: &Value) -> Vec<(u64, u64)> {
    let place = |value: &Value| (value["start"].as_u64().expect("a start"), value["end"].as_u64().expect("an end"));
    std::iter::once(place(figure)).chain(list(figure, "spans").iter().map(place)).collect()
}

fn touches(a: &[(u64, u64)], b: &[(u64, u64)]) -> bool {
    a.iter().any(|a| b.iter().any(|b| a.0 < b.1 && b.0 < a.1))
}

fn is_found(gold: &Value, article: &Article) -> bool {
    let also = list(gold, "also").iter().filter_map(Value::as_str);
    let spots: Vec<_> =
        std::iter::once(word(gold, "quote")).chain(also).flat_map(|quote| occurrences(&article.text, quote)).collect();
    list(&article.reading, "figures").iter().any(|said| {
        number(&said["value"]) == number(&gold["value"])
            && (same_unit(word(gold, "unit"), word(said, "unit")) || word(gold, "approx") == "tier")
            && touches(&places(said), &spots)
    })
}

#[test]
fn seeds_figures_are_found_with_value_and_unit() {
    let Some(articles) = articles() else { return };
    let mut missed = Vec::new();
    let mut all = 0;
    for article in &articles {
        for figure in list(&article.gold, "figures") {
            all += 1;
            if !is_found(figure, article) {
                missed.push(format!("{} {} {}", word(&article.gold, "id"), figure["value"], word(figure, "quote")));
            }
        }
    }
    assert!(all > 30, "{all}");
    assert!(missed.len() * 100 <= all * 5, "missed {} of {all}: {missed:#?}", missed.len());
}

#[test]
fn seeds_headline_measures_are_right() {
    let Some(articles) = articles() else { return };
    let (mut said, mut wrong) = (0, Vec::new());
    for article in &articles {
        for figure in list(&article.reading, "figures") {
            if !HEADLINE.contains(&word(figure, "measure")) {
                continue;
            }
            said += 1;
            if !list(&article.gold, "figures").iter().any(|gold| number(&gold["value"]) == number(&figure["value"])) {
                wrong.push(format!(
                    "{} {} {}",
                    word(&article.gold, "id"),
                    word(figure, "measure"),
                    word(figure, "quote")
                ));
            }
        }
    }
    assert!(said > 15, "{said}");
    assert!(wrong.len() * 100 <= said * 10, "wrong {} of {said}: {wrong:#?}", wrong.len());
}

#[test]
fn seeds_every_event_is_found_and_no_distractor_is_taken() {
    let Some(articles) = articles() else { return };
    for article in &articles {
        let id = word(&article.gold, "id");
        let said: Vec<_> =
            list(&article.reading, "events").iter().map(|event| (word(event, "type"), word(event, "date"))).collect();
        for event in list(&article.gold, "events") {
            let (kind, date) = (word(event, "type"), word(event, "date"));
            let found = |(said_kind, said): &(&str, &str)| {
                *said_kind == kind
                    && (date.is_empty() || said.starts_with(date) || (said.len() >= 7 && date.starts_with(said)))
            };
            assert!(said.iter().any(found), "{id}: no {kind} on {date} among {said:?}");
        }
        for distractor in list(&article.gold, "distractors").iter().filter_map(Value::as_str) {
            let spots = occurrences(&article.text, distractor);
            for figure in list(&article.reading, "figures") {
                assert!(!touches(&places(figure), &spots), "{id}: {distractor} became {figure}");
            }
        }
    }
}

#[test]
fn seeds_every_quote_is_its_slice() {
    let Some(articles) = articles() else { return };
    for article in &articles {
        assert!(assert_spans(&article.reading, &article.text) > 0, "{}", word(&article.gold, "id"));
    }
}

/// Every check as rule, verdict, value of the total, values of the parts.
fn arithmetic(reading: &Value) -> Vec<(String, String, String, Vec<String>)> {
    let value = |local: &Value| {
        let figure = list(reading, "figures").iter().find(|figure| figure["id"] == *local);
        word(figure.expect("a figure of the reading"), "value").to_owned()
    };
    let checks = list(reading, "checks").iter().map(|check| {
        let parts = list(check, "parts").iter().map(value).collect();
        (word(check, "rule").to_owned(), word(check, "verdict").to_owned(), value(&check["total"]), parts)
    });
    checks.collect()
}

fn has_reconciled(articles: &[Article], total: &str, parts: &[&str]) -> bool {
    articles.iter().flat_map(|article| arithmetic(&article.reading)).any(|(_, verdict, whole, mut terms)| {
        terms.sort();
        let mut parts = parts.to_vec();
        parts.sort_unstable();
        verdict == "reconciled" && whole == total && terms == parts
    })
}

#[test]
fn seeds_sums_that_hold_come_out_reconciled() {
    let Some(articles) = articles() else { return };
    assert!(has_reconciled(&articles, "17000000000", &["5100000000", "6200000000", "5700000000"]));
    assert!(has_reconciled(&articles, "18", &["6", "6", "6"]));
}

#[test]
fn seeds_projects_and_agreements_of_one_day_stay_two_sets_and_tiers_are_no_money() {
    let Some(articles) = articles() else { return };
    let article = articles.iter().find(|article| article.text.contains("204.5亿元")).expect("the article of Chengdu");
    let figures = list(&article.reading, "figures");
    let has = |measure: &str, value: &str, unit: &str| {
        figures.iter().any(|figure| {
            word(figure, "measure") == measure && word(figure, "value") == value && word(figure, "unit") == unit
        })
    };
    assert!(has("projects_signed", "15", "projects"));
    assert!(has("total_investment", "20450000000", "CNY"));
    assert!(has("agreements", "28", "agreements"));
    for (rule, verdict, total, parts) in arithmetic(&article.reading) {
        let terms: Vec<_> = parts.iter().chain([&total]).map(String::as_str).collect();
        let both = terms.contains(&"28") && (terms.contains(&"15") || terms.contains(&"20450000000"));
        assert!(!both, "{rule} {verdict}: {terms:?}");
    }
    let tiers: Vec<_> = figures.iter().filter(|figure| !figure["tier"].is_null()).collect();
    let sizes: Vec<_> =
        tiers.iter().map(|tier| (word(tier, "value"), word(tier, "unit"), word(&tier["tier"], "value"))).collect();
    let sizes_of = |count, size| (count, "projects", size);
    let expected = [("2", "5000000000"), ("2", "2000000000"), ("3", "1000000000"), ("4", "500000000")];
    assert_eq!(sizes, expected.map(|(count, size)| sizes_of(count, size)));
    let named: Vec<_> = tiers.iter().map(|tier| &tier["id"]).collect();
    for check in list(&article.reading, "checks") {
        assert!(!named.contains(&&check["total"]), "{check}");
        assert!(!list(check, "parts").iter().any(|part| named.contains(&part)), "{check}");
    }
}

/// The scorer that came with the articles, where Python is there.
#[test]
fn seeds_scorer_agrees() {
    let (Some(seeds), Some(scorer)) = (shared("seeds"), shared("announcements/score.py")) else { return };
    let Ok(output) = Command::new("python3")
        .arg(scorer)
        .args(["--gold".as_ref(), seeds.join("gold.jsonl").as_os_str()])
        .args(["--texts".as_ref(), seeds.as_os_str()])
        .args(["--", env!("CARGO_BIN_EXE_samesky"), "read", "--jsonl"])
        .current_dir(repository("."))
        .output()
    else {
        return eprintln!("skipped: python3 is not installed");
    };
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    let scores: Value = serde_json::from_str(out.lines().last().expect("a last line")).expect("JSON");
    let at_least = |name: &str, least: f64| assert!(scores[name].as_f64() >= Some(least), "{name} in {scores}");
    at_least("figures", 95.0);
    at_least("headline_precision", 90.0);
    at_least("events", 100.0);
    at_least("spans", 100.0);
    assert_eq!(scores["distractors_bad"], 0);
}
