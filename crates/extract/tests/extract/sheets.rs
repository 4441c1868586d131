//! Spreadsheets of every kind, as rows.

use crate::extractor;
use crate::sheet_maker::{
    compound, hidden_columns, hidden_row, merged, ods, ods_locked, xls, xls_locked, xls_with, xlsx_of_rows,
};
use encoding_rs::GBK;
use rust_xlsxwriter::{ExcelDateTime, Format as Look, Formula, Workbook, Worksheet};
use samesky_extract::{CellKind, ExtractError, Format, Hint, Merged, Sheet, SheetCell};

fn read(bytes: &[u8]) -> Result<Sheet, ExtractError> {
    extractor().sheet(bytes, &Hint::default(), None)
}

fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().expect("a workbook")
}

fn text(column: u32, text: &str) -> SheetCell {
    SheetCell { column, text: text.to_owned(), kind: CellKind::Text, formula: false }
}

fn typed(column: u32, text: &str, kind: CellKind) -> SheetCell {
    SheetCell { column, text: text.to_owned(), kind, formula: false }
}

fn rows(sheet: &Sheet) -> Vec<(u32, bool, Vec<SheetCell>)> {
    sheet.rows.iter().map(|row| (row.number, row.hidden, row.cells.clone())).collect()
}

#[test]
fn xlsx_cells_come_as_they_are_shown() {
    let bytes = book(|sheet| {
        let date = ExcelDateTime::from_ymd(2021, 3, 5).expect("a date");
        let look = Look::new().set_num_format("yyyy-mm-dd");
        sheet.write(2, 1, "架空精机").expect("written");
        sheet.write(2, 2, 1_180_301_018_771_i64).expect("written");
        sheet.write(2, 3, 913_501_005_729_731_690.0).expect("written");
        sheet.write_datetime_with_format(2, 4, &date, &look).expect("written");
        sheet.write(2, 5, true).expect("written");
        sheet.write_formula(4, 1, Formula::new("=B3&\"x\"").set_result("架空精机x")).expect("written");
        sheet.write(6, 0, "甲").expect("written");
        sheet.set_row_hidden(6).expect("hidden");
    });
    let sheet = read(&bytes).expect("read");
    let first = vec![
        text(1, "架空精机"),
        typed(2, "1180301018771", CellKind::Number),
        typed(3, "9.135010057297317E+17", CellKind::Number),
        typed(4, "2021-03-05", CellKind::Date),
        typed(5, "TRUE", CellKind::Flag),
    ];
    let second = vec![SheetCell { formula: true, ..text(1, "架空精机x") }];
    assert_eq!(rows(&sheet), [(3, false, first), (5, false, second), (7, true, vec![text(0, "甲")])]);
    assert_eq!((sheet.format, sheet.name.as_str()), (Format::Xlsx, "Sheet1"));
}

#[test]
fn xlsx_merged_cells_are_told() {
    let bytes = book(|sheet| {
        sheet.merge_range(0, 1, 2, 3, "合并", &Look::new()).expect("merged");
    });
    let sheet = read(&bytes).expect("read");
    assert_eq!(sheet.merged, [Merged { rows: (1, 3), columns: (1, 3) }]);
    assert_eq!(rows(&sheet), [(1, false, vec![text(1, "合并")])]);
}

#[test]
fn sheet_is_the_named_one_or_the_first_that_says_something() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("空").expect("named");
    workbook.add_worksheet().set_name("名单").expect("named").write(0, 0, "甲").expect("written");
    workbook.add_worksheet().set_name("乙").expect("named").write(0, 0, "乙").expect("written");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    assert_eq!(read(&bytes).expect("read").name, "名单");
    let named = |name: &str| extractor().sheet(&bytes, &Hint::default(), Some(name));
    assert_eq!(rows(&named("乙").expect("read")), [(1, false, vec![text(0, "乙")])]);
    assert_eq!(named("空"), Err(ExtractError::EmptySheet { sheet: "空".to_owned() }));
    let sheets = "空, 名单, 乙".to_owned();
    assert_eq!(named("丙"), Err(ExtractError::NoSuchSheet { found: "丙".to_owned(), sheets }));
}

#[test]
fn ods_and_xls_are_read_alike() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let number = "<table:table-cell office:value-type=\"float\" office:value=\"1180301018771\"/>";
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let open =
        ods(&[row(&(cell("名称") + &cell("号码"))), row("<table:table-cell/>"), row(&(cell("架空精机") + number))]
            .concat());
    let old = xls(&[(0, 0, "名称"), (0, 1, "号码"), (2, 0, "架空精机")], &[(2, 1, 1_180_301_018_771.0)]);
    let expected = [
        (1, false, vec![text(0, "名称"), text(1, "号码")]),
        (3, false, vec![text(0, "架空精机"), typed(1, "1180301018771", CellKind::Number)]),
    ];
    for (bytes, format) in [(open, Format::Ods), (old, Format::Xls)] {
        let sheet = read(&bytes).unwrap_or_else(|error| panic!("{format}: {error}"));
        assert_eq!((sheet.format, sheet.name.as_str(), rows(&sheet)), (format, "一", expected.to_vec()));
    }
}

/// Row 2 and column B are hidden, A1 and A2 are one: in each kind of workbook.
#[test]
fn hidden_and_merged_cells_are_told_of_every_kind_of_workbook() {
    let new = book(|sheet| {
        sheet.merge_range(0, 0, 1, 0, "甲", &Look::new()).expect("merged");
        sheet.write(0, 1, "乙").expect("written");
        sheet.write(1, 1, "丙").expect("written");
        sheet.write(2, 1, "丁").expect("written");
        sheet.set_row_hidden(1).expect("hidden");
        sheet.set_column_hidden(1).expect("hidden");
    });
    let cell = |said: &str, text: &str| {
        format!("<table:table-cell office:value-type=\"string\"{said}><text:p>{text}</text:p></table:table-cell>")
    };
    let open = ods(&[
        "<table:table-column/><table:table-column table:visibility=\"collapse\"/>",
        "<table:table-row>",
        &cell(" table:number-columns-spanned=\"1\" table:number-rows-spanned=\"2\"", "甲"),
        &cell("", "乙"),
        "</table:table-row><table:table-row table:visibility=\"filter\"><table:covered-table-cell/>",
        &cell("", "丙"),
        "</table:table-row><table:table-row><table:table-cell/>",
        &cell("", "丁"),
        "</table:table-row>",
    ]
    .concat());
    let before = [hidden_columns(1, 1), hidden_row(1), merged([0, 1, 0, 0])];
    let old = xls_with(&before, &[(0, 0, "甲"), (0, 1, "乙"), (1, 1, "丙"), (2, 1, "丁")], &[]);
    let expected = [
        (1, false, vec![text(0, "甲"), text(1, "乙")]),
        (2, true, vec![text(1, "丙")]),
        (3, false, vec![text(1, "丁")]),
    ];
    for (bytes, format) in [(new, Format::Xlsx), (open, Format::Ods), (old, Format::Xls)] {
        let sheet = read(&bytes).unwrap_or_else(|error| panic!("{format}: {error}"));
        assert_eq!(rows(&sheet), expected, "{format}");
        assert_eq!(sheet.hidden_columns.iter().copied().collect::<Vec<_>>(), [1], "{format}");
        assert_eq!(sheet.merged, [Merged { rows: (1, 2), columns: (0, 0) }], "{format}");
    }
}

#[test]
fn delimited_text_comes_in_any_encoding() {
    let (bytes, ..) = GBK.encode("企业名称;国家\r\n虚构精密机械有限公司;中国\r\n");
    let sheet = read(&bytes).expect("read");
    let expected = [
        (1, false, vec![text(0, "企业名称"), text(1, "国家")]),
        (2, false, vec![text(0, "虚构精密机械有限公司"), text(1, "中国")]),
    ];
    assert_eq!((sheet.format, rows(&sheet)), (Format::Csv, expected.to_vec()));
}

#[test]
fn workbook_with_a_password_says_so_in_every_format() {
    let new = compound("EncryptedPackage", vec![1, 2, 3]);
    for (bytes, format) in
        [(new, Format::Xlsx), (xls_locked(0), Format::Xls), (xls_locked(1), Format::Xls), (ods_locked(), Format::Ods)]
    {
        assert_eq!(read(&bytes), Err(ExtractError::Locked { format }));
    }
}

#[test]
fn file_that_is_no_spreadsheet_says_what_it_is() {
    let not = |found: &str| Err(ExtractError::NotASheet { found: found.to_owned() });
    assert_eq!(read(b"%PDF-1.7\n"), not("PDF"));
    assert_eq!(read(b"\x89PNG\r\n\x1a\n"), not("PNG"));
    assert_eq!(read(b"<html><table><tr><td>x</table>"), not("HTML"));
    assert_eq!(read(b" \n "), Err(ExtractError::Empty));
    assert_eq!(read(b"PK\x03\x04rubbish"), Err(ExtractError::UnreadableZip));
    let whole = book(|sheet| {
        sheet.write(0, 0, "甲").expect("written");
    });
    assert_eq!(read(&whole[..whole.len() / 2]), Err(ExtractError::UnreadableZip));
}

#[test]
fn sheet_that_is_full_to_the_last_row_is_refused_and_one_far_cell_is_not() {
    let far = book(|sheet| {
        sheet.write(1_048_575, 0, "末").expect("written");
    });
    assert_eq!(rows(&read(&far).expect("read")), [(1_048_576, false, vec![text(0, "末")])]);
    assert_eq!(read(&xlsx_of_rows(3)).expect("read").rows.len(), 3);
    assert_eq!(read(&xlsx_of_rows(1_048_576)), Err(ExtractError::SheetTooLong { limit: 200_000 }));
    let long = "甲\n".repeat(200_001);
    assert_eq!(read(long.as_bytes()), Err(ExtractError::SheetTooLong { limit: 200_000 }));
}
