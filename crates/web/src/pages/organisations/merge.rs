//! Several records of one organisation become one: side by side, value by value, before it is done; and the way back.

use super::merge_with::{self, Search};
use super::values;
use crate::pages::draft::{Draft, Sent, Sheet};
use crate::pages::frame::{Answer, go, go_back};
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::filled;
use crate::pages::records::{names, sources};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::message::notice;
use crate::ui::section::{note, section};
use crate::ui::{Ctx, Flash, Icon, Tone, icon, time};
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samesky_app::AppError;
use samesky_app::Session;
use samesky_app::access::Action;
use samesky_app::organisations::merge::{Merged, Merging, SideBySide};
use samesky_app::organisations::{Fact, FactField, KeptFact};
use samesky_model::id::{OrganisationId, OrganisationMergeId};
use samesky_model::record::{MergeKind, OrganisationMerge, WrittenName};
use serde::Deserialize;

const FORM: &str = "merge";

/// The pairs of the address: `with` may stand several times.
type Asked = Vec<(String, String)>;

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let session = state.session(&officer);
    let said = |wanted: &str| {
        let values = asked.iter().filter(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        values.collect::<Vec<_>>().join(" ")
    };
    let (words, with) = (said("q"), said("with"));
    // An address or an identifier may be pasted into the search as well.
    let mut others = identifiers(&format!("{with} {words}"));
    others.retain(|other| *other != id);
    if !others.is_empty() {
        return Ok(page(&state, &session, &ctx, (id, &others), &Draft::default()).await?.into_response());
    }
    let draft = match with.trim() {
        "" => Draft::default(),
        found => {
            let wrong = AppError::invalid_value("with", "no-organisation-address", found);
            Draft::refused(&ctx, FORM, vec![("with".to_owned(), found.to_owned())], wrong)?
        }
    };
    let search = Search { id, words: &words, part: said("part") == "found" };
    draft.answer(merge_with::page(&state, &session, &ctx, search, &draft).await?)
}

#[derive(Deserialize)]
pub(super) struct Chosen {
    /// Identifiers with versions, as they were shown.
    seen: String,
    survivor: OrganisationId,
    #[serde(default)]
    why: String,
}

pub(super) async fn merge(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
    Sent { form, typed }: Sent<Chosen>,
) -> Answer {
    let session = state.session(&officer);
    let seen = versions(&form.seen);
    let keep = FactField::ALL.iter().filter(|field| field.is_single()).filter_map(|field| {
        let chosen = typed.iter().find(|(name, _)| *name == format!("keep-{field}"))?;
        Some((*field, chosen.1.parse().ok()?))
    });
    let survivor = seen.iter().find(|(id, _)| *id == form.survivor).copied();
    let survivor = survivor.unwrap_or((form.survivor, 0));
    let others = seen.iter().filter(|(id, _)| *id != form.survivor).copied().collect();
    let merging = Merging { others, keep: keep.collect(), why: filled(Some(&form.why)) };
    match state.app().merge_organisations(&session, survivor, merging).await {
        Ok(merge) => {
            let to = format!("/organisations/{}", merge.survivor);
            Ok(go(&to, &Flash::new(Tone::Ok, "flash-organisations-merged", &[])))
        }
        Err(failure) => {
            let draft = Draft::refused(&ctx, FORM, typed, failure)?;
            let ctx = Ctx { here: here(id), ..ctx };
            let others: Vec<_> = seen.iter().map(|(id, _)| *id).filter(|other| *other != id).collect();
            draft.answer(page(&state, &session, &ctx, (id, &others), &draft).await?)
        }
    }
}

pub(super) async fn undo(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationMergeId>,
) -> Answer {
    let session = state.session(&officer);
    let merge = state.app().organisation_merge(&session, id).await?;
    let to = format!("/organisations/{}", merge.survivor);
    match state.app().undo_merge(&session, id).await {
        Ok(_) => Ok(go(&to, &Flash::new(Tone::Ok, "flash-merge-undone", &[]))),
        Err(failure) => go_back(&ctx, &to, failure),
    }
}

/// The way from the page of an organisation to here.
pub(super) fn action(ctx: &Ctx, session: &Session, id: OrganisationId) -> Markup {
    html! {
        @if session.can(Action::Write) {
            a class="btn small" href=(here(id)) { (icon(Icon::Copy)) (ctx.t("merge-do")) }
            a class="btn small" href={ "/organisations/" (id) "/split" } { (ctx.t("split-do")) }
        }
    }
}

/// What became part of an organisation, with the way back; nothing where nothing did.
pub(super) async fn standing(state: &WebState, session: &Session, ctx: &Ctx, id: OrganisationId) -> Answer<Markup> {
    let merges = state.app().merges(session, id).await?;
    let (writes, title) = (session.can(Action::Write), ctx.t("merge-standing"));
    let body = html! { @for one in &merges { (past(ctx, one, writes)) } };
    Ok(html! { @if !merges.is_empty() { (section("merges", &title, &html! {}, &body)) } })
}

/// A merge across teams: what others see, and the names that came from it. Only an owner above the teams takes it back.
fn across(ctx: &Ctx, merge: &OrganisationMerge) -> Markup {
    let part = merge.kind == MergeKind::Part;
    html! {
        div.suggestion {
            p {
                @for before in merge.moved.before.iter().skip(1) {
                    span.block {
                        @let name = names::heading(ctx, &before.names, ctx.t("records-no-name"));
                        @if part { (ctx.t("merge-was-part")) " " a href={ "/shared/organisation/" (before.organisation) } { bdi lang=[name.1] { (name.0) } } }
                        @else { bdi lang=[name.1] { (name.0) } }
                    }
                }
                span class="xs mute block" {
                    (ctx.t("merge-was-across")) " · " bdi { (ctx.who(&merge.made.by)) } " " (time::moment(ctx, merge.made.at))
                    @if let Some(why) = &merge.why { " · " (why) }
                }
                @if !part { span class="xs mute block" { (ctx.t("across-stays-note")) } }
            }
        }
    }
}

fn past(ctx: &Ctx, Merged { merge, others }: &Merged, writes: bool) -> Markup {
    if matches!(merge.kind, MergeKind::Across | MergeKind::Part) {
        return across(ctx, merge);
    }
    let split = merge.kind == MergeKind::Split;
    html! {
        div.suggestion {
            p {
                @for other in others {
                    span.block {
                        @let name = names::heading(ctx, &other.names, ctx.t("records-no-name"));
                        @if split { a href={ "/organisations/" (other.id) } { bdi lang=[name.1] { (name.0) } } }
                        @else { bdi lang=[name.1] { (name.0) } }
                    }
                }
                span class="xs mute block" {
                    (ctx.t(if split { "merge-was-split" } else { "merge-was-merged" })) " · "
                    bdi { (ctx.who(&merge.made.by)) } " " (time::moment(ctx, merge.made.at))
                    @if let Some(why) = &merge.why { " · " (why) }
                }
            }
            @if writes {
                details class="ask no-print" {
                    summary class="btn small" { (icon(Icon::Undo)) (ctx.t("merge-undo")) }
                    form.form method="post" action={ "/organisation-merges/" (merge.id) "/undo" } {
                        p.note { (ctx.t(if split { "merge-undo-split-question" } else { "merge-undo-question" })) }
                        div.row { (control::submit(Button::Plain, Some(Icon::Ok), &ctx.t("merge-undo-confirm"))) }
                    }
                }
            }
        }
    }
}

async fn page(
    state: &WebState,
    session: &Session,
    ctx: &Ctx,
    (id, others): (OrganisationId, &[OrganisationId]),
    draft: &Draft,
) -> Answer<Markup> {
    let ids: Vec<OrganisationId> = std::iter::once(id).chain(others.iter().copied()).collect();
    let sides = state.app().side_by_side(session, &ids).await?;
    let name = sides.first().map(|side| title_of(ctx, side).0).unwrap_or_default();
    let sheet = Sheet::new(ctx, FORM, draft);
    let body = html! {
        (draft.summary(ctx))
        form.form method="post" action=(here(id)) {
            input type="hidden" name="seen" value=(seen(&sides));
            (table(ctx, &sides, &sheet))
            (note(&ctx.t("merge-note")))
            @if sides.iter().filter(|side| side.published).count() > 1 {
                (notice(Tone::Warn, &ctx.t("merge-both-published"), None))
            }
            (sheet.field("why", "", |field| field.text()))
            div.row { (control::submit(Button::Primary, Some(Icon::Ok), &ctx.t("merge-confirm"))) }
        }
    };
    Ok(frame(ctx, id, name).render(&body))
}

pub(super) fn frame(ctx: &Ctx, id: OrganisationId, name: String) -> Layout<'_> {
    Layout::new(ctx, ctx.t("merge-title"))
        .nav(Nav::Organisations)
        .crumb(super::list::LIST, ctx.t("nav-organisations"))
        .crumb(&format!("/organisations/{id}"), name)
        .crumb_here(ctx.t("merge-title"))
        .by(html! { (ctx.t("merge-by")) })
}

fn title_of(ctx: &Ctx, side: &SideBySide) -> (String, Option<String>) {
    names::heading(ctx, &side.record.names, ctx.t("records-no-name"))
}

fn table(ctx: &Ctx, sides: &[SideBySide], sheet: &Sheet<'_>) -> Markup {
    let title = ctx.t("merge-title");
    crate::ui::table::scroll(
        &title,
        &html! {
            table class="t compare fold" {
                caption.sr { (title) }
                thead { tr { td {} @for side in sides { (head(ctx, side)) } } }
                tbody {
                    (survivor(ctx, sides, sheet))
                    (written(ctx, sides))
                    @for field in FactField::ALL.iter().filter(|field| has(sides, **field)) { (line(ctx, sides, *field, sheet)) }
                    (counted(ctx, sides))
                }
            }
        },
    )
}

fn head(ctx: &Ctx, side: &SideBySide) -> Markup {
    let (name, tag) = title_of(ctx, side);
    html! { th scope="col" { a href={ "/organisations/" (side.record.id) } { bdi lang=[tag] { (name) } } } }
}

fn survivor(ctx: &Ctx, sides: &[SideBySide], sheet: &Sheet<'_>) -> Markup {
    let first = sides.first().map(|one| one.record.id.to_string()).unwrap_or_default();
    let called = |side: &SideBySide| {
        let (name, tag) = title_of(ctx, side);
        (side.record.id, html! { bdi lang=[tag] { (name) } })
    };
    let sides: Vec<_> = sides.iter().map(called).collect();
    survivor_row(ctx, &sides, sheet.value("survivor", &first).parse().ok())
}

/// Which record stays, with what each is called by. In a row, not in the head: narrow screens show no head.
pub(super) fn survivor_row(ctx: &Ctx, sides: &[(OrganisationId, Markup)], chosen: Option<OrganisationId>) -> Markup {
    html! {
        tr {
            th scope="row" { (ctx.t("merge-stays")) }
            @for (id, called) in sides {
                td {
                    label.tick {
                        input type="radio" name="survivor" value=(id) checked[chosen == Some(*id)];
                        span { (ctx.t("merge-survivor")) span class="xs mute block" { (called) } }
                    }
                }
            }
        }
    }
}

/// Names that announcements write and that are no values of the record.
fn written(ctx: &Ctx, sides: &[SideBySide]) -> Markup {
    let told = |side: &SideBySide| -> Vec<WrittenName> {
        let is_value = |name: &WrittenName| {
            side.facts.iter().any(|kept| matches!(&kept.fact, Fact::Name(value) if value.text == name.text))
        };
        side.record.names.iter().filter(|name| !is_value(name)).cloned().collect()
    };
    let all: Vec<Vec<WrittenName>> = sides.iter().map(told).collect();
    html! {
        @if all.iter().any(|names| !names.is_empty()) {
            tr {
                th scope="row" { (ctx.t("merge-written")) }
                @for names in &all {
                    td { @for name in names { span.block { bdi lang=[name.language.as_deref()] { (name.text) } } } }
                }
            }
        }
    }
}

fn has(sides: &[SideBySide], field: FactField) -> bool {
    field == FactField::Kind || sides.iter().any(|side| side.facts.iter().any(|kept| kept.fact.field() == field))
}

fn line(ctx: &Ctx, sides: &[SideBySide], field: FactField, sheet: &Sheet<'_>) -> Markup {
    html! {
        tr {
            th scope="row" {
                (ctx.name(field))
                @if field.is_single() { span class="xs mute block" { (ctx.t("merge-one-stays")) } }
            }
            @for side in sides { td { (cell(ctx, sides, side, field, sheet)) } }
        }
    }
}

fn cell(ctx: &Ctx, sides: &[SideBySide], side: &SideBySide, field: FactField, sheet: &Sheet<'_>) -> Markup {
    let kept: Vec<&KeptFact> = side.facts.iter().filter(|kept| kept.fact.field() == field).collect();
    let told = field == FactField::Kind && kept.is_empty();
    let shown = html! {
        @for kept in &kept { div { (value(ctx, side, &kept.fact)) span class="xs mute block" { (values::source(ctx, kept)) } } }
        @if told { (ctx.name(side.record.kind)) span class="xs mute block" { (ctx.t("merge-told")) } }
    };
    if !field.is_single() || (kept.is_empty() && !told) {
        return shown;
    }
    let entered = sides.iter().find(|side| side.facts.iter().any(|kept| kept.fact.field() == field));
    let first = entered.or(sides.first());
    let default = first.map(|side| side.record.id.to_string()).unwrap_or_default();
    let (name, id) = (format!("keep-{field}"), side.record.id.to_string());
    html! {
        label.tick {
            input type="radio" name=(name) value=(id) checked[sheet.value(&name, &default) == id];
            span { (shown) }
        }
    }
}

fn value(ctx: &Ctx, side: &SideBySide, fact: &Fact) -> Markup {
    values::value(ctx, side.parent.as_ref(), fact)
}

/// What points to each record: claims with their announcements, projects, figures, branches, guests, teams.
fn counted(ctx: &Ctx, sides: &[SideBySide]) -> Markup {
    let row = |title: &str, cell: &dyn Fn(&SideBySide) -> Markup| {
        html! { tr { th scope="row" { (ctx.t(title)) } @for side in sides { td { (cell(side)) } } } }
    };
    let number = |count: usize| html! { (crate::lang::format::number(samesky_model::Decimal::from(count))) };
    html! {
        (row("merge-claims", &|side| html! {
            @if side.sources.is_empty() { (number(0)) }
            @for source in &side.sources {
                span.block { a href={ "/claims/" (source.claim.id) } { (sources::called(ctx, &source.announcement)) } }
            }
        }))
        (row("nav-projects", &|side| html! {
            @if side.projects.is_empty() { (number(0)) }
            @for project in &side.projects {
                span.block { (names::linked(ctx, &format!("/projects/{}", project.id), &project.names, &ctx.t("figures-unnamed-project"))) }
            }
        }))
        (row("nav-figures", &|side| number(side.figures)))
        (row("merge-children", &|side| html! {
            @if side.children.is_empty() { (number(0)) }
            @for child in &side.children {
                span.block { (names::linked(ctx, &format!("/organisations/{}", child.id), &child.names, &ctx.t("records-no-name"))) }
            }
        }))
        (row("guests-title", &|side| number(side.guests)))
        (row("merge-shared", &|side| number(side.shares.len())))
        (row("merge-published", &|side| html! { @if side.published { (ctx.t("merge-yes")) } @else { "—" } }))
    }
}

fn seen(sides: &[SideBySide]) -> String {
    sides.iter().map(|side| format!("{}:{}", side.record.id, side.record.version)).collect::<Vec<_>>().join(",")
}

fn versions(seen: &str) -> Vec<(OrganisationId, i64)> {
    let one =
        |part: &str| part.split_once(':').and_then(|(id, version)| Some((id.parse().ok()?, version.parse().ok()?)));
    seen.split(',').take(100).filter_map(one).collect()
}

/// The identifiers in what was typed: addresses of pages, or identifiers alone.
pub(super) fn identifiers(typed: &str) -> Vec<OrganisationId> {
    let words = typed.split(|c: char| !(c.is_ascii_hexdigit() || c == '-')).filter(|word| word.len() == 36);
    words.take(100).filter_map(|word| word.parse().ok()).collect()
}

/// The address of the page.
pub(super) fn here(id: OrganisationId) -> String {
    format!("/organisations/{id}/merge")
}
