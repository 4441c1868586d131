//! With which other record one is to be merged: likely ones first, others by any name as one types.

use super::asked::LIST;
use super::likeness;
use super::merge::{frame, here};
use crate::pages::draft::Draft;
use crate::pages::frame::Answer;
use crate::pages::query::filled;
use crate::pages::records::names;
use crate::state::WebState;
use crate::ui::control::{self, Button};
use crate::ui::form::{Field, tick};
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Icon};
use maud::{Markup, html};
use samesky_app::Session;
use samesky_app::ledger::OrganisationView;
use samesky_app::organisations::find::{FoundOrganisation, OrganisationQuestion};
use samesky_app::organisations::{Candidate, Fact, FactField, Party};
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
    if search.part {
        return Ok(results(ctx, &search, &found));
    }
    let mut likely = state.app().likely_organisations(session, party(&view)).await?;
    likely.retain(|one| one.record.id != search.id);
    let (name, _) = names::heading(ctx, &view.organisation.names, ctx.t("records-no-name"));
    let body = html! {
        (draft.summary(ctx))
        p.sr role="status" aria-live="polite" data-said {}
        (candidates(ctx, search.id, &likely))
        (section("with", &ctx.t("merge-with"), &html! {}, &html! {
            (form(ctx, &search))
            div #found { (results(ctx, &search, &found)) }
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

/// A record as the comparison takes it.
fn party(view: &OrganisationView) -> Party {
    let mut party =
        Party { names: view.organisation.names.iter().map(|name| name.text.clone()).collect(), ..Party::default() };
    for kept in &view.facts {
        match &kept.fact {
            Fact::Identifier(number) => {
                party.identifiers.insert(number.scheme.clone(), number.value.clone());
            }
            Fact::Place(place) => party.place = party.place.or_else(|| Some(place.clone())),
            _ => {}
        }
    }
    party
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

fn form(ctx: &Ctx, search: &Search<'_>) -> Markup {
    let label = ctx.t("find-words");
    html! {
        form.filters action=(here(search.id)) role="search" data-live="found" {
            (Field::new("q", &label).id("merge-words").value(search.words).autocomplete("off").grow().search())
            (control::submit(Button::Plain, None, &ctx.t("merge-search")))
        }
        (note(&ctx.t("merge-with-hint")))
    }
}

/// What was found, each to be ticked: several become one together.
fn results(ctx: &Ctx, search: &Search<'_>, found: &[FoundOrganisation]) -> Markup {
    let said = ctx.t_with("organisations-count", &[("count", found.len().into())]);
    html! {
        @if search.words.trim().is_empty() {} @else if found.is_empty() {
            div data-count=(ctx.t("nothing-found")) { (note(&ctx.t("nothing-found"))) }
        } @else {
            form method="get" action=(here(search.id)) data-count=(said) {
                @for one in found { (choice(ctx, one)) }
                div.row { (control::submit(Button::Primary, None, &ctx.t("merge-compare"))) }
            }
        }
    }
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
