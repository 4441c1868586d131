//! Lists of announcements.

use super::{AnnouncementFilter, AnnouncementSort, AnnouncementTally, Column, Entity, row, text};
use crate::page::{self, Key, ListOrder};
use crate::{Db, Page, PageOf, Sight, StoreError, check, column, dialect};
use samesky_model::{
    date::PartialDate,
    id::{AnnouncementId, TeamId},
    reading::Verdict,
    record::{Announcement, AnnouncementState, Shareable},
};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Announcements, without texts.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &AnnouncementFilter,
    page: &Page,
) -> Result<PageOf<Announcement>, StoreError> {
    let rows = Entity::find().filter(condition(db.connection().get_database_backend(), team, filter));
    let place = |row: &row::Model| match filter.sort {
        AnnouncementSort::Imported => (Key::Number(row.imported_at), row.id),
        AnnouncementSort::Published => (Key::Text(row.published_key.clone()), row.id),
        AnnouncementSort::Title => (Key::Text(row.title_key.clone()), row.id),
    };
    page::read(db, rows, &order(filter), page, place).await?.try_map(row::Model::read)
}

/// How many have come how far.
///
/// # Errors
/// When the database fails.
pub async fn tally(db: &dyn Db, team: TeamId) -> Result<AnnouncementTally, StoreError> {
    let counts: Vec<(String, i64)> = Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "rows")
        .filter(Column::TeamId.eq(team.0))
        .group_by(Column::State)
        .into_tuple()
        .all(&db.connection())
        .await?;
    let of =
        |state: AnnouncementState| counts.iter().find(|(word, _)| word == state.as_str()).map_or(0, |found| found.1);
    Ok(AnnouncementTally {
        new: of(AnnouncementState::New),
        in_review: of(AnnouncementState::InReview),
        reviewed: of(AnnouncementState::Reviewed),
    })
}

/// The one before and the one after in the order of import, newest first, among those not reviewed where there are any.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn neighbours(
    db: &dyn Db,
    team: TeamId,
    id: AnnouncementId,
) -> Result<(Option<AnnouncementId>, Option<AnnouncementId>), StoreError> {
    let here = super::row_of(db, team.into(), id).await?;
    let open =
        Condition::all().add(Column::TeamId.eq(team.0)).add(Column::State.ne(AnnouncementState::Reviewed.as_str()));
    let (newer, older) = (nearest(db, &here, &open, true).await?, nearest(db, &here, &open, false).await?);
    if newer.is_some() || older.is_some() {
        return Ok((newer, older));
    }
    let all = Condition::all().add(Column::TeamId.eq(team.0));
    Ok((nearest(db, &here, &all, true).await?, nearest(db, &here, &all, false).await?))
}

async fn nearest(
    db: &dyn Db,
    here: &row::Model,
    among: &Condition,
    newer: bool,
) -> Result<Option<AnnouncementId>, StoreError> {
    let (at, id) = (here.imported_at, here.id);
    let (beyond, beside) = if newer {
        (Column::ImportedAt.gt(at), Column::Id.gt(id))
    } else {
        (Column::ImportedAt.lt(at), Column::Id.lt(id))
    };
    let way = if newer { sea_orm::Order::Asc } else { sea_orm::Order::Desc };
    let found: Option<uuid::Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(among.clone())
        .filter(Condition::any().add(beyond).add(Column::ImportedAt.eq(at).and(beside)))
        .order_by(Column::ImportedAt, way.clone())
        .order_by(Column::Id, way)
        .limit(1)
        .into_tuple()
        .one(&db.connection())
        .await?;
    Ok(found.map(AnnouncementId))
}

fn order(filter: &AnnouncementFilter) -> ListOrder {
    let (name, key) = match filter.sort {
        AnnouncementSort::Imported => ("announcement-imported", Column::ImportedAt),
        AnnouncementSort::Published => ("announcement-published", Column::PublishedKey),
        AnnouncementSort::Title => ("announcement-title", Column::TitleKey),
    };
    let (key, id) = (Expr::col(key.as_column_ref()), Expr::col(Column::Id.as_column_ref()));
    ListOrder { name, key, id, descending: filter.descending }
}

fn condition(backend: DbBackend, team: TeamId, filter: &AnnouncementFilter) -> Condition {
    let seen = Sight::of(team, filter.scope).records(Shareable::Announcement, (Column::TeamId, Column::Id));
    Condition::all()
        .add(seen)
        .add_option(filter.state.map(|state| Column::State.eq(state.as_str())))
        .add_option(filter.language.as_ref().map(|language| Column::Language.eq(language)))
        .add_option(filter.publisher.as_ref().map(|publisher| Column::Publisher.eq(publisher)))
        .add_option(filter.import.map(|import| Column::ImportId.eq(import.0).and(Column::TeamId.eq(team.0))))
        .add_option(filter.verdict.map(|verdict| Column::Id.in_subquery(with_verdict(team, verdict))))
        .add_option(filter.published_from.map(published_from))
        .add_option(filter.published_to.map(published_to))
        .add_option(filter.text_contains.as_deref().map(|words| contains(backend, words)))
}

/// Dates without a year begin with `-`, which sorts before every digit: they are in no range.
fn published_from(date: PartialDate) -> Expr {
    Column::PublishedKey.gte(date.to_string()).and(Column::PublishedKey.gte("0"))
}

/// `~` sorts behind every digit and `-`: 2020-07 reaches to its last day.
fn published_to(date: PartialDate) -> Expr {
    Column::PublishedKey.lte(format!("{date}~")).and(Column::PublishedKey.gte("0"))
}

fn with_verdict(team: TeamId, verdict: Verdict) -> SelectStatement {
    let with = Query::select()
        .column(check::Column::Id)
        .from(check::Entity)
        .and_where(check::Column::TeamId.eq(team.0))
        .and_where(check::Column::Verdict.eq(verdict.as_str()))
        .to_owned();
    Query::select()
        .column(check::term::Column::AnnouncementId)
        .from(check::term::Entity)
        .and_where(check::term::Column::CheckId.in_subquery(with))
        .to_owned()
}

/// Whoever sees an announcement sees its text.
fn contains(backend: DbBackend, words: &str) -> Condition {
    let words = column::folded(words);
    let texts = Query::select()
        .column(text::Column::AnnouncementId)
        .from(text::Entity)
        .and_where(dialect::contains(backend, text::Column::Folded, &words))
        .to_owned();
    Condition::any().add(dialect::contains(backend, Column::Folded, &words)).add(Column::Id.in_subquery(texts))
}
