//! The form of a person: names, posts, how to reach them, languages, notes. It needs no script.

use super::entered::{Entered, parts, titles};
use crate::pages::lines::{LANGUAGES, Line, id_of, offered};
use crate::ui::Ctx;
use crate::ui::form::{Choice, Field};
use crate::ui::section::section;
use maud::{Markup, html};
use samesky_app::people::PersonField;

/// Other ways to reach somebody that are offered; any other may be written.
const WAYS: [&str; 5] = ["WeChat", "LINE", "WhatsApp", "Teams", "Fax"];

/// The fields in the order of the form, by section.
const SECTIONS: [(&str, &[PersonField]); 4] = [
    ("people-names", &[PersonField::NativeName, PersonField::Reading, PersonField::OtherName]),
    ("people-posts", &[PersonField::Post]),
    ("people-reach", &[PersonField::Email, PersonField::Phone, PersonField::Contact, PersonField::Language]),
    ("edit-notes", &[PersonField::Note]),
];

/// All sections; `blank` is how many empty lines stand below those that are filled.
pub(super) fn all(ctx: &Ctx, entered: &Entered, blank: usize) -> Markup {
    html! {
        @for (key, fields) in SECTIONS {
            (section(key, &ctx.t(key), &html! {}, &html! {
                div.lines { @for field in fields { (lines(ctx, entered, *field, blank)) } }
            }))
        }
        (offered("edit-languages", &LANGUAGES))
        (offered("people-ways", &WAYS))
    }
}

fn lines(ctx: &Ctx, entered: &Entered, field: PersonField, blank: usize) -> Markup {
    let filled = entered.of(field);
    let shown = if field.is_single() { 1 } else { filled.len() + blank };
    let empty = Line::new();
    html! {
        @for at in 0..shown {
            @let line = filled.get(at).unwrap_or(&empty);
            fieldset.line {
                legend.sr { (ctx.name(field)) " " (at + 1) }
                @if field == PersonField::Post {
                    @for nth in 0..titles(line) { (title(ctx, entered, (at, nth), line)) }
                }
                @for part in parts(field) { (control(ctx, entered, (field, at, part), line)) }
            }
        }
    }
}

/// A title of a post with its language.
fn title(ctx: &Ctx, entered: &Entered, (at, nth): (usize, usize), line: &Line) -> Markup {
    let field = PersonField::Post;
    html! {
        @for (part, label) in [(format!("title{nth}"), "people-title-label"), (format!("language{nth}"), "column-language")] {
            @let id = id_of(field, at, &part);
            @let label = if nth == 0 || label == "column-language" { ctx.t(label) } else { ctx.t("people-title-too") };
            @let control = Field::new(&id, &label)
                .value(line.get(&part).map(String::as_str).unwrap_or_default())
                .error(entered.error(field, at, &part));
            @if part.starts_with("language") { (control.list("edit-languages").text()) } @else { (control.text()) }
        }
    }
}

fn control(ctx: &Ctx, entered: &Entered, (field, at, part): (PersonField, usize, &str), line: &Line) -> Markup {
    let (id, label) = (id_of(field, at, part), label(ctx, field, part));
    let value = line.get(part).map(String::as_str).unwrap_or_default();
    let hint = ctx.t(if field == PersonField::Language { "people-language-hint" } else { "edit-date-hint" });
    let control = Field::new(&id, &label).value(value).error(entered.error(field, at, part));
    match (field, part) {
        (PersonField::Post, "standing") => control
            .select(&[Choice::new("current", ctx.t("people-current")), Choice::new("past", ctx.t("people-past"))]),
        (PersonField::Post, _) => control.hint(&hint).text(),
        (PersonField::Language, _) => control.hint(&hint).list("edit-languages").text(),
        (_, "language") => control.list("edit-languages").text(),
        (PersonField::Contact, "kind") => control.list("people-ways").text(),
        (PersonField::Note, _) => control.textarea(3),
        _ => control.text(),
    }
}

fn label(ctx: &Ctx, field: PersonField, part: &str) -> String {
    let key = match (field, part) {
        (_, "language") => "column-language",
        (PersonField::Post, "from") => "people-from",
        (PersonField::Post, "until") => "people-until",
        (PersonField::Post, "standing") => "column-status",
        (PersonField::Contact, "kind") => "people-way",
        _ => return ctx.name(field),
    };
    ctx.t(key)
}
