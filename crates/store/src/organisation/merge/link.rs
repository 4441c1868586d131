//! Every row that points to an organisation, and how it comes to point to another. A test looks for columns that are not named here.

use crate::backup::Shape;
use crate::{Db, StoreError, Tx};
use crate::{account, attachment, claim, list_job, organisation, organisation_import, publication, share, ticket};
use samesky_model::id::OrganisationId;
use samesky_model::record::MovedRow;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// A column that holds an organisation.
struct Link {
    shape: Shape,
    column: &'static str,
    /// A column that says that the identifier is one of an organisation, with the word for it.
    kind: Option<(&'static str, &'static str)>,
    /// Together with these columns it stands once only: where the other organisation has such a row too, this one stays.
    once_with: Option<&'static [&'static str]>,
}

/// All of them, but for what is composed anew (values, keys) or derived (figures).
fn all() -> Vec<Link> {
    let link = |shape, column| Link { shape, column, kind: None, once_with: None };
    let of_kind = |shape, column, kind| Link { shape, column, kind: Some((kind, "organisation")), once_with: None };
    vec![
        of_kind(Shape::of(claim::Entity), "record_id", "kind"),
        link(Shape::of(organisation::choice::Entity), "organisation_id"),
        link(Shape::of(organisation_import::line::Entity), "organisation_id"),
        link(Shape::of(list_job::line::Entity), "organisation_id"),
        link(Shape::of(organisation::person::Entity), "organisation_id"),
        link(Shape::of(account::Entity), "organisation_id"),
        link(Shape::of(ticket::Entity), "organisation_id"),
        of_kind(Shape::of(attachment::Entity), "record_id", "record_kind"),
        Link { once_with: Some(&["kind", "with_team"]), ..of_kind(Shape::of(share::Entity), "record_id", "kind") },
        Link { once_with: Some(&["kind"]), ..of_kind(Shape::of(publication::Entity), "record_id", "kind") },
    ]
}

/// The rows that point to one organisation point to the other; says which did, by table.
///
/// # Errors
/// When the database fails.
pub async fn repoint(
    tx: &Tx,
    from: OrganisationId,
    to: OrganisationId,
) -> Result<BTreeMap<String, Vec<MovedRow>>, StoreError> {
    let mut moved = BTreeMap::new();
    for link in all() {
        let mut rows = Vec::new();
        for key in link.keys(tx, from).await? {
            if link.is_free(tx, &key, to).await? {
                link.point(tx, &key, from, to).await?;
                rows.push(MovedRow { key: key.iter().map(|(_, json)| json.clone()).collect(), from: from.0 });
            }
        }
        if !rows.is_empty() {
            moved.insert(link.shape.name.clone(), rows);
        }
    }
    Ok(moved)
}

/// The same for some claims only; says which of them pointed to the organisation.
///
/// # Errors
/// When the database fails.
pub async fn repoint_claims(
    tx: &Tx,
    claims: &BTreeSet<uuid::Uuid>,
    from: OrganisationId,
    to: OrganisationId,
) -> Result<BTreeMap<String, Vec<MovedRow>>, StoreError> {
    let mut moved = BTreeMap::new();
    for link in all().into_iter().filter(|link| ["claim", "organisation_choice"].contains(&link.shape.name.as_str())) {
        let mut rows = Vec::new();
        for key in link.keys(tx, from).await? {
            let chosen = key.iter().any(|(_, json)| claims.iter().any(|claim| *json == serde_json::json!(claim)));
            if chosen {
                link.point(tx, &key, from, to).await?;
                rows.push(MovedRow { key: key.iter().map(|(_, json)| json.clone()).collect(), from: from.0 });
            }
        }
        if !rows.is_empty() {
            moved.insert(link.shape.name.clone(), rows);
        }
    }
    Ok(moved)
}

/// Rows that were moved point back, those of them that still point to where they were moved.
///
/// # Errors
/// When the database fails.
pub async fn point_back(
    tx: &Tx,
    moved: &BTreeMap<String, Vec<MovedRow>>,
    now: OrganisationId,
) -> Result<(), StoreError> {
    for link in all() {
        for row in moved.get(&link.shape.name).into_iter().flatten() {
            let names = link.key_columns().into_iter();
            let key: Vec<(String, Json)> = names.zip(row.key.iter().cloned()).collect();
            if link.is_free(tx, &key, OrganisationId(row.from)).await? {
                link.point(tx, &key, now, OrganisationId(row.from)).await?;
            }
        }
    }
    Ok(())
}

/// Whether anything points to an organisation.
///
/// # Errors
/// When the database fails.
pub async fn is_pointed_to(db: &dyn Db, organisation: OrganisationId) -> Result<bool, StoreError> {
    for link in all() {
        if db.connection().query_one(link.rows(organisation).limit(1)).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The tables and columns that are looked after.
#[cfg(test)]
fn known() -> BTreeSet<String> {
    all().iter().map(|link| format!("{}.{}", link.shape.name, link.column)).collect()
}

impl Link {
    fn key_columns(&self) -> Vec<String> {
        self.shape.key().iter().filter(|name| *name != self.column).cloned().collect()
    }

    fn rows(&self, organisation: OrganisationId) -> SelectStatement {
        let mut select = Query::select();
        select.columns(self.shape.key().iter().map(Alias::new)).from(Alias::new(&self.shape.name));
        select.and_where(Expr::col(Alias::new(self.column)).eq(organisation.0));
        if let Some((column, word)) = self.kind {
            select.and_where(Expr::col(Alias::new(column)).eq(word));
        }
        select
    }

    /// The names and values of the key of each row, in the order of the key, without the column itself.
    async fn keys(&self, tx: &Tx, organisation: OrganisationId) -> Result<Vec<Vec<(String, Json)>>, StoreError> {
        let rows = tx.connection().query_all(&self.rows(organisation)).await?;
        rows.iter().map(|row| self.key_of(row)).collect()
    }

    fn key_of(&self, row: &QueryResult) -> Result<Vec<(String, Json)>, StoreError> {
        let value = |name: String| Ok((name.clone(), self.shape.json(row, &name)?));
        self.key_columns().into_iter().map(value).collect()
    }

    /// Whether the row may point there.
    async fn is_free(&self, tx: &Tx, key: &[(String, Json)], to: OrganisationId) -> Result<bool, StoreError> {
        let Some(columns) = self.once_with else { return Ok(true) };
        let mut select = self.rows(to);
        for column in columns {
            if let Some((_, json)) = key.iter().find(|(name, _)| name == column) {
                select.and_where(Expr::col(Alias::new(*column)).eq(self.shape.value(column, json)?));
            }
        }
        Ok(tx.connection().query_one(&select).await?.is_none())
    }

    async fn point(
        &self,
        tx: &Tx,
        key: &[(String, Json)],
        from: OrganisationId,
        to: OrganisationId,
    ) -> Result<(), StoreError> {
        tx.relist([from.0, to.0]);
        let mut update = Query::update();
        update.table(Alias::new(&self.shape.name)).value(Alias::new(self.column), to.0);
        update.and_where(Expr::col(Alias::new(self.column)).eq(from.0));
        for (name, json) in key {
            update.and_where(Expr::col(Alias::new(name)).eq(self.shape.value(name, json)?));
        }
        tx.connection().execute(&update).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Db, OpenOptions, Store};
    use samesky_testkit::TestDatabase;
    use sea_orm::{ConnectionTrait, DbBackend, Statement};
    use std::collections::BTreeSet;

    /// Made anew from the record (keys, values, figures), about the merge itself, or of no organisation.
    const ELSEWHERE: &[&str] = &[
        "audit_change.record_id",
        "figure.organisation_id",
        "organisation_fact.organisation_id",
        "organisation_key.organisation_id",
        "organisation_listing.organisation_id",
        "organisation_looked.organisation_id",
        "organisation_merge.record_id",
        "organisation_merge_fact.organisation_id",
        "organisation_merged.organisation_id",
        "organisation_merged.survivor_id",
        "organisation_unlisted.organisation_id",
    ];

    #[tokio::test]
    async fn every_column_that_may_hold_an_organisation_is_looked_after() {
        let database = TestDatabase::sqlite();
        let store = Store::open(&database.url, &OpenOptions::default()).await.expect("opens");
        let asked = "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
                     WHERE m.type = 'table' AND (c.name LIKE '%organisation%\\_id' ESCAPE '\\' \
                     OR c.name IN ('record_id', 'survivor_id', 'parent_organisation'))";
        let rows =
            store.connection().query_all_raw(Statement::from_string(DbBackend::Sqlite, asked)).await.expect("asked");
        let there: BTreeSet<String> = rows.iter().map(|row| row.try_get_by_index(0).expect("a column")).collect();
        let known: BTreeSet<String> =
            super::known().into_iter().chain(ELSEWHERE.iter().map(|name| (*name).to_owned())).collect();
        assert_eq!(known, there);
    }
}
