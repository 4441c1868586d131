//! What holds for any announcement: sums, order, size classes, nonsense.
#![allow(clippy::expect_used, missing_docs)]

mod support;

use proptest::prelude::*;
use samesky_figures::{Claims, check, tiers};
use samesky_model::Decimal;
use samesky_model::reading::{Check, FigureClaim, Rule, Tier, Verdict};
use support::Short;

fn checks(text: &str, figures: &[FigureClaim]) -> Vec<Check> {
    check(&Claims { text, title: None, events: &[], figures, organisations: &[], projects: &[] })
}

fn figure(text: &str, json: &serde_json::Value) -> FigureClaim {
    serde_json::from_value::<Short>(json.clone()).expect("a figure").claim(text)
}

/// `共签约N个项目，其中A区a个，B区b个…`, with its figures; the total is `f0`.
fn breakdown(total: u32, parts: &[u32]) -> (String, Vec<FigureClaim>) {
    let places = ["东区", "西区", "北区", "南区", "中区", "外区"];
    let listed: Vec<String> = parts.iter().zip(places).map(|(part, place)| format!("{place}{part}个")).collect();
    let text = format!("共签约{total}个项目，其中{}。", listed.join("，"));
    let mut figures = vec![figure(
        &text,
        &serde_json::json!({"id": "f0", "quote": format!("{total}个项目"), "measure": "projects_signed",
            "value": total.to_string(), "unit": "projects", "nth": 0}),
    )];
    for (index, (part, place)) in parts.iter().zip(places).enumerate() {
        let written = serde_json::json!({"id": format!("f{}", index + 1), "quote": format!("{place}{part}个"),
            "measure": "projects_signed", "value": part.to_string(), "unit": "projects", "subject": place});
        let mut claim = figure(&text, &written);
        claim.start += 2;
        claim.quote = format!("{part}个");
        figures.push(claim);
    }
    (text, figures)
}

proptest! {
    #[test]
    fn check_breakdown_is_reconciled_exactly_when_it_adds_up(
        parts in prop::collection::vec(1..60_u32, 2..6), off in -3..4_i32
    ) {
        let sum: u32 = parts.iter().sum();
        let total = sum.saturating_add_signed(off);
        prop_assume!(parts.iter().all(|part| *part < total));
        let (text, figures) = breakdown(total, &parts);
        let found = checks(&text, &figures);
        let counted = found.iter().find(|check| check.rule == Rule::Count && check.total == "f0");
        let reconciled = counted.is_some_and(|check| check.verdict == Verdict::Reconciled && check.parts.len() == parts.len());
        prop_assert_eq!(reconciled, off == 0, "{} {:?}", text, found);
        if let Some(check) = counted {
            let added: Decimal = check.parts.iter().map(|id| figures.iter().find(|f| f.id == *id).expect("known").value).sum();
            prop_assert_eq!(check.difference, Some(Decimal::from(total) - added));
            prop_assert_eq!(check.verdict == Verdict::Reconciled, Decimal::from(total) == added);
        }
    }

    #[test]
    fn check_order_of_figures_does_not_matter(
        (text, figures, shuffled) in (prop::collection::vec(1..60_u32, 2..6), 2..200_u32).prop_flat_map(|(parts, total)| {
            let (text, figures) = breakdown(total, &parts);
            (Just(text), Just(figures.clone()), Just(figures).prop_shuffle())
        })
    ) {
        prop_assert_eq!(checks(&text, &figures), checks(&text, &shuffled));
    }

    #[test]
    fn check_size_classes_enter_nothing(parts in prop::collection::vec(1..60_u32, 2..6), which in 0..6_usize) {
        let (text, mut figures) = breakdown(parts.iter().sum(), &parts);
        let at = 1 + which % parts.len();
        figures[at].tier = Some(Tier { value: 5_000_000_000_i64.into(), unit: "CNY".to_owned() });
        let id = figures[at].id.clone();
        let entered = checks(&text, &figures).iter().any(|check| check.total == id || check.parts.contains(&id));
        prop_assert!(!entered);
        prop_assert_eq!(tiers(&figures).expect("one").members, figures[at].value);
    }

    #[test]
    fn check_nonsense_does_not_panic(
        text in "[一-十0-9、，。等共其中包括个项目亿元:\n ]{0,80}",
        places in prop::collection::vec((0..100_usize, 0..100_usize, any::<i64>(), 0..4_usize, prop::option::of(0..9_usize)), 0..9)
    ) {
        let units = ["CNY", "projects", "companies", "%"];
        let figures: Vec<FigureClaim> = places.iter().enumerate().map(|(index, (start, end, value, unit, part))| {
            let mut claim = figure("5", &serde_json::json!({"id": format!("f{index}"), "quote": "5",
                "measure": if *unit == 0 { "total_investment" } else { "projects_signed" }, "value": "5", "unit": units[*unit]}));
            (claim.start, claim.end) = (*start, *end);
            claim.value = Decimal::from(*value);
            claim.part_of = part.map(|part| format!("f{part}"));
            claim
        }).collect();
        let found = checks(&text, &figures);
        prop_assert!(found.iter().all(|check| !check.parts.contains(&check.total)));
    }
}

#[test]
fn check_largest_numbers_do_not_panic() {
    let (text, mut figures) = breakdown(18, &[6, 6, 6]);
    for figure in &mut figures {
        figure.value = Decimal::MAX;
    }
    let added = |figures: &[FigureClaim]| checks(&text, figures).iter().any(|check| check.rule != Rule::PartOf);
    assert!(!added(&figures));
    figures[0].part_of = Some("f0".to_owned());
    figures[1].part_of = Some("nowhere".to_owned());
    assert!(!added(&figures));
}

/// Comparing every figure with every other would take hours here.
#[test]
fn check_very_many_figures_ends() {
    let text = "东区6个，".repeat(20_000);
    let template = figure(
        &text[.."东区6个，".len()],
        &serde_json::json!({"id": "f", "quote": "6个", "measure": "projects_signed", "value": "6", "unit": "projects"}),
    );
    let figures: Vec<FigureClaim> = (0..20_000)
        .map(|index| {
            let mut claim = template.clone();
            claim.id = format!("f{index}");
            (claim.start, claim.end) = (index * 5 + 2, index * 5 + 4);
            claim.value = Decimal::from(1 + index % 7);
            claim
        })
        .collect();
    let found = checks(&text, &figures);
    assert!(found.len() < figures.len(), "{}", found.len());
}
