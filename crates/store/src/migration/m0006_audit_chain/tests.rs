//! Changes of before come into the chain as they were.

use crate::audit::{self, AuditFilter};
use crate::migration::{forward, steps};
use crate::{Db, OpenOptions, Page, Store, team};
use samesky_model::record::{Actor, ActorKind, AuditRecord, Origin, RecordKind};
use samesky_testkit::{Ids, databases, sample};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;
use serde_json::json;

#[tokio::test]
async fn changes_of_before_are_linked_in_the_order_in_which_they_were_made() {
    for database in databases().await {
        let (store, _) = Store::connect(&database.url, &OpenOptions::default()).await.expect("connects");
        steps(&store, Some(5)).await.expect("applied");
        let ids = Ids::new(3);
        let made: Vec<_> = [3, 1, 2].map(|second| old(&ids, second)).into();
        for record in &made {
            keep(&store, record).await;
        }
        forward(&store).await.expect("applied");
        let team = team::default(&store).await.expect("the default team").id;
        let found = audit::verify(&store, team, None).await.expect("looked through");
        assert_eq!((found.changes, found.faults), (3, vec![]), "{}", database.name);
        let listed = audit::list(&store, team, &AuditFilter::default(), &Page::default()).await.expect("listed").items;
        let numbers: Vec<_> = listed.iter().filter_map(|one| Some(one.link.as_ref()?.sequence)).collect();
        assert_eq!(numbers, [3, 2, 1]);
        let listed: Vec<_> = listed.into_iter().map(|one| AuditRecord { link: None, ..one }).collect();
        assert_eq!(listed, [made[0].clone(), made[2].clone(), made[1].clone()]);
    }
}

fn old(ids: &Ids, second: i64) -> AuditRecord {
    AuditRecord {
        id: ids.next(),
        team: team::DEFAULT,
        stamp: sample::stamp(second),
        actor: Actor::without_account(ActorKind::Unknown),
        origin: Origin::default(),
        action: "account.change".to_owned(),
        record_kind: RecordKind::Account,
        record: ids.next(),
        before: None,
        after: Some(json!({"name": "Lin", "state": "active"})),
        why: Some("虚构".to_owned()),
        link: None,
    }
}

/// As it was kept by the migrations before this one.
async fn keep(store: &Store, record: &AuditRecord) {
    let columns = ["id", "team_id", "done_by", "done_at", "action", "record_kind", "record_id", "after", "why"];
    let insert = Query::insert()
        .into_table("audit_record")
        .columns(columns)
        .values_panic([
            record.id.0.into(),
            record.team.0.into(),
            record.stamp.by.clone().into(),
            crate::column::micros(record.stamp.at).into(),
            record.action.clone().into(),
            record.record_kind.to_string().into(),
            record.record.into(),
            record.after.as_ref().map(ToString::to_string).into(),
            record.why.clone().into(),
        ])
        .to_owned();
    store.connection().execute(&insert).await.expect("kept");
}
