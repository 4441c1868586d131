//! An officer decides on claims with the mouse.

use crate::browser::Browser;
use crate::stage::{Reader, Stage};
use crate::texts::MEETING;
use crate::world::World;
use samesky_model::language::Language;

/// The claim in the list whose quoted words are these.
pub(crate) fn row(quote: &str) -> String {
    format!("//ol[@class='claims']/li[.//span[contains(@class,'mute')]/bdi[.='{quote}']]")
}

/// Opens the review of [`MEETING`].
pub(crate) async fn meeting(stage: &Stage, browser: &Browser) {
    let id = stage.world.announce("meeting.txt", "岚桥日报（虚构）", MEETING).await;
    browser.open(&format!("/announcements/{id}")).await;
    browser.find("ol.claims > li").await;
}

/// Waits until the claim with that number has this state.
pub(crate) async fn state(browser: &Browser, number: &str, state: &str) {
    browser.find(&format!("li[data-claim='{number}'][data-state='{state}']")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn review_choosing_a_claim_shows_its_words_and_the_other_way() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::ZhHans)).await;
    meeting(&stage, &browser).await;
    let number = browser.attribute(&row("31.2亿元"), "data-claim").await;
    browser.click(&format!("//ol[@class='claims']/li[@data-claim='{number}']//div[@class='val']")).await;
    browser.find("mark.now").await;
    assert_eq!(browser.attribute("mark.now", "data-claim").await, number);
    assert!(browser.words("mark.now").await.starts_with("31.2亿元"));
    assert_eq!(in_view(&browser, "mark.now").await, true);

    let other =
        browser.attribute("//div[@class='paper-col stack']//mark[starts-with(., '26.5亿元')]", "data-claim").await;
    browser
        .ask_with("document.querySelector(`mark[data-claim='${arguments[0]}']`).click()", other.clone().into())
        .await;
    browser.find(&format!("li.now[data-claim='{other}']")).await;
    assert_eq!(in_view(&browser, "li.now").await, true);
    assert_eq!(browser.count("li.now").await, 1);
    browser.close().await;
}

async fn in_view(browser: &Browser, place: &str) -> serde_json::Value {
    let script = "const r = document.querySelector(arguments[0]).getBoundingClientRect(); \
                  return r.bottom > 0 && r.top < innerHeight";
    browser.ask_with(script, place.into()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn review_accept_reject_correct_and_undo_each_leave_what_was_read() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En)).await;
    meeting(&stage, &browser).await;
    let total = browser.attribute(&row("86.4亿元"), "data-claim").await;
    let part = browser.attribute(&row("28.7亿元"), "data-claim").await;
    decide(&browser, &total, "accept").await;
    state(&browser, &total, "accepted").await;
    decide(&browser, &part, "reject").await;
    state(&browser, &part, "rejected").await;
    decide(&browser, &part, "undo").await;
    state(&browser, &part, "pending").await;

    browser.click(&format!("li[data-claim='{part}'] details.edit-box > summary")).await;
    browser.fill(&format!("#value-{part}"), "28.9亿").await;
    browser.click(&format!("li[data-claim='{part}'] form.edit button")).await;
    state(&browser, &part, "corrected").await;
    let said = browser.words(&format!("li[data-claim='{part}']")).await;
    assert!(said.contains("2.89"), "{said}");
    let was = browser.words(&format!("li[data-claim='{part}'] .was")).await;
    assert!(was.contains("As read") && was.contains("2.87"), "{was}");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn review_correction_of_what_is_in_the_ledger_asks_for_a_reason() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En)).await;
    meeting(&stage, &browser).await;
    let total = browser.attribute(&row("86.4亿元"), "data-claim").await;
    decide(&browser, &total, "accept").await;
    state(&browser, &total, "accepted").await;
    browser.click(&format!("li[data-claim='{total}'] details.edit-box > summary")).await;
    browser.fill(&format!("#value-{total}"), "86.5亿").await;
    browser.click(&format!("li[data-claim='{total}'] form.edit button")).await;
    assert_eq!(browser.ask("return document.activeElement.name").await, "why", "the browser asks for the reason");
    browser.fill(&format!("#why-{total}"), "The bureau's erratum of 20 May").await;
    browser.click(&format!("li[data-claim='{total}'] form.edit button")).await;
    state(&browser, &total, "corrected").await;
    let said = browser.words(&format!("li[data-claim='{total}']")).await;
    assert!(
        said.contains("8.65") && said.contains("8.64") && said.contains("The bureau's erratum of 20 May"),
        "{said}"
    );
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn review_words_that_are_selected_become_a_claim() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En)).await;
    meeting(&stage, &browser).await;
    let before = browser.count("ol.claims > li").await;
    select(&browser, "分区看", 0).await;
    browser.press("s").await;
    browser.until("document.querySelector('#add').open").await;
    assert_eq!(browser.property("#quote-new", "value").await, "分区看");
    browser.choose("#claim-new", "organisation").await;
    assert_eq!(browser.find("#value-new").await.is_displayed().await.ok(), Some(false), "a figure's fields are away");
    browser.click("#add form button").await;
    browser.find("//mark[starts-with(., '分区看')]").await;
    assert_eq!(browser.count("ol.claims > li").await, before + 1);
    let number = browser.attribute("//mark[starts-with(., '分区看')]", "data-claim").await;
    state(&browser, &number, "accepted").await;
    let said = browser.words(&format!("li[data-claim='{number}']")).await;
    assert!(said.contains("Added by hand"), "{said}");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn review_words_that_stand_in_many_places_are_taken_where_they_are_selected() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En)).await;
    meeting(&stage, &browser).await;
    select(&browser, "区签约", 2).await;
    browser.press("s").await;
    browser.until("document.querySelector('#add').open").await;
    browser.choose("#claim-new", "organisation").await;
    browser.click("#add form button").await;
    browser.find("//mark[starts-with(., '区签约')]").await;
    let before = "const mark = [...document.querySelectorAll('mark')].find((m) => m.textContent.startsWith('区签约')); \
                  return mark.previousSibling.textContent.slice(-3)";
    assert_eq!(browser.ask(before).await, "港口新", "the third of three places");
    browser.close().await;
}

/// Selects these words in the paper, at their first place after so many others.
async fn select(browser: &Browser, words: &str, others: usize) {
    let script = "const walker = document.createTreeWalker(document.querySelector('.paper'), NodeFilter.SHOW_TEXT); \
        const [words, others] = arguments[0]; \
        let passed = 0; \
        while (walker.nextNode()) { \
            const at = walker.currentNode.data.indexOf(words); \
            if (at < 0 || passed++ < others) continue; \
            const range = document.createRange(); \
            range.setStart(walker.currentNode, at); \
            range.setEnd(walker.currentNode, at + words.length); \
            getSelection().removeAllRanges(); getSelection().addRange(range); return true; \
        } return false";
    assert_eq!(
        browser.ask_with(script, serde_json::json!([words, others])).await,
        true,
        "{words} is in one piece of the paper"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn review_all_without_remark_are_accepted_at_once_and_one_can_be_taken_back() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En)).await;
    meeting(&stage, &browser).await;
    let clear = browser.count("//li[@data-state='pending'][not(.//div[@class='remarks'])]").await;
    assert!(clear > 5, "{clear} claims without a remark");
    browser.click("form[action$='/accept-clear'] button").await;
    browser.find("li[data-state='accepted']").await;
    assert_eq!(browser.count("li[data-state='accepted']").await, clear);
    assert!(
        browser.words("main .flash").await.contains(&format!("{clear} accepted")),
        "{}",
        browser.words("main .flash").await
    );
    let total = browser.attribute(&row("86.4亿元"), "data-claim").await;
    take_back(&browser, &total).await;
    state(&browser, &total, "pending").await;
    assert_eq!(browser.count("li[data-state='accepted']").await, clear - 1);

    let page = browser.here().await;
    browser.open(page.split('#').next().unwrap_or_default()).await;
    browser.click("#undo-all > summary").await;
    browser.fill("#why-undo-all", "Accepted too early").await;
    browser.click("#undo-all button").await;
    browser.until("!document.querySelector(\"li[data-state='accepted']\")").await;
    let said = browser.words("main .flash").await;
    assert!(said.contains(&format!("{} undone", clear - 1)), "{said}");
    assert_eq!(browser.count("#undo-all").await, 0);
    browser.close().await;
}

/// Takes the decision on a claim that is in the ledger back, for the reason that stands ready.
pub(crate) async fn take_back(browser: &Browser, number: &str) {
    browser.click(&format!("li[data-claim='{number}'] .do details.ask > summary")).await;
    browser.click(&format!("li[data-claim='{number}'] .do button[value='undo']")).await;
}

/// Presses the claim's button for a decision.
pub(crate) async fn decide(browser: &Browser, number: &str, what: &str) {
    browser.click(&format!("li[data-claim='{number}'] form.do button[value='{what}']")).await;
}
