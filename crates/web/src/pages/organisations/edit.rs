//! Entering and correcting what is kept of an organisation: one form for all values, without script.

mod entered;
mod fields;

pub(super) use fields::verdict_badge;

use crate::pages::draft::Sent;
use crate::pages::frame::{Answer, go, go_back, status};
use crate::pages::layout::{Layout, Nav};
use crate::pages::records::names;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::{Ctx, Flash, Icon, Tone};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use entered::Entered;
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::ledger::{OrganisationFilter, OrganisationView};
use samesky_app::organisations::{Fact, FactChange, FactField};
use samesky_app::{AppError, Page, Session};
use samesky_model::id::OrganisationId;
use serde::Deserialize;

/// Candidates for a parent that are offered at most.
const OFFERED: u64 = 12;

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let view = state.app().organisation(&session, id).await?;
    let parent = view.parent.as_ref().and_then(|parent| parent.names.first()).map(|name| name.text.as_str());
    let entered = Entered::kept(&view.facts, parent);
    Ok(page(&ctx, &view, &entered, 1).into_response())
}

#[derive(Debug, Deserialize)]
pub(super) struct Change {
    version: i64,
    #[serde(default, rename = "do")]
    action: String,
}

pub(super) async fn save(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
    Sent { form, typed }: Sent<Change>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let view = state.app().organisation(&session, id).await?;
    let ctx = Ctx { here: here(id), ..ctx };
    let mut entered = Entered::typed(&typed);
    find_parent(&state, &session, id, &mut entered).await?;
    entered.find_industries(ctx.lang.as_str());
    let facts = entered.facts(ctx.lang);
    if form.action == "check" {
        return Ok(page(&ctx, &view, &entered, 3).into_response());
    }
    if !entered.lines.wrong.is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&ctx, &view, &entered, 1)).into_response());
    }
    match state.app().change_organisation(&session, id, form.version, all_of(&facts)).await {
        Ok(_) => Ok(go(&format!("/organisations/{id}"), &Flash::new(Tone::Ok, "flash-organisation-saved", &[]))),
        Err(failure) => refused(&ctx, &view, entered, failure),
    }
}

fn refused(ctx: &Ctx, view: &OrganisationView, mut entered: Entered, failure: AppError) -> Answer {
    match &failure {
        AppError::Invalid(problems) => problems.iter().for_each(|problem| entered.refuse(ctx.lang, problem)),
        AppError::Conflict { .. } => entered.lines.said = Some(crate::lang::error::app(ctx.lang, &failure)),
        _ => return Err(failure.into()),
    }
    Ok((status(&failure), page(ctx, view, &entered, 1)).into_response())
}

#[derive(Debug, Deserialize)]
pub(super) struct Undo {
    version: i64,
}

pub(super) async fn undo(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
    Form(form): Form<Undo>,
) -> Answer {
    let to = format!("/organisations/{id}");
    match state.app().undo_organisation_change(&state.session(&officer), id, form.version).await {
        Ok(_) => Ok(go(&to, &Flash::new(Tone::Ok, "flash-organisation-undone", &[]))),
        Err(failure) => go_back(&ctx, &to, failure),
    }
}

/// Every field as the form has it: what is not among the facts is taken away.
fn all_of(facts: &[Fact]) -> FactChange {
    FactField::ALL.iter().fold(FactChange::default(), |change, field| change.say(*field, facts.iter().cloned()))
}

/// Whom the words in the field of the parent mean: the one it was, an address, or what is found by them.
async fn find_parent(state: &WebState, session: &Session, own: OrganisationId, entered: &mut Entered) -> Answer<()> {
    let Some(row) = entered.lines.only_mut(FactField::Parent) else { return Ok(()) };
    let words = row.get("organisation").cloned().unwrap_or_default();
    if row.get("chosen").is_some_and(|chosen| !chosen.is_empty()) {
        return Ok(());
    }
    let was = row.get("was").and_then(|was| was.split_once(' '));
    let known = was.filter(|(_, name)| *name == words).map(|(id, _)| id.to_owned());
    if let Some(id) = known.or_else(|| id_in(&words)) {
        row.insert("chosen".to_owned(), id);
        return Ok(());
    }
    let filter = OrganisationFilter { text_contains: Some(words.clone()), ..OrganisationFilter::default() };
    let page = Page { after: None, limit: OFFERED };
    let mut found = state.app().organisations(session, &filter, &page).await?.items;
    found.retain(|one| one.id != own);
    let exact: Vec<_> = found.iter().filter(|one| one.names.iter().any(|name| name.text == words)).collect();
    let meant = match (exact.as_slice(), found.as_slice()) {
        ([one], _) => Some(one.id),
        (_, [one]) => Some(one.id),
        _ => None,
    };
    match (meant, entered.lines.only_mut(FactField::Parent)) {
        (Some(id), Some(row)) => drop(row.insert("chosen".to_owned(), id.to_string())),
        _ => entered.parents = found,
    }
    Ok(())
}

/// The organisation that an identifier or the address of its page names.
fn id_in(text: &str) -> Option<String> {
    let path = text.split(['?', '#']).next()?.trim_end_matches('/');
    let id: OrganisationId = path.rsplit('/').next()?.parse().ok()?;
    Some(id.to_string())
}

fn here(id: OrganisationId) -> String {
    format!("/organisations/{id}/edit")
}

fn page(ctx: &Ctx, view: &OrganisationView, entered: &Entered, blank: usize) -> Markup {
    let one = &view.organisation;
    let (name, _) = names::heading(ctx, &one.names, ctx.t("records-no-name"));
    let back = format!("/organisations/{}", one.id);
    let body = html! {
        (entered.lines.summary(ctx, |field| ctx.name(field)))
        form.form.values method="post" action=(here(one.id)) {
            input type="hidden" name="version" value=(one.version);
            (fields::all(ctx, entered, blank))
            (fields::why(ctx))
            div.row {
                (control::submit_as(Button::Primary, ("do", "save"), Some(Icon::Ok), &ctx.t("do-save")))
                (control::submit_as(Button::Plain, ("do", "check"), Some(Icon::Plus), &ctx.t("edit-check")))
                (control::link(Button::Quiet, &back, None, &ctx.t("do-cancel")))
            }
        }
    };
    Layout::new(ctx, ctx.t("edit-title"))
        .nav(Nav::Organisations)
        .crumb(super::list::LIST, ctx.t("nav-organisations"))
        .crumb(&back, name)
        .crumb_here(ctx.t("edit-title"))
        .by(html! { (ctx.t("edit-by")) })
        .render(&body)
}
