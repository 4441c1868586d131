//! Organisations that become one and are taken apart, pairs to be answered, and the record of a claim, through the pages.

use crate::ask::{get, post};
use crate::world::World;
use axum::http::StatusCode;
use samesky_app::Page;
use samesky_app::organisations::{Fact, FactChange, FactField, NameKind, OrganisationName, PairAnswer};
use samesky_model::id::OrganisationId;
use samesky_model::language::Language;

async fn add(world: &World, text: &str) -> OrganisationId {
    let (text, language, kind, reading) = (text.to_owned(), None, NameKind::Legal, None);
    let name = Fact::Name(OrganisationName { text, language, kind, reading });
    let said = FactChange::default().say(FactField::Name, [name]).say(FactField::Size, [Fact::Size("大".to_owned())]);
    world.app().add_organisation(&world.session("officer"), said).await.expect("added").organisation.id
}

#[tokio::test]
async fn two_records_stand_side_by_side_become_one_and_come_back() {
    let world = World::demo().await;
    let (one, other) = (add(&world, "架空精机").await, add(&world, "架空精密机械有限公司").await);
    let empty = get(&world, Language::ZhHans, &format!("/organisations/{one}/merge")).await;
    assert_eq!(empty.status, StatusCode::OK, "{}", empty.text);
    let wrong = get(&world, Language::ZhHans, &format!("/organisations/{one}/merge?with=x")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page =
        get(&world, Language::ZhHans, &format!("/organisations/{one}/merge?with=%2Forganisations%2F{other}")).await;
    for words in ["架空精机", "架空精密机械有限公司", "name=\"survivor\"", "name=\"keep-size\"", "保留这条记录"]
    {
        assert!(page.text.contains(words), "{words} is not in {}", page.text);
    }
    assert!(
        page.text.split_once("<tbody>").is_some_and(|(head, _)| !head.contains("name=\"survivor\"")),
        "narrow screens show no head"
    );
    let form = format!("seen={one}:1,{other}:1&survivor={one}&keep-size={other}&why=");
    let answer = post(&world, &format!("/organisations/{one}/merge"), &form).await;
    assert_eq!((answer.status, answer.location), (StatusCode::SEE_OTHER, format!("/organisations/{one}")));
    let gone = get(&world, Language::ZhHans, &format!("/organisations/{other}")).await;
    assert_eq!((gone.status, gone.location), (StatusCode::SEE_OTHER, format!("/organisations/{one}")));
    let again = post(&world, &format!("/organisations/{one}/merge"), &form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text);
    let kept = get(&world, Language::ZhHans, &format!("/organisations/{one}")).await;
    let (_, rest) = kept.text.split_once("action=\"/organisation-merges/").expect("the way back");
    let merge = rest.split('/').next().expect("an identifier").to_owned();
    let undone = post(&world, &format!("/organisation-merges/{merge}/undo"), "").await;
    assert_eq!(undone.location, format!("/organisations/{one}"));
    assert_eq!(get(&world, Language::ZhHans, &format!("/organisations/{other}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn pair_is_shown_with_its_evidence_and_leaves_the_queue_when_it_is_answered() {
    let world = World::demo().await;
    let (one, other) = (add(&world, "架空精机").await, add(&world, "架空精密机械有限公司").await);
    let session = world.session("officer");
    world.app().look_for_duplicates(&session, 5_000).await.expect("looked");
    for language in [Language::ZhHans, Language::Ja, Language::En, Language::Th] {
        let page = get(&world, language, "/organisations/duplicates").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.text.contains("架空精密机械有限公司") && page.text.contains("ul class=\"reasons\""),
            "{}",
            page.text
        );
    }
    let before = world.app().duplicates(&session, PairAnswer::Open, &Page::default()).await.expect("listed").total;
    let answer = post(&world, "/organisations/duplicates", &format!("one={one}&other={other}&answer=apart")).await;
    assert_eq!(answer.location, "/organisations/duplicates");
    let after = world.app().duplicates(&session, PairAnswer::Open, &Page::default()).await.expect("listed").total;
    assert_eq!(after, before - 1);
    let apart = get(&world, Language::En, "/organisations/duplicates?show=apart").await;
    assert!(apart.text.contains("架空精密机械有限公司"));
    let later = get(&world, Language::En, "/organisations/duplicates?show=later").await;
    assert!(later.text.contains("No pairs here"), "{}", later.text);
}

#[tokio::test]
async fn split_takes_what_is_ticked() {
    let world = World::demo().await;
    let one = add(&world, "架空精机").await;
    let name = |text: &str| {
        let (text, language, kind, reading) = (text.to_owned(), None, NameKind::Legal, None);
        Fact::Name(OrganisationName { text, language, kind, reading })
    };
    let said = FactChange::default().say(FactField::Name, [name("架空精机"), name("虚构电池")]);
    world.app().change_organisation(&world.session("officer"), one, 1, said).await.expect("changed");
    let page = get(&world, Language::Ja, &format!("/organisations/{one}/split")).await;
    assert!(page.text.contains("name=\"fact\"") && page.text.contains("虚构电池"), "{}", page.text);
    let none = post(&world, &format!("/organisations/{one}/split"), "version=2&why=").await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = post(&world, &format!("/organisations/{one}/split"), "version=2&fact=1&why=").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let made = get(&world, Language::Ja, &answer.location).await;
    assert!(made.text.contains("虚构电池") && !made.text.contains("架空精机"));
}
