//! A list of organisations on its pages: dropped, mapped, compared, decided, kept, taken back; in every language, without script.

use crate::ask::{Answer, get, post, send};
use crate::world::World;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use dom_query::Document;
use samesky_model::language::Language;

const LIST: &str =
    "企业名称,国家/地区,备注\n虚构精密机械有限公司,中国,<b>甲</b>\n株式会社架空精機,日本,\nNULL,日本,\n,日本,\n";

async fn upload(world: &World, name: &str, bytes: &str) -> Answer {
    let request =
        Request::post("/organisations/import").header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n{bytes}\r\n--x--\r\n"
    );
    send(world, request, Body::from(body)).await
}

/// The page of a list once no server is at work on it.
async fn settled(world: &World, lang: Language, address: &str) -> Answer {
    loop {
        let page = get(world, lang, address).await;
        if !page.text.contains("data-running") {
            return page;
        }
        assert!(page.text.contains("<noscript><meta http-equiv=\"refresh\""), "{}", page.text);
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn list_goes_from_the_form_to_the_records_and_back() {
    let world = World::empty().await;
    let sent = upload(&world, "名单.csv", LIST).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let address = sent.location;
    for lang in Language::ALL {
        let page = Document::from(settled(&world, *lang, &address).await.text.as_str());
        let columns = page.select("select[name^='column-'] option[selected]");
        let chosen: Vec<String> = columns.iter().map(|one| one.attr("value").unwrap_or_default().to_string()).collect();
        assert_eq!(chosen, ["name.zh-Hans.legal", "country", "note"], "{lang}");
        assert_eq!(page.select("[name='header_rows']").attr("value").unwrap_or_default().to_string(), "1");
        assert!(page.select("table bdi").iter().any(|cell| cell.text().to_string() == "<b>甲</b>"), "{lang}");
    }
    let wrong = post(&world, &format!("{address}/map"), "step=compare&header_rows=x").await;
    assert_eq!((wrong.status, wrong.location.as_str()), (StatusCode::SEE_OTHER, address.as_str()));

    post(&world, &format!("{address}/map"), "step=compare&header_rows=1&column-C=skip").await;
    let page = settled(&world, Language::En, &address).await;
    assert!(
        page.text.contains("Nothing is kept yet. 2 new, 0 updated, 0 unchanged, 1 doubtful, 1 refused."),
        "{}",
        page.text
    );
    assert!(page.text.contains("<code>A4</code>") && page.text.contains("reads like an empty value of a program"));
    let doubtful = get(&world, Language::Th, &format!("{address}?outcome=doubtful")).await;
    assert_eq!(Document::from(doubtful.text.as_str()).select("input[name='row-4']").length(), 3, "{}", doubtful.text);
    let report = get(&world, Language::ZhHans, &format!("{address}/report.csv")).await;
    assert!(report.text.starts_with('\u{feff}') && report.text.contains("A5,没有名称"), "{}", report.text);

    let refused = post(&world, &format!("{address}/keep"), "").await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER);
    assert!(settled(&world, Language::En, &address).await.text.contains("row-4"), "it waits as before");
    let back = format!("back={address}%3Foutcome%3Ddoubtful&row-4=skip");
    let decided = post(&world, &format!("{address}/decide"), &back).await;
    assert_eq!(decided.location, format!("{address}?outcome=doubtful"), "{}", decided.text);
    post(&world, &format!("{address}/keep"), "skip_refused=yes").await;
    let kept = settled(&world, Language::En, &address).await;
    assert!(kept.location.starts_with("/organisations/imported/"), "{}", kept.text);

    let import = kept.location;
    for lang in Language::ALL {
        assert_eq!(get(&world, *lang, &import).await.status, StatusCode::OK, "{lang}");
        let start = get(&world, *lang, "/organisations/import").await;
        assert!(start.text.contains(&import) && start.text.contains("data-drop"), "{lang}");
    }
    assert!(get(&world, Language::En, "/organisations").await.text.contains("株式会社架空精機"));
    let asked = get(&world, Language::En, &format!("{import}?undo=ask")).await;
    assert!(asked.text.contains("only this import spoke of go: 2"), "{}", asked.text);
    post(&world, &format!("{import}/undo"), "").await;
    assert!(get(&world, Language::En, &import).await.text.contains("Taken back by"));
    assert!(!get(&world, Language::En, "/organisations").await.text.contains("株式会社架空精機"));
}

#[tokio::test]
async fn list_that_cannot_be_read_or_is_stopped_says_so() {
    let world = World::empty().await;
    let picture = upload(&world, "a.png", "\u{89}PNG\r\n\u{1a}\n").await;
    let page = settled(&world, Language::En, &picture.location).await;
    assert!(page.text.contains("Nothing was kept"), "{}", page.text);
    let nothing = upload(&world, "", "").await;
    assert_eq!(nothing.location, "/organisations/import");
    let list = upload(&world, "a.csv", LIST).await.location;
    settled(&world, Language::En, &list).await;
    post(&world, &format!("{list}/cancel"), "").await;
    let page = settled(&world, Language::Ja, &list).await;
    assert!(page.text.contains("止めました。何も保存していません。"), "{}", page.text);
}
