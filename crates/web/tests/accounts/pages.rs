//! The way from the first link to a team of two, as their browsers see it.

use crate::browser_of::Browser;
use crate::world::World;
use axum::http::StatusCode;

pub(crate) const PASSWORD: &str = "copper lantern follows tide";

/// The address behind a link in a page, without the host.
pub(crate) fn link(text: &str, way: &str) -> String {
    let at = text.find(way).unwrap_or_else(|| panic!("no {way} in {text}"));
    text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c)).collect()
}

/// A browser of the owner.
pub(crate) async fn owner(world: &World) -> Browser {
    let secret = world.app().owner_link().await.expect("asked").expect("a link");
    let mut browser = Browser::new(world.router());
    let page = format!("/first-owner/{}", secret.reveal());
    assert_eq!(browser.get(&page).await.status, StatusCode::OK);
    let fields = [("name", "Lin"), ("email", "lin@example.org"), ("password", PASSWORD)];
    let made = browser.post(&page, &fields).await;
    assert_eq!((made.status, made.location.as_str()), (StatusCode::SEE_OTHER, "/"));
    browser
}

/// A browser of somebody whom the owner invites.
pub(crate) async fn invited(world: &World, owner: &mut Browser, name: &str, role: &str) -> Browser {
    let team = world.state().team().id;
    let email = format!("{}@example.org", name.to_lowercase());
    let page = owner.post(&format!("/team/{team}/invitations"), &[("email", &email), ("role", role)]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let address = link(&page.text, "/invitation/");
    let mut browser = Browser::new(world.router());
    assert!(browser.get(&address).await.text.contains(&email));
    let joined = browser.post(&address, &[("name", name), ("password", PASSWORD)]).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text);
    browser
}

#[tokio::test]
async fn first_link_makes_the_owner_and_shuts_everybody_else_out() {
    let world = World::empty().await;
    let mut other = Browser::new(world.router());
    assert_eq!(other.get("/figures").await.status, StatusCode::OK);
    let mut owner = owner(&world).await;
    let home = owner.get("/").await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(home.text.contains("Lin") && home.text.contains("/sign-out"), "{}", home.text);
    let out = other.get("/figures?year=2020").await;
    assert_eq!((out.status, out.location.as_str()), (StatusCode::SEE_OTHER, "/sign-in?next=%2Ffigures%3Fyear%3D2020"));
    let api = other.get("/api/v1/figures").await;
    assert_eq!(api.status, StatusCode::UNAUTHORIZED);
    assert!(api.text.contains("urn:samesky:problem:not-signed-in"), "{}", api.text);
    assert!(!other.get("/sign-in").await.text.contains("Our team"));
}

#[tokio::test]
async fn sign_in_gives_a_new_cookie_that_no_script_reads_and_goes_back_only_within_the_house() {
    let world = World::empty().await;
    owner(&world).await;
    let mut browser = Browser::new(world.router());
    browser.put("samesky_session", "given-by-somebody-else");
    let wrong = browser.post("/sign-in", &[("email", "lin@example.org"), ("password", "not the password")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.text.contains("not the password"));
    for (next, to) in [("/figures", "/figures"), ("//evil.example", "/"), ("https://evil.example", "/")] {
        let fields = [("email", "lin@example.org"), ("password", PASSWORD), ("next", next)];
        let done = browser.post("/sign-in", &fields).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, to));
        let cookie = done.set_cookies.iter().find(|cookie| cookie.starts_with("samesky_session=")).expect("a cookie");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        assert!(!cookie.contains("Secure") && !cookie.contains("given-by"), "{cookie}");
    }
    let kept = browser.cookie("samesky_session").expect("a cookie").to_owned();
    let left = browser.post("/sign-out", &[]).await;
    assert_eq!(left.location, "/sign-in");
    assert_eq!(browser.cookie("samesky_session"), None);
    browser.put("samesky_session", &kept);
    assert_eq!(browser.get("/figures").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn member_is_invited_works_and_is_removed_with_the_page_open() {
    let world = World::empty().await;
    let mut owner = owner(&world).await;
    let mut officer = invited(&world, &mut owner, "Hoshi", "officer").await;
    assert_eq!(officer.get("/imports").await.status, StatusCode::OK);
    let team = world.state().team().id;
    let invitations = format!("/team/{team}/invitations");
    let sly = officer.post(&invitations, &[("email", "x@example.org"), ("role", "owner")]).await;
    assert_eq!(sly.status, StatusCode::FORBIDDEN);
    let page = owner.get("/team").await.text;
    let member = link(&page[page.find("Hoshi").expect("listed")..], &format!("/team/{team}/members/"));
    let removal = member.replace("/role", "/remove").replace("/reset", "/remove");
    assert_eq!(owner.post(&removal, &[("why", "left")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(officer.get("/imports").await.location, "/sign-in?next=%2Fimports");
}

#[tokio::test]
async fn viewer_looks_and_changes_nothing() {
    let world = World::empty().await;
    let mut owner = owner(&world).await;
    let mut viewer = invited(&world, &mut owner, "Hoshi", "viewer").await;
    assert_eq!(viewer.get("/announcements").await.status, StatusCode::OK);
    let json = [("content-type", "application/json")];
    let body = r#"{"text": "虚构的公告"}"#.to_owned();
    let sent = viewer.ask(&axum::http::Method::POST, "/api/v1/announcements", &json, body).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    assert!(sent.text.contains("urn:samesky:problem:forbidden"), "{}", sent.text);
}

#[tokio::test]
async fn token_is_shown_once_and_works_until_it_is_taken_back() {
    let world = World::empty().await;
    let mut owner = owner(&world).await;
    let made = owner.post("/profile/tokens", &[("name", "export"), ("scope", "read"), ("days", "30")]).await;
    let token = link(&made.text, "samesky_");
    let profile = owner.get("/profile").await.text;
    assert!(profile.contains("export") && !profile.contains(&token));
    let mut program = Browser::with_token(world.router(), &token);
    assert_eq!(program.get("/api/v1/figures").await.status, StatusCode::OK);
    let json = [("content-type", "application/json")];
    let sent = program.ask(&axum::http::Method::POST, "/api/v1/announcements", &json, "{\"text\": \"a\"}".into()).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    let revoke = link(&profile, "/profile/tokens/");
    assert_eq!(owner.post(&revoke, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(program.get("/api/v1/figures").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn profile_shows_what_is_wrong_and_keeps_what_is_right() {
    let world = World::empty().await;
    let mut owner = owner(&world).await;
    let wrong = owner.post("/profile", &[("version", "1"), ("name", "Lin Cheng"), ("time_zone", "Mars/Base")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Mars/Base") && wrong.text.contains("Lin Cheng"), "{}", wrong.text);
    let fields = [("version", "1"), ("name", "Lin Cheng"), ("language", "ja"), ("time_zone", "Asia/Tokyo")];
    assert_eq!(owner.post("/profile", &fields).await.location, "/profile");
    let page = owner.get("/profile").await.text;
    assert!(page.contains("value=\"Asia/Tokyo\"") && page.contains("<html lang=\"ja\""), "{page}");
}

#[tokio::test]
async fn machine_that_passes_requests_on_is_nobody_even_before_the_first_account() {
    let world = World::empty().await;
    let mut browser = Browser::new(world.router());
    let none = String::new();
    let passed = browser.ask(&axum::http::Method::GET, "/figures", &[("x-forwarded-for", "203.0.113.5")], none).await;
    assert_eq!(passed.location, "/sign-in?next=%2Ffigures");
}
