//! The audit as a file: everything that a filter lets through, newest first, as CSV or as JSON lines. It is written while it is
//! read, so that its length does not matter.

use crate::api::AuditLine;
use crate::harmless::harmless;
use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use csv::{Terminator, WriterBuilder};
use futures::stream;
use samesky_app::audit::AuditFilter;
use samesky_app::{App, AppError, Page, PageOf, Session};
use samesky_model::record::AuditRecord;
use std::str::FromStr;

/// Changes read at a time.
const BATCH: u64 = 500;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// How the file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For spreadsheets.
    Csv,
    /// For programs: one JSON object a line.
    JsonLines,
}

impl FromStr for Format {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "csv" => Ok(Self::Csv),
            "jsonl" => Ok(Self::JsonLines),
            _ => Err(()),
        }
    }
}

struct Export {
    app: App,
    session: Session,
    filter: AuditFilter,
    format: Format,
}

/// The file. A failure of the first changes is still an answer of its own; a later one breaks the download off.
pub(crate) async fn file(
    app: &App,
    session: Session,
    filter: AuditFilter,
    format: Format,
) -> Result<Response, AppError> {
    let export = Export { app: app.clone(), session, filter, format };
    let first = export.batch(None).await?;
    let (kind, ending) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::JsonLines => ("application/x-ndjson", "jsonl"),
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"audit.{ending}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    let rest = stream::try_unfold((export, Some(Ok(first)), true), |(export, next, head)| async move {
        let Some(next) = next else { return Ok::<_, axum::Error>(None) };
        let page: PageOf<AuditRecord> = match next {
            Ok(page) => page,
            Err(cursor) => export.batch(Some(cursor)).await.map_err(axum::Error::new)?,
        };
        let next = page.next.filter(|_| !page.items.is_empty()).map(Err);
        let text = export.written(page.items, head).map_err(axum::Error::new)?;
        Ok(Some((text, (export, next, false))))
    });
    Ok((headers, Body::from_stream(rest)).into_response())
}

impl Export {
    async fn batch(&self, after: Option<String>) -> Result<PageOf<AuditRecord>, AppError> {
        self.app.audit(&self.session, &self.filter, &Page { after, limit: BATCH }).await
    }

    fn written(&self, records: Vec<AuditRecord>, head: bool) -> std::io::Result<Vec<u8>> {
        let lines = records.into_iter().map(AuditLine::from);
        match self.format {
            Format::Csv => table(lines, head),
            Format::JsonLines => {
                let mut text = Vec::new();
                for line in lines {
                    serde_json::to_writer(&mut text, &line)?;
                    text.push(b'\n');
                }
                Ok(text)
            }
        }
    }
}

/// Every cell is made harmless: nothing in it is a formula to a spreadsheet.
fn table(lines: impl Iterator<Item = AuditLine>, head: bool) -> std::io::Result<Vec<u8>> {
    let start = if head { BYTE_ORDER_MARK.as_bytes().to_vec() } else { Vec::new() };
    let mut file = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(start);
    if head {
        file.write_record(AuditLine::HEADS)?;
    }
    for line in lines {
        file.write_record(line.cells().map(harmless))?;
    }
    file.into_inner().map_err(|error| error.into_error())
}
