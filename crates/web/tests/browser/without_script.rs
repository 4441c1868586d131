//! Everything with scripts switched off.

use crate::import::paste;
use crate::review::{decide, row, state, take_back};
use crate::stage::{Reader, Stage};
use crate::texts::MEETING;
use crate::world::World;
use samesky_model::language::Language;

#[tokio::test(flavor = "multi_thread")]
async fn without_script_an_announcement_is_imported_and_reviewed() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En).without_script()).await;
    paste(&browser, MEETING).await;
    browser.click("//main//td//a[starts-with(@href, '/announcements/')]").await;
    browser.find("ol.claims > li").await;
    assert_eq!(browser.count("li.now").await, 0, "no script runs");

    let total = browser.attribute(&row("86.4亿元"), "data-claim").await;
    let part = browser.attribute(&row("31.2亿元"), "data-claim").await;
    decide(&browser, &total, "accept").await;
    state(&browser, &total, "accepted").await;
    decide(&browser, &part, "reject").await;
    state(&browser, &part, "rejected").await;
    decide(&browser, &part, "undo").await;
    state(&browser, &part, "pending").await;
    browser.click(&format!("li[data-claim='{part}'] details.edit-box > summary")).await;
    browser.fill(&format!("#value-{part}"), "31.3亿").await;
    browser.click(&format!("li[data-claim='{part}'] form.edit button")).await;
    state(&browser, &part, "corrected").await;
    assert!(browser.words(&format!("li[data-claim='{part}'] .was")).await.contains("3.12"));

    browser.click("#add > summary").await;
    browser.fill("#quote-new", "分区看").await;
    browser.choose("#claim-new", "organisation").await;
    browser.click("#add form button").await;
    browser.find("//mark[starts-with(., '分区看')]").await;
    let page = browser.here().await;
    browser.open(page.split('#').next().unwrap_or_default()).await;
    browser.click("form[action$='/accept-clear'] button").await;
    browser.find("main .flash").await;
    let taken = browser.count("li[data-state='accepted']").await;
    assert!(taken > 5, "{taken}");
    browser.click("main .flash #undo-all > summary").await;
    browser.click("main .flash #undo-all button").await;
    browser.find("//main//div[contains(@class, 'flash')][contains(., 'undone')]").await;
    assert!(browser.count("li[data-state='accepted']").await < 3);
    take_back(&browser, &total).await;
    state(&browser, &total, "pending").await;
    decide(&browser, &total, "accept").await;
    state(&browser, &total, "accepted").await;

    browser.open("/").await;
    browser.click("//main//a[contains(., '8.64')]").await;
    browser.find("main table").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_script_the_menus_work() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En).without_script()).await;
    browser.open("/checks").await;
    browser.click("//form[@action='/language']/..//summary").await;
    browser.click("form[action='/language'] button[value='ja']").await;
    browser.find("html[lang='ja']").await;
    assert_eq!(browser.here().await, "/checks");
    browser.click("//form[@action='/theme']/..//summary").await;
    browser.click("form[action='/theme'] button[value='dark']").await;
    browser.find("html[data-theme='dark'][lang='ja']").await;
    browser.close().await;
}
