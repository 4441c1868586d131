use crate::support::{TEXT, world, worlds};
use axum::http::StatusCode;
use insta::assert_json_snapshot;
use serde_json::json;

#[tokio::test]
async fn announcement_every_address_answers_whole() {
    for world in worlds().await {
        let made = world
            .post(
                "/api/v1/announcements",
                json!({"text": TEXT, "name": "中文 name.txt", "publisher": "架空日报", "published": "2021-03", "language": "zh-Hans"}),
            )
            .await;
        assert_json_snapshot!("import_new", world.plain(&made));
        let path = made.header("location").to_owned();
        let again = world.post("/api/v1/announcements", json!({"text": TEXT})).await;
        assert_json_snapshot!("import_known", world.plain(&again));
        for (name, below) in [("one", ""), ("text", "/text"), ("checks_none", "/checks"), ("claims_none", "/claims")] {
            let answer = world.get(&format!("{path}{below}")).await;
            assert_json_snapshot!(format!("announcement_{name}"), world.plain(&answer));
        }
        let list = world.get("/api/v1/announcements?state=new&language=zh-Hans&published_from=2021&text=LOREM").await;
        assert_json_snapshot!("announcement_list", world.plain(&list));
        assert_json_snapshot!("imports", world.plain(&world.get("/api/v1/imports").await));
        let import = made.json()["id"].as_str().expect("an import").to_owned();
        assert_json_snapshot!("import", world.plain(&world.get(&format!("/api/v1/imports/{import}")).await));
        let cancelled = world.post(&format!("/api/v1/imports/{import}/cancel"), json!({})).await;
        assert_eq!((cancelled.status, cancelled.text()), (StatusCode::NO_CONTENT, String::new()));
    }
}

#[tokio::test]
async fn original_comes_as_a_download_that_no_browser_runs() {
    for world in worlds().await {
        let page = b"<script>alert(1)</script> \xE6\xB6\x88\xE6\x81\xAF";
        let named = [("../\u{6D88}\u{606F}.txt", page.as_slice())];
        let made = world.upload("/api/v1/announcements", "files", &named, &[]).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let original = world.get(&format!("{}/original", made.header("location"))).await;
        assert_eq!(original.body.as_ref(), page);
        assert_eq!(original.header("content-type"), "application/octet-stream");
        assert_eq!(original.header("x-content-type-options"), "nosniff");
        assert_eq!(original.header("content-security-policy"), "default-src 'none'; sandbox");
        assert!(original.header("content-disposition").ends_with("filename*=UTF-8''%E6%B6%88%E6%81%AF%2Etxt"));
    }
}

#[tokio::test]
async fn upload_several_files_are_kept_together_or_not_at_all() {
    for world in worlds().await {
        let words = [("publisher", "架空日报"), ("published", "2021-03-06")];
        let files: [(&str, &[u8]); 2] = [("a.txt", b"lorem ipsum"), ("b.txt", b"  ")];
        let refused = world.upload("/api/v1/announcements", "files", &files, &words).await;
        assert_json_snapshot!("upload_refused", world.plain(&refused));
        assert_eq!(world.get("/api/v1/announcements").await.json()["total"], 0);
        let kept = world.upload("/api/v1/announcements?skip_refused=true", "files", &files, &words).await;
        assert_json_snapshot!("upload_skipping", world.plain(&kept));
        assert_eq!(world.get("/api/v1/announcements").await.json()["total"], 1);
    }
}

#[tokio::test]
async fn upload_asked_to_answer_at_once_is_read_in_the_background() {
    let world = world().await;
    let body = json!({"text": TEXT}).to_string();
    let headers = [("content-type", "application/json"), ("prefer", "respond-async")];
    let begun = world.ask(axum::http::Method::POST, "/api/v1/announcements", &headers, body).await;
    assert_json_snapshot!("import_begun", world.plain(&begun));
    let mut state = String::from("running");
    while state == "running" {
        tokio::task::yield_now().await;
        state = world.get(begun.header("location")).await.json()["state"].as_str().expect("a state").to_owned();
    }
    assert_eq!(state, "finished");
}

#[tokio::test]
async fn source_is_described_on_the_version_that_was_read() {
    for world in worlds().await {
        let id = world.announce("").await;
        let path = format!("/api/v1/announcements/{id}");
        let tag = world.get(&path).await.header("etag").to_owned();
        let patch = json!({"publisher": "虚构通讯社", "source_address": null});
        let changed = world.patch(&path, &tag, patch.clone()).await;
        assert_json_snapshot!("announcement_described", world.plain(&changed));
        assert_eq!(world.patch(&path, &tag, patch.clone()).await.problem(), (412, "stale".to_owned()));
        let headers = [("content-type", "application/json")];
        let blind = world.ask(axum::http::Method::PATCH, &path, &headers, patch.to_string()).await;
        assert_eq!(blind.problem(), (428, "version-missing".to_owned()));
        assert_eq!(world.get(&path).await.json(), changed.json());
    }
}

#[tokio::test]
async fn record_known_already_is_not_sent_again() {
    let world = world().await;
    let id = world.announce("").await;
    for below in ["", "/text", "/original"] {
        let path = format!("/api/v1/announcements/{id}{below}");
        let tag = world.get(&path).await.header("etag").to_owned();
        assert_ne!(tag, "");
        let ask = async |tag: &str| {
            let headers = [("if-none-match", tag)];
            let answer = world.ask(axum::http::Method::GET, &path, &headers, axum::body::Body::empty()).await;
            (answer.status.as_u16(), answer.body.is_empty())
        };
        assert_eq!(ask(&tag).await, (304, true));
        assert_eq!(ask(&format!("\"x\", W/{tag}")).await, (304, true));
        assert_eq!(ask("\"x\"").await, (200, false));
    }
}
