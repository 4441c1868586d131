//! Pages and cursors, and how many statements a list takes.

use crate::scene::{Scene, scenes};
use samesky_model::record::{Announcement, Figure};
use samesky_store::announcement::{self, AnnouncementFilter, AnnouncementSort};
use samesky_store::audit::{self, AuditFilter};
use samesky_store::check::{self, CheckFilter};
use samesky_store::claim::{self, ClaimFilter};
use samesky_store::entry::{self, EntryFilter};
use samesky_store::event::{self, EventFilter};
use samesky_store::figure::{self, FigureFilter, FigureSort};
use samesky_store::organisation::{self, OrganisationFilter};
use samesky_store::project::{self, ProjectFilter};
use samesky_store::{Page, PageOf, Store, StoreError, import};
use samesky_testkit::sample;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

async fn page(scene: &Scene, filter: &AnnouncementFilter, after: Option<String>) -> PageOf<Announcement> {
    announcement::list(&scene.store, scene.team, filter, &Page { after, limit: 3 }).await.expect("listed")
}

#[tokio::test]
async fn page_forth_and_back_sees_every_item_once() {
    for scene in scenes().await {
        let kept = scene.announcements(8, 0).await;
        for (sort, descending) in
            [(AnnouncementSort::Imported, true), (AnnouncementSort::Published, false), (AnnouncementSort::Title, true)]
        {
            let filter = AnnouncementFilter { sort, descending, ..AnnouncementFilter::default() };
            let first = page(&scene, &filter, None).await;
            let second = page(&scene, &filter, first.next.clone()).await;
            let third = page(&scene, &filter, second.next.clone()).await;
            let all: Vec<_> = [&first, &second, &third].into_iter().flat_map(|page| page.items.clone()).collect();
            let mut right = kept.clone();
            if descending {
                right.reverse();
            }
            assert_eq!(all, right, "{sort:?} on {}", scene.database.name);
            assert_eq!((first.previous.clone(), third.next.clone(), first.total, third.total), (None, None, 8, 8));
            let back = page(&scene, &filter, third.previous).await;
            assert_eq!(back, second);
            assert_eq!(page(&scene, &filter, back.previous).await, first);
        }
    }
}

#[tokio::test]
async fn page_a_new_record_does_not_shift_the_next_one() {
    for scene in scenes().await {
        let kept = scene.announcements(5, 0).await;
        let filter = AnnouncementFilter::default();
        let first = page(&scene, &filter, None).await;
        let tx = scene.store.write().await.expect("a turn");
        let newer = sample::announcement(&scene.ids, scene.team, kept[0].import, 99);
        announcement::insert(&tx, &newer, &sample::text(99), b"").await.expect("inserted");
        tx.commit().await.expect("committed");
        let second = page(&scene, &filter, first.next).await;
        assert_eq!(second.items, [kept[1].clone(), kept[0].clone()]);
    }
}

#[tokio::test]
async fn page_cursor_of_another_list_is_refused() {
    for scene in scenes().await {
        scene.announcements(4, 4).await;
        let by_title = AnnouncementFilter { sort: AnnouncementSort::Title, ..AnnouncementFilter::default() };
        let other = page(&scene, &by_title, None).await.next.expect("a cursor");
        for wrong in [other.as_str(), "", "%", "bm9uc2Vuc2U", "Zjo6Og"] {
            let asked = Page { after: Some(wrong.to_owned()), limit: 3 };
            let refused = announcement::list(&scene.store, scene.team, &AnnouncementFilter::default(), &asked).await;
            assert!(matches!(refused, Err(StoreError::BadCursor(said)) if said == wrong));
        }
    }
}

#[tokio::test]
async fn page_limit_is_held_between_1_and_500() {
    for scene in scenes().await {
        scene.announcements(2, 0).await;
        let mut found = Vec::new();
        for limit in [0, u64::MAX] {
            let asked = Page { after: None, limit };
            let page = announcement::list(&scene.store, scene.team, &AnnouncementFilter::default(), &asked).await;
            found.push(page.expect("listed").items.len());
        }
        assert_eq!(found, [1, 2]);
    }
}

#[tokio::test]
async fn list_takes_as_many_statements_for_three_items_as_for_one() {
    for scene in scenes().await {
        fill(&scene, 1).await;
        let one = statements(&scene).await;
        fill(&scene, 3).await;
        assert_eq!(statements(&scene).await, one, "{}", scene.database.name);
        let most = one.iter().map(|(_, count)| *count).max();
        assert_eq!(most, Some(3), "{one:?}");
    }
}

async fn fill(scene: &Scene, count: usize) {
    for _ in 0..count {
        let import = scene.import().await;
        let number = i64::from(scene.ids.next::<uuid::Uuid>().as_fields().1);
        let one = sample::announcement(&scene.ids, scene.team, import.id, number);
        let claims = [1, 2].map(|ordinal| sample::claim(&scene.ids, scene.team, one.id, ordinal));
        let entry = sample::entry(&scene.ids, &claims[0], 1);
        let figure: Figure = sample::figure(&scene.ids, &entry);
        let tx = scene.store.write().await.expect("a turn");
        announcement::insert(&tx, &one, &sample::text(number), b"").await.expect("inserted");
        claim::insert_many(&tx, &claims).await.expect("inserted");
        entry::insert(&tx, &entry).await.expect("inserted");
        figure::replace(&tx, scene.team, &[], &[figure], &[]).await.expect("replaced");
        event::insert(&tx, &sample::event(&scene.ids, scene.team, one.id)).await.expect("inserted");
        organisation::insert(&tx, &sample::organisation(&scene.ids, scene.team, one.id)).await.expect("inserted");
        project::insert(&tx, &sample::project(&scene.ids, scene.team, one.id)).await.expect("inserted");
        tx.commit().await.expect("committed");
    }
}

async fn statements(scene: &Scene) -> Vec<(&'static str, usize)> {
    let count = Arc::new(AtomicUsize::new(0));
    let counting = count.clone();
    let store = scene.store.clone().watched(move |_| {
        counting.fetch_add(1, Ordering::Relaxed);
    });
    let mut found = Vec::new();
    for list in
        ["announcement", "audit", "check", "claim", "entry", "event", "figure", "import", "organisation", "project"]
    {
        count.store(0, Ordering::Relaxed);
        run(&store, scene, list).await.expect("listed");
        found.push((list, count.load(Ordering::Relaxed)));
    }
    found
}

async fn run(db: &Store, scene: &Scene, list: &str) -> Result<i64, StoreError> {
    let (team, page) = (scene.team, Page::default());
    Ok(match list {
        "announcement" => announcement::list(db, team, &AnnouncementFilter::default(), &page).await?.total,
        "audit" => audit::list(db, team, &AuditFilter::default(), &page).await?.total,
        "check" => check::list(db, team, &CheckFilter::default(), &page).await?.total,
        "claim" => claim::list_all(db, team, &ClaimFilter::default(), &page).await?.total,
        "entry" => entry::list(db, team, &EntryFilter::default(), &page).await?.total,
        "event" => event::list(db, team, &EventFilter::default(), &page).await?.total,
        "figure" => figure::list(db, team, &FigureFilter::default(), &FigureSort::default(), &page).await?.total,
        "import" => import::list(db, team, &page).await?.total,
        "organisation" => organisation::list(db, team, &OrganisationFilter::default(), &page).await?.total,
        _ => project::list(db, team, &ProjectFilter::default(), &page).await?.total,
    })
}
