use crate::support::{event, figure, world, worlds};
use axum::http::Method;
use insta::assert_json_snapshot;
use serde_json::json;

#[tokio::test]
async fn claim_is_added_corrected_undone_and_rejected() {
    for world in worlds().await {
        let announcement = world.announce("").await;
        let path = format!("/api/v1/announcements/{announcement}/claims");
        let made = world
            .post(&path, json!({"kind": "figure", "claim": figure("dolor", "8640000000"), "why": "read by eye"}))
            .await;
        assert_json_snapshot!("claim_added", world.plain(&made));
        assert_json_snapshot!("claims", world.plain(&world.get(&path).await));
        let claim = made.header("location").to_owned();
        let correction =
            json!({"decision": "correct", "kind": "figure", "claim": figure("dolor", "8650000000"), "why": "misread"});
        let corrected = world.patch(&claim, made.header("etag"), correction).await;
        assert_json_snapshot!("claim_corrected", world.plain(&corrected));
        let undone =
            world.patch(&claim, corrected.header("etag"), json!({"decision": "undo", "why": "taken back"})).await;
        assert_eq!((undone.json()["state"].clone(), undone.json()["version"].clone()), (json!("accepted"), json!(3)));
        let rejected =
            world.patch(&claim, undone.header("etag"), json!({"decision": "reject", "why": "not stated"})).await;
        assert_eq!(rejected.json()["state"], "rejected");
        assert_json_snapshot!("decisions", world.plain(&world.get(&format!("{claim}/decisions")).await));
        assert_eq!(world.get(&claim).await.json(), rejected.json());
    }
}

#[tokio::test]
async fn decision_needs_the_version_that_was_seen() {
    for world in worlds().await {
        let announcement = world.announce("").await;
        let kept = world.claim(&announcement, "event", event("ipsum", "架空签约会")).await;
        let path = format!("/api/v1/claims/{}", kept["id"].as_str().expect("an identifier"));
        let reject = json!({"decision": "reject", "why": "no event"});
        let stale = world.patch(&path, "\"0\"", reject.clone()).await;
        assert_json_snapshot!("claim_stale", world.plain(&stale));
        let headers = [("content-type", "application/json")];
        let blind = world.ask(Method::PATCH, &path, &headers, reject.to_string()).await;
        assert_eq!(blind.problem(), (428, "version-missing".to_owned()));
        let blind = world.patch(&path, "*", reject.clone()).await;
        assert_eq!(blind.problem(), (428, "version-missing".to_owned()));
        let unquoted = world.patch(&path, "1", reject.clone()).await;
        assert_eq!(unquoted.problem(), (400, "malformed".to_owned()));
        assert_eq!(world.patch(&path, "\"1\"", reject).await.status, 200);
    }
}

#[tokio::test]
async fn decision_without_a_reason_on_what_is_in_the_ledger_is_refused() {
    let world = world().await;
    let announcement = world.announce("").await;
    let kept = world.claim(&announcement, "figure", figure("dolor", "12")).await;
    let path = format!("/api/v1/claims/{}", kept["id"].as_str().expect("an identifier"));
    let refused = world.patch(&path, "\"1\"", json!({"decision": "reject"})).await;
    assert_json_snapshot!("reason_missing", world.plain(&refused));
    let refused = world.patch(&path, "\"1\"", json!({"decision": "correct", "why": "?"})).await;
    assert_eq!(refused.json()["errors"][0]["field"], "kind");
}

#[tokio::test]
async fn claims_without_remark_are_accepted_as_far_as_they_were_seen() {
    for world in worlds().await {
        let announcement = world.announce("").await;
        let kept = world.claim(&announcement, "figure", figure("dolor", "12")).await;
        let path = format!("/api/v1/announcements/{announcement}/accept-clear");
        let batch = world.post(&path, json!({"seen": [{"claim": kept["id"], "version": 0}]})).await;
        assert_eq!((batch.status.as_u16(), batch.json()), (200, json!({"decided": [], "overtaken": []})));
    }
}
