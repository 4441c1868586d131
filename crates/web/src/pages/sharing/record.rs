//! Who sees one record of the own team, and the forms that change it.

use super::{here, kind_name, known, list_of, named, page_of};
use crate::pages::draft::{Draft, Sent, Sheet};
use crate::pages::frame::{Answer, go, go_back};
use crate::pages::layout::Layout;
use crate::pages::publishing::{edition_state, when};
use crate::pages::query::filled;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::Choice;
use crate::ui::message::notice;
use crate::ui::section::{note, section};
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, Flash, Icon, Tone, time};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::publishing::Published;
use samesky_app::sharing::{ShareWith, SharedWith};
use samesky_app::{AppError, Session};
use samesky_model::record::{Edition, RecordRef, Team};
use serde::Deserialize;

const SHARE: &str = "share";
const PUBLISH: &str = "publish";
const PARENT: &str = "parent";

type Place = Path<(String, String)>;

pub(super) async fn show(State(state): State<WebState>, officer: Officer, ctx: Ctx, Path((kind, id)): Place) -> Answer {
    let record = known((&kind, &id))?;
    Ok(page(&state, &state.session(&officer), &ctx, record, &Draft::default()).await?.into_response())
}

/// To the page of the record that a form was for.
pub(super) async fn back(Path((kind, id)): Place) -> Response {
    match known((&kind, &id)) {
        Ok(record) => Redirect::to(&here(record)).into_response(),
        Err(_) => Redirect::to("/").into_response(),
    }
}

#[derive(Deserialize)]
pub(super) struct With {
    #[serde(default)]
    with: String,
    parent: Option<String>,
}

pub(super) async fn share(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path((kind, id)): Place,
    Sent { form, typed }: Sent<With>,
) -> Answer {
    let (session, record) = (state.session(&officer), known((&kind, &id))?);
    let shared = match with(&form) {
        Ok(with) => state.app().share(&session, record, with).await,
        Err(wrong) => Err(wrong),
    };
    match shared {
        Ok(with) => {
            let team = named(&ctx, &with.team);
            Ok(go(&here(record), &Flash::new(Tone::Ok, "flash-shared", &[("team", team)])))
        }
        Err(failure) => {
            let draft = Draft::refused(&ctx, SHARE, typed, failure)?;
            let ctx = Ctx { here: here(record), ..ctx };
            draft.answer(page(&state, &session, &ctx, record, &draft).await?)
        }
    }
}

fn with(form: &With) -> Result<ShareWith, AppError> {
    if form.parent.is_some() {
        return Ok(ShareWith::Parent);
    }
    let unknown = |_| AppError::invalid_value("with", "unknown-code", form.with.as_str());
    form.with.parse().map(ShareWith::Team).map_err(unknown)
}

pub(super) async fn unshare(
    State(state): State<WebState>,
    officer: Officer,
    Path((kind, id)): Place,
    Sent { form, .. }: Sent<With>,
) -> Answer {
    let record = known((&kind, &id))?;
    let team = form.with.parse().map_err(|_| AppError::NotFound { kind: "team" })?;
    state.app().unshare(&state.session(&officer), record, team).await?;
    Ok(go(&here(record), &Flash::new(Tone::Ok, "flash-unshared", &[])))
}

#[derive(Deserialize)]
pub(super) struct Why {
    why: Option<String>,
}

pub(super) async fn publish(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path((kind, id)): Place,
    Sent { form, .. }: Sent<Why>,
) -> Answer {
    let (session, record) = (state.session(&officer), known((&kind, &id))?);
    match state.app().ask_to_publish(&session, record, filled(form.why.as_ref())).await {
        Ok(_) => Ok(go(&here(record), &Flash::new(Tone::Ok, "flash-publish-asked", &[]))),
        Err(failure) => go_back(&ctx, &here(record), failure),
    }
}

async fn page(state: &WebState, session: &Session, ctx: &Ctx, record: RecordRef, draft: &Draft) -> Answer<Markup> {
    let shares = state.app().shares(session, record).await?;
    let (published, waiting) = state.app().publication_of(session, record).await?;
    let teams = match session.can(Action::Share) {
        true => Some(state.app().other_teams(session).await?),
        false => None,
    };
    let may_ask = session.can(Action::Publish);
    let body = html! {
        (draft.summary(ctx))
        div.stack {
            (section("shared", &ctx.t("sharing-teams"), &html! {}, &html! {
                (with_whom(ctx, record, &shares, teams.is_some()))
                @if let Some(teams) = &teams { (share_form(ctx, record, teams, &shares, draft)) }
            }))
            (section("public", &ctx.t("sharing-public"), &html! {}, &html! {
                (standing(ctx, published.as_ref(), waiting.as_ref()))
                @if may_ask && waiting.is_none() { (publish_form(ctx, record, published.as_ref())) }
            }))
        }
    };
    let (list, key) = list_of(record.kind);
    Ok(Layout::new(ctx, ctx.t("sharing-title"))
        .crumb(list, ctx.t(key))
        .crumb(&page_of(record), kind_name(ctx.lang, record.kind))
        .crumb_here(ctx.t("sharing-title"))
        .by(html! { (ctx.t("sharing-by")) })
        .render(&body))
}

fn with_whom(ctx: &Ctx, record: RecordRef, shares: &[SharedWith], may: bool) -> Markup {
    if shares.is_empty() {
        return note(&ctx.t("sharing-nobody"));
    }
    let columns = [
        Column::new(ctx.t("sharing-team")),
        Column::new(ctx.t("sharing-since")),
        Column::new(ctx.t("records-made-by")),
        Column::new(""),
    ];
    let row = |one: &SharedWith| {
        let stop = html! {
            @if may {
                form method="post" action={ (here(record)) "/unshare" } {
                    input type="hidden" name="with" value=(one.team.id);
                    (control::submit(Button::Small, None, &ctx.t("do-unshare")))
                }
            }
        };
        Row::new(vec![
            Cell::title(html! { bdi { (named(ctx, &one.team)) } }),
            Cell::new(time::moment(ctx, one.share.made.at)),
            Cell::new(html! { bdi { (one.share.made.by) } }),
            Cell::new(stop),
        ])
    };
    let rows: Vec<_> = shares.iter().map(row).collect();
    dense(ctx.lang, &ctx.t("sharing-teams"), &columns, &rows)
}

fn share_form(ctx: &Ctx, record: RecordRef, teams: &[Team], shares: &[SharedWith], draft: &Draft) -> Markup {
    let open: Vec<_> = teams.iter().filter(|team| !shares.iter().any(|one| one.team.id == team.id)).collect();
    let choices: Vec<_> = open.iter().map(|team| Choice::new(team.id.to_string(), named(ctx, team))).collect();
    let sheet = Sheet::new(ctx, SHARE, draft);
    html! {
        @if choices.is_empty() { (note(&ctx.t("sharing-no-teams"))) } @else {
            form.form method="post" action={ (here(record)) "/share" } {
                (sheet.select("with", &choices, ""))
                (note(&ctx.t("sharing-why")))
                div.row {
                    (control::submit(Button::Primary, None, &ctx.t("do-share")))
                    (control::submit_as(Button::Plain, (PARENT, "true"), None, &ctx.t("do-share-parent")))
                }
            }
        }
    }
}

fn standing(ctx: &Ctx, published: Option<&Published>, waiting: Option<&Edition>) -> Markup {
    html! {
        @match published {
            None => (note(&ctx.t("publishing-never"))),
            Some(one) if one.publication.edition.is_some() => {
                p { a href={ "/public/" (one.publication.id) } { (ctx.t("publishing-see")) } " · " (when(ctx, one)) }
                @if one.changed { (notice(Tone::Warn, &ctx.t("publishing-changed"), None)) }
            },
            Some(one) if one.publication.withdrawn.is_some() => p { (ctx.t("publishing-is-withdrawn")) " · " (when(ctx, one)) },
            Some(_) => (note(&ctx.t("publishing-never"))),
        }
        @if let Some(edition) = waiting {
            p.row {
                (edition_state(ctx, edition.state))
                a href={ "/publishing/" (edition.id) } { (ctx.t("publishing-request")) }
            }
        }
    }
}

fn publish_form(ctx: &Ctx, record: RecordRef, published: Option<&Published>) -> Markup {
    let same = published.is_some_and(|one| one.publication.edition.is_some() && !one.changed);
    let empty = Draft::default();
    let sheet = Sheet::new(ctx, PUBLISH, &empty);
    html! {
        @if !same {
            form.form method="post" action={ (here(record)) "/publish" } {
                (sheet.text("why", ""))
                (note(&ctx.t("publishing-why")))
                div.row { (control::submit(Button::Plain, Some(Icon::Upload), &ctx.t("do-ask-to-publish"))) }
            }
        }
    }
}
