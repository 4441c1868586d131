//! The report of a list, and all organisations, as files for spreadsheets. No cell is a formula.

use crate::harmless::harmless;
use crate::lang::{self, Lang};
use crate::pages::frame::Answer;
use crate::state::{Officer, WebState};
use crate::ui::Ctx;
use axum::extract::{Path, State};
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use csv::{Terminator, WriterBuilder};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use samesky_app::organisations::list::job::{ListJobRow, RowFilter};
use samesky_app::{App, AppError, Session};
use samesky_model::id::ListJobId;
use samesky_model::record::ListMessage;

/// Rows that are read at a time.
const AT_A_TIME: u64 = 5_000;
/// Characters that a cell holds at most (Excel's limit).
const LONGEST: usize = 32_767;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn headers(kind: &'static str, name: &str) -> [(HeaderName, String); 2] {
    [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))]
}

pub(super) async fn csv(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<ListJobId>,
) -> Answer {
    let rows = all(state.app(), &state.session(&officer), id).await?;
    let text = as_csv(ctx.lang, &rows).map_err(|error| stopped(&error))?;
    Ok((headers("text/csv; charset=utf-8", "samesky-list-report.csv"), text).into_response())
}

pub(super) async fn xlsx(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<ListJobId>,
) -> Answer {
    let rows = all(state.app(), &state.session(&officer), id).await?;
    let lang = ctx.lang;
    let file = tokio::task::spawn_blocking(move || as_xlsx(lang, &rows)).await.map_err(|error| stopped(&error))?;
    let file = file.map_err(|error| stopped(&error))?;
    Ok((headers(XLSX, "samesky-list-report.xlsx"), file).into_response())
}

pub(super) async fn export(State(state): State<WebState>, officer: Officer) -> Answer {
    let text = state.app().export_organisations(&state.session(&officer)).await?;
    Ok((headers("text/csv; charset=utf-8", "samesky-organisations.csv"), text).into_response())
}

fn stopped(error: &dyn std::fmt::Display) -> AppError {
    AppError::Stopped(error.to_string())
}

async fn all(app: &App, session: &Session, id: ListJobId) -> Result<Vec<ListJobRow>, AppError> {
    let (mut rows, mut after) = (Vec::new(), 0);
    loop {
        let some = app.list_job_rows(session, id, RowFilter::default(), (after, 0, AT_A_TIME)).await?.items;
        let Some(last) = some.last() else { return Ok(rows) };
        after = last.row;
        rows.extend(some);
    }
}

const HEADS: [&str; 6] =
    ["lists-row", "import-outcome", "column-organisation", "lists-cell", "lists-problem", "lists-expected-head"];

/// A line for each message, and one for a row of which there is nothing to say.
fn lines(lang: Lang, row: &ListJobRow) -> Vec<[String; 6]> {
    let line = |message: Option<&ListMessage>| {
        [
            row.row.to_string(),
            lang::code::name(lang, row.outcome),
            row.name.clone().unwrap_or_default(),
            message.and_then(|one| one.cell.clone()).unwrap_or_default(),
            message.map(|one| lang::list::message(lang, one)).unwrap_or_default(),
            message.and_then(|one| lang::list::expected(lang, one)).unwrap_or_default(),
        ]
    };
    match row.messages.as_slice() {
        [] => vec![line(None)],
        several => several.iter().map(|one| line(Some(one))).collect(),
    }
}

fn as_csv(lang: Lang, rows: &[ListJobRow]) -> Result<Vec<u8>, csv::Error> {
    let mut file = WriterBuilder::new().terminator(Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    file.write_record(HEADS.map(|key| lang::tr(lang, key, &[])))?;
    for row in rows {
        for line in lines(lang, row) {
            file.write_record(line.map(harmless))?;
        }
    }
    file.into_inner().map_err(|error| error.into_error().into())
}

fn as_xlsx(lang: Lang, rows: &[ListJobRow]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = Format::new().set_bold();
    for (column, key) in (0_u16..).zip(HEADS) {
        sheet.write_string_with_format(0, column, lang::tr(lang, key, &[]), &bold)?;
    }
    let all = rows.iter().flat_map(|row| lines(lang, row));
    // A sheet holds 1,048,576 rows.
    for (number, line) in (1_u32..1_048_576).zip(all) {
        for (column, cell) in (0_u16..).zip(line) {
            sheet.write_string(number, column, cell.chars().take(LONGEST).collect::<String>())?;
        }
    }
    book.save_to_buffer()
}
