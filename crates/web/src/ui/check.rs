//! Checks: the verdict, the arithmetic as it would be written by hand, the difference, the way to the source.

use super::{badge, figure::parts};
use crate::lang::{
    Lang,
    code::name,
    format::{Amount, amount, amount::amounts, qualified::around_qualified},
    remark::remark,
    tr,
};
use maud::{Markup, html};
use samesky_model::{
    Decimal,
    reading::{Qualifier, Rule, Verdict},
    record::{CheckRecord, CheckTerm},
    remark::Remark,
};

/// One figure of a check, as the arithmetic needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What it is of, as written.
    pub label: Option<String>,
    /// The number.
    pub value: Decimal,
    /// Its unit.
    pub unit: Option<String>,
    /// Its qualifier.
    pub qualifier: Qualifier,
    /// Where its words are.
    pub href: Option<String>,
}

impl From<&CheckTerm> for Term {
    fn from(term: &CheckTerm) -> Self {
        let CheckTerm { label, value, unit, qualifier, .. } = term;
        Self { label: label.clone(), value: *value, unit: unit.clone(), qualifier: *qualifier, href: None }
    }
}

/// A check to show.
#[derive(Debug, Clone)]
pub struct CheckRow<'a> {
    /// What was compared.
    pub rule: Rule,
    /// What it came to.
    pub verdict: Verdict,
    /// What the row is called; the rule's name where empty.
    pub title: &'a str,
    /// The figure checked.
    pub total: Term,
    /// The figures it was checked against.
    pub parts: Vec<Term>,
    /// Total less the sum of the parts.
    pub difference: Option<Decimal>,
    /// What must be known to judge it.
    pub remark: Option<&'a Remark>,
    /// Where its figures are from: event, publishers.
    pub from: Option<Markup>,
    /// The way to the source, or what to do.
    pub action: Option<Markup>,
}

impl<'a> CheckRow<'a> {
    /// A kept check. `href` gives the address of a term's words.
    #[must_use]
    pub fn of(check: &'a CheckRecord, href: impl Fn(&CheckTerm) -> Option<String>) -> Self {
        let term = |term: &CheckTerm| Term { href: href(term), ..Term::from(term) };
        Self {
            rule: check.rule,
            verdict: check.verdict,
            title: check.total.label.as_deref().unwrap_or_default(),
            total: term(&check.total),
            parts: check.parts.iter().map(term).collect(),
            difference: check.difference,
            remark: check.remark.as_ref(),
            from: None,
            action: None,
        }
    }
}

/// The row of a check.
#[must_use]
pub fn check_row(lang: Lang, row: &CheckRow<'_>) -> Markup {
    let class = if row.verdict == Verdict::Contradicted { "check bad" } else { "check" };
    html! {
        div class=(class) {
            (badge::verdict(lang, row.verdict))
            div {
                strong { (name(lang, row.rule)) @if !row.title.is_empty() { " · " (row.title) } }
                @if !row.parts.is_empty() { span.sum { (arithmetic(lang, row)) } }
                @if let Some(said) = row.remark { span.why { (remark(lang, said)) } }
                @if let Some(from) = &row.from { (from) }
            }
            @if let Some(action) = &row.action { (action) }
        }
    }
}

/// The arithmetic of a check, with one large-number word for all its figures.
#[must_use]
pub fn arithmetic(lang: Lang, row: &CheckRow<'_>) -> Markup {
    let unit = row.total.unit.as_deref();
    let found: Option<Decimal> = row.parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    let mut values: Vec<Decimal> = row.parts.iter().map(|part| part.value).collect();
    values.extend([row.total.value, found.unwrap_or_default(), row.difference.unwrap_or_default().abs()]);
    let mut written = amounts(lang, &values, unit);
    for (part, shown) in row.parts.iter().zip(&mut written).filter(|(part, _)| part.unit != row.total.unit) {
        *shown = amount(lang, part.value, part.unit.as_deref());
    }
    let (parts, rest) = written.split_at(row.parts.len());
    match (row.rule, rest) {
        (Rule::Sum | Rule::Count, [total, sum, off]) => added(lang, row, parts, (total, sum, off)),
        (Rule::PartOf, [total, _, off]) => {
            let sign = if row.verdict == Verdict::Contradicted { ">" } else { "≤" };
            compared(lang, row, (parts, total, off), sign)
        }
        (Rule::Listed, [total, _, off]) => listed(lang, row, parts, (total, off)),
        (_, [total, _, off]) => compared(lang, row, (parts, total, off), equality(row.verdict)),
        _ => html! {},
    }
}

fn added(lang: Lang, row: &CheckRow<'_>, parts: &[Amount], (total, sum, off): (&Amount, &Amount, &Amount)) -> Markup {
    html! {
        @for (place, (term, part)) in row.parts.iter().zip(parts).enumerate() {
            @if place > 0 { " + " }
            (labelled(lang, term, part, term.unit != row.total.unit))
        }
        " " (op(sign_before_sum(row.verdict))) " "
        @if row.verdict == Verdict::Contradicted { b { (sum.number) } " " (op("≠")) " " }
        b { (linked(lang, &row.total, total)) }
        (difference(lang, row, off))
    }
}

/// A sign between figures, in a font that has it.
fn op(sign: &str) -> Markup {
    html! { span.op { (sign) } }
}

const fn sign_before_sum(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reconciled | Verdict::Contradicted => "=",
        Verdict::Consistent => "≈",
        Verdict::Unknown => "?",
    }
}

const fn equality(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reconciled => "=",
        Verdict::Consistent => "≈",
        Verdict::Contradicted => "≠",
        Verdict::Unknown => "?",
    }
}

fn compared(lang: Lang, row: &CheckRow<'_>, (parts, total, off): (&[Amount], &Amount, &Amount), sign: &str) -> Markup {
    html! {
        @for (term, part) in row.parts.iter().zip(parts) {
            @if let Some(label) = &term.label { (label) " " }
            (linked(lang, term, part)) " " (op(sign)) " "
        }
        @if let (Some(label), true) = (&row.total.label, row.rule == Rule::PartOf) { (label) " " }
        b { (linked(lang, &row.total, total)) }
        (difference(lang, row, off))
    }
}

fn listed(lang: Lang, row: &CheckRow<'_>, parts: &[Amount], (total, off): (&Amount, &Amount)) -> Markup {
    let found = parts.first().map_or_else(|| "0".to_owned(), ToString::to_string);
    let args = [("listed", found.into()), ("stated", total.to_string().into())];
    html! { (tr(lang, "check-listed", &args)) (difference(lang, row, off)) }
}

/// A part of a sum: its unit is the total's and stands there, unless it has one of its own.
fn labelled(lang: Lang, term: &Term, part: &Amount, own_unit: bool) -> Markup {
    let number = if own_unit {
        parts(part)
    } else {
        html! { (part.number) }
    };
    html! {
        @if let Some(label) = &term.label { (label) " " }
        (link(term, &around(lang, term, &number)))
    }
}

fn linked(lang: Lang, term: &Term, written: &Amount) -> Markup {
    link(term, &around(lang, term, &parts(written)))
}

fn around(lang: Lang, term: &Term, number: &Markup) -> Markup {
    let qualifier = around_qualified(lang, term.qualifier);
    html! {
        @if !qualifier.before.is_empty() { span.qual { (qualifier.before) } }
        (number)
        @if !qualifier.after.is_empty() { span.qual { (qualifier.after) } }
    }
}

fn link(term: &Term, inner: &Markup) -> Markup {
    html! {
        @if let Some(href) = &term.href { a.src href=(href) { (inner) } } @else { (inner) }
    }
}

fn difference(lang: Lang, row: &CheckRow<'_>, off: &Amount) -> Markup {
    let shown = row.verdict == Verdict::Contradicted && row.difference.is_some_and(|difference| !difference.is_zero());
    html! {
        @if shown { " " span.diff { (tr(lang, "difference", &[("amount", off.to_string().into())])) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(rule: Rule, verdict: Verdict, parts: &[(&str, &str)], total: &str, difference: &str) -> CheckRow<'static> {
        let term = |label: &str, value: &str| Term {
            label: (!label.is_empty()).then(|| label.to_owned()),
            value: value.parse().expect("a number"),
            unit: Some("CNY".to_owned()),
            qualifier: Qualifier::Exact,
            href: None,
        };
        CheckRow {
            rule,
            verdict,
            title: "",
            total: term("", total),
            parts: parts.iter().map(|(label, value)| term(label, value)).collect(),
            difference: difference.parse().ok(),
            remark: None,
            from: None,
            action: None,
        }
    }

    fn plain(markup: &Markup) -> String {
        let mut inside = false;
        markup
            .0
            .chars()
            .filter(|c| {
                if *c == '<' {
                    inside = true;
                }
                let keep = !inside;
                if *c == '>' {
                    inside = false;
                }
                keep
            })
            .collect()
    }

    #[test]
    fn arithmetic_sum_that_holds_is_written_by_hand() {
        let row = row(
            Rule::Sum,
            Verdict::Reconciled,
            &[("长宁", "5100000000"), ("嘉定", "6200000000"), ("青浦", "5700000000")],
            "17000000000",
            "0",
        );
        assert_eq!(plain(&arithmetic(Lang::ZhHans, &row)), "长宁 51 + 嘉定 62 + 青浦 57 = 170亿元");
        assert_eq!(plain(&arithmetic(Lang::En, &row)), "长宁 5.1 + 嘉定 6.2 + 青浦 5.7 = CNY 17 bn");
    }

    #[test]
    fn arithmetic_sum_that_does_not_hold_shows_both_and_the_difference() {
        let row =
            row(Rule::Sum, Verdict::Contradicted, &[("", "2630000000"), ("", "1190000000")], "3860000000", "40000000");
        assert_eq!(plain(&arithmetic(Lang::Ja, &row)), "26.3 + 11.9 = 38.2 ≠ 38.6億元 差 0.4億元");
    }

    #[test]
    fn arithmetic_part_of_another_unit_keeps_its_own() {
        let mut row = row(Rule::Count, Verdict::Reconciled, &[("", "6"), ("", "12")], "18", "0");
        row.total.unit = Some("projects".to_owned());
        row.parts[0].unit = Some("projects".to_owned());
        row.parts[1].unit = Some("companies".to_owned());
        assert_eq!(plain(&arithmetic(Lang::En, &row)), "6 + 12 companies = 18 projects");
    }

    #[test]
    fn arithmetic_part_within_its_whole_is_an_inequality() {
        let row = row(Rule::PartOf, Verdict::Reconciled, &[("", "300000000")], "500000000", "");
        assert_eq!(plain(&arithmetic(Lang::Th, &row)), "300 ล้านหยวน ≤ 500 ล้านหยวน");
    }
}
