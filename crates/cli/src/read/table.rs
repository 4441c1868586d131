//! A reading for people.

use crate::speech::Speech;
use samesky_model::reading::{FigureClaim, Reading};
use samesky_web::lang::{self, format};
use std::io::Write;

pub(super) fn write(out: &mut impl Write, reading: &Reading, speech: &Speech) -> std::io::Result<()> {
    head(out, reading)?;
    for event in &reading.events {
        let date = event.date.map(|date| date.to_string()).unwrap_or_default();
        let kind = lang::code::name(speech.language, event.kind);
        let name = event.name.as_deref().unwrap_or_default();
        writeln!(out, "  {:<4} {kind}  {date}  {}  {name}", event.id, event.places.join(" "))?;
    }
    for figure in &reading.figures {
        writeln!(out, "  {:<4} {}", figure.id, figure_line(figure, speech))?;
    }
    for project in &reading.projects {
        writeln!(out, "  {:<4} {}  {}", project.id, project.name, project.organisations.join(" "))?;
    }
    for organisation in &reading.organisations {
        let kind = lang::code::name(speech.language, organisation.kind);
        writeln!(out, "  {:<4} {}  {kind}", organisation.id, organisation.name)?;
    }
    checks(out, reading, speech)?;
    for quantity in reading.quantities.iter().flatten() {
        let unit = quantity.currency.as_deref().or(quantity.unit.as_deref()).unwrap_or_default();
        let place = format!("{}–{}", quantity.start, quantity.end);
        writeln!(out, "  {:<10} {place:>11}  {} {unit}  “{}”", quantity.kind, quantity.value, quantity.quote)?;
    }
    explanations(out, reading)?;
    for remark in &reading.remarks {
        writeln!(out, "  ! {}", speech.remark(remark))?;
    }
    writeln!(out)
}

/// Why: the claim or number expression with its rule, and below it what each step gave and the words it met.
fn explanations(out: &mut impl Write, reading: &Reading) -> std::io::Result<()> {
    for explanation in reading.explanations.iter().flatten() {
        let (span, id) = (&explanation.span, explanation.id.as_deref().unwrap_or_default());
        let place = format!("{}–{}", span.start, span.end);
        writeln!(out, "  ? {} {id} {place}  “{}”  {}", explanation.of, span.quote, explanation.rule)?;
        for step in &explanation.steps {
            let words: Vec<String> = step.words.iter().map(|word| format!("“{}” {}", word.quote, word.start)).collect();
            writeln!(out, "      {:<12} {}  {}  {}", step.step, step.gave, step.rule, words.join(" "))?;
        }
    }
    Ok(())
}

fn head(out: &mut impl Write, reading: &Reading) -> std::io::Result<()> {
    let title = reading.title.as_ref().map_or("", |title| title.text.as_str());
    writeln!(out, "{}  {title}", reading.id.as_deref().unwrap_or("-"))?;
    let published = reading.published.as_ref().map(|published| published.date.to_string()).unwrap_or_default();
    let publisher = reading.publisher.as_deref().unwrap_or_default();
    let language = reading.language.as_deref().unwrap_or_default();
    writeln!(out, "  {language}  {published}  {publisher}  {}", reading.parties.join(" · "))
}

fn figure_line(figure: &FigureClaim, speech: &Speech) -> String {
    let value = stated(figure, speech);
    let measure = lang::code::name(speech.language, figure.measure);
    let subject = figure.subject.as_deref().unwrap_or_default();
    format!("{measure}  {value}  {subject}  “{}” {}–{}", figure.quote, figure.start, figure.end)
}

fn stated(figure: &FigureClaim, speech: &Speech) -> String {
    let unit = figure.unit.as_deref();
    match (figure.low, figure.high) {
        (Some(low), Some(high)) => format::range(speech.language, low, high, unit).to_string(),
        _ => format::qualified(speech.language, figure.value, unit, figure.qualifier),
    }
}

fn checks(out: &mut impl Write, reading: &Reading, speech: &Speech) -> std::io::Result<()> {
    for check in &reading.checks {
        let verdict = lang::code::name(speech.language, check.verdict);
        let rule = lang::code::name(speech.language, check.rule);
        let remark = check.remark.as_ref().map(|remark| speech.remark(remark)).unwrap_or_default();
        writeln!(out, "  {verdict}  {rule}  {} ← {}  {remark}", check.total, check.parts.join(" + "))?;
    }
    Ok(())
}
