//! Imports and the audit.

use crate::audit_chain::salt;
use crate::scene::scenes;
use samesky_model::record::{
    Actor, ActorKind, AuditRecord, FileOutcome, Import, ImportFile, ImportState, Origin, RecordKind,
};
use samesky_model::remark::{Remark, RemarkCode};
use samesky_store::audit::{self, AuditFilter};
use samesky_store::import::lease;
use samesky_store::{Page, import};
use samesky_testkit::sample;
use std::time::Duration;
use uuid::Uuid;

#[tokio::test]
async fn import_progress_keeps_a_request_to_stop() {
    for scene in scenes().await {
        let import = scene.import().await;
        let (db, team) = (&scene.store, scene.team);
        let tx = scene.store.write().await.expect("a turn");
        import::request_cancel(&tx, team, import.id).await.expect("asked");
        import::update(&tx, &Import { done: 1, ..import.clone() }).await.expect("written");
        let remarks = vec![Remark::new(RemarkCode::BadBytes, &[("encoding", "GBK"), ("count", "3")])];
        let file = ImportFile { outcome: FileOutcome::Refused, remarks, ..sample::import_file(1) };
        import::update_file(&tx, import.id, &file).await.expect("written");
        tx.commit().await.expect("committed");
        let now = Import { done: 1, cancel_requested: true, ..import };
        assert_eq!(import::get(db, team, now.id).await.expect("there"), now);
        assert!(import::cancel_requested(db, now.id).await.expect("asked"));
        assert_eq!(import::files(db, team, now.id).await.expect("there"), [file]);
    }
}

#[tokio::test]
async fn import_is_abandoned_when_nobody_says_in_time_that_they_run_it() {
    for scene in scenes().await {
        let (finished, silent, late, held) =
            (scene.import().await, scene.import().await, scene.import().await, scene.import().await);
        let ended = Import { state: ImportState::Finished, finished_at: Some(sample::stamp(9).at), ..finished };
        let tx = scene.store.write().await.expect("a turn");
        import::update(&tx, &ended).await.expect("written");
        lease::hold(&tx, held.id, Duration::from_secs(600)).await.expect("held");
        lease::hold(&tx, late.id, Duration::from_secs(600)).await.expect("held");
        lease::hold(&tx, late.id, Duration::ZERO).await.expect("held again");
        assert_eq!(lease::abandoned(&tx).await.expect("listed"), [silent, late]);
        assert!(lease::is_running(&tx, held.id).await.expect("asked"));
        assert!(!lease::is_running(&tx, ended.id).await.expect("asked"));
        lease::release(&tx, held.id).await.expect("released");
        assert_eq!(lease::abandoned(&tx).await.expect("listed").len(), 3);
        tx.commit().await.expect("committed");
    }
}

#[tokio::test]
async fn audit_filters_let_through_what_they_say() {
    for scene in scenes().await {
        let actions = ["claim.accept", "claim.undo", "claimXaccept", "event.join"];
        let mut records: Vec<AuditRecord> = Vec::new();
        let tx = scene.store.write().await.expect("a turn");
        for (second, action) in (1..).zip(actions) {
            let record = AuditRecord {
                id: scene.ids.next(),
                team: scene.team,
                stamp: sample::stamp(second),
                actor: Actor::without_account(ActorKind::Local),
                origin: Origin::default(),
                action: action.to_owned(),
                record_kind: if action == "event.join" { RecordKind::Event } else { RecordKind::Claim },
                record: Uuid::from_u128(second.unsigned_abs().into()),
                before: None,
                after: Some("{\"b\":[1,\"2\\u0000\"],\"a\":null}".parse().expect("JSON")),
                why: Some("虚构".to_owned()),
                link: None,
            };
            audit::append(&tx, &record, &salt).await.expect("added");
            records.insert(0, record);
        }
        tx.commit().await.expect("committed");
        let all = AuditFilter::default();
        let filters = [
            all.clone(),
            AuditFilter { action_prefix: Some("claim.".to_owned()), ..all.clone() },
            AuditFilter { record: Some(Uuid::from_u128(3)), ..all.clone() },
            AuditFilter { record_kind: Some(RecordKind::Event), by: Some("officer".to_owned()), ..all.clone() },
            AuditFilter { from: Some(sample::stamp(2).at), to: Some(sample::stamp(4).at), ..all.clone() },
            AuditFilter { by: Some("nobody".to_owned()), ..all },
        ];
        let mut found = Vec::new();
        for filter in filters {
            let listed = audit::list(&scene.store, scene.team, &filter, &Page::default()).await.expect("listed").items;
            found.push(listed.into_iter().map(|one| AuditRecord { link: None, ..one }).collect::<Vec<_>>());
        }
        let of = |range: &[usize]| range.iter().map(|i| records[*i].clone()).collect::<Vec<_>>();
        assert_eq!(found, [of(&[0, 1, 2, 3]), of(&[2, 3]), of(&[1]), of(&[0]), of(&[1, 2]), of(&[])]);
    }
}
