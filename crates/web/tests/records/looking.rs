//! The search over everything, and the history.

use crate::ask::{get, told};
use crate::world::World;
use axum::http::StatusCode;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_model::language::Language;
use samesky_web::lang::tr;

fn question(words: &str) -> String {
    format!("/search?q={}", utf8_percent_encode(words, NON_ALPHANUMERIC))
}

#[tokio::test]
async fn search_two_characters_find_every_kind() {
    let world = World::empty().await;
    told(&world, 1, "虚构第1次论坛").await;
    for lang in Language::ALL {
        let page = get(&world, *lang, &question("论坛")).await;
        for id in ["found-events", "found-organisations", "found-projects"] {
            assert!(page.text.contains(&format!("id=\"{id}\"")), "{lang}: {id}");
        }
        let page = get(&world, *lang, &question("ipsum")).await;
        assert!(page.text.contains("id=\"found-announcements\""), "{lang}: the text of an announcement");
    }
}

#[tokio::test]
async fn search_without_words_and_without_a_find_says_so() {
    let world = World::empty().await;
    for lang in Language::ALL {
        for address in ["/search".to_owned(), question("   ")] {
            let page = get(&world, *lang, &address).await;
            assert!(page.text.contains(&tr(*lang, "search-nothing-asked", &[])), "{lang} {address}");
        }
        let page = get(&world, *lang, &question("没有")).await;
        assert!(page.text.contains(&tr(*lang, "search-none", &[("words", "没有".into())])), "{lang}");
    }
}

#[tokio::test]
async fn history_every_change_of_the_demo_is_said_in_words() {
    let world = World::demo().await;
    for lang in Language::ALL {
        let mut address = "/history".to_owned();
        let mut pages = 0;
        while pages < 12 {
            let page = get(&world, *lang, &address).await;
            assert_eq!(page.status, StatusCode::OK);
            for raw in ["event.", "claim.", "entry.", "project.", "organisation.", "announcement."] {
                for action in ["make", "join", "accept", "rebuild", "import"] {
                    assert!(!page.text.contains(&format!(">{raw}{action}")), "{lang}: {raw}{action} has no words");
                }
            }
            pages += 1;
            let Some((before, _)) = page.text.split_once("rel=\"next\"") else { break };
            let href = before.rsplit("href=\"").next().and_then(|rest| rest.split('"').next()).expect("the next page");
            address = href.replace("&amp;", "&");
        }
        assert!(pages > 1, "{lang}: the demo has more than one page of changes");
    }
}

#[tokio::test]
async fn history_filters_by_kind_officer_and_day() {
    let world = World::empty().await;
    told(&world, 1, "虚构第1次论坛").await;
    let count = |text: &str| text.matches("<time").count();
    let all = count(&get(&world, Language::En, "/history").await.text);
    for (query, some) in [
        ("kind=event", true),
        ("by=officer", true),
        ("by=nobody", false),
        ("from=2000-01-01", true),
        ("from=2100-01-01", false),
        ("until=2000-01-01", false),
        ("from=nonsense", true),
    ] {
        let page = get(&world, Language::En, &format!("/history?{query}")).await;
        assert_eq!(!page.text.contains("class=\"empty\""), some, "{query}");
    }
    let events = count(&get(&world, Language::En, "/history?kind=event").await.text);
    assert!(events < all, "{events} of {all}");
}
