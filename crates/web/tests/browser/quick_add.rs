//! Adding an organisation and finding one while typing, with keys alone.

use crate::browser::Browser;
use crate::stage::{Reader, Stage};
use crate::world::World;
use samesky_app::organisations::{Fact, FactChange, FactField, NameKind, OrganisationName};
use samesky_model::id::OrganisationId;
use samesky_model::language::Language;

/// Keys of the keyboard that are no letters.
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const DOWN: &str = "\u{e015}";
const UP: &str = "\u{e013}";

async fn add(world: &World, text: &str) -> OrganisationId {
    let (text, language, kind, reading) = (text.to_owned(), None, NameKind::Legal, None);
    let name = Fact::Name(OrganisationName { text, language, kind, reading });
    let said = FactChange::default().say(FactField::Name, [name]);
    world.app().add_organisation(&world.session("officer"), said).await.expect("added").organisation.id
}

/// What the console says of the pages; the first one, which has no head, asks for an icon that is not there.
async fn complaints(browser: &Browser) -> Vec<String> {
    browser.console().await.into_iter().filter(|line| !line.contains("/favicon.ico ")).collect()
}

/// Where the focus is: the name of the field, else the words of the element.
async fn focus(browser: &Browser) -> String {
    let said = browser.ask("const at = document.activeElement; return at.name || at.textContent.trim()").await;
    said.as_str().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn likely_duplicate_is_named_while_typing_and_added_with_keys_only_after_a_word() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let kept = add(&stage.world, "架空精密机械有限公司").await;
    for lang in [Language::ZhHans, Language::Th] {
        let browser = stage.officer(Reader::of(lang), "officer").await;
        browser.open("/organisations/new").await;
        assert_eq!(browser.count("#likely .suggestion").await, 0);
        browser.click("[name=name]").await;
        browser.press("架空精密机械").await;
        browser.until(&format!("document.querySelector('#likely a[href=\"/organisations/{kept}\"]')")).await;
        assert_eq!(focus(&browser).await, "name", "what is found takes nobody out of the field");
        assert_eq!(browser.attribute("#likely", "aria-live").await, "polite");
        assert_eq!(complaints(&browser).await, [""; 0], "{lang}");

        // The box to tick may stand there before the page that asks has come.
        browser.ask("window.before = true").await;
        browser.press(ENTER).await;
        browser
            .until("!window.before && document.readyState === 'complete' && document.querySelector('[name=another]')")
            .await;
        assert_eq!(browser.property("[name=name]", "value").await, "架空精密机械", "{lang}: it was asked, not added");
        browser.ask("document.querySelector('[name=name]').focus()").await;
        for _ in 0..12 {
            if focus(&browser).await == "another" {
                break;
            }
            browser.press(TAB).await;
        }
        browser.press(" ").await;
        assert_eq!(browser.property("[name=another]", "checked").await, "true", "{lang}");
        browser.press(ENTER).await;
        browser.until("location.search.startsWith('?added=')").await;
        browser.click("form[action$='/take-back'] button").await;
        browser.until("location.search === ''").await;
        browser.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn warning_goes_when_what_is_typed_means_nobody_any_more() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    add(&stage.world, "架空精密机械有限公司").await;
    let browser = stage.officer(Reader::of(Language::Ja), "officer").await;
    browser.open("/organisations").await;
    browser.click("details.quick > summary").await;
    browser.fill("details.quick [name=name]", "架空精密机械").await;
    browser.until("document.querySelector('#likely .suggestion')").await;
    browser.fill("details.quick [name=name]", "Alderbrook").await;
    browser.until("!document.querySelector('#likely .suggestion')").await;
    assert_eq!(complaints(&browser).await, [""; 0]);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn list_narrows_while_typing_and_keys_go_through_what_was_found() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let first = add(&stage.world, "架空精密机械有限公司").await;
    add(&stage.world, "架空食品有限公司").await;
    add(&stage.world, "Alderbrook Fictitious Tools Ltd").await;
    let browser = stage.officer(Reader::of(Language::En), "officer").await;
    browser.open("/organisations").await;
    browser.press("/").await;
    assert_eq!(focus(&browser).await, "q");
    browser.press("架空").await;
    browser.until("document.querySelectorAll('#found tbody a.title').length === 2").await;
    browser.press("精密").await;
    browser.until("document.querySelectorAll('#found tbody a.title').length === 1").await;
    browser.press(DOWN).await;
    assert_eq!(focus(&browser).await, "架空精密机械有限公司");
    browser.press(UP).await;
    assert_eq!(focus(&browser).await, "q");
    browser.press(DOWN).await;
    browser.press(ENTER).await;
    browser.until(&format!("location.pathname === '/organisations/{first}'")).await;
    browser.close().await;
}
