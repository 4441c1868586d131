//! Comma-separated values (RFC 4180) in UTF-8 with a byte-order mark, which spreadsheets need to see that it is UTF-8.

use super::super::wanted::{Asked, Wanted};
use super::cells::{Cell, cells, heads};
use super::{batch, headers};
use crate::harmless::harmless;
use crate::lang::Lang;
use crate::pages::frame::Answer;
use crate::state::{Officer, WebState};
use crate::ui::Ctx;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::response::IntoResponse;
use csv::{Terminator, WriterBuilder};
use futures::stream;
use samesky_app::figures::FigureRow;
use samesky_app::{App, PageOf, Session};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The file is written while it is read: the first figures are there before the answer begins, so that a failure of the
/// first batch is still a page; a later one breaks the download off.
pub(in crate::pages::figures) async fn download(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer {
    let wanted = Wanted { after: None, ..asked.read()? };
    let session = state.session(&officer);
    let first = batch(state.app(), &session, &wanted, None).await?;
    let headers = headers(&wanted, "text/csv; charset=utf-8", "csv");
    let export = Export { app: state.app().clone(), session, wanted, lang: ctx.lang };
    let rest = stream::try_unfold((export, Some(Ok(first)), true), |(export, next, head)| async move {
        let Some(next) = next else { return Ok::<_, axum::Error>(None) };
        let page: PageOf<FigureRow> = match next {
            Ok(page) => page,
            Err(cursor) => {
                batch(&export.app, &export.session, &export.wanted, Some(cursor)).await.map_err(axum::Error::new)?
            }
        };
        let text = written(export.lang, &page.items, head).map_err(axum::Error::new)?;
        let next = page.next.filter(|_| !page.items.is_empty()).map(Err);
        Ok(Some((text, (export, next, false))))
    });
    Ok((headers, Body::from_stream(rest)).into_response())
}

struct Export {
    app: App,
    session: Session,
    wanted: Wanted,
    lang: Lang,
}

fn written(lang: Lang, rows: &[FigureRow], head: bool) -> Result<Vec<u8>, csv::Error> {
    let start = if head { BYTE_ORDER_MARK.as_bytes().to_vec() } else { Vec::new() };
    let mut file = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(start);
    if head {
        file.write_record(heads(lang).iter().map(|(head, _)| head))?;
    }
    for row in rows {
        file.write_record(cells(lang, row).into_iter().map(plain))?;
    }
    file.into_inner().map_err(|error| error.into_error().into())
}

fn plain(cell: Cell) -> String {
    match cell {
        Cell::Number(value) => value.to_string(),
        Cell::Text(text) => harmless(text),
        Cell::Empty => String::new(),
    }
}
