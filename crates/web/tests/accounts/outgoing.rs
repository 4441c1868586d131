//! Without a mail server and a service to sign in by in the settings, the server asks nobody: an address that somebody writes
//! anywhere is kept, and never fetched.

use crate::browser_of::Browser;
use crate::cast::Cast;
use axum::http::Method;
use std::io::ErrorKind;
use std::net::TcpListener;

async fn json(browser: &mut Browser, method: &Method, address: &str, body: String) -> u16 {
    let headers = [("content-type", "application/json"), ("if-match", "\"1\"")];
    browser.ask(method, address, &headers, body).await.status.as_u16()
}

#[tokio::test]
async fn address_that_somebody_writes_is_never_fetched() {
    let trap = TcpListener::bind("127.0.0.1:0").expect("a port");
    trap.set_nonblocking(true).expect("set");
    let place = trap.local_addr().expect("an address");
    let bait = format!("http://{place}/bait");
    let cast = Cast::new().await;
    let mut owner = cast.browser("owner").await;

    let source = cast.address("/announcements/{id}/source");
    let fields = [("version", "1"), ("source_address", bait.as_str()), ("publisher", ""), ("published", "")];
    let kept = owner.post(&source, &[&fields[..], &[("language", "zh-Hans")]].concat()).await;
    assert_eq!(kept.status.as_u16(), 303, "{}", kept.text);
    let page = format!(
        "<html><head><link rel=stylesheet href='{bait}'><meta http-equiv=refresh content='0;url={bait}'><base href='{bait}'>\
         </head><body><img src='{bait}'><iframe src='{bait}'></iframe><p>虚构推介会</p></body></html>"
    );
    for text in [page, format!("<!DOCTYPE a [<!ENTITY b SYSTEM \"{bait}\">]><a>&b;</a>"), bait.clone()] {
        let sent = serde_json::json!({ "text": text, "name": "a.html", "source_address": bait }).to_string();
        let status = json(&mut owner, &Method::POST, "/api/v1/announcements", sent).await;
        assert!([201, 202, 422].contains(&status), "{status}");
        let read = serde_json::json!({ "text": text, "url": bait }).to_string();
        assert!([200, 422].contains(&json(&mut owner, &Method::POST, "/api/v1/read", read).await));
    }
    let company = serde_json::json!({ "names": [{ "text": "虚构", "kind": "legal" }], "websites": [bait] }).to_string();
    assert_eq!(json(&mut owner, &Method::POST, "/api/v1/organisations", company).await, 201);
    let team = cast.address("/team/{id}/invitations");
    let mail = format!("lin@127.0.0.1:{}", place.port());
    owner.post(&team, &[("email", mail.as_str()), ("role", "officer")]).await;
    owner.post("/forgotten", &[("email", "lin@example.org")]).await;
    for address in ["/sign-in?next=", "/language?to=en&from=", "/sign-in/service?at=", "/search?q="] {
        owner.get(&format!("{address}{}", bait.replace(':', "%3A").replace('/', "%2F"))).await;
    }
    let record = cast.address("/announcements/{id}");
    for address in [record, "/announcements".to_owned(), "/public".to_owned()] {
        assert_eq!(owner.get(&address).await.status.as_u16(), 200, "{address}");
    }

    let came = trap.accept().expect_err("somebody came");
    assert_eq!(came.kind(), ErrorKind::WouldBlock);
}
