//! The form of an organisation's values, field by field.

use super::entered::{Entered, parts, verdict};
use crate::lang::code::Coded;
use crate::lang::register::{classification, register};
use crate::pages::lines::{LANGUAGES, Line, id_of, offered};
use crate::pages::review::edit::codes;
use crate::ui::form::{Choice, Field};
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Icon, badge};
use maud::{Markup, html};
use samesky_app::organisations::industry::{Classification, classifications};
use samesky_app::organisations::{BelongsAs, FactField, NameKind, NumberVerdict};
use samesky_model::reading::OrganisationKind;

/// Registers that are offered; any other word may be written.
const SCHEMES: [&str; 5] = ["cn-uscc", "jp-corporate-number", "lei", "th-juristic", "tw-ubn"];
/// Classifications that are offered.
const CLASSIFICATIONS: [&str; 4] = ["isic-4", "gbt-4754-2017", "jsic-14", "words"];

/// The fields in the order of the form, by section.
const SECTIONS: [(&str, &[FactField]); 5] = [
    ("edit-names", &[FactField::Name]),
    (
        "edit-what",
        &[
            FactField::Kind,
            FactField::Country,
            FactField::Founded,
            FactField::Size,
            FactField::Identifier,
            FactField::Industry,
        ],
    ),
    ("edit-belongs", &[FactField::Parent, FactField::Zone, FactField::Ranking]),
    ("edit-reach", &[FactField::Place, FactField::Address, FactField::Website, FactField::Email, FactField::Phone]),
    ("edit-notes", &[FactField::Note]),
];

/// All sections; `blank` is how many empty rows stand below those that are filled.
pub(super) fn all(ctx: &Ctx, entered: &Entered, blank: usize) -> Markup {
    html! {
        @for (key, fields) in SECTIONS {
            (section(key, &ctx.t(key), &html! {}, &html! {
                div.lines { @for field in fields { (lines(ctx, entered, *field, blank)) } }
            }))
        }
        (offered("edit-languages", &LANGUAGES))
        datalist id="edit-schemes" { @for scheme in SCHEMES { option value=(scheme) { (register(ctx.lang, scheme)) } } }
        @for known in classifications() { (picked(ctx, known)) }
    }
}

fn lines(ctx: &Ctx, entered: &Entered, field: FactField, blank: usize) -> Markup {
    let rows = entered.lines.of(field);
    let shown = if field.is_single() { 1 } else { rows.len() + blank };
    let empty = Line::new();
    html! {
        @for at in 0..shown {
            (line(ctx, entered, (field, at), rows.get(at).unwrap_or(&empty)))
        }
    }
}

fn line(ctx: &Ctx, entered: &Entered, (field, at): (FactField, usize), row: &Line) -> Markup {
    let parts = parts(field).iter().filter(|part| !matches!(**part, "was" | "chosen"));
    html! {
        fieldset.line {
            legend.sr { (ctx.name(field)) " " (at + 1) }
            @for part in parts { (control(ctx, entered, (field, at, part), row)) }
            @if field == FactField::Parent { (parent(ctx, entered, row)) }
            @if let (FactField::Industry, Some(found)) = (field, entered.industries.get(&at)) { (industries(ctx, entered, at, found)) }
        }
    }
}

/// What the parent was, so that its name need not be looked for again, and those of which one is meant.
fn parent(ctx: &Ctx, entered: &Entered, row: &Line) -> Markup {
    let chosen = row.get("chosen").map(String::as_str).unwrap_or_default();
    let choices: Vec<Choice> = entered
        .parents
        .iter()
        .map(|one| {
            let name = one.names.first().map(|name| name.text.clone()).unwrap_or_default();
            Choice::new(one.id.to_string(), format!("{name} · {}", ctx.name(one.kind)))
        })
        .collect();
    html! {
        @if let Some(was) = row.get("was") { input type="hidden" name="parent-0-was" value=(was); }
        @if !choices.is_empty() {
            (Field::new("parent-0-chosen", &ctx.t("edit-which"))
                .value(chosen)
                .error(entered.lines.error(FactField::Parent, 0, "chosen"))
                .radios(&choices))
        }
    }
}

/// The industries of which one is meant.
fn industries(ctx: &Ctx, entered: &Entered, at: usize, found: &[(String, String)]) -> Markup {
    let id = id_of(FactField::Industry, at, "chosen");
    let choices: Vec<Choice> = found.iter().map(|(code, label)| Choice::new(code.clone(), label.clone())).collect();
    let error = entered.lines.error(FactField::Industry, at, "chosen");
    html! { (Field::new(&id, &ctx.t("edit-which-industry")).error(error).radios(&choices)) }
}

/// Sections and divisions of a classification, to be picked while typing.
fn picked(ctx: &Ctx, known: &Classification) -> Markup {
    let short = known.rows().iter().filter(|row| row.code.len() <= 2);
    html! {
        datalist id={ "edit-" (known.scheme()) } {
            @for row in short {
                option value={ (known.normal(&row.code).unwrap_or_default()) " " (row.title(ctx.lang.as_str()).0) } {}
            }
        }
    }
}

fn control(ctx: &Ctx, entered: &Entered, (field, at, part): (FactField, usize, &str), row: &Line) -> Markup {
    let (name, label) = (id_of(field, at, part), label(ctx, field, part));
    let value = row.get(part).map(String::as_str).unwrap_or_default();
    let hint = hint(ctx, field, part, row);
    let control = Field::new(&name, &label).value(value).error(entered.lines.error(field, at, part));
    let control = match &hint {
        Some(hint) => control.hint(hint),
        None => control,
    };
    let picks = format!("edit-{}", row.get("scheme").map_or("isic-4", String::as_str));
    match (field, part) {
        (FactField::Industry, "code") => control.list(&picks).text(),
        (FactField::Name, "kind") => control.select(&codes(ctx, NameKind::ALL)),
        (FactField::Parent, "how") => control.select(&codes(ctx, BelongsAs::ALL)),
        (FactField::Kind, _) => control.select(&told_or(ctx, OrganisationKind::ALL)),
        (FactField::Industry, "scheme") => control.select(&offered_classifications(ctx, value)),
        (FactField::Identifier, "scheme") => control.list("edit-schemes").text(),
        (_, "language") => control.list("edit-languages").text(),
        (FactField::Ranking, "year" | "rank") => control.number(),
        (FactField::Email, _) => control.text(),
        (FactField::Note, _) => control.textarea(3),
        _ => control.text(),
    }
}

/// A code list with a first choice: what announcements tell.
fn told_or<C: Coded + std::fmt::Display>(ctx: &Ctx, all: &[C]) -> Vec<Choice> {
    std::iter::once(Choice::new("", ctx.t("edit-as-told"))).chain(codes(ctx, all)).collect()
}

fn offered_classifications(ctx: &Ctx, value: &str) -> Vec<Choice> {
    let mut known: Vec<&str> = CLASSIFICATIONS.to_vec();
    if !value.is_empty() && !known.contains(&value) {
        known.push(value);
    }
    known.into_iter().map(|scheme| Choice::new(scheme, classification(ctx.lang, scheme))).collect()
}

fn hint(ctx: &Ctx, field: FactField, part: &str, row: &Line) -> Option<String> {
    let key = match (field, part) {
        (FactField::Identifier, "value") => {
            return verdict(row).filter(|verdict| *verdict != NumberVerdict::Unchecked).map(|one| ctx.name(one));
        }
        (FactField::Founded, _) | (FactField::Zone, "since") => "edit-date-hint",
        (FactField::Country, _) => "edit-country-hint",
        (FactField::Industry, "code") => "edit-industry-hint",
        (FactField::Parent, "organisation") => "edit-parent-hint",
        _ => return None,
    };
    Some(ctx.t(key))
}

fn label(ctx: &Ctx, field: FactField, part: &str) -> String {
    let key = match (field, part) {
        (_, "language") => "column-language",
        (FactField::Name, "kind") => "edit-name-kind",
        (_, "reading") => "edit-reading",
        (FactField::Identifier, "scheme") => "edit-scheme",
        (FactField::Industry, "scheme") => "edit-classification",
        (FactField::Parent, "how") => "edit-how",
        (FactField::Zone, "place") => "column-place",
        (FactField::Zone, "since") => "edit-since",
        (FactField::Ranking, "list") => "edit-list",
        (FactField::Ranking, "year") => "edit-year",
        (FactField::Ranking, "rank") => "edit-rank",
        (FactField::Ranking, "source") => "edit-source",
        _ => return ctx.name(field),
    };
    ctx.t(key)
}

/// What stands below the form.
pub(super) fn why(ctx: &Ctx) -> Markup {
    note(&ctx.t("edit-note"))
}

/// The verdict on a number, with its sign.
pub(in crate::pages::organisations) fn verdict_badge(ctx: &Ctx, verdict: NumberVerdict) -> Markup {
    let (look, sign) = match verdict {
        NumberVerdict::Holds => (badge::Look::Ok, Icon::Ok),
        NumberVerdict::Fails => (badge::Look::Bad, Icon::Bad),
        NumberVerdict::Unchecked => (badge::Look::Line, Icon::Ask),
    };
    badge::badge(look, sign, &ctx.name(verdict))
}
