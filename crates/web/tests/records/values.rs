//! What officers enter on the page of an organisation: forms without script, refused at their rows, taken back.

use crate::ask::{Answer, get, post, told};
use crate::world::World;
use axum::http::StatusCode;
use dom_query::Document;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_app::Page;
use samesky_app::organisations::{Fact, FactChange, FactField, NameKind, OrganisationName};
use samesky_model::id::OrganisationId;
use samesky_model::language::Language;

fn form(pairs: &[(&str, &str)]) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    pairs.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

async fn made(world: &World, text: &str) -> OrganisationId {
    let (text, kind) = (text.to_owned(), NameKind::Legal);
    let name = Fact::Name(OrganisationName { text, language: None, kind, reading: None });
    let said = FactChange::default().say(FactField::Name, [name]);
    world.app().add_organisation(&world.session("officer"), said).await.expect("added").organisation.id
}

/// The pairs that a browser sends of the form as it stands, with some of them written over.
async fn filled(world: &World, id: OrganisationId, over: &[(&str, &str)]) -> String {
    let page = Document::from(get(world, Language::En, &format!("/organisations/{id}/edit")).await.text.as_str());
    let mut pairs: Vec<(String, String)> = Vec::new();
    for control in page.select("form.values :is(input, select, textarea)").iter() {
        let name = control.attr("name").unwrap_or_default().to_string();
        let value = match control.nodes()[0].node_name().as_deref() {
            Some("textarea") => control.text().trim().to_owned(),
            Some("select") => {
                let chosen = control.select("option[selected]").attr("value");
                chosen.or_else(|| control.select("option").attr("value")).unwrap_or_default().to_string()
            }
            _ => control.attr("value").unwrap_or_default().to_string(),
        };
        pairs.push((name, value));
    }
    for (name, value) in over {
        match pairs.iter_mut().find(|(known, _)| known == name) {
            Some((_, kept)) => (*value).clone_into(kept),
            None => pairs.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    form(&pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>())
}

async fn save(world: &World, id: OrganisationId, over: &[(&str, &str)]) -> Answer {
    let sent = filled(world, id, over).await;
    post(world, &format!("/organisations/{id}/edit"), &sent).await
}

fn errors(answer: &Answer) -> Vec<(String, String)> {
    let page = Document::from(answer.text.as_str());
    let links = page.select(".errors a");
    let at = |href: &str| page.select(&format!("[id='{}-error']", &href[1..])).text().trim().to_owned();
    links
        .iter()
        .map(|link| link.attr("href").unwrap_or_default().to_string())
        .map(|href| (href.clone(), at(&href)))
        .collect()
}

#[tokio::test]
async fn values_entered_on_the_page_stand_there_with_their_verdict_and_are_taken_back() {
    let world = World::empty().await;
    let id = made(&world, "架空精机有限公司").await;
    let page = format!("/organisations/{id}");
    let over = [
        ("name-1-text", "架空精機"),
        ("name-1-language", "ja"),
        ("name-1-kind", "short"),
        ("name-1-reading", "かくうせいき"),
        ("country-0-text", "日本"),
        ("identifier-0-scheme", "jp-corporate-number"),
        ("identifier-0-value", "T1180301018771"),
        ("zone-0-name", "架空园区"),
        ("zone-0-since", "2021-05"),
        ("ranking-0-list", "架空500"),
        ("ranking-0-year", "2024"),
        ("ranking-0-rank", "1234"),
        ("note-0-text", "由展会认识\n第二行"),
        ("do", "save"),
    ];
    let saved = save(&world, id, &over).await;
    assert_eq!((saved.status, &saved.location), (StatusCode::SEE_OTHER, &page), "{}", saved.text);
    let shown = get(&world, Language::En, &page).await.text;
    for words in [
        "架空精機",
        "かくうせいき",
        ">Japan<",
        "1180301018771",
        "check digit holds",
        "架空园区",
        "架空500",
        "1,234",
        "由展会认识",
    ] {
        assert!(shown.contains(words), "{words} is not on the page");
    }
    let version = world.app().organisation(&world.session("officer"), id).await.expect("there").organisation.version;
    let same = save(&world, id, &[("do", "save")]).await;
    assert_eq!(same.status, StatusCode::SEE_OTHER, "{}", same.text);
    let now = world.app().organisation(&world.session("officer"), id).await.expect("there");
    assert_eq!((now.organisation.version, now.facts.len()), (version, 7), "nothing changed");

    let undone = post(&world, &format!("{page}/undo"), &format!("version={version}")).await;
    assert_eq!((undone.status, &undone.location), (StatusCode::SEE_OTHER, &page));
    let left = world.app().organisation(&world.session("officer"), id).await.expect("there").facts;
    assert_eq!(left.len(), 1, "{left:?}");
}

#[tokio::test]
async fn wrong_values_stay_in_their_rows_with_what_is_wrong() {
    let world = World::empty().await;
    let (id, other) = (made(&world, "甲公司").await, made(&world, "乙公司").await);
    let number =
        [("identifier-0-scheme", "jp-corporate-number"), ("identifier-0-value", "1180301018771"), ("do", "save")];
    assert_eq!(save(&world, other, &number).await.status, StatusCode::SEE_OTHER);
    let over = [
        ("email-0-text", "nowhere"),
        ("ranking-0-list", "架空500"),
        ("ranking-0-year", "2024"),
        ("ranking-0-rank", "first"),
        ("founded-0-text", "last year"),
        ("do", "save"),
    ];
    let refused = save(&world, id, &over).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let found = errors(&refused);
    let at: Vec<_> = found.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(at, ["#founded-0-text", "#email-0-text", "#ranking-0-rank"]);
    assert!(found.iter().all(|(_, error)| !error.is_empty()), "{found:?}");
    assert!(refused.text.contains("value=\"nowhere\""));
    let taken = save(&world, id, &number).await;
    let found = errors(&taken);
    assert_eq!((taken.status, found[0].0.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "#identifier-0-value"));
    assert!(found[0].1.contains("jp-corporate-number:1180301018771"), "{found:?}");
    let kept = world.app().organisation(&world.session("officer"), id).await.expect("there");
    assert_eq!((kept.organisation.version, kept.facts.len()), (1, 1));
}

#[tokio::test]
async fn parent_is_found_by_words_and_asked_about_where_several_are_called_so() {
    let world = World::empty().await;
    let (first, _) = (made(&world, "虚构集团东").await, made(&world, "虚构集团西").await);
    let (lone, id) = (made(&world, "架空控股").await, made(&world, "甲公司").await);
    let asked =
        save(&world, id, &[("parent-0-organisation", "虚构集团"), ("parent-0-how", "branch"), ("do", "save")]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = Document::from(asked.text.as_str());
    assert_eq!(page.select("input[name='parent-0-chosen']").length(), 2);
    let chosen = [
        ("parent-0-organisation", "虚构集团"),
        ("parent-0-how", "branch"),
        ("parent-0-chosen", &first.to_string()),
        ("do", "save"),
    ];
    assert_eq!(save(&world, id, &chosen).await.status, StatusCode::SEE_OTHER);
    let above = get(&world, Language::En, &format!("/organisations/{first}")).await.text;
    assert!(above.contains("Branches and affiliates") && above.contains("甲公司"), "{above}");
    let moved = [("parent-0-organisation", "控股"), ("do", "save")];
    assert_eq!(save(&world, id, &moved).await.status, StatusCode::SEE_OTHER);
    let view = world.app().organisation(&world.session("officer"), id).await.expect("there");
    assert_eq!(view.parent.map(|parent| parent.id), Some(lone));
    let nobody = save(&world, id, &[("parent-0-organisation", "无此机构"), ("do", "save")]).await;
    assert_eq!(errors(&nobody)[0].0, "#parent-0-organisation");
}

#[tokio::test]
async fn values_are_checked_without_being_saved() {
    let world = World::empty().await;
    let id = made(&world, "甲公司").await;
    let over =
        [("identifier-0-scheme", "jp-corporate-number"), ("identifier-0-value", "2180301018771"), ("do", "check")];
    let checked = save(&world, id, &over).await;
    assert_eq!(checked.status, StatusCode::OK);
    let page = Document::from(checked.text.as_str());
    assert_eq!(page.select("[id='identifier-0-value-hint']").text().trim(), "校验位不符");
    assert_eq!(page.select("[id='name-3-text']").length(), 1, "more rows stand below");
    let kept = world.app().organisation(&world.session("officer"), id).await.expect("there");
    assert_eq!(kept.facts.len(), 1);
}

#[tokio::test]
async fn late_change_is_told_who_was_faster_and_keeps_what_was_typed() {
    let world = World::empty().await;
    let id = made(&world, "甲公司").await;
    let late = filled(&world, id, &[("size-0-text", "小型企业"), ("do", "save")]).await;
    assert_eq!(save(&world, id, &[("size-0-text", "大型企业"), ("do", "save")]).await.status, StatusCode::SEE_OTHER);
    let answer = post(&world, &format!("/organisations/{id}/edit"), &late).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text.contains("小型企业") && answer.text.contains("officer"), "{}", answer.text);
}

#[tokio::test]
async fn industry_is_chosen_by_code_or_words_and_shown_with_its_title() {
    let world = World::empty().await;
    let id = made(&world, "甲公司").await;
    let code = [("industry-0-code", "29"), ("industry-0-scheme", "isic-4"), ("do", "save")];
    assert_eq!(save(&world, id, &code).await.status, StatusCode::SEE_OTHER);
    let words = [("industry-1-code", "烟草"), ("industry-1-scheme", "gbt-4754-2017"), ("do", "save")];
    assert_eq!(save(&world, id, &words).await.status, StatusCode::SEE_OTHER);
    let page = format!("/organisations/{id}");
    let shown = |lang, title: &'static str| {
        let (world, page) = (&world, &page);
        async move { assert!(get(world, lang, page).await.text.contains(title), "{title}") }
    };
    shown(Language::En, "Manufacture of motor vehicles, trailers").await;
    shown(Language::Ja, "自動車・トレーラ・セミトレーラ製造業").await;
    shown(Language::En, "C16</code> <bdi lang=\"zh-Hans\">烟草制品业").await;
    let several = [("industry-2-code", "機械器具"), ("industry-2-scheme", "jsic-14"), ("do", "save")];
    let asked = save(&world, id, &several).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = Document::from(asked.text.as_str());
    assert_eq!(page.select("input[name='industry-2-chosen']").length(), 8);
    let chosen = [several[0], several[1], ("industry-2-chosen", "E31"), several[2]];
    assert_eq!(save(&world, id, &chosen).await.status, StatusCode::SEE_OTHER);
    let kept = world.app().organisation(&world.session("officer"), id).await.expect("there").facts;
    let codes: Vec<_> = kept
        .into_iter()
        .filter_map(|kept| match kept.fact {
            Fact::Industry(industry) => Some(industry.code),
            _ => None,
        })
        .collect();
    assert_eq!(codes, ["C29", "C16", "E31"]);
}

#[tokio::test]
async fn timeline_has_what_is_told_in_the_order_of_its_dates() {
    let world = World::empty().await;
    for number in [3, 1, 2] {
        told(&world, number, "虚构公司").await;
    }
    let all = world.app().organisations(&world.session("officer"), &Default::default(), &Page::default()).await;
    let id = all.expect("listed").items[0].id;
    let page = Document::from(get(&world, Language::Ja, &format!("/organisations/{id}")).await.text.as_str());
    let rows = page.select("section[aria-labelledby=timeline] li");
    let dated: Vec<String> = rows
        .iter()
        .map(|row| row.select("time").attr("datetime").unwrap_or_default().to_string())
        .filter(|date| date.starts_with("2021"))
        .collect();
    let mut sorted = dated.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    assert!(dated.len() >= 3, "{}", page.select("section[aria-labelledby=timeline]").text());
    assert_eq!(dated, sorted);
    for kind in ["発表", "イベント", "案件"] {
        assert!(rows.text().contains(kind), "{kind}");
    }
}
