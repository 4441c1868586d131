//! The officer's name: kept, shown behind changes, cleared.

use crate::ask::{get, post, send};
use crate::world::World;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use samesky_model::language::Language;
use samesky_web::lang::tr;

#[tokio::test]
async fn officer_name_is_kept_and_stands_behind_changes() {
    let world = World::empty().await;
    let answer =
        post(&world, "/settings/officer", "name=%20%E4%BD%95%E6%B1%80%EF%BC%88%E8%99%9A%E6%9E%84%EF%BC%89%20").await;
    assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/settings"));
    let kept = answer.cookies.iter().find(|cookie| cookie.starts_with("samesky_officer=")).expect("the cookie");
    assert!(kept.contains("HttpOnly") && kept.contains("SameSite=Lax") && kept.contains("Max-Age="), "{kept}");
    let cookie = kept.split(';').next().expect("name and value");
    let page = send(&world, Request::get("/settings").header(header::COOKIE, cookie), Body::empty()).await;
    assert!(page.text.contains("value=\"何汀（虚构）\""), "the name stands in its field");
    assert!(page.text.contains("<span class=\"label\">何汀（虚构）</span>"), "the name stands in the top bar");
}

#[tokio::test]
async fn officer_empty_name_takes_the_cookie_away() {
    let world = World::empty().await;
    let answer = post(&world, "/settings/officer", "name=+").await;
    let gone = answer.cookies.iter().find(|cookie| cookie.starts_with("samesky_officer=")).expect("the cookie");
    assert!(gone.starts_with("samesky_officer=;") && gone.contains("Max-Age=0"), "{gone}");
}

#[tokio::test]
async fn officer_name_that_does_not_fit_is_refused_with_a_reason() {
    let world = World::empty().await;
    for name in ["x".repeat(81), "a%00b".to_owned(), "a%0Ab".to_owned()] {
        let answer = post(&world, "/settings/officer", &format!("name={name}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.text.contains("id=\"name-own-error\""), "{name}: {}", answer.text);
        assert!(!answer.cookies.iter().any(|cookie| cookie.starts_with("samesky_officer=")), "{name}");
    }
}

#[tokio::test]
async fn settings_stand_in_each_language_and_in_the_officer_s_menu() {
    let world = World::empty().await;
    for lang in Language::ALL {
        let page = get(&world, *lang, "/settings").await;
        assert!(page.text.contains(&tr(*lang, "settings-name-why", &[])), "{lang}");
        let page = get(&world, *lang, "/events").await;
        assert!(page.text.contains("href=\"/settings\""), "{lang}");
    }
}
