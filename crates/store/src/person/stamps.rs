//! Names in the stamps of records: every text column whose name ends in `_by`, in every table that a backup has, and in the
//! one-time links. A table of tomorrow is found by the same rule.

use super::{Known, changed_by};
use crate::backup::Stamped;
use crate::dialect::contains_text;
use crate::{Db, StoreError, Tx};
use samesky_model::id::AccountId;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait};
use uuid::Uuid;

/// Names that many characters long at least are looked for in reasons too.
const WORTH_A_LOOK: usize = 2;

/// Where a name stands.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Place {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// The record.
    pub record: Uuid,
}

/// Where somebody's name stands in the stamps of records.
///
/// # Errors
/// When the database fails.
pub async fn stamps(db: &dyn Db, known: &Known) -> Result<Vec<Place>, StoreError> {
    let mut places = Vec::new();
    for Stamped { table, record, by, .. } in Stamped::all() {
        for column in by {
            let select = Query::select()
                .column(Alias::new(&record))
                .from(Alias::new(&table))
                .cond_where(theirs((&table, &column, &record), known))
                .order_by(Alias::new(&record), sea_orm::Order::Asc)
                .to_owned();
            for row in db.connection().query_all(&select).await? {
                let record = row.try_get_by_index(0)?;
                places.push(Place { table: table.clone(), column: column.clone(), record });
            }
        }
    }
    Ok(places)
}

/// Puts something else in place of somebody's name in stamps, and in the reasons of decisions. Says how many stamps.
///
/// # Errors
/// When the database fails.
pub async fn forget_stamps(tx: &Tx, known: &Known, stand_in: &str) -> Result<u64, StoreError> {
    let mut forgotten = 0;
    for Stamped { table, record, by, why } in Stamped::all() {
        for column in by {
            let update = Query::update()
                .table(Alias::new(&table))
                .value(Alias::new(&column), stand_in)
                .cond_where(theirs((&table, &column, &record), known))
                .to_owned();
            forgotten += tx.connection().execute(&update).await?.rows_affected();
        }
        for column in why {
            forget_words(tx, &table, &column, known, stand_in).await?;
        }
    }
    Ok(forgotten)
}

fn theirs((table, column, record): (&str, &str, &str), known: &Known) -> Condition {
    let by = || Expr::col(Alias::new(column));
    let changed = match table {
        "edition" => Expr::col(Alias::new("publication_id")).in_subquery(published_by(known.account)),
        _ => Expr::col(Alias::new(record)).in_subquery(changed_by(known.account)),
    };
    Condition::any()
        .add(by().is_in(known.own.iter().map(String::as_str)))
        .add(Condition::all().add(by().is_in(known.shared.iter().map(String::as_str))).add(changed))
}

/// The publications of records that an account changed: the audit calls an edition by its record.
fn published_by(account: AccountId) -> SelectStatement {
    use crate::publication::{Column, Entity};
    let of_theirs = Column::RecordId.in_subquery(changed_by(account));
    Query::select().column(Column::Id).from(Entity).and_where(of_theirs).to_owned()
}

async fn forget_words(tx: &Tx, table: &str, column: &str, known: &Known, stand_in: &str) -> Result<(), StoreError> {
    for words in words(known) {
        let text = || Expr::col(Alias::new(column));
        let replaced = Func::cust("replace").arg(text()).arg(words).arg(stand_in);
        let update = Query::update()
            .table(Alias::new(table))
            .value(Alias::new(column), Expr::expr(replaced))
            .and_where(contains_text(tx.connection().get_database_backend(), text(), words))
            .to_owned();
        tx.connection().execute(&update).await?;
    }
    Ok(())
}

/// What is looked for in reasons.
pub(super) fn words(known: &Known) -> impl Iterator<Item = &str> {
    let names = known.own.iter().filter(|name| name.chars().count() >= WORTH_A_LOOK);
    std::iter::once(&known.email).chain(names).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use crate::backup::Stamped;
    use crate::{Db, OpenOptions, Store};
    use samesky_testkit::TestDatabase;
    use sea_orm::{ConnectionTrait, DbBackend, Statement};
    use std::collections::BTreeSet;

    #[tokio::test]
    async fn every_column_with_the_name_of_an_officer_is_known() {
        let database = TestDatabase::sqlite();
        let store = Store::open(&database.url, &OpenOptions::default()).await.expect("opens");
        let asked = "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
                     WHERE m.type = 'table' AND c.name LIKE '%\\_by' ESCAPE '\\'";
        let rows =
            store.connection().query_all_raw(Statement::from_string(DbBackend::Sqlite, asked)).await.expect("asked");
        let there: BTreeSet<String> = rows.iter().map(|row| row.try_get_by_index(0).expect("a column")).collect();
        let tables = Stamped::all();
        let known = tables.iter().flat_map(|one| one.by.iter().map(|by| format!("{}.{by}", one.table)));
        assert_eq!(known.collect::<BTreeSet<_>>(), there);
        assert!(there.len() > 8, "{there:?}");
    }
}
