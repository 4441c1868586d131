//! Correcting an entry. The claim that it rests on is corrected; a new entry takes its place and the old one stays.

use crate::pages::frame::{Answer, go, go_back};
use crate::pages::review::add::{Fields, claim_from};
use crate::pages::review::edit::{codes, optional, select, text};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::Field;
use crate::ui::{Ctx, Flash, Icon, Tone};
use axum::Form;
use axum::extract::{Path, Query, State};
use maud::{Markup, html};
use samesky_app::AppError;
use samesky_app::figures::{EntryRow, FigureRow};
use samesky_model::id::{EntryId, FigureId};
use samesky_model::reading::{FigureClaim, Flow, Measure, MoneyClass, Qualifier, Status};
use samesky_model::record::Claim;
use serde::Deserialize;

/// The form below an entry. It names the entry: one that was corrected meanwhile is not corrected again.
pub(super) fn form(ctx: &Ctx, row: &FigureRow, entry: &EntryRow) -> Markup {
    let (id, claim) = (entry.entry.id, &entry.entry.figure);
    html! {
        details.correct {
            summary { (ctx.t("figures-correct")) }
            form.edit method="post" action={ "/entries/" (id) "/correction?figure=" (row.figure.id) } {
                p class="note wide" {
                    (ctx.t("figures-correct-note")) " "
                    a href=(super::parts::words(&entry.entry)) { (ctx.t("figures-correct-in-review")) }
                }
                input type="hidden" name="do" value="correct";
                (fields(ctx, claim, &id.to_string()))
                (why(ctx, &id.to_string()))
                div.row { (control::submit(Button::Small, Some(Icon::Edit), &ctx.t("figures-correct-save"))) }
            }
        }
    }
}

fn fields(ctx: &Ctx, claim: &FigureClaim, n: &str) -> Markup {
    html! {
        (select(ctx, "measure", "column-measure", &codes(ctx, Measure::ALL), claim.measure.as_str(), n))
        (text(ctx, "value", "column-value", &claim.value.to_string(), n))
        (text(ctx, "unit", "column-unit", claim.unit.as_deref().unwrap_or_default(), n))
        (select(ctx, "qualifier", "column-qualifier", &codes(ctx, Qualifier::ALL), claim.qualifier.as_str(), n))
        (select(ctx, "money_class", "column-class", &codes(ctx, MoneyClass::ALL), claim.money_class.as_str(), n))
        (select(ctx, "status", "column-status", &codes(ctx, Status::ALL), claim.status.as_str(), n))
        (select(ctx, "flow", "figures-flow", &optional(ctx, Flow::ALL), claim.flow.map_or("", Flow::as_str), n))
        (text(ctx, "period", "column-period", claim.period.as_deref().unwrap_or_default(), n))
        (text(ctx, "subject", "column-subject", claim.subject.as_deref().unwrap_or_default(), n))
    }
}

fn why(ctx: &Ctx, n: &str) -> Markup {
    let (id, label, hint) = (format!("why-{n}"), ctx.t("column-why"), ctx.t("figures-why-hint"));
    Field::new("why", &label).id(&id).hint(&hint).required().text()
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
    Form(fields): Form<Fields>,
) -> Answer {
    let session = state.session(&officer);
    let entry = state.app().entry(&session, id).await?.entry;
    let why = fields.why.clone().unwrap_or_default();
    let corrected = match corrected(&fields, entry.figure) {
        Ok(claim) => state.app().correct_entry(&session, id, claim, why).await,
        Err(error) => Err(error),
    };
    let claim = format!("/claims/{}", entry.claim);
    let figure = back.figure.map(|figure| format!("/figures/{figure}"));
    match corrected {
        Ok(_) => {
            let kept = match back.figure {
                Some(figure) => state.app().figure(&session, figure).await.is_ok(),
                None => false,
            };
            let to = figure.filter(|_| kept).unwrap_or(claim);
            Ok(go(&to, &Flash::new(Tone::Ok, "flash-corrected", &[])))
        }
        Err(error) => go_back(&ctx, figure.as_deref().unwrap_or(&claim), error),
    }
}

fn corrected(fields: &Fields, before: FigureClaim) -> Result<FigureClaim, AppError> {
    match claim_from(fields, "", &Claim::Figure(before))? {
        Claim::Figure(claim) => Ok(claim),
        _ => Err(AppError::invalid("claim", "kind-changed")),
    }
}
