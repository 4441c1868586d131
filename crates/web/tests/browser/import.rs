//! Bringing announcements in: by pasting, by sending files, again.

use crate::browser::Browser;
use crate::stage::{Reader, Stage};
use crate::texts::{MEETING, NOTICE};
use crate::world::World;
use samesky_model::language::Language;
use std::path::PathBuf;

/// What the report says first.
pub(crate) const REPORT: &str = "//main//div[contains(@class, 'flash')]";

#[tokio::test(flavor = "multi_thread")]
async fn import_by_paste_ends_in_a_report_that_leads_to_the_review() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En)).await;
    paste(&browser, MEETING).await;
    browser.find(REPORT).await;
    assert!(browser.words(REPORT).await.contains("new 1"), "{}", browser.words(REPORT).await);
    browser.click("//main//td//a[starts-with(@href, '/announcements/')]").await;
    browser.find(".paper mark").await;
    assert_eq!(browser.words("h1").await, "岚桥市在星野市办投资推介会 24个项目签约总投资86.4亿元");
    assert!(browser.words(".paper").await.contains("港口新区签约"));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn import_of_files_with_a_refused_one_keeps_nothing_and_names_it_until_told_otherwise() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let files = files(
        folder.path(),
        &[("meeting.txt", MEETING.as_bytes()), ("empty.txt", b""), ("notice.txt", NOTICE.as_bytes())],
    );
    let browser = stage.visit(Reader::of(Language::En)).await;
    upload(&browser, &files, false).await;
    browser.find("tr.bad").await;
    browser.find(REPORT).await;
    assert!(browser.words("tr.bad").await.contains("empty.txt"), "{}", browser.words("main").await);
    assert!(browser.words(REPORT).await.contains("nothing was kept"));
    browser.open("/announcements").await;
    assert_eq!(browser.count("main tbody tr").await, 0);

    upload(&browser, &files, true).await;
    browser.find("tr.bad").await;
    browser.find(REPORT).await;
    let said = browser.words(REPORT).await;
    assert!(said.contains("new 2") && said.contains("refused 1"), "{said}");
    browser.open("/announcements").await;
    assert_eq!(browser.count("main tbody tr").await, 2);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn import_of_the_same_file_again_recognises_it() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let files = files(folder.path(), &[("first.txt", MEETING.as_bytes()), ("second.txt", NOTICE.as_bytes())]);
    let browser = stage.visit(Reader::of(Language::En)).await;
    upload(&browser, &files[..1], false).await;
    browser.find(REPORT).await;
    upload(&browser, &files, false).await;
    browser.find(REPORT).await;
    let said = browser.words(REPORT).await;
    assert!(said.contains("new 1") && said.contains("known 1"), "{said}");
    browser.open("/announcements").await;
    assert_eq!(browser.count("main tbody tr").await, 2);
    browser.close().await;
}

/// Pastes a text and sends it.
pub(crate) async fn paste(browser: &Browser, text: &str) {
    browser.open("/imports").await;
    browser.fill("textarea[name=text]", text).await;
    browser.click("form[action='/imports/text'] button").await;
}

/// Chooses files and sends them.
pub(crate) async fn upload(browser: &Browser, files: &[PathBuf], skip_refused: bool) {
    browser.open("/imports").await;
    browser.attach("input[type=file]", files).await;
    if skip_refused {
        browser.click("input[name=skip_refused]").await;
    }
    browser.click("form[action='/imports'] button").await;
}

/// Writes files of these names and contents.
pub(crate) fn files(folder: &std::path::Path, contents: &[(&str, &[u8])]) -> Vec<PathBuf> {
    contents
        .iter()
        .map(|(name, bytes)| {
            let path = folder.join(name);
            std::fs::write(&path, bytes).expect("a file");
            path
        })
        .collect()
}
