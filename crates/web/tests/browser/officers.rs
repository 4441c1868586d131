//! Two officers at one announcement.

use crate::review::{decide, meeting, row, state, take_back};
use crate::stage::{Reader, Stage};
use crate::world::World;
use samesky_model::language::Language;

#[tokio::test(flavor = "multi_thread")]
async fn officers_who_decide_on_one_claim_overwrite_nothing_and_learn_of_one_another() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let first = stage.officer(Reader::of(Language::ZhHans), "沈岚（虚构）").await;
    meeting(&stage, &first).await;
    let page = first.here().await.split('#').next().unwrap_or_default().to_owned();
    let claim = first.attribute(&row("86.4亿元"), "data-claim").await;
    for lang in Language::ALL {
        let second = stage.officer(Reader::of(*lang), "アンナ（架空）").await;
        second.open(&page).await;
        first.open(&page).await;
        decide(&first, &claim, "accept").await;
        state(&first, &claim, "accepted").await;

        decide(&second, &claim, "reject").await;
        second.find("main .flash.bad").await;
        let said = second.words("main .flash.bad").await;
        assert!(said.contains("沈岚（虚构）"), "{lang}: {said}");
        state(&second, &claim, "accepted").await;
        assert!(second.words(&format!("li[data-claim='{claim}']")).await.contains("沈岚（虚构）"));
        second.reload().await;
        assert_eq!(second.count("main .flash").await, 0, "it is said once");

        first.open(&page).await;
        take_back(&first, &claim).await;
        state(&first, &claim, "pending").await;
        second.close().await;
    }
    first.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn officers_accepting_all_leave_alone_what_the_other_decided() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let first = stage.officer(Reader::of(Language::En), "Shen Lan (fictitious)").await;
    let second = stage.officer(Reader::of(Language::En), "Anna (fictitious)").await;
    meeting(&stage, &first).await;
    let page = first.here().await.split('#').next().unwrap_or_default().to_owned();
    second.open(&page).await;
    let claim = first.attribute(&row("86.4亿元"), "data-claim").await;
    decide(&first, &claim, "reject").await;
    state(&first, &claim, "rejected").await;
    second.click("form[action$='/accept-clear'] button").await;
    second.find("main .flash").await;
    state(&second, &claim, "rejected").await;
    assert!(second.words(&format!("li[data-claim='{claim}']")).await.contains("Shen Lan (fictitious)"));
    first.close().await;
    second.close().await;
}
