//! What each kind of somebody is answered at every address: `matrix.tsv` says, and these tests ask. A route without a row
//! fails, and so does a row without a route. `SAMESKY_MATRIX=FILE` writes what was answered, to be looked at and kept.

use crate::browser_of::Browser;
use crate::cast::{Cast, ROLES};
use crate::routes;
use axum::http::Method;
use std::collections::BTreeMap;
use std::fmt::Write;

const KEPT: &str = include_str!("matrix.tsv");
/// The rows of what is built in only when asked for.
const MORE: [(bool, &str); 2] = [
    (cfg!(feature = "passkeys"), include_str!("matrix-passkeys.tsv")),
    (cfg!(feature = "oidc"), include_str!("matrix-oidc.tsv")),
];

/// Words of the top team's records, which nobody else may see.
const SECRET_WORDS: [&str; 2] = ["架空暗号株式会社", "207.3"];

/// Asked last, in this order: they end what the others need.
const LAST: [&str; 9] = [
    "POST /api/v1/people/{id}/remove",
    "POST /api/v1/people/{id}/restore",
    "POST /api/v1/people/{id}/erase",
    "POST /people/{id}/erase",
    "POST /api/v1/attachments/{id}/remove",
    "POST /attachments/{id}/remove",
    "POST /profile/password",
    "POST /profile/sessions/{id}/end",
    "POST /sign-out",
];

/// The rows of the file: route, and the answer to each role.
fn kept() -> BTreeMap<String, Vec<u16>> {
    let more = MORE.iter().filter(|(is_built, _)| *is_built).flat_map(|(_, rows)| rows.lines());
    let rows = KEPT.lines().skip(1).chain(more).filter(|line| !line.is_empty()).map(|line| {
        let mut cells = line.split('\t');
        let route = cells.next().expect("a route").to_owned();
        (route, cells.map(|status| status.parse().expect("a status")).collect())
    });
    rows.collect()
}

#[tokio::test]
async fn every_route_answers_each_role_as_the_matrix_says() {
    let mut found: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for role in ROLES {
        let cast = Cast::new().await;
        let mut browser = cast.browser(role).await;
        for route in in_order(&cast) {
            let status = ask(&cast, &mut browser, role, &route).await;
            found.entry(route).or_default().push(status);
        }
    }
    if let Some(file) = std::env::var_os("SAMESKY_MATRIX") {
        std::fs::write(file, written(&found)).expect("written");
    }
    assert_eq!(written(&found), written(&kept()));
}

fn in_order(cast: &Cast) -> Vec<String> {
    let all = routes::all(&cast.router());
    let mut routes: Vec<_> = all.iter().filter(|route| !LAST.contains(&route.as_str())).cloned().collect();
    routes.extend(LAST.iter().filter(|route| all.contains(**route)).map(|route| (*route).to_owned()));
    routes
}

fn written(rows: &BTreeMap<String, Vec<u16>>) -> String {
    let mut text = format!("route\t{}\n", ROLES.join("\t"));
    for (route, statuses) in rows {
        let statuses: Vec<_> = statuses.iter().map(ToString::to_string).collect();
        let _ = writeln!(text, "{route}\t{}", statuses.join("\t"));
    }
    text
}

async fn ask(cast: &Cast, browser: &mut Browser, role: &str, route: &str) -> u16 {
    let (method, path) = route.split_once(' ').expect("a method and a path");
    let method: Method = if method == "ANY" { Method::GET } else { method.parse().expect("a method") };
    let address = cast.address(path);
    let (headers, body) = sent(cast, &method, path);
    let answer = browser.ask(&method, &address, &headers, body).await;
    let leaks = SECRET_WORDS.iter().find(|words| answer.text.contains(**words));
    if ["stranger", "guest", "other", "shared"].contains(&role)
        && let Some(words) = leaks
    {
        panic!("{role} reads {words} at {route}");
    }
    answer.status.as_u16()
}

/// What is sent: enough for the route to come as far as the question who may.
pub(crate) fn sent(cast: &Cast, method: &Method, path: &str) -> (Vec<(&'static str, &'static str)>, String) {
    if method == Method::GET {
        return (Vec::new(), String::new());
    }
    if !path.starts_with("/api/") {
        return (vec![("content-type", "application/x-www-form-urlencoded")], form(cast, path));
    }
    let figure = cast.figure();
    let body = match path.rsplit('/').next().unwrap_or_default() {
        "read" => r#"{"text": "虚构"}"#.to_owned(),
        "announcements" => r#"{"text": "虚构", "name": "a.txt"}"#.to_owned(),
        "people" => r#"{"native_name": {"text": "虚构"}}"#.to_owned(),
        "organisations" => r#"{"names": [{"text": "虚构", "kind": "legal"}]}"#.to_owned(),
        "accept-clear" => r#"{"seen": []}"#.to_owned(),
        "claims" => format!(r#"{{"kind": "figure", "claim": {figure}, "why": "a reason"}}"#),
        "join" => format!(r#"{{"other": "{}", "why": "a reason"}}"#, cast.address("{team}")),
        "merge" => format!(r#"{{"others": [{{"id": "{}", "version": 1}}]}}"#, cast.address("{team}")),
        "split" => r#"{"values": [0]}"#.to_owned(),
        "across" => format!(r#"{{"survivor": "{0}", "others": ["{0}"]}}"#, cast.address("{team}")),
        "organisation" => r#"{"new": true}"#.to_owned(),
        "candidates" => r#"{"names": ["虚构"]}"#.to_owned(),
        "organisation-pairs" => {
            let [one, other] = ["{team}", "{south}"].map(|id| cast.address(id));
            format!(r#"{{"one": "{one}", "other": "{other}", "answer": "apart"}}"#)
        }
        "separate" => r#"{"why": "a reason"}"#.to_owned(),
        "remove" => r#"{"why": "a reason"}"#.to_owned(),
        "shares" => format!(r#"{{"with": "{}"}}"#, cast.address("{south}")),
        "publication" | "withdraw" => r#"{"why": "a reason"}"#.to_owned(),
        "decision" => r#"{"decision": "take_back"}"#.to_owned(),
        "corrections" => format!(r#"{{"figure": {figure}, "why": "a reason"}}"#),
        _ if path.contains("/claims/") => r#"{"decision": "accept"}"#.to_owned(),
        _ => "{}".to_owned(),
    };
    (vec![("content-type", "application/json"), ("if-match", "\"99\"")], body)
}

/// A form with whatever fields the pages ask for.
fn form(cast: &Cast, path: &str) -> String {
    let south = cast.address("{south}");
    let (team, claim) = (cast.address("{team}"), cast.address("claims/{id}").replace("claims/", ""));
    let figure = "claim=figure&measure=agreements&value=15&unit=projects&quote=15";
    let claim = if path.ends_with("/claims") { figure.to_owned() } else { format!("claim={claim}") };
    format!(
        "version=0&do=accept&name=Lin&email=new%40example.org&password=short&present=x&role=officer&kind=bureau&en=East&\
         scope=read&days=30&code=000000&asks=no&team={team}&to=en&why=a+reason&text=x&other={team}&seen=&source_address=&publisher=&\
         published=&language=zh-Hans&with={south}&survivor={team}&one={team}&answer=later&organisation=new&{claim}"
    )
}

#[tokio::test]
async fn lists_and_counts_of_another_team_are_empty_and_its_records_are_not_there() {
    let cast = Cast::new().await;
    let (mut own, mut other) = (cast.browser("officer").await, cast.browser("other").await);
    for list in ["announcements", "events", "organisations", "figures", "entries", "checks", "imports"] {
        let address = format!("/api/v1/{list}");
        let items = |text: &str| {
            let page: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
            page["items"].as_array().map(Vec::len)
        };
        assert!(items(&own.get(&address).await.text).is_some_and(|count| count > 0), "{list}");
        assert_eq!(items(&other.get(&address).await.text), Some(0), "{list}");
        let one = cast.address(&format!("/api/v1/{list}/{{id}}"));
        let hidden = other.get(&one).await;
        let missing = other.get(&one.replace(&one[one.len() - 8..], "00000000")).await;
        assert_eq!((hidden.status, hidden.text.len()), (missing.status, missing.text.len()), "{list}");
    }
    let counts = other.get("/api/v1/overview").await.text;
    assert!(!counts.contains("20730000000"), "{counts}");
}
