use crate::support::{world, worlds};
use samesky_app::read::{How, Known, read_text};
use serde_json::json;

const TEXT: &str = "虚构市投资推介会在大阪举行\n3月5日，虚构市投资推介会在大阪举行，12个项目现场签约，计划投资总额86.4亿元，\
                    其中虚构重工业有限公司投资20亿元。";

#[tokio::test]
async fn reading_is_the_document_of_the_command_line_field_by_field() {
    for world in worlds().await {
        let asked = json!({"text": TEXT, "id": "a", "reference_date": "2021-03-06", "language": "zh", "url": "https://example.org/"});
        let answer = world.post("/api/v1/read?quantities=true", asked).await;
        let known = Known {
            id: Some("a"),
            language: Some("zh"),
            reference_date: Some(jiff::civil::date(2021, 3, 6)),
            url: Some("https://example.org/"),
        };
        let read = serde_json::to_value(read_text(TEXT, &known, How { quantities: true, ..How::default() }))
            .expect("a document");
        assert_eq!(answer.json(), read);
        assert!(!read["figures"].as_array().expect("figures").is_empty(), "the text says nothing");
        assert_eq!(world.get("/api/v1/announcements").await.json()["total"], 0, "nothing is kept");
    }
}

#[tokio::test]
async fn reading_of_a_file_takes_one_file() {
    let world = world().await;
    let file = [("a.txt", TEXT.as_bytes())];
    let answer = world.upload("/api/v1/read", "file", &file, &[("reference_date", "2021-03-06"), ("id", "b")]).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["id"], "b");
    assert_eq!(answer.json()["quantities"], json!(null));
    let two = [("a.txt", TEXT.as_bytes()), ("b.txt", b"x".as_slice())];
    assert_eq!(world.upload("/api/v1/read", "file", &two, &[]).await.problem(), (422, "invalid".to_owned()));
    let empty = world.upload("/api/v1/read", "file", &[("e.txt", b"")], &[]).await;
    assert_eq!(
        (empty.problem(), empty.json()["errors"][0]["problem"].clone()),
        ((422, "unreadable".into()), json!("empty-input"))
    );
    let picture = world.upload("/api/v1/read", "file", &[("p.png", b"\x89PNG\r\n\x1a\n\0\0\0")], &[]).await;
    assert_eq!(picture.json()["errors"][0]["problem"], "unknown-format");
}
