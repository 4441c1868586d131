//! The reader's settings: the name that stands behind changes, language, appearance.

use super::draft::{Draft, Sent, Sheet};
use super::frame::{Answer, go};
use super::layout::Layout;
use crate::lang::Lang;
use crate::state::{OFFICER_COOKIE, Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::{Choice, Field};
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Flash, Theme, Tone};
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_app::{AppError, Who};
use serde::Deserialize;

const HERE: &str = "/settings";

/// The number of the form for the name.
const FORM: &str = "own";

/// Characters of a name at most; [`Officer`] takes no more.
const LONGEST: usize = 80;

/// The routes of the settings.
pub fn router() -> Router<WebState> {
    Router::new().route(HERE, get(show)).route("/settings/officer", post(officer).get(|| async { Redirect::to(HERE) }))
}

async fn show(State(state): State<WebState>, officer: Officer, ctx: Ctx) -> Markup {
    page_of(&ctx, &officer, &state, &Draft::default())
}

fn page_of(ctx: &Ctx, officer: &Officer, state: &WebState, draft: &Draft) -> Markup {
    let (name, account) = (officer.name.as_deref().unwrap_or_default(), &state.settings().account);
    let body = html! {
        (draft.summary(ctx))
        div class="stack settings" {
            @if state.session(officer).who == Who::Local {
                (section("officer", &ctx.t("officer"), &html! {}, &name_form(ctx, (name, account), draft)))
            }
            (section("language", &ctx.t("language"), &html! {}, &languages(ctx)))
            (section("theme", &ctx.t("theme"), &html! {}, &themes(ctx)))
        }
    };
    Layout::new(ctx, ctx.t("settings-title")).by(html! { (ctx.t("settings-by")) }).render(&body)
}

fn name_form(ctx: &Ctx, (name, account): (&str, &str), draft: &Draft) -> Markup {
    let hint = ctx.t_with("settings-name-hint", &[("account", account.into())]);
    let sheet = Sheet::new(ctx, FORM, draft);
    html! {
        form.form method="post" action="/settings/officer" {
            (note(&ctx.t("settings-name-why")))
            (sheet.called("settings-name", "name", name, |field| field.hint(&hint).text()))
            div.row { (control::submit(Button::Primary, None, &ctx.t("do-save"))) }
        }
    }
}

fn languages(ctx: &Ctx) -> Markup {
    let choices: Vec<_> = Lang::ALL
        .iter()
        .map(|lang| Choice { lang: Some(lang.as_str()), ..Choice::new(lang.as_str(), lang.endonym()) })
        .collect();
    chooser(ctx, "/language", "to-language", &ctx.t("language"), ctx.lang.as_str(), &choices)
}

fn themes(ctx: &Ctx) -> Markup {
    let choices: Vec<_> = Theme::ALL
        .iter()
        .map(|theme| Choice::new(theme.as_str(), ctx.t(&format!("theme-{}", theme.as_str()))))
        .collect();
    chooser(ctx, "/theme", "to-theme", &ctx.t("theme"), ctx.theme.as_str(), &choices)
}

fn chooser(ctx: &Ctx, action: &str, id: &str, label: &str, chosen: &str, choices: &[Choice]) -> Markup {
    html! {
        form.form method="post" action=(action) {
            input type="hidden" name="back" value=(HERE);
            (Field::new("to", label).id(id).value(chosen).radios(choices))
            div.row { (control::submit(Button::Plain, None, &ctx.t("do-save"))) }
        }
    }
}

#[derive(Debug, Deserialize)]
struct Name {
    #[serde(default)]
    name: String,
}

async fn officer(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Sent { form, typed }: Sent<Name>,
) -> Answer {
    let name = form.name.trim();
    if name.chars().count() > LONGEST || name.chars().any(char::is_control) {
        let found = name.chars().count().to_string();
        let wrong = AppError::invalid_value("name", "name-too-long", found);
        let draft = Draft::refused(&ctx, FORM, typed, wrong)?;
        return draft.answer(page_of(&Ctx { here: HERE.to_owned(), ..ctx }, &officer, &state, &draft));
    }
    let key = if name.is_empty() { "flash-officer-forgotten" } else { "flash-officer-kept" };
    let said = go(HERE, &Flash::new(Tone::Ok, key, &[("name", name.to_owned())]));
    Ok(with_name(name, said))
}

/// The name in its cookie; an empty name takes the cookie away.
fn with_name(name: &str, answer: Response) -> Response {
    let mut cookie = Cookie::new(OFFICER_COOKIE, utf8_percent_encode(name, NON_ALPHANUMERIC).to_string());
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    if name.is_empty() {
        cookie.make_removal();
    } else {
        cookie.make_permanent();
    }
    (CookieJar::new().add(cookie), answer).into_response()
}
