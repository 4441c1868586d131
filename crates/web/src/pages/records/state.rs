//! Whether records still rest on a claim: a filter of lists and a message on a page.

use crate::ui::control;
use crate::ui::form::{Choice, Field};
use crate::ui::message::notice;
use crate::ui::{Ctx, Icon, Tone, icon};
use maud::{Markup, html};
use samesky_model::record::{RecordRef, RecordState, Shareable};
use uuid::Uuid;

/// The state that a list is asked for; active records where nothing is said.
pub(in crate::pages) fn asked(word: Option<&String>) -> Option<RecordState> {
    match word.map(String::as_str) {
        Some("all") => None,
        Some("withdrawn") => Some(RecordState::Withdrawn),
        _ => Some(RecordState::Active),
    }
}

/// The choice of a list's form.
pub(in crate::pages) fn field(ctx: &Ctx, chosen: Option<&String>) -> Markup {
    let choices = [
        Choice::new("", ctx.name(RecordState::Active)),
        Choice::new("withdrawn", ctx.name(RecordState::Withdrawn)),
        Choice::new("all", ctx.t("show-all")),
    ];
    let label = ctx.t("column-status");
    Field::new("state", &label).value(chosen.map_or("", String::as_str)).select(&choices)
}

/// Says that no accepted claim speaks of the record any more.
pub(in crate::pages) fn withdrawn(ctx: &Ctx, state: RecordState) -> Markup {
    html! { @if state == RecordState::Withdrawn { (notice(Tone::Warn, &ctx.t("records-withdrawn"), None)) } }
}

/// The way to who sees a record.
pub(in crate::pages) fn sharing(ctx: &Ctx, kind: Shareable, record: Uuid) -> Markup {
    let here = crate::pages::sharing::here(RecordRef { kind, id: record });
    html! { a class="btn small" href=(here) { (icon(Icon::Lock)) (ctx.t("sharing-title")) } }
}

/// What can be done with every record: who sees it, its changes, printing.
pub(in crate::pages) fn actions(ctx: &Ctx, kind: Shareable, record: Uuid) -> Markup {
    html! {
        (sharing(ctx, kind, record))
        a class="btn small" href={ "/history?record=" (record) } { (icon(Icon::History)) (ctx.t("nav-history")) }
        (control::print(&ctx.t("do-print")))
    }
}
