//! One request: what it says, word for word, and the forms that decide on it.

use super::edition_state;
use crate::pages::content;
use crate::pages::draft::{Draft, Sent, Sheet};
use crate::pages::frame::{Answer, go, go_back};
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::filled;
use crate::pages::sharing::{here, named, page_of};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Flash, Icon, Tone, list, time};
use axum::extract::{Path, State};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::publishing::Request;
use samesky_app::{AppError, Session};
use samesky_model::id::{EditionId, PublicationId};
use samesky_model::record::{EditionState, Stamp};
use serde::Deserialize;

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<String>,
) -> Answer<Markup> {
    let session = state.session(&officer);
    let one = state.app().request(&session, known(&id)?).await?;
    let (title, tag) = content::title(&ctx, &one.edition.content);
    let body = html! {
        div.stack {
            (section("request", &ctx.t("publishing-request"), &edition_state(&ctx, one.edition.state), &facts(&ctx, &session, &one)))
            @if one.edition.state == EditionState::Waiting { (decisions(&ctx, &session, &one)) }
            (content::sections(&ctx, &one.edition.content))
        }
    };
    Ok(Layout::new(&ctx, title)
        .title_lang(tag.as_deref())
        .nav(Nav::Publishing)
        .crumb(super::queue::LIST, ctx.t("publishing-title"))
        .crumb_here(ctx.t("publishing-request"))
        .by(html! { (ctx.t("publishing-request-by")) })
        .render(&body))
}

fn known(id: &str) -> Result<EditionId, AppError> {
    id.parse().map_err(|_| AppError::NotFound { kind: "edition" })
}

fn facts(ctx: &Ctx, session: &Session, one: &Request) -> Markup {
    let stamp = |stamp: &Stamp| html! { (time::moment(ctx, stamp.at)) " · " bdi { (stamp.by) } };
    let edition = &one.edition;
    let mut rows = vec![
        (ctx.t("sharing-team"), html! { bdi { (named(ctx, &one.team)) } }),
        (ctx.t("publishing-asked"), stamp(&edition.requested)),
    ];
    rows.extend(edition.why.as_ref().map(|why| (ctx.t("column-why"), html! { bdi { (why) } })));
    rows.extend(edition.decided.as_ref().map(|decided| (ctx.t("publishing-decided"), stamp(decided))));
    rows.extend(edition.reason.as_ref().map(|why| (ctx.t("publishing-reason"), html! { bdi { (why) } })));
    let own = one.edition.team == session.team;
    html! {
        (list::facts(&rows))
        @if own { p.row { a href=(page_of(one.publication.record)) { (ctx.t("publishing-record")) } a href=(here(one.publication.record)) { (ctx.t("sharing-title")) } } }
    }
}

fn decisions(ctx: &Ctx, session: &Session, one: &Request) -> Markup {
    let at = format!("/publishing/{}", one.edition.id);
    let empty = Draft::default();
    let (refusal, back) = (Sheet::new(ctx, "refuse", &empty), Sheet::new(ctx, "take-back", &empty));
    let takes_back = one.edition.team == session.team && session.can(Action::Publish);
    let body = html! {
        @if one.may_confirm {
            form.form method="post" action={ (at) "/confirm" } {
                (note(&ctx.t("publishing-confirm-note")))
                div.row { (control::submit(Button::Primary, Some(Icon::Ok), &ctx.t("do-confirm-publishing"))) }
            }
            form.form method="post" action={ (at) "/refuse" } {
                (refusal.text("why", ""))
                div.row { (control::submit(Button::Danger, None, &ctx.t("do-refuse"))) }
            }
        } @else if session.can(Action::Confirm) {
            (note(&ctx.t("problem-own-request")))
        }
        @if takes_back {
            form.form method="post" action={ (at) "/take-back" } {
                (back.text("why", ""))
                div.row { (control::submit(Button::Plain, None, &ctx.t("do-take-back"))) }
            }
        }
    };
    section("decide", &ctx.t("publishing-decide"), &html! {}, &html! { div.stack { (body) } })
}

#[derive(Deserialize)]
pub(super) struct Why {
    why: Option<String>,
}

pub(super) async fn confirm(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<String>,
) -> Answer {
    match state.app().confirm(&state.session(&officer), known(&id)?).await {
        Ok(public) => Ok(go(&format!("/public/{}", public.id), &Flash::new(Tone::Ok, "flash-published", &[]))),
        Err(failure) => go_back(&ctx, &format!("/publishing/{id}"), failure),
    }
}

pub(super) async fn refuse(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<String>,
    Sent { form, .. }: Sent<Why>,
) -> Answer {
    let done = state.app().refuse(&state.session(&officer), known(&id)?, filled(form.why.as_ref())).await;
    told(&ctx, &format!("/publishing/{id}"), done, "flash-publish-refused")
}

pub(super) async fn take_back(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<String>,
    Sent { form, .. }: Sent<Why>,
) -> Answer {
    let done = state.app().take_back(&state.session(&officer), known(&id)?, filled(form.why.as_ref())).await;
    told(&ctx, &format!("/publishing/{id}"), done, "flash-publish-taken-back")
}

/// What was published is named by its address.
pub(super) async fn withdraw(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<String>,
    Sent { form, .. }: Sent<Why>,
) -> Answer {
    let known: PublicationId = id.parse().map_err(|_| AppError::NotFound { kind: "publication" })?;
    let done = state.app().withdraw(&state.session(&officer), known, filled(form.why.as_ref())).await;
    match done {
        Ok(()) => told(&ctx, "/publishing?show=withdrawn", Ok(()), "flash-publish-withdrawn"),
        failure => told(&ctx, &format!("/public/{id}"), failure, ""),
    }
}

fn told(ctx: &Ctx, to: &str, done: Result<(), AppError>, said: &str) -> Answer {
    match done {
        Ok(()) => Ok(go(to, &Flash::new(Tone::Ok, said, &[]))),
        Err(failure) => go_back(ctx, to, failure),
    }
}
