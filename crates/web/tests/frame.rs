//! What the frame answers without any records: assets, choices, headers, the page of components.

use axum::{
    Router,
    body::Body,
    http::{Request, Response, StatusCode, header},
};
use http_body_util::BodyExt;
use samesky_model::language::Language;
use samesky_web::{assets::address, frame, headers::POLICY, layered};
use tower::ServiceExt;

fn app() -> Router {
    layered(frame())
}

async fn send(request: Request<Body>) -> Response<Body> {
    app().oneshot(request).await.expect("an answer")
}

async fn get(uri: &str, headers: &[(&str, &str)]) -> Response<Body> {
    let mut request = Request::get(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    send(request.body(Body::empty()).expect("a request")).await
}

async fn post(uri: &str, form: &str) -> Response<Body> {
    let request = Request::post(uri).header("content-type", "application/x-www-form-urlencoded");
    send(request.body(Body::from(form.to_owned())).expect("a request")).await
}

async fn text(response: Response<Body>) -> String {
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn header(response: &Response<Body>, name: header::HeaderName) -> String {
    response.headers().get(name).map(|value| value.to_str().expect("ASCII").to_owned()).unwrap_or_default()
}

#[tokio::test]
async fn components_language_is_the_reader_s() {
    for lang in Language::ALL {
        let page = text(get("/components", &[("accept-language", lang.as_str())]).await).await;
        assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{lang}\">")), "{lang}");
    }
    let page =
        text(get("/components", &[("cookie", "language=th; theme=dark"), ("accept-language", "en")]).await).await;
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"th\" data-theme=\"dark\">"));
}

#[tokio::test]
async fn components_every_id_stands_once_and_every_label_leads_to_a_field() {
    let page = text(get("/components", &[]).await).await;
    let values = |mark: &str| -> Vec<String> {
        page.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).map(ToOwned::to_owned).collect()
    };
    let ids = values(" id=\"");
    let mut once = ids.clone();
    once.sort();
    once.dedup();
    assert_eq!(ids.len(), once.len(), "an id stands twice");
    for wanted in [values(" for=\""), values(" aria-labelledby=\"")].concat() {
        assert!(ids.contains(&wanted), "nothing has the id {wanted}");
    }
    for described in values(" aria-describedby=\"") {
        for id in described.split(' ') {
            assert!(ids.iter().any(|found| found == id), "nothing has the id {id}");
        }
    }
    assert!(!page.contains(" style=") && !page.contains(" onclick=") && !page.contains("<script>"), "inline code");
    assert!(!page.contains("http://") && !page.contains("https://"), "another host");
}

#[tokio::test]
async fn answer_every_one_carries_the_policy() {
    for uri in ["/components", address("samesky.css"), "/nowhere"] {
        let response = get(uri, &[]).await;
        assert_eq!(header(&response, header::CONTENT_SECURITY_POLICY), POLICY, "{uri}");
        assert_eq!(header(&response, header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{uri}");
    }
}

#[tokio::test]
async fn asset_is_kept_for_ever_under_its_hash() {
    let address = address("icons.svg");
    let response = get(address, &[]).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header(&response, header::CONTENT_TYPE), "image/svg+xml; charset=utf-8");
    assert_eq!(header(&response, header::CACHE_CONTROL), "public, max-age=31536000, immutable");
    let tag = header(&response, header::ETAG);
    assert_eq!(get(address, &[("if-none-match", &tag)]).await.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(get("/assets/icons.0000000000000000.svg", &[]).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(get("/assets/../Cargo.toml", &[]).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn language_choice_is_kept_and_leads_back() {
    let response = post("/language", "to=ja&back=%2Fcomponents%3Flang%3Den").await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(header(&response, header::LOCATION), "/components");
    assert!(header(&response, header::SET_COOKIE).starts_with("language=ja; HttpOnly; SameSite=Lax; Path=/; Max-Age="));
}

#[tokio::test]
async fn language_choice_never_leads_to_another_host() {
    for back in ["%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example", "%2F%09%2Fevil.example"] {
        let response = post("/language", &format!("to=xx&back={back}")).await;
        assert_eq!(header(&response, header::LOCATION), "/", "{back}");
        assert_eq!(header(&response, header::SET_COOKIE), "", "an unknown language is not kept");
    }
}

#[tokio::test]
async fn theme_choice_is_kept() {
    let response = post("/theme", "to=dark&back=/components").await;
    assert!(header(&response, header::SET_COOKIE).starts_with("theme=dark; "));
    assert_eq!(header(&response, header::LOCATION), "/components");
}

#[tokio::test]
async fn flash_is_shown_once() {
    let left = samesky_web::ui::Flash::new(samesky_web::ui::Tone::Ok, "flash-saved", &[]);
    let cookie = format!("flash={}", left.cookie().value());
    let response = get("/components", &[("cookie", &cookie), ("accept-language", "en")]).await;
    assert_eq!(header(&response, header::SET_COOKIE), "flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    assert!(text(response).await.contains("<p>Saved.</p>"));
}
