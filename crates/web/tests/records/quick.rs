//! Adding an organisation through the pages: what may be the same is said, the same needs a word, what was added can be taken back. And the way to the
//! other record of a merge, and back through a long list.

use crate::ask::{get, post};
use crate::world::World;
use axum::http::StatusCode;
use samesky_app::organisations::{Fact, FactChange, FactField, NameKind, OrganisationName};
use samesky_model::id::OrganisationId;
use samesky_model::language::Language;

const FULL: &str = "name=%E6%9E%B6%E7%A9%BA%E7%B2%BE%E5%AF%86%E6%9C%BA%E6%A2%B0";

async fn add(world: &World, text: &str) -> OrganisationId {
    let (text, language, kind, reading) = (text.to_owned(), None, NameKind::Legal, None);
    let name = Fact::Name(OrganisationName { text, language, kind, reading });
    let said = FactChange::default().say(FactField::Name, [name]);
    world.app().add_organisation(&world.session("officer"), said).await.expect("added").organisation.id
}

#[tokio::test]
async fn typed_name_shows_who_may_be_the_same_and_adds_it_only_with_a_word() {
    let world = World::empty().await;
    let kept = add(&world, "架空精密机械有限公司").await;
    for lang in Language::ALL {
        let page = get(&world, *lang, "/organisations").await;
        assert!(page.text.contains("action=\"/organisations/new\" data-warn"), "{lang}: {}", page.text);
        let warned = get(&world, *lang, &format!("/organisations/new?part=likely&{FULL}")).await;
        assert_eq!(warned.status, StatusCode::OK);
        assert!(warned.text.contains(&kept.to_string()) && warned.text.contains("name=\"another\""), "{}", warned.text);
        assert!(!warned.text.contains("<html"), "{lang}: a part alone");
    }
    let asked = post(&world, "/organisations/new", &format!("{FULL}&kind=company")).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.text);
    assert!(asked.text.contains("name=\"another\"") && asked.text.contains("架空精密机械"), "{}", asked.text);
    let seen = post(&world, "/organisations/new", &format!("{FULL}&kind=company&seen={kept}")).await;
    assert_eq!(seen.status, StatusCode::OK, "the same needs more than to be seen");
    let made = post(&world, "/organisations/new", &format!("{FULL}&kind=company&another=yes")).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
}

#[tokio::test]
async fn addition_is_told_with_its_language_and_taken_back() {
    let world = World::empty().await;
    let form = "name=%E3%82%A2%E3%83%BC%E3%82%AB%E6%9E%B6%E7%A9%BA&kind=institute&country=%E6%97%A5%E6%9C%AC\
                &scheme=jp-corporate-number&number=1180301018771.0";
    let made = post(&world, "/organisations/new", form).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let id = made.location.strip_prefix("/organisations/new?added=").expect("the notice").to_owned();
    let view = world.app().organisation(&world.session("officer"), id.parse().expect("an identifier")).await;
    let view = view.expect("there");
    assert_eq!(view.organisation.names[0].language.as_deref(), Some("ja"));
    assert_eq!(view.organisation.country.as_deref(), Some("JP"));
    assert!(view.facts.iter().any(|kept| matches!(&kept.fact, Fact::Identifier(one) if one.value == "1180301018771")));
    for lang in Language::ALL {
        let notice = get(&world, *lang, &made.location).await;
        assert!(notice.text.contains(&format!("action=\"/organisations/{id}/take-back\"")), "{lang}: {}", notice.text);
    }
    let back = post(&world, &format!("/organisations/{id}/take-back"), "version=1").await;
    assert_eq!((back.status, back.location.as_str()), (StatusCode::SEE_OTHER, "/organisations/new"));
    assert_eq!(get(&world, Language::En, &format!("/organisations/{id}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn addition_without_a_name_is_refused_and_keeps_what_was_typed() {
    let world = World::empty().await;
    let refused = post(&world, "/organisations/new", "name=&kind=chamber&country=XQ").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    assert!(refused.text.contains("value=\"XQ\""), "{}", refused.text);
}

#[tokio::test]
async fn other_record_of_a_merge_is_found_by_any_name_and_likely_ones_stand_first() {
    let world = World::empty().await;
    let one = add(&world, "架空精密机械有限公司").await;
    let likely = add(&world, "架空精密机械").await;
    let other = add(&world, "Fictitious Zenith Works").await;
    let here = format!("/organisations/{one}/merge");
    let page = get(&world, Language::ZhHans, &here).await;
    assert!(page.text.contains(&format!("href=\"{here}?with={likely}\"")), "{}", page.text);
    assert!(!page.text.contains(&other.to_string()));
    let found = get(&world, Language::ZhHans, &format!("{here}?q=zenith")).await;
    assert!(found.text.contains(&format!("name=\"with\" value=\"{other}\"")), "{}", found.text);
    let part = get(&world, Language::ZhHans, &format!("{here}?q=zenith&part=found")).await;
    assert!(part.text.contains(&other.to_string()) && !part.text.contains("<html"), "{}", part.text);
    let none = get(&world, Language::ZhHans, &format!("{here}?q=%E9%91%AB%E9%91%AB&part=found")).await;
    assert!(none.text.contains("data-count"), "{}", none.text);
    let pasted = get(&world, Language::ZhHans, &format!("{here}?q=%2Forganisations%2F{other}")).await;
    assert!(pasted.text.contains("name=\"survivor\""), "{}", pasted.text);
    let several = get(&world, Language::ZhHans, &format!("{here}?with={likely}&with={other}")).await;
    assert_eq!(several.text.matches("name=\"survivor\"").count(), 3, "{}", several.text);
}

fn link(text: &str, rel: &str) -> Option<String> {
    let (before, _) = text.split_once(&format!("rel=\"{rel}\""))?;
    let href = before.rsplit("href=\"").next()?.split('"').next()?;
    Some(href.replace("&amp;", "&"))
}

#[tokio::test]
async fn long_list_is_read_on_and_back_over_the_same_pages() {
    let world = World::empty().await;
    for number in 0..120 {
        add(&world, &format!("架空第{number}号有限公司")).await;
    }
    let (mut address, mut seen) = ("/organisations?sort=newest".to_owned(), Vec::new());
    let names = |text: &str| -> Vec<String> {
        text.split("架空第").skip(1).filter_map(|rest| Some(rest.split_once("号")?.0.to_owned())).collect()
    };
    loop {
        let page = get(&world, Language::En, &address).await.text;
        seen.push(names(&page));
        match link(&page, "next") {
            Some(next) => address = next,
            None => break,
        }
    }
    assert_eq!(seen.len(), 3);
    for before in [1, 0] {
        address = link(&get(&world, Language::En, &address).await.text, "prev").expect("a page before");
        assert_eq!(names(&get(&world, Language::En, &address).await.text), seen[before], "{address}");
    }
    assert_eq!(link(&get(&world, Language::En, &address).await.text, "prev"), None);
}

#[tokio::test]
async fn menu_of_an_officer_has_no_page_of_parts_and_the_page_is_there() {
    let world = World::empty().await;
    for lang in Language::ALL {
        assert!(!get(&world, *lang, "/organisations").await.text.contains("href=\"/components\""), "{lang}");
        assert_eq!(get(&world, *lang, "/components").await.status, StatusCode::OK);
    }
}
