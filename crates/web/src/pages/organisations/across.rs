//! Organisations of several teams that are one: an owner above them finds, compares and merges what they show, and takes it back.

use super::asked::LIST;
use super::merge::survivor_row;
use super::pick::Pick;
use crate::lang::place::place;
use crate::pages::content;
use crate::pages::draft::{Draft, Sent, Sheet};
use crate::pages::frame::{Answer, go, go_back};
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::filled;
use crate::pages::records::names;
use crate::pages::sharing::named;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::tick;
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Flash, Icon, Tone, list, time};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::organisations::FactField;
use samesky_app::organisations::find::{FoundOrganisation, OrganisationQuestion};
use samesky_app::organisations::merge::{Across, Face};
use samesky_app::{AppError, Page, Session};
use samesky_model::id::{OrganisationId, OrganisationMergeId};
use samesky_model::record::{RecordState, Scope};

/// The address of the page.
pub(super) const ACROSS: &str = "/organisations/across";
/// The number of the form.
const FORM: &str = "across";
/// Records that a search shows at most.
const SHOWN: usize = 20;
/// Merges that the page lists at most.
const LISTED: u64 = 50;

/// The pairs of an address or a form: `with` may stand several times.
type Pairs = Vec<(String, String)>;

/// What was typed or ticked.
struct Asked {
    words: String,
    with: Vec<OrganisationId>,
    part: bool,
}

impl Asked {
    fn of(pairs: &[(String, String)]) -> Self {
        let said = |wanted: &'static str| pairs.iter().filter(move |(name, _)| name == wanted).map(|(_, value)| value);
        let with = said("with").flat_map(|value| super::merge::identifiers(value)).collect();
        Self {
            words: said("q").next().cloned().unwrap_or_default(),
            with,
            part: said("part").any(|part| part == "found"),
        }
    }
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(pairs): Query<Pairs>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::MergeAcross)?;
    let asked = Asked::of(&pairs);
    if asked.with.is_empty() {
        return Ok(search(&state, &session, &ctx, &asked, &Draft::default()).await?.into_response());
    }
    match state.app().faces(&session, &asked.with).await {
        Ok(faces) => Ok(compare(&ctx, &faces, &Draft::default()).into_response()),
        Err(failure @ AppError::Invalid(_)) => go_back(&ctx, ACROSS, failure),
        Err(failure) => Err(failure.into()),
    }
}

pub(super) async fn merge(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Sent { form, typed }: Sent<Pairs>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::MergeAcross)?;
    let said = |wanted: &str| form.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let asked = Asked::of(&form);
    let stays = said("survivor").and_then(|id| id.parse().ok()).or(asked.with.first().copied());
    let Some(stays) = stays else {
        return go_back(&ctx, ACROSS, AppError::invalid("others", "merge-needs-others"));
    };
    let others: Vec<OrganisationId> = asked.with.iter().copied().filter(|id| *id != stays).collect();
    let why = filled(said("why").map(str::to_owned).as_ref());
    match state.app().merge_across(&session, stays, &others, why).await {
        Ok(_) => Ok(go(ACROSS, &Flash::new(Tone::Ok, "flash-merged-across", &[]))),
        Err(failure @ AppError::Invalid(_)) => {
            let ctx = Ctx { here: ACROSS.to_owned(), ..ctx };
            let draft = Draft::refused(&ctx, FORM, typed, failure)?;
            draft.answer(search(&state, &session, &ctx, &asked, &draft).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

pub(super) async fn undo(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationMergeId>,
) -> Answer {
    match state.app().undo_merge_across(&state.session(&officer), id).await {
        Ok(_) => Ok(go(ACROSS, &Flash::new(Tone::Ok, "flash-merge-undone", &[]))),
        Err(failure) => go_back(&ctx, ACROSS, failure),
    }
}

/// The address of the form that takes one back is no page.
pub(super) async fn back() -> Redirect {
    Redirect::to(ACROSS)
}

/// The way from the list of organisations to here, for those who may.
pub(super) fn action(ctx: &Ctx, session: &Session) -> Markup {
    html! { @if session.can(Action::MergeAcross) { (control::link(Button::Small, ACROSS, None, &ctx.t("across-title"))) } }
}

async fn search(state: &WebState, session: &Session, ctx: &Ctx, asked: &Asked, draft: &Draft) -> Answer<Markup> {
    let found = found(state, session, asked).await?;
    let pick = Pick { action: ACROSS, id: "across-words", words: &asked.words };
    if asked.part {
        return Ok(pick.results(ctx, &found, choice));
    }
    let merges = state.app().merges_across(session, &Page::first(LISTED)).await?.items;
    let body = html! {
        (draft.summary(ctx))
        p.sr role="status" aria-live="polite" data-said {}
        (section("with", &ctx.t("across-find"), &html! {}, &html! {
            (pick.form(ctx, "across-hint"))
            div #found { (pick.results(ctx, &found, choice)) }
        }))
        (standing(ctx, &merges))
    };
    Ok(frame(ctx).script("find.js").render(&body))
}

async fn found(state: &WebState, session: &Session, asked: &Asked) -> Answer<Vec<FoundOrganisation>> {
    let Some(text) = filled(Some(&asked.words)) else { return Ok(Vec::new()) };
    let (state_, scope) = (Some(RecordState::Active), Scope::All);
    let question = OrganisationQuestion { text, state: state_, scope, ..OrganisationQuestion::default() };
    Ok(state.app().find_organisations(session, &question, None, SHOWN).await?.items)
}

fn choice(ctx: &Ctx, one: &FoundOrganisation) -> Markup {
    let record = &one.organisation;
    let (name, _) = names::heading(ctx, &record.names, ctx.t("records-no-name"));
    let own = ctx.team().to_owned();
    let team = one.owner.as_ref().map_or(own, |owner| named(ctx, owner));
    html! {
        div.suggestion {
            (names::linked(ctx, &format!("{LIST}/{}", record.id), &record.names, &ctx.t("records-no-name")))
            p class="xs mute" { (ctx.name(record.kind)) " · " bdi { (team) } }
            (tick("with", &record.id.to_string(), &ctx.t_with("bulk-choose", &[("name", name.as_str().into())]), false))
        }
    }
}

/// The records side by side, and which of them stays.
fn compare(ctx: &Ctx, faces: &[Face], draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, FORM, draft);
    let body = html! {
        form.form method="post" action=(ACROSS) {
            @for face in faces { input type="hidden" name="with" value=(face.record.id); }
            (table(ctx, faces))
            (note(&ctx.t("across-note")))
            (sheet.field("why", "", |field| field.text()))
            div.row {
                (control::submit(Button::Primary, Some(Icon::Ok), &ctx.t("merge-confirm")))
                (control::link(Button::Quiet, ACROSS, None, &ctx.t("do-cancel")))
            }
        }
    };
    frame(ctx).render(&body)
}

fn table(ctx: &Ctx, faces: &[Face]) -> Markup {
    let title = ctx.t("across-title");
    let sides: Vec<_> = faces.iter().map(|face| (face.record.id, html! { bdi { (named(ctx, &face.team)) } })).collect();
    let first = faces.first().map(|face| face.record.id);
    let row = |label: String, cell: &dyn Fn(&Face) -> Markup| {
        html! { tr { th scope="row" { (label) } @for face in faces { td { (cell(face)) } } } }
    };
    let told = |field: FactField| {
        move |face: &Face| {
            let here = face.told.iter().filter(|fact| fact.field() == field);
            html! { @for fact in here { span.block { (content::told(ctx, fact)) } } }
        }
    };
    let table = html! {
        table class="t compare fold" {
            caption.sr { (title) }
            thead { tr { td {} @for face in faces { th scope="col" { bdi { (named(ctx, &face.team)) } } } } }
            tbody {
                (survivor_row(ctx, &sides, first))
                (row(ctx.t("records-names"), &|face| html! {
                    @for name in &face.record.names { span.block { bdi lang=[name.language.as_deref()] { (name.text) } } }
                }))
                (row(ctx.t("column-kind"), &|face| html! { (ctx.name(face.record.kind)) }))
                (row(ctx.name(FactField::Country), &|face| html! { @if let Some(code) = &face.record.country { (place(ctx.lang, code)) } }))
                (row(ctx.name(FactField::Place), &told(FactField::Place)))
                (row(ctx.name(FactField::Identifier), &told(FactField::Identifier)))
            }
        }
    };
    crate::ui::table::scroll(&title, &table)
}

/// The merges across teams that stand, with the way back.
fn standing(ctx: &Ctx, merges: &[Across]) -> Markup {
    let title = ctx.t("merge-standing");
    let body = html! { @for one in merges { (past(ctx, one)) } };
    section(
        "merges",
        &title,
        &html! {},
        &html! {
            @if merges.is_empty() { (list::empty(&ctx.t("across-none"), &ctx.t("across-none-text"), None)) } @else { (body) }
        },
    )
}

fn past(ctx: &Ctx, Across { merge, team }: &Across) -> Markup {
    html! {
        div.suggestion {
            p {
                @for (at, before) in merge.moved.before.iter().enumerate() {
                    @let name = names::heading(ctx, &before.names, ctx.t("records-no-name"));
                    span.block {
                        bdi lang=[name.1] { (name.0) }
                        @if at == 0 { " " span class="xs mute" { (ctx.t("merge-survivor")) " · " bdi { (named(ctx, team)) } } }
                    }
                }
                span class="xs mute block" {
                    bdi { (ctx.who(&merge.made.by)) } " " (time::moment(ctx, merge.made.at))
                    @if let Some(why) = &merge.why { " · " (why) }
                }
            }
            form method="post" action={ (ACROSS) "/" (merge.id) "/undo" } {
                (control::submit(Button::Small, Some(Icon::Undo), &ctx.t("merge-undo")))
            }
        }
    }
}

fn frame(ctx: &Ctx) -> Layout<'_> {
    let title = ctx.t("across-title");
    Layout::new(ctx, &title)
        .nav(Nav::Organisations)
        .crumb(LIST, ctx.t("nav-organisations"))
        .crumb_here(&title)
        .by(html! { (ctx.t("across-by")) })
}
