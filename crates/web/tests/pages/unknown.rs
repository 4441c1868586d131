//! Addresses that lead nowhere get a page in the reader's language.

use crate::page::faults;
use crate::visit::get;
use crate::world::World;
use axum::http::StatusCode;
use dom_query::Document;
use samesky_model::language::Language;
use samesky_web::lang::tr;

const NO_ID: &str = "00000000-0000-7000-8000-000000000000";

#[tokio::test]
async fn unknown_address_is_a_page_of_its_own_in_each_language() {
    let world = World::empty().await;
    let router = world.router();
    let mut addresses: Vec<String> = vec!["/nowhere".to_owned(), "/figures/nowhere/at/all".to_owned()];
    for kind in ["announcements", "claims", "figures", "imports", "events", "organisations", "projects"] {
        addresses.push(format!("/{kind}/{NO_ID}"));
    }
    addresses.push(format!("/announcements/{NO_ID}/original"));
    for lang in Language::ALL {
        for address in &addresses {
            let answer = get(&router, *lang, address).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}: {}", answer.text);
            let page = Document::from(answer.text.as_str());
            assert_eq!(page.select("h1").text().as_ref(), tr(*lang, "error-title-404", &[]), "{address}");
            assert_eq!(faults(&page, *lang), Vec::<String>::new(), "{address}");
        }
    }
}

#[tokio::test]
async fn broken_address_is_a_page_of_its_own_and_never_a_failure_of_the_server() {
    let world = World::empty().await;
    let router = world.router();
    let mut addresses = Vec::new();
    for kind in ["announcements", "claims", "figures", "imports", "events", "organisations", "projects"] {
        addresses.extend([
            format!("/{kind}/1"),
            format!("/{kind}/%00"),
            format!("/{kind}/%ff%fe"),
            format!("/{kind}/..%2f.."),
        ]);
    }
    for list in
        ["/announcements", "/figures", "/checks", "/imports", "/events", "/organisations", "/projects", "/history"]
    {
        for query in [
            "after=x",
            "after=%ff",
            "sort=x",
            "year=x",
            "state=x",
            "q=%00",
            "verdict=x",
            "measure=x",
            "from=x",
            "page=-1",
        ] {
            addresses.push(format!("{list}?{query}"));
        }
    }
    addresses.extend(
        ["/?year=x", "/?year=99999", "/search?q=%22", "/search?q=%ff", "/search?q=*%20AND"].map(ToOwned::to_owned),
    );
    for address in addresses {
        let answer = get(&router, Language::Ja, &address).await;
        assert!(!answer.status.is_server_error(), "{} {address}", answer.status);
        assert_eq!(answer.kind, "text/html", "{} {address}: {}", answer.status, answer.text);
        let page = Document::from(answer.text.as_str());
        assert_eq!(faults(&page, Language::Ja), Vec::<String>::new(), "{} {address}", answer.status);
    }
}
