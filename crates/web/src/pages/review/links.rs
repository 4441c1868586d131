//! Which record an organisation claim is or would be linked to, what else it may be, and the choice.

use crate::pages::draft::Sent;
use crate::pages::frame::{Answer, go, go_back};
use crate::pages::organisations::likeness;
use crate::pages::records::names;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::{Ctx, Flash, Icon, Tone, icon};
use axum::extract::{Path, State};
use maud::{Markup, html};
use samesky_app::ledger::{ClaimLink, Link};
use samesky_app::{AppError, Session};
use samesky_model::id::{AnnouncementId, ClaimId};
use serde::Deserialize;
use std::collections::HashMap;

/// The links of a page, by claim.
pub(super) type Links = HashMap<ClaimId, ClaimLink>;

/// A record of its own, and whatever has the name.
const NEW: &str = "new";
const BY_NAME: &str = "name";

pub(super) async fn of(state: &WebState, session: &Session, id: AnnouncementId) -> Result<Links, AppError> {
    Ok(state.app().claim_links(session, id).await?.into_iter().map(|link| (link.claim, link)).collect())
}

#[derive(Debug, Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    organisation: String,
}

pub(super) async fn choose(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<ClaimId>,
    Sent { form, .. }: Sent<Chosen>,
) -> Answer {
    let session = state.session(&officer);
    let claim = state.app().claim(&session, id).await?;
    let here = format!("/announcements/{}#c{}", claim.announcement, claim.ordinal);
    let link = match form.organisation.as_str() {
        NEW => Link::New,
        BY_NAME => Link::ByName,
        other => match other.parse() {
            Ok(record) => Link::To(record),
            Err(_) => {
                return go_back(&ctx, &here, AppError::invalid_value("organisation", "no-organisation-address", other));
            }
        },
    };
    match state.app().choose_organisation(&session, id, link).await {
        Ok(_) => Ok(go(&here, &Flash::new(Tone::Ok, "flash-claim-linked", &[]))),
        Err(failure) => go_back(&ctx, &here, failure),
    }
}

/// The line below a claim; nothing for claims of something else.
pub(super) fn line(ctx: &Ctx, link: Option<&ClaimLink>) -> Markup {
    let Some(link) = link else { return html! {} };
    html! {
        div.link {
            p.xs {
                (icon(Icon::Organisation))
                @if link.is_unclear { b { (ctx.t("link-unclear")) } } @else {
                    (ctx.t(if link.is_linked { "link-is" } else { "link-would" })) " "
                    @match &link.record {
                        Some(record) => (names::linked(ctx, &format!("/organisations/{}", record.id), &record.names, &ctx.t("records-no-name"))),
                        None => b { (ctx.t("link-new")) },
                    }
                }
                @if link.is_chosen { " · " (ctx.t("link-chosen")) }
            }
            details class="ask no-print" {
                summary class="xs" { (ctx.t_with("link-others", &[("count", link.candidates.len().into())])) }
                (choices(ctx, link))
            }
        }
    }
}

fn choices(ctx: &Ctx, link: &ClaimLink) -> Markup {
    let button = |to: &str, label: &str| control::submit_as(Button::Small, ("organisation", to), None, &ctx.t(label));
    html! {
        form method="post" action={ "/claims/" (link.claim) "/organisation" } {
            @for candidate in &link.candidates {
                @let record = &candidate.record;
                div.suggestion {
                    (names::linked(ctx, &format!("/organisations/{}", record.id), &record.names, &ctx.t("records-no-name")))
                    (likeness::said(ctx, candidate.verdict, candidate.score, &candidate.evidence))
                    (button(&record.id.to_string(), "link-this"))
                }
            }
            div.row {
                (button(NEW, "link-make-new"))
                @if link.is_chosen { (button(BY_NAME, "link-by-name")) }
            }
        }
    }
}
