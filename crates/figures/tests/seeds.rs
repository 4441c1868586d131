//! The five articles: figures as their facts say, checks as an officer expects them. Skipped where they are absent.
#![allow(clippy::expect_used, clippy::print_stderr, missing_docs)]

mod support;

use samesky_figures::{Claims, check, tiers};
use samesky_model::Decimal;
use samesky_model::reading::{Check, FigureClaim, Measure, MoneyClass, Qualifier, Rule, Status, Tier, Verdict};
use serde_json::Value;
use support::{occurrences, shared};

/// The gold figure as a claim. The gold names no tier, so it is read off the quote (2个50亿元级).
fn claim(index: usize, gold: &Value, text: &str) -> FigureClaim {
    let word = |key: &str| gold[key].as_str().map(str::to_owned);
    let quote = word("quote").expect("a quote");
    let also = gold["also"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut places = occurrences(text, &quote);
    places.extend(also.flat_map(|quote| occurrences(text, quote)));
    let first = places.remove(0);
    let tier = quote.contains("亿元级项目").then(|| {
        let size = quote.trim_end_matches("亿元级项目").split('个').next_back().expect("a size");
        Tier { value: Decimal::from(size.parse::<i64>().expect("digits") * 100_000_000), unit: "CNY".to_owned() }
    });
    let measure: Measure = word("kind").expect("a kind").parse().expect("a measure");
    let planned = measure == Measure::TotalInvestment;
    let signed = quote.contains("签约");
    FigureClaim {
        id: format!("f{}", index + 1),
        measure,
        value: gold["value"].to_string().parse().expect("a number"),
        low: None,
        high: None,
        unit: word("unit"),
        qualifier: word("approx").expect("a qualifier").parse::<Qualifier>().expect("a qualifier"),
        money_class: match (planned, signed) {
            (true, true) => MoneyClass::Signed,
            (true, false) => MoneyClass::Planned,
            _ => MoneyClass::None,
        },
        status: if measure == Measure::Target { Status::Target } else { Status::Actual },
        period: None,
        flow: None,
        subject: word("subject"),
        event: None,
        project: None,
        organisation: None,
        part_of: None,
        tier,
        start: first.start,
        end: first.end,
        quote: first.quote,
        spans: places,
        remarks: Vec::new(),
    }
}

fn article(start: &str) -> Option<(String, Vec<FigureClaim>)> {
    let gold = std::fs::read_to_string(shared("seeds/gold.jsonl")?).expect("readable");
    let line = gold.lines().find(|line| line.contains(&format!("\"id\": \"{start}"))).expect("the article");
    let gold: Value = serde_json::from_str(line).expect("JSON");
    let text =
        std::fs::read_to_string(shared(&format!("seeds/{}", gold["id"].as_str().expect("an id")))?).expect("text");
    let figures = gold["figures"].as_array().expect("figures");
    let figures = figures.iter().enumerate().map(|(index, figure)| claim(index, figure, &text)).collect();
    Some((text, figures))
}

fn checks(text: &str, figures: &[FigureClaim]) -> Vec<Check> {
    check(&Claims { text, title: None, events: &[], figures, organisations: &[], projects: &[] })
}

/// `sum 170亿元 = 51亿元 62亿元: reconciled`, in the words of the text.
fn lines(text: &str, figures: &[FigureClaim]) -> Vec<String> {
    let quote = |id: &String| figures.iter().find(|figure| figure.id == *id).expect("a figure").quote.as_str();
    checks(text, figures)
        .iter()
        .map(|check| {
            let parts: Vec<&str> = check.parts.iter().map(quote).collect();
            let remark = check.remark.as_ref().map(|remark| format!(" {}", remark.code)).unwrap_or_default();
            format!("{} {} = {}: {}{remark}", check.rule, quote(&check.total), parts.join(" + "), check.verdict)
        })
        .collect()
}

#[test]
fn shanghai_sum_and_count_reconcile() {
    let Some((text, figures)) = article("004_") else { return };
    assert_eq!(
        lines(&text, &figures),
        [
            "listed 6家新引进重点企业 = : unknown open-list",
            "count 18个重点项目 = 6家新引进重点企业 + 6个项目签约 + 6家企业签约: reconciled companies-as-projects",
            "sum 总投资170亿元 = 投资额达51亿元 + 签约金额62亿元 + 总签约额57亿元: reconciled classes-differ",
        ]
    );
}

#[test]
fn shanghai_one_district_wrong_contradicts() {
    let Some((text, mut figures)) = article("004_") else { return };
    figures[7].value += Decimal::from(100_000_000);
    let checks = checks(&text, &figures);
    let sum = checks.iter().find(|check| check.rule == Rule::Sum).expect("a sum");
    assert_eq!((sum.verdict, sum.difference), (Verdict::Contradicted, Some(Decimal::from(-100_000_000))));
}

#[test]
fn chengdu_two_sets_and_size_classes_stay_apart() {
    let Some((text, figures)) = article("002_") else { return };
    assert_eq!(
        lines(&text, &figures),
        [
            "listed 15个项目 = : unknown open-list",
            "sum 204.5亿元 = : unknown no-parts",
            "listed 6个站点 = : unknown open-list",
            "repeated 总投资逾200亿 = 204.5亿元: consistent within-qualifier",
            "part_of 15个项目 = 11个项目: reconciled",
            "listed 9个提案 = : reconciled",
            "part_of 326家 = 38家是世界500强: reconciled",
        ]
    );
    let summary = tiers(&figures).expect("size classes");
    assert_eq!(summary.members, Decimal::from(11));
    assert_eq!(summary.nominal, [("CNY".to_owned(), Decimal::from(19_000_000_000_i64))]);
}

#[test]
fn other_articles_contradict_nothing() {
    for start in ["000_", "001_", "003_"] {
        let Some((text, figures)) = article(start) else { return };
        let wrong: Vec<Check> =
            checks(&text, &figures).into_iter().filter(|check| check.verdict == Verdict::Contradicted).collect();
        assert_eq!(wrong, [], "{start} {:?}", lines(&text, &figures));
    }
}
