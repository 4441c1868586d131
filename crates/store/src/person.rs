//! Where a person stands in what teams keep, and how they are forgotten: names in stamps, reasons, and the audit.
//!
//! Stamps hold names, as they were then, and no accounts. A name that nobody else bears is the person's wherever it stands;
//! one that another account bears too is the person's where the audit says that their account changed that record.

mod audit;
mod stamps;

pub(crate) use audit::forget_record;
pub use audit::{forget_changes, forget_origins};
pub use stamps::{Place, forget_stamps, stamps};

use crate::audit as records;
use crate::backup::of_accounts;
use crate::{Db, StoreError, Tx, account, attempt, column, ticket};
use crate::{api_token, sign_in, sign_in_step};
use samesky_model::id::AccountId;
use samesky_model::record::{Account, Attempt, RecordKind, Ticket};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;

/// By what somebody is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Their account.
    pub account: AccountId,
    /// Their e-mail address.
    pub email: String,
    /// The names that they bore and nobody else did, the longest first.
    pub own: Vec<String>,
    /// The names that another account bore as well.
    pub shared: Vec<String>,
}

/// By what the person with this account is found: the names that it has and had.
///
/// # Errors
/// When the database fails.
pub async fn known(db: &dyn Db, account: &Account) -> Result<Known, StoreError> {
    let mut names = names_of(db, account.id, true).await?;
    names.insert(column::text(&account.name));
    let (mut own, mut shared) = (Vec::new(), Vec::new());
    for name in names.into_iter().filter(|name| !name.trim().is_empty()) {
        if is_borne_by_another(db, account.id, &name).await? { shared.push(name) } else { own.push(name) }
    }
    own.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    Ok(Known { account: account.id, email: column::text(&account.email), own, shared })
}

/// The names under which an account acted, and those it was given.
async fn names_of(db: &dyn Db, id: AccountId, given: bool) -> Result<BTreeSet<String>, StoreError> {
    use records::{Column, ValueColumn, Values};
    let acted = Condition::all()
        .add(ValueColumn::Field.eq("by"))
        .add(ValueColumn::AuditId.in_subquery(changes(Column::AccountId.eq(id.0))));
    let about = Column::RecordId
        .eq(id.0)
        .and(Column::RecordKind.is_in([RecordKind::Account.as_str(), RecordKind::Membership.as_str()]));
    let told = Condition::all()
        .add(ValueColumn::Field.is_in(["before/name", "after/name"]))
        .add(ValueColumn::AuditId.in_subquery(changes(about)));
    let those = Condition::any().add(acted).add_option(given.then_some(told));
    let found = Values::find()
        .select_only()
        .column(ValueColumn::Value)
        .distinct()
        .filter(ValueColumn::Value.is_not_null())
        .filter(those)
        .into_tuple::<String>();
    Ok(found.all(&db.connection()).await?.into_iter().collect())
}

async fn is_borne_by_another(db: &dyn Db, id: AccountId, name: &str) -> Result<bool, StoreError> {
    use records::{Column, ValueColumn, Values};
    let other = account::Entity::find()
        .filter(account::Column::Name.eq(name))
        .filter(account::Column::Id.ne(id.0))
        .one(&db.connection())
        .await?;
    if other.is_some() {
        return Ok(true);
    }
    let others = Column::AccountId.is_not_null().and(Column::AccountId.ne(id.0));
    let acted = Values::find()
        .filter(Expr::cust("field = 'by'"))
        .filter(ValueColumn::Value.eq(name))
        .filter(ValueColumn::AuditId.in_subquery(changes(others)));
    Ok(acted.one(&db.connection()).await?.is_some())
}

/// The identifiers of changes.
fn changes(which: Expr) -> SelectStatement {
    Query::select().column(records::Column::Id).from(records::Entity).and_where(which).to_owned()
}

/// The records that an account changed.
fn changed_by(id: AccountId) -> SelectStatement {
    let of = records::Column::AccountId.eq(id.0);
    Query::select().column(records::Column::RecordId).from(records::Entity).and_where(of).to_owned()
}

/// The one-time links for somebody: to their address or their account, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn tickets(db: &dyn Db, known: &Known) -> Result<Vec<Ticket>, StoreError> {
    let rows = ticket::Entity::find().filter(for_person(known)).order_by_desc(ticket::Column::MadeAt);
    rows.all(&db.connection()).await?.into_iter().map(ticket::Model::read).collect()
}

/// The attempts to sign in as somebody, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn attempts(db: &dyn Db, subject: &str) -> Result<Vec<Attempt>, StoreError> {
    let rows = attempt::Entity::find().filter(attempt::Column::Subject.eq(subject));
    let rows = rows.order_by_desc(attempt::Column::TriedAt);
    rows.all(&db.connection()).await?.into_iter().map(attempt::Model::read).collect()
}

/// Takes away all that lets somebody in or was kept of their coming in: sessions, links, tokens, credentials, attempts,
/// memberships.
///
/// # Errors
/// When the database fails.
pub async fn forget_ways_in(tx: &Tx, known: &Known, subject: &str) -> Result<(), StoreError> {
    let (id, connection) = (known.account.0, tx.connection());
    sign_in::Entity::delete_many().filter(sign_in::Column::AccountId.eq(id)).exec(&connection).await?;
    ticket::Entity::delete_many().filter(for_person(known)).exec(&connection).await?;
    api_token::Entity::delete_many().filter(api_token::Column::AccountId.eq(id)).exec(&connection).await?;
    attempt::Entity::delete_many().filter(attempt::Column::Subject.eq(subject)).exec(&connection).await?;
    sign_in_step::end_all(tx, known.account).await?;
    for table in of_accounts() {
        let mut delete = Query::delete();
        delete.from_table(Alias::new(table)).and_where(Expr::col(Alias::new("account_id")).eq(id));
        connection.execute(&delete).await?;
    }
    Ok(())
}

fn for_person(known: &Known) -> Condition {
    let email = Expr::expr(sea_orm::sea_query::Func::lower(Expr::col(ticket::Column::Email)));
    Condition::any()
        .add(ticket::Column::AccountId.eq(known.account.0))
        .add(ticket::Column::Email.eq(known.email.as_str()))
        .add(email.eq(column::folded(&known.email)))
}
