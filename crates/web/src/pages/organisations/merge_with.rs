//! With which other record one is to be merged: likely ones first, others by any name as one types.

use super::asked::LIST;
use super::likeness;
use super::merge::{frame, here};
use super::pick::Pick;
use crate::pages::draft::Draft;
use crate::pages::frame::Answer;
use crate::pages::query::filled;
use crate::pages::records::names;
use crate::state::WebState;
use crate::ui::control::{self, Button};
use crate::ui::form::tick;
use crate::ui::section::section;
use crate::ui::{Ctx, Icon};
use maud::{Markup, html};
use samesky_app::Session;
use samesky_app::organisations::find::{FoundOrganisation, OrganisationQuestion};
use samesky_app::organisations::{Candidate, Fact, FactField, party};
use samesky_model::id::OrganisationId;
use samesky_model::record::{OrganisationRecord, RecordState};

/// Records that a search shows at most.
const SHOWN: usize = 12;

/// What is looked for.
pub(super) struct Search<'a> {
    pub(super) id: OrganisationId,
    pub(super) words: &'a str,
    /// Only what was found, without the page around it.
    pub(super) part: bool,
}

/// The page, or what was found alone.
pub(super) async fn page(
    state: &WebState,
    session: &Session,
    ctx: &Ctx,
    search: Search<'_>,
    draft: &Draft,
) -> Answer<Markup> {
    let view = state.app().organisation(session, search.id).await?;
    let found = found(state, session, &search).await?;
    let action = here(search.id);
    let pick = Pick { action: &action, id: "merge-words", words: search.words };
    if search.part {
        return Ok(pick.results(ctx, &found, choice));
    }
    let mut likely = state.app().likely_organisations(session, party(&view.organisation, &view.facts)).await?;
    likely.retain(|one| one.record.id != search.id);
    let (name, _) = names::heading(ctx, &view.organisation.names, ctx.t("records-no-name"));
    let body = html! {
        (draft.summary(ctx))
        p.sr role="status" aria-live="polite" data-said {}
        (candidates(ctx, search.id, &likely))
        (section("with", &ctx.t("merge-with"), &html! {}, &html! {
            (pick.form(ctx, "merge-with-hint"))
            div #found { (pick.results(ctx, &found, choice)) }
        }))
    };
    Ok(frame(ctx, search.id, name).script("find.js").render(&body))
}

async fn found(state: &WebState, session: &Session, search: &Search<'_>) -> Answer<Vec<FoundOrganisation>> {
    let Some(text) = filled(Some(&search.words.to_owned())) else { return Ok(Vec::new()) };
    let question = OrganisationQuestion { text, state: Some(RecordState::Active), ..OrganisationQuestion::default() };
    let mut found = state.app().find_organisations(session, &question, None, SHOWN + 1).await?.items;
    found.retain(|one| one.organisation.id != search.id);
    found.truncate(SHOWN);
    Ok(found)
}

fn candidates(ctx: &Ctx, id: OrganisationId, likely: &[Candidate]) -> Markup {
    let body = html! {
        @for one in likely {
            div.suggestion {
                (linked(ctx, &one.record))
                (likeness::said(ctx, one.verdict, one.score, &one.evidence))
                (control::link(Button::Small, &with(id, one.record.id), Some(Icon::Copy), &ctx.t("merge-compare")))
            }
        }
    };
    html! { @if !likely.is_empty() { (section("likely", &ctx.t("merge-likely"), &html! {}, &body)) } }
}

fn choice(ctx: &Ctx, one: &FoundOrganisation) -> Markup {
    let record = &one.organisation;
    let (name, _) = names::heading(ctx, &record.names, ctx.t("records-no-name"));
    let label = ctx.t_with("bulk-choose", &[("name", name.as_str().into())]);
    let told = |field: FactField| {
        one.facts.iter().filter(move |kept| kept.fact.field() == field).filter_map(|kept| match &kept.fact {
            Fact::Place(text) => Some(text.clone()),
            Fact::Identifier(number) => Some(number.value.clone()),
            _ => None,
        })
    };
    let beside: Vec<String> = told(FactField::Place).chain(told(FactField::Identifier)).take(3).collect();
    html! {
        div.suggestion {
            (linked(ctx, record))
            p class="xs mute" { (ctx.name(record.kind)) @for text in &beside { " · " bdi { (text) } } }
            (tick("with", &record.id.to_string(), &label, false))
        }
    }
}

fn linked(ctx: &Ctx, record: &OrganisationRecord) -> Markup {
    names::linked(ctx, &format!("{LIST}/{}", record.id), &record.names, &ctx.t("records-no-name"))
}

fn with(id: OrganisationId, other: OrganisationId) -> String {
    format!("{}?with={other}", here(id))
}
