//! The append-only entries of the ledger. There is no function that changes or removes one.

mod row;

pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{self, among, found, in_order};
use crate::{Db, Page, PageOf, StoreError, Tx, figure};
use samesky_model::{
    id::{AnnouncementId, ClaimId, EntryId, EventId, FigureId, TeamId},
    reading::{Measure, MoneyClass},
    record::{EntryKind, FigureEntry},
};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, Select};
use uuid::Uuid;

/// Of what current entries are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryScope {
    /// Of these announcements.
    Announcements(Vec<AnnouncementId>),
    /// Of these claims.
    Claims(Vec<ClaimId>),
    /// Of the team.
    All,
}

/// Which entries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryFilter {
    /// Those a figure is made of now.
    pub figure: Option<FigureId>,
    /// Of this announcement.
    pub announcement: Option<AnnouncementId>,
    /// Of figures that belong to this event.
    pub event: Option<EventId>,
    /// Of this measure.
    pub measure: Option<Measure>,
    /// Of this class.
    pub money_class: Option<MoneyClass>,
    /// In this unit.
    pub unit: Option<String>,
    /// With those that were replaced or taken back, and the withdrawals themselves.
    pub include_replaced: bool,
}

/// Adds an entry; the one it replaces or takes back is no longer current.
///
/// # Errors
/// When the database fails; an entry is replaced or taken back once at most.
pub async fn insert(tx: &Tx, entry: &FigureEntry) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(entry)?]).await
}

/// One entry.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: EntryId) -> Result<FigureEntry, StoreError> {
    let row = of_team(team).filter(Column::Id.eq(id.0)).one(&db.connection()).await?;
    found(row, "entry", id.0)?.read()
}

/// Several entries, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, team: TeamId, ids: &[EntryId]) -> Result<Vec<FigureEntry>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let found = read(among(db, of_team(team), Column::Id, &keys).await?)?;
    Ok(in_order(ids, found, |entry| entry.id))
}

/// The entry of a claim that is neither replaced nor taken back.
///
/// # Errors
/// When the database fails.
pub async fn current_of_claim(db: &dyn Db, claim: ClaimId) -> Result<Option<FigureEntry>, StoreError> {
    let rows = oldest_first(Entity::find().filter(Column::ClaimId.eq(claim.0)).filter(is_current()));
    Ok(read(rows.all(&db.connection()).await?)?.pop())
}

/// All entries of a claim, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_claim(db: &dyn Db, team: TeamId, claim: ClaimId) -> Result<Vec<FigureEntry>, StoreError> {
    read(oldest_first(of_team(team).filter(Column::ClaimId.eq(claim.0))).all(&db.connection()).await?)
}

/// The entries that are neither replaced nor taken back, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn current(db: &dyn Db, team: TeamId, scope: &EntryScope) -> Result<Vec<FigureEntry>, StoreError> {
    let rows = oldest_first(of_team(team).filter(is_current()));
    let (column, ids): (_, Vec<Uuid>) = match scope {
        EntryScope::All => return read(rows.all(&db.connection()).await?),
        EntryScope::Announcements(ids) => (Column::AnnouncementId, ids.iter().map(|id| id.0).collect()),
        EntryScope::Claims(ids) => (Column::ClaimId, ids.iter().map(|id| id.0).collect()),
    };
    read(among(db, rows, column, &ids).await?)
}

/// Entries, newest first.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &EntryFilter,
    page: &Page,
) -> Result<PageOf<FigureEntry>, StoreError> {
    let order = ListOrder {
        name: "entry",
        key: Expr::col(Column::EnteredAt.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: true,
    };
    let rows = of_team(team).filter(condition(filter));
    page::read(db, rows, &order, page, |row| (Key::Number(row.entered_at), row.id)).await?.try_map(row::Model::read)
}

/// The history of a figure: all entries of its claims, replaced ones too, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_figure(db: &dyn Db, team: TeamId, figure: FigureId) -> Result<Vec<FigureEntry>, StoreError> {
    let members = figure::members_of(figure::member::Column::FigureId.eq(figure.0));
    let rows = oldest_first(of_team(team).filter(Column::ClaimId.in_subquery(claims_of(members))));
    read(rows.all(&db.connection()).await?)
}

fn condition(filter: &EntryFilter) -> Condition {
    let here = Condition::all()
        .add_option(filter.announcement.map(|announcement| Column::AnnouncementId.eq(announcement.0)))
        .add_option(filter.measure.map(|measure| Column::Measure.eq(measure.as_str())))
        .add_option(filter.money_class.map(|class| Column::MoneyClass.eq(class.as_str())))
        .add_option(filter.unit.as_ref().map(|unit| Column::Unit.eq(unit)))
        .add_option(filter.figure.map(|figure| members(filter, figure::member::Column::FigureId.eq(figure.0))))
        .add_option(filter.event.map(|event| members(filter, figure::of_event_only(event))));
    if filter.include_replaced { here } else { here.add(is_current()) }
}

/// The members of figures, or with their history all entries of the members' claims.
fn members(filter: &EntryFilter, which: Expr) -> Expr {
    let members = figure::members_of(which);
    if filter.include_replaced {
        Column::ClaimId.in_subquery(claims_of(members))
    } else {
        Column::Id.in_subquery(members)
    }
}

fn claims_of(entries: SelectStatement) -> SelectStatement {
    Query::select()
        .column(Column::ClaimId)
        .from(Entity)
        .and_where(Expr::col(Column::Id).in_subquery(entries))
        .to_owned()
}

/// No later entry replaces it or takes it back, and it takes nothing back itself.
fn is_current() -> Condition {
    let later = Alias::new("later");
    let replaced = Query::select()
        .expr(Expr::val(1))
        .from_as(Entity, later.clone())
        .and_where(Expr::col((later, Column::Replaces)).equals(Column::Id.as_column_ref()))
        .to_owned();
    Condition::all().add(Column::Kind.ne(EntryKind::Withdrawal.as_str())).add(Expr::exists(replaced).not())
}

fn of_team(team: TeamId) -> Select<Entity> {
    Entity::find().filter(Column::TeamId.eq(team.0))
}

fn oldest_first(rows: Select<Entity>) -> Select<Entity> {
    rows.order_by_asc(Column::EnteredAt).order_by_asc(Column::Id)
}

fn read(rows: Vec<row::Model>) -> Result<Vec<FigureEntry>, StoreError> {
    rows.into_iter().map(row::Model::read).collect()
}
