//! A part of a record becomes a record of its own: the officer ticks what goes.

use super::values;
use crate::pages::draft::{Draft, Sent, Sheet};
use crate::pages::frame::{Answer, go};
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::filled;
use crate::pages::records::{names, sources};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Flash, Icon, Tone};
use axum::extract::{Path, State};
use maud::{Markup, html};
use samesky_app::Session;
use samesky_app::ledger::OrganisationView;
use samesky_app::organisations::merge::Splitting;
use samesky_model::id::OrganisationId;
use samesky_model::record::Claim;
use serde::Deserialize;

const FORM: &str = "split";

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
) -> Answer<Markup> {
    page(&state, &state.session(&officer), &ctx, id, &Draft::default()).await
}

#[derive(Debug, Deserialize)]
pub(super) struct Picked {
    version: i64,
    #[serde(default)]
    why: String,
}

pub(super) async fn split(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
    Sent { form, typed }: Sent<Picked>,
) -> Answer {
    let session = state.session(&officer);
    let picked = |field: &str| {
        typed.iter().filter(|(name, _)| name == field).map(|(_, value)| value.clone()).collect::<Vec<_>>()
    };
    let splitting = Splitting {
        facts: picked("fact").iter().filter_map(|at| at.parse().ok()).collect(),
        claims: picked("claim").iter().filter_map(|claim| claim.parse().ok()).collect(),
        why: filled(Some(&form.why)),
    };
    match state.app().split_organisation(&session, (id, form.version), splitting).await {
        Ok(split) => {
            let made = split.others.first().copied().unwrap_or(id);
            Ok(go(&format!("/organisations/{made}"), &Flash::new(Tone::Ok, "flash-organisation-split", &[])))
        }
        Err(failure) => {
            let draft = Draft::refused(&ctx, FORM, typed, failure)?;
            let ctx = Ctx { here: here(id), ..ctx };
            draft.answer(page(&state, &session, &ctx, id, &draft).await?)
        }
    }
}

async fn page(state: &WebState, session: &Session, ctx: &Ctx, id: OrganisationId, draft: &Draft) -> Answer<Markup> {
    session.may(samesky_app::access::Action::Write)?;
    let view = state.app().organisation(session, id).await?;
    let (name, _) = names::heading(ctx, &view.organisation.names, ctx.t("records-no-name"));
    let sheet = Sheet::new(ctx, FORM, draft);
    let body = html! {
        (draft.summary(ctx))
        form.form method="post" action=(here(id)) {
            input type="hidden" name="version" value=(view.organisation.version);
            (section("goes", &ctx.t("split-what"), &html! {}, &ticks(ctx, &view)))
            (note(&ctx.t("split-note")))
            (sheet.field("why", "", |field| field.text()))
            div.row { (control::submit(Button::Primary, Some(Icon::Ok), &ctx.t("split-confirm"))) }
        }
    };
    Ok(Layout::new(ctx, ctx.t("split-title"))
        .nav(Nav::Organisations)
        .crumb(super::list::LIST, ctx.t("nav-organisations"))
        .crumb(&format!("/organisations/{id}"), name)
        .crumb_here(ctx.t("split-title"))
        .by(html! { (ctx.t("split-by")) })
        .render(&body))
}

fn ticks(ctx: &Ctx, view: &OrganisationView) -> Markup {
    html! {
        @for (at, kept) in view.facts.iter().enumerate() {
            label.tick {
                input type="checkbox" name="fact" value=(at);
                span {
                    b { (ctx.name(kept.fact.field())) } " " (values::value(ctx, view.parent.as_ref(), &kept.fact))
                    span class="xs mute block" { (values::source(ctx, kept)) }
                }
            }
        }
        @for source in &view.sources {
            label.tick {
                input type="checkbox" name="claim" value=(source.claim.id);
                span {
                    b { (ctx.t("claim-kind-organisation")) } " "
                    @if let Claim::Organisation(stated) = &source.claim.current { bdi { (stated.name) } }
                    span class="xs mute block" { (sources::called(ctx, &source.announcement)) }
                }
            }
        }
    }
}

fn here(id: OrganisationId) -> String {
    format!("/organisations/{id}/split")
}
