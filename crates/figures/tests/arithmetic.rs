//! Checks written out as by hand.
#![allow(clippy::expect_used, missing_docs)]

use samesky_figures::{Arithmetic, arithmetic, arithmetic_of};
use samesky_model::Decimal;
use samesky_model::reading::{MoneyClass, Qualifier, Rule, Verdict};
use samesky_model::record::{CheckRecord, CheckTerm};

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>() -> T {
    "00000000-0000-0000-0000-000000000001".parse().expect("an identifier")
}

fn term(value: i64, unit: &str, qualifier: Qualifier) -> CheckTerm {
    CheckTerm {
        claim: id(),
        announcement: id(),
        label: None,
        value: Decimal::from(value),
        unit: Some(unit.to_owned()),
        qualifier,
        money_class: MoneyClass::None,
        quote: value.to_string(),
    }
}

/// `51 + 62 + 57 = 170 CNY (0)`, in the scale that is hinted at.
fn written(arithmetic: &Arithmetic) -> String {
    let power = Decimal::from(10_u64.pow(arithmetic.scale));
    let number = |value: Decimal| (value / power).normalize().to_string();
    let terms: Vec<String> = arithmetic
        .terms
        .iter()
        .map(|term| {
            if term.qualifier == Qualifier::Exact {
                number(term.value)
            } else {
                format!("{} {}", term.qualifier, number(term.value))
            }
        })
        .collect();
    let unit = arithmetic.unit.as_deref().unwrap_or("-");
    let difference = arithmetic.difference.map_or("-".to_owned(), number);
    format!(
        "{} {} {} {unit} ({difference})",
        terms.join(" + "),
        arithmetic.relation.sign(),
        number(arithmetic.right.value)
    )
}

const Y: i64 = 100_000_000;

#[test]
fn arithmetic_is_written_as_by_hand() {
    use Qualifier::{About, Exact, Over};
    let money = |value| term(value, "CNY", Exact);
    let parts = [money(51 * Y), money(62 * Y), money(57 * Y)];
    let cases = [
        (arithmetic(Rule::Sum, &money(170 * Y), &parts), "51 + 62 + 57 = 170 CNY (0)"),
        (arithmetic(Rule::Sum, &money(171 * Y), &parts), "51 + 62 + 57 ≠ 171 CNY (1)"),
        (arithmetic(Rule::Sum, &term(171 * Y, "CNY", About), &parts), "51 + 62 + 57 ≈ 171 CNY (1)"),
        (
            arithmetic(
                Rule::Count,
                &term(18, "projects", Exact),
                &[term(6, "companies", Exact), term(12, "projects", Exact)],
            ),
            "6 + 12 = 18 - (0)",
        ),
        (
            arithmetic(Rule::PartOf, &term(15, "projects", Exact), &[term(11, "projects", Exact)]),
            "11 ≤ 15 projects (4)",
        ),
        (
            arithmetic(Rule::PartOf, &term(15, "projects", Exact), &[term(16, "projects", Exact)]),
            "16 > 15 projects (-1)",
        ),
        (
            arithmetic(Rule::Repeated, &term(200 * Y, "CNY", Over), &[money(20_450_000_000)]),
            "over 200 ≈ 204.5 CNY (4.5)",
        ),
        (
            arithmetic(Rule::Across, &term(15, "projects", Exact), &[term(16, "projects", Exact)]),
            "15 ≠ 16 projects (1)",
        ),
        (arithmetic(Rule::Sum, &money(20_450_000_000), &[]), " ? 204.5 CNY (-)"),
        (arithmetic(Rule::Sum, &money(36_410_000), &[money(36_410_000)]), "3641 = 3641 CNY (0)"),
    ];
    let found: Vec<String> = cases.iter().map(|(arithmetic, _)| written(arithmetic)).collect();
    let expected: Vec<&str> = cases.iter().map(|(_, expected)| *expected).collect();
    assert_eq!(found, expected);
}

#[test]
fn arithmetic_scale_follows_the_language() {
    let parts = [term(46_500_000_000, "CNY", Qualifier::Exact), term(5_300_000_000, "CNY", Qualifier::Exact)];
    let sum = arithmetic(Rule::Sum, &term(51_800_000_000, "CNY", Qualifier::Exact), &parts);
    assert_eq!((sum.scale, sum.scale_among(&[12, 9, 6]), sum.scale_among(&[12]), sum.scale_among(&[])), (8, 9, 0, 0));
    let odd = arithmetic(Rule::Sum, &term(51_800_000_001, "CNY", Qualifier::Exact), &parts);
    assert_eq!((odd.scale, odd.scale_among(&[12, 9, 6])), (0, 0));
}

fn listed(difference: i64, verdict: Verdict) -> CheckRecord {
    CheckRecord {
        id: id(),
        team: id(),
        announcement: id(),
        event: None,
        rule: Rule::Listed,
        verdict,
        total: term(9, "proposals", Qualifier::Exact),
        parts: Vec::new(),
        difference: Some(Decimal::from(difference)),
        remark: None,
    }
}

#[test]
fn arithmetic_of_list_has_its_names_on_the_left() {
    let cases = [(0, Verdict::Reconciled), (5, Verdict::Unknown), (1, Verdict::Contradicted)];
    let found = cases.map(|(difference, verdict)| written(&arithmetic_of(&listed(difference, verdict))));
    assert_eq!(found, ["9 = 9 proposals (0)", "4 ? 9 proposals (5)", "8 ≠ 9 proposals (1)"]);
}
