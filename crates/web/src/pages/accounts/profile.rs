//! The own account: name, language, time zone, password; below them sessions and tokens.

use super::super::draft::{Draft, Sent, Sheet};
use super::super::frame::{Answer, go};
use super::super::layout::Layout;
use super::person::new_password;
use super::{second_factor, sessions, tokens};
use crate::lang::Lang;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::Choice;
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Flash, Icon, Tone, time};
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::accounts::{Person, Profile};
use samesky_app::{AppError, Session};
use samesky_model::id::TeamId;
use samesky_model::record::Team;
use serde::Deserialize;

pub(super) const HERE: &str = "/profile";
const FORM: &str = "self";
const PASSWORD_FORM: &str = "password";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    let back = || async { Redirect::to(HERE) };
    Router::new()
        .route(HERE, get(show).post(change))
        .route("/profile/password", post(password).get(back))
        .route("/profile/team", post(team).get(back))
        .route("/profile/held.json", get(held))
}

async fn show(State(state): State<WebState>, officer: Officer, ctx: Ctx) -> Answer<Markup> {
    let session = state.session(&officer);
    page(&state, &session, &ctx, &Draft::default(), &html! {}).await
}

#[derive(Deserialize)]
struct Changed {
    version: i64,
    #[serde(default)]
    name: String,
    language: Option<String>,
    time_zone: Option<String>,
}

async fn change(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Sent { form, typed }: Sent<Changed>,
) -> Answer {
    let session = state.session(&officer);
    let language = form.language.as_deref().and_then(|word| word.parse().ok());
    let person = Person { name: form.name, language, time_zone: form.time_zone };
    match state.app().change_profile(&session, form.version, person).await {
        Ok(()) => {
            let said = go(HERE, &Flash::new(Tone::Ok, "flash-profile-saved", &[]));
            Ok((super::in_own_language(language), said).into_response())
        }
        Err(failure) => refused(&state, &session, ctx, (FORM, typed), failure).await,
    }
}

#[derive(Deserialize)]
struct NewPassword {
    #[serde(default)]
    present: String,
    #[serde(default)]
    password: String,
}

async fn password(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Sent { form, typed }: Sent<NewPassword>,
) -> Answer {
    let session = state.session(&officer);
    match state.app().change_password(&session, &form.present, &form.password).await {
        Ok(()) => Ok(go(HERE, &Flash::new(Tone::Ok, "flash-password-changed", &[]))),
        Err(failure) => refused(&state, &session, ctx, (PASSWORD_FORM, typed), failure).await,
    }
}

/// Everything that is held on whoever asks.
async fn held(State(state): State<WebState>, officer: Officer) -> Answer {
    let held = state.app().export_own(&state.session(&officer)).await?;
    let disposition = (header::CONTENT_DISPOSITION, "attachment; filename=\"samesky-held-on-me.json\"");
    Ok(([disposition, (header::CACHE_CONTROL, "no-store")], axum::Json(held)).into_response())
}

#[derive(Deserialize)]
struct Chosen {
    team: String,
}

async fn team(State(state): State<WebState>, officer: Officer, Sent { form, .. }: Sent<Chosen>) -> Answer {
    let id: TeamId = form.team.parse().map_err(|_| AppError::NotFound { kind: "team" })?;
    state.app().change_team(&state.session(&officer), id).await?;
    Ok(go("/", &Flash::new(Tone::Ok, "flash-team-changed", &[])))
}

/// The page again with what was typed, and what is wrong with it.
pub(super) async fn refused(
    state: &WebState,
    session: &Session,
    ctx: Ctx,
    (form, typed): (&str, super::super::draft::Typed),
    failure: AppError,
) -> Answer {
    let draft = Draft::refused(&ctx, form, typed, failure)?;
    let ctx = Ctx { here: HERE.to_owned(), ..ctx };
    let page = page(state, session, &ctx, &draft, &html! {}).await?;
    draft.answer(page)
}

/// The whole page, with something to be handed over on top.
pub(super) async fn page(
    state: &WebState,
    session: &Session,
    ctx: &Ctx,
    draft: &Draft,
    handed: &Markup,
) -> Answer<Markup> {
    let profile = state.app().profile(session).await?;
    let teams = state.app().own_teams(session).await?;
    let sign_ins = state.app().sign_ins(session).await?;
    let second = state.app().second_factor(session).await?;
    let body = html! {
        (handed)
        (draft.summary(ctx))
        div.stack {
            div class="stack settings" {
                (section("self", &ctx.t("profile-self"), &html! {}, &person(ctx, &profile, draft)))
                @if teams.len() > 1 {
                    (section("own-teams", &ctx.t("profile-teams"), &html! {}, &switch(ctx, session, &teams)))
                }
                (section("own-password", &ctx.t("account-password"), &html! {}, &password_form(ctx, &profile, draft)))
                (section("second", &ctx.t("second-title"), &html! {}, &second_factor::summary(ctx, &second)))
            }
            (passkeys(state, session, ctx).await?)
            (section("sessions", &ctx.t("sessions-title"), &html! {}, &sessions::list(ctx, session, &sign_ins)))
            (section("held", &ctx.t("profile-held"), &html! {}, &held_on_me(ctx)))
            @if session.can(Action::OwnTokens) {
                (section("tokens", &ctx.t("tokens-title"), &html! {}, &tokens::list(state, session, ctx, draft).await?))
            }
        }
    };
    let page = Layout::new(ctx, ctx.t("profile-title")).by(html! { bdi { (profile.account.email) } });
    Ok(if cfg!(feature = "passkeys") { page.script("passkey.js") } else { page }.render(&body))
}

#[cfg(feature = "passkeys")]
async fn passkeys(state: &WebState, session: &Session, ctx: &Ctx) -> Answer<Markup> {
    let list = super::passkeys::list(state, session, ctx).await?;
    Ok(section("passkeys", &ctx.t("passkeys-title"), &html! {}, &list))
}

#[cfg(not(feature = "passkeys"))]
async fn passkeys(_: &WebState, _: &Session, _: &Ctx) -> Answer<Markup> {
    Ok(html! {})
}

fn person(ctx: &Ctx, profile: &Profile, draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, FORM, draft);
    let account = &profile.account;
    let language = account.language.map_or("", |language| language.as_str());
    let own = Choice::new("", ctx.t("profile-language-browser"));
    let languages =
        Lang::ALL.iter().map(|lang| Choice { lang: Some(lang.as_str()), ..Choice::new(lang.as_str(), lang.endonym()) });
    let languages: Vec<_> = std::iter::once(own).chain(languages).collect();
    let (zone, hint) = (account.time_zone.as_deref().unwrap_or_default(), ctx.t("profile-zone-hint"));
    html! {
        form.form method="post" action=(HERE) {
            input type="hidden" name="version" value=(account.version);
            (sheet.called("settings-name", "name", &account.name, |field| field.required().autocomplete("name").text()))
            (sheet.select("language", &languages, language))
            (sheet.field("time_zone", zone, |field| field.hint(&hint).text()))
            div.row { (control::submit(Button::Primary, None, &ctx.t("do-save"))) }
        }
    }
}

fn held_on_me(ctx: &Ctx) -> Markup {
    html! {
        (note(&ctx.t("profile-held-why")))
        div.row { (control::link(Button::Plain, "/profile/held.json", Some(Icon::Download), &ctx.t("do-export-held"))) }
    }
}

fn switch(ctx: &Ctx, session: &Session, teams: &[Team]) -> Markup {
    html! {
        form.form method="post" action="/profile/team" {
            div.row {
                @for team in teams {
                    @let name = super::team::name_of(ctx, team);
                    @if team.id == session.team {
                        (control::unavailable(&name))
                    } @else {
                        (control::submit_as(Button::Plain, ("team", &team.id.to_string()), None, &name))
                    }
                }
            }
        }
    }
}

fn password_form(ctx: &Ctx, profile: &Profile, draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, PASSWORD_FORM, draft);
    html! {
        form.form method="post" action="/profile/password" {
            @if let Some(set) = profile.password_set { p.note { (ctx.t("profile-password-set")) " " (time::moment(ctx, set)) } }
            (sheet.field("present", "", |field| field.required().autocomplete("current-password").password()))
            (new_password(&sheet, "password", &ctx.t("account-password-hint")))
            div.row { (control::submit(Button::Plain, None, &ctx.t("do-save"))) }
        }
    }
}
