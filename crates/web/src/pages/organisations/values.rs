//! What officers and lists say of an organisation, each value with its source.

use super::edit::verdict_badge;
use crate::lang::format::group;
use crate::lang::place::place;
use crate::lang::register::{classification, register};
use crate::ui::control::{self, Button};
use crate::ui::section::section;
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, Icon, icon, time};
use maud::{Markup, html};
use samesky_app::ledger::OrganisationView;
use samesky_app::organisations::industry::{classification as classification_of, classifications};
use samesky_app::organisations::{Fact, FactSource, IndustryCode, KeptFact};
use samesky_model::record::OrganisationRecord;

/// The values in a table, for who may change them with the ways to do so; nothing where there is none and none to be entered.
/// `undoable` says that the latest change can be taken back.
pub(super) fn section_of(ctx: &Ctx, view: &OrganisationView, writes: bool, undoable: bool) -> Markup {
    let columns = ["values-what", "column-value", "column-source"].map(|key| Column::new(ctx.t(key)));
    let rows: Vec<_> = view.facts.iter().map(|kept| row(ctx, view, kept)).collect();
    let title = ctx.t("values-title");
    let id = view.organisation.id;
    let ways = html! {
        @if writes {
            div class="row no-print" {
                @if undoable { (undo(ctx, view)) }
                a class="btn small" href={ "/organisations/" (id) "/edit" } { (icon(Icon::Edit)) (ctx.t("edit-title")) }
            }
        }
    };
    let body = html! {
        @if rows.is_empty() { p.note { (ctx.t("values-none")) } } @else { (dense(ctx.lang, &title, &columns, &rows)) }
    };
    html! { @if writes || !rows.is_empty() { (section("values", &title, &ways, &body)) } }
}

fn undo(ctx: &Ctx, view: &OrganisationView) -> Markup {
    let one = &view.organisation;
    html! {
        form method="post" action={ "/organisations/" (one.id) "/undo" } {
            input type="hidden" name="version" value=(one.version);
            (control::submit(Button::Small, Some(Icon::Undo), &ctx.t("values-undo")))
        }
    }
}

fn row(ctx: &Ctx, view: &OrganisationView, kept: &KeptFact) -> Row {
    Row::new(vec![
        Cell::title(html! { (ctx.name(kept.fact.field())) }),
        Cell::wide(value(ctx, view.parent.as_ref(), &kept.fact)),
        Cell::wide(html! {
            span.block { (source(ctx, kept)) }
            span class="xs mute block" { bdi { (ctx.who(&kept.added.by)) } " " (time::moment(ctx, kept.added.at)) }
        }),
    ])
}

/// A value, for people; `parent` is the organisation it belongs to.
pub(super) fn value(ctx: &Ctx, parent: Option<&OrganisationRecord>, fact: &Fact) -> Markup {
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
            span class="xs mute block" { (register(ctx.lang, &number.scheme)) }
            (verdict_badge(ctx, number.verdict))
        },
        Fact::Industry(industry) => html! {
            @match classification_of(&industry.scheme).and_then(|known| known.nearest(&industry.code)) {
                Some(row) => {
                    @let (title, language) = row.title(ctx.lang.as_str());
                    code { (industry.code) } " " bdi lang=(language) { (title) }
                },
                None => bdi { (industry.code) },
            }
            span class="xs mute block" { (classification(ctx.lang, &industry.scheme)) (beside(ctx, industry)) }
        },
        Fact::Parent(belonging) => {
            let parent = parent.filter(|parent| parent.id == belonging.organisation);
            let name = parent.and_then(|parent| parent.names.first()).map(|name| name.text.clone());
            html! {
                a href={ "/organisations/" (belonging.organisation) } { bdi { (name.unwrap_or_else(|| ctx.t("records-no-name"))) } }
                span class="xs mute block" { (ctx.name(belonging.how)) }
            }
        }
        Fact::Zone(zone) => html! {
            bdi { (zone.name) }
            @if zone.place.is_some() || zone.since.is_some() {
                span class="xs mute block" {
                    @if let Some(place) = &zone.place { bdi { (place) } }
                    @if let Some(since) = zone.since {
                        @if zone.place.is_some() { " · " }
                        (ctx.t("edit-since")) " " (time::day(ctx.lang, since))
                    }
                }
            }
        },
        Fact::Ranking(ranking) => html! {
            bdi { (ranking.list) } " " (ranking.year) ": " strong { (group(&ranking.rank.to_string())) }
            @if let Some(source) = &ranking.source { span class="xs mute block" { (read_at(source)) } }
        },
        Fact::Founded(date) => time::day(ctx.lang, *date),
        Fact::Website(address) => html! { a href=(address) rel="noreferrer nofollow" { bdi { (address) } } },
        Fact::Country(code) => html! { bdi { (place(ctx.lang, code)) } },
        Fact::Place(text)
        | Fact::Size(text)
        | Fact::Email(text)
        | Fact::Phone(text)
        | Fact::Address(text)
        | Fact::Note(text) => html! { bdi { (text) } },
    }
}

/// Where something was read: a link where it is an address.
fn read_at(source: &str) -> Markup {
    let is_address = source.starts_with("https://") || source.starts_with("http://");
    html! {
        @if is_address { a href=(source) rel="noreferrer nofollow" { bdi { (source) } } } @else { bdi { (source) } }
    }
}

/// The sections of the other classifications that hold the section of an industry, or a part of it.
fn beside(ctx: &Ctx, industry: &IndustryCode) -> Markup {
    let Some(known) = classification_of(&industry.scheme) else { return html! {} };
    let Some(row) = known.nearest(&industry.code) else { return html! {} };
    html! {
        @for other in classifications().iter().filter(|other| other.scheme() != known.scheme()) {
            @let found = known.counterparts(known.section_of(row), other.scheme());
            " · " (classification(ctx.lang, other.scheme())) " "
            @if found.is_empty() { "–" }
            @for one in &found { @if one.is_equal { "= " } @else { "≈ " } (one.section) " " }
        }
    }
}

/// Where a value comes from.
pub(super) fn source(ctx: &Ctx, kept: &KeptFact) -> String {
    match &kept.source {
        FactSource::Officer => ctx.t("values-officer"),
        FactSource::Import { row, .. } => ctx.t_with("values-list", &[("row", (*row).into())]),
    }
}
