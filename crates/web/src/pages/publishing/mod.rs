//! The publishing queue: what waits for whom, what is published, what was withdrawn; one request with what it says.

mod queue;
mod request;

use crate::state::WebState;
use crate::ui::badge::{Look, badge};
use crate::ui::{Ctx, Icon, time};
use axum::Router;
use axum::routing::{get, post};
use maud::{Markup, html};
use samesky_app::publishing::Published;
use samesky_model::record::EditionState;

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new()
        .route(queue::LIST, get(queue::show))
        .route("/publishing/{id}", get(request::show))
        .route("/publishing/{id}/confirm", post(request::confirm))
        .route("/publishing/{id}/refuse", post(request::refuse))
        .route("/publishing/{id}/take-back", post(request::take_back))
        .route("/publishing/{id}/withdraw", post(request::withdraw))
}

/// What became of a request.
pub(in crate::pages) fn edition_state(ctx: &Ctx, state: EditionState) -> Markup {
    let (look, sign) = match state {
        EditionState::Waiting => (Look::Warn, Icon::Half),
        EditionState::Published => (Look::Ok, Icon::Ok),
        EditionState::Refused => (Look::Bad, Icon::Unequal),
        EditionState::TakenBack => (Look::Plain, Icon::History),
    };
    badge(look, sign, &ctx.name(state))
}

/// Which edition, since when, by whom.
pub(in crate::pages) fn when(ctx: &Ctx, one: &Published) -> Markup {
    html! {
        @if let Some(stamp) = &one.publication.withdrawn {
            (time::moment(ctx, stamp.at)) " · " bdi { (stamp.by) }
            @if let Some(why) = &one.publication.withdrawn_why { " · " bdi { (why) } }
        } @else if let Some(edition) = &one.edition {
            (ctx.t_with("publishing-edition", &[("number", edition.number.into())])) " · "
            (time::moment(ctx, one.publication.changed_at))
            @if let Some(stamp) = &edition.decided { " · " bdi { (stamp.by) } }
        }
    }
}
