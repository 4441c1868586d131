//! The page with both forms and the imports so far.

use crate::pages::draft::{Draft, Sheet};
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::address;
use crate::state::{Officer, WebState};
use crate::ui::control::Button;
use crate::ui::form::{Choice, tick};
use crate::ui::section::{Columns, columns, section};
use crate::ui::table::{Cell, Column, Row};
use crate::ui::{Ctx, Icon, badge, control, list, table, time};
use axum::extract::{Query, State};
use maud::{Markup, html};
use samesky_app::{Page, PageOf};
use samesky_model::record::Import;
use serde::Deserialize;

/// The number of the form for files.
pub(super) const FILES: &str = "f";

/// The number of the form for a text.
pub(super) const TEXT: &str = "p";

/// What the browser offers first when files are chosen; the content decides, not the name.
const ACCEPTED: &str = ".txt,.text,.md,.html,.htm,.pdf,.docx,text/plain,text/html,application/pdf";

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
    Ok(page_of(&ctx, &imports, &Draft::default()))
}

/// The page again with what was typed into a form that was refused. Files have to be chosen again: browsers see to that.
pub(super) async fn refused(state: &WebState, officer: &Officer, ctx: Ctx, draft: &Draft) -> Answer {
    let imports = state.app().imports(&state.session(officer), &Page::first(20)).await?;
    draft.answer(page_of(&Ctx { here: super::HERE.to_owned(), ..ctx }, &imports, draft))
}

fn page_of(ctx: &Ctx, imports: &PageOf<Import>, draft: &Draft) -> Markup {
    let files = section("files", &ctx.t("import-files"), &html! {}, &upload(ctx, draft));
    let text = section("paste", &ctx.t("import-text"), &html! {}, &paste(ctx, draft));
    let body = html! {
        (draft.summary(ctx))
        div.stack {
            (columns(Columns::Even, &files, &text))
            (section("done", &ctx.t("import-done"), &html! {}, &before(ctx, imports)))
        }
    };
    Layout::new(ctx, ctx.t("import-title"))
        .nav(Nav::Import)
        .by(html! { (ctx.t("import-by")) })
        .actions(control::link(Button::Plain, "/organisations/import", Some(Icon::Organisation), &ctx.t("lists-title")))
        .script("import.js")
        .render(&body)
}

fn upload(ctx: &Ctx, draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, FILES, draft);
    let hint = ctx.t(if sheet.is_refused() { "import-choose-again" } else { "import-formats" });
    html! {
        form.stack method="post" action="/imports" enctype="multipart/form-data" data-drop=(ctx.t("import-drop")) {
            (sheet.field("files", "", |field| field.hint(&hint).required().files(ACCEPTED)))
            (details(ctx, &sheet))
            (tick("skip_refused", "yes", &ctx.t("import-skip"), sheet.value("skip_refused", "") == "yes"))
            div.row { (control::submit(Button::Primary, Some(Icon::Upload), &ctx.t("import-send"))) }
        }
    }
}

fn paste(ctx: &Ctx, draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, TEXT, draft);
    html! {
        form.stack method="post" action="/imports/text" {
            (sheet.field("text", "", |field| field.required().textarea(8)))
            (sheet.called("import-name", "name", "", |field| field.text()))
            (details(ctx, &sheet))
            div.row { (control::submit(Button::Plain, Some(Icon::Plus), &ctx.t("import-keep"))) }
        }
    }
}

/// What the bringer knows of the source. The text itself is asked where nothing is written here.
fn details(ctx: &Ctx, sheet: &Sheet<'_>) -> Markup {
    let languages: Vec<_> = std::iter::once(Choice::new("", ctx.t("import-detect")))
        .chain(crate::lang::Lang::ALL.iter().map(|lang| Choice::new(lang.as_str(), lang.endonym())))
        .collect();
    html! {
        details open[sheet.is_refused()] {
            summary { (ctx.t("import-details")) }
            div.grid {
                (sheet.field("source_address", "", |field| field.url()))
                (sheet.text("publisher", ""))
                (sheet.field("published", "", |field| field.date()))
                (sheet.select("language", &languages, ""))
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
        Cell::new(html! { (ctx.who(&import.started.by)) }),
    ])
}
