//! Events that may be the same: what speaks for it, joining, and giving a source an event of its own again.

use super::evidence::reasons;
use crate::pages::figures::parts::event_link;
use crate::pages::records::sources;
use crate::ui::control::{self, Button};
use crate::ui::form::Field;
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Icon, figure, icon, time};
use maud::{Markup, html};
use samesky_app::ledger::{EventSuggestion, EventView, SourceRow};
use samesky_model::id::EventId;
use samesky_model::record::RecordState;

/// The suggestions, and a form for an event that was not suggested. `other` is one that was just separated.
pub(super) fn section_of(ctx: &Ctx, view: &EventView, other: Option<EventId>) -> Markup {
    if view.event.state == RecordState::Withdrawn {
        return html! {};
    }
    let body = html! {
        @if view.suggestions.is_empty() { (note(&ctx.t("events-no-suggestion"))) }
        @for suggestion in &view.suggestions { (suggested(ctx, view.event.id, suggestion)) }
        (any(ctx, view.event.id, other))
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
                    (why(ctx, &format!("why-{}", event.id)))
                    div.row { (control::submit(Button::Plain, Some(Icon::Ok), &ctx.t("events-join-confirm"))) }
                }
            }
        }
    }
}

/// Any other event, by its address: also the way back after a separation.
fn any(ctx: &Ctx, id: EventId, other: Option<EventId>) -> Markup {
    let (label, hint) = (ctx.t("events-other"), ctx.t("events-other-hint"));
    let value = other.map(|other| format!("/events/{other}")).unwrap_or_default();
    html! {
        details.ask open[other.is_some()] {
            summary class="btn small quiet" { (ctx.t("events-join-other")) }
            form.form method="post" action={ "/events/" (id) "/join" } {
                (Field::new("other", &label).hint(&hint).value(&value).required().text())
                p.note { (ctx.t("events-join-question")) }
                (why(ctx, "why-other"))
                div.row { (control::submit(Button::Plain, Some(Icon::Ok), &ctx.t("events-join-confirm"))) }
            }
        }
    }
}

/// Gives the source's claim an event of its own.
pub(super) fn separate(ctx: &Ctx, id: EventId, row: &SourceRow) -> Markup {
    let label = ctx.t_with("events-separate-label", &[("name", sources::called(ctx, &row.announcement).into())]);
    html! {
        details class="ask no-print" {
            summary class="btn small" aria-label=(label) { (ctx.t("events-separate")) }
            form.form method="post" action={ "/events/" (id) "/separate" } {
                input type="hidden" name="claim" value=(row.claim.id);
                p.note { (ctx.t("events-separate-question")) }
                (why(ctx, &format!("why-{}", row.claim.id)))
                div.row { (control::submit(Button::Plain, Some(Icon::Ok), &ctx.t("events-separate-confirm"))) }
            }
        }
    }
}

fn why(ctx: &Ctx, id: &str) -> Markup {
    let label = ctx.t("events-why");
    Field::new("why", &label).id(id).text()
}
