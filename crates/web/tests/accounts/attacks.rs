//! What somebody who means ill tries at the doors, and how far it goes.

use crate::browser_of::Browser;
use crate::pages::{PASSWORD, invited, link, owner};
use crate::second_factor::{code, turned_on};
use crate::world::World;
use axum::http::{Method, StatusCode};
use std::time::{Duration, Instant};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const SCRIPT: &str = "\"'><script>alert(1)</script>{{7*7}}<img src=x onerror=alert(1)>";

#[tokio::test]
async fn session_that_was_put_into_a_browser_is_never_the_one_that_signs_in() {
    let world = World::empty().await;
    let mut browser = owner(&world).await;
    let (secret, _) = turned_on(&world, &mut browser).await;
    let mut victim = Browser::new(world.router());
    victim.put("samesky_session", "chosen-by-somebody-else");
    let asked = victim.post("/sign-in", &[("email", "lin@example.org"), ("password", PASSWORD)]).await;
    assert_eq!(asked.location, "/sign-in/code");
    let step = victim.cookie("samesky_step").expect("a step").to_owned();
    let mut thief = Browser::new(world.router());
    thief.put("samesky_session", &step);
    assert_eq!(thief.get("/figures").await.location, "/sign-in?next=%2Ffigures");
    let next = code(&world, &secret, 30);
    assert_eq!(victim.post("/sign-in/code", &[("code", &next)]).await.location, "/");
    let session = victim.cookie("samesky_session").expect("a session").to_owned();
    assert!(session != "chosen-by-somebody-else" && session != step);
    for known in ["chosen-by-somebody-else", &step] {
        thief.put("samesky_session", known);
        assert_eq!(thief.get("/figures").await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn forms_that_another_site_sends_change_nothing() {
    let world = World::empty().await;
    let mut browser = owner(&world).await;
    let team = world.state().team().id;
    let forms = [
        ("/sign-in".to_owned(), format!("email=lin%40example.org&password={}", PASSWORD.replace(' ', "+"))),
        ("/sign-out".to_owned(), String::new()),
        ("/sign-in/code".to_owned(), "code=000000".to_owned()),
        ("/forgotten".to_owned(), "email=lin%40example.org".to_owned()),
        ("/profile".to_owned(), "version=1&name=Mallory".to_owned()),
        ("/profile/password".to_owned(), format!("present={}&password=seven+slow+herons", PASSWORD.replace(' ', "+"))),
        ("/profile/second-factor/offer".to_owned(), format!("present={}", PASSWORD.replace(' ', "+"))),
        ("/profile/tokens".to_owned(), "name=x&scope=write&days=30".to_owned()),
        (format!("/team/{team}/invitations"), "email=m%40example.org&role=owner".to_owned()),
        (format!("/team/{team}/second-factor"), "asks=yes".to_owned()),
    ];
    for foreign in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("origin", "null")] {
        for (address, body) in &forms {
            let sent = browser.ask(&Method::POST, address, &[FORM, foreign], body.clone()).await;
            assert_eq!(sent.status, StatusCode::FORBIDDEN, "{address} with {foreign:?}");
            assert!(sent.set_cookies.iter().all(|cookie| !cookie.starts_with("samesky_")), "{address}");
        }
    }
    let page = browser.get("/profile").await.text;
    assert!(page.contains("value=\"Lin\"") && !page.contains("Mallory"), "{page}");
}

#[tokio::test]
async fn way_back_after_signing_in_never_leads_to_another_host() {
    let world = World::empty().await;
    let mut boss = owner(&world).await;
    let away = [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\tevil",
        "javascript:alert(1)",
        "\\\\evil",
        "/\r\nx",
    ];
    let credentials = |next| [("email", "lin@example.org"), ("password", PASSWORD), ("next", next)];
    for next in away {
        let answer = Browser::new(world.router()).post("/sign-in", &credentials(next)).await;
        assert_eq!(answer.location, "/", "{next}");
        let encoded = percent_encoding::utf8_percent_encode(next, percent_encoding::NON_ALPHANUMERIC);
        assert_eq!(boss.get(&format!("/sign-in?next={encoded}")).await.location, "/", "{next}");
        let page = Browser::new(world.router()).get(&format!("/sign-in?next={encoded}")).await.text;
        assert!(!page.contains("evil") && !page.contains("javascript:"), "{page}");
    }
    let (secret, _) = turned_on(&world, &mut boss).await;
    for (turn, next) in (1..).zip(&away[..2]) {
        let mut browser = Browser::new(world.router());
        assert_eq!(browser.post("/sign-in", &credentials(next)).await.location, "/sign-in/code");
        let code = code(&world, &secret, 30 * turn);
        let came = browser.post("/sign-in/code", &[("code", &code), ("next", next)]).await;
        assert!(["/", ""].contains(&came.location.as_str()), "{next}: {}", came.location);
    }
}

#[tokio::test]
async fn sign_in_says_the_same_and_takes_as_long_whether_or_not_there_is_an_account() {
    let world = World::empty().await;
    let _ = owner(&world).await;
    let mut times: [Vec<Duration>; 2] = [Vec::new(), Vec::new()];
    let mut texts = Vec::new();
    for _ in 0..6 {
        for (which, email) in ["lin@example.org", "nob@example.org"].into_iter().enumerate() {
            let begin = Instant::now();
            let fields = [("email", email), ("password", "not this one")];
            let answer = Browser::new(world.router()).post("/sign-in", &fields).await;
            times[which].push(begin.elapsed());
            texts.push((answer.status, answer.text.replace(email, "…")));
        }
    }
    texts.dedup();
    assert_eq!(texts.len(), 1, "{texts:#?}");
    let [known, unknown] = times.map(|times| times.into_iter().min().expect("measured"));
    assert!(known < unknown * 3 && unknown < known * 3, "{known:?} {unknown:?}");
}

#[tokio::test]
async fn token_opens_nothing_once_it_is_taken_back_or_its_owner_is_gone() {
    let world = World::empty().await;
    let mut boss = owner(&world).await;
    let mut officer = invited(&world, &mut boss, "Hoshi", "officer").await;
    let token = async |browser: &mut Browser| {
        let made = browser.post("/profile/tokens", &[("name", "x"), ("scope", "write"), ("days", "30")]).await;
        link(&made.text, "samesky_")
    };
    let tries = async |token: &str| {
        let mut program = Browser::with_token(world.router(), token);
        let asked = program.get("/api/v1/figures").await.status;
        let json = [("content-type", "application/json")];
        let sent = program.ask(&Method::POST, "/api/v1/announcements", &json, r#"{"text":"虚构"}"#.into()).await;
        (asked.as_u16(), sent.status.as_u16())
    };
    let (first, second) = (token(&mut officer).await, token(&mut officer).await);
    assert_eq!(tries(&first).await.0, 200);
    let page = officer.get("/profile").await.text;
    let revoke = link(&page, "/profile/tokens/");
    assert_eq!(officer.post(&revoke, &[]).await.status, StatusCode::SEE_OTHER);
    let outcomes = [tries(&first).await, tries(&second).await];
    assert!(outcomes.contains(&(401, 401)) && outcomes.iter().any(|(asked, _)| *asked == 200), "{outcomes:?}");
    let page = boss.get("/team").await.text;
    let team = world.state().team().id;
    let member = link(&page[page.find("Hoshi").expect("listed")..], &format!("/team/{team}/members/"));
    let removal = format!("{}/remove", member.rsplit_once('/').expect("a way").0);
    assert_eq!(boss.post(&removal, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!([tries(&first).await, tries(&second).await], [(401, 401), (401, 401)]);
}

#[tokio::test]
async fn fields_that_no_form_has_change_nothing() {
    let world = World::empty().await;
    let mut boss = owner(&world).await;
    let team = world.state().team().id;
    let page =
        boss.post(&format!("/team/{team}/invitations"), &[("email", "hoshi@example.org"), ("role", "viewer")]).await;
    let way = link(&page.text, "/invitation/");
    let more = [
        ("role", "owner"),
        ("email", "mallory@example.org"),
        ("team", "00000000-0000-7000-8000-00000000ffff"),
        ("state", "active"),
        ("organisation", "00000000-0000-7000-8000-00000000ffff"),
        ("version", "99"),
        ("id", "00000000-0000-7000-8000-00000000ffff"),
        ("must_enrol", "false"),
        ("second_factor", "false"),
    ];
    let mut hoshi = Browser::new(world.router());
    let mut fields = vec![("name", "Hoshi"), ("password", PASSWORD)];
    fields.extend(more);
    assert_eq!(hoshi.post(&way, &fields).await.status, StatusCode::SEE_OTHER);
    let mut fields = vec![("version", "1"), ("name", "Hoshi H")];
    fields.extend(more.into_iter().filter(|(name, _)| *name != "version"));
    assert_eq!(hoshi.post("/profile", &fields).await.location, "/profile");
    let page = hoshi.get("/profile").await.text;
    assert!(page.contains("hoshi@example.org") && !page.contains("mallory"), "{page}");
    assert_eq!(
        hoshi.post(&format!("/team/{team}/invitations"), &[("email", "x@example.org")]).await.status,
        StatusCode::FORBIDDEN
    );
    let made =
        hoshi.post("/profile/tokens", &[("name", "x"), ("scope", "owner"), ("team", "all"), ("account", "lin")]).await;
    let token = made.text.contains("samesky_").then(|| link(&made.text, "samesky_"));
    if let Some(token) = token {
        let json = [("content-type", "application/json")];
        let mut program = Browser::with_token(world.router(), &token);
        let sent = program.ask(&Method::POST, "/api/v1/announcements", &json, r#"{"text":"虚构"}"#.into()).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn script_in_any_field_of_accounts_stays_text() {
    let world = World::empty().await;
    let mut boss = owner(&world).await;
    let team = world.state().team().id;
    let mut pages = Vec::new();
    let saved = [("version", "1"), ("name", SCRIPT), ("time_zone", ""), ("language", "en")];
    pages.push(boss.post("/profile", &saved).await.text);
    pages.push(boss.post("/profile", &[("version", "2"), ("name", SCRIPT), ("time_zone", SCRIPT)]).await.text);
    pages.push(boss.post("/profile/tokens", &[("name", SCRIPT), ("scope", "read"), ("days", SCRIPT)]).await.text);
    pages.push(boss.post("/profile/tokens", &[("name", SCRIPT), ("scope", "read"), ("days", "30")]).await.text);
    let names =
        [("zh_hans", SCRIPT), ("ja", SCRIPT), ("en", SCRIPT), ("th", SCRIPT), ("place", SCRIPT), ("kind", "zone")];
    pages.push(boss.post(&format!("/team/{team}/below"), &names).await.text);
    pages.push(boss.post(&format!("/team/{team}"), &names).await.text);
    pages.push(boss.post(&format!("/team/{team}/invitations"), &[("email", SCRIPT), ("role", SCRIPT)]).await.text);
    let invite = [("email", "a'b&c@example.org"), ("role", "officer")];
    let made = boss.post(&format!("/team/{team}/invitations"), &invite).await;
    let way = link(&made.text, "/invitation/");
    let mut other = Browser::new(world.router());
    pages.push(made.text);
    pages.push(other.get(&way).await.text);
    pages.push(other.post(&way, &[("name", SCRIPT), ("password", SCRIPT)]).await.text);
    other.post(&way, &[("name", SCRIPT), ("password", PASSWORD)]).await;
    pages.push(Browser::new(world.router()).post("/sign-in", &[("email", SCRIPT), ("password", SCRIPT)]).await.text);
    pages.push(Browser::new(world.router()).post("/forgotten", &[("email", SCRIPT)]).await.text);
    for address in ["/profile", "/team", "/history", "/", "/profile/second-factor", &format!("/team/{team}")] {
        pages.push(boss.get(address).await.text);
    }
    for field in ["present", "code", "why"] {
        pages.push(boss.post("/profile/second-factor/offer", &[(field, SCRIPT)]).await.text);
        pages.push(boss.post("/profile/second-factor/drop", &[(field, SCRIPT)]).await.text);
    }
    for page in &pages {
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{page}");
    }
    assert!(pages.iter().filter(|page| page.contains("&lt;script&gt;alert")).count() >= 8);
}
