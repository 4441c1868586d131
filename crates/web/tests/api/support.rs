//! A server on a database that is thrown away, asked without a network.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use samesky_app::{App, Extractor, OpenOptions, Sources, Store};
use samesky_testkit::{Ids, SteppingClock, TestDatabase, databases};
use samesky_web::state::{Settings, WebState};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Mutex;
use tower::ServiceExt;
use uuid::Uuid;

/// A text in which the reader finds nothing, so that only what a test adds is there.
pub(crate) const TEXT: &str =
    "lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt";

/// A server with its database.
pub(crate) struct World {
    /// `sqlite` or `postgres`.
    pub(crate) database: &'static str,
    router: Router,
    names: Mutex<HashMap<Uuid, usize>>,
    _kept: TestDatabase,
}

/// What was answered.
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: StatusCode,
    /// The headers.
    pub(crate) headers: HeaderMap,
    /// The body.
    pub(crate) body: Bytes,
}

/// A server on each kind of database.
pub(crate) async fn worlds() -> Vec<World> {
    let mut worlds = Vec::new();
    for database in databases().await {
        worlds.push(World::on(database).await);
    }
    worlds
}

/// A server on SQLite, for what no database changes.
pub(crate) async fn world() -> World {
    World::on(TestDatabase::sqlite()).await
}

impl World {
    async fn on(database: TestDatabase) -> Self {
        let store = Store::open(&database.url, &OpenOptions::default()).await.expect("a store");
        let (clock, ids) = (SteppingClock::new(), Ids::new(7));
        let extractor = Extractor::new("/nonexistent", Vec::<String>::new());
        let app = App::new(store, extractor, Sources::new(move || clock.now(), move || ids.next()));
        let settings = Settings { demo: false, account: "officer".to_owned() };
        let state = WebState::new(app, settings).await.expect("a state");
        let router = samesky_web::server::router(state);
        Self { database: database.name, router, names: Mutex::default(), _kept: database }
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Sends a request with these headers and this body.
    pub(crate) async fn ask(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(body.into()).expect("a request")).await
    }

    /// `GET`.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, &[], Body::empty()).await
    }

    /// `POST` of a JSON document.
    pub(crate) async fn post(&self, path: &str, document: Value) -> Answer {
        self.ask(Method::POST, path, &[("content-type", "application/json")], document.to_string()).await
    }

    /// `PATCH` of a JSON document, on a version.
    pub(crate) async fn patch(&self, path: &str, version: &str, document: Value) -> Answer {
        let headers = [("content-type", "application/json"), ("if-match", version)];
        self.ask(Method::PATCH, path, &headers, document.to_string()).await
    }

    /// `DELETE` of a version.
    pub(crate) async fn delete(&self, path: &str, version: &str) -> Answer {
        self.ask(Method::DELETE, path, &[("if-match", version)], String::new()).await
    }

    /// `POST` of a form with files and fields.
    pub(crate) async fn upload(
        &self,
        path: &str,
        field: &str,
        files: &[(&str, &[u8])],
        words: &[(&str, &str)],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, bytes) in files {
            body.extend(
                format!(
                    "--edge\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                     Content-Type: text/plain\r\n\r\n"
                )
                .bytes(),
            );
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        for (name, value) in words {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        body.extend(b"--edge--\r\n");
        self.ask(Method::POST, path, &[("content-type", "multipart/form-data; boundary=edge")], body).await
    }

    /// Imports a text of its own and gives the announcement's identifier.
    pub(crate) async fn announce(&self, tail: &str) -> String {
        let document = json!({
            "text": format!("{TEXT} {tail}"), "name": "lorem.txt", "publisher": "架空日报",
            "source_address": "https://example.org/a", "published": "2021-03-06", "language": "zh-Hans",
        });
        let answer = self.post("/api/v1/announcements", document).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        answer.json()["files"][0]["announcement"].as_str().expect("an identifier").to_owned()
    }

    /// Adds a claim and gives it as it is kept.
    pub(crate) async fn claim(&self, announcement: &str, kind: &str, claim: Value) -> Value {
        let path = format!("/api/v1/announcements/{announcement}/claims");
        let answer = self.post(&path, json!({"kind": kind, "claim": claim})).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        answer.json()
    }

    /// The answer as it is compared: identifiers by number in the order in which they were first seen, instants and
    /// cursors by their kind.
    pub(crate) fn plain(&self, answer: &Answer) -> Value {
        let mut names = self.names.lock().expect("names");
        let headers: serde_json::Map<_, _> = ["content-type", "location", "etag", "link", "allow"]
            .into_iter()
            .filter_map(|name| {
                let all: Vec<_> =
                    answer.headers.get_all(name).iter().map(|value| value.to_str().expect("a header")).collect();
                (!all.is_empty()).then(|| (name.to_owned(), plain_text(&mut names, &all.join(", ")).into()))
            })
            .collect();
        let body = if answer.body.is_empty() { Value::Null } else { plain(&mut names, answer.json()) };
        json!({"status": answer.status.as_u16(), "headers": headers, "body": body})
    }
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a header"))
    }

    /// The status and the kind of problem.
    pub(crate) fn problem(&self) -> (u16, String) {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text());
        let document = self.json();
        assert_eq!(document["status"], self.status.as_u16());
        let kind = document["type"].as_str().expect("a type").trim_start_matches("urn:samesky:problem:");
        (self.status.as_u16(), kind.to_owned())
    }
}

fn plain(names: &mut HashMap<Uuid, usize>, value: Value) -> Value {
    match value {
        Value::String(text) => plain_text(names, &text).into(),
        Value::Array(items) => items.into_iter().map(|item| plain(names, item)).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| match (name.as_str(), &value) {
                ("next", Value::String(_)) => (name, "<cursor>".into()),
                ("digest" | "previous", Value::String(_)) => (name, "<digest>".into()),
                _ => (name, plain(names, value)),
            })
            .collect(),
        other => other,
    }
}

fn plain_text(names: &mut HashMap<Uuid, usize>, text: &str) -> String {
    if text.parse::<jiff::Timestamp>().is_ok() {
        return "<instant>".to_owned();
    }
    if let Some((version, hash)) = text.trim_matches('"').split_once('-')
        && hash.len() == 16
        && version.bytes().all(|byte| byte.is_ascii_digit())
    {
        return format!("\"{version}-<hash>\"");
    }
    let named = |part: &str, names: &mut HashMap<Uuid, usize>| match Uuid::try_parse(part) {
        Ok(id) if part.len() == 36 => {
            let next = names.len() + 1;
            format!("#{}", names.entry(id).or_insert(next))
        }
        _ => part.to_owned(),
    };
    let parts: Vec<_> = text.split('/').map(|part| named(part, names)).collect();
    let joined = parts.join("/");
    match joined.split_once("after=") {
        Some((before, after)) => {
            let end = after.find(['>', '&']).unwrap_or(after.len());
            format!("{before}after=<cursor>{}", &after[end..])
        }
        None => joined,
    }
}

/// A figure claim on a word of [`TEXT`].
pub(crate) fn figure(word: &str, value: &str) -> Value {
    let (start, end) = place(word);
    json!({
        "measure": "total_investment", "value": value, "unit": "CNY", "qualifier": "exact", "money_class": "planned",
        "status": "actual", "subject": word, "start": start, "end": end,
    })
}

/// An event claim on a word of [`TEXT`].
pub(crate) fn event(word: &str, name: &str) -> Value {
    let (start, end) = place(word);
    json!({
        "type": "signing", "name": name, "date": "2021-03-05", "date_basis": "text", "places": ["架空市"],
        "organisers": [{"name": "架空市商务局", "role": "host"}], "start": start, "end": end,
    })
}

/// Where a word stands in [`TEXT`].
pub(crate) fn place(word: &str) -> (usize, usize) {
    let start = TEXT.find(word).expect("a word of the text");
    (start, start + word.len())
}
