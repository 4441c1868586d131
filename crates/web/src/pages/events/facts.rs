//! What is known of an event: when, where, how, who, with whom, part of what.

use super::list::places;
use crate::pages::figures::{industry, parts::event_link};
use crate::ui::section::section;
use crate::ui::{Ctx, figure, list::facts, time};
use maud::{Markup, html};
use samesky_app::ledger::EventView;
use samesky_model::record::EventRecord;

/// The language in which places, parties and organisers are written: that of the first source.
pub(super) fn tag(view: &EventView) -> Option<&str> {
    view.sources.first().and_then(|row| row.announcement.language.as_deref())
}

pub(super) fn section_of(ctx: &Ctx, view: &EventView) -> Markup {
    let event = &view.event;
    let tag = tag(view);
    let mut rows = vec![
        (ctx.t("column-date"), date(ctx, event)),
        (ctx.t("column-place"), places(ctx, &event.places, tag)),
        (
            ctx.t("events-mode"),
            event.mode.map_or_else(|| figure::not_stated(ctx.lang), |mode| html! { (ctx.name(mode)) }),
        ),
        (ctx.t("events-organisers"), organisers(ctx, event, tag)),
        (
            ctx.t("facet-zone"),
            match &event.zone {
                Some(zone) => html! { bdi lang=[tag] { (zone) } },
                None => figure::not_stated(ctx.lang),
            },
        ),
        (ctx.t("facet-party"), places(ctx, &event.parties, tag)),
        (ctx.t("facet-industry"), industries(ctx, &event.industries)),
    ];
    if let Some(whole) = &view.whole {
        rows.push((ctx.t("events-part-of"), event_link(ctx, whole)));
    }
    if !view.parts.is_empty() {
        let parts = html! { @for part in &view.parts { span.block { (event_link(ctx, part)) " " span class="xs mute" { (ctx.name(part.kind)) } } } };
        rows.push((ctx.t("events-parts"), parts));
    }
    section("facts", &ctx.t("records-facts"), &html! {}, &facts(&rows))
}

fn date(ctx: &Ctx, event: &EventRecord) -> Markup {
    html! {
        @match event.date {
            Some(date) => { (time::day(ctx.lang, date)) span class="xs mute block" { (ctx.name(event.date_basis)) } },
            None => (figure::not_stated(ctx.lang)),
        }
    }
}

/// In protocol order: the order is as the sources give it.
fn organisers(ctx: &Ctx, event: &EventRecord, tag: Option<&str>) -> Markup {
    html! {
        @if event.organisers.is_empty() { (figure::not_stated(ctx.lang)) } @else {
            ol {
                @for organiser in &event.organisers {
                    li { span class="xs mute" { (ctx.name(organiser.role)) } " " bdi lang=[tag] { (organiser.name) } }
                }
            }
        }
    }
}

/// Industries by name, with the code that was kept.
pub(in crate::pages) fn industries(ctx: &Ctx, codes: &[String]) -> Markup {
    html! {
        @if codes.is_empty() { (figure::not_stated(ctx.lang)) }
        @for code in codes { span.block { (industry::name(ctx.lang, code)) " " span class="xs mute" { "ISIC " (code) } } }
    }
}
