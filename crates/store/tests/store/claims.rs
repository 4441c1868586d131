//! Claims and decisions.

use crate::scene::scenes;
use samesky_model::record::{ClaimKind, ClaimRecord, ClaimState};
use samesky_store::claim::{self, ClaimFilter};
use samesky_store::{Page, StoreError};
use samesky_testkit::sample;
use uuid::Uuid;

#[tokio::test]
async fn claim_decision_is_added_and_the_claim_stands_so() {
    for scene in scenes().await {
        let announcement = scene.announcements(1, 2).await[0].id;
        let before = scene.claims(announcement).await.remove(0);
        let decision = sample::acceptance(&before, 9);
        let tx = scene.store.write().await.expect("a turn");
        claim::decide(&tx, scene.team, &decision, 0).await.expect("decided");
        tx.commit().await.expect("committed");
        let decided = Some(decision.stamp.clone());
        let after = ClaimRecord { version: 1, state: ClaimState::Accepted, decided, ..before };
        let (db, team) = (&scene.store, scene.team);
        assert_eq!(claim::get(db, team, after.id).await.expect("there"), after);
        assert_eq!(claim::decisions(db, team, after.id).await.expect("there"), [decision]);
        assert_eq!(claim::get_many(db, team, &[sample::nowhere(), after.id]).await.expect("there"), [after]);
    }
}

#[tokio::test]
async fn claim_decision_on_an_old_version_is_refused_and_leaves_nothing() {
    for scene in scenes().await {
        let announcement = scene.announcements(1, 1).await[0].id;
        let claim = scene.claims(announcement).await.remove(0);
        let tx = scene.store.write().await.expect("a turn");
        claim::decide(&tx, scene.team, &sample::acceptance(&claim, 1), 0).await.expect("decided");
        let refused = claim::decide(&tx, scene.team, &sample::acceptance(&claim, 2), 0).await.expect_err("refused");
        assert!(matches!(refused, StoreError::Conflict { kind: "claim", expected: 0, found: 1, .. }), "{refused:?}");
        tx.commit().await.expect("committed");
        let decisions = claim::decisions(&scene.store, scene.team, claim.id).await.expect("there");
        assert_eq!(decisions, [sample::acceptance(&claim, 1)]);
    }
}

#[tokio::test]
async fn claim_record_leads_back_to_the_announcements() {
    for scene in scenes().await {
        let kept = scene.announcements(3, 2).await;
        let record = Uuid::from_u128(5);
        let tx = scene.store.write().await.expect("a turn");
        for announcement in [&kept[2], &kept[0]] {
            for claim in scene.claims(announcement.id).await {
                claim::decide(&tx, scene.team, &sample::acceptance(&claim, 1), 0).await.expect("decided");
                claim::set_record(&tx, claim.id, Some(record)).await.expect("written");
            }
        }
        let pending = scene.claims(kept[1].id).await.remove(0);
        claim::set_record(&tx, pending.id, Some(record)).await.expect("written");
        tx.commit().await.expect("committed");
        let (db, team) = (&scene.store, scene.team);
        assert_eq!(claim::sources(db, team, record).await.expect("asked"), [kept[0].id, kept[2].id]);
        assert_eq!(claim::source_counts(db, team, &[record, Uuid::nil()]).await.expect("asked"), [(record, 2)]);
        assert_eq!(claim::by_record(db, team, record).await.expect("asked").len(), 5);
    }
}

#[tokio::test]
async fn claim_list_all_filters_by_kind_and_state() {
    for scene in scenes().await {
        let kept = scene.announcements(2, 2).await;
        let filter = ClaimFilter {
            announcement: Some(kept[1].id),
            kind: Some(ClaimKind::Figure),
            state: Some(ClaimState::Pending),
        };
        let (db, team) = (&scene.store, scene.team);
        let found = claim::list_all(db, team, &filter, &Page::default()).await.expect("listed");
        assert_eq!(found.items, scene.claims(kept[1].id).await);
        let none = ClaimFilter { kind: Some(ClaimKind::Event), ..filter };
        assert_eq!(claim::list_all(db, team, &none, &Page::default()).await.expect("listed").items, []);
    }
}
