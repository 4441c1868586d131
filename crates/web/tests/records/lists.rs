//! Lists with nothing, one thing, three things; filters; words that mean harm.

use crate::ask::{get, told};
use crate::world::World;
use axum::http::StatusCode;
use samesky_model::language::Language;

const LISTS: [&str; 3] = ["/events", "/organisations", "/projects"];

/// Rows of the page's tables, without their heads.
fn rows(page: &str) -> usize {
    page.split("<tbody>")
        .skip(1)
        .map(|rest| rest.split("</tbody>").next().unwrap_or_default().matches("<tr").count())
        .sum()
}

#[tokio::test]
async fn list_of_none_one_and_three_has_as_many_rows() {
    let world = World::empty().await;
    let mut made = 0;
    for wanted in [0_u8, 1, 3] {
        while made < wanted {
            made += 1;
            told(&world, made, &format!("虚构第{made}次论坛")).await;
        }
        for lang in Language::ALL {
            for list in LISTS {
                let page = get(&world, *lang, list).await;
                assert_eq!((page.status, rows(&page.text)), (StatusCode::OK, usize::from(wanted)), "{list} {lang}");
                assert_eq!(page.text.contains("class=\"empty\""), wanted == 0, "{list} {lang}");
            }
        }
    }
}

#[tokio::test]
async fn list_filters_let_through_what_they_name() {
    let world = World::empty().await;
    for (number, name) in [(1, "虚构第1次论坛"), (2, "架空第2次论坛")] {
        told(&world, number, name).await;
    }
    for (address, wanted) in [
        ("/events?q=架空", 1),
        ("/events?kind=forum", 2),
        ("/events?kind=visit", 0),
        ("/events?year=2021", 2),
        ("/events?year=1999", 0),
        ("/events?place=虚构市", 2),
        ("/events?place=Chengdu", 0),
        ("/events?zone=虚构示范区", 2),
        ("/events?state=withdrawn", 0),
        ("/events?kind=&year=&place=&zone=&state=&q=", 2),
        ("/organisations?q=架空", 1),
        ("/organisations?kind=company", 2),
        ("/organisations?kind=zone", 0),
        ("/projects?q=架空", 1),
        ("/projects?stage=signed", 0),
    ] {
        let (path, query) = address.split_once('?').expect("a query");
        let encoded: Vec<String> = query
            .split('&')
            .map(|pair| {
                let (name, value) = pair.split_once('=').expect("a pair");
                format!("{name}={}", percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC))
            })
            .collect();
        let page = get(&world, Language::En, &format!("{path}?{}", encoded.join("&"))).await;
        assert_eq!(rows(&page.text), wanted, "{address}");
    }
}

#[tokio::test]
async fn hostile_name_is_shown_as_words() {
    let world = World::empty().await;
    told(&world, 1, "<script>alert(1)</script>\"><img src=x>论坛").await;
    for list in ["/events", "/organisations", "/projects", "/history", "/search?q=alert"] {
        let page = get(&world, Language::Ja, list).await;
        assert!(page.text.contains("&lt;script&gt;alert(1)"), "{list} does not show it");
        assert!(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"), "{list}");
    }
}
