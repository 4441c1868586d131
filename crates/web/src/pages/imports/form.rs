//! The page with both forms and the imports so far.

use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::address;
use crate::state::{Officer, WebState};
use crate::ui::control::Button;
use crate::ui::form::{Choice, Field, tick};
use crate::ui::section::{Columns, columns, section};
use crate::ui::table::{Cell, Column, Row};
use crate::ui::{Ctx, Icon, badge, control, list, table, time};
use axum::extract::{Query, State};
use maud::{Markup, html};
use samesky_app::{Page, PageOf};
use samesky_model::record::Import;
use serde::Deserialize;

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
    let page = Page { after: asked.after.filter(|after| !after.is_empty()), limit: 20 };
    let imports = state.app().imports(&state.session(&officer), &page).await?;
    Ok(page_of(&ctx, &imports))
}

fn page_of(ctx: &Ctx, imports: &PageOf<Import>) -> Markup {
    let files = section("files", &ctx.t("import-files"), &html! {}, &upload(ctx));
    let text = section("paste", &ctx.t("import-text"), &html! {}, &paste(ctx));
    let body = html! {
        (columns(Columns::Even, &files, &text))
        (section("done", &ctx.t("import-done"), &html! {}, &before(ctx, imports)))
    };
    Layout::new(ctx, ctx.t("import-title"))
        .nav(Nav::Import)
        .by(html! { (ctx.t("import-by")) })
        .script("import.js")
        .render(&body)
}

fn upload(ctx: &Ctx) -> Markup {
    let (label, hint) = (ctx.t("import-choose"), ctx.t("import-formats"));
    html! {
        form.stack method="post" action="/imports" enctype="multipart/form-data" data-drop=(ctx.t("import-drop")) {
            (Field::new("files", &label).id("f-files").hint(&hint).required().files(".txt,.text,.md,.html,.htm,.pdf,.docx,text/plain,text/html,application/pdf"))
            (details(ctx, "f"))
            (tick("skip_refused", "yes", &ctx.t("import-skip"), false))
            div.row { (control::submit(Button::Primary, Some(Icon::Upload), &ctx.t("import-send"))) }
        }
    }
}

fn paste(ctx: &Ctx) -> Markup {
    let (label, name) = (ctx.t("import-paste"), ctx.t("import-name"));
    html! {
        form.stack method="post" action="/imports/text" {
            (Field::new("text", &label).id("p-text").required().textarea(8))
            (Field::new("name", &name).text())
            (details(ctx, "p"))
            div.row { (control::submit(Button::Plain, Some(Icon::Plus), &ctx.t("import-keep"))) }
        }
    }
}

/// What the bringer knows of the source. The text itself is asked where nothing is written here.
fn details(ctx: &Ctx, form: &str) -> Markup {
    let labels = ["review-address", "column-publisher", "column-published", "column-language"].map(|key| ctx.t(key));
    let ids = ["source_address", "publisher", "published", "language"].map(|name| format!("{form}-{name}"));
    let languages: Vec<_> = std::iter::once(Choice::new("", ctx.t("import-detect")))
        .chain(crate::lang::Lang::ALL.iter().map(|lang| Choice::new(lang.as_str(), lang.endonym())))
        .collect();
    html! {
        details {
            summary { (ctx.t("import-details")) }
            div.grid {
                (Field::new("source_address", &labels[0]).id(&ids[0]).url())
                (Field::new("publisher", &labels[1]).id(&ids[1]).text())
                (Field::new("published", &labels[2]).id(&ids[2]).date())
                (Field::new("language", &labels[3]).id(&ids[3]).select(&languages))
            }
        }
    }
}

fn before(ctx: &Ctx, imports: &PageOf<Import>) -> Markup {
    if imports.items.is_empty() {
        return list::empty(&ctx.t("import-none"), &ctx.t("import-none-hint"), None);
    }
    let columns = [
        Column::new(ctx.t("column-when")),
        Column::new(ctx.t("column-status")),
        Column::new(ctx.t("import-source")),
        Column::number(ctx.t("import-file-count")),
        Column::new(ctx.t("column-who")),
    ];
    let rows: Vec<_> = imports.items.iter().map(|import| row(ctx, import)).collect();
    let caption = ctx.t_with("import-count", &[("count", imports.total.into())]);
    let to = |cursor: &Option<String>| cursor.as_deref().map(|cursor| address("/imports", &[("after", cursor)]));
    html! {
        (table::table(ctx.lang, &caption, &columns, &rows))
        (list::pager_cursor(ctx.lang, &caption, to(&imports.previous).as_deref(), to(&imports.next).as_deref()))
    }
}

fn row(ctx: &Ctx, import: &Import) -> Row {
    Row::new(vec![
        Cell::title(html! { a href={ "/imports/" (import.id) } { (time::moment(ctx, import.started.at)) } }),
        Cell::new(badge::import_state(ctx.lang, import.state)),
        Cell::new(html! { (ctx.name(import.source)) }),
        Cell::new(html! { (import.total) }),
        Cell::new(html! { (import.started.by) }),
    ])
}
