//! Figures of the ledger. They are derived from entries and can be made again.

pub(crate) mod facet;
mod filter;
pub(crate) mod member;
mod row;
mod total;

pub(crate) use filter::of_event_only;
pub use filter::{FigureFilter, FigureOrder, FigureSort};
pub(crate) use row::{Column, Entity};
pub use total::{FacetTotal, Total, by_facet, count_totals, totals};

use crate::rows::{self, among, found, in_order};
use crate::{Db, Page, PageOf, Sight, StoreError, Tx, entry, page};
use samesky_model::{
    id::{AnnouncementId, ClaimId, EntryId, EventId, FigureId, OrganisationId, ProjectId, TeamId},
    record::{Facet, Figure, FigureState},
};
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// Takes figures away and puts figures in, with their facets; a figure that is there already is written anew.
///
/// # Errors
/// [`StoreError::TooManyDigits`], or when the database fails.
pub async fn replace(
    tx: &Tx,
    team: TeamId,
    removed: &[FigureId],
    figures: &[Figure],
    facets: &[(FigureId, Facet)],
) -> Result<(), StoreError> {
    let gone: BTreeSet<Uuid> =
        removed.iter().copied().chain(figures.iter().map(|figure| figure.id)).map(|id| id.0).collect();
    remove(tx, team, &gone.into_iter().collect::<Vec<_>>()).await?;
    let figure_rows = figures.iter().map(row::Model::of).collect::<Result<Vec<_>, _>>()?;
    rows::insert::<Entity, _>(tx, figure_rows).await?;
    rows::insert::<member::Entity, _>(tx, figures.iter().flat_map(members).collect()).await?;
    let once: BTreeMap<_, _> = facets.iter().map(|(figure, facet)| ((figure, facet.kind, &facet.key), facet)).collect();
    let facet_rows = once.into_iter().map(|((figure, ..), facet)| facet::Model::of(team, *figure, facet));
    rows::insert::<facet::Entity, _>(tx, facet_rows.collect()).await
}

/// One figure.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, sight: impl Into<Sight>, id: FigureId) -> Result<Figure, StoreError> {
    let rows = Entity::find_by_id(id.0).filter(sight.into().figures()).all(&db.connection()).await?;
    found(with_members(db, rows).await?.pop(), "figure", id.0)
}

/// The years under which figures are reported, latest first.
///
/// # Errors
/// When the database fails.
pub async fn years(db: &dyn Db, team: TeamId) -> Result<Vec<i16>, StoreError> {
    let years: Vec<i16> = of_team(team)
        .select_only()
        .column(Column::Year)
        .filter(Column::Year.is_not_null())
        .group_by(Column::Year)
        .order_by_desc(Column::Year)
        .into_tuple()
        .all(&db.connection())
        .await?;
    Ok(years)
}

/// Several figures, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, team: TeamId, ids: &[FigureId]) -> Result<Vec<Figure>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let found = with_members(db, among(db, of_team(team), Column::Id, &keys).await?).await?;
    Ok(in_order(ids, found, |figure| figure.id))
}

/// The figures that entries of these claims are members of.
///
/// # Errors
/// When the database fails.
pub async fn of_claims(db: &dyn Db, claims: &[ClaimId]) -> Result<Vec<(ClaimId, FigureId)>, StoreError> {
    let entries = member::Entity::belongs_to(entry::Entity).from(member::Column::EntryId).to(entry::Column::Id).into();
    let rows = member::Entity::find()
        .select_only()
        .column(entry::Column::ClaimId)
        .column(member::Column::FigureId)
        .join(JoinType::InnerJoin, entries)
        .order_by_asc(entry::Column::ClaimId)
        .order_by_asc(member::Column::FigureId);
    let mut found = Vec::new();
    for some in claims.chunks(rows::VALUES) {
        let ids = some.iter().map(|claim| claim.0);
        let pairs: Vec<(Uuid, Uuid)> =
            rows.clone().filter(entry::Column::ClaimId.is_in(ids)).into_tuple().all(&db.connection()).await?;
        found.extend(pairs.into_iter().map(|(claim, figure)| (ClaimId(claim), FigureId(figure))));
    }
    Ok(found)
}

/// The figures of an event, greatest value first.
///
/// # Errors
/// When the database fails.
pub async fn of_event(db: &dyn Db, team: TeamId, event: EventId) -> Result<Vec<Figure>, StoreError> {
    where_(db, team, Column::EventId.eq(event.0)).await
}

/// The figures of a project, greatest value first.
///
/// # Errors
/// When the database fails.
pub async fn of_project(db: &dyn Db, team: TeamId, project: ProjectId) -> Result<Vec<Figure>, StoreError> {
    where_(db, team, Column::ProjectId.eq(project.0)).await
}

/// The figures of several projects, greatest value first.
///
/// # Errors
/// When the database fails.
pub async fn of_projects(db: &dyn Db, team: TeamId, projects: &[ProjectId]) -> Result<Vec<Figure>, StoreError> {
    where_(db, team, Column::ProjectId.is_in(projects.iter().map(|project| project.0))).await
}

/// The figures of an organisation, greatest value first.
///
/// # Errors
/// When the database fails.
pub async fn of_organisation(
    db: &dyn Db,
    team: TeamId,
    organisation: OrganisationId,
) -> Result<Vec<Figure>, StoreError> {
    where_(db, team, Column::OrganisationId.eq(organisation.0)).await
}

/// Those of some organisations that have figures.
///
/// # Errors
/// When the database fails.
pub async fn whose(db: &dyn Db, team: TeamId, some: &[OrganisationId]) -> Result<Vec<OrganisationId>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .column(Column::OrganisationId)
        .distinct()
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::OrganisationId.is_in(some.iter().map(|id| id.0)));
    let found: Vec<Option<uuid::Uuid>> = rows.into_tuple().all(&db.connection()).await?;
    Ok(found.into_iter().flatten().map(OrganisationId).collect())
}

/// The figures with an entry from one of these announcements, greatest value first.
///
/// # Errors
/// When the database fails.
pub async fn of_announcements(
    db: &dyn Db,
    team: TeamId,
    announcements: &[AnnouncementId],
) -> Result<Vec<Figure>, StoreError> {
    where_(db, team, filter::of_announcements(announcements)).await
}

/// The figures that are parts of this one, greatest value first.
///
/// # Errors
/// When the database fails.
pub async fn parts(db: &dyn Db, team: TeamId, whole: FigureId) -> Result<Vec<Figure>, StoreError> {
    where_(db, team, Column::PartOf.eq(whole.0)).await
}

/// The facets of a figure.
///
/// # Errors
/// When the database fails.
pub async fn facets(db: &dyn Db, team: TeamId, figure: FigureId) -> Result<Vec<Facet>, StoreError> {
    let rows = facet::Entity::find()
        .filter(facet::Column::TeamId.eq(team.0))
        .filter(facet::Column::FigureId.eq(figure.0))
        .order_by_asc(facet::Column::Kind)
        .order_by_asc(facet::Column::Key);
    rows.all(&db.connection()).await?.into_iter().map(facet::Model::read).collect()
}

/// Figures.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &FigureFilter,
    sort: &FigureSort,
    page: &Page,
) -> Result<PageOf<Figure>, StoreError> {
    let rows = filter::filtered(db.connection().get_database_backend(), team, filter);
    let found = page::read(db, rows, &sort.order(), page, |row| (sort.place(row), row.id)).await?;
    let PageOf { items, next, previous, total } = found;
    Ok(PageOf { items: with_members(db, items).await?, next, previous, total })
}

/// Number of figures whose sources differ.
///
/// # Errors
/// When the database fails.
pub async fn contested(db: &dyn Db, team: TeamId) -> Result<i64, StoreError> {
    let rows = of_team(team).filter(Column::State.eq(FigureState::Contested.as_str()));
    Ok(i64::try_from(rows.count(&db.connection()).await?).unwrap_or(i64::MAX))
}

/// The entries that are members of figures for which this holds.
pub(crate) fn members_of(which: Expr) -> SelectStatement {
    Query::select().column(member::Column::EntryId).from(member::Entity).and_where(which).to_owned()
}

async fn remove(tx: &Tx, team: TeamId, ids: &[Uuid]) -> Result<(), StoreError> {
    for some in ids.chunks(rows::VALUES) {
        let ids = || some.iter().copied();
        let db = tx.connection();
        let of = |column: member::Column| column.eq(team.0);
        member::Entity::delete_many()
            .filter(of(member::Column::TeamId))
            .filter(member::Column::FigureId.is_in(ids()))
            .exec(&db)
            .await?;
        facet::Entity::delete_many()
            .filter(facet::Column::TeamId.eq(team.0))
            .filter(facet::Column::FigureId.is_in(ids()))
            .exec(&db)
            .await?;
        Entity::delete_many().filter(Column::TeamId.eq(team.0)).filter(Column::Id.is_in(ids())).exec(&db).await?;
    }
    Ok(())
}

fn members(figure: &Figure) -> Vec<member::Model> {
    let row = |(ordinal, entry): (i64, &EntryId)| member::Model {
        figure_id: figure.id.0,
        entry_id: entry.0,
        team_id: figure.team.0,
        ordinal,
    };
    (1..).zip(&figure.entries).map(row).collect()
}

async fn where_(db: &dyn Db, team: TeamId, which: Expr) -> Result<Vec<Figure>, StoreError> {
    let rows = of_team(team).filter(which).order_by_desc(Column::ValueKey).order_by_asc(Column::Id);
    let rows = rows.all(&db.connection()).await?;
    with_members(db, rows).await
}

fn of_team(team: TeamId) -> Select<Entity> {
    Entity::find().filter(Column::TeamId.eq(team.0))
}

/// One statement for the members of all of them.
async fn with_members(db: &dyn Db, figures: Vec<row::Model>) -> Result<Vec<Figure>, StoreError> {
    let ids: Vec<Uuid> = figures.iter().map(|figure| figure.id).collect();
    let rows = member::Entity::find().order_by_asc(member::Column::Ordinal);
    let mut entries: HashMap<Uuid, Vec<EntryId>> = HashMap::new();
    for row in among(db, rows, member::Column::FigureId, &ids).await? {
        entries.entry(row.figure_id).or_default().push(EntryId(row.entry_id));
    }
    figures
        .into_iter()
        .map(|row| {
            let id = row.id;
            row.read(entries.remove(&id).unwrap_or_default())
        })
        .collect()
}
