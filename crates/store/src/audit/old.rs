//! Changes of before the chain, as the migration brings them in.

use super::value::{self, BY, WHY};
use super::{chain, digest, head, personal, row};
use crate::StoreError;
use crate::column::{from_json, word};
use samesky_model::record::{ActorKind, RecordKind};
use sea_orm::sea_query::{InsertStatement, IntoIden, Query};
use sea_orm::{EntityTrait, IdenStatic, Iterable, ModelTrait};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A change as it was kept before.
pub(crate) struct OldChange {
    pub(crate) id: Uuid,
    pub(crate) team: Uuid,
    pub(crate) by: String,
    pub(crate) at: i64,
    pub(crate) action: String,
    pub(crate) kind: String,
    pub(crate) record: Uuid,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
    pub(crate) why: Option<String>,
}

/// The chains while they are made. The salts come from one secret that nobody keeps.
pub(crate) struct OldChain {
    secret: String,
    heads: BTreeMap<Uuid, head::Model>,
}

impl OldChain {
    pub(crate) fn new(secret: String) -> Self {
        Self { secret, heads: BTreeMap::new() }
    }

    /// What is to be written for the next change.
    pub(crate) fn add(&mut self, change: OldChange) -> Result<Vec<InsertStatement>, StoreError> {
        let (row, values) = self.apart(change)?;
        let unlinked = chain::Unlinked { team: row.team_id, audit: row.id, change: digest::of_change(&row, &values) };
        let head = self.heads.entry(row.team_id).or_insert_with(|| head::Model::beginning(row.team_id));
        let link = chain::linked(head, &unlinked);
        let mut inserts = vec![insert(&row)];
        inserts.extend(values.iter().map(insert));
        inserts.push(insert(&link));
        Ok(inserts)
    }

    /// What is to be written in the end.
    pub(crate) fn heads(&self) -> Vec<InsertStatement> {
        self.heads.values().map(insert).collect()
    }

    fn apart(&self, change: OldChange) -> Result<(row::Model, Vec<value::Model>), StoreError> {
        let kind: RecordKind = word("audit_record.record_kind", &change.kind)?;
        let mut values = vec![(BY.to_owned(), change.by)];
        values.extend(change.why.map(|why| (WHY.to_owned(), why)));
        let mut side = |name: &str, json: Option<String>| {
            let state = json.map(|json| from_json("audit_record.state", &json)).transpose()?;
            personal::taken(kind, name, state.as_ref(), &mut values)
        };
        let (before, after) = (side("before", change.before)?, side("after", change.after)?);
        let row = row::Model {
            id: change.id,
            team_id: change.team,
            done_at: change.at,
            actor: ActorKind::Unknown.to_string(),
            account_id: None,
            token_id: None,
            action: change.action,
            record_kind: change.kind,
            record_id: change.record,
            before,
            after,
        };
        let beside = |(field, text): (String, String)| {
            let salt = digest::of_value(&field, &self.secret, &row.id.to_string());
            value::Model::new(row.id, field, &text, salt)
        };
        Ok((row.clone(), values.into_iter().map(beside).collect()))
    }
}

fn insert<M: ModelTrait>(row: &M) -> InsertStatement
where
    <M::Entity as EntityTrait>::Column: IdenStatic + Iterable,
{
    let columns: Vec<_> = <M::Entity as EntityTrait>::Column::iter().collect();
    let values = columns.iter().map(|column| row.get(*column).into());
    Query::insert()
        .into_table(M::Entity::default())
        .columns(columns.iter().map(|column| column.as_str().into_iden()))
        .values_panic(values)
        .to_owned()
}
