//! To whom an organisation belongs, and what belongs to it.

use crate::pages::records::names;
use crate::ui::Ctx;
use crate::ui::section::{note, section};
use crate::ui::table::{Cell, Column, Row, dense};
use maud::{Markup, html};
use samesky_app::ledger::{Child, OrganisationView};

/// Branches and affiliates in a table; nothing where there are none.
pub(super) fn section_of(ctx: &Ctx, view: &OrganisationView) -> Markup {
    let children = &view.children;
    let columns = ["column-name", "column-kind", "edit-how"].map(|key| Column::new(ctx.t(key)));
    let rows: Vec<_> = children.some.iter().map(|child| row(ctx, child)).collect();
    let title = ctx.t("family-title");
    let more = children.total.saturating_sub(rows.len());
    let body = html! {
        (dense(ctx.lang, &title, &columns, &rows))
        @if more > 0 { (note(&ctx.t_with("records-more", &[("count", more.into())]))) }
    };
    html! { @if !rows.is_empty() { (section("family", &title, &html! {}, &body)) } }
}

fn row(ctx: &Ctx, child: &Child) -> Row {
    let one = &child.organisation;
    let href = format!("/organisations/{}", one.id);
    Row::new(vec![
        Cell::title(names::linked(ctx, &href, &one.names, &ctx.t("records-no-name"))),
        Cell::new(html! { (ctx.name(one.kind)) }),
        Cell::new(html! { (ctx.name(child.how)) }),
    ])
}
