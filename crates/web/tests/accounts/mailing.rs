//! Links that are mailed, and what is said when they are not.

use crate::browser_of::Browser;
use crate::pages::{PASSWORD, link, owner};
use crate::world::World;
use axum::http::StatusCode;
use samesky_testkit::{MailServer, Manner};
use std::time::Duration;

#[tokio::test]
async fn invitation_is_mailed_and_its_link_is_not_shown() {
    let server = MailServer::start(Manner::Takes);
    let world = World::empty().await.mailing(server.port()).await;
    let mut browser = owner(&world).await;
    let team = world.state().team().id;
    let invite = [("email", "hoshi@example.org"), ("role", "officer")];
    let page = browser.post(&format!("/team/{team}/invitations"), &invite).await;
    assert!(page.status == StatusCode::OK && !page.text.contains("/invitation/"), "{}", page.text);
    let letter = server.next().expect("a letter");
    assert_eq!(letter.to, ["hoshi@example.org"]);
    let mut hoshi = Browser::new(world.router());
    let joined = hoshi.post(&link(&letter.text(), "/invitation/"), &[("name", "Hoshi"), ("password", PASSWORD)]).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text);
}

#[tokio::test]
async fn invitation_that_cannot_be_mailed_is_shown_with_the_reason() {
    let (long, short) = (Duration::from_secs(3600), Duration::from_millis(700));
    for (manner, patience, words) in
        [(Manner::Refuses, long, "nobody here"), (Manner::Hangs, short, "did not answer in time")]
    {
        let server = MailServer::start(manner);
        let world = World::empty().await.mailing_with(server.port(), patience).await;
        let mut browser = owner(&world).await;
        let team = world.state().team().id;
        let invite = [("email", "hoshi@example.org"), ("role", "officer")];
        let page = browser.post(&format!("/team/{team}/invitations"), &invite).await;
        assert!(page.text.contains(words) && page.text.contains("/invitation/"), "{manner:?}: {}", page.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forgotten_password_is_answered_alike_and_mailed_to_its_owner_only() {
    let server = MailServer::start(Manner::Takes);
    let world = World::empty().await.mailing(server.port()).await;
    let _ = owner(&world).await;
    let mut browser = Browser::new(world.router());
    assert!(browser.get("/sign-in").await.text.contains("href=\"/forgotten\""));
    let unknown = browser.post("/forgotten", &[("email", "nobody@example.org")]).await;
    let known = browser.post("/forgotten", &[("email", " LIN@example.org ")]).await;
    assert_eq!((unknown.status, &unknown.text), (known.status, &known.text));
    assert!(unknown.set_cookies == known.set_cookies && known.status == StatusCode::OK);
    let letter = server.next().expect("a letter");
    assert_eq!(letter.to, ["lin@example.org"]);
    let way = link(&letter.text(), "/new-password/");
    let set = browser.post(&way, &[("password", "seven slow herons at dusk")]).await;
    assert_eq!(set.location, "/sign-in");
    assert_eq!(browser.get(&way).await.status, StatusCode::NOT_FOUND);
    assert!(server.is_empty());
}

#[tokio::test]
async fn forgotten_password_is_answered_before_the_mail_server_is() {
    let server = MailServer::start(Manner::Hangs);
    let world = World::empty().await.mailing(server.port()).await;
    let _ = owner(&world).await;
    let mut browser = Browser::new(world.router());
    let answer = browser.post("/forgotten", &[("email", "lin@example.org")]).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn somebody_elses_asking_takes_no_link_away_and_sends_three_at_most() {
    let server = MailServer::start(Manner::Takes);
    let world = World::empty().await.mailing(server.port()).await;
    let _ = owner(&world).await;
    let origin = samesky_model::record::Origin::default;
    let mut links = Vec::new();
    for _ in 0..5 {
        links.push(world.app().forgotten("lin@example.org", origin()).await.expect("asked").map(|(_, secret)| secret));
    }
    assert_eq!(links.iter().filter(|link| link.is_some()).count(), 3);
    for link in links.iter().flatten() {
        assert!(world.app().resetting(link.reveal()).await.is_ok());
    }
    let first = links[0].as_ref().expect("a link");
    world.app().reset_password(first.reveal(), "seven slow herons at dusk", origin()).await.expect("set");
    for link in links.iter().flatten() {
        assert!(world.app().resetting(link.reveal()).await.is_err());
    }
}

#[tokio::test]
async fn asking_too_often_is_refused_whatever_is_asked_for() {
    let server = MailServer::start(Manner::Takes);
    let world = World::empty().await.mailing(server.port()).await;
    let mut browser = Browser::new(world.router());
    let mut statuses = Vec::new();
    for number in 0..21 {
        let email = format!("nobody{number}@example.org");
        statuses.push(browser.post("/forgotten", &[("email", &email)]).await.status.as_u16());
    }
    assert_eq!((&statuses[..20], statuses[20]), (&[200; 20][..], 429));
}

#[tokio::test]
async fn without_a_mail_server_the_owner_is_named() {
    let world = World::empty().await;
    let _ = owner(&world).await;
    let mut browser = Browser::new(world.router());
    let page = browser.get("/sign-in").await.text;
    assert!(!page.contains("/forgotten") && page.contains("An owner of your team"), "{page}");
    let page = browser.get("/forgotten").await.text;
    assert!(page.contains("An owner of your team") && !page.contains("action=\"/forgotten\""), "{page}");
}
