//! An import of a list that was kept: who, when, what came of each row, and taking it back.

use super::{HERE, messages, not_findable, start};
use crate::pages::frame::{Answer, go, go_back};
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::{address as asked_address, filled, word};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::dialog::question;
use crate::ui::list::{Tab, facts, pager, tabs};
use crate::ui::message::notice;
use crate::ui::section::section;
use crate::ui::table::{Cell, Column, Row, table};
use crate::ui::{Ctx, Flash, Icon, Tone, badge, time};
use axum::extract::{Path, Query, State};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::organisations::list::{OrganisationImport, OrganisationImportRow, RowOutcome, UndoPreview};
use samesky_model::id::OrganisationImportId;
use samesky_model::record::OrganisationRecord;
use serde::Deserialize;

/// Rows of a page.
const SIZE: u64 = 50;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    outcome: Option<String>,
    page: Option<String>,
    undo: Option<String>,
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationImportId>,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let session = state.session(&officer);
    let number = asked.page.as_ref().and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 1_000_000);
    let outcome = word(asked.outcome.as_ref());
    let (import, rows) =
        state.app().organisation_import_rows(&session, id, outcome, ((number - 1) * SIZE, SIZE)).await?;
    let may = session.can(Action::Write) && import.undone.is_none();
    let preview = match asked.undo {
        Some(_) if may => Some(state.app().preview_undo(&session, id).await?),
        _ => None,
    };
    let waiting = state.app().organisations_waiting(&session).await?;
    let body = html! {
        (not_findable(&ctx, waiting))
        @if let Some(preview) = &preview { (take_back(&ctx, &import, preview)) }
        (about(&ctx, &import))
        (section("rows", &ctx.t("lists-report"), &html! {}, &html! {
            (outcomes(&ctx, &import, &asked))
            (table_of(&ctx, &rows))
            (pager(ctx.lang, (number, SIZE, count_of(&import, outcome)), |page| at(&import, &asked, page)))
        }))
    };
    let actions = html! {
        @if may && preview.is_none() {
            (control::link(Button::Plain, &format!("/organisations/imported/{id}?undo=ask"), Some(Icon::Undo), &ctx.t("lists-undo")))
        }
        (control::link(Button::Plain, HERE, Some(Icon::Plus), &ctx.t("lists-another")))
    };
    Ok(Layout::new(&ctx, import.file_name.clone())
        .nav(Nav::Organisations)
        .crumb("/organisations", ctx.t("nav-organisations"))
        .crumb(HERE, ctx.t("lists-title"))
        .crumb_here(ctx.t("lists-import"))
        .by(html! { bdi { (ctx.who(&import.started.by)) } " · " (time::moment(&ctx, import.started.at)) })
        .actions(actions)
        .render(&body))
}

fn about(ctx: &Ctx, import: &OrganisationImport) -> Markup {
    let mut rows = vec![(ctx.t("lists-came-of-it"), html! { (start::totals(ctx, import.totals)) })];
    if !import.sheet.is_empty() {
        rows.push((ctx.t("lists-sheet"), html! { bdi { (import.sheet) } }));
    }
    rows.push(("SHA-256".to_owned(), html! { code.break { (import.sha256) } }));
    html! {
        @if let Some(undone) = &import.undone {
            (notice(Tone::Info, &ctx.t_with("lists-undone-by", &[("who", ctx.who(&undone.by).into())]), None))
            p.note { (time::moment(ctx, undone.at)) }
        }
        (facts(&rows))
    }
}

/// What would be taken back, before it is.
fn take_back(ctx: &Ctx, import: &OrganisationImport, preview: &UndoPreview) -> Markup {
    let args = [("gone", preview.counts.gone.into()), ("changed", preview.counts.changed.into())];
    let form = html! {
        (named(ctx, "lists-would-go", &preview.gone, preview.counts.gone))
        (named(ctx, "lists-would-change", &preview.changed, preview.counts.changed))
        form.row method="post" action={ "/organisations/imported/" (import.id) "/undo" } {
            (control::submit(Button::Danger, Some(Icon::Undo), &ctx.t("lists-undo")))
            (control::link(Button::Quiet, &format!("/organisations/imported/{}", import.id), None, &ctx.t("do-cancel")))
        }
    };
    question("undo", &ctx.t("lists-undo-title"), &ctx.t_with("lists-undo-text", &args), &form)
}

fn named(ctx: &Ctx, title: &str, records: &[OrganisationRecord], count: i64) -> Markup {
    let more = count - i64::try_from(records.len()).unwrap_or(count);
    html! {
        @if !records.is_empty() {
            p { (ctx.t(title)) }
            ul {
                @for one in records {
                    li {
                        a href={ "/organisations/" (one.id) } {
                            bdi { (one.names.first().map_or_else(|| ctx.t("records-no-name"), |name| name.text.clone())) }
                        }
                    }
                }
                @if more > 0 { li { (ctx.t_with("lists-and-more", &[("count", more.into())])) } }
            }
        }
    }
}

fn count_of(import: &OrganisationImport, outcome: Option<RowOutcome>) -> u64 {
    let of = import.totals;
    let count = match outcome {
        Some(RowOutcome::New) => of.new,
        Some(RowOutcome::Updated) => of.updated,
        Some(RowOutcome::Unchanged) => of.unchanged,
        Some(RowOutcome::Doubtful) => of.doubtful,
        Some(RowOutcome::Refused) => of.refused,
        None => of.new + of.updated + of.unchanged + of.doubtful + of.refused,
    };
    u64::try_from(count).unwrap_or_default()
}

fn at(import: &OrganisationImport, asked: &Asked, page: u64) -> String {
    let (outcome, page) = (asked.outcome.clone().unwrap_or_default(), page.to_string());
    let page = if page == "1" { "" } else { page.as_str() };
    asked_address(&format!("/organisations/imported/{}", import.id), &[("outcome", &outcome), ("page", page)])
}

fn outcomes(ctx: &Ctx, import: &OrganisationImport, asked: &Asked) -> Markup {
    let here = filled(asked.outcome.as_ref());
    let tab = |outcome: Option<RowOutcome>| Tab {
        href: asked_address(
            &format!("/organisations/imported/{}", import.id),
            &[("outcome", outcome.map_or("", RowOutcome::as_str))],
        ),
        label: outcome.map_or_else(|| ctx.t("show-all"), |outcome| ctx.name(outcome)),
        count: Some(count_of(import, outcome)),
        current: here.as_deref() == outcome.map(RowOutcome::as_str),
    };
    let some = RowOutcome::ALL.iter().copied().filter(|outcome| count_of(import, Some(*outcome)) > 0).map(Some);
    tabs(&ctx.t("lists-report"), &std::iter::once(None).chain(some).map(tab).collect::<Vec<_>>())
}

fn table_of(ctx: &Ctx, rows: &[OrganisationImportRow]) -> Markup {
    let columns = [
        Column::number(ctx.t("lists-row")),
        Column::new(ctx.t("import-outcome")),
        Column::new(ctx.t("column-organisation")),
        Column::new(ctx.t("import-remarks")),
    ];
    let row = |row: &OrganisationImportRow| {
        Row::new(vec![
            Cell::new(html! { (row.row) }),
            Cell::new(badge::row_outcome(ctx.lang, row.outcome)),
            Cell::new(html! {
                @if let Some(id) = row.organisation { a href={ "/organisations/" (id) } { (ctx.t("lists-record")) } }
            }),
            Cell::wide(messages::shown(ctx, &row.messages)),
        ])
    };
    let lines: Vec<Row> = rows.iter().map(row).collect();
    table(ctx.lang, &ctx.t("lists-report"), &columns, &lines)
}

pub(super) async fn undo(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationImportId>,
) -> Answer {
    let back = format!("/organisations/imported/{id}");
    match state.app().undo_organisation_import(&state.session(&officer), id).await {
        Ok(undone) => {
            let args = [("gone", undone.gone.to_string()), ("changed", undone.changed.to_string())];
            Ok(go(&back, &Flash::new(Tone::Ok, "flash-list-undone", &args)))
        }
        Err(error) => go_back(&ctx, &back, error),
    }
}
