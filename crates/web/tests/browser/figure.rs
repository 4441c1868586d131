//! From a number to its words, click by click, and what a correction leaves behind.

use crate::browser::Browser;
use crate::stage::{Reader, Stage};
use crate::texts::MEETING;
use crate::world::World;
use samesky_model::language::Language;

#[tokio::test(flavor = "multi_thread")]
async fn figure_each_click_leads_nearer_to_the_words() {
    let Some(stage) = Stage::open(accepted()).await else { return };
    let browser = stage.visit(Reader::of(Language::ZhHans)).await;
    browser.open("/").await;
    browser.click("//main//a[contains(@class, 'src')][contains(., '86.4')]").await;
    browser.find("main table").await;
    assert!(browser.here().await.starts_with("/figures?"), "{}", browser.here().await);
    browser.click("//main//tbody//a[starts-with(@href, '/figures/')][contains(., '8,640,000,000')]").await;
    browser.find("section[aria-labelledby=sources] blockquote").await;
    assert!(browser.here().await.starts_with("/figures/"), "{}", browser.here().await);
    assert_eq!(browser.words("section[aria-labelledby=sources] blockquote mark").await, "86.4亿元");
    browser.click("section[aria-labelledby=sources] a.src").await;
    browser.find("li.now").await;
    assert!(browser.here().await.starts_with("/announcements/"), "{}", browser.here().await);
    assert!(browser.words("mark.now").await.starts_with("86.4亿元"), "{}", browser.words("mark.now").await);
    assert!(browser.words("li.now").await.contains("86.4"));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn figure_corrected_shows_old_and_new_with_the_reason() {
    let Some(stage) = Stage::open(accepted()).await else { return };
    let browser = stage.officer(Reader::of(Language::ZhHans), "沈岚（虚构）").await;
    total(&browser).await;
    browser.click("details.correct > summary").await;
    browser.fill("details.correct input[name='value']", "86.5亿").await;
    browser.fill("details.correct input[name='why']", "据5月20日更正").await;
    browser.click("details.correct form button").await;
    browser.find("main .flash.ok").await;
    let history = browser.words("section[aria-labelledby=history]").await;
    for said in ["86.4", "86.5", "据5月20日更正", "沈岚（虚构）"] {
        assert!(history.contains(said), "{said}: {history}");
    }
    assert!(browser.words("section[aria-labelledby=history] s").await.contains("86.4"), "the old one is struck");
    assert!(browser.words("p.value").await.contains("86.5"));
    browser.open("/").await;
    browser.find("//main//a[contains(@class, 'src')][contains(., '86.5')]").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn figure_correction_without_a_reason_is_not_kept() {
    let Some(stage) = Stage::open(accepted()).await else { return };
    let browser = stage.visit(Reader::of(Language::En)).await;
    total(&browser).await;
    browser.click("details.correct > summary").await;
    browser.fill("details.correct input[name='value']", "1").await;
    browser.ask("document.querySelector('details.correct form').noValidate = true").await;
    browser.click("details.correct form button").await;
    browser.find("main .errors").await;
    assert!(browser.words("main .errors").await.contains("reason"));
    assert_eq!(browser.property("details.correct input[name='value']", "value").await, "1", "what was typed stays");
    assert!(browser.words("p.value").await.contains("8.64"));
    browser.close().await;
}

async fn accepted() -> World {
    let world = World::empty().await;
    let id = world.announce("meeting.txt", "岚桥日报（虚构）", MEETING).await;
    world.accept_all(id).await;
    world
}

/// Opens the page of the planned total.
async fn total(browser: &Browser) {
    browser.open("/figures").await;
    browser.click("//main//tbody//a[starts-with(@href, '/figures/')][contains(., '8,640,000,000')]").await;
    browser.find("section[aria-labelledby=sources] blockquote").await;
}
