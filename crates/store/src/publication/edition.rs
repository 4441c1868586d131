//! Editions: what was asked to be published, word for word, and what became of it. None is ever removed, and of one that
//! was decided nothing changes any more.

mod row;

pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{self, changed, found};
use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    id::{AccountId, EditionId, PublicationId, TeamId},
    record::{Edition, EditionState, Publication},
};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

/// Adds a request.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, edition: &Edition) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(edition)?]).await
}

/// Notes what became of one that waits.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody decided before, or when the database fails.
pub async fn decide(tx: &Tx, edition: &Edition) -> Result<(), StoreError> {
    let row = row::Model::of(edition)?.into_active_model().reset_all();
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(edition.id.0))
        .filter(Column::State.eq(EditionState::Waiting.as_str()))
        .exec(&tx.connection())
        .await?;
    if done.rows_affected > 0 { Ok(()) } else { changed("edition", edition.id.0, edition.number, edition.number) }
}

/// One edition, of whatever team: the caller asks whether it may be seen.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, id: EditionId) -> Result<Edition, StoreError> {
    found(Entity::find_by_id(id.0).one(&db.connection()).await?, "edition", id.0)?.read()
}

/// The editions of a publication, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &dyn Db, publication: PublicationId) -> Result<Vec<Edition>, StoreError> {
    let rows = Entity::find().filter(Column::PublicationId.eq(publication.0)).order_by_desc(Column::Number);
    read(rows.all(&db.connection()).await?)
}

/// The editions that everybody sees of these publications, in their order; those of which nothing is seen are left out.
///
/// # Errors
/// When the database fails.
pub async fn seen(db: &dyn Db, publications: &[Publication]) -> Result<Vec<Edition>, StoreError> {
    let any = publications
        .iter()
        .filter_map(|one| Some((one.id, one.edition?)))
        .fold(Condition::any(), |any, (id, number)| {
            any.add(Column::PublicationId.eq(id.0).and(Column::Number.eq(number)))
        });
    if any.is_empty() {
        return Ok(Vec::new());
    }
    let found = read(Entity::find().filter(any).all(&db.connection()).await?)?;
    let of = |one: &Publication| found.iter().find(|edition| edition.publication == one.id).cloned();
    Ok(publications.iter().filter_map(of).collect())
}

/// Whose requests, as a confirmer or as those who ask see them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EditionFilter {
    /// Of these teams.
    pub teams: Vec<TeamId>,
    /// In this state.
    pub state: Option<EditionState>,
    /// Asked for by somebody else than this account.
    pub not_by: Option<AccountId>,
}

/// Requests, the latest first.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(db: &dyn Db, filter: &EditionFilter, page: &Page) -> Result<PageOf<Edition>, StoreError> {
    let order = ListOrder {
        name: "edition",
        key: Expr::col(Column::RequestedAt.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: true,
    };
    let rows = Entity::find().filter(condition(filter));
    page::read(db, rows, &order, page, |row| (Key::Number(row.requested_at), row.id)).await?.try_map(row::Model::read)
}

/// How many requests there are.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &dyn Db, filter: &EditionFilter) -> Result<i64, StoreError> {
    let rows = Entity::find().filter(condition(filter)).count(&db.connection()).await?;
    Ok(i64::try_from(rows).unwrap_or(i64::MAX))
}

fn condition(filter: &EditionFilter) -> Condition {
    let teams: Vec<Uuid> = filter.teams.iter().map(|team| team.0).collect();
    let not_by = filter.not_by.map(|who| Column::Requester.is_null().or(Column::Requester.ne(who.0)));
    Condition::all()
        .add(Column::TeamId.is_in(teams))
        .add_option(filter.state.map(|state| Column::State.eq(state.as_str())))
        .add_option(not_by)
}

fn read(rows: Vec<row::Model>) -> Result<Vec<Edition>, StoreError> {
    rows.into_iter().map(row::Model::read).collect()
}
