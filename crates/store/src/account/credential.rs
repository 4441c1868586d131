//! What an account proves itself with. Only what a proof is compared with is kept, and only who compares asks for it.

use crate::column::{instant, micros, text};
use crate::{Db, StoreError, Tx, rows};
use jiff::Timestamp;
use samesky_model::id::AccountId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{QueryFilter, QueryOrder};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "credential")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) ordinal: i64,
    pub(crate) secret: String,
    pub(crate) made_at: i64,
    pub(crate) used_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What kind of proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CredentialKind {
    /// The hash of a password, with its parameters and salt (PHC string).
    Password,
    /// The shared secret of one-time codes.
    OneTimeCode,
    /// A shared secret that was shown and waits for its first code.
    Offered,
    /// The hash of a recovery code; there are several.
    Recovery,
}

impl CredentialKind {
    const fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::OneTimeCode => "one_time_code",
            Self::Offered => "offered",
            Self::Recovery => "recovery",
        }
    }
}

/// One proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Which of several of its kind, from 0.
    pub ordinal: i64,
    /// What a proof is compared with.
    pub secret: String,
    /// When it was set.
    pub made_at: Timestamp,
    /// When it was last used, for those that can be used once.
    pub used_at: Option<Timestamp>,
}

/// Replaces all proofs of a kind; none takes them away.
///
/// # Errors
/// When the database fails.
pub async fn replace(
    tx: &Tx,
    account: AccountId,
    kind: CredentialKind,
    secrets: &[String],
    at: Timestamp,
) -> Result<(), StoreError> {
    of(account, kind).exec(&tx.connection()).await?;
    let row = |(ordinal, secret): (i64, &String)| Model {
        account_id: account.0,
        kind: kind.word().to_owned(),
        ordinal,
        secret: text(secret),
        made_at: micros(at),
        used_at: None,
    };
    rows::insert::<Entity, _>(tx, (0..).zip(secrets).map(row).collect()).await
}

/// The proofs of a kind in their order.
///
/// # Errors
/// When the database fails.
pub async fn list(db: &dyn Db, account: AccountId, kind: CredentialKind) -> Result<Vec<Credential>, StoreError> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account.0))
        .filter(Column::Kind.eq(kind.word()))
        .order_by_asc(Column::Ordinal);
    rows.all(&db.connection()).await?.into_iter().map(read).collect()
}

/// Notes that a proof that works once was used. `false` when it was used at that moment or later already.
///
/// # Errors
/// When the database fails.
pub async fn spend(
    tx: &Tx,
    account: AccountId,
    kind: CredentialKind,
    ordinal: i64,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::val(micros(at)))
        .filter(Column::AccountId.eq(account.0))
        .filter(Column::Kind.eq(kind.word()))
        .filter(Column::Ordinal.eq(ordinal))
        .filter(Column::UsedAt.is_null().or(Column::UsedAt.lt(micros(at))))
        .exec(&tx.connection())
        .await?;
    Ok(done.rows_affected > 0)
}

fn of(account: AccountId, kind: CredentialKind) -> sea_orm::DeleteMany<Entity> {
    Entity::delete_many().filter(Column::AccountId.eq(account.0)).filter(Column::Kind.eq(kind.word()))
}

fn read(row: Model) -> Result<Credential, StoreError> {
    Ok(Credential {
        ordinal: row.ordinal,
        secret: row.secret,
        made_at: instant(row.made_at)?,
        used_at: row.used_at.map(instant).transpose()?,
    })
}
