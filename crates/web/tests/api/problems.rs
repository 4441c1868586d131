use crate::support::{figure, world, worlds};
use axum::body::Body;
use axum::http::Method;
use insta::assert_json_snapshot;
use serde_json::{Value, json};

/// A request: method, address, headers, body.
type Case<'a> = (Method, &'a str, &'a [(&'a str, &'a str)], Body);

const NOBODY: &str = "019cc000-0000-7000-8000-000000000000";

#[tokio::test]
async fn request_wrong_in_any_way_gets_a_problem_document() {
    let world = world().await;
    let json = [("content-type", "application/json")];
    let text = [("content-type", "text/plain")];
    let form = [("content-type", "multipart/form-data; boundary=edge")];
    let none: [(&str, &str); 0] = [];
    let big = format!("{{\"text\": \"{}\"}}", "x".repeat(2 << 20));
    let cases: Vec<Case<'_>> = vec![
        (Method::GET, "/api/v1/nothing", &none, Body::empty()),
        (Method::DELETE, "/api/v1/announcements", &none, Body::empty()),
        (Method::POST, "/api/v1/figures/totals", &none, Body::empty()),
        (Method::GET, "/api/v1/announcements/not-an-id", &none, Body::empty()),
        (Method::GET, "/api/v1/announcements/%FF", &none, Body::empty()),
        (Method::GET, "/api/v1/figures?year=zwei", &none, Body::empty()),
        (Method::GET, "/api/v1/figures?measure=money", &none, Body::empty()),
        (Method::GET, "/api/v1/figures?year=2020&year=2021", &none, Body::empty()),
        (Method::GET, "/api/v1/figures?text=%00", &none, Body::empty()),
        (Method::GET, "/api/v1/audit?from=yesterday", &none, Body::empty()),
        (Method::POST, "/api/v1/announcements", &json, "{".into()),
        (Method::POST, "/api/v1/announcements", &json, "[]".into()),
        (Method::POST, "/api/v1/announcements", &json, "{\"text\": 5}".into()),
        (Method::POST, "/api/v1/announcements", &json, "{\"text\": \"a\", \"publsher\": \"b\"}".into()),
        (Method::POST, "/api/v1/announcements", &json, "{\"text\": \"a\", \"published\": \"2020-02-31\"}".into()),
        (
            Method::POST,
            "/api/v1/announcements",
            &json,
            "{\"text\": \"a\", \"source_address\": \"javascript:x\"}".into(),
        ),
        (Method::POST, "/api/v1/announcements", &json, "{\"text\": \"\"}".into()),
        (Method::POST, "/api/v1/announcements", &json, "{\"text\": \"a\\u0000b\"}".into()),
        (Method::POST, "/api/v1/announcements", &json, big.into()),
        (Method::POST, "/api/v1/announcements", &json, "[".repeat(100_000).into()),
        (Method::POST, "/api/v1/announcements", &text, "lorem".into()),
        (Method::POST, "/api/v1/announcements", &none, "lorem".into()),
        (Method::POST, "/api/v1/announcements", &form, "--edge\r\nbroken".into()),
        (Method::POST, "/api/v1/announcements", &form, "--edge--\r\n".into()),
        (Method::POST, "/api/v1/read", &form, "--edge--\r\n".into()),
        (Method::POST, "/api/v1/read", &json, "{\"text\": \"a\", \"reference_date\": \"2020\"}".into()),
    ];
    let mut found = Vec::new();
    for (method, path, headers, body) in cases {
        let answer = world.ask(method.clone(), path, headers, body).await;
        let (status, kind) = answer.problem();
        let document = answer.json();
        assert_eq!(document["instance"], path.split('?').next().unwrap_or_default());
        let fields: Vec<_> =
            document["errors"].as_array().into_iter().flatten().map(|error| error["field"].clone()).collect();
        found.push(json!([format!("{method} {path}"), status, kind, fields, document["detail"]]));
    }
    assert_json_snapshot!("problems", found);
}

#[tokio::test]
async fn record_that_nobody_has_is_not_found_on_any_address() {
    for world in worlds().await {
        let gets = [
            "announcements/{id}",
            "announcements/{id}/text",
            "announcements/{id}/original",
            "announcements/{id}/claims",
            "announcements/{id}/checks",
            "claims/{id}",
            "imports/{id}",
            "events/{id}",
            "organisations/{id}",
            "projects/{id}",
            "figures/{id}",
            "entries/{id}",
        ];
        for path in gets {
            let answer = world.get(&format!("/api/v1/{}", path.replace("{id}", NOBODY))).await;
            assert_eq!(answer.problem(), (404, "not-found".to_owned()), "{path}");
        }
        let posts: [(&str, Value); 7] = [
            ("announcements/{id}/claims", json!({"kind": "figure", "claim": figure("dolor", "1")})),
            ("announcements/{id}/accept-clear", json!({"seen": []})),
            ("imports/{id}/cancel", json!({})),
            ("events/{id}/join", json!({"other": uuid::Uuid::nil()})),
            ("claims/{id}/separate", json!({})),
            ("entries/{id}/corrections", json!({"figure": figure("dolor", "1"), "why": "x"})),
            ("claims/{id}/decisions", Value::Null),
        ];
        for (path, document) in posts {
            let path = format!("/api/v1/{}", path.replace("{id}", NOBODY));
            let answer = if document.is_null() { world.get(&path).await } else { world.post(&path, document).await };
            assert_eq!(answer.problem(), (404, "not-found".to_owned()), "{} {path}", world.database);
        }
        let patch = world.patch(&format!("/api/v1/claims/{NOBODY}"), "\"1\"", json!({"decision": "accept"})).await;
        assert_eq!(patch.problem(), (404, "not-found".to_owned()));
        let patch = world.patch(&format!("/api/v1/announcements/{NOBODY}"), "\"1\"", json!({})).await;
        assert_eq!(patch.problem(), (404, "not-found".to_owned()));
    }
}

#[tokio::test]
async fn claim_wrong_in_any_field_names_the_field() {
    for world in worlds().await {
        let announcement = world.announce("").await;
        let path = format!("/api/v1/announcements/{announcement}/claims");
        let cases = [
            ("value", json!("1e5"), "claim.value"),
            ("value", json!(204.5), "claim.value"),
            ("value", json!("9999999999999999999999999999"), "value"),
            ("measure", json!("revenue"), "claim.measure"),
            ("start", json!(-1), "claim.start"),
            ("end", json!(9_999_999_999_u64), "start"),
            ("end", json!(0), "start"),
            ("unit", json!("projects"), "unit"),
            ("low", json!({"a": 1}), "claim.low"),
            ("subject", json!("x".repeat(501)), "subject"),
            ("subject", json!("a\u{0}b"), "claim.subject"),
            ("colour", json!("red"), "claim.colour"),
        ];
        for (field, value, named) in cases {
            let mut claim = figure("dolor", "12");
            claim[field] = value.clone();
            let answer = world.post(&path, json!({"kind": "figure", "claim": claim})).await;
            assert_eq!(answer.problem(), (422, "invalid".to_owned()), "{} {field} {value}", world.database);
            assert_eq!(answer.json()["errors"][0]["field"], named, "{} {value}", answer.text());
        }
        assert_eq!(world.get(&path).await.json()["total"], 0);
    }
}

#[tokio::test]
async fn upload_above_the_limits_is_refused_by_name() {
    let world = world().await;
    let big = vec![b'x'; (20 << 20) + 1];
    let answer = world.upload("/api/v1/announcements", "files", &[("big.txt", &big)], &[]).await;
    assert_eq!(answer.problem(), (413, "too-large".to_owned()));
    assert!(answer.json()["detail"].as_str().expect("a detail").contains("big.txt"));
    let big = vec![b'x'; 19 << 20];
    let many: Vec<(&str, &[u8])> = (0..6).map(|_| ("a.txt", big.as_slice())).collect();
    let answer = world.upload("/api/v1/announcements", "files", &many, &[]).await;
    assert_eq!(answer.problem(), (413, "too-large".to_owned()));
    assert_eq!(world.get("/api/v1/imports").await.json()["total"], 0);
}

#[tokio::test]
async fn change_is_noted_under_the_name_that_came_with_it() {
    let world = world().await;
    let body = json!({"text": "lorem"}).to_string();
    let headers = [("content-type", "application/json"), ("samesky-officer", "%E6%9E%97%E6%99%93")];
    let answer = world.ask(Method::POST, "/api/v1/announcements", &headers, body).await;
    assert_eq!(answer.json()["started"]["by"], "林晓");
    assert_eq!(world.get("/api/v1/audit?limit=1").await.json()["items"][0]["by"], "林晓");
}
