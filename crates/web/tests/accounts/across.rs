//! Organisations of several teams become one for others: by an owner above them, on the page and by the API, and the way back.

use crate::browser_of::Browser;
use crate::cast::Cast;
use axum::http::{Method, StatusCode};
use samesky_model::record::Role;

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];

async fn add(browser: &mut Browser, name: &str, note: &str) -> String {
    let said = format!(r#"{{"names": [{{"text": "{name}", "kind": "legal"}}], "notes": ["{note}"]}}"#);
    let made = browser.ask(&Method::POST, "/api/v1/organisations", &JSON, said).await;
    assert!(made.status.is_success(), "{}", made.text);
    let made: serde_json::Value = serde_json::from_str(&made.text).expect("JSON");
    made["id"].as_str().expect("an identifier").to_owned()
}

/// The owner above with an organisation of their own, and one below whose organisation is shown to the team above.
async fn two(cast: &Cast) -> (Browser, Browser, [String; 2]) {
    let mut owner = cast.browser("owner").await;
    let south = cast.address("{south}").parse().expect("an identifier");
    let mut below = cast.signed_in(&cast.member(south, Role::Owner).await);
    let own = add(&mut owner, "架空星河精密机械有限公司", "upper secret").await;
    let theirs = add(&mut below, "架空星河精机", "lower secret").await;
    let shares = format!("/api/v1/records/organisation/{theirs}/shares");
    let with = format!(r#"{{"with": "{}"}}"#, cast.address("{team}"));
    let shared = below.ask(&Method::POST, &shares, &JSON, with).await;
    assert!(shared.status.is_success(), "{}", shared.text);
    (owner, below, [own, theirs])
}

#[tokio::test]
async fn owner_above_finds_compares_merges_and_takes_back_on_the_page() {
    let cast = Cast::new().await;
    let (mut owner, mut below, [own, theirs]) = two(&cast).await;
    assert!(owner.get("/organisations").await.text.contains("href=\"/organisations/across\""));
    let found = owner.get("/organisations/across?q=%E6%98%9F%E6%B2%B3").await;
    for id in [&own, &theirs] {
        assert!(found.text.contains(&format!("name=\"with\" value=\"{id}\"")), "{}", found.text);
    }
    let compared = owner.get(&format!("/organisations/across?with={own}&with={theirs}")).await;
    assert_eq!(compared.text.matches("name=\"survivor\"").count(), 2, "{}", compared.text);
    assert!(
        compared.text.split_once("<tbody>").is_some_and(|(head, _)| !head.contains("name=\"survivor\"")),
        "narrow screens show no head"
    );
    assert!(!compared.text.contains("secret"), "{}", compared.text);
    let form = [("with", own.as_str()), ("with", theirs.as_str()), ("survivor", own.as_str()), ("why", "one")];
    let merged = owner.post("/organisations/across", &form).await;
    assert_eq!((merged.status, merged.location.as_str()), (StatusCode::SEE_OTHER, "/organisations/across"));
    let part = below.get(&format!("/organisations/{theirs}")).await;
    assert!(part.text.contains(&format!("/shared/organisation/{own}")), "{}", part.text);
    let seen = below.get(&format!("/shared/organisation/{own}")).await;
    assert!(seen.text.contains("架空星河精密机械有限公司") && !seen.text.contains("secret"), "{}", seen.text);
    let stays = owner.get(&format!("/organisations/{own}")).await;
    assert!(stays.text.contains("架空星河精机") && !stays.text.contains("lower secret"), "{}", stays.text);
    let listed = owner.get("/organisations/across").await.text;
    let (_, rest) = listed.split_once("action=\"/organisations/across/").expect("the way back");
    let merge = rest.split('/').next().expect("an identifier");
    let undone = owner.post(&format!("/organisations/across/{merge}/undo"), &[]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
    assert!(!owner.get(&format!("/organisations/{own}")).await.text.contains("架空星河精机"));
    assert_eq!(below.get(&format!("/shared/organisation/{own}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn api_merges_across_teams_for_an_owner_above_and_for_nobody_else() {
    let cast = Cast::new().await;
    let (mut owner, mut below, [own, theirs]) = two(&cast).await;
    let said = format!(r#"{{"survivor": "{own}", "others": ["{theirs}"]}}"#);
    let address = "/api/v1/organisation-merges/across";
    for role in ["officer", "reader", "writer"] {
        let refused = cast.browser(role).await.ask(&Method::POST, address, &JSON, said.clone()).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{role}: {}", refused.text);
    }
    let hidden = below.ask(&Method::POST, address, &JSON, said.clone()).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{}", hidden.text);
    let merged = owner.ask(&Method::POST, address, &JSON, said).await;
    assert_eq!(merged.status, StatusCode::OK, "{}", merged.text);
    let merged: serde_json::Value = serde_json::from_str(&merged.text).expect("JSON");
    assert_eq!(merged["kind"], "across");
    let list: serde_json::Value = serde_json::from_str(&owner.get(address).await.text).expect("JSON");
    assert_eq!((&list["total"], &list["items"][0]["id"]), (&1.into(), &merged["id"]));
    let undo = format!("{address}/{}/undo", merged["id"].as_str().expect("an identifier"));
    assert_eq!(below.ask(&Method::POST, &undo, &JSON, String::new()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(owner.ask(&Method::POST, &undo, &JSON, String::new()).await.status, StatusCode::OK);
}
