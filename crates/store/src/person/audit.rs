//! Personal values of the audit. They go with their salts; their digests stay, and so does the chain.

use super::stamps::words;
use super::{Known, changes};
use crate::audit::{Column, ValueColumn as Value, Values};
use crate::dialect::contains_text;
use crate::{Db, StoreError, Tx, column};
use jiff::Timestamp;
use samesky_model::record::RecordKind;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

/// Erases what the audit keeps of somebody: names, addresses, programs, and their name in reasons. Says how many values.
///
/// # Errors
/// When the database fails.
pub async fn forget_changes(tx: &Tx, known: &Known, stand_in: &str) -> Result<u64, StoreError> {
    let by_them =
        || Condition::any().add(changed_by_them(known)).add(Value::AuditId.in_subquery(under_their_name(known)));
    let origin = Condition::all().add(Value::Field.is_in(["address", "agent"])).add(by_them());
    let mut forgotten = erase(tx, origin, Expr::val(Option::<String>::None)).await?;
    let of_a_token =
        Condition::all().add(Value::Field.is_in(["before/name", "after/name"])).add(Value::AuditId.in_subquery(
            changes(Column::AccountId.eq(known.account.0).and(Column::RecordKind.eq(RecordKind::Token.as_str()))),
        ));
    forgotten += erase(tx, of_a_token, Expr::val(Option::<String>::None)).await?;
    let email = Condition::all().add(Value::Value.eq(known.email.as_str()));
    forgotten += erase(tx, email, Expr::val(Option::<String>::None)).await?;
    forgotten += erase(tx, names(known), Expr::val(stand_in)).await?;
    for words in words(known) {
        let backend = tx.connection().get_database_backend();
        let reasons = Condition::all().add(is_reason()).add(contains_text(backend, Expr::col(Value::Value), words));
        let replaced = Func::cust("replace").arg(Expr::col(Value::Value)).arg(words).arg(stand_in);
        forgotten += erase(tx, reasons, Expr::expr(replaced)).await?;
        let once_more = Condition::all().add(is_reason()).add(contains_text(backend, Expr::col(Value::StandIn), words));
        let replaced = Func::cust("replace").arg(Expr::col(Value::StandIn)).arg(words).arg(stand_in);
        erase(tx, once_more, Expr::expr(replaced)).await?;
    }
    Ok(forgotten)
}

/// Erases the network addresses and programs of changes from before.
///
/// # Errors
/// When the database fails.
pub async fn forget_origins(tx: &Tx, before: Timestamp) -> Result<u64, StoreError> {
    let old = changes(Column::DoneAt.lt(column::micros(before)));
    let those = Condition::all()
        .add(Value::Field.is_in(["address", "agent"]))
        .add(Value::Value.is_not_null())
        .add(Value::AuditId.in_subquery(old));
    erase(tx, those, Expr::val(Option::<String>::None)).await
}

/// Erases what the audit keeps of a record that is personal as a whole; who changed it stays. Says how many values.
pub(crate) async fn forget_record(tx: &Tx, record: uuid::Uuid) -> Result<u64, StoreError> {
    let of_it = Value::AuditId.in_subquery(changes(Column::RecordId.eq(record)));
    let states = Condition::any().add(Value::Field.like("before/%")).add(Value::Field.like("after/%"));
    let said = Condition::any()
        .add(Value::Field.eq("why"))
        .add(Condition::all().add(states).add(Value::Field.not_like("%/by")));
    let those = Condition::all().add(Value::Value.is_not_null()).add(of_it).add(said);
    erase(tx, those, Expr::val(Option::<String>::None)).await
}

/// A reason, of the change itself or of a record in it.
fn is_reason() -> Condition {
    let inner = Expr::col(Value::Field).like("%/why");
    Condition::any().add(Value::Field.eq("why")).add(inner)
}

fn names(known: &Known) -> Condition {
    let own = Value::Value.is_in(known.own.iter().map(String::as_str));
    let about = changes(Column::RecordId.eq(known.account.0).or(Column::AccountId.eq(known.account.0)));
    let shared = Condition::all()
        .add(Value::Value.is_in(known.shared.iter().map(String::as_str)))
        .add(Value::AuditId.in_subquery(about));
    Condition::all().add(Value::Field.is_not_in(["address", "agent", "why"])).add(Condition::any().add(own).add(shared))
}

fn changed_by_them(known: &Known) -> Expr {
    Value::AuditId.in_subquery(changes(Column::AccountId.eq(known.account.0)))
}

/// Changes of before there were accounts, under a name that is theirs alone.
fn under_their_name(known: &Known) -> SelectStatement {
    Query::select()
        .column(Value::AuditId)
        .from(Values)
        .and_where(Expr::cust("field = 'by'"))
        .and_where(Value::Value.is_in(known.own.iter().map(String::as_str)))
        .to_owned()
}

async fn erase(tx: &Tx, which: Condition, stand_in: Expr) -> Result<u64, StoreError> {
    let update = Values::update_many()
        .col_expr(Value::StandIn, stand_in)
        .col_expr(Value::Value, Expr::val(Option::<String>::None))
        .col_expr(Value::Salt, Expr::val(Option::<String>::None))
        .filter(which);
    Ok(update.exec(&tx.connection()).await?.rows_affected)
}
