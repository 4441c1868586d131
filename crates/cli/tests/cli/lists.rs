//! `samesky import organisations`: lists as officers have them, with everything that spreadsheets do to them.

use crate::support::{Said, file, made, run, text};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use samesky_testkit::{TestDatabase, databases};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const HEAD: [&str; 5] = ["序号", "企业名称", "统一社会信用代码", "国家/地区", "成立日期"];

fn import(database: &TestDatabase, path: &Path, more: &[&str]) -> Said {
    run([&["import", "organisations", "--json", "--database", &database.url, text(path)][..], more].concat())
}

/// A dry run on a database of its own: what comes of each row, with its cells and codes.
fn tried(path: &Path, more: &[&str]) -> Value {
    let database = TestDatabase::sqlite();
    let said = import(&database, path, &[&["--dry-run"][..], more].concat());
    let report = said.json();
    assert_eq!(said.code, Some(if is_clean(&report) { 0 } else { 1 }), "{said:?}");
    report
}

fn is_clean(report: &Value) -> bool {
    report["totals"]["refused"] == 0 && report["totals"]["doubtful"] == 0 && report["rows"] != json!([])
}

fn book(folder: &TempDir, fill: impl FnOnce(&mut Worksheet)) -> PathBuf {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    file(folder.path(), "名单.xlsx", book.save_to_buffer().expect("a workbook"))
}

fn put(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        sheet.write(row, column, *cell).expect("written");
    }
}

/// Row, outcome, and each message with its cell.
type Row = (u64, String, Vec<(String, String)>);

fn rows(report: &Value) -> Vec<Row> {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let messages = |row: &Value| {
        let all = row["messages"].as_array().expect("messages").iter();
        all.map(|one| (word(&one["cell"]), word(&one["code"]))).collect()
    };
    let all = report["rows"].as_array().expect("rows").iter();
    all.map(|row| (row["row"].as_u64().expect("a number"), word(&row["outcome"]), messages(row))).collect()
}

fn row(number: u64, outcome: &str, messages: &[(&str, &str)]) -> Row {
    let messages = messages.iter().map(|(cell, code)| ((*cell).to_owned(), (*code).to_owned())).collect();
    (number, outcome.to_owned(), messages)
}

#[tokio::test(flavor = "multi_thread")]
async fn list_is_imported_corrected_exported_and_taken_back() {
    for database in databases().await {
        let folder = TempDir::new().expect("a folder");
        let fill = |phone: &'static str| {
            move |sheet: &mut Worksheet| {
                put(sheet, 0, &["2026年推介会参会企业名单"]);
                put(sheet, 2, &["序号", "企业名称", "统一社会信用代码", "国家/地区", "联系电话"]);
                put(sheet, 3, &["1", "虚构精密机械有限公司", "９１３５０１００Ｍ０００１００Ｙ４３", "中国", phone]);
                put(sheet, 4, &["2", "株式会社架空精機", "", "日本", ""]);
            }
        };
        let path = book(&folder, fill("0591-1"));
        let said = import(&database, &path, &[]);
        assert_eq!((said.code, &said.err), (Some(0), &made(&database.url)), "{}: {}", database.name, said.out);
        let report = said.json();
        assert_eq!(rows(&report), [row(4, "new", &[("C4", "number-mended")]), row(5, "new", &[])]);
        assert_eq!((&report["header_rows"], &report["sheet"]), (&json!([3]), &json!("Sheet1")));
        assert_eq!(report["mapping"]["企业名称"], "name.zh-Hans.legal");
        let first = &report["rows"][0];
        assert_eq!(first["identifiers"], json!({"cn-uscc": "91350100M000100Y43"}));
        assert_eq!((&first["organisation"], &first["country"]), (&json!("虚构精密机械有限公司"), &json!("CN")));
        let totals = |totals: [u64; 5]| {
            let [new, updated, unchanged, doubtful, refused] = totals;
            json!({"new": new, "updated": updated, "unchanged": unchanged, "doubtful": doubtful, "refused": refused})
        };
        assert_eq!(import(&database, &path, &[]).json()["totals"], totals([0, 0, 2, 0, 0]));
        let path = book(&folder, fill("0591-2"));
        let corrected = import(&database, &path, &[]).json();
        assert_eq!(corrected["totals"], totals([0, 1, 1, 0, 0]));
        let place = ["--database", &database.url];
        let export = run([&["organisations", "export"][..], &place].concat());
        assert_eq!((export.code, export.out.contains("0591-2")), (Some(0), true), "{export:?}");
        let path = file(folder.path(), "export.csv", &export.out);
        assert_eq!(import(&database, &path, &[]).json()["totals"], totals([0, 0, 2, 0, 0]), "{}", export.out);
        let id = corrected["import"].as_str().expect("an import");
        let undone = run([&["organisations", "undo-import", id][..], &place].concat());
        assert_eq!(undone.out, "0 organisations removed, 1 brought back to what they were.\n", "{undone:?}");
        let path = book(&folder, fill("0591-1"));
        assert_eq!(import(&database, &path, &[]).json()["totals"], totals([0, 0, 2, 0, 0]));
    }
}

/// A branch is told by the number of its company where that has one, and by its name where it has none; both come back from the export.
#[tokio::test(flavor = "multi_thread")]
async fn parent_goes_out_with_the_list_and_comes_back_with_it() {
    for database in databases().await {
        let folder = TempDir::new().expect("a folder");
        let list = "企业名称,统一社会信用代码,parent.branch,parent.affiliate\r\n\
                    虚构精密机械有限公司,91350100M000100Y43,,\r\n\
                    虚构精密机械有限公司成都分公司,,91350100M000100Y43,\r\n\
                    架空食品股份有限公司,,,虚构精密机械有限公司\r\n";
        let path = file(folder.path(), "甲.csv", list);
        let first = import(&database, &path, &[]);
        assert_eq!(first.json()["totals"]["new"], 3, "{}: {}", database.name, first.out);
        let exported = |url: &str| run(["organisations", "export", "--database", url]).out;
        let out = exported(&database.url);
        assert!(out.contains("cn-uscc:91350100M000100Y43"), "{out}");
        let other = TestDatabase::sqlite();
        let again = import(&other, &file(folder.path(), "乙.csv", &out), &[]).json();
        assert_eq!((&again["totals"]["new"], &again["totals"]["doubtful"]), (&json!(3), &json!(0)), "{again}");
        assert_eq!(exported(&other.url), out, "{}", database.name);
        assert_eq!(import(&database, &path, &[]).json()["totals"]["unchanged"], 3, "{}", database.name);
    }
}

#[test]
fn numbers_that_a_spreadsheet_spoiled_are_mended_or_named_with_their_cells() {
    let folder = TempDir::new().expect("a folder");
    let path = book(&folder, |sheet| {
        put(sheet, 0, &["会社名", "法人番号", "เลขทะเบียนนิติบุคคล", "統一社会信用コード"]);
        put(sheet, 1, &["株式会社架空一号"]);
        sheet.write(1, 1, 1_180_301_018_771_i64).expect("written");
        put(sheet, 2, &["บริษัท สมมติรุ่งเรือง จำกัด"]);
        sheet.write(2, 2, 107_544_000_108_i64).expect("written");
        put(sheet, 3, &["虚构精密机械有限公司"]);
        sheet.write(3, 3, 913_501_005_729_731_690.0).expect("written");
        put(sheet, 4, &["架空食品株式会社"]);
        let date = ExcelDateTime::from_ymd(2021, 3, 5).expect("a date");
        sheet.write_datetime_with_format(4, 1, &date, &Format::new().set_num_format("yyyy-mm-dd")).expect("written");
        put(sheet, 5, &["虚构运输有限公司", "", "", "9.135E+17"]);
    });
    let report = tried(&path, &[]);
    let expected = [
        row(2, "new", &[]),
        row(3, "new", &[("C3", "number-mended")]),
        row(4, "refused", &[("D4", "number-digits-lost")]),
        row(5, "refused", &[("B5", "number-date")]),
        row(6, "refused", &[("D6", "number-digits-lost")]),
    ];
    assert_eq!(rows(&report), expected);
    assert_eq!(report["rows"][1]["identifiers"], json!({"th-juristic": "0107544000108"}));
    let said = &report["rows"][2]["messages"][0];
    assert!(said["problem"].as_str().is_some_and(|text| text.contains("9.13501005729731")), "{said}");
    assert_eq!(said["expected"], "the number as its register writes it, in a cell formatted as text");
}

#[test]
fn merged_cells_hidden_rows_and_two_rows_of_heads_are_read_and_told() {
    let folder = TempDir::new().expect("a folder");
    let path = book(&folder, |sheet| {
        let look = Format::new();
        sheet.merge_range(0, 0, 1, 0, "企业名称", &look).expect("merged");
        sheet.merge_range(0, 1, 0, 2, "联系方式", &look).expect("merged");
        put(sheet, 1, &["", "电话", "邮箱", "国家"]);
        put(sheet, 2, &["虚构精密机械有限公司", "1", "a@example.org"]);
        put(sheet, 3, &["株式会社架空精機", "2", "b@example.org"]);
        sheet.merge_range(2, 3, 3, 3, "日本", &look).expect("merged");
        put(sheet, 4, &["架空食品股份有限公司", "3", "c"]);
        sheet.set_row_hidden(4).expect("hidden");
    });
    let report = tried(&path, &[]);
    assert_eq!(report["header_rows"], json!([1, 2]));
    let mapping = json!({"企业名称": "name.zh-Hans.legal", "联系方式 / 电话": "phone", "联系方式 / 邮箱": "email", "国家": "country"});
    assert_eq!(report["mapping"], mapping);
    let expected = [
        row(3, "new", &[]),
        row(4, "new", &[("D4", "cell-merged")]),
        row(5, "new", &[("", "row-hidden"), ("C5", "no-email")]),
    ];
    assert_eq!(rows(&report), expected);
    assert_eq!(report["rows"][1]["country"], "JP");
    assert_eq!(report["messages"][0]["code"], "rows-hidden");
}

#[test]
fn dates_formulas_and_odd_names_are_named_with_their_cells() {
    let folder = TempDir::new().expect("a folder");
    let path = book(&folder, |sheet| {
        put(sheet, 0, &HEAD);
        put(sheet, 1, &["1", "虚构精密机械有限公司"]);
        sheet.write(1, 4, 35_886).expect("written");
        put(sheet, 2, &["2", "", "", "虚构国", "去年"]);
        sheet.write_formula(2, 1, Formula::new("=A1&\"x\"").set_result("架空食品股份有限公司")).expect("written");
        put(sheet, 3, &["3", "=HYPERLINK(\"https://example.org\",\"甲\")"]);
        put(sheet, 4, &["4", "NULL"]);
        sheet.write(5, 1, 360).expect("written");
        let date = ExcelDateTime::from_ymd(2021, 3, 5).expect("a date");
        sheet.write_datetime_with_format(6, 1, &date, &Format::new().set_num_format("yyyy-mm-dd")).expect("written");
        put(sheet, 7, &["7", "", "91350100M000100Y43"]);
        sheet.write_formula(8, 1, Formula::new("=NA()").set_result("#N/A")).expect("written");
    });
    let expected = [
        row(2, "new", &[("E2", "date-days")]),
        row(3, "new", &[("B3", "formula-value"), ("D3", "no-country"), ("E3", "no-date")]),
        row(4, "refused", &[("B4", "formula-text")]),
        row(5, "doubtful", &[("B5", "name-null")]),
        row(6, "doubtful", &[("B6", "name-number")]),
        row(7, "doubtful", &[("B7", "name-date")]),
        row(8, "refused", &[("B8", "name-missing")]),
        row(9, "refused", &[("B9", "cell-error")]),
    ];
    assert_eq!(rows(&tried(&path, &[])), expected);
}

#[test]
fn one_number_on_two_companies_and_a_number_of_another_register_are_questions() {
    let folder = TempDir::new().expect("a folder");
    let path = book(&folder, |sheet| {
        put(sheet, 0, &HEAD);
        put(sheet, 1, &["1", "虚构精密机械有限公司", "91350100M000100Y43"]);
        put(sheet, 2, &["2", "架空食品股份有限公司", "91350100M000100Y43"]);
        put(sheet, 3, &["3", "虚构运输有限公司", "1180301018771"]);
        put(sheet, 4, &["4", "架空百货有限公司", "91350100M000100Y44"]);
    });
    let expected = [
        row(2, "doubtful", &[("C2", "number-twice")]),
        row(3, "doubtful", &[("C3", "number-twice")]),
        row(4, "doubtful", &[("C4", "number-other-scheme")]),
        row(5, "doubtful", &[("C5", "number-fails")]),
    ];
    assert_eq!(rows(&tried(&path, &[])), expected);
}

#[test]
fn unreadable_file_says_why_and_ends_with_two() {
    let folder = TempDir::new().expect("a folder");
    let database = TestDatabase::sqlite();
    let refused = |name: &str, bytes: &[u8], more: &[&str]| {
        let said = import(&database, &file(folder.path(), name, bytes), more);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{name}: {said:?}");
        said.err.lines().last().unwrap_or_default().to_owned()
    };
    let empty = std::fs::read(book(&folder, |_| {})).expect("read");
    assert_eq!(refused("空.xlsx", &empty, &[]), "samesky: The sheet Sheet1 is empty");
    assert_eq!(refused("乙.xlsx", &empty, &["--sheet", "乙"]), "samesky: There is no sheet 乙; there are: Sheet1");
    assert_eq!(
        refused("甲.pdf", b"%PDF-1.7\n", &[]),
        "samesky: PDF is no spreadsheet; XLSX, XLS, ODS and CSV are read"
    );
    assert_eq!(refused("断.xlsx", &empty[..empty.len() / 2], &[]), "samesky: This ZIP is damaged");
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &[0; 600][..], &locked].concat();
    assert_eq!(refused("锁.xlsx", &locked, &[]), "samesky: This XLSX is locked with a password");
    assert_eq!(refused("空.csv", b"\n\n", &[]), "samesky: The input has no text");
}

#[test]
fn mapping_file_says_what_columns_are_and_what_becomes_of_rows() {
    let folder = TempDir::new().expect("a folder");
    let list = file(folder.path(), "a.csv", "甲栏;乙栏\r\n虚构精密机械有限公司;x\r\nNULL;y\r\n");
    let mapping = "{\"header_rows\": [1], \"columns\": {\"甲栏\": \"name.zh-Hans.legal\", \"B\": \"note\"}, \"rows\": {\"3\": \"skip\"}}";
    let mapping = file(folder.path(), "mapping.json", mapping);
    let report = tried(&list, &["--mapping", text(&mapping)]);
    assert_eq!(report["mapping"], json!({"甲栏": "name.zh-Hans.legal", "乙栏": "note"}));
    let expected = [row(2, "new", &[]), row(3, "unchanged", &[("A3", "name-null"), ("", "row-skipped")])];
    assert_eq!(rows(&report), expected);
    let wrong = file(folder.path(), "wrong.json", "{\"columns\": {\"甲栏\": \"nation\"}}");
    let said = import(&TestDatabase::sqlite(), &list, &["--mapping", text(&wrong)]);
    assert_eq!(said.code, Some(2), "{said:?}");
    assert!(said.err.contains("\"nation\" is no field"), "{said:?}");
}

#[test]
fn report_for_people_speaks_their_language() {
    let folder = TempDir::new().expect("a folder");
    let path = book(&folder, |sheet| {
        put(sheet, 0, &HEAD);
        put(sheet, 1, &["1", "NULL"]);
    });
    let database = TestDatabase::sqlite();
    let said = run([
        "--language",
        "zh-Hans",
        "import",
        "organisations",
        "--dry-run",
        "--database",
        &database.url,
        text(&path),
    ]);
    assert_eq!(
        said.out,
        "     2  存疑  NULL  B2: “NULL”像是程序的空值\n新增 0，更新 0，未变 0，存疑 1，拒绝 0\n试运行，未导入任何内容。\n"
    );
}
