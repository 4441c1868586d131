//! A form that was refused, as a reader meets it: what was typed is there, the error has the focus, sending again works.

use crate::import::REPORT;
use crate::review::{meeting, row, state};
use crate::stage::{Reader, Stage};
use crate::texts::MEETING;
use crate::world::World;
use samesky_model::language::Language;

#[tokio::test(flavor = "multi_thread")]
async fn refused_paste_is_mended_and_sent_again_without_script() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::En).without_script()).await;
    browser.open("/imports").await;
    browser.fill("#text-p", MEETING).await;
    browser.click("form[action='/imports/text'] summary").await;
    browser.fill("#source_address-p", "ftp://example.org").await;
    browser.fill("#publisher-p", "岚桥日报（虚构）").await;
    browser.click("form[action='/imports/text'] button").await;
    browser.find("#source_address-p-error").await;
    assert_eq!(browser.property("#publisher-p", "value").await, "岚桥日报（虚构）");
    assert_eq!(browser.property("#text-p", "value").await, MEETING);
    browser.fill("#source_address-p", "https://example.org/a").await;
    browser.click("form[action='/imports/text'] button").await;
    browser.find(REPORT).await;
    browser.click("//main//td//a[starts-with(@href, '/announcements/')]").await;
    browser.find(".paper mark").await;
    assert_eq!(browser.words("h1").await, "岚桥市在星野市办投资推介会 24个项目签约总投资86.4亿元");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_correction_keeps_its_fields_and_the_list_of_errors_leads_there() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::ZhHans)).await;
    meeting(&stage, &browser).await;
    let number = browser.attribute(&row("28.7亿元"), "data-claim").await;
    browser.click(&format!("li[data-claim='{number}'] details.edit-box > summary")).await;
    browser.fill(&format!("#value-{number}"), "很多").await;
    browser.fill(&format!("#subject-{number}"), "云溪区").await;
    browser.click(&format!("li[data-claim='{number}'] form.edit button")).await;
    browser.until("document.activeElement?.classList.contains('errors')").await;
    browser.find(&format!("li.now[data-claim='{number}']")).await;
    browser.click(".errors a").await;
    browser.until(&format!("document.activeElement?.id === 'value-{number}'")).await;
    assert_eq!(browser.property(&format!("#subject-{number}"), "value").await, "云溪区");
    browser.fill(&format!("#value-{number}"), "28.9亿").await;
    browser.click(&format!("li[data-claim='{number}'] form.edit button")).await;
    state(&browser, &number, "corrected").await;
    browser.close().await;
}
