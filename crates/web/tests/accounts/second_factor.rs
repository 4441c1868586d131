//! The second factor as a browser sees it.

use crate::browser_of::{Answer, Browser};
use crate::pages::{PASSWORD, invited, link, owner};
use crate::world::World;
use axum::http::StatusCode;
use totp_rs::{Builder, Secret};

/// The secret that a page shows for typing.
fn secret_of(page: &str) -> String {
    let (_, rest) = page.split_once("<code class=\"secret\">").expect("a secret");
    rest.split('<').next().unwrap_or_default().replace(' ', "")
}

/// The code that an app with the secret shows so many seconds from now.
pub(crate) fn code(world: &World, secret: &str, seconds: u64) -> String {
    let app = Builder::new().with_secret(Secret::try_from_base32(secret).expect("base32")).build().expect("an app");
    let now = u64::try_from(world.now().as_second()).expect("after 1970");
    app.generate(now + seconds).to_string()
}

/// Turns it on. The page with the recovery codes comes back with the secret.
pub(crate) async fn turned_on(world: &World, browser: &mut Browser) -> (String, Answer) {
    let offered = browser.post("/profile/second-factor/offer", &[("present", PASSWORD)]).await;
    assert_eq!(offered.status, StatusCode::OK, "{}", offered.text);
    assert!(offered.text.contains("<svg class=\"qr\"") && !offered.text.contains("otpauth:"), "{}", offered.text);
    let secret = secret_of(&offered.text);
    let wrong = browser.post("/profile/second-factor/confirm", &[("code", "000000")]).await;
    assert_eq!((wrong.status, secret_of(&wrong.text)), (StatusCode::UNPROCESSABLE_ENTITY, secret.clone()));
    let code = code(world, &secret, 0);
    let done = browser.post("/profile/second-factor/confirm", &[("code", &code)]).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    (secret, done)
}

fn recovery_codes(page: &str) -> Vec<String> {
    let shown = page.split("<code class=\"secret\">").skip(1);
    shown.filter_map(|rest| rest.split('<').next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn sign_in_goes_by_way_of_the_code_and_back_to_the_page_that_was_asked_for() {
    let world = World::empty().await;
    let mut browser = owner(&world).await;
    let (secret, done) = turned_on(&world, &mut browser).await;
    let codes = recovery_codes(&done.text);
    assert_eq!(codes.len(), 10);
    assert!(done.text.contains("download=\"samesky-recovery.txt\"") && done.text.contains("data:text/plain"));
    let page = browser.get("/profile/second-factor").await.text;
    assert!(codes.iter().all(|code| !page.contains(code.as_str())));
    let mut other = Browser::new(world.router());
    let fields = [("email", "lin@example.org"), ("password", PASSWORD), ("next", "/figures?year=2020")];
    let asked = other.post("/sign-in", &fields).await;
    assert_eq!(asked.location, "/sign-in/code?next=%2Ffigures%3Fyear%3D2020");
    let cookie = asked.set_cookies.iter().find(|cookie| cookie.starts_with("samesky_step=")).expect("a cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("Path=/sign-in"), "{cookie}");
    assert!(asked.set_cookies.iter().all(|cookie| !cookie.starts_with("samesky_session=")));
    assert_eq!(other.get("/figures").await.location, "/sign-in?next=%2Ffigures");
    let page = other.get(&asked.location).await;
    assert!(page.text.contains("autocomplete=\"one-time-code\"") && page.text.contains("value=\"/figures?year=2020\""));
    let wrong = other.post("/sign-in/code", &[("code", "123123")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.text.contains("123123"), "{}", wrong.text);
    let next = code(&world, &secret, 30);
    let right = other.post("/sign-in/code", &[("code", &next), ("next", "/figures?year=2020")]).await;
    assert_eq!((right.status, right.location.as_str()), (StatusCode::SEE_OTHER, "/figures?year=2020"));
    assert_eq!(other.cookie("samesky_step"), None);
    assert_eq!(other.get("/figures").await.status, StatusCode::OK);
}

#[tokio::test]
async fn code_without_the_password_before_it_leads_back_to_the_password() {
    let world = World::empty().await;
    let _ = owner(&world).await;
    let mut browser = Browser::new(world.router());
    assert_eq!(browser.get("/sign-in/code").await.location, "/sign-in");
    assert_eq!(browser.post("/sign-in/code", &[("code", "000000")]).await.location, "/sign-in");
    browser.put("samesky_step", "made up");
    assert_eq!(browser.post("/sign-in/code", &[("code", "000000")]).await.location, "/sign-in");
}

#[tokio::test]
async fn team_that_asks_for_it_lets_a_member_only_turn_it_on() {
    let world = World::empty().await;
    let mut boss = owner(&world).await;
    let mut officer = invited(&world, &mut boss, "Hoshi", "officer").await;
    let _ = turned_on(&world, &mut boss).await;
    let team = world.state().team().id;
    let sly = officer.post(&format!("/team/{team}/second-factor"), &[("asks", "no")]).await;
    assert_eq!(sly.status, StatusCode::FORBIDDEN);
    let asked = boss.post(&format!("/team/{team}/second-factor"), &[("asks", "yes")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    for page in ["/", "/figures", "/profile", "/team"] {
        assert_eq!(officer.get(page).await.location, "/profile/second-factor", "{page}");
    }
    assert_eq!(officer.get("/api/v1/figures").await.status, StatusCode::FORBIDDEN);
    let page = officer.get("/profile/second-factor").await;
    assert!(page.status == StatusCode::OK && page.text.contains("/sign-out"), "{}", page.text);
    let _ = turned_on(&world, &mut officer).await;
    assert_eq!(officer.get("/figures").await.status, StatusCode::OK);
    assert_eq!(boss.get("/figures").await.status, StatusCode::OK);
}

#[tokio::test]
async fn owner_takes_the_second_factor_of_a_member_away() {
    let world = World::empty().await;
    let mut boss = owner(&world).await;
    let mut officer = invited(&world, &mut boss, "Hoshi", "officer").await;
    let _ = turned_on(&world, &mut officer).await;
    let page = boss.get("/team").await.text;
    let team = world.state().team().id;
    let member = link(&page[page.find("Hoshi").expect("listed")..], &format!("/team/{team}/members/"));
    let way = format!("{}/second-factor", member.rsplit_once('/').expect("a way").0);
    assert_eq!(boss.post(&way, &[("why", "lost phone")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(officer.get("/profile").await.status, StatusCode::SEE_OTHER);
    let fields = [("email", "hoshi@example.org"), ("password", PASSWORD)];
    assert_eq!(officer.post("/sign-in", &fields).await.location, "/");
    assert!(boss.get("/history").await.text.contains("lost phone"));
}
