//! A spreadsheet: one sheet of figures. Words are typed as words, so that nothing in them is ever a formula or a link.

use super::super::wanted::{Asked, Wanted};
use super::cells::{Cell, cells, heads};
use super::{batch, headers};
use crate::lang::{Lang, tr};
use crate::pages::frame::Answer;
use crate::state::{Officer, WebState};
use crate::ui::Ctx;
use axum::extract::{Query, State};
use axum::response::IntoResponse;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};
use samesky_app::AppError;
use samesky_app::figures::FigureRow;
use samesky_model::Decimal;

/// Figures that one spreadsheet holds at most; it is put together in memory. The CSV file has no such limit.
const MOST: i64 = 20_000;

/// Characters that a cell holds at most (ECMA-376; Excel's limit).
const LONGEST: usize = 32_767;

/// Digits that a spreadsheet's number keeps (IEEE 754 binary64): a number with more of them is written as words.
const DIGITS: i128 = 1_000_000_000_000_000;

const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(in crate::pages::figures) async fn download(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer {
    let wanted = Wanted { after: None, ..asked.read()? };
    let session = state.session(&officer);
    let mut page = batch(state.app(), &session, &wanted, None).await?;
    if page.total > MOST {
        return Err(AppError::invalid_value("format", "too-many-for-xlsx", page.total.to_string()).into());
    }
    let mut rows = std::mem::take(&mut page.items);
    while let Some(cursor) = page.next.take() {
        page = batch(state.app(), &session, &wanted, Some(cursor)).await?;
        if page.items.is_empty() {
            break;
        }
        rows.append(&mut page.items);
    }
    let lang = ctx.lang;
    let file = tokio::task::spawn_blocking(move || written(lang, &rows))
        .await
        .map_err(|error| stopped(&error))?
        .map_err(|error| stopped(&error))?;
    Ok((headers(&wanted, KIND, "xlsx"), file).into_response())
}

fn stopped(error: &dyn std::fmt::Display) -> AppError {
    AppError::Stopped(error.to_string())
}

fn written(lang: Lang, rows: &[FigureRow]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(tr(lang, "nav-figures", &[]))?;
    let lines = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = Format::new().set_bold();
    for (column, (head, width)) in (0_u16..).zip(heads(lang)) {
        sheet.write_string_with_format(0, column, head, &bold)?;
        sheet.set_column_width(column, f64::from(width))?;
    }
    for (line, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells(lang, row)) {
            write(sheet, (line, column), cell, &lines)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

fn write(sheet: &mut Worksheet, (line, column): (u32, u16), cell: Cell, lines: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let text: String = text.chars().take(LONGEST).collect();
            sheet.write_string_with_format(line, column, text, lines)?;
        }
        Cell::Number(value) => match exact(value) {
            Some(number) => drop(sheet.write_number(line, column, number)?),
            None => drop(sheet.write_string(line, column, value.to_string())?),
        },
    }
    Ok(())
}

/// The number, where the spreadsheet keeps every digit of it.
fn exact(value: Decimal) -> Option<f64> {
    let number = value.normalize();
    if number.mantissa().abs() < DIGITS { number.to_f64() } else { None }
}

#[cfg(test)]
mod tests {
    use super::exact;

    #[test]
    fn exact_number_with_too_many_digits_is_none() {
        assert_eq!(exact("20450000000.50".parse().expect("a number")), Some(20_450_000_000.5));
        assert_eq!(exact("123456789012345".parse().expect("a number")), Some(123_456_789_012_345.0));
        assert_eq!(exact("1234567890123456".parse().expect("a number")), None);
        assert_eq!(exact("0.1234567890123456789".parse().expect("a number")), None);
    }
}
