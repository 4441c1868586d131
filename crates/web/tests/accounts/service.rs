//! Signing in by another service, against a small real provider on loopback.

use crate::browser_of::{Answer, Browser};
use crate::pages::{PASSWORD, link, owner};
use crate::provider::{CLIENT, Lie, Person, Provider, SECRET};
use crate::second_factor::turned_on;
use crate::world::World;
use axum::http::StatusCode;
use samesky_app::accounts::{Service, ServiceSettings};

const LIN: Person = Person { subject: "lin-1", email: "lin@example.org", verified: true };
const HOSHI: Person = Person { subject: "hoshi-1", email: "hoshi@example.org", verified: true };

fn settings(issuer: &str) -> ServiceSettings {
    let (client, secret) = (CLIENT.to_owned(), Some(SECRET.to_owned()));
    ServiceSettings { issuer: issuer.to_owned(), client, secret, name: "Bureau ID (fictitious)".to_owned() }
}

/// A server with an owner, and the provider by its side.
async fn world() -> (World, Provider, Browser) {
    let world = World::empty().await;
    let provider = Provider::start(world.now().as_second()).await;
    let world = world.with_service(Service::new(settings(provider.address())).expect("a service")).await;
    let boss = owner(&world).await;
    (world, provider, boss)
}

/// Goes there, signs in as the person, and comes back.
async fn came(browser: &mut Browser, provider: &Provider, person: &Person) -> Answer {
    let there = browser.get("/sign-in/service").await.location;
    let back = provider.signs_in(&there, person);
    browser.get(&back).await
}

async fn invite(world: &World, boss: &mut Browser, email: &str) {
    let team = world.state().team().id;
    let page = boss.post(&format!("/team/{team}/invitations"), &[("email", email), ("role", "viewer")]).await;
    assert!(page.text.contains("/invitation/"), "{}", page.text);
}

/// The message that the next page shows.
async fn said(browser: &mut Browser) -> String {
    let page = browser.get("/sign-in").await.text;
    let known = ["its answer does not hold", "no account and no open invitation", "not finished in time"];
    (*known.iter().find(|words| page.contains(**words)).unwrap_or(&"nothing")).to_owned()
}

#[tokio::test]
async fn account_with_the_verified_address_comes_in_and_is_known_by_its_name_there_afterwards() {
    let (world, provider, _) = world().await;
    assert_eq!(provider.asked(), 0);
    let mut browser = Browser::new(world.router());
    let page = browser.get("/sign-in?next=%2Ffigures").await.text;
    let way = "/sign-in/service?next=%2Ffigures";
    assert!(page.contains(way) && page.contains("Bureau ID (fictitious)"), "{page}");
    assert_eq!(provider.asked(), 0);
    let there = browser.get(way).await.location;
    let back = provider.signs_in(&there, &LIN);
    assert_eq!(browser.get(&back).await.location, "/figures");
    assert_eq!(browser.get("/figures").await.status, StatusCode::OK);
    assert_eq!(browser.cookie("samesky_step"), None);
    let moved = Person { email: "elsewhere@example.org", verified: false, ..LIN };
    let mut again = Browser::new(world.router());
    assert_eq!(came(&mut again, &provider, &moved).await.location, "/");
    assert!(again.get("/profile").await.text.contains("lin@example.org"));
}

#[tokio::test]
async fn invited_person_gets_an_account_and_nobody_else_does() {
    let (world, provider, mut boss) = world().await;
    let mut browser = Browser::new(world.router());
    assert_eq!(came(&mut browser, &provider, &HOSHI).await.location, "/sign-in");
    assert_eq!(said(&mut browser).await, "no account and no open invitation");
    invite(&world, &mut boss, "HOSHI@example.org").await;
    let unseen = Person { verified: false, ..HOSHI };
    assert_eq!(came(&mut browser, &provider, &unseen).await.location, "/sign-in");
    assert_eq!(came(&mut browser, &provider, &HOSHI).await.location, "/");
    let team = world.state().team().id;
    let sly = browser.post(&format!("/team/{team}/invitations"), &[("email", "x@example.org")]).await;
    assert_eq!((browser.get("/figures").await.status, sly.status), (StatusCode::OK, StatusCode::FORBIDDEN));
    let mut thief = Browser::new(world.router());
    for password in ["", PASSWORD] {
        let tried = thief.post("/sign-in", &[("email", "hoshi@example.org"), ("password", password)]).await;
        assert_eq!(tried.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn token_that_lies_signs_nobody_in() {
    let (world, provider, _) = world().await;
    for lie in Lie::ALL {
        provider.lies(lie);
        let mut browser = Browser::new(world.router());
        let person = if lie == Lie::ChangedAfterwards { HOSHI } else { LIN };
        assert_eq!(came(&mut browser, &provider, &person).await.location, "/sign-in", "{lie:?}");
        assert_eq!(said(&mut browser).await, "its answer does not hold", "{lie:?}");
        assert_eq!(browser.get("/figures").await.status, StatusCode::SEE_OTHER, "{lie:?}");
    }
    provider.lies(Lie::None);
    assert_eq!(came(&mut Browser::new(world.router()), &provider, &LIN).await.location, "/");
}

#[tokio::test]
async fn way_back_works_once_in_the_browser_that_went_and_with_its_state() {
    let (world, provider, _) = world().await;
    let mut browser = Browser::new(world.router());
    let there = browser.get("/sign-in/service").await.location;
    let back = provider.signs_in(&there, &LIN);
    let mut other = Browser::new(world.router());
    assert_eq!(other.get(&back).await.location, "/sign-in");
    assert_eq!(said(&mut other).await, "not finished in time");
    let swapped = format!("{}x", back);
    let mut sly = browser.clone();
    assert_eq!(sly.get(&swapped).await.location, "/sign-in");
    assert_eq!(browser.get(&back).await.location, "/sign-in");
    let there = browser.get("/sign-in/service").await.location;
    let back = provider.signs_in(&there, &LIN);
    let before = browser.clone();
    assert_eq!(browser.get(&back).await.location, "/");
    assert_eq!(before.clone().get(&back).await.location, "/sign-in");
    let refused = browser.clone().get("/sign-in/service/back?error=access_denied").await;
    assert_eq!(refused.location, "/sign-in");
}

#[tokio::test]
async fn second_factor_is_asked_for_after_the_service_too() {
    let (world, provider, mut boss) = world().await;
    let _ = turned_on(&world, &mut boss).await;
    let mut browser = Browser::new(world.router());
    assert_eq!(came(&mut browser, &provider, &LIN).await.location, "/sign-in/code");
    assert_eq!(browser.get("/figures").await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/sign-in/code").await.status, StatusCode::OK);
}

#[tokio::test]
async fn service_that_is_not_there_or_calls_itself_otherwise_is_told() {
    let world = World::empty().await;
    let provider = Provider::start(world.now().as_second()).await;
    let gone = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let by_another_name = provider.address().replace("127.0.0.1", "localhost");
    let _ = owner(&world).await;
    let mut world = world;
    for issuer in [format!("http://{gone}"), by_another_name] {
        world = world.with_service(Service::new(settings(&issuer)).expect("a service")).await;
        let mut browser = Browser::new(world.router());
        assert_eq!(browser.get("/sign-in/service").await.location, "/sign-in", "{issuer}");
        assert_eq!(said(&mut browser).await, "its answer does not hold", "{issuer}");
    }
    for issuer in ["http://id.example.org", "id.example.org", ""] {
        assert!(Service::new(settings(issuer)).is_err(), "{issuer}");
    }
}

#[tokio::test]
async fn invitation_that_was_used_with_a_password_is_not_used_again_by_the_service() {
    let (world, provider, mut boss) = world().await;
    let team = world.state().team().id;
    let page =
        boss.post(&format!("/team/{team}/invitations"), &[("email", "hoshi@example.org"), ("role", "viewer")]).await;
    let way = link(&page.text, "/invitation/");
    let mut hoshi = Browser::new(world.router());
    assert_eq!(hoshi.post(&way, &[("name", "Hoshi"), ("password", PASSWORD)]).await.status, StatusCode::SEE_OTHER);
    let mut again = Browser::new(world.router());
    assert_eq!(came(&mut again, &provider, &HOSHI).await.location, "/");
    assert!(again.get("/profile").await.text.contains("hoshi@example.org"));
    let members = boss.get("/team").await.text;
    assert_eq!(members.matches("hoshi@example.org").count(), 1, "{members}");
}
