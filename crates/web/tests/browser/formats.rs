//! Files of every kind that is read, chosen or dropped on the page, each answered by its row of the report.

use crate::browser::Browser;
use crate::docx_maker::{docx, p};
use crate::import::{REPORT, files, upload};
use crate::pdf_maker::pdf;
use crate::stage::{Reader, Stage};
use crate::texts::{MEETING, NOTICE};
use crate::world::World;
use samesky_app::Extractor;
use samesky_model::language::Language;
use serde_json::json;
use std::path::{Path, PathBuf};

const TABLE: &str = "city,projects,amount\n虚构市,12,35\n架空市,9,31.2\n岚桥市,8,28.7\n";

/// The reading worker: an example of this crate, which is built with its tests.
fn extractor() -> Extractor {
    let here = std::env::current_exe().expect("this test");
    let built = here.parent().and_then(Path::parent).expect("the folder of what is built");
    let worker = built.join("examples/extract_worker");
    assert!(worker.is_file(), "{} is not built: run the tests of the whole crate", worker.display());
    Extractor::new(worker, Vec::<String>::new())
}

fn page() -> Vec<u8> {
    let text: String = MEETING.split("\n\n").skip(1).map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    format!(
        "<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>岚桥市推介会</title></head><body><nav><a href=/>首页</a></nav>\
         <article><h1>岚桥市在星野市办投资推介会</h1>{text}</article><script>document.title = 'run'</script></body></html>"
    )
    .into_bytes()
}

fn printed() -> Vec<u8> {
    pdf(&[vec![
        (120, 780, 22, "虚构市举行投资推介会"),
        (114, 740, 12, "虚构市商务局2024年5月2日在东京举行投资推介会，会上签约项目12个，总"),
        (90, 722, 12, "投资35亿元，参会企业60家。"),
    ]])
}

fn written() -> Vec<u8> {
    docx(
        &[
            p("架空市投资合作推介会"),
            p("2024年5月3日，架空市商务局在架空市举行签约仪式，9个项目签约，总投资31.2亿元。"),
        ]
        .concat(),
    )
}

/// The row of the report in which this file stands.
async fn row(browser: &Browser, name: &str) -> String {
    browser.words(&format!("//main//tbody/tr[.//bdi[.='{name}']]")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn upload_of_html_pdf_docx_and_a_table_is_answered_row_by_row() {
    let Some(stage) = Stage::open(async { World::with(extractor()).await }).await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let (page, printed, written) = (page(), printed(), written());
    let sent: [(&str, &[u8]); 4] = [
        ("meeting.html", &page),
        ("printed.pdf", &printed),
        ("written.docx", &written),
        ("data.csv", TABLE.as_bytes()),
    ];
    let browser = stage.visit(Reader::of(Language::En)).await;
    upload(&browser, &files(folder.path(), &sent), false).await;
    browser.find(REPORT).await;
    assert!(browser.words(REPORT).await.contains("new 4"), "{}", browser.words("main").await);
    let table = row(&browser, "data.csv").await;
    assert!(table.contains("This looks like a table of data (CSV)"), "{table}");
    for (name, title, quote) in [
        ("meeting.html", "岚桥市在星野市办投资推介会", "86.4亿元"),
        ("printed.pdf", "虚构市举行投资推介会", "35亿元"),
        ("written.docx", "架空市投资合作推介会", "31.2亿元"),
    ] {
        let report = browser.here().await;
        assert!(!row(&browser, name).await.contains("table of data"), "{name}");
        browser.click(&format!("//main//td//a[.//bdi[.='{name}']]")).await;
        browser.find(&format!("//ol[@class='claims']//bdi[.='{quote}']")).await;
        assert_eq!(browser.words("h1").await, title);
        browser.open(&report).await;
        browser.find(REPORT).await;
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_dropped_on_the_page_are_gathered_and_sent_together() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let sent: [(&str, &[u8]); 3] =
        [("meeting.txt", MEETING.as_bytes()), ("notice.txt", NOTICE.as_bytes()), ("data.csv", TABLE.as_bytes())];
    let files = files(folder.path(), &sent);
    let browser = stage.visit(Reader::of(Language::En)).await;
    browser.open("/imports").await;
    browser.until("document.querySelector('.drop-hint')").await;
    drag(&browser, "dragEnter", &files[..2]).await;
    drag(&browser, "dragOver", &files[..2]).await;
    browser.until("document.querySelector('form.dropping')").await;
    drag(&browser, "drop", &files[..2]).await;
    browser.until("document.querySelector('input[type=file]').files.length === 2").await;
    assert_eq!(browser.count("form.dropping").await, 0);
    for kind in ["dragEnter", "dragOver", "drop"] {
        drag(&browser, kind, &files[2..]).await;
    }
    browser.until("document.querySelector('input[type=file]').files.length === 3").await;
    assert_eq!(browser.words(".drop-hint").await, "meeting.txt · notice.txt · data.csv");
    browser.click("form[action='/imports'] button").await;
    browser.find(REPORT).await;
    assert!(browser.words(REPORT).await.contains("new 3"), "{}", browser.words("main").await);
    for (name, _) in sent {
        row(&browser, name).await;
    }
    browser.close().await;
}

/// What the system tells the browser while files are dragged over it.
async fn drag(browser: &Browser, kind: &str, files: &[PathBuf]) {
    let data = json!({"items": [], "files": files, "dragOperationsMask": 1});
    browser.chromium("Input.dispatchDragEvent", json!({"type": kind, "x": 400, "y": 400, "data": data})).await;
}
