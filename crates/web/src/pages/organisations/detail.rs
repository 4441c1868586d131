//! One organisation: its names, what announcements tell of it, its figures and projects.

use crate::pages::events::place;
use crate::pages::frame::Answer;
use crate::pages::history::row as history;
use crate::pages::layout::{Layout, Nav};
use crate::pages::people;
use crate::pages::records::{figures, names, state};
use crate::pages::sharing::or_shared;
use crate::state::{Officer, WebState};
use crate::ui::section::{Columns, columns, section};
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, Icon, badge, figure, icon, list};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::audit::AuditFilter;
use samesky_app::ledger::OrganisationView;
use samesky_app::organisations::is_undoable;
use samesky_app::people::PersonView;
use samesky_app::{Page, PageOf, Session};
use samesky_model::id::OrganisationId;
use samesky_model::record::{AuditRecord, Shareable};

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
) -> Answer {
    let session = state.session(&officer);
    let view = match state.app().organisation(&session, id).await {
        Ok(view) => view,
        Err(failure) => return or_shared(&state, &session, ("organisation", &id.to_string()), failure).await,
    };
    if let Some(survivor) = view.merged_into {
        return Ok(Redirect::to(&format!("/organisations/{survivor}")).into_response());
    }
    let merges = super::merge::standing(&state, &session, &ctx, id).await?;
    let merge = super::merge::action(&ctx, &session, id);
    let filter = AuditFilter { record: Some(id.0), ..AuditFilter::default() };
    let changes = state.app().audit(&session, &filter, &Page::first(8)).await?;
    let people = state.app().people(&session, id).await?;
    Ok(page_of(&ctx, &session, &view, (&people, &changes, &merges, &merge)).into_response())
}

fn page_of(
    ctx: &Ctx,
    session: &Session,
    view: &OrganisationView,
    (people, changes, merges, merge): (&[PersonView], &PageOf<AuditRecord>, &Markup, &Markup),
) -> Markup {
    let one = &view.organisation;
    let (title, tag) = names::heading(ctx, &one.names, ctx.t("records-no-name"));
    let (writes, guests) = (session.can(Action::Write), session.can(Action::InviteGuests));
    let undoable = changes.items.first().is_some_and(|latest| is_undoable(one, latest));
    let main = html! {
        div.stack {
            (names::section_of(ctx, &one.names, &view.sources))
            (super::values::section_of(ctx, view, writes, undoable))
            (people::section_of(ctx, one.id, people, writes))
            (super::family::section_of(ctx, view))
            (projects(ctx, view))
        }
    };
    let aside = html! {
        div.stack {
            (section("facts", &ctx.t("records-facts"), &html! {}, &facts(ctx, view)))
            (super::timeline::section_of(ctx, view))
            (merges)
            (history::section_of(ctx, changes))
        }
    };
    let body = html! {
        (state::withdrawn(ctx, one.state))
        (columns(Columns::Wider, &main, &aside))
        (figures::sections(ctx, &view.figures))
    };
    Layout::new(ctx, title)
        .title_lang(tag.as_deref())
        .nav(Nav::Organisations)
        .crumb(super::asked::LIST, ctx.t("nav-organisations"))
        .crumb_here(ctx.name(one.kind))
        .by(html! {
            (ctx.name(one.kind)) " · " (ctx.t_with("records-told-by", &[("count", view.sources.len().into())]))
            " " (badge::record_state(ctx.lang, one.state))
        })
        .actions(html! {
            (merge)
            @if guests { a class="btn small" href={ "/organisations/" (one.id) "/guests" } { (icon(Icon::User)) (ctx.t("guests-title")) } }
            (state::actions(ctx, Shareable::Organisation, one.id.0))
        })
        .render(&body)
}

fn facts(ctx: &Ctx, view: &OrganisationView) -> Markup {
    let one = &view.organisation;
    list::facts(&[
        (ctx.t("column-kind"), html! { (ctx.name(one.kind)) }),
        (ctx.t("records-since"), crate::ui::time::moment(ctx, one.created.at)),
        (ctx.t("records-made-by"), html! { bdi { (ctx.who(&one.created.by)) } }),
    ])
}

fn projects(ctx: &Ctx, view: &OrganisationView) -> Markup {
    let columns =
        [Column::new(ctx.t("column-project")), Column::new(ctx.t("column-place")), Column::new(ctx.t("column-stage"))];
    let rows: Vec<_> = view
        .projects
        .iter()
        .map(|project| {
            let tag = project.names.first().and_then(|name| name.language.as_deref());
            let (href, unnamed) = (format!("/projects/{}", project.id), ctx.t("figures-unnamed-project"));
            Row::new(vec![
                Cell::title(names::linked(ctx, &href, &project.names, &unnamed)),
                Cell::new(place(ctx, project.place.as_ref(), tag)),
                Cell::new(match project.stage {
                    Some(stage) => badge::stage(ctx.lang, stage),
                    None => figure::not_stated(ctx.lang),
                }),
            ])
        })
        .collect();
    let title = ctx.t("nav-projects");
    html! { @if !rows.is_empty() { (section("projects", &title, &html! {}, &dense(ctx.lang, &title, &columns, &rows))) } }
}
