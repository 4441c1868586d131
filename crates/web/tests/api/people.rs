use crate::support::worlds;
use serde_json::json;

#[tokio::test]
async fn person_is_added_read_changed_removed_and_erased() {
    for world in worlds().await {
        let name = json!({"names": [{"text": "架空精機", "kind": "legal"}]});
        let made = world.post("/api/v1/organisations", name).await.json();
        let people = format!("/api/v1/organisations/{}/people", made["id"].as_str().expect("an identifier"));
        let post =
            json!({"titles": [{"text": "部長", "language": "ja"}], "from": "2019-04", "until": null, "current": true});
        let said = json!({
            "native_name": {"text": "星野（架空）", "language": "ja"}, "reading": "ほしの", "posts": [post],
            "emails": ["rin@example.org"], "contacts": [{"kind": "LINE", "value": "rin"}], "languages": ["ja", "en"]
        });
        let added = world.post(&people, said).await;
        assert_eq!(added.status, 201, "{}", added.text());
        let (path, document) = (added.header("location").to_owned(), added.json());
        let fields: Vec<_> = document["values"].as_array().expect("values").iter().map(|one| &one["field"]).collect();
        assert_eq!(
            fields,
            ["native_name", "reading", "post", "email", "contact", "language", "language"],
            "{}",
            world.database
        );
        assert_eq!(document["values"][2]["value"], post);
        assert_eq!(world.get(&people).await.json()["items"], json!([document]));
        let version = world.get(&path).await.header("etag").to_owned();
        let changed = world.patch(&path, &version, json!({"reading": null, "emails": []})).await;
        assert_eq!(changed.status, 200, "{}", changed.text());
        assert_eq!(
            (changed.json()["version"].clone(), changed.json()["values"].as_array().map(Vec::len)),
            (json!(2), Some(5))
        );
        let late = world.patch(&path, &version, json!({"reading": "ほし"})).await;
        assert_eq!(late.problem(), (412, "stale".to_owned()));
        let wrong = world.post(&people, json!({"native_name": {"text": "旅券 TK1234567"}})).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.json()["errors"][0]["problem"], "document-number");
        let removed = world.post(&format!("{path}/remove"), json!({"why": "left"})).await;
        assert!(removed.json()["removed"]["by"].is_string(), "{}", removed.text());
        assert_eq!(world.post(&format!("{path}/restore"), json!({})).await.json()["removed"], json!(null));
        assert_eq!(world.post(&format!("{path}/erase"), json!({})).await.status, 204);
        assert_eq!(world.get(&path).await.status, 404);
        assert_eq!(world.get(&people).await.json()["items"], json!([]));
    }
}
