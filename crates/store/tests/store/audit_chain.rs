//! The chain of the audit: what was done to it is found, and what was erased does not break it.

use crate::scene::{Scene, scenes};
use samesky_model::id::{AccountId, TeamId};
use samesky_model::record::{Actor, AuditHead, AuditRecord, Origin, RecordKind};
use samesky_store::audit::{self, AuditFilter, Fault};
use samesky_store::{Page, Store, team};
use samesky_testkit::{TestDatabase, sample};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use tokio::task::JoinSet;

/// A salt that is the same each time, for tests that do not look at it.
pub(crate) fn salt() -> [u8; 32] {
    [7; 32]
}

/// A change by somebody with an account.
pub(crate) fn change(scene: &Scene, team: TeamId, second: i64) -> AuditRecord {
    AuditRecord {
        id: scene.ids.next(),
        team,
        stamp: sample::stamp(second),
        actor: Actor::account(scene.ids.next()),
        origin: Origin { address: Some("192.0.2.7".to_owned()), agent: Some("Browser/1".to_owned()) },
        action: "event.make".to_owned(),
        record_kind: RecordKind::Event,
        record: scene.ids.next(),
        before: None,
        after: Some(serde_json::json!({"created": {"at": 1, "by": "officer"}, "state": "active"})),
        why: Some("虚构".to_owned()),
        link: None,
    }
}

async fn changes(scene: &Scene, team: TeamId, count: i64) -> Vec<AuditRecord> {
    let mut made = Vec::new();
    for second in 1..=count {
        let tx = scene.store.write().await.expect("a turn");
        made.push(change(scene, team, second));
        audit::append(&tx, &made[made.len() - 1], &salt).await.expect("added");
        tx.commit().await.expect("committed");
    }
    made
}

async fn faults(store: &Store, team: TeamId, noted: Option<&AuditHead>) -> Vec<Fault> {
    audit::verify(store, team, noted).await.expect("looked through").faults
}

/// Somebody who writes into the tables past the store.
async fn intruder(database: &TestDatabase) -> DatabaseConnection {
    Database::connect(&database.url).await.expect("connects")
}

async fn done(intruder: &DatabaseConnection, statement: &str) {
    let rows = intruder.execute_unprepared(statement).await.expect("executed").rows_affected();
    assert!(rows > 0, "{statement} changed nothing");
}

#[tokio::test]
async fn chain_of_each_team_counts_for_itself_and_holds() {
    for scene in scenes().await {
        let other = sample::team(&scene.ids);
        let tx = scene.store.write().await.expect("a turn");
        team::insert(&tx, &other).await.expect("inserted");
        for (second, team) in (1..).zip([scene.team, other.id, scene.team, scene.team, other.id]) {
            audit::append(&tx, &change(&scene, team, second), &salt).await.expect("added");
        }
        tx.commit().await.expect("committed");
        for (team, count) in [(scene.team, 3), (other.id, 2)] {
            let found = audit::verify(&scene.store, team, None).await.expect("looked through");
            assert_eq!((found.changes, found.erased, found.faults), (count, 0, vec![]), "{}", scene.database.name);
            assert_eq!(found.head, audit::head(&scene.store, team).await.expect("a head"));
            let listed = audit::list(&scene.store, team, &AuditFilter::default(), &Page::default()).await;
            let links: Vec<_> = listed.expect("listed").items.into_iter().filter_map(|one| one.link).collect();
            let numbers: Vec<_> = links.iter().map(|link| link.sequence).collect();
            assert_eq!(numbers, (1..=count).rev().collect::<Vec<_>>());
            assert!(links.windows(2).all(|pair| pair[0].previous == pair[1].digest));
        }
    }
}

#[tokio::test]
async fn change_that_is_not_committed_leaves_no_gap() {
    for scene in scenes().await {
        changes(&scene, scene.team, 1).await;
        let tx = scene.store.write().await.expect("a turn");
        audit::append(&tx, &change(&scene, scene.team, 9), &salt).await.expect("added");
        drop(tx);
        changes(&scene, scene.team, 1).await;
        assert_eq!(faults(&scene.store, scene.team, None).await, []);
        assert_eq!(audit::head(&scene.store, scene.team).await.expect("a head").sequence, 2);
    }
}

/// What somebody does, and what must be found of it.
type Way = (&'static str, fn(&[AuditRecord]) -> Fault);

#[tokio::test]
async fn every_way_of_tampering_is_found_where_it_was_done() {
    let ways: [Way; 12] = [
        ("UPDATE audit_change SET action = 'event.join' WHERE id = {2}", |made| changed(made, 2, None)),
        ("UPDATE audit_change SET after = '{}' WHERE id = {2}", |made| changed(made, 2, None)),
        ("UPDATE audit_change SET done_at = done_at + 1 WHERE id = {2}", |made| changed(made, 2, None)),
        ("UPDATE audit_change SET account_id = NULL WHERE id = {2}", |made| changed(made, 2, None)),
        ("UPDATE audit_value SET value = 'x' WHERE field = 'by' AND audit_id = {2}", |made| {
            changed(made, 2, Some("by"))
        }),
        ("UPDATE audit_value SET salt = NULL WHERE field = 'why' AND audit_id = {2}", |made| {
            changed(made, 2, Some("why"))
        }),
        (
            "UPDATE audit_value SET salt = NULL, value = NULL, digest = 'x' WHERE field = 'why' AND audit_id = {2}",
            |made| changed(made, 2, None),
        ),
        ("DELETE FROM audit_value WHERE field = 'address' AND audit_id = {2}", |made| changed(made, 2, None)),
        ("DELETE FROM audit_link WHERE sequence IN (2, 3)", |_| Fault::Missing { from: 2, to: 3 }),
        ("UPDATE audit_link SET digest = 'x' WHERE sequence = 4", |made| changed(made, 4, None)),
        ("DELETE FROM audit_link WHERE sequence = 4", |_| Fault::CutOff { last: 3, noted: 4 }),
        ("UPDATE audit_head SET sequence = 3", |_| Fault::Beyond { last: 4, noted: 3 }),
    ];
    for (statement, fault) in ways {
        for scene in scenes().await {
            let made = changes(&scene, scene.team, 4).await;
            let mut statement = statement.to_owned();
            for (number, record) in (1..).zip(&made) {
                statement = statement.replace(&format!("{{{number}}}"), &literal(&scene, record));
            }
            done(&intruder(&scene.database).await, &statement).await;
            let found = faults(&scene.store, scene.team, None).await;
            assert!(found.contains(&fault(&made)), "{statement} on {}: {found:?}", scene.database.name);
        }
    }
}

fn changed(made: &[AuditRecord], sequence: i64, field: Option<&str>) -> Fault {
    let at = usize::try_from(sequence - 1).expect("a place");
    Fault::Changed { sequence, id: made[at].id, field: field.map(str::to_owned) }
}

/// An identifier as the database writes it.
fn literal(scene: &Scene, record: &AuditRecord) -> String {
    if scene.database.name == "sqlite" {
        return format!("x'{}'", record.id.0.simple());
    }
    format!("'{}'", record.id)
}

#[tokio::test]
async fn what_stands_outside_of_the_chain_is_found() {
    for scene in scenes().await {
        let made = changes(&scene, scene.team, 2).await;
        let intruder = intruder(&scene.database).await;
        done(&intruder, "DELETE FROM audit_link WHERE sequence = 2").await;
        done(&intruder, "UPDATE audit_head SET sequence = 1, digest = (SELECT digest FROM audit_link)").await;
        assert_eq!(faults(&scene.store, scene.team, None).await, [Fault::Unlinked { id: made[1].id }]);
    }
}

#[tokio::test]
async fn end_that_is_cut_off_with_its_head_is_found_by_a_head_kept_elsewhere() {
    for scene in scenes().await {
        changes(&scene, scene.team, 4).await;
        let kept = audit::head(&scene.store, scene.team).await.expect("a head");
        assert_eq!(faults(&scene.store, scene.team, Some(&kept)).await, []);
        let intruder = intruder(&scene.database).await;
        for statement in [
            "CREATE TABLE gone AS SELECT audit_id FROM audit_link WHERE sequence > 2",
            "DELETE FROM audit_link WHERE sequence > 2",
            "DELETE FROM audit_value WHERE audit_id IN (SELECT audit_id FROM gone)",
            "DELETE FROM audit_change WHERE id IN (SELECT audit_id FROM gone)",
            "UPDATE audit_head SET sequence = 2, digest = (SELECT digest FROM audit_link WHERE sequence = 2)",
        ] {
            intruder.execute_unprepared(statement).await.expect("executed");
        }
        assert_eq!(faults(&scene.store, scene.team, None).await, [], "nothing shows without the head");
        assert_eq!(faults(&scene.store, scene.team, Some(&kept)).await, [Fault::CutOff { last: 2, noted: 4 }]);
        changes(&scene, scene.team, 2).await;
        assert_eq!(faults(&scene.store, scene.team, Some(&kept)).await, [Fault::Another { sequence: 4 }]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_writing_for_one_team_make_one_chain() {
    for scene in scenes().await {
        let other = Store::open(&scene.database.url, &Default::default()).await.expect("opens");
        let mut writers = JoinSet::new();
        for (server, store) in [scene.store.clone(), other].into_iter().enumerate() {
            let made: Vec<_> = (1..=40).map(|second| change(&scene, scene.team, second)).collect();
            writers.spawn(async move {
                for record in made {
                    let tx = store.write().await.expect("a turn");
                    audit::append(&tx, &record, &salt).await.expect("added");
                    tx.commit().await.expect("committed");
                }
                server
            });
        }
        while let Some(ended) = writers.join_next().await {
            ended.expect("a writer ran");
        }
        let found = audit::verify(&scene.store, scene.team, None).await.expect("looked through");
        assert_eq!((found.changes, found.faults), (80, vec![]), "{}", scene.database.name);
    }
}

#[tokio::test]
async fn head_of_a_team_is_free_until_its_writer_commits() {
    for scene in scenes().await.into_iter().filter(|scene| scene.database.name == "postgres") {
        changes(&scene, scene.team, 1).await;
        let tx = scene.store.write().await.expect("a turn");
        audit::append(&tx, &change(&scene, scene.team, 2), &salt).await.expect("added");
        let other = intruder(&scene.database).await;
        other.execute_unprepared("SELECT * FROM audit_head FOR UPDATE NOWAIT").await.expect("nobody holds it");
        tx.commit().await.expect("committed");
        assert_eq!(audit::head(&scene.store, scene.team).await.expect("a head").sequence, 2);
    }
}

#[tokio::test]
async fn audit_is_filtered_by_account_token_and_address() {
    for scene in scenes().await {
        let made = changes(&scene, scene.team, 3).await;
        let one = made[1].actor.account.expect("an account");
        let all = AuditFilter::default();
        let filters = [
            (AuditFilter { account: Some(one), ..all.clone() }, vec![made[1].id]),
            (
                AuditFilter { account: Some(AccountId(one.0)), address: Some("192.0.2.7".to_owned()), ..all.clone() },
                vec![made[1].id],
            ),
            (AuditFilter { address: Some("192.0.2.8".to_owned()), ..all.clone() }, vec![]),
            (AuditFilter { token: Some(scene.ids.next()), ..all }, vec![]),
        ];
        for (filter, expected) in filters {
            let found = audit::list(&scene.store, scene.team, &filter, &Page::default()).await.expect("listed").items;
            let found: Vec<_> = found.into_iter().map(|one| one.id).collect();
            assert_eq!(found, expected, "{filter:?}");
        }
    }
}
