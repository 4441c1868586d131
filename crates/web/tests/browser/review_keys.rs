//! The same decisions with keys alone.

use crate::review::{meeting, row, state};
use crate::stage::{Reader, Stage};
use crate::world::World;
use samesky_model::language::Language;

const NOW: &str = "return document.querySelector('li.now')?.dataset.claim ?? ''";

#[tokio::test(flavor = "multi_thread")]
async fn keys_move_accept_reject_correct_and_undo() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::Ja)).await;
    meeting(&stage, &browser).await;
    browser.find("li.now").await;
    assert_eq!(browser.ask(NOW).await, "1", "the first claim that waits is at hand");
    browser.press("j").await;
    assert_eq!(browser.ask(NOW).await, "2");
    browser.press("k").await;
    assert_eq!(browser.ask(NOW).await, "1");
    browser.press("k").await;
    assert_eq!(browser.ask(NOW).await, "1", "there is nothing before the first");

    browser.press("a").await;
    state(&browser, "1", "accepted").await;
    browser.until("document.querySelector('li.now')?.dataset.claim === '2'").await;
    browser.press("x").await;
    state(&browser, "2", "rejected").await;
    browser.until("document.querySelector('li.now')?.dataset.claim === '3'").await;
    browser.press("kz").await;
    state(&browser, "2", "pending").await;
    browser.until("document.querySelector('li.now')?.dataset.claim === '2'").await;
    browser.press("kz").await;
    browser.until("document.activeElement?.id === 'why-undo-1'").await;
    browser.press("早すぎた\u{e007}").await;
    state(&browser, "1", "pending").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_open_the_correction_and_write_there_without_deciding() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::Th)).await;
    meeting(&stage, &browser).await;
    let number = browser.attribute(&row("31.2亿元"), "data-claim").await;
    browser.open(&format!("{}#c{number}", browser.here().await.split('#').next().unwrap_or_default())).await;
    browser.reload().await;
    browser.until(&format!("document.querySelector('li.now')?.dataset.claim === '{number}'")).await;
    browser.press("e").await;
    browser.until("document.activeElement.closest('details.edit-box')").await;
    browser.click(&format!("#subject-{number}")).await;
    browser.press("axzjk").await;
    assert!(browser.property(&format!("#subject-{number}"), "value").await.contains("axzjk"));
    state(&browser, &number, "pending").await;
    browser.close().await;
}
