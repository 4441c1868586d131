//! Dark and light, paper, and the focus.

use crate::browser::Browser;
use crate::stage::{Reader, Stage};
use crate::world::World;
use samesky_model::language::Language;
use serde_json::json;

/// How bright the page's ground is, from 0 to 255.
const GROUND: &str = "const c = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number); \
                      return Math.max(c[0], c[1], c[2])";

#[tokio::test(flavor = "multi_thread")]
async fn theme_dark_by_the_menu_is_dark_and_remembered() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En)).await;
    browser.open("/figures").await;
    assert!(browser.ask(GROUND).await.as_f64() > Some(200.0));
    browser.click("//form[@action='/theme']/..//summary").await;
    browser.click("form[action='/theme'] button[value='dark']").await;
    browser.find("html[data-theme='dark']").await;
    assert_eq!(browser.here().await, "/figures");
    assert!(browser.ask(GROUND).await.as_f64() < Some(60.0));
    browser.open("/").await;
    assert!(browser.ask(GROUND).await.as_f64() < Some(60.0));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn theme_of_the_system_is_followed() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En)).await;
    browser.open("/").await;
    for (scheme, dark) in [("dark", true), ("light", false)] {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        browser.chromium("Emulation.setEmulatedMedia", json!({"features": features})).await;
        assert_eq!(browser.ask(GROUND).await.as_f64() < Some(60.0), dark, "{scheme}");
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn print_has_no_navigation_and_says_where_it_is_from() {
    let Some(stage) = Stage::open(World::demo()).await else { return };
    let browser = stage.visit(Reader::of(Language::ZhHans)).await;
    browser.chromium("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
    for page in ["/", "/figures", "/checks", "/announcements", "/events"] {
        browser.open(page).await;
        for gone in ["nav.side", "header.top", "a.skip", "main .head > .row"] {
            assert_eq!(shown(&browser, gone).await, json!(0), "{gone} is printed on {page}");
        }
        assert_eq!(shown(&browser, ".print-head").await, json!(1), "{page}");
    }
    browser.close().await;
}

async fn shown(browser: &Browser, place: &str) -> serde_json::Value {
    let script = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).length";
    browser.ask_with(script, place.into()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn focus_is_seen_wherever_tab_goes() {
    const RING: &str = "const e = document.activeElement; const s = getComputedStyle(e); \
        return {at: e.outerHTML.slice(0, 120), body: e === document.body, \
        seen: e.checkVisibility() && (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none')}";
    let Some(stage) = Stage::open(World::demo()).await else { return };
    let browser = stage.visit(Reader::of(Language::En)).await;
    for page in ["/", "/figures", "/announcements", "/imports"] {
        browser.open(page).await;
        for step in 0..25 {
            browser.press("\u{e004}").await;
            let ring = browser.ask(RING).await;
            if ring["body"] == true {
                break;
            }
            assert_eq!(ring["seen"], true, "step {step} on {page}: {}", ring["at"]);
        }
    }
    browser.close().await;
}
