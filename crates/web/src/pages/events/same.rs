//! Events that may be the same: what speaks for it, joining, and giving a source an event of its own again.

use super::evidence::reasons;
use crate::pages::draft::{Draft, Sheet};
use crate::pages::figures::parts::event_link;
use crate::pages::records::sources;
use crate::ui::control::{self, Button};
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Icon, figure, icon, time};
use maud::{Markup, html};
use samesky_app::ledger::{EventSuggestion, EventView, SourceRow};
use samesky_model::id::EventId;
use samesky_model::record::RecordState;

/// The number of the form for any other event.
pub(super) const ANY: &str = "other";

/// The suggestions, and a form for an event that was not suggested. `other` is one that was just separated.
pub(super) fn section_of(ctx: &Ctx, view: &EventView, other: Option<EventId>, draft: &Draft) -> Markup {
    if view.event.state == RecordState::Withdrawn {
        return html! {};
    }
    let body = html! {
        @if view.suggestions.is_empty() { (note(&ctx.t("events-no-suggestion"))) }
        @for suggestion in &view.suggestions { (suggested(ctx, view.event.id, suggestion)) }
        (any(ctx, view.event.id, other, draft))
    };
    html! { div.no-print { (section("same", &ctx.t("events-same"), &html! {}, &body)) } }
}

fn suggested(ctx: &Ctx, id: EventId, suggestion: &EventSuggestion) -> Markup {
    let event = &suggestion.event;
    html! {
        div.suggestion {
            p {
                b { (event_link(ctx, event)) }
                span class="xs mute block" {
                    (ctx.name(event.kind)) " · "
                    @match event.date { Some(date) => (time::day(ctx.lang, date)), None => (figure::not_stated(ctx.lang)) }
                    " · " (ctx.t_with("events-likeness", &[("score", (suggestion.score_permille / 10).to_string().into())]))
                }
            }
            (reasons(ctx, &suggestion.evidence, event))
            details.ask {
                summary class="btn small" { (icon(Icon::Copy)) (ctx.t("events-join")) }
                form.form method="post" action={ "/events/" (id) "/join" } {
                    input type="hidden" name="other" value=(event.id);
                    p.note { (ctx.t("events-join-question")) }
                    (why(&Sheet::new(ctx, &event.id.to_string(), &Draft::default())))
                    div.row { (control::submit(Button::Plain, Some(Icon::Ok), &ctx.t("events-join-confirm"))) }
                }
            }
        }
    }
}

/// Any other event, by its address: also the way back after a separation.
fn any(ctx: &Ctx, id: EventId, other: Option<EventId>, draft: &Draft) -> Markup {
    let (hint, sheet) = (ctx.t("events-other-hint"), Sheet::new(ctx, ANY, draft));
    let value = other.map(|other| format!("/events/{other}")).unwrap_or_default();
    html! {
        details.ask open[other.is_some() || sheet.is_refused()] {
            summary class="btn small quiet" { (ctx.t("events-join-other")) }
            form.form method="post" action={ "/events/" (id) "/join" } {
                (sheet.field("other", &value, |field| field.hint(&hint).required().text()))
                p.note { (ctx.t("events-join-question")) }
                (why(&sheet))
                div.row { (control::submit(Button::Plain, Some(Icon::Ok), &ctx.t("events-join-confirm"))) }
            }
        }
    }
}

/// Gives the source's claim an event of its own.
pub(super) fn separate(ctx: &Ctx, id: EventId, row: &SourceRow, draft: &Draft) -> Markup {
    let form = row.claim.id.to_string();
    let sheet = Sheet::new(ctx, &form, draft);
    let label = ctx.t_with("events-separate-label", &[("name", sources::called(ctx, &row.announcement).into())]);
    html! {
        details class="ask no-print" open[sheet.is_refused()] {
            summary class="btn small" aria-label=(label) { (ctx.t("events-separate")) }
            form.form method="post" action={ "/events/" (id) "/separate" } {
                input type="hidden" name="claim" value=(row.claim.id);
                p.note { (ctx.t("events-separate-question")) }
                (why(&sheet))
                div.row { (control::submit(Button::Plain, Some(Icon::Ok), &ctx.t("events-separate-confirm"))) }
            }
        }
    }
}

fn why(sheet: &Sheet<'_>) -> Markup {
    sheet.called("events-why", "why", "", |field| field.text())
}
