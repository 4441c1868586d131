//! Each reader's own language.

use crate::stage::{Reader, Stage};
use crate::texts::MEETING;
use crate::world::World;
use samesky_model::language::Language;
use samesky_web::lang::tr;

#[tokio::test(flavor = "multi_thread")]
async fn language_is_the_browser_s_until_the_menu_says_otherwise_and_is_remembered() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    for (at, lang) in Language::ALL.iter().enumerate() {
        let browser = stage.visit(Reader::of(*lang)).await;
        browser.open("/figures?year=2024").await;
        assert_eq!(browser.attribute("html", "lang").await, lang.as_str());
        assert_eq!(browser.words("h1").await, tr(*lang, "nav-figures", &[]));
        let other = Language::ALL[(at + 1) % Language::ALL.len()];
        browser.click("//form[@action='/language']/..//summary").await;
        browser.click(&format!("form[action='/language'] button[value='{other}']")).await;
        browser.find(&format!("html[lang='{other}']")).await;
        assert_eq!(browser.here().await, "/figures?year=2024", "the same page");
        browser.open("/figures").await;
        assert_eq!(browser.words("h1").await, tr(other, "nav-figures", &[]));
        browser.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_and_dates_are_written_as_each_language_does() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let id = stage.world.announce("meeting.txt", "岚桥日报（虚构）", MEETING).await;
    stage.world.accept_all(id).await;
    for (lang, amount, year) in [
        (Language::ZhHans, "86.4亿元", "2024年"),
        (Language::Ja, "86.4億元", "2024年"),
        (Language::En, "CNY 8.64 bn", "2024"),
        (Language::Th, "8,640 ล้านหยวน", "2567"),
    ] {
        let browser = stage.visit(Reader::of(lang)).await;
        browser.open("/figures").await;
        browser.click("//main//tbody//a[starts-with(@href, '/figures/')][contains(., '8,640,000,000')]").await;
        browser.find("section[aria-labelledby=sources] blockquote").await;
        let said = browser.words("main").await.replace('\u{a0}', " ");
        assert!(said.contains(amount) && said.contains(year), "{lang}: {said}");
        assert!(said.contains("2024"), "{lang}: the Gregorian year stands on figures: {said}");
        browser.close().await;
    }
}
