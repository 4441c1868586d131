//! Separating a source from an event and joining it again, through the pages.

use crate::ask::{get, post};
use crate::world::World;
use axum::http::StatusCode;
use samesky_app::Page;
use samesky_app::audit::AuditFilter;
use samesky_app::ledger::EventFilter;
use samesky_model::id::{ClaimId, EntryId, EventId};
use samesky_model::language::Language;
use samesky_model::record::RecordState;
use std::collections::BTreeSet;

async fn claims(world: &World, id: EventId) -> BTreeSet<ClaimId> {
    let view = world.app().event(&world.session("officer"), id).await.expect("the event");
    view.sources.iter().map(|row| row.claim.id).collect()
}

/// What is measured at the event, and by which entries.
async fn measured(world: &World, id: EventId) -> BTreeSet<(String, BTreeSet<EntryId>)> {
    let view = world.app().event(&world.session("officer"), id).await.expect("the event");
    let rows = view.figures.into_iter().map(|row| row.figure);
    rows.map(|figure| (figure.measure.to_string(), figure.entries.into_iter().collect())).collect()
}

/// An event of the demonstration of which several announcements tell.
async fn shared(world: &World) -> EventId {
    let filter = EventFilter { state: Some(RecordState::Active), ..EventFilter::default() };
    let rows = world.app().event_rows(&world.session("officer"), &filter, &Page::first(200)).await.expect("events");
    let found = rows.items.into_iter().max_by_key(|row| row.sources).expect("an event");
    assert!(found.sources > 1, "no event has several sources");
    found.event.id
}

#[tokio::test]
async fn separate_then_join_each_undoes_the_other() {
    let world = World::demo().await;
    let id = shared(&world).await;
    let (before, figures) = (claims(&world, id).await, measured(&world, id).await);
    let claim = *before.iter().next_back().expect("a claim");

    let answer = post(&world, &format!("/events/{id}/separate"), &format!("claim={claim}&why=two+events")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let (_, made) = answer.location.split_once("?other=").expect("the event that was made");
    let made: EventId = made.parse().expect("an identifier");
    assert!(answer.cookies.concat().contains("flash-event-separated"), "{:?}", answer.cookies);
    assert_eq!(claims(&world, made).await, BTreeSet::from([claim]));
    assert_eq!(claims(&world, id).await, &before - &BTreeSet::from([claim]));

    let page = get(&world, Language::En, &answer.location).await;
    assert!(page.text.contains(&format!("value=\"/events/{made}\"")), "the way back stands ready");

    let answer = post(&world, &format!("/events/{id}/join"), &format!("other=%2Fevents%2F{made}&why=one")).await;
    assert_eq!((answer.status, answer.location), (StatusCode::SEE_OTHER, format!("/events/{id}")));
    assert_eq!((claims(&world, id).await, measured(&world, id).await), (before, figures));
    let gone = world.app().event(&world.session("officer"), made).await.expect("it is kept");
    assert_eq!(gone.event.state, RecordState::Withdrawn);

    let filter = AuditFilter { action_prefix: Some("event.".to_owned()), ..AuditFilter::default() };
    let audit = world.app().audit(&world.session("officer"), &filter, &Page::first(20)).await.expect("an audit");
    let why: Vec<_> = audit.items.iter().filter_map(|one| Some((one.action.as_str(), one.why.as_deref()?))).collect();
    assert_eq!(why, [("event.join", "one"), ("event.separate", "two events")]);
}

#[tokio::test]
async fn join_with_what_is_no_event_says_so_and_changes_nothing() {
    let world = World::demo().await;
    let id = shared(&world).await;
    let before = claims(&world, id).await;
    for other in ["", "nothing", &id.to_string()] {
        let answer = post(&world, &format!("/events/{id}/join"), &format!("other={other}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{other}: {}", answer.text);
        assert!(answer.text.contains("id=\"other-other-error\""), "{other}: the error stands at its field");
    }
    let nobody = "00000000-0000-7000-8000-000000000000";
    let answer = post(&world, &format!("/events/{id}/join"), &format!("other={nobody}")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(claims(&world, id).await, before);
}

#[tokio::test]
async fn contested_figure_has_a_column_for_each_source_and_no_value() {
    let world = World::demo().await;
    let filter = samesky_app::figures::FigureFilter { contested_only: true, ..Default::default() };
    let session = world.session("officer");
    let found = world.app().figures(&session, &filter, &Default::default(), &Page::first(50)).await.expect("figures");
    let row = found.items.iter().find(|row| row.event.is_some()).expect("a contested figure of an event");
    let id = row.event.as_ref().expect("its event").id;
    for lang in Language::ALL {
        let page = get(&world, *lang, &format!("/events/{id}")).await;
        let (_, rest) = page.text.split_once("<table class=\"t fold compare\">").expect("the comparison");
        let table = rest.split("</table>").next().unwrap_or_default();
        for entry in &row.entries {
            assert!(table.contains(&format!("/claims/{}", entry.entry.claim)), "{lang}: a source is missing");
            assert!(
                table.contains(&format!("/announcements/{}", entry.announcement.id)),
                "{lang}: a column is missing"
            );
        }
        assert!(page.text.contains(&samesky_web::lang::tr(*lang, "records-none-chosen", &[])), "{lang}");
    }
}
