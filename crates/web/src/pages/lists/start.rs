//! The page on which a list is brought, with those that are on their way and the imports so far.

use super::{HERE, address};
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::address as asked_address;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::Field;
use crate::ui::section::section;
use crate::ui::table::{Cell, Column, Row, table};
use crate::ui::{Ctx, Icon, badge, list, time};
use axum::extract::{Query, State};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::organisations::list::OrganisationImport;
use samesky_app::organisations::list::job::ListJob;
use samesky_app::{Page, PageOf};
use samesky_model::record::RowTotals;
use serde::Deserialize;

/// What the browser offers first when a file is chosen; the content decides, not the name.
const ACCEPTED: &str = ".xlsx,.xls,.ods,.csv,.tsv,.txt";

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    after: Option<String>,
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let session = state.session(&officer);
    let page = Page { after: asked.after.filter(|after| !after.is_empty()), limit: 20 };
    let jobs = state.app().list_jobs(&session, &Page::first(20)).await?;
    let imports = state.app().organisation_imports(&session, &page).await?;
    let body = html! {
        div.stack {
            @if session.can(Action::Write) { (section("list-file", &ctx.t("lists-bring"), &html! {}, &upload(&ctx))) }
            (section("list-jobs", &ctx.t("lists-under-way"), &html! {}, &under_way(&ctx, &jobs)))
            (section("list-imports", &ctx.t("lists-imports"), &html! {}, &before(&ctx, &imports)))
        }
    };
    Ok(Layout::new(&ctx, ctx.t("lists-title"))
        .nav(Nav::Organisations)
        .crumb("/organisations", ctx.t("nav-organisations"))
        .crumb_here(ctx.t("lists-title"))
        .by(html! { (ctx.t("lists-by")) })
        .actions(control::link(
            Button::Plain,
            "/organisations/export.csv",
            Some(Icon::Download),
            &ctx.t("lists-export"),
        ))
        .script("import.js")
        .render(&body))
}

fn upload(ctx: &Ctx) -> Markup {
    let (label, hint) = (ctx.t("lists-file"), ctx.t("lists-formats"));
    html! {
        form.stack method="post" action=(HERE) enctype="multipart/form-data" data-drop=(ctx.t("lists-drop")) {
            (Field::new("file", &label).hint(&hint).required().file(ACCEPTED))
            div.row { (control::submit(Button::Primary, Some(Icon::Upload), &ctx.t("lists-send"))) }
        }
    }
}

fn under_way(ctx: &Ctx, jobs: &PageOf<ListJob>) -> Markup {
    let open: Vec<&ListJob> = jobs.items.iter().filter(|job| job.import.is_none()).collect();
    if open.is_empty() {
        return html! { p.note { (ctx.t("lists-none-under-way")) } };
    }
    let columns = [
        Column::new(ctx.t("lists-file")),
        Column::new(ctx.t("column-status")),
        Column::new(ctx.t("column-when")),
        Column::new(ctx.t("column-who")),
    ];
    let row = |job: &&ListJob| {
        Row::new(vec![
            Cell::title(html! { a href=(address(job.id)) { bdi { (job.file_name) } } }),
            Cell::new(badge::list_state(ctx.lang, job.state)),
            Cell::new(time::moment(ctx, job.started.at)),
            Cell::new(html! { bdi { (ctx.who(&job.started.by)) } }),
        ])
    };
    let rows: Vec<Row> = open.iter().map(row).collect();
    table(ctx.lang, &ctx.t("lists-under-way"), &columns, &rows)
}

fn before(ctx: &Ctx, imports: &PageOf<OrganisationImport>) -> Markup {
    if imports.items.is_empty() {
        return list::empty(&ctx.t("lists-none"), &ctx.t("lists-none-hint"), None);
    }
    let columns = [
        Column::new(ctx.t("lists-file")),
        Column::new(ctx.t("column-when")),
        Column::new(ctx.t("column-who")),
        Column::new(ctx.t("lists-came-of-it")),
    ];
    let row = |one: &OrganisationImport| {
        Row::new(vec![
            Cell::title(html! {
                a href={ "/organisations/imported/" (one.id) } { bdi { (one.file_name) } }
                @if one.undone.is_some() { " " (badge::badge(badge::Look::Line, Icon::Undo, &ctx.t("lists-undone"))) }
            }),
            Cell::new(time::moment(ctx, one.started.at)),
            Cell::new(html! { bdi { (ctx.who(&one.started.by)) } }),
            Cell::wide(html! { (totals(ctx, one.totals)) }),
        ])
    };
    let rows: Vec<Row> = imports.items.iter().map(row).collect();
    let caption = ctx.t_with("import-count", &[("count", imports.total.into())]);
    let to = |cursor: &Option<String>| cursor.as_deref().map(|cursor| asked_address(HERE, &[("after", cursor)]));
    html! {
        (table(ctx.lang, &caption, &columns, &rows))
        (list::pager_cursor(ctx.lang, &caption, to(&imports.previous).as_deref(), to(&imports.next).as_deref()))
    }
}

/// How many rows came to what, in a line.
pub(super) fn totals(ctx: &Ctx, of: RowTotals) -> String {
    let args = [
        ("new", of.new.into()),
        ("updated", of.updated.into()),
        ("unchanged", of.unchanged.into()),
        ("doubtful", of.doubtful.into()),
        ("refused", of.refused.into()),
    ];
    ctx.t_with("cli-list-totals", &args)
}
