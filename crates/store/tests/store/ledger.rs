//! Events, organisations, projects and entries.

use crate::scene::scenes;
use samesky_model::date::PartialDate;
use samesky_model::reading::{EventType, OrganisationKind};
use samesky_model::record::{
    EntryKind, EventRecord, FigureEntry, OrganisationRecord, ProjectRecord, RecordState, Stage,
};
use samesky_store::entry::{self, EntryScope};
use samesky_store::event::{self, EventFilter};
use samesky_store::organisation::{self, OrganisationFilter};
use samesky_store::project::{self, ProjectFilter};
use samesky_store::{Page, StoreError};
use samesky_testkit::sample;

#[tokio::test]
async fn event_change_on_an_old_version_is_refused() {
    for scene in scenes().await {
        let announcement = scene.announcements(1, 0).await[0].id;
        let made = sample::event(&scene.ids, scene.team, announcement);
        let changed = EventRecord { version: 2, place_keys: vec!["y".to_owned(), "y".to_owned()], ..made.clone() };
        let tx = scene.store.write().await.expect("a turn");
        event::insert(&tx, &made).await.expect("inserted");
        event::update(&tx, &changed, 1).await.expect("written");
        let refused = event::update(&tx, &changed, 1).await.expect_err("must be refused");
        assert!(matches!(refused, StoreError::Conflict { kind: "event", expected: 1, found: 2, .. }), "{refused:?}");
        tx.commit().await.expect("committed");
        let (db, team) = (&scene.store, scene.team);
        assert_eq!(event::get(db, team, made.id).await.expect("there"), changed);
        let at = |key: &str| EventFilter { place_key: Some(key.to_owned()), ..EventFilter::default() };
        assert_eq!(event::list(db, team, &at("y"), &Page::default()).await.expect("listed").items, [changed]);
        assert_eq!(event::list(db, team, &at("x-city"), &Page::default()).await.expect("listed").items, []);
    }
}

#[tokio::test]
async fn event_candidates_are_of_the_kind_and_contradict_no_date() {
    for scene in scenes().await {
        let announcement = scene.announcements(1, 0).await[0].id;
        let dates = ["2020-11-19", "2020-11", "2020-12-01", "2019-11-19", "--11-19"].map(str::parse::<PartialDate>);
        let mut made: Vec<EventRecord> = Vec::new();
        for date in dates.into_iter().map(Result::ok).chain([None]) {
            made.push(EventRecord { date, ..sample::event(&scene.ids, scene.team, announcement) });
        }
        made.push(EventRecord { kind: EventType::Forum, ..sample::event(&scene.ids, scene.team, announcement) });
        let state = RecordState::Withdrawn;
        made.push(EventRecord { state, ..sample::event(&scene.ids, scene.team, announcement) });
        let tx = scene.store.write().await.expect("a turn");
        for event in &made {
            event::insert(&tx, event).await.expect("inserted");
        }
        let found = event::candidates(&tx, scene.team, EventType::Signing, "2020-11-19".parse().ok()).await;
        let right = [0, 1, 4, 5].map(|i: usize| made[i].clone());
        assert_eq!(found.expect("asked"), right, "{}", scene.database.name);
        let all = event::candidates(&tx, scene.team, EventType::Signing, None).await.expect("asked");
        assert_eq!(all, made[..6]);
    }
}

#[tokio::test]
async fn organisation_is_found_by_its_latest_keys() {
    for scene in scenes().await {
        let announcement = scene.announcements(1, 0).await[0].id;
        let made = sample::organisation(&scene.ids, scene.team, announcement);
        let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
        let tx = scene.store.write().await.expect("a turn");
        organisation::insert(&tx, &made).await.expect("inserted");
        organisation::set_keys(&tx, made.id, &keys(&["old", "kept", "kept"])).await.expect("written");
        organisation::set_keys(&tx, made.id, &keys(&["kept", "new"])).await.expect("written");
        tx.commit().await.expect("committed");
        let (db, team) = (&scene.store, scene.team);
        assert_eq!(organisation::by_names(db, team, &keys(&["old"])).await.expect("asked"), []);
        assert_eq!(
            organisation::by_names(db, team, &keys(&["kept", "new", "x"])).await.expect("asked"),
            [made.clone()]
        );
        let filter = OrganisationFilter {
            scope: samesky_model::record::Scope::Own,
            text_contains: Some("株式".to_owned()),
            kind: Some(OrganisationKind::Company),
            state: Some(RecordState::Active),
        };
        assert_eq!(organisation::list(db, team, &filter, &Page::default()).await.expect("listed").items, [made]);
    }
}

#[tokio::test]
async fn organisation_list_is_in_the_order_of_code_points() {
    for scene in scenes().await {
        let announcement = scene.announcements(1, 0).await[0].id;
        let names = ["b", "A", "a", "虚", "B", "架", "é"];
        let tx = scene.store.write().await.expect("a turn");
        for name in names {
            let names = vec![sample::name(name, announcement)];
            let one = OrganisationRecord { names, ..sample::organisation(&scene.ids, scene.team, announcement) };
            organisation::insert(&tx, &one).await.expect("inserted");
        }
        let all = organisation::list(&tx, scene.team, &OrganisationFilter::default(), &Page::default()).await;
        let order: String = all.expect("listed").items.iter().map(|one| one.names[0].text.as_str()).collect();
        assert_eq!(order, "ABabé架虚", "{}", scene.database.name);
    }
}

#[tokio::test]
async fn project_filters_let_through_what_they_say() {
    for scene in scenes().await {
        let announcement = scene.announcements(1, 0).await[0].id;
        let event = sample::event(&scene.ids, scene.team, announcement);
        let loose = sample::project(&scene.ids, scene.team, announcement);
        let stage = Some(Stage::Signed);
        let made =
            ProjectRecord { event: Some(event.id), stage, ..sample::project(&scene.ids, scene.team, announcement) };
        let tx = scene.store.write().await.expect("a turn");
        event::insert(&tx, &event).await.expect("inserted");
        project::insert(&tx, &loose).await.expect("inserted");
        project::insert(&tx, &made).await.expect("inserted");
        project::set_keys(&tx, made.id, &["k".to_owned()]).await.expect("written");
        tx.commit().await.expect("committed");
        let (db, team) = (&scene.store, scene.team);
        let all = ProjectFilter::default();
        let filters = [
            ProjectFilter { year: Some(2020), ..all.clone() },
            ProjectFilter { event: Some(event.id), stage, text_contains: Some("新材料".to_owned()), ..all.clone() },
        ];
        for filter in filters {
            assert_eq!(project::list(db, team, &filter, &Page::default()).await.expect("listed").items, [made.clone()]);
        }
        assert_eq!(project::list(db, team, &all, &Page::default()).await.expect("listed").total, 2);
        assert_eq!(project::by_names(db, team, &["k".to_owned()]).await.expect("asked"), [made.clone()]);
        assert_eq!(project::get_many(db, team, &[made.id, loose.id]).await.expect("asked"), [made, loose]);
    }
}

#[tokio::test]
async fn entry_that_is_replaced_or_taken_back_is_not_current() {
    for scene in scenes().await {
        let entries = scene.entries(3).await;
        let claims = scene.claims(entries[0].announcement).await;
        let correction = FigureEntry {
            kind: EntryKind::Correction,
            replaces: Some(entries[0].id),
            why: Some("a digit was missing".to_owned()),
            ..sample::entry(&scene.ids, &claims[0], 10)
        };
        let withdrawal = FigureEntry {
            kind: EntryKind::Withdrawal,
            replaces: Some(entries[1].id),
            ..sample::entry(&scene.ids, &claims[1], 11)
        };
        let tx = scene.store.write().await.expect("a turn");
        entry::insert(&tx, &correction).await.expect("inserted");
        entry::insert(&tx, &withdrawal).await.expect("inserted");
        tx.commit().await.expect("committed");
        let (db, team) = (&scene.store, scene.team);
        let current = entry::current(db, team, &EntryScope::All).await.expect("asked");
        assert_eq!(current, [entries[2].clone(), correction.clone()], "{}", scene.database.name);
        let scope = EntryScope::Claims(vec![claims[0].id]);
        assert_eq!(entry::current(db, team, &scope).await.expect("asked"), [correction.clone()]);
        let history = entry::of_claim(db, team, claims[0].id).await.expect("asked");
        assert_eq!(history, [entries[0].clone(), correction.clone()]);
        assert_eq!(entry::current_of_claim(db, claims[0].id).await.expect("asked"), Some(correction));
        assert_eq!(entry::current_of_claim(db, claims[1].id).await.expect("asked"), None);
    }
}

#[tokio::test]
async fn entry_is_replaced_once_at_most() {
    for scene in scenes().await {
        let entries = scene.entries(1).await;
        let claim = scene.claims(entries[0].announcement).await.remove(0);
        let again = |second| FigureEntry {
            kind: EntryKind::Correction,
            replaces: Some(entries[0].id),
            ..sample::entry(&scene.ids, &claim, second)
        };
        let tx = scene.store.write().await.expect("a turn");
        entry::insert(&tx, &again(1)).await.expect("inserted");
        assert!(entry::insert(&tx, &again(2)).await.is_err());
    }
}
