//! Files beside records: the bytes once for each team, in pieces, and gone with the last that rests on them.

use crate::scene::{Scene, scenes};
use samesky_model::record::{Attachment, RecordKind};
use samesky_store::{StoreError, Tx, attachment, team};
use samesky_testkit::sample;
use uuid::Uuid;

async fn kept(scene: &Scene, tx: &Tx, record: Uuid) -> Attachment {
    let one = sample::attachment(&scene.ids, scene.team, record);
    let content = match attachment::content_by_hash(tx, scene.team, &one.sha256).await.expect("asked") {
        Some(known) => known,
        None => {
            let id = scene.ids.next();
            attachment::insert_content(tx, id, &one).await.expect("inserted");
            for (ordinal, piece) in (1..).zip([vec![0x25, 0], vec![0xff]]) {
                attachment::insert_piece(tx, scene.team, id, ordinal, piece).await.expect("inserted");
            }
            id
        }
    };
    attachment::insert(tx, &one, content).await.expect("inserted");
    one
}

#[tokio::test]
async fn content_is_kept_once_and_goes_with_the_last_attachment() {
    for scene in scenes().await {
        let (event, other) = (scene.ids.next(), scene.ids.next());
        let tx = scene.store.write().await.expect("a turn");
        let (one, two) = (kept(&scene, &tx, event).await, kept(&scene, &tx, other).await);
        tx.commit().await.expect("committed");
        let (db, team) = (&scene.store, scene.team);
        let listed = attachment::of_record(db, team, RecordKind::Event, event).await.expect("listed");
        assert_eq!(listed, [one.clone()], "{}", scene.database.name);
        let none = attachment::of_record(db, team, RecordKind::Project, event).await.expect("listed");
        assert_eq!(none, []);
        let mut pieces = Vec::new();
        for ordinal in 1..=3 {
            pieces.push(attachment::piece(db, team, two.id, ordinal).await.expect("read"));
        }
        assert_eq!(pieces, [Some(vec![0x25, 0]), Some(vec![0xff]), None]);

        let tx = scene.store.write().await.expect("a turn");
        attachment::remove(&tx, team, one.id).await.expect("removed");
        assert!(attachment::content_by_hash(&tx, team, &one.sha256).await.expect("asked").is_some());
        assert_eq!(attachment::get(&tx, team, two.id).await.expect("there"), two);
        attachment::remove(&tx, team, two.id).await.expect("removed");
        assert_eq!(attachment::content_by_hash(&tx, team, &one.sha256).await.expect("asked"), None);
        let gone = attachment::remove(&tx, team, two.id).await.expect_err("it is gone");
        assert!(matches!(gone, StoreError::NotFound { kind: "attachment", .. }), "{gone:?}");
        tx.commit().await.expect("committed");
    }
}

#[tokio::test]
async fn attachment_of_another_team_is_not_there() {
    for scene in scenes().await {
        let other = sample::team(&scene.ids);
        let tx = scene.store.write().await.expect("a turn");
        team::insert(&tx, &other).await.expect("inserted");
        let one = kept(&scene, &tx, scene.ids.next()).await;
        assert_eq!(attachment::content_by_hash(&tx, other.id, &one.sha256).await.expect("asked"), None);
        for error in [
            attachment::get(&tx, other.id, one.id).await.expect_err("hidden"),
            attachment::piece(&tx, other.id, one.id, 1).await.expect_err("hidden"),
            attachment::remove(&tx, other.id, one.id).await.expect_err("hidden"),
        ] {
            assert!(matches!(error, StoreError::NotFound { kind: "attachment", .. }), "{error:?}");
        }
    }
}
