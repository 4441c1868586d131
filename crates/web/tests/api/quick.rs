//! Adding an organisation where it is new, taking it back, and the list of industries, by the API.

use crate::support::worlds;
use serde_json::json;

#[tokio::test]
async fn organisation_that_is_known_is_refused_where_it_must_be_new_and_an_addition_is_taken_back() {
    for world in worlds().await {
        let kept =
            world.post("/api/v1/organisations", json!({"names": [{"text": "架空精密机械有限公司", "kind": "legal"}]}));
        let kept = kept.await.json()["id"].clone();
        let again = json!({"names": [{"text": "架空精密机械", "kind": "legal"}]});
        let refused = world.post("/api/v1/organisations?if_new=true", again.clone()).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert_eq!(refused.json()["errors"][0]["problem"], "is-known");
        let asked = world.post("/api/v1/organisations/candidates", json!({"names": ["架空精密机械"]})).await.json();
        assert_eq!((&asked["items"][0]["organisation"]["id"], &asked["items"][0]["verdict"]), (&kept, &json!("same")));
        let added = world.post("/api/v1/organisations", again).await;
        assert_eq!(added.status, 201, "{}", added.text());
        let path = added.header("location").to_owned();
        let version = world.get(&path).await.header("etag").to_owned();
        let stale = world.delete(&path, "\"7\"").await;
        assert_eq!(stale.problem(), (412, "stale".to_owned()), "{}", world.database);
        assert_eq!(world.delete(&path, &version).await.status, 204);
        assert_eq!(world.get(&path).await.status, 404);
        let changed = format!("/api/v1/organisations/{}", kept.as_str().expect("an identifier"));
        let version = world.get(&changed).await.header("etag").to_owned();
        let version = world.patch(&changed, &version, json!({"size": "大型"})).await.header("etag").to_owned();
        let refused = world.delete(&changed, &version).await;
        assert_eq!(refused.json()["errors"][0]["problem"], "nothing-to-undo", "{}", refused.text());
    }
}

#[tokio::test]
async fn industries_are_listed_with_sections_titles_and_counterparts() {
    let world = crate::support::world().await;
    let all = world.get("/api/v1/industries?classification=isic-4").await.json();
    let items = all["items"].as_array().expect("industries");
    assert_eq!(items.len(), 21 + 88 + 238 + 419);
    let division = world.get("/api/v1/industries?classification=isic-4&q=C29").await.json();
    let one = &division["items"][0];
    assert_eq!((&one["code"], &one["section"], &one["parent"]), (&json!("C29"), &json!("C"), &json!("C")));
    let languages: Vec<&String> = one["titles"].as_object().expect("titles").keys().collect();
    assert_eq!(languages, ["en", "ja", "th", "zh-Hans"]);
    let section = world.get("/api/v1/industries?classification=isic-4&q=C").await.json();
    assert_eq!(section["items"][0]["counterparts"][0]["classification"], "gbt-4754-2017");
    let found = world.get("/api/v1/industries?q=%E5%88%B6%E9%80%A0").await.json();
    let of: std::collections::BTreeSet<&str> =
        found["items"].as_array().expect("found").iter().filter_map(|one| one["classification"].as_str()).collect();
    assert!(of.contains("gbt-4754-2017") && of.contains("isic-4"), "{of:?}");
    assert_eq!(world.get("/api/v1/industries?classification=isic-9").await.status, 422);
}
