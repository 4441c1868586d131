//! Decisions taken back: that on one claim, and those with which claims were accepted in one go.

use crate::pages::draft::{Draft, Sheet};
use crate::ui::{Button, Ctx, Icon, control, icon, time};
use maud::{Markup, html};
use samesky_app::review::ReviewView;
use samesky_model::record::{ClaimRecord, ClaimState, Stamp};

/// The number of the form that takes back what was accepted in one go.
pub(super) const ALL: &str = "undo-all";

/// The message that several claims were accepted.
pub(super) const ACCEPTED: &str = "flash-accepted";

/// The number of the form that takes back the decision on one claim.
pub(super) fn number(claim: &ClaimRecord) -> String {
    format!("undo-{}", claim.ordinal)
}

/// The way back from a decision: what is in the ledger leaves it with a reason only.
pub(super) fn one(ctx: &Ctx, claim: &ClaimRecord, draft: &Draft) -> Markup {
    let (form, label) = (number(claim), ctx.t("do-undo"));
    let sheet = Sheet::new(ctx, &form, draft);
    html! {
        @if claim.state.is_taken() {
            details.ask open[sheet.is_refused()] {
                summary class="btn small icon" aria-label=(label) title=(label) { (icon(Icon::Undo)) }
                form.form method="post" action={ "/claims/" (claim.id) } {
                    input type="hidden" name="version" value=(claim.version);
                    (sheet.reason("review-undo-hint", &ctx.t("review-undo-why")))
                    div.row { (control::submit_as(Button::Small, ("do", "undo"), Some(Icon::Undo), &label)) }
                }
            }
        } @else {
            (control::submit_sign(("do", "undo"), Icon::Undo, &label))
        }
    }
}

/// Whether the message of the request before speaks of what was accepted in one go; the way back then stands in it.
pub(super) fn is_in_message(ctx: &Ctx) -> bool {
    ctx.flash.as_ref().is_some_and(|flash| flash.key == ACCEPTED)
}

/// What was accepted in one go, and its way back.
pub(super) fn section(ctx: &Ctx, view: &ReviewView, draft: &Draft) -> Markup {
    let Some((stamp, claims)) = together(&view.claims) else { return html! {} };
    let who = ctx.who(&stamp.by);
    let args = [("count", claims.len().into()), ("who", who.as_str().into())];
    html! {
        div.together {
            p.note { (ctx.t_with("review-together", &args)) " · " (time::moment(ctx, stamp.at)) }
            (all(ctx, view, draft))
        }
    }
}

/// The form that takes back all that was accepted in one go, where something still stands so.
pub(super) fn all(ctx: &Ctx, view: &ReviewView, draft: &Draft) -> Markup {
    let Some((_, claims)) = together(&view.claims) else { return html! {} };
    let sheet = Sheet::new(ctx, ALL, draft);
    let label = ctx.t_with("review-undo-all", &[("count", claims.len().into())]);
    let seen: Vec<_> = claims.iter().map(|claim| format!("{}:{}", claim.id, claim.version)).collect();
    html! {
        details.ask id=(ALL) open[sheet.is_refused()] {
            summary class="btn small" { (icon(Icon::Undo)) (label) }
            form.form method="post" action={ "/announcements/" (view.announcement.id) "/undo" } {
                input type="hidden" name="seen" value=(seen.join(","));
                (sheet.reason("review-undo-hint", &ctx.t("review-undo-why")))
                div.row { (control::submit(Button::Small, Some(Icon::Undo), &label)) }
            }
        }
    }
}

/// The claims that were last accepted in one go, as far as they still stand so: one moment, one officer, several claims.
fn together(claims: &[ClaimRecord]) -> Option<(&Stamp, Vec<&ClaimRecord>)> {
    let mut goes: Vec<(&Stamp, Vec<&ClaimRecord>)> = Vec::new();
    for claim in claims.iter().filter(|claim| claim.state == ClaimState::Accepted) {
        let Some(stamp) = &claim.decided else { continue };
        match goes.iter_mut().find(|(known, _)| *known == stamp) {
            Some((_, others)) => others.push(claim),
            None => goes.push((stamp, vec![claim])),
        }
    }
    goes.into_iter().filter(|(_, claims)| claims.len() > 1).max_by_key(|(stamp, _)| stamp.at)
}
