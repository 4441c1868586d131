//! Files beside records, by page and by API: handed out safely, told by their content, gone with a reason.

use crate::browser_of::{Answer, Browser};
use crate::cast::{Cast, attached};
use axum::http::Method;
use serde_json::Value;

const GIF: &str = "GIF89a, invented";

async fn send(browser: &mut Browser, address: &str, name: &str, bytes: &str) -> Answer {
    let (kind, body) = attached(name, bytes);
    browser.ask(&Method::POST, address, &[("content-type", kind)], body).await
}

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).expect("JSON")
}

#[tokio::test]
async fn file_is_handed_out_to_be_saved_and_runs_nothing() {
    let cast = Cast::new().await;
    let mut officer = cast.browser("officer").await;
    let files = cast.address("/api/v1/events/{id}/attachments");
    let kept = json(&send(&mut officer, &files, "../../a\u{202e}fig.\u{7ae0}.gif", GIF).await);
    // The same bytes are there already, from the cast.
    assert_eq!((&kept["name"], &kept["kind"], &kept["size"]), (&"seal.gif".into(), &"gif".into(), &16.into()));
    let other = json(&send(&mut officer, &files, "../../a\u{202e}fig.\u{7ae0}.gif", "GIF89a, another").await);
    assert_eq!(other["name"], "afig.\u{7ae0}.gif");
    let id = other["id"].as_str().expect("an id");
    for (address, way) in [
        (format!("/attachments/{id}"), "attachment"),
        (format!("/attachments/{id}/view"), "inline"),
        (format!("/api/v1/attachments/{id}/content"), "attachment"),
    ] {
        let answer = officer.get(&address).await;
        assert_eq!(answer.text, "GIF89a, another", "{address}");
        let expected = [
            ("content-type", "image/gif".to_owned()),
            ("x-content-type-options", "nosniff".to_owned()),
            ("content-security-policy", "default-src 'none'; sandbox".to_owned()),
            ("content-disposition", format!("{way}; filename=\"{id}.gif\"; filename*=UTF-8''afig%2E%E7%AB%A0%2Egif")),
        ];
        for (name, value) in expected {
            assert_eq!(answer.header(name), value, "{address}");
        }
    }
}

#[tokio::test]
async fn pdf_is_shown_in_a_sandbox_when_it_is_looked_at_and_saved_otherwise() {
    let cast = Cast::new().await;
    let mut officer = cast.browser("officer").await;
    let files = cast.address("/api/v1/events/{id}/attachments");
    let kept = json(&send(&mut officer, &files, "contract.pdf", "%PDF-1.4\ninvented\n%%EOF\n").await);
    let id = kept["id"].as_str().expect("an id");
    for (address, way) in [(format!("/attachments/{id}"), "attachment"), (format!("/attachments/{id}/view"), "inline")]
    {
        let answer = officer.get(&address).await;
        let said =
            ["content-type", "x-content-type-options", "content-security-policy"].map(|name| answer.header(name));
        assert_eq!(said, ["application/pdf", "nosniff", "default-src 'none'; sandbox"], "{address}");
        assert!(answer.header("content-disposition").starts_with(&format!("{way};")), "{address}");
    }
    let page = officer.get(&cast.address("/events/{id}")).await.text;
    assert!(page.contains(&format!("/attachments/{id}/view")), "{page}");
}

#[tokio::test]
async fn file_of_another_kind_or_too_large_is_refused() {
    let cast = Cast::new().await;
    let mut officer = cast.browser("officer").await;
    let files = cast.address("/api/v1/events/{id}/attachments");
    for (name, bytes, problem) in [
        ("a.gif", "<script>alert(1)</script>".to_owned(), "attachment-kind"),
        ("a.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".to_owned(), "attachment-kind"),
        ("a.gif", String::new(), "attachment-kind"),
        ("", String::new(), "no-file"),
        ("a.gif", format!("GIF89a{}", "x".repeat(20 << 20)), "attachment-too-large"),
    ] {
        let refused = send(&mut officer, &files, name, &bytes).await;
        assert_eq!((refused.status.as_u16(), json(&refused)["errors"][0]["problem"].as_str()), (422, Some(problem)));
    }
    let found = json(&officer.get(&files).await);
    assert_eq!(found["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn page_shows_a_file_and_takes_it_away_with_a_reason() {
    let cast = Cast::new().await;
    let (mut officer, mut reader) = (cast.browser("officer").await, cast.browser("reader").await);
    for record in ["announcements", "events"] {
        let page = cast.address(&format!("/{record}/{{id}}"));
        let sent = send(&mut officer, &format!("{page}/attachments"), "contract <b>.gif", "GIF89a on a page").await;
        assert_eq!((sent.status.as_u16(), sent.location), (303, format!("{page}#attachments")), "{record}");
        let shown = officer.get(&page).await.text;
        assert!(shown.contains("contract &lt;b&gt;.gif") && shown.contains("SHA-256 "), "{record}");
        let seen = reader.get(&page).await.text;
        assert!(seen.contains("contract &lt;b&gt;.gif") && !seen.contains("/remove\""), "{record}");
    }
    let files = cast.address("/api/v1/events/{id}/attachments");
    let kept = json(&officer.get(&files).await);
    let id = kept["items"][1]["id"].as_str().expect("an id").to_owned();
    let remove = format!("/attachments/{id}/remove");
    assert_eq!(reader.post(&remove, &[("why", "mine")]).await.status.as_u16(), 403);
    officer.post(&remove, &[("why", "  ")]).await;
    assert_eq!(officer.get(&format!("/attachments/{id}")).await.status.as_u16(), 200);
    officer.post(&remove, &[("why", "the wrong file")]).await;
    assert_eq!(officer.get(&format!("/attachments/{id}")).await.status.as_u16(), 404);
    let audit = json(&officer.get("/api/v1/audit").await);
    let last = &audit["items"][0];
    assert_eq!((&last["action"], &last["why"]), (&"attachment.remove".into(), &"the wrong file".into()));
    assert_eq!(last["before"]["sha256"], kept["items"][1]["sha256"]);
}
