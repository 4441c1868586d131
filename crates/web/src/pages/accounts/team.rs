//! A team: its members and invitations, what it is called, and the teams below it.

use super::super::draft::{Draft, Sent, Sheet, Typed};
use super::super::frame::{Answer, go};
use super::super::layout::Layout;
use super::members;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::Choice;
use crate::ui::section::{note, section};
use crate::ui::{Chrome, Ctx, Flash, Tone};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::accounts::NewTeam;
use samesky_app::{AppError, Session};
use samesky_model::id::TeamId;
use samesky_model::record::{Team, TeamKind, TeamNames};
use serde::Deserialize;

const DETAILS: &str = "details";
const BELOW: &str = "below";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new()
        .route("/team", get(own))
        .route("/team/{id}", get(show).post(change))
        .route("/team/{id}/below", post(make).get(back))
}

/// To the page of the team that a form was for.
pub(super) async fn back(Path(id): Path<String>) -> Response {
    Redirect::to(&here(id.parse().unwrap_or(TeamId(uuid::Uuid::nil())))).into_response()
}

async fn own(State(state): State<WebState>, officer: Officer, ctx: Ctx) -> Answer {
    let session = state.session(&officer);
    Ok(page(&state, &session, &ctx, session.team, &Draft::default(), &html! {}).await?.into_response())
}

async fn show(State(state): State<WebState>, officer: Officer, ctx: Ctx, Path(id): Path<String>) -> Answer {
    let session = state.session(&officer);
    Ok(page(&state, &session, &ctx, known(&id)?, &Draft::default(), &html! {}).await?.into_response())
}

#[derive(Deserialize)]
struct Details {
    #[serde(default)]
    zh_hans: String,
    #[serde(default)]
    ja: String,
    #[serde(default)]
    en: String,
    #[serde(default)]
    th: String,
    #[serde(default)]
    kind: String,
    place: Option<String>,
}

impl Details {
    fn team(self) -> NewTeam {
        let names = TeamNames { zh_hans: self.zh_hans, ja: self.ja, en: self.en, th: self.th };
        NewTeam { names, kind: self.kind.parse().unwrap_or(TeamKind::Bureau), place: self.place }
    }
}

async fn change(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<String>,
    Sent { form, typed }: Sent<Details>,
) -> Answer {
    let (session, id) = (state.session(&officer), known(&id)?);
    match state.app().change_team_details(&session, id, form.team()).await {
        Ok(_) => Ok(go(&here(id), &Flash::new(Tone::Ok, "flash-team-saved", &[]))),
        Err(failure) => refused(&state, &session, ctx, id, (DETAILS, typed), failure).await,
    }
}

async fn make(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<String>,
    Sent { form, typed }: Sent<Details>,
) -> Answer {
    let (session, id) = (state.session(&officer), known(&id)?);
    match state.app().make_team(&session, id, form.team()).await {
        Ok(team) => Ok(go(&here(team.id), &Flash::new(Tone::Ok, "flash-team-made", &[]))),
        Err(failure) => refused(&state, &session, ctx, id, (BELOW, typed), failure).await,
    }
}

/// The team of an address; what is no identifier names no team.
pub(super) fn known(id: &str) -> Result<TeamId, AppError> {
    id.parse().map_err(|_| AppError::NotFound { kind: "team" })
}

/// The address of a team's page.
pub(super) fn here(id: TeamId) -> String {
    format!("/team/{id}")
}

/// The team's name in the reader's language, else in the first that it has one in.
pub(super) fn name_of(ctx: &Ctx, team: &Team) -> String {
    let chrome = Chrome { team: team.names.clone(), ..Chrome::default() };
    Ctx { chrome, ..ctx.clone() }.team().to_owned()
}

/// The page again with what was typed, and what is wrong with it.
pub(super) async fn refused(
    state: &WebState,
    session: &Session,
    ctx: Ctx,
    id: TeamId,
    (form, typed): (&str, Typed),
    failure: AppError,
) -> Answer {
    let draft = Draft::refused(&ctx, form, typed, failure)?;
    let ctx = Ctx { here: here(id), ..ctx };
    let page = page(state, session, &ctx, id, &draft, &html! {}).await?;
    draft.answer(page)
}

/// The whole page, with something to be handed over on top.
pub(super) async fn page(
    state: &WebState,
    session: &Session,
    ctx: &Ctx,
    id: TeamId,
    draft: &Draft,
    handed: &Markup,
) -> Answer<Markup> {
    let members = state.app().members(session, id).await?;
    let tree = if session.can(Action::ManageTeams) { state.app().teams(session).await? } else { Vec::new() };
    let team = match tree.iter().find(|(team, _)| team.id == id) {
        Some((team, _)) => team.clone(),
        None => state.app().team(session).await?,
    };
    let invitations = match session.can(Action::ManageMembers) {
        true => Some(state.app().invitations(session, id).await?),
        false => None,
    };
    let asks = state.app().asks_second_factor(session, id).await?;
    let former = match session.can(Action::ErasePeople) && session.can(Action::ManageMembers) {
        true => state.app().former_members(session, id).await?,
        false => Vec::new(),
    };
    let body = html! {
        (handed)
        (draft.summary(ctx))
        div.stack {
            (section("members", &ctx.t("team-members"), &html! {}, &members::list(ctx, session, id, &members)))
            @if let Some(open) = &invitations {
                @let list = members::invitations(ctx, id, open, draft);
                (section("invitations", &ctx.t("team-invitations"), &html! {}, &list))
                (section("sign-in", &ctx.t("second-title"), &html! {}, &members::second_factor(ctx, id, asks)))
            }
            @if !former.is_empty() {
                (section("former", &ctx.t("team-former"), &html! {}, &members::former(ctx, id, &former)))
            }
            @if !tree.is_empty() {
                (section("details", &ctx.t("team-details"), &html! {}, &details(ctx, &team, draft)))
                (section("below", &ctx.t("team-below"), &html! {}, &below(ctx, id, &tree, draft)))
            }
        }
    };
    let by = html! { (ctx.name(team.kind)) @if let Some(place) = &team.place { " · " bdi { (place) } } };
    Ok(Layout::new(ctx, name_of(ctx, &team)).by(by).render(&body))
}

fn details(ctx: &Ctx, team: &Team, draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, DETAILS, draft);
    html! {
        form.form method="post" action=(here(team.id)) {
            (fields(ctx, &sheet, (&team.names, team.kind, team.place.as_deref())))
            div.row { (control::submit(Button::Plain, None, &ctx.t("do-save"))) }
        }
    }
}

fn below(ctx: &Ctx, id: TeamId, tree: &[(Team, usize)], draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, BELOW, draft);
    html! {
        (note(&ctx.t("team-below-why")))
        ul {
            @for (team, depth) in tree {
                li {
                    @for _ in 0..*depth { "— " }
                    @if team.id == id { strong { (name_of(ctx, team)) } } @else {
                        a href=(here(team.id)) { (name_of(ctx, team)) }
                    }
                }
            }
        }
        details open[sheet.is_refused()] {
            summary { (ctx.t("team-make")) }
            form.form method="post" action={ (here(id)) "/below" } {
                (fields(ctx, &sheet, (&TeamNames::default(), TeamKind::Bureau, None)))
                div.row { (control::submit(Button::Plain, None, &ctx.t("do-make-team"))) }
            }
        }
    }
}

fn fields(ctx: &Ctx, sheet: &Sheet<'_>, (names, kind, place): (&TeamNames, TeamKind, Option<&str>)) -> Markup {
    let kinds: Vec<_> = TeamKind::ALL.iter().map(|kind| Choice::new(kind.as_str(), ctx.name(*kind))).collect();
    html! {
        div.row {
            (sheet.text("zh_hans", &names.zh_hans))
            (sheet.text("ja", &names.ja))
            (sheet.text("en", &names.en))
            (sheet.text("th", &names.th))
        }
        div.row {
            (sheet.select("kind", &kinds, kind.as_str()))
            (sheet.text("place", place.unwrap_or_default()))
        }
    }
}
