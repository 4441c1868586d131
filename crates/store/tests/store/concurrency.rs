//! Many at once.

use crate::scene::{Scene, scenes};
use samesky_model::record::Import;
use samesky_store::{StoreError, claim, import, team};
use samesky_testkit::sample;
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_that_read_first_all_succeed() {
    for scene in scenes().await {
        let counter = scene.import().await;
        let mut writers = JoinSet::new();
        for _ in 0..8 {
            let (store, team, id) = (scene.store.clone(), scene.team, counter.id);
            writers.spawn(async move {
                for _ in 0..50 {
                    let tx = store.write().await?;
                    let now = import::get(&tx, team, id).await?;
                    import::update(&tx, &Import { done: now.done + 1, ..now }).await?;
                    tx.commit().await?;
                }
                Ok::<(), StoreError>(())
            });
        }
        while let Some(done) = writers.join_next().await {
            done.expect("a writer ran").expect("no write may fail");
        }
        let counted = import::get(&scene.store, scene.team, counter.id).await.expect("there").done;
        assert_eq!(counted, 400, "{}", scene.database.name);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_of_two_programs_wait_for_one_another() {
    for scene in scenes().await {
        let counter = scene.import().await;
        let other = samesky_store::Store::open(&scene.database.url, &Default::default()).await.expect("opens");
        let mut writers = JoinSet::new();
        for store in [scene.store.clone(), other] {
            let (team, id) = (scene.team, counter.id);
            writers.spawn(async move {
                for _ in 0..50 {
                    let tx = store.write().await?;
                    let now = import::get(&tx, team, id).await?;
                    import::update(&tx, &Import { done: now.done + 1, ..now }).await?;
                    tx.commit().await?;
                }
                Ok::<(), StoreError>(())
            });
        }
        while let Some(done) = writers.join_next().await {
            done.expect("a writer ran").expect("no write may fail");
        }
        let counted = import::get(&scene.store, scene.team, counter.id).await.expect("there").done;
        assert_eq!(counted, 100, "{}", scene.database.name);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_decisions_on_one_version_one_wins() {
    for scene in scenes().await {
        let announcement = scene.announcements(1, 1).await[0].id;
        let claim = scene.claims(announcement).await.remove(0);
        let mut officers = JoinSet::new();
        for second in [1, 2] {
            let (store, team, decision) = (scene.store.clone(), scene.team, sample::acceptance(&claim, second));
            officers.spawn(async move {
                let tx = store.write().await?;
                claim::decide(&tx, team, &decision, 0).await?;
                tx.commit().await
            });
        }
        let (mut won, mut lost) = (0, 0);
        while let Some(done) = officers.join_next().await {
            match done.expect("an officer") {
                Ok(()) => won += 1,
                Err(StoreError::Conflict { expected: 0, found: 1, .. }) => lost += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((won, lost), (1, 1), "{}", scene.database.name);
    }
}

#[tokio::test]
async fn snapshot_does_not_see_what_is_committed_later() {
    for scene in scenes().await {
        let view = scene.store.snapshot().await.expect("a view");
        let import = scene.import().await;
        let seen = import::get(&view, scene.team, import.id).await;
        assert!(matches!(seen, Err(StoreError::NotFound { .. })), "{}", scene.database.name);
        assert_eq!(import::get(&scene.store, scene.team, import.id).await.expect("there"), import);
    }
}

#[tokio::test]
async fn transaction_that_is_dropped_leaves_no_trace() {
    for scene in scenes().await {
        let import = sample::import(&scene.ids, scene.team);
        let tx = scene.store.write().await.expect("a turn");
        import::insert(&tx, &import, &[]).await.expect("inserted");
        drop(tx);
        assert!(import::get(&scene.store, scene.team, import.id).await.is_err());
        assert_eq!(write_once(&scene).await, 0);
    }
}

async fn write_once(scene: &Scene) -> i64 {
    let tx = scene.store.write().await.expect("the turn came back");
    team::insert(&tx, &sample::team(&scene.ids)).await.expect("inserted");
    tx.commit().await.expect("committed");
    import::list(&scene.store, scene.team, &Default::default()).await.expect("listed").total
}
