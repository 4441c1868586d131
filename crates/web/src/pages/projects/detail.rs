//! One project: its money class by class, where it was signed, who tells of it.

use super::money;
use crate::pages::attachments;
use crate::pages::events::{industries, place, words};
use crate::pages::figures::parts::event_link;
use crate::pages::frame::Answer;
use crate::pages::history::row as history;
use crate::pages::layout::{Layout, Nav};
use crate::pages::records::{figures, names, sources, state};
use crate::pages::sharing::or_shared;
use crate::state::{Officer, WebState};
use crate::ui::section::{Columns, columns, section};
use crate::ui::{Ctx, badge, figure, list, time};
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samesky_app::attachments::Beside;
use samesky_app::audit::AuditFilter;
use samesky_app::ledger::ProjectView;
use samesky_app::{Page, PageOf};
use samesky_model::id::ProjectId;
use samesky_model::record::{AuditRecord, RecordKind, Shareable};

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<ProjectId>,
) -> Answer {
    let session = state.session(&officer);
    let view = match state.app().project(&session, id).await {
        Ok(view) => view,
        Err(failure) => return or_shared(&state, &session, ("project", &id.to_string()), failure).await,
    };
    let filter = AuditFilter { record: Some(id.0), ..AuditFilter::default() };
    let changes = state.app().audit(&session, &filter, &Page::first(8)).await?;
    let beside = Beside { kind: RecordKind::Project, record: id.0 };
    let files = attachments::section_of(&state, &session, &ctx, beside).await?;
    Ok(page_of(&ctx, &view, &changes, &files).into_response())
}

fn page_of(ctx: &Ctx, view: &ProjectView, changes: &PageOf<AuditRecord>, files: &Markup) -> Markup {
    let project = &view.project;
    let (title, tag) = names::heading(ctx, &project.names, ctx.t("figures-unnamed-project"));
    let told = html! {
        @if view.sources.is_empty() { p.note { (ctx.t("records-no-sources")) } }
        @else { (sources::table_of(ctx, &view.sources, None)) }
    };
    let main = html! { div.stack { (section("sources", &ctx.t("records-sources"), &html! {}, &told)) (files) } };
    let aside = html! {
        div.stack {
            (section("facts", &ctx.t("records-facts"), &html! {}, &facts(ctx, view)))
            (names::section_of(ctx, &project.names, &view.sources))
            (history::section_of(ctx, changes))
        }
    };
    let body = html! {
        (state::withdrawn(ctx, project.state))
        (money::strip(ctx, &view.figures))
        (figures::sections(ctx, &view.figures))
        (columns(Columns::Wider, &main, &aside))
    };
    Layout::new(ctx, title)
        .title_lang(tag.as_deref())
        .nav(Nav::Projects)
        .crumb(super::list::LIST, ctx.t("nav-projects"))
        .crumb_here(ctx.t("record-kind-project"))
        .by(by(ctx, view))
        .actions(state::actions(ctx, Shareable::Project, project.id.0))
        .render(&body)
}

fn by(ctx: &Ctx, view: &ProjectView) -> Markup {
    let project = &view.project;
    html! {
        @if let Some(stage) = project.stage { (badge::stage(ctx.lang, stage)) " · " }
        @if !project.organisations.is_empty() { (words(ctx, &project.organisations, tag(view))) " · " }
        (ctx.t_with("records-told-by", &[("count", view.sources.len().into())]))
        " " (badge::record_state(ctx.lang, project.state))
    }
}

/// The language in which organisations and the place are written: that of the first source.
fn tag(view: &ProjectView) -> Option<&str> {
    view.sources.first().and_then(|row| row.announcement.language.as_deref())
}

fn facts(ctx: &Ctx, view: &ProjectView) -> Markup {
    let project = &view.project;
    let stage = html! {
        @match project.stage { Some(stage) => (badge::stage(ctx.lang, stage)), None => (figure::not_stated(ctx.lang)) }
    };
    let place = place(ctx, project.place.as_ref(), tag(view));
    let event = html! {
        @match &view.event {
            Some(event) => {
                (event_link(ctx, event))
                @if let Some(date) = event.date.filter(|_| !event.names.is_empty()) { span class="xs mute block" { (time::day(ctx.lang, date)) } }
            },
            None => (figure::not_stated(ctx.lang)),
        }
    };
    list::facts(&[
        (ctx.t("nav-organisations"), words(ctx, &project.organisations, tag(view))),
        (ctx.t("column-place"), place),
        (ctx.t("column-event"), event),
        (ctx.t("column-stage"), stage),
        (ctx.t("facet-industry"), industries(ctx, &project.industries)),
        (ctx.t("records-since"), time::moment(ctx, project.created.at)),
    ])
}
