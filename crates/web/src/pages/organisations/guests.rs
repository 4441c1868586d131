//! The guests of an organisation: people of it who have an account outside all teams.

use crate::door::base;
use crate::pages::accounts::handed;
use crate::pages::draft::{Draft, Sent, Sheet};
use crate::pages::frame::{Answer, go};
use crate::pages::layout::{Layout, Nav};
use crate::pages::records::names;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::section::{note, section};
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, Flash, Tone, time};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samesky_app::accounts::Guests;
use samesky_app::{AppError, Session};
use samesky_model::id::{AccountId, OrganisationId};
use serde::Deserialize;

const FORM: &str = "guest";

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
) -> Answer<Markup> {
    page(&state, &state.session(&officer), &ctx, id, &Draft::default(), &html! {}).await
}

#[derive(Deserialize)]
pub(super) struct New {
    #[serde(default)]
    email: String,
}

pub(super) async fn invite(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
    headers: HeaderMap,
    Sent { form, typed }: Sent<New>,
) -> Answer {
    let session = state.session(&officer);
    let ctx = Ctx { here: here(id), ..ctx };
    match state.app().invite_guest(&session, id, &form.email).await {
        Ok((secret, made)) => {
            let link = format!("{}/invitation/{}", base(&state, &headers), secret.reveal());
            let shown = handed(&ctx, "link-made", &made.email, &link);
            Ok(page(&state, &session, &ctx, id, &Draft::default(), &shown).await?.into_response())
        }
        Err(failure) => {
            let draft = Draft::refused(&ctx, FORM, typed, failure)?;
            draft.answer(page(&state, &session, &ctx, id, &draft, &html! {}).await?)
        }
    }
}

pub(super) async fn remove(
    State(state): State<WebState>,
    officer: Officer,
    Path((id, account)): Path<(OrganisationId, String)>,
) -> Answer {
    let account: AccountId = account.parse().map_err(|_| AppError::NotFound { kind: "account" })?;
    state.app().remove_guest(&state.session(&officer), id, account).await?;
    Ok(go(&here(id), &Flash::new(Tone::Ok, "flash-guest-removed", &[])))
}

fn here(id: OrganisationId) -> String {
    format!("/organisations/{id}/guests")
}

async fn page(
    state: &WebState,
    session: &Session,
    ctx: &Ctx,
    id: OrganisationId,
    draft: &Draft,
    handed: &Markup,
) -> Answer<Markup> {
    let guests = state.app().guests(session, id).await?;
    let view = state.app().organisation(session, id).await?;
    let (name, _) = names::heading(ctx, &view.organisation.names, ctx.t("records-no-name"));
    let sheet = Sheet::new(ctx, FORM, draft);
    let body = html! {
        (handed)
        (draft.summary(ctx))
        (section("guests", &ctx.t("guests-title"), &html! {}, &html! {
            div.stack {
                (list(ctx, id, &guests))
                form.form method="post" action=(here(id)) {
                    (sheet.field("email", "", |field| field.required().autocomplete("off").email()))
                    (note(&ctx.t("guests-why")))
                    div.row { (control::submit(Button::Primary, None, &ctx.t("do-invite"))) }
                }
            }
        }))
    };
    Ok(Layout::new(ctx, ctx.t("guests-title"))
        .nav(Nav::Organisations)
        .crumb(super::asked::LIST, ctx.t("nav-organisations"))
        .crumb(&format!("/organisations/{id}"), name)
        .crumb_here(ctx.t("guests-title"))
        .by(html! { (ctx.t("guests-by")) })
        .render(&body))
}

fn list(ctx: &Ctx, id: OrganisationId, guests: &Guests) -> Markup {
    if guests.accounts.is_empty() && guests.invitations.is_empty() {
        return note(&ctx.t("guests-none"));
    }
    let columns = [
        Column::new(ctx.t("column-name")),
        Column::new(ctx.t("account-email")),
        Column::new(ctx.t("sharing-since")),
        Column::new(""),
    ];
    let came = guests.accounts.iter().map(|one| {
        let remove = html! {
            form method="post" action={ (here(id)) "/" (one.id) "/remove" } {
                (control::submit(Button::Small, None, &ctx.t("do-remove-guest")))
            }
        };
        Row::new(vec![
            Cell::title(html! { bdi { (one.name) } }),
            Cell::new(html! { bdi { (one.email) } }),
            Cell::new(time::moment(ctx, one.created_at)),
            Cell::new(remove),
        ])
    });
    let invited = guests.invitations.iter().map(|one| {
        Row::new(vec![
            Cell::title(html! { (ctx.t("guests-invited")) }),
            Cell::new(html! { bdi { (one.email) } }),
            Cell::new(time::moment(ctx, one.made.at)),
            Cell::new(html! {}),
        ])
    });
    let rows: Vec<_> = came.chain(invited).collect();
    dense(ctx.lang, &ctx.t("guests-title"), &columns, &rows)
}
