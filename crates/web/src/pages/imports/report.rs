//! What came of an import, file by file; while it runs, how far it has come.

use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::state::{Officer, WebState};
use crate::ui::control::Button;
use crate::ui::message::notice;
use crate::ui::table::{Cell, Column, Mark, Row};
use crate::ui::{Ctx, Icon, Tone, badge, control, figure, list, table, time};
use axum::extract::{Path, State};
use maud::{Markup, html};
use samesky_app::import::ImportReport;
use samesky_model::id::ImportId;
use samesky_model::record::{FileOutcome, ImportFile, ImportState};

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<ImportId>,
) -> Answer<Markup> {
    let report = state.app().import_report(&state.session(&officer), id).await?;
    Ok(page_of(&ctx, &report))
}

fn page_of(ctx: &Ctx, report: &ImportReport) -> Markup {
    let import = &report.import;
    let running = import.state == ImportState::Running;
    let body = html! {
        @if running { (under_way(ctx, report)) } @else { (outcome(ctx, report)) }
        (files(ctx, report))
    };
    let layout = Layout::new(ctx, ctx.t("import-report"))
        .nav(Nav::Import)
        .crumb("/imports", ctx.t("import-title"))
        .crumb_here(ctx.t("import-report"))
        .by(html! {
            (badge::import_state(ctx.lang, import.state)) " " (ctx.name(import.source)) " · " (ctx.who(&import.started.by)) " · "
            (time::moment(ctx, import.started.at))
        });
    if running { layout.refresh(1).render(&body) } else { layout.actions(actions(ctx, report)).render(&body) }
}

fn actions(ctx: &Ctx, report: &ImportReport) -> Markup {
    let first = report.files.iter().find(|file| file.outcome == FileOutcome::New).and_then(|file| file.announcement);
    html! {
        (control::link(Button::Plain, "/imports", Some(Icon::Plus), &ctx.t("import-more")))
        @if let Some(id) = first {
            (control::link(Button::Primary, &format!("/announcements/{id}"), None, &ctx.t("import-review")))
        }
    }
}

fn under_way(ctx: &Ctx, report: &ImportReport) -> Markup {
    let import = &report.import;
    let count = |value: i64| u64::try_from(value).unwrap_or_default();
    let waiting = report.files.iter().find(|file| file.outcome == FileOutcome::Waiting);
    html! {
        (list::progress(ctx.lang, &ctx.t("import-running"), waiting.map_or("", |file| &file.name),
            (count(import.done), count(import.total))))
        @if import.cancel_requested {
            p.note { (ctx.t("import-stopping")) }
        } @else {
            form method="post" action={ "/imports/" (import.id) "/cancel" } {
                (control::submit(Button::Plain, Some(Icon::Stop), &ctx.t("import-cancel")))
            }
        }
    }
}

fn outcome(ctx: &Ctx, report: &ImportReport) -> Markup {
    let refused = report.count(FileOutcome::Refused);
    let args = [
        ("new", report.count(FileOutcome::New).into()),
        ("known", report.count(FileOutcome::Known).into()),
        ("refused", refused.into()),
        ("not_kept", report.count(FileOutcome::NotKept).into()),
    ];
    let tone = match report.import.state {
        ImportState::Finished if refused == 0 => Tone::Ok,
        ImportState::Finished => Tone::Warn,
        _ => Tone::Bad,
    };
    let text = ctx.t_with(&format!("import-outcome-{}", report.import.state), &args);
    notice(tone, &text, None)
}

fn files(ctx: &Ctx, report: &ImportReport) -> Markup {
    let columns = [
        Column::number(ctx.t("import-number")),
        Column::new(ctx.t("import-file")),
        Column::new(ctx.t("import-outcome")),
        Column::number(ctx.t("column-claims")),
        Column::new(ctx.t("import-remarks")),
    ];
    let rows: Vec<_> = report.files.iter().map(|file| row(ctx, file)).collect();
    let caption = ctx.t_with("import-files-count", &[("count", report.files.len().into())]);
    table::table(ctx.lang, &caption, &columns, &rows)
}

fn row(ctx: &Ctx, file: &ImportFile) -> Row {
    let cells = vec![
        Cell::new(html! { (file.ordinal) }),
        Cell::title(html! {
            @match file.announcement {
                Some(id) => a href={ "/announcements/" (id) } { bdi { (file.name) } },
                None => bdi { (file.name) },
            }
        }),
        Cell::new(badge::file_outcome(ctx.lang, file.outcome)),
        Cell::new(html! { @if file.outcome == FileOutcome::New { (file.claims) } @else { (figure::dash()) } }),
        Cell::wide(html! {
            @for remark in &file.remarks { p { (crate::lang::remark::remark(ctx.lang, remark)) } }
        }),
    ];
    Row::new(cells).mark(if file.outcome == FileOutcome::Refused { Mark::Bad } else { Mark::None })
}
