//! What officers and lists say of an organisation, each value with its source.

use crate::ui::section::section;
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, time};
use maud::{Markup, html};
use samesky_app::ledger::OrganisationView;
use samesky_app::organisations::{Fact, FactSource, KeptFact};

/// The values in a table; nothing where there is none.
pub(super) fn section_of(ctx: &Ctx, view: &OrganisationView) -> Markup {
    let columns = ["values-what", "column-value", "column-source"].map(|key| Column::new(ctx.t(key)));
    let rows: Vec<_> = view.facts.iter().map(|kept| row(ctx, view, kept)).collect();
    let title = ctx.t("values-title");
    html! { @if !rows.is_empty() { (section("values", &title, &html! {}, &dense(ctx.lang, &title, &columns, &rows))) } }
}

fn row(ctx: &Ctx, view: &OrganisationView, kept: &KeptFact) -> Row {
    Row::new(vec![
        Cell::title(html! { (ctx.name(kept.fact.field())) }),
        Cell::wide(value(ctx, view, &kept.fact)),
        Cell::wide(html! {
            span.block { (source(ctx, kept)) }
            span class="xs mute block" { bdi { (ctx.who(&kept.added.by)) } " " (time::moment(ctx, kept.added.at)) }
        }),
    ])
}

fn value(ctx: &Ctx, view: &OrganisationView, fact: &Fact) -> Markup {
    match fact {
        Fact::Name(name) => html! {
            bdi lang=[name.language.as_deref()] { (name.text) }
            span class="xs mute block" {
                (ctx.name(name.kind))
                @if let Some(reading) = &name.reading { " · " bdi { (reading) } }
            }
        },
        Fact::Kind(kind) => html! { (ctx.name(*kind)) },
        Fact::Identifier(number) => html! {
            code { (number.value) }
            span class="xs mute block" { (number.scheme) " · " (ctx.name(number.verdict)) }
        },
        Fact::Industry(industry) => html! {
            bdi { (industry.code) }
            span class="xs mute block" { (industry.scheme) }
        },
        Fact::Parent(belonging) => {
            let parent = view.parent.as_ref().filter(|parent| parent.id == belonging.organisation);
            let name = parent.and_then(|parent| parent.names.first()).map(|name| name.text.clone());
            html! {
                a href={ "/organisations/" (belonging.organisation) } { bdi { (name.unwrap_or_else(|| ctx.t("records-no-name"))) } }
                span class="xs mute block" { (ctx.name(belonging.how)) }
            }
        }
        Fact::Founded(date) => time::day(ctx.lang, *date),
        Fact::Website(address) => html! { a href=(address) rel="noreferrer nofollow" { bdi { (address) } } },
        Fact::Country(text)
        | Fact::Place(text)
        | Fact::Size(text)
        | Fact::Email(text)
        | Fact::Phone(text)
        | Fact::Address(text)
        | Fact::Note(text) => html! { bdi { (text) } },
    }
}

fn source(ctx: &Ctx, kept: &KeptFact) -> String {
    match &kept.source {
        FactSource::Officer => ctx.t("values-officer"),
        FactSource::Import { row, .. } => ctx.t_with("values-list", &[("row", (*row).into())]),
    }
}
