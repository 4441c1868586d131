//! Entering a person, changing, removing, bringing back, erasing them.

use super::entered::{self, Entered};
use super::{form, words};
use crate::pages::draft::Sent;
use crate::pages::frame::{Answer, go, go_back, status};
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::filled;
use crate::pages::records::names;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::section::note;
use crate::ui::{Ctx, Flash, Icon, Tone};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::ledger::OrganisationView;
use samesky_app::people::{PersonChange, PersonFact, PersonField, PersonView};
use samesky_app::{AppError, Session};
use samesky_model::id::{OrganisationId, PersonId};
use serde::Deserialize;

/// The form that is shown: of somebody who is kept, or of somebody new.
struct Sheet<'a> {
    organisation: &'a OrganisationView,
    person: Option<&'a PersonView>,
}

pub(super) async fn blank(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let organisation = state.app().organisation(&session, id).await?;
    let sheet = Sheet { organisation: &organisation, person: None };
    Ok(page(&ctx, &sheet, &Entered::default(), 1).into_response())
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<PersonId>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let (person, organisation) = kept(&state, &session, id).await?;
    let sheet = Sheet { organisation: &organisation, person: Some(&person) };
    Ok(page(&ctx, &sheet, &entered::kept(&person.values), 1).into_response())
}

async fn kept(state: &WebState, session: &Session, id: PersonId) -> Answer<(PersonView, OrganisationView)> {
    let person = state.app().person(session, id).await?;
    let organisation = state.app().organisation(session, person.person.organisation).await?;
    Ok((person, organisation))
}

#[derive(Debug, Deserialize)]
pub(super) struct Change {
    #[serde(default)]
    version: i64,
    #[serde(default, rename = "do")]
    action: String,
}

pub(super) async fn add(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
    Sent { form, typed }: Sent<Change>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let organisation = state.app().organisation(&session, id).await?;
    let sheet = Sheet { organisation: &organisation, person: None };
    let mut entered = entered::typed(&typed);
    let facts = entered::facts(&mut entered, ctx.lang);
    if let Some(answer) = early(&ctx, &sheet, &entered, &form.action) {
        return answer;
    }
    match state.app().add_person(&session, id, all_of(&facts)).await {
        Ok(made) => Ok(go(&address(made.person.id), &Flash::new(Tone::Ok, "flash-person-added", &[]))),
        Err(failure) => refused(&ctx, &sheet, entered, failure),
    }
}

pub(super) async fn save(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<PersonId>,
    Sent { form, typed }: Sent<Change>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let (person, organisation) = kept(&state, &session, id).await?;
    let sheet = Sheet { organisation: &organisation, person: Some(&person) };
    let mut entered = entered::typed(&typed);
    let facts = entered::facts(&mut entered, ctx.lang);
    if let Some(answer) = early(&ctx, &sheet, &entered, &form.action) {
        return answer;
    }
    match state.app().change_person(&session, id, form.version, all_of(&facts)).await {
        Ok(_) => Ok(go(&address(id), &Flash::new(Tone::Ok, "flash-organisation-saved", &[]))),
        Err(failure) => refused(&ctx, &sheet, entered, failure),
    }
}

/// The form again, where it is only to be looked through, or something in it is wrong.
fn early(ctx: &Ctx, sheet: &Sheet<'_>, entered: &Entered, action: &str) -> Option<Answer> {
    if action == "check" {
        return Some(Ok(page(ctx, sheet, entered, 3).into_response()));
    }
    let wrong = !entered.wrong.is_empty();
    wrong.then(|| Ok((StatusCode::UNPROCESSABLE_ENTITY, page(ctx, sheet, entered, 1)).into_response()))
}

fn refused(ctx: &Ctx, sheet: &Sheet<'_>, mut entered: Entered, failure: AppError) -> Answer {
    match &failure {
        AppError::Invalid(_) | AppError::Conflict { .. } => {
            entered.said = Some(crate::lang::error::app(ctx.lang, &failure));
        }
        _ => return Err(failure.into()),
    }
    Ok((status(&failure), page(ctx, sheet, &entered, 1)).into_response())
}

/// Every field as the form has it: what is not among the facts is taken away.
fn all_of(facts: &[PersonFact]) -> PersonChange {
    PersonField::ALL.iter().fold(PersonChange::default(), |change, field| change.say(*field, facts.iter().cloned()))
}

#[derive(Debug, Deserialize)]
pub(super) struct Undo {
    version: i64,
}

pub(super) async fn undo(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<PersonId>,
    Form(form): Form<Undo>,
) -> Answer {
    match state.app().undo_person_change(&state.session(&officer), id, form.version).await {
        Ok(_) => Ok(go(&address(id), &Flash::new(Tone::Ok, "flash-organisation-undone", &[]))),
        Err(failure) => go_back(&ctx, &address(id), failure),
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Reason {
    why: Option<String>,
}

pub(super) async fn remove(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<PersonId>,
    Form(form): Form<Reason>,
) -> Answer {
    let why = filled(form.why.as_ref());
    match state.app().remove_person(&state.session(&officer), id, why).await {
        Ok(_) => Ok(go(&address(id), &Flash::new(Tone::Ok, "flash-person-removed", &[]))),
        Err(failure) => go_back(&ctx, &address(id), failure),
    }
}

pub(super) async fn restore(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<PersonId>,
) -> Answer {
    match state.app().restore_person(&state.session(&officer), id).await {
        Ok(_) => Ok(go(&address(id), &Flash::new(Tone::Ok, "flash-person-restored", &[]))),
        Err(failure) => go_back(&ctx, &address(id), failure),
    }
}

pub(super) async fn erase(
    State(state): State<WebState>,
    officer: Officer,
    Path(id): Path<PersonId>,
    Form(form): Form<Reason>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::ErasePeople)?;
    let to = format!("/organisations/{}", state.app().person(&session, id).await?.person.organisation);
    state.app().erase_person_of_organisation(&session, id, filled(form.why.as_ref())).await?;
    Ok(go(&to, &Flash::new(Tone::Ok, "flash-people-erased", &[])))
}

fn address(id: PersonId) -> String {
    format!("/people/{id}")
}

fn page(ctx: &Ctx, sheet: &Sheet<'_>, entered: &Entered, blank: usize) -> Markup {
    let one = &sheet.organisation.organisation;
    let organisation = format!("/organisations/{}", one.id);
    let (here, back, version, title) = match sheet.person {
        Some(kept) => {
            let address = address(kept.person.id);
            let name = words::main_name(ctx, &kept.values).text;
            (format!("{address}/edit"), address, kept.person.version, name)
        }
        None => (format!("{organisation}/people/new"), organisation.clone(), 0, ctx.t("people-add")),
    };
    let body = html! {
        (entered.summary(ctx, |field| ctx.name(field)))
        form.form.values method="post" action=(here) {
            input type="hidden" name="version" value=(version);
            (form::all(ctx, entered, blank))
            (note(&ctx.t("people-note")))
            div.row {
                (control::submit_as(Button::Primary, ("do", "save"), Some(Icon::Ok), &ctx.t("do-save")))
                (control::submit_as(Button::Plain, ("do", "check"), Some(Icon::Plus), &ctx.t("edit-check")))
                (control::link(Button::Quiet, &back, None, &ctx.t("do-cancel")))
            }
        }
    };
    Layout::new(ctx, title.clone())
        .nav(Nav::Organisations)
        .crumb("/organisations", ctx.t("nav-organisations"))
        .crumb(&organisation, names::heading(ctx, &one.names, ctx.t("records-no-name")).0)
        .crumb_here(title)
        .by(html! { (ctx.t("people-by")) })
        .render(&body)
}
