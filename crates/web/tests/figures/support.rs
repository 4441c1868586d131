//! A server on a database that is thrown away, asked without a network.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use samesky_app::{App, Extractor, OpenOptions, Session, Sources, Store};
use samesky_testkit::{Ids, SteppingClock, TestDatabase};
use samesky_web::state::{Settings, WebState};
use tower::ServiceExt;

/// A server with its app and its database.
pub(crate) struct World {
    pub(crate) app: App,
    pub(crate) session: Session,
    router: Router,
    _kept: TestDatabase,
}

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).expect("UTF-8")
    }

    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("ASCII"))
    }
}

impl World {
    pub(crate) async fn new() -> Self {
        let database = TestDatabase::sqlite();
        let store = Store::open(&database.url, &OpenOptions::default()).await.expect("a store");
        let (clock, ids) = (SteppingClock::new(), Ids::new(11));
        let extractor = Extractor::new("/nonexistent", Vec::<String>::new());
        let app = App::new(store, extractor, Sources::new(move || clock.now(), move || ids.next()));
        let session = app.local_session("officer").await.expect("a session");
        let settings = Settings { demo: false, account: "officer".to_owned() };
        let state = WebState::new(app.clone(), settings).await.expect("a state");
        Self { app, session, router: samesky_web::server::router(state), _kept: database }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// The page, which must be there.
    pub(crate) async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        answer.text()
    }

    pub(crate) async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(form).expect("a form");
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.send(request, Body::from(body)).await
    }

    async fn send(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let request = request.header(header::HOST, "localhost").body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }
}

/// Every value of an attribute that begins so.
pub(crate) fn attributes(page: &str, name: &str, begin: &str) -> Vec<String> {
    let mark = format!(" {name}=\"{begin}");
    page.split(&mark)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|rest| format!("{begin}{rest}").replace("&amp;", "&"))
        .collect()
}
