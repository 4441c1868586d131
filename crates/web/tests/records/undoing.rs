//! Decisions taken back with a reason: one, and all that were accepted in one go.

use crate::ask::{Answer, get, post, told};
use crate::world::World;
use axum::http::StatusCode;
use dom_query::Document;
use samesky_app::audit::AuditFilter;
use samesky_app::{App, Page, Session};
use samesky_model::id::AnnouncementId;
use samesky_model::language::Language;
use samesky_model::record::{ClaimRecord, ClaimState};
use samesky_web::lang::tr;

const TEXT: &str = "虚构市举行签约仪式\n\n\
    2021年5月6日，虚构市商务局（虚构）在虚构市举行签约仪式，15个项目签约，总投资20亿元。";

async fn claims(world: &World, id: AnnouncementId) -> Vec<ClaimRecord> {
    world.app().review(&world.session("officer"), id).await.expect("a review").claims
}

async fn states(world: &World, id: AnnouncementId) -> Vec<ClaimState> {
    claims(world, id).await.iter().map(|claim| claim.state).collect()
}

/// The announcement with everything clear accepted from its page, and the page after that.
async fn accepted(world: &World) -> (AnnouncementId, usize, Answer) {
    let id = world.announce("a.txt", "虚构日报", TEXT).await;
    let page = Document::from(get(world, Language::En, &format!("/announcements/{id}")).await.text.as_str());
    let seen = page.select("form[action$='/accept-clear'] input[name=seen]").attr("value").expect("what was seen");
    let answer = post(world, &format!("/announcements/{id}/accept-clear"), &format!("seen={seen}")).await;
    let taken = states(world, id).await.into_iter().filter(|state| *state == ClaimState::Accepted).count();
    assert!(taken > 1, "{taken} accepted");
    (id, taken, answer)
}

fn way_back(page: &Document) -> (String, String) {
    let form = page.select("#undo-all form");
    let value = |name: &str| form.select(&format!("input[name={name}]")).attr("value").unwrap_or_default().to_string();
    (value("seen"), value("why"))
}

#[tokio::test]
async fn accepted_in_one_go_is_undone_in_one_go_with_a_reason() {
    let world = World::empty().await;
    let (id, taken, _) = accepted(&world).await;
    for lang in Language::ALL {
        let page = Document::from(get(&world, *lang, &format!("/announcements/{id}")).await.text.as_str());
        let label = tr(*lang, "review-undo-all", &[("count", taken.into())]);
        assert_eq!(page.select("#undo-all > summary").text().trim(), label, "{lang}");
    }
    let page = Document::from(get(&world, Language::En, &format!("/announcements/{id}")).await.text.as_str());
    let (seen, why) = way_back(&page);
    assert_eq!((seen.split(',').count(), why.is_empty()), (taken, false));

    let answer = post(&world, &format!("/announcements/{id}/undo"), &format!("seen={seen}&why=+")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = Document::from(answer.text.as_str());
    assert_eq!(page.select("#why-undo-all-error").text().trim(), tr(Language::ZhHans, "problem-reason-missing", &[]));
    assert!(page.select("#undo-all").has_attr("open"));

    let answer = post(&world, &format!("/announcements/{id}/undo"), &format!("seen={seen}&why=too+early")).await;
    assert_eq!((answer.status, answer.location), (StatusCode::SEE_OTHER, format!("/announcements/{id}")));
    assert!(answer.cookies.concat().contains("flash-undone"), "{:?}", answer.cookies);
    assert!(states(&world, id).await.iter().all(|state| *state == ClaimState::Pending));
    assert_eq!(reasons(world.app(), &world.session("officer")).await, vec!["too early".to_owned(); taken]);
    let page = Document::from(get(&world, Language::En, &format!("/announcements/{id}")).await.text.as_str());
    assert_eq!(page.select("#undo-all").length(), 0);
}

async fn reasons(app: &App, session: &Session) -> Vec<String> {
    let filter = AuditFilter { action_prefix: Some("claim.undo".to_owned()), ..AuditFilter::default() };
    let found = app.audit(session, &filter, &Page::first(50)).await.expect("an audit");
    found.items.into_iter().filter_map(|record| record.why).collect()
}

#[tokio::test]
async fn message_after_accepting_all_holds_the_way_back() {
    let world = World::empty().await;
    let (id, taken, answer) = accepted(&world).await;
    let cookie = answer.cookies.iter().find(|cookie| cookie.starts_with("flash=")).expect("a message");
    let request = axum::http::Request::get(format!("/announcements/{id}"))
        .header("cookie", cookie.split(';').next().expect("name and value"))
        .header("accept-language", "en");
    let page = Document::from(crate::ask::send(&world, request, axum::body::Body::empty()).await.text.as_str());
    assert!(page.select("main > .flash").text().contains(&format!("{taken} accepted")));
    assert_eq!(page.select("main > .flash #undo-all").length(), 1);
    assert_eq!(page.select("#undo-all").length(), 1, "it stands once");
}

#[tokio::test]
async fn accepted_one_by_one_is_no_go() {
    let world = World::empty().await;
    let id = told(&world, 1, "虚构第1次论坛").await;
    assert_eq!(states(&world, id).await, [ClaimState::Accepted; 3]);
    let page = Document::from(get(&world, Language::En, &format!("/announcements/{id}")).await.text.as_str());
    assert_eq!(page.select("#undo-all").length(), 0);
}

#[tokio::test]
async fn undo_of_a_taken_claim_wants_a_reason_and_of_a_rejected_one_none() {
    let world = World::empty().await;
    let (id, _, _) = accepted(&world).await;
    let claim = claims(&world, id).await.into_iter().find(|claim| claim.state == ClaimState::Accepted).expect("one");
    let n = claim.ordinal;
    let page = Document::from(get(&world, Language::Ja, &format!("/announcements/{id}")).await.text.as_str());
    let why = page.select(&format!("li[data-claim='{n}'] .do #why-undo-{n}"));
    assert!(why.has_attr("required") && why.attr("value").is_some_and(|value| !value.is_empty()));

    let address = format!("/claims/{}", claim.id);
    let answer = post(&world, &address, &format!("do=undo&version={}&why=", claim.version)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = Document::from(answer.text.as_str());
    assert!(page.select(&format!("li[data-claim='{n}'] .do details.ask")).has_attr("open"));
    assert_eq!(page.select(".errors a").attr("href").expect("a way").as_ref(), format!("#why-undo-{n}"));

    let answer = post(&world, &address, &format!("do=undo&version={}&why=mistaken", claim.version)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let answer = post(&world, &address, &format!("do=reject&version={}", claim.version + 1)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let answer = post(&world, &address, &format!("do=undo&version={}", claim.version + 2)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(claims(&world, id).await[usize::try_from(n).expect("a number") - 1].state, ClaimState::Pending);
}
