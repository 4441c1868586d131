use crate::support::{World, event, figure, place, worlds};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

/// Two announcements of one event whose figures differ.
struct Told {
    first: Value,
    figure: Value,
    other: Value,
}

async fn told(world: &World) -> Told {
    let a = world.announce("a").await;
    let first = world.claim(&a, "event", event("ipsum", "架空市大阪签约会")).await;
    let local = first["current"]["id"].clone();
    let with_event = |mut claim: Value, local: &Value| {
        claim["event"] = local.clone();
        claim
    };
    let figure_claim = world.claim(&a, "figure", with_event(figure("dolor", "8640000000"), &local)).await;
    let (start, end) = place("elit");
    let company =
        json!({"name": "架空重工业有限公司", "kind": "company", "aliases": ["架空重工"], "start": start, "end": end});
    world.claim(&a, "organisation", company).await;
    let (start, end) = place("tempor");
    let project = json!({
        "name": "架空电池项目", "organisations": ["架空重工业有限公司"], "place": "架空市", "event": local,
        "industries": ["C27"], "start": start, "end": end,
    });
    world.claim(&a, "project", project).await;
    let mut paid = figure("incididunt", "300000000");
    paid["measure"] = json!("fdi_actual");
    paid["money_class"] = json!("paid_in");
    paid["period"] = json!("2020");
    paid["flow"] = json!("flow");
    world.claim(&a, "figure", paid).await;
    let b = world.announce("b").await;
    let other = world.claim(&b, "event", event("amet", "架空市大阪签约会")).await;
    world.claim(&b, "figure", with_event(figure("sed", "8650000000"), &other["current"]["id"])).await;
    Told { first, figure: figure_claim, other }
}

fn id(value: &Value) -> &str {
    value.as_str().expect("an identifier")
}

#[tokio::test]
async fn ledger_every_address_answers_whole() {
    for world in worlds().await {
        let told = told(&world).await;
        let _ = world.plain(&world.get("/api/v1/audit").await);
        for list in ["events", "organisations", "projects", "figures", "entries"] {
            let answer = world.get(&format!("/api/v1/{list}")).await;
            assert_json_snapshot!(list, world.plain(&answer));
            let first = answer.json()["items"][0]["id"].clone();
            let one = world.get(&format!("/api/v1/{list}/{}", id(&first))).await;
            assert_json_snapshot!(format!("{list}_one"), world.plain(&one));
        }
        for (name, path) in [
            ("totals", "/api/v1/figures/totals"),
            ("checks", "/api/v1/checks"),
            ("overview", "/api/v1/overview?year=2021"),
            ("team", "/api/v1/team"),
            ("audit", "/api/v1/audit?limit=2&action=claim."),
        ] {
            assert_json_snapshot!(name, world.plain(&world.get(path).await));
        }
        assert_eq!(told.first["record"], told.other["record"], "one event, told of twice");
        assert_eq!(told.figure["state"], "accepted");
    }
}

#[tokio::test]
async fn events_are_separated_and_joined_again() {
    for world in worlds().await {
        let told = told(&world).await;
        let event = id(&told.first["record"]).to_owned();
        let claim = id(&told.other["id"]);
        let separated = world.post(&format!("/api/v1/claims/{claim}/separate"), json!({"why": "another day"})).await;
        assert_json_snapshot!("separated", world.plain(&separated));
        let other = separated.json()["event"].clone();
        assert_ne!(other, json!(event));
        let joined =
            world.post(&format!("/api/v1/events/{event}/join"), json!({"other": other, "why": "the same"})).await;
        assert_eq!((joined.status.as_u16(), joined.text()), (204, String::new()));
        let gone = world.get(&format!("/api/v1/events/{}", id(&other))).await.json();
        assert_eq!(gone["state"], "withdrawn");
        let itself = world.post(&format!("/api/v1/events/{event}/join"), json!({"other": event})).await;
        assert_eq!((itself.status.as_u16(), itself.json()["errors"][0]["problem"].clone()), (422, json!("same-event")));
    }
}

#[tokio::test]
async fn entry_is_corrected_by_another_and_stays() {
    for world in worlds().await {
        let told = told(&world).await;
        let entries = world.get("/api/v1/entries").await.json();
        let entry =
            entries["items"].as_array().expect("entries").iter().find(|entry| entry["claim"] == told.figure["id"]);
        let entry = entry.expect("the entry of the claim").clone();
        let path = format!("/api/v1/entries/{}/corrections", id(&entry["id"]));
        let mut correction = entry["figure"].clone();
        correction["value"] = json!("8650000000");
        let made = world.post(&path, json!({"figure": correction, "why": "the source was corrected"})).await;
        assert_json_snapshot!("entry_corrected", world.plain(&made));
        let again = world.post(&path, json!({"figure": correction, "why": "twice"})).await;
        assert_eq!(again.problem(), (409, "conflict".to_owned()));
        assert_eq!(world.get(&format!("/api/v1/entries/{}", id(&entry["id"]))).await.json()["figure"], entry["figure"]);
        assert_eq!(world.get("/api/v1/entries").await.json()["total"], 3);
        assert_eq!(world.get("/api/v1/entries?include_replaced=true").await.json()["total"], 4);
    }
}
