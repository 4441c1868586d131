//! The history as files, what is held on somebody, and forgetting them, as browsers see it.

use crate::browser_of::Browser;
use crate::pages::{invited, owner};
use crate::world::World;
use axum::http::StatusCode;
use samesky_app::import::{Content, ImportOptions, Incoming};
use samesky_model::record::ImportSource;

#[tokio::test]
async fn history_as_a_file_has_no_live_formulas_and_says_who() {
    let world = World::empty().await;
    let mut local = Browser::new(world.router());
    let named = world.session("=HYPERLINK(\"https://evil.example\")");
    let files = [Incoming::new("a.txt", Content::Bytes(b"x".to_vec()))];
    let options = ImportOptions { source: ImportSource::Paste, skip_refused: false };
    world.app().begin_import(&named, &files, options).await.expect("begun");
    let csv = local.get("/history/export.csv").await;
    assert_eq!(csv.status, StatusCode::OK);
    assert!(csv.text.starts_with("\u{feff}id,sequence,at,by,actor,"), "{}", csv.text);
    assert!(csv.text.contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\",local,"), "{}", csv.text);
    let lines = local.get("/history/export.jsonl").await.text;
    let first: serde_json::Value = serde_json::from_str(lines.lines().next().expect("a line")).expect("JSON");
    let listed: serde_json::Value = serde_json::from_str(&local.get("/api/v1/audit?limit=1").await.text).expect("JSON");
    assert_eq!(first, listed["items"][0]);
    let api = local.get("/api/v1/audit/export?format=csv").await;
    assert_eq!(api.text, csv.text);
    assert_eq!(local.get("/api/v1/audit/export?format=xlsx").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let head: serde_json::Value = serde_json::from_str(&local.get("/api/v1/audit/head").await.text).expect("JSON");
    assert_eq!(head["heads"][0]["digest"], first["digest"]);
    let page: serde_json::Value = serde_json::from_str(&local.get("/history/head.json").await.text).expect("JSON");
    assert_eq!(page["heads"], head["heads"]);
}

#[tokio::test]
async fn somebody_downloads_what_is_held_and_is_forgotten_by_an_owner() {
    let world = World::empty().await;
    let mut owner = owner(&world).await;
    let mut officer = invited(&world, &mut owner, "Hoshino", "officer").await;
    let held: serde_json::Value = serde_json::from_str(&officer.get("/profile/held.json").await.text).expect("JSON");
    assert_eq!(
        (&held["account"]["name"], &held["account"]["email"]),
        (&"Hoshino".into(), &"hoshino@example.org".into())
    );
    let id = held["account"]["id"].as_str().expect("an id");
    let team = format!("/team/{}", world.state().team().id);
    let erase = format!("{team}/members/{id}/erase");
    assert!(owner.get(&team).await.text.contains(&erase));
    assert_eq!(officer.post(&erase, &[("why", "")]).await.status, StatusCode::FORBIDDEN);
    let done = owner.post(&erase, &[("why", "asked for")]).await;
    assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, team.as_str()));
    assert_eq!(officer.get("/profile").await.status, StatusCode::SEE_OTHER);
    for address in [team.as_str(), "/history", "/history/export.csv"] {
        let page = owner.get(address).await.text;
        assert!(!page.to_lowercase().contains("hoshino"), "{address}: {page}");
    }
    assert!(owner.get("/history").await.text.contains("Former officer 1"));
    owner.put("language", "zh-Hans");
    assert!(owner.get("/history").await.text.contains("前经办人 1"));
}

#[tokio::test]
async fn settings_of_somebody_with_an_account_ask_for_no_name() {
    let world = World::empty().await;
    assert!(Browser::new(world.router()).get("/settings").await.text.contains("/settings/officer"));
    let mut owner = owner(&world).await;
    let page = owner.get("/settings").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text.contains("/settings/officer"), "{}", page.text);
}
