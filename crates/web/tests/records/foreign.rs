//! A form that another site sent: refused with words, in the reader's language, and nothing is changed.

use crate::ask::{Answer, send};
use crate::world::World;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use dom_query::Document;
use samesky_app::Page;
use samesky_model::language::Language;
use samesky_web::lang::tr;

async fn from_elsewhere(world: &World, address: &str, lang: Language) -> Answer {
    let request = Request::post(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("accept-language", lang.as_str())
        .header("sec-fetch-site", "cross-site")
        .header(header::ORIGIN, "https://evil.example");
    send(world, request, Body::from("text=a&to=ja")).await
}

#[tokio::test]
async fn form_of_another_site_is_refused_with_a_page_that_says_what_to_do() {
    let world = World::empty().await;
    for lang in Language::ALL {
        for address in ["/imports/text", "/language", "/settings/officer", "/nowhere"] {
            let answer = from_elsewhere(&world, address, *lang).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
            assert_eq!(answer.cookies, Vec::<String>::new(), "{address}");
            let page = Document::from(answer.text.as_str());
            assert_eq!(page.select("h1").text().as_ref(), tr(*lang, "error-title-foreign", &[]), "{address}");
            assert!(page.select("main").text().contains(&tr(*lang, "error-foreign", &[])), "{lang} {address}");
        }
    }
    let imports = world.app().imports(&world.session("officer"), &Page::first(5)).await.expect("imports");
    assert_eq!(imports.total, 0);
}

#[tokio::test]
async fn change_of_another_site_is_refused_with_a_problem_document() {
    let world = World::empty().await;
    let answer = from_elsewhere(&world, "/api/v1/announcements", Language::Ja).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let problem: serde_json::Value = serde_json::from_str(&answer.text).expect("a problem document");
    assert_eq!((&problem["status"], &problem["instance"]), (&403.into(), &"/api/v1/announcements".into()));
    assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains("nothing was changed")), "{problem}");
}

#[tokio::test]
async fn refusals_before_any_page_carry_the_policy_too() {
    let world = World::empty().await;
    for request in [
        Request::post("/imports/text").header(header::HOST, "localhost").header("sec-fetch-site", "cross-site"),
        Request::get("/").header(header::HOST, "evil.example"),
    ] {
        let request = request.body(Body::empty()).expect("a request");
        let answer = tower::ServiceExt::oneshot(world.router(), request).await.expect("an answer");
        assert!(answer.status().is_client_error());
        let policy = answer.headers().get(header::CONTENT_SECURITY_POLICY).map(|value| value.as_bytes().to_vec());
        assert_eq!(policy.as_deref(), Some(samesky_web::headers::POLICY.as_bytes()));
    }
}
