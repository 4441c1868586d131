//! Merging, splitting, pairs and the record of a claim by the API.

use crate::support::worlds;
use axum::http::Method;
use serde_json::json;

#[tokio::test]
async fn organisations_are_merged_led_to_the_survivor_and_taken_apart() {
    for world in worlds().await {
        let mut ids = Vec::new();
        for name in ["架空精机", "架空精密机械有限公司"] {
            let said = json!({"names": [{"text": name, "kind": "legal"}], "size": name});
            let added = world.post("/api/v1/organisations", said).await;
            ids.push(added.json()["id"].as_str().expect("an identifier").to_owned());
        }
        let (one, other) = (format!("/api/v1/organisations/{}", ids[0]), format!("/api/v1/organisations/{}", ids[1]));
        let candidates = world.post("/api/v1/organisations/candidates", json!({"names": ["架空精机"]})).await.json();
        assert_eq!(candidates["items"][0]["organisation"]["id"], ids[0], "{candidates}");
        let looked = world.post("/api/v1/organisation-pairs/look", json!({})).await;
        assert_eq!(looked.status, 200, "{}", looked.text());
        let pairs = world.get("/api/v1/organisation-pairs").await.json();
        let mut found = [&pairs["items"][0]["one"]["id"], &pairs["items"][0]["other"]["id"]]
            .map(|id| id.as_str().expect("one").to_owned());
        found.sort();
        let mut expected = [ids[0].clone(), ids[1].clone()];
        expected.sort();
        assert_eq!(found, expected, "{pairs}");
        let said = json!({"others": [{"id": ids[1], "version": 1}], "keep": {"size": ids[1]}, "why": "同一家"});
        let path = format!("{one}/merge");
        let late = world
            .ask(Method::POST, &path, &[("content-type", "application/json"), ("if-match", "\"7\"")], said.to_string())
            .await;
        assert_eq!(late.problem(), (412, "stale".to_owned()), "{}", world.database);
        let merged = world
            .ask(Method::POST, &path, &[("content-type", "application/json"), ("if-match", "\"1\"")], said.to_string())
            .await;
        assert_eq!(merged.status, 200, "{}", merged.text());
        let gone = world.get(&other).await;
        assert_eq!((gone.status.as_u16(), gone.header("location")), (307, one.as_str()));
        let kept = world.get(&one).await.json();
        let sizes = kept["values"].as_array().expect("values").iter().filter(|value| value["field"] == "size");
        assert_eq!(sizes.map(|value| value["value"].clone()).collect::<Vec<_>>(), [json!("架空精密机械有限公司")]);
        let merges = world.get(&format!("{one}/merges")).await.json();
        assert_eq!(merges["items"][0]["others"], json!([ids[1]]));
        let undo = format!("/api/v1/organisation-merges/{}/undo", merged.json()["id"].as_str().expect("an identifier"));
        assert_eq!(world.post(&undo, json!({})).await.status, 200);
        assert_eq!(world.get(&other).await.status, 200);
        assert_eq!(world.post(&undo, json!({})).await.problem(), (422, "invalid".to_owned()));
    }
}
