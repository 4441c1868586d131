//! One event with everything that rests on it.

use super::{change, facts, same};
use crate::pages::attachments;
use crate::pages::draft::Draft;
use crate::pages::figures::parts::source_of;
use crate::pages::frame::Answer;
use crate::pages::history::row as history;
use crate::pages::layout::{Layout, Nav};
use crate::pages::records::{figures, names, sources, state};
use crate::pages::sharing::or_shared;
use crate::state::{Officer, WebState};
use crate::ui::check::{CheckRow, check_row};
use crate::ui::section::{Columns, columns, section};
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, badge, figure, time};
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samesky_app::attachments::Beside;
use samesky_app::audit::AuditFilter;
use samesky_app::ledger::EventView;
use samesky_app::{AppError, Page, PageOf, Session};
use samesky_model::id::{AnnouncementId, EventId};
use samesky_model::reading::{Rule, Verdict};
use samesky_model::record::{AuditRecord, CheckRecord, RecordKind, Shareable};
use serde::Deserialize;

/// What the address may say beside the event.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// The event to which a source was just separated: to be joined again with one press.
    other: Option<String>,
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<EventId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let session = state.session(&officer);
    let (view, changes) = match shown(&state, &session, id).await {
        Ok(shown) => shown,
        Err(failure) => return or_shared(&state, &session, ("event", &id.to_string()), failure).await,
    };
    let files = files(&state, &session, &ctx, id).await?;
    let other = asked.other.as_deref().and_then(change::event_in);
    Ok(page_of(&ctx, (&view, &changes, &files), other, &Draft::default()).into_response())
}

/// The page again with what was typed into a form that was refused.
pub(super) async fn refused(state: &WebState, session: &Session, ctx: Ctx, id: EventId, draft: &Draft) -> Answer {
    let (view, changes) = shown(state, session, id).await?;
    let ctx = Ctx { here: format!("/events/{id}"), ..ctx };
    let files = files(state, session, &ctx, id).await?;
    draft.answer(page_of(&ctx, (&view, &changes, &files), None, draft))
}

async fn files(state: &WebState, session: &Session, ctx: &Ctx, id: EventId) -> Answer<Markup> {
    attachments::section_of(state, session, ctx, Beside { kind: RecordKind::Event, record: id.0 }).await
}

async fn shown(state: &WebState, session: &Session, id: EventId) -> Result<(EventView, PageOf<AuditRecord>), AppError> {
    let view = state.app().event(session, id).await?;
    let filter = AuditFilter { record: Some(id.0), ..AuditFilter::default() };
    Ok((view, state.app().audit(session, &filter, &Page::first(8)).await?))
}

fn page_of(
    ctx: &Ctx,
    (view, changes, files): (&EventView, &PageOf<AuditRecord>, &Markup),
    other: Option<EventId>,
    draft: &Draft,
) -> Markup {
    let event = &view.event;
    let (title, tag) = names::heading(ctx, &event.names, names::unnamed_event(ctx, event));
    let main = html! {
        div.stack {
            (checks(ctx, view))
            (projects(ctx, view))
            (told_by(ctx, view, draft))
            (files)
        }
    };
    let aside = html! {
        div.stack {
            (facts::section_of(ctx, view))
            (names::section_of(ctx, &event.names, &view.sources))
            (same::section_of(ctx, view, other, draft))
            (history::section_of(ctx, changes))
        }
    };
    let body = html! {
        (draft.summary(ctx))
        (state::withdrawn(ctx, event.state))
        (figures::sections(ctx, &view.figures))
        (columns(Columns::Wider, &main, &aside))
    };
    Layout::new(ctx, title)
        .title_lang(tag.as_deref())
        .nav(Nav::Events)
        .crumb(super::list::LIST, ctx.t("nav-events"))
        .crumb_here(ctx.name(event.kind))
        .by(by(ctx, view))
        .actions(state::actions(ctx, Shareable::Event, event.id.0))
        .render(&body)
}

fn by(ctx: &Ctx, view: &EventView) -> Markup {
    let event = &view.event;
    html! {
        (ctx.name(event.kind)) " · "
        @match event.date { Some(date) => (time::day_on_figure(ctx.lang, date)), None => (figure::not_stated(ctx.lang)) }
        @if !event.places.is_empty() { " · " (super::list::places(ctx, &event.places, facts::tag(view))) }
        " · " (ctx.t_with("records-told-by", &[("count", view.sources.len().into())]))
        " " (badge::record_state(ctx.lang, event.state))
    }
}

/// Checks between announcements first, then those within one; what does not hold stays in sight.
fn checks(ctx: &Ctx, view: &EventView) -> Markup {
    let (across, within): (Vec<_>, Vec<_>) = view.checks.iter().partition(|check| check.rule == Rule::Across);
    let count = |verdict| view.checks.iter().filter(|check| check.verdict == verdict).count() as u64;
    let tally: Vec<_> = Verdict::ALL.iter().map(|verdict| (*verdict, count(*verdict))).collect();
    let (open, calm): (Vec<_>, Vec<_>) = within.into_iter().partition(|check| check.verdict == Verdict::Contradicted);
    let body = html! {
        @for check in across.into_iter().chain(open) { (check_of(ctx, view, check)) }
        @if !calm.is_empty() {
            details.behind open[calm.len() <= 3] {
                summary { (ctx.t_with("events-checks-within", &[("count", calm.len().into())])) }
                @for check in calm { (check_of(ctx, view, check)) }
            }
        }
    };
    html! {
        @if !view.checks.is_empty() { (section("checks", &ctx.t("events-checks"), &badge::tally(ctx.lang, &tally), &body)) }
    }
}

fn check_of(ctx: &Ctx, view: &EventView, check: &CheckRecord) -> Markup {
    let mut row = CheckRow::of(check, |term| Some(format!("/claims/{}", term.claim)));
    if check.rule == Rule::Across {
        // Who says it is what matters between announcements; what it is of stands in the title.
        for (shown, term) in row.parts.iter_mut().zip(&check.parts) {
            shown.label = publisher(view, term.announcement).or_else(|| shown.label.take());
        }
    }
    let terms = std::iter::once(&check.total).chain(&check.parts);
    let mut tellers: Vec<_> = terms.map(|term| (term.announcement, term.claim)).collect();
    tellers.dedup_by_key(|(announcement, _)| *announcement);
    row.from = Some(html! {
        span.chips {
            @for (id, claim) in tellers.iter().take(4) {
                @if let Some(source) = view.sources.iter().find(|source| source.announcement.id == *id) {
                    (source_of(ctx, &source.announcement, &format!("/claims/{claim}")))
                }
            }
        }
    });
    check_row(ctx.lang, &row)
}

fn publisher(view: &EventView, id: AnnouncementId) -> Option<String> {
    view.sources.iter().find(|source| source.announcement.id == id)?.announcement.publisher.clone()
}

fn projects(ctx: &Ctx, view: &EventView) -> Markup {
    let columns = [
        Column::new(ctx.t("column-project")),
        Column::new(ctx.t("nav-organisations")),
        Column::new(ctx.t("column-place")),
        Column::new(ctx.t("column-stage")),
    ];
    let tag = facts::tag(view);
    let rows: Vec<_> = view
        .projects
        .iter()
        .map(|project| {
            let own = project.names.first().and_then(|name| name.language.as_deref()).or(tag);
            Row::new(vec![
                Cell::title(names::linked(
                    ctx,
                    &format!("/projects/{}", project.id),
                    &project.names,
                    &ctx.t("figures-unnamed-project"),
                )),
                Cell::wide(super::list::words(ctx, &project.organisations, own)),
                Cell::new(super::list::place(ctx, project.place.as_ref(), own)),
                Cell::new(match project.stage {
                    Some(stage) => badge::stage(ctx.lang, stage),
                    None => figure::not_stated(ctx.lang),
                }),
            ])
        })
        .collect();
    let title = ctx.t("events-projects");
    let count = html! { span class="note" { (ctx.t_with("projects-count", &[("count", rows.len().into())])) } };
    html! { @if !rows.is_empty() { (section("projects", &title, &count, &dense(ctx.lang, &title, &columns, &rows))) } }
}

fn told_by(ctx: &Ctx, view: &EventView, draft: &Draft) -> Markup {
    let separate = |row: &samesky_app::ledger::SourceRow| same::separate(ctx, view.event.id, row, draft);
    let action: Option<&dyn Fn(&samesky_app::ledger::SourceRow) -> Markup> =
        if view.sources.len() > 1 { Some(&separate) } else { None };
    let body = html! {
        @if view.sources.is_empty() { p.note { (ctx.t("records-no-sources")) } }
        @else { (sources::table_of(ctx, &view.sources, action)) }
    };
    section("sources", &ctx.t("records-sources"), &html! {}, &body)
}
