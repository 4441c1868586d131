//! Figures as files: whole values, hostile words, everything that the filter lets through.

use crate::seed::{Notice, announce, later};
use crate::support::World;
use axum::http::header;
use calamine::{Data, Reader, Xlsx};
use samesky_app::figures::FigureFilter;
use std::io::Cursor;

/// Identifiers are other ones in every database: their places are what counts.
fn without_ids(text: &str) -> String {
    let is_id = |cell: &str| cell.len() == 36 && cell.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let line =
        |line: &str| line.split(',').map(|cell| if is_id(cell) { "ID" } else { cell }).collect::<Vec<_>>().join(",");
    text.split("\r\n").map(line).collect::<Vec<_>>().join("\r\n")
}

const EXPECTED: &str = "\u{feff}Measure,Of what,Value,Unit,Qualifier,Money class,Size class,Status,Period,Period or cumulative,Year,Event,Event date,Project,Organisation,Sources,Counted,As each source states,Quote,Publisher,Published,Source address,Announcement id,Claim id,Figure id,Team\r
Total investment,,30000000000,CNY,exact,Planned total,,Actual,2023,,2023,,,,,One source,Counted,exact 30000000000,CNY 30 bn,\"'=HYPERLINK(\"\"https://evil.example\"\") <b>Gazette</b> (fictitious)\",2023-08-31,https://example.org/notice,ID,ID,ID,\r
Investment,<script>alert(1)</script>,1270000000.5,USD,exact,Paid in,,Actual,2023,,2023,,,,'=1+1 Works (fictitious),One source,Counted,exact 1270000000.5,'=cmd|' /C calc'!A0 USD 1.27 bn,\"'=HYPERLINK(\"\"https://evil.example\"\") <b>Gazette</b> (fictitious)\",2023-08-31,https://example.org/notice,ID,ID,ID,\r
";

#[tokio::test]
async fn csv_is_whole_and_holds_no_formula() {
    let world = World::new().await;
    later(&world).await;
    let answer = world.get("/figures/export.csv?year=2023&lang=en").await;
    assert_eq!(answer.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    assert_eq!(answer.header(header::CONTENT_DISPOSITION), "attachment; filename=\"figures-2023.csv\"");
    assert_eq!(without_ids(&answer.text()), EXPECTED);
}

fn sheet(bytes: Vec<u8>) -> (Vec<Vec<Data>>, usize) {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let name = book.sheet_names()[0].clone();
    let rows = book.worksheet_range(&name).expect("a sheet").rows().map(<[Data]>::to_vec).collect();
    let formulas = book.worksheet_formula(&name).expect("formulas").used_cells().count();
    (rows, formulas)
}

#[tokio::test]
async fn xlsx_has_the_cells_of_the_csv_as_words_and_numbers() {
    let world = World::new().await;
    later(&world).await;
    let answer = world.get("/figures/export.xlsx?year=2023&lang=en").await;
    assert_eq!(answer.header(header::CONTENT_DISPOSITION), "attachment; filename=\"figures-2023.xlsx\"");
    let (rows, formulas) = sheet(answer.bytes);
    assert_eq!(formulas, 0);
    let plain = EXPECTED.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(plain.as_bytes());
    let expected: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("a row").iter().map(ToOwned::to_owned).collect()).collect();
    assert_eq!(rows.len(), expected.len());
    for (row, expected) in rows.iter().zip(&expected) {
        for (place, (cell, expected)) in row.iter().zip(expected).enumerate() {
            match cell {
                Data::String(text) if expected == "ID" => assert_eq!(text.len(), 36),
                Data::String(text) => assert_eq!(text, expected.strip_prefix('\'').unwrap_or(expected), "{place}"),
                Data::Float(number) => assert_eq!(number.to_string(), *expected, "{place}"),
                Data::Empty => assert_eq!(expected, "", "{place}"),
                other => panic!("{other:?} at {place}"),
            }
        }
        assert!(matches!(row[2], Data::Float(_)) || row[2] == Data::String("Value".to_owned()), "a value is a number");
    }
}

#[tokio::test]
async fn files_hold_every_figure_and_not_one_page() {
    let world = World::new().await;
    let lines: Vec<String> =
        (1..=520).map(|number| format!("虚构第{number}号项目总投资{}.{}亿元。", number, number % 9 + 1)).collect();
    let words: &'static str = Box::leak(lines.join("\n").into_boxed_str());
    let notice = Notice { words, publisher: "虚构商务局", published: "2021-05-01", language: "zh-Hans" };
    let id = announce(&world, &notice).await;
    let claims = world.app.review(&world.session, id).await.expect("a review").claims;
    let seen: Vec<_> = claims.iter().map(|claim| (claim.id, claim.version)).collect();
    world.app.accept_clear(&world.session, id, &seen).await.expect("accepted");
    let all = FigureFilter::default();
    let page = samesky_app::Page::first(1);
    let total = world.app.figures(&world.session, &all, &samesky_app::figures::FigureSort::default(), &page).await;
    let total = usize::try_from(total.expect("figures").total).expect("a number");
    assert!(total > 500, "only {total} figures were read: the test needs more than one batch");
    let csv = world.get("/figures/export.csv").await.text();
    let rows = csv::ReaderBuilder::new().from_reader(csv.as_bytes()).records().filter(Result::is_ok).count();
    let (sheet, _) = sheet(world.get("/figures/export.xlsx").await.bytes);
    assert_eq!((rows, sheet.len() - 1), (total, total));
}

#[tokio::test]
async fn csv_of_nothing_has_a_head() {
    let world = World::new().await;
    let csv = world.get("/figures/export.csv?lang=ja").await.text();
    assert!(csv.starts_with("\u{feff}指標,") && csv.lines().count() == 1, "{csv}");
}
