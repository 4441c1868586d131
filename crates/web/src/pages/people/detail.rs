//! One person: what is kept of them, each value with its source.

use super::words::{language, main_name};
use crate::pages::frame::Answer;
use crate::pages::history::row as history;
use crate::pages::layout::{Layout, Nav};
use crate::pages::records::names;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::Field;
use crate::ui::message::notice;
use crate::ui::section::{Columns, columns, note, section};
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, Icon, Tone, icon, list, time};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::audit::AuditFilter;
use samesky_app::ledger::OrganisationView;
use samesky_app::people::{InLanguage, KeptPersonFact, PersonFact, PersonView, Post, is_undoable};
use samesky_app::{Page, PageOf, Session};
use samesky_model::id::{OrganisationId, PersonId};
use samesky_model::record::{AuditRecord, FactSource};

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<PersonId>,
) -> Answer<Markup> {
    let session = state.session(&officer);
    let person = state.app().person(&session, id).await?;
    let organisation = state.app().organisation(&session, person.person.organisation).await?;
    let filter = AuditFilter { record: Some(id.0), ..AuditFilter::default() };
    let changes = state.app().audit(&session, &filter, &Page::first(8)).await?;
    Ok(page_of(&ctx, &session, (&person, &organisation), &changes))
}

/// The people of an organisation for an address book.
pub(super) async fn cards(State(state): State<WebState>, officer: Officer, Path(id): Path<OrganisationId>) -> Answer {
    let cards = state.app().people_cards(&state.session(&officer), id).await?;
    let head = [
        (header::CONTENT_TYPE, "text/vcard; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"people.vcf\""),
    ];
    Ok((head, cards).into_response())
}

fn page_of(
    ctx: &Ctx,
    session: &Session,
    (person, organisation): (&PersonView, &OrganisationView),
    changes: &PageOf<AuditRecord>,
) -> Markup {
    let (name, company) = (main_name(ctx, &person.values), &organisation.organisation);
    let home = format!("/organisations/{}", company.id);
    let called = names::heading(ctx, &company.names, ctx.t("records-no-name")).0;
    let undoable = changes.items.first().is_some_and(|latest| is_undoable(&person.person, latest));
    let aside = html! {
        div.stack {
            (section("facts", &ctx.t("records-facts"), &html! {}, &facts(ctx, person, (&home, &called))))
            (endings(ctx, session, person))
            (history::section_of(ctx, changes))
        }
    };
    let body = html! {
        @if person.person.removed.is_some() { (notice(Tone::Warn, &ctx.t("people-removed-note"), None)) }
        (columns(Columns::Wider, &html! { div.stack { (values(ctx, person)) } }, &aside))
    };
    Layout::new(ctx, name.text.clone())
        .title_lang(name.language.as_deref())
        .nav(Nav::Organisations)
        .crumb("/organisations", ctx.t("nav-organisations"))
        .crumb(&home, called.clone())
        .crumb_here(ctx.t("people-one"))
        .by(html! { (ctx.t("people-own-team")) })
        .actions(html! {
            @if session.can(Action::Write) && person.person.removed.is_none() {
                @if undoable { (undo(ctx, person)) }
                a class="btn small" href={ "/people/" (person.person.id) "/edit" } { (icon(Icon::Edit)) (ctx.t("edit-title")) }
            }
            (control::print(&ctx.t("do-print")))
        })
        .render(&body)
}

fn undo(ctx: &Ctx, person: &PersonView) -> Markup {
    html! {
        form method="post" action={ "/people/" (person.person.id) "/undo" } {
            input type="hidden" name="version" value=(person.person.version);
            (control::submit(Button::Small, Some(Icon::Undo), &ctx.t("values-undo")))
        }
    }
}

fn facts(ctx: &Ctx, person: &PersonView, (home, called): (&str, &str)) -> Markup {
    list::facts(&[
        (ctx.t("column-organisation"), html! { a href=(home) { bdi { (called) } } }),
        (ctx.t("records-since"), time::moment(ctx, person.person.created.at)),
        (ctx.t("records-made-by"), html! { bdi { (ctx.who(&person.person.created.by)) } }),
    ])
}

fn values(ctx: &Ctx, person: &PersonView) -> Markup {
    let columns = ["values-what", "column-value", "column-source"].map(|key| Column::new(ctx.t(key)));
    let rows: Vec<_> = person.values.iter().map(|kept| row(ctx, kept)).collect();
    let title = ctx.t("values-title");
    section("values", &title, &html! {}, &dense(ctx.lang, &title, &columns, &rows))
}

fn row(ctx: &Ctx, kept: &KeptPersonFact) -> Row {
    let source = match &kept.source {
        FactSource::Officer => ctx.t("values-officer"),
        FactSource::Import { row, .. } => ctx.t_with("values-list", &[("row", (*row).into())]),
    };
    Row::new(vec![
        Cell::title(html! { (ctx.name(kept.fact.field())) }),
        Cell::wide(value(ctx, &kept.fact)),
        Cell::wide(html! {
            span.block { (source) }
            span class="xs mute block" { bdi { (ctx.who(&kept.added.by)) } " " (time::moment(ctx, kept.added.at)) }
        }),
    ])
}

fn value(ctx: &Ctx, fact: &PersonFact) -> Markup {
    match fact {
        PersonFact::NativeName(name) | PersonFact::OtherName(name) => words(ctx, name),
        PersonFact::Post(held) => post(ctx, held),
        PersonFact::Email(address) => html! { a href={ "mailto:" (address) } { bdi { (address) } } },
        PersonFact::Contact(way) => html! { span.mute { bdi { (way.kind) } } " " bdi { (way.value) } },
        PersonFact::Language(tag) => html! { (language(ctx, tag)) },
        PersonFact::Reading(text) | PersonFact::Phone(text) | PersonFact::Note(text) => html! { bdi { (text) } },
    }
}

fn words(ctx: &Ctx, words: &InLanguage) -> Markup {
    html! {
        bdi lang=[words.language.as_deref()] { (words.text) }
        @if let Some(tag) = &words.language { span class="xs mute block" { (language(ctx, tag)) } }
    }
}

fn post(ctx: &Ctx, post: &Post) -> Markup {
    html! {
        @for title in &post.titles { span.block { bdi lang=[title.language.as_deref()] { (title.text) } } }
        span class="xs mute block" {
            (ctx.t(if post.current { "people-current" } else { "people-past" }))
            @if let Some(from) = post.from { " · " (ctx.t("people-from")) " " (time::day(ctx.lang, from)) }
            @if let Some(until) = post.until { " · " (ctx.t("people-until")) " " (time::day(ctx.lang, until)) }
        }
    }
}

/// Removing, bringing back, erasing: each for who may.
fn endings(ctx: &Ctx, session: &Session, person: &PersonView) -> Markup {
    let at = |what: &str| format!("/people/{}/{what}", person.person.id);
    let removed = person.person.removed.is_some();
    let body = html! {
        div.stack {
            @if removed && session.can(Action::Write) {
                form method="post" action=(at("restore")) {
                    (control::submit(Button::Plain, Some(Icon::Undo), &ctx.t("people-restore")))
                }
            } @else if session.can(Action::Write) {
                (asked(ctx, &at("remove"), ("people-remove", "people-remove-hint")))
            }
            @if session.can(Action::ErasePeople) { (asked(ctx, &at("erase"), ("people-erase", "people-erase-hint"))) }
            (note(&ctx.t("people-kept")))
        }
    };
    let any = session.can(Action::Write) || session.can(Action::ErasePeople);
    html! { @if any { div.no-print { (section("endings", &ctx.t("people-endings"), &html! {}, &body)) } } }
}

fn asked(ctx: &Ctx, to: &str, (label, hint): (&str, &str)) -> Markup {
    let (why, hint, label, id) = (ctx.t("column-why"), ctx.t(hint), ctx.t(label), format!("why-{label}"));
    html! {
        details.ask {
            summary class="btn small" { (label) }
            form.form method="post" action=(to) {
                (Field::new("why", &why).id(&id).hint(&hint).text())
                div.row { (control::submit(Button::Danger, None, &label)) }
            }
        }
    }
}
