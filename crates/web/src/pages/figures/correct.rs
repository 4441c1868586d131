//! Correcting an entry. The claim that it rests on is corrected; a new entry takes its place and the old one stays.

use super::detail;
use super::parts::address;
use crate::pages::draft::{Draft, Sent, Sheet};
use crate::pages::frame::{Answer, go, go_back};
use crate::pages::review::add::{Fields, claim_from};
use crate::pages::review::edit::{codes, optional};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::{Ctx, Flash, Icon, Tone};
use axum::extract::{Path, Query, State};
use maud::{Markup, html};
use samesky_app::AppError;
use samesky_app::figures::{EntryRow, FigureRow};
use samesky_model::id::{EntryId, FigureId};
use samesky_model::reading::{FigureClaim, Flow, Measure, MoneyClass, Qualifier, Status};
use samesky_model::record::Claim;
use serde::Deserialize;

/// The form below an entry. It names the entry: one that was corrected meanwhile is not corrected again.
pub(super) fn form(ctx: &Ctx, row: &FigureRow, entry: &EntryRow, draft: &Draft) -> Markup {
    let (id, claim) = (entry.entry.id.to_string(), &entry.entry.figure);
    let sheet = Sheet::new(ctx, &id, draft);
    html! {
        details.correct open[sheet.is_refused()] {
            summary { (ctx.t("figures-correct")) }
            form.edit method="post" action={ "/entries/" (id) "/correction?figure=" (row.figure.id) } {
                p class="note wide" {
                    (ctx.t("figures-correct-note")) " "
                    a href=(super::parts::words(&entry.entry)) { (ctx.t("figures-correct-in-review")) }
                }
                input type="hidden" name="do" value="correct";
                (fields(ctx, &sheet, claim))
                (sheet.reason("figures-why-hint", ""))
                div.row { (control::submit(Button::Small, Some(Icon::Edit), &ctx.t("figures-correct-save"))) }
            }
        }
    }
}

fn fields(ctx: &Ctx, sheet: &Sheet<'_>, claim: &FigureClaim) -> Markup {
    let kept = |value: &Option<String>| value.clone().unwrap_or_default();
    html! {
        (sheet.select("measure", &codes(ctx, Measure::ALL), claim.measure.as_str()))
        (sheet.text("value", &claim.value.to_string()))
        (sheet.text("unit", &kept(&claim.unit)))
        (sheet.select("qualifier", &codes(ctx, Qualifier::ALL), claim.qualifier.as_str()))
        (sheet.select("money_class", &codes(ctx, MoneyClass::ALL), claim.money_class.as_str()))
        (sheet.select("status", &codes(ctx, Status::ALL), claim.status.as_str()))
        (sheet.select("flow", &optional(ctx, Flow::ALL), claim.flow.map_or("", Flow::as_str)))
        (sheet.text("period", &kept(&claim.period)))
        (sheet.text("subject", &kept(&claim.subject)))
    }
}

/// The figure to come back to.
#[derive(Deserialize)]
pub(super) struct Back {
    figure: Option<FigureId>,
}

pub(super) async fn send(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<EntryId>,
    Query(back): Query<Back>,
    Sent { form: fields, typed }: Sent<Fields>,
) -> Answer {
    let session = state.session(&officer);
    let entry = state.app().entry(&session, id).await?.entry;
    let why = fields.why.clone().unwrap_or_default();
    let corrected = match corrected(&fields, entry.figure) {
        Ok(claim) => state.app().correct_entry(&session, id, claim, why).await,
        Err(error) => Err(error),
    };
    // The figure may be gone: a correction can make it a part of another.
    let figure = match back.figure {
        Some(figure) => state.app().figure(&session, figure).await.ok(),
        None => None,
    };
    let to = figure.as_ref().map_or_else(|| format!("/claims/{}", entry.claim), |view| address(&view.row.figure));
    match (corrected, figure) {
        (Ok(_), _) => Ok(go(&to, &Flash::new(Tone::Ok, "flash-corrected", &[]))),
        (Err(error), Some(view)) => {
            // Where another correction came first, its entry stands there now.
            let standing = view.row.entries.iter().find(|row| row.entry.claim == entry.claim);
            let form = standing.map_or(id, |row| row.entry.id).to_string();
            let draft = Draft::refused(&ctx, &form, typed, error)?;
            draft.answer(detail::page(&Ctx { here: to, ..ctx }, &view, &draft))
        }
        (Err(error), None) => go_back(&ctx, &to, error),
    }
}

fn corrected(fields: &Fields, before: FigureClaim) -> Result<FigureClaim, AppError> {
    match claim_from(fields, "", &Claim::Figure(before))? {
        Claim::Figure(claim) => Ok(claim),
        _ => Err(AppError::invalid("claim", "kind-changed")),
    }
}
