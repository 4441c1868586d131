//! Two announcements that disagree on one event.

use crate::stage::{Reader, Stage};
use crate::texts::{MEETING, OTHERWISE};
use crate::world::World;
use samesky_model::language::Language;

#[tokio::test(flavor = "multi_thread")]
async fn contested_values_stand_side_by_side_and_in_no_total() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let browser = stage.visit(Reader::of(Language::ZhHans)).await;
    let first = stage.world.announce("a.txt", "岚桥日报（虚构）", MEETING).await;
    stage.world.accept_all(first).await;
    browser.open("/").await;
    let totals = "//main//a[contains(@class, 'src')][contains(., '86.4亿')]";
    browser.find(totals).await;

    let second = stage.world.announce("b.txt", "星野晚报（架空）", OTHERWISE).await;
    stage.world.accept_all(second).await;
    browser.open("/").await;
    browser.find("section[aria-labelledby=contested] .sides").await;
    let both = browser.words("section[aria-labelledby=contested]").await;
    for said in ["86.4", "88.1", "岚桥日报（虚构）", "星野晚报（架空）"] {
        assert!(both.contains(said), "{said}: {both}");
    }
    for said in ["86.4", "88.1"] {
        let elsewhere = format!("//main//*[@class='figs']//a[contains(., '{said}')]");
        assert_eq!(browser.count(&elsewhere).await, 0, "{said} is in a total");
    }

    browser.click("//section[@aria-labelledby='contested']//strong/a[contains(., '总投资')]").await;
    browser.find("section[aria-labelledby=contested] .sides").await;
    assert_eq!(browser.count("section[aria-labelledby=contested] .sides > li").await, 2);
    assert_eq!(browser.count("section[aria-labelledby=sources] blockquote").await, 2, "both words are there");
    browser.click("//main//a[starts-with(@href, '/events/')]").await;
    let event = browser.words("main").await;
    for said in ["86.4", "88.1", "24", "25"] {
        assert!(event.contains(said), "{said}: {event}");
    }
    browser.close().await;
}
