//! The demonstration signs its reader in, and shows the same as somebody else.

use crate::browser_of::Browser;
use crate::world::World;
use axum::http::StatusCode;

#[tokio::test]
async fn demonstration_is_looked_at_as_an_officer_and_as_anybody_else() {
    let world = World::demo().await;
    let people = world.app().seed_demo_people(&world.session("林澄（虚构）")).await.expect("people");
    let mut browser = Browser::new(samesky_web::server::router(world.state().clone().with_people(people)));
    let queue = browser.get("/publishing").await;
    assert!(queue.status == StatusCode::OK && queue.text.contains("林澄（虚构）"), "{}", queue.text);
    assert!(queue.text.contains("1 to confirm") && queue.text.contains("/demo/role"), "{}", queue.text);
    for (role, home) in [("owner", "200 "), ("viewer", "200 "), ("guest", "303 /public"), ("nobody", "303 /sign-in")] {
        assert_eq!(browser.post("/demo/role", &[("to", role)]).await.location, "/");
        let first = browser.get("/").await;
        assert_eq!(format!("{} {}", first.status.as_u16(), first.location), home, "{role}");
        let public = browser.get("/public").await;
        assert!(public.status == StatusCode::OK && public.text.contains("/demo/role"), "{role}");
    }
    browser.post("/demo/role", &[("to", "service-point")]).await;
    let shared = browser.get("/events?scope=shared").await.text;
    assert!(shared.contains("Shared by") && shared.contains("Osaka service point"), "{shared}");
    assert_eq!(browser.post("/demo/role", &[("to", "x; Domain=example.org")]).await.set_cookies, Vec::<String>::new());
}

#[tokio::test]
async fn cookie_of_the_demonstration_means_nothing_elsewhere() {
    let world = World::empty().await;
    world.app().seed_demo_people(&world.session("Lin")).await.expect("people");
    let mut browser = Browser::new(world.router());
    browser.put("samesky_demo", "owner");
    let first = browser.get("/figures").await;
    assert_eq!((first.status, first.location.as_str()), (StatusCode::SEE_OTHER, "/sign-in?next=%2Ffigures"));
}
