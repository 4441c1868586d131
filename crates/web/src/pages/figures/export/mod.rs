//! Figures as files: everything that the filter lets through, with the words and the addresses that they came from.

mod cells;
mod csv;
mod xlsx;

pub(super) use csv::download as csv;
pub(super) use xlsx::download as xlsx;

use super::wanted::Wanted;
use axum::http::{HeaderName, header};
use samesky_app::figures::FigureRow;
use samesky_app::{App, AppError, Page, PageOf, Session};

/// Figures read at a time.
const BATCH: u64 = 500;

async fn batch(
    app: &App,
    session: &Session,
    wanted: &Wanted,
    after: Option<String>,
) -> Result<PageOf<FigureRow>, AppError> {
    app.figures(session, &wanted.filter, &wanted.sort, &Page { after, limit: BATCH }).await
}

/// The headers of a file that is handed over: its kind and its name, `figures-2023.csv`.
fn headers(wanted: &Wanted, kind: &str, ending: &str) -> [(HeaderName, String); 3] {
    let year = wanted.filter.year.map(|year| format!("-{year}")).unwrap_or_default();
    [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"figures{year}.{ending}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ]
}
