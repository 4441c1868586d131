//! A list of organisations from its file to its undo, by the API.

use crate::support::{World, worlds};
use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

const LIST: &str = "企业名称,国家/地区,备注\n虚构精密机械有限公司,中国,=1+1\n株式会社架空精機,日本,\nNULL,日本,\n";

/// The list once no server is at work on it.
async fn settled(world: &World, path: &str) -> Value {
    loop {
        let list = world.get(path).await.json();
        let state = list["state"].as_str().expect("a state").to_owned();
        if !["reading", "comparing", "keeping"].contains(&state.as_str()) {
            return list;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn list_is_brought_mapped_compared_decided_kept_and_taken_back() {
    for world in worlds().await {
        let brought = world.upload("/api/v1/organisation-lists", "file", &[("名单.csv", LIST.as_bytes())], &[]).await;
        assert_eq!(brought.status, 202, "{}", brought.text());
        let path = brought.header("location").to_owned();
        let list = settled(&world, &path).await;
        assert_eq!((&list["state"], &list["layout"]["rows"]), (&json!("mapped"), &json!(3)), "{}", world.database);
        assert_eq!(list["layout"]["columns"][0]["field"], "name.zh-Hans.legal");

        let wrong = world.post(&format!("{path}/mapping"), json!({"columns": {"C": "nonsense"}})).await;
        assert_eq!((wrong.status.as_u16(), &wrong.json()["errors"][0]["problem"]), (422, &json!("no-such-field")));
        let again = world.post(&format!("{path}/mapping"), json!({"header_rows": [1], "columns": {"C": "skip"}})).await;
        assert_eq!(again.status, 202, "{}", again.text());
        assert_eq!(settled(&world, &path).await["layout"]["columns"][2]["field"], "skip");

        let early = world.post(&format!("{path}/keep"), json!({})).await;
        assert_eq!((early.status.as_u16(), &early.json()["errors"][0]["problem"]), (422, &json!("list-not-now")));
        world.post(&format!("{path}/compare"), json!({})).await;
        let list = settled(&world, &path).await;
        assert_eq!(list["totals"], json!({"new": 2, "updated": 0, "unchanged": 0, "doubtful": 1, "refused": 0}));
        let rows = world.get(&format!("{path}/rows?outcome=doubtful&after_row=2&limit=5")).await.json();
        assert_eq!((&rows["total"], &rows["items"][0]["row"], &rows["undecided"]), (&json!(1), &json!(4), &json!(1)));
        assert_eq!(rows["items"][0]["messages"][0]["cell"], "A4");
        assert_eq!(world.get(&format!("{path}/rows?limit=0")).await.status, 422);

        let decided = world.post(&format!("{path}/decisions"), json!({"rows": {"4": "skip"}})).await;
        assert_eq!(decided.status, 200, "{}", decided.text());
        let odd = world.post(&format!("{path}/decisions"), json!({"rows": {"2": "skip"}})).await;
        assert_eq!(odd.json()["errors"][0]["problem"], "no-doubtful-row");
        world.post(&format!("{path}/keep"), json!({"skip_refused": false})).await;
        let list = settled(&world, &path).await;
        assert_eq!(list["state"], "kept", "{list}");
        let import = format!("/api/v1/organisation-imports/{}", list["import"].as_str().expect("an import"));
        assert_eq!(world.get("/api/v1/organisations").await.json()["total"], 2);
        assert_eq!(world.get(&import).await.json()["totals"]["new"], 2);
        assert_eq!(world.get("/api/v1/organisation-imports").await.json()["total"], 1);
        assert_eq!(world.get("/api/v1/organisation-lists").await.json()["items"][0]["id"], list["id"]);

        let export = world.get("/api/v1/organisation-export").await;
        assert_eq!(export.header("content-type"), "text/csv; charset=utf-8");
        assert!(export.text().starts_with('\u{feff}') && export.text().contains("株式会社架空精機"));

        assert_eq!(world.get(&format!("{import}/undo")).await.json()["gone"], 2);
        let undone = world.ask(Method::POST, &format!("{import}/undo"), &[], Body::empty()).await;
        assert_eq!((undone.status.as_u16(), &undone.json()["gone"]), (200, &json!(2)));
        assert_eq!(world.get("/api/v1/organisations?state=active").await.json()["total"], 0);
    }
}

#[tokio::test]
async fn list_is_stopped_and_a_broken_form_is_refused() {
    for world in worlds().await {
        let brought = world.upload("/api/v1/organisation-lists", "file", &[("a.csv", LIST.as_bytes())], &[]).await;
        let path = brought.header("location").to_owned();
        settled(&world, &path).await;
        let stopped = world.ask(Method::POST, &format!("{path}/cancel"), &[], Body::empty()).await;
        assert_eq!((stopped.status.as_u16(), &stopped.json()["state"]), (200, &json!("cancelled")));
        let none = world.upload("/api/v1/organisation-lists", "file", &[], &[]).await;
        assert_eq!((none.status.as_u16(), &none.json()["errors"][0]["problem"]), (422, &json!("no-file")));
        let odd = world.upload("/api/v1/organisation-lists", "file", &[], &[("colour", "red")]).await;
        assert_eq!(odd.status, 422, "{}", odd.text());
    }
}
