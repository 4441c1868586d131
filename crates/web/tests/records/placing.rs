//! A place in every writing is one place, called as the reader calls it.

use crate::ask::{get, told};
use crate::world::World;
use dom_query::Document;
use samesky_app::review::NewClaim;
use samesky_model::language::Language;
use samesky_model::reading::{DateBasis, EventClaim, EventType};
use samesky_model::record::Claim;

fn event() -> Claim {
    Claim::Event(EventClaim {
        id: String::new(),
        kind: EventType::Forum,
        name: Some("虚构论坛".to_owned()),
        date: "2021-09-06".parse().ok(),
        date_basis: DateBasis::Text,
        places: ["成都", "Chengdu", "成都市", "架空园区"].map(str::to_owned).to_vec(),
        mode: None,
        organisers: Vec::new(),
        part_of: None,
        zone: None,
        industries: Vec::new(),
        start: 0,
        end: 5,
        remarks: Vec::new(),
    })
}

#[tokio::test]
async fn place_stands_once_and_in_the_reader_s_language() {
    let world = World::empty().await;
    let id = told(&world, 1, "虚构第1次论坛").await;
    let new = NewClaim { claim: event(), why: None };
    world.app().add_claim(&world.session("officer"), id, new).await.expect("a claim");
    for (lang, said) in [
        (Language::ZhHans, "成都、架空园区"),
        (Language::Ja, "成都、架空园区"),
        (Language::En, "Chengdu, 架空园区"),
        (Language::Th, "เฉิงตู, 架空园区"),
    ] {
        let page = Document::from(get(&world, lang, "/events?place=Chengdu").await.text.as_str());
        let cells: Vec<String> = page.select("tbody td").iter().map(|cell| cell.text().trim().to_owned()).collect();
        assert!(cells.iter().any(|cell| cell == said), "{lang}: {cells:?}");
    }
}

#[tokio::test]
async fn parties_of_the_overview_are_called_in_the_reader_s_language() {
    let world = World::demo().await;
    let mut called = Vec::new();
    for lang in [Language::ZhHans, Language::En] {
        let page = Document::from(get(&world, lang, "/?year=2023").await.text.as_str());
        let names = page.select("section[aria-labelledby='by-party'] bdi");
        called.push(names.iter().map(|name| name.text().to_string()).collect::<Vec<_>>());
    }
    assert!(called[0].contains(&"上海".to_owned()) && called[1].contains(&"Shanghai".to_owned()), "{called:?}");
    assert_eq!(called[0].len(), called[1].len());
}
