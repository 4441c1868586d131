use crate::support::worlds;
use serde_json::json;

#[tokio::test]
async fn organisation_is_added_read_changed_and_refused() {
    for world in worlds().await {
        let added = world
            .post(
                "/api/v1/organisations",
                json!({
                    "names": [{"text": "架空精机有限公司", "language": "zh-Hans", "kind": "legal", "reading": "jiakong jingji"}],
                    "identifiers": [{"scheme": "jp-corporate-number", "value": "1180301018771.0"}],
                    "kind": "company", "country": "jp", "places": ["架空市"], "founded": "1998-04",
                    "industries": [{"scheme": "isic-4", "code": "C28"}], "notes": ["由展会认识"]
                }),
            )
            .await;
        assert_eq!(added.status, 201, "{}", added.text());
        let document = added.json();
        let path = format!("/api/v1/organisations/{}", document["id"].as_str().expect("an identifier"));
        assert_eq!(added.header("location"), path);
        let said: Vec<_> = document["values"]
            .as_array()
            .expect("values")
            .iter()
            .map(|one| (one["field"].clone(), one["value"].clone()))
            .collect();
        let expected = [
            (
                "name",
                json!({"text": "架空精机有限公司", "language": "zh-Hans", "kind": "legal", "reading": "jiakong jingji"}),
            ),
            ("kind", json!("company")),
            ("country", json!("JP")),
            ("place", json!("架空市")),
            ("identifier", json!({"scheme": "jp-corporate-number", "value": "1180301018771", "verdict": "holds"})),
            ("industry", json!({"scheme": "isic-4", "code": "C28"})),
            ("founded", json!("1998-04")),
            ("note", json!("由展会认识")),
        ];
        assert_eq!(said, expected.map(|(field, value)| (json!(field), value)), "{}", world.database);
        assert_eq!(document["values"][0]["source"], json!({"kind": "officer"}));
        assert_eq!(document["country"], "JP");

        let version = world.get(&path).await.header("etag").to_owned();
        let changed = world.patch(&path, &version, json!({"country": null, "notes": []})).await;
        assert_eq!(changed.status, 200, "{}", changed.text());
        let fields: Vec<_> =
            changed.json()["values"].as_array().expect("values").iter().map(|one| one["field"].clone()).collect();
        assert_eq!(fields, ["name", "kind", "place", "identifier", "industry", "founded"].map(|field| json!(field)));
        assert_eq!(changed.json()["version"], 2);
        let late = world.patch(&path, &version, json!({"size": "大型"})).await;
        assert_eq!(late.problem(), (412, "stale".to_owned()));

        let wrong = world.post("/api/v1/organisations", json!({"names": [], "country": "Japan"})).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.json()["errors"][0]["problem"], "no-country-code");
        let unknown = world.post("/api/v1/organisations", json!({"name": "甲"})).await;
        assert_eq!(unknown.status, 422);
    }
}
