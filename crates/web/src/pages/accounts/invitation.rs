//! The page behind an invitation's link.

use super::super::draft::{Draft, Sent, Sheet};
use super::super::frame::Answer;
use super::person::{Newcomer, fields};
use super::{entered_by, narrow};
use crate::door::origin_of;
use crate::state::WebState;
use crate::ui::control::{self, Button};
use crate::ui::section::note;
use crate::ui::{Chrome, Ctx, Flash, Tone};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::routing::get;
use maud::{Markup, html};
use samesky_app::accounts::{Entered, Invited};
use serde::Deserialize;

const FORM: &str = "invited";

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route("/invitation/{secret}", get(show).post(accept))
}

#[derive(Deserialize)]
struct Answered {
    /// The password of the account that is there already.
    present: Option<String>,
    #[serde(flatten)]
    newcomer: Newcomer,
}

async fn show(State(state): State<WebState>, Path(secret): Path<String>, ctx: Ctx) -> Answer<Markup> {
    let invited = state.app().invited(&secret).await?;
    Ok(page_of(&ctx, &invited, &Draft::default()))
}

async fn accept(
    State(state): State<WebState>,
    Path(secret): Path<String>,
    ctx: Ctx,
    parts: Parts,
    Sent { form, typed }: Sent<Answered>,
) -> Answer {
    let origin = origin_of(&parts);
    let joined = match form.present {
        Some(password) => state.app().join_with_account(&secret, &password, origin).await,
        None => state.app().accept_invitation(&secret, form.newcomer.person(ctx.lang), origin).await.map(Entered::In),
    };
    match joined {
        Ok(entered) => {
            let welcome = |name: String| Flash::new(Tone::Ok, "flash-welcome", &[("name", name)]);
            let said = entered.clone().signed_in().map(|made| welcome(made.account.name));
            Ok(entered_by(&state, &entered, "/", said.as_ref()))
        }
        Err(failure) => {
            let draft = Draft::refused(&ctx, FORM, typed, failure)?;
            let invited = state.app().invited(&secret).await?;
            draft.answer(page_of(&ctx, &invited, &draft))
        }
    }
}

fn page_of(ctx: &Ctx, invited: &Invited, draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, FORM, draft);
    let team = Ctx { chrome: Chrome { team: invited.team.names.clone(), ..ctx.chrome.clone() }, ..ctx.clone() };
    let role = ctx.name(invited.invitation.role);
    let by = ctx.who(&invited.invitation.made.by);
    let about = [("team", team.team().into()), ("role", role.into()), ("by", by.into())];
    let email = &invited.invitation.email;
    let body = html! {
        (draft.summary(ctx))
        form.form method="post" {
            (note(&ctx.t_with("invitation-what", &about)))
            @if invited.has_account {
                (sheet.field("email", email, |field| field.disabled().email()))
                (sheet.called("account-password", "present", "", |field| {
                    field.required().autocomplete("current-password").password()
                }))
            } @else {
                (fields(&sheet, &ctx.t("account-password-hint"), Some(email)))
            }
            div.row { (control::submit(Button::Primary, None, &ctx.t("do-join"))) }
        }
    };
    narrow(ctx, &ctx.t("invitation-title"), team.team(), &body)
}
