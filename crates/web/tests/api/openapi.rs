use crate::support::world;
use insta::assert_json_snapshot;
use serde_json::Value;
use std::collections::BTreeSet;

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("$ref") {
                found.insert(reference.clone());
            }
            fields.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

fn operations(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, item)| {
            item.as_object()
                .expect("an item")
                .iter()
                .map(move |(method, operation)| (format!("{} {path}", method.to_uppercase()), operation))
        })
        .collect()
}

#[tokio::test]
async fn document_every_reference_leads_to_something() {
    let document = world().await.get("/api/openapi.json").await.json();
    assert_eq!(document["openapi"], "3.1.0");
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    assert!(found.len() > 40, "{}", found.len());
    for reference in found {
        let pointer = reference.strip_prefix('#').expect("a reference within the document");
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

#[tokio::test]
async fn document_lists_every_operation_with_words_and_answers() {
    let document = world().await.get("/api/openapi.json").await.json();
    let mut listed = Vec::new();
    let mut names = BTreeSet::new();
    for (name, operation) in operations(&document) {
        assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{name} has no summary");
        assert!(operation["description"].as_str().is_some_and(|text| text.len() > 5), "{name} has no description");
        assert!(
            names.insert(operation["operationId"].as_str().expect("a name").to_owned()),
            "{name} has the name of another"
        );
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].is_string(), "{name}: {} has no description", parameter["name"]);
            assert!(parameter["schema"].is_object(), "{name}: {} has no schema", parameter["name"]);
        }
        let answers: Vec<_> = operation["responses"].as_object().expect("answers").keys().cloned().collect();
        listed.push(format!("{name}: {}", answers.join(" ")));
    }
    assert_json_snapshot!("operations", listed);
}

#[tokio::test]
async fn document_every_refusal_is_a_problem() {
    let document = world().await.get("/api/openapi.json").await.json();
    for (name, operation) in operations(&document) {
        for (status, answer) in operation["responses"].as_object().expect("answers") {
            let answer = match answer["$ref"].as_str().and_then(|way| way.strip_prefix('#')) {
                Some(way) => document.pointer(way).expect("an answer"),
                None => answer,
            };
            let kinds: Vec<_> = answer["content"].as_object().into_iter().flat_map(|kinds| kinds.keys()).collect();
            if status.as_str() >= "400" {
                assert_eq!(kinds, ["application/problem+json"], "{name}: {status}");
            }
        }
    }
}

#[tokio::test]
async fn document_every_operation_is_served() {
    let world = world().await;
    let document = world.get("/api/openapi.json").await.json();
    let nobody = uuid::Uuid::nil().to_string();
    for (name, _) in operations(&document) {
        let (method, path) = name.split_once(' ').expect("a method and a path");
        let method = method.parse().expect("a method");
        let answer = world.ask(method, &path.replace("{id}", &nobody), &[], axum::body::Body::empty()).await;
        assert_ne!(answer.status, 405, "{name}");
        let nothing = answer.status == 404 && answer.text().contains("there is nothing at this address");
        assert!(!nothing && !answer.status.is_server_error(), "{name}: {}", answer.text());
    }
}

#[tokio::test]
async fn page_to_try_it_needs_nothing_from_elsewhere() {
    let world = world().await;
    for address in ["/api", "/api/docs"] {
        assert_eq!(world.get(address).await.header("location"), "/api/docs/");
    }
    let page = world.get("/api/docs/").await;
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert!(!page.header("content-security-policy").contains("unsafe"));
    let text = page.text();
    assert!(
        !text.contains("<style") && !text.contains("style=") && !text.contains("http:") && !text.contains("https:")
    );
    for address in text.split(['"', '\'']).filter(|part| part.starts_with("/api/")) {
        assert_eq!(world.get(address).await.status, 200, "{address}");
    }
    assert_eq!(world.get("/api/docs/oauth2-redirect.html").await.status, 404);
}
