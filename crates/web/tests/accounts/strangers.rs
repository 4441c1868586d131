//! What another team reads of an organisation that is shared with it, at every address that takes one: four things and no more.

use crate::browser_of::Browser;
use crate::cast::Cast;
use crate::matrix::sent;
use crate::routes;
use axum::http::Method;
use samesky_model::record::Role;

/// Said of the organisation beside names, kind, country/region, places and numbers; each once in the whole house.
const HIDDEN: [&str; 14] = [
    "zreading",
    "zindustry",
    "zsize",
    "zwebsite",
    "zemail",
    "70023409",
    "zaddress",
    "zzone",
    "zlist",
    "znote",
    "zperson",
    "zheadline",
    "zpublisher",
    "88.625",
];
const NAME: &str = "架空参展有限公司";
const NUMBER: &str = "1180301018771";

const SAID: &str = r#"{
    "names": [{"text": "架空参展有限公司", "language": "zh-Hans", "kind": "legal", "reading": "zreading"}],
    "country": "CN", "places": ["成都"], "identifiers": [{"scheme": "jp-corporate-number", "value": "1180301018771"}],
    "industries": [{"scheme": "words", "code": "zindustry"}], "size": "zsize", "websites": ["https://zwebsite.example.org/"],
    "emails": ["zemail@example.org"], "phones": ["+86 70023409"], "addresses": ["zaddress 1"],
    "zones": [{"name": "zzone"}], "rankings": [{"list": "zlist", "year": 2024, "rank": 7}], "notes": ["znote"]
}"#;

/// The organisation, and an owner of a team that it is shared with.
async fn shown(cast: &Cast) -> (String, Browser) {
    let mut owner = cast.browser("owner").await;
    let json = [("content-type", "application/json")];
    let made = owner.ask(&Method::POST, "/api/v1/organisations", &json, SAID.to_owned()).await;
    assert!(made.status.is_success(), "{}", made.text);
    let made: serde_json::Value = serde_json::from_str(&made.text).expect("JSON");
    let id = made["id"].as_str().expect("an identifier").to_owned();
    let person = r#"{"native_name": {"text": "zperson"}}"#.to_owned();
    let person = owner.ask(&Method::POST, &format!("/api/v1/organisations/{id}/people"), &json, person).await;
    assert!(person.status.is_success(), "{}", person.text);
    let text = format!("zheadline\n{NAME}在成都投资88.625亿元。");
    let told = cast.world().announce("z.txt", "zpublisher", &text).await;
    cast.world().accept_all(told).await;
    let stated = figure(cast, &text);
    let stated = owner.ask(&Method::POST, &format!("/api/v1/announcements/{told}/claims"), &json, stated).await;
    assert!(stated.status.is_success(), "{}", stated.text);
    let page = owner.get(&format!("/organisations/{id}")).await.text;
    let own = page + &owner.get(&format!("/api/v1/organisations/{id}")).await.text;
    for words in HIDDEN {
        assert!(own.contains(words), "{words} is not on the own page: {own}");
    }
    let with = format!(r#"{{"with": "{}"}}"#, cast.address("{south}"));
    let shared = owner.ask(&Method::POST, &format!("/api/v1/records/organisation/{id}/shares"), &json, with).await;
    assert!(shared.status.is_success(), "{}", shared.text);
    let south = cast.address("{south}").parse().expect("an identifier");
    (id, cast.signed_in(&cast.member(south, Role::Owner).await))
}

/// The figure of the text, as an officer finds it: the organisation's own.
fn figure(cast: &Cast, text: &str) -> String {
    let (quote, at) = ("88.625亿元", text.find("88.625").expect("the figure"));
    let start = text[..at].chars().count();
    let mut figure: serde_json::Value = serde_json::from_str(cast.figure()).expect("JSON");
    let said = [
        ("value", "8862500000".into()),
        ("quote", quote.into()),
        ("start", start.into()),
        ("end", (start + quote.chars().count()).into()),
        ("organisation", NAME.into()),
        ("event", serde_json::Value::Null),
        ("project", serde_json::Value::Null),
        ("spans", serde_json::Value::Array(Vec::new())),
    ];
    for (field, value) in said {
        figure[field] = value;
    }
    serde_json::json!({ "kind": "figure", "claim": figure, "why": "a reason" }).to_string()
}

/// Every address, with this organisation where one may stand.
fn addresses(cast: &Cast, id: &str) -> Vec<(Method, String, String)> {
    let mut all = Vec::new();
    for route in routes::all(&cast.router()) {
        let (method, path) = route.split_once(' ').expect("a method and a path");
        let method: Method = if method == "ANY" { Method::GET } else { method.parse().expect("a method") };
        // These end the session that asks.
        if method != Method::GET && (path.contains("sign") || path.starts_with("/profile")) {
            continue;
        }
        let filled = path.replace("{kind}", "organisation").replace("{id}", id);
        all.push((method.clone(), path.to_owned(), cast.address(&filled)));
        if method == Method::GET && !path.contains('{') {
            for query in ["scope=all", "scope=shared", "scope=all&sort=newest"] {
                all.push((method.clone(), path.to_owned(), format!("{path}?{query}")));
            }
            all.push((method.clone(), path.to_owned(), format!("{path}?scope=all&organisation={id}")));
            all.push((method, path.to_owned(), format!("{path}?q=1180301018771&text=1180301018771&scope=all")));
        }
    }
    all
}

#[tokio::test]
async fn no_address_tells_another_team_more_of_a_shared_organisation_than_four_things() {
    let cast = Cast::new().await;
    let (id, mut other) = shown(&cast).await;
    let mut asked = 0;
    for (method, path, address) in addresses(&cast, &id) {
        let (headers, body) = sent(&cast, &method, &path);
        let answer = other.ask(&method, &address, &headers, body).await;
        asked += 1;
        for words in HIDDEN {
            assert!(!answer.text.contains(words), "{words} at {method} {address}: {}", answer.text);
        }
    }
    assert!(asked > 300, "{asked} addresses");
}

#[tokio::test]
async fn four_things_of_a_shared_organisation_are_told_on_its_page_in_the_list_and_by_the_api() {
    let cast = Cast::new().await;
    let (id, mut other) = shown(&cast).await;
    let page = other.get(&format!("/shared/organisation/{id}")).await.text;
    for words in [NAME, NUMBER, "Chengdu"] {
        assert!(page.contains(words), "{words} is not on the page: {page}");
    }
    for address in [
        format!("/api/v1/shared/organisation/{id}"),
        format!("/api/v1/organisations/search?text={NUMBER}&scope=shared"),
        "/api/v1/organisations/search?place=%E6%88%90%E9%83%BD&scope=all".to_owned(),
    ] {
        let text = other.get(&address).await.text;
        for words in [NAME, NUMBER, "成都"] {
            assert!(text.contains(words), "{words} is not at {address}: {text}");
        }
    }
    let list = other.get(&format!("/organisations?q={NUMBER}&scope=shared")).await.text;
    assert!(list.contains(NAME) && list.contains("Shared by"), "{list}");
}
