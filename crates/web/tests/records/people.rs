//! People on the page of an organisation, entered and changed without script.

use crate::ask::{get, post};
use crate::world::World;
use axum::http::StatusCode;
use dom_query::Document;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_app::organisations::{Fact, FactChange, FactField, NameKind, OrganisationName};
use samesky_app::people::PersonView;
use samesky_model::id::OrganisationId;
use samesky_model::language::Language;

fn form(pairs: &[(&str, &str)]) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    pairs.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

const SAID: [(&str, &str); 12] = [
    ("native_name-0-text", "星野リン（架空）"),
    ("native_name-0-language", "ja"),
    ("reading-0-text", "ほしのりん"),
    ("other_name-0-text", "Hoshino Rin <b>"),
    ("other_name-0-language", "ja-Latn"),
    ("post-0-title0", "部長"),
    ("post-0-title1", "General Manager"),
    ("post-0-from", "2019-04"),
    ("email-0-text", "rin@example.org"),
    ("contact-0-kind", "LINE"),
    ("contact-0-value", "rin-line"),
    ("language-0-text", "zh-Hans"),
];

async fn company(world: &World) -> OrganisationId {
    let (text, kind) = ("架空精機".to_owned(), NameKind::Legal);
    let name = Fact::Name(OrganisationName { text, language: None, kind, reading: None });
    let said = FactChange::default().say(FactField::Name, [name]);
    world.app().add_organisation(&world.session("officer"), said).await.expect("added").organisation.id
}

async fn people(world: &World, id: OrganisationId) -> Vec<PersonView> {
    world.app().people(&world.session("officer"), id).await.expect("listed")
}

#[tokio::test]
async fn person_entered_without_script_stands_on_the_page_and_is_changed_and_taken_back() {
    let world = World::empty().await;
    let id = company(&world).await;
    let home = format!("/organisations/{id}");
    let blank = get(&world, Language::En, &format!("{home}/people/new")).await;
    assert_eq!(blank.status, StatusCode::OK);
    let made = post(&world, &format!("{home}/people/new"), &form(&SAID)).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let shown = get(&world, Language::En, &home).await.text;
    let words = [
        "星野リン（架空）",
        "ほしのりん",
        "Hoshino Rin &lt;b&gt;",
        "部長",
        "General Manager",
        "rin@example.org",
        "LINE",
        "Chinese",
    ];
    for text in words {
        assert!(shown.contains(text), "{text} is not on the page");
    }
    let page = get(&world, Language::Ja, &made.location).await;
    assert!(page.status == StatusCode::OK && page.text.contains("2019年4月"), "{}", page.text);

    let mut over = SAID.to_vec();
    over.extend([("post-0-until", "2024"), ("post-1-title0", "顧問"), ("version", "1")]);
    let saved = post(&world, &format!("{}/edit", made.location), &form(&over)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    let current: Vec<_> = Document::from(get(&world, Language::Ja, &home).await.text.as_str())
        .select("section[aria-labelledby=people] td:nth-child(2)")
        .iter()
        .map(|cell| cell.text().trim().to_owned())
        .collect();
    assert_eq!(current, ["顧問"]);
    let undone = post(&world, &format!("{}/undo", made.location), "version=2").await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
    assert_eq!(people(&world, id).await[0].values.len(), 7);
}

#[tokio::test]
async fn wrong_line_of_a_person_is_named_and_what_was_typed_stays() {
    let world = World::empty().await;
    let id = company(&world).await;
    let mut over = SAID.to_vec();
    over.extend([("post-0-until", "2018"), ("email-1-text", "nowhere")]);
    let refused = post(&world, &format!("/organisations/{id}/people/new"), &form(&over)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = Document::from(refused.text.as_str());
    let at: Vec<_> =
        page.select(".errors a").iter().map(|link| link.attr("href").unwrap_or_default().to_string()).collect();
    assert_eq!(at, ["#post-0-until", "#email-1-text"]);
    assert_eq!(page.select("[id='contact-0-value']").attr("value").unwrap_or_default().to_string(), "rin-line");
    assert_eq!(people(&world, id).await, []);
}

#[tokio::test]
async fn removed_person_is_brought_back_and_an_erased_one_is_gone() {
    let world = World::empty().await;
    let id = company(&world).await;
    let made = post(&world, &format!("/organisations/{id}/people/new"), &form(&SAID)).await.location;
    assert_eq!(post(&world, &format!("{made}/remove"), "why=left").await.status, StatusCode::SEE_OTHER);
    assert!(people(&world, id).await[0].person.removed.is_some());
    assert!(get(&world, Language::En, &made).await.text.contains("/restore"));
    assert_eq!(post(&world, &format!("{made}/restore"), "").await.status, StatusCode::SEE_OTHER);
    let cards = get(&world, Language::En, &format!("/organisations/{id}/people.vcf")).await;
    assert!(cards.text.contains("FN;LANGUAGE=ja:星野リン（架空）\r\n"), "{}", cards.text);
    let erased = post(&world, &format!("{made}/erase"), "why=").await;
    assert_eq!((erased.status, erased.location), (StatusCode::SEE_OTHER, format!("/organisations/{id}")));
    assert_eq!(get(&world, Language::En, &made).await.status, StatusCode::NOT_FOUND);
    for address in ["/history".to_owned(), format!("/organisations/{id}")] {
        assert!(!get(&world, Language::En, &address).await.text.contains("星野"), "{address}");
    }
}
