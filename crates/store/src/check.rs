//! Checks with their verdicts. They are derived and can be made again.

mod row;
pub(crate) mod term;

pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows;
use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    id::{AnnouncementId, ClaimId, EventId, TeamId},
    reading::{Rule, Verdict},
    record::CheckRecord,
};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};
use std::collections::HashSet;
use uuid::Uuid;

/// Which checks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckFilter {
    /// Of figures of this announcement.
    pub announcement: Option<AnnouncementId>,
    /// Of figures of this event.
    pub event: Option<EventId>,
    /// That came to this.
    pub verdict: Option<Verdict>,
    /// Of this rule.
    pub rule: Option<Rule>,
}

/// How many checks came to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CheckTally {
    /// Do not hold.
    pub contradicted: i64,
    /// Cannot be told.
    pub unknown: i64,
    /// Hold within the qualifiers.
    pub consistent: i64,
    /// Hold exactly.
    pub reconciled: i64,
}

/// Replaces the checks within one announcement: all rules but `across`.
///
/// # Errors
/// When the database fails.
pub async fn replace_of_announcement(
    tx: &Tx,
    team: TeamId,
    announcement: AnnouncementId,
    checks: &[CheckRecord],
) -> Result<(), StoreError> {
    let old =
        of_team(team).filter(Column::AnnouncementId.eq(announcement.0)).filter(Column::Rule.ne(Rule::Across.as_str()));
    replace(tx, old, checks).await
}

/// Replaces the checks of rule `across` in which any of these announcements is the total or a part.
///
/// # Errors
/// When the database fails.
pub async fn replace_across(
    tx: &Tx,
    team: TeamId,
    announcements: &[AnnouncementId],
    checks: &[CheckRecord],
) -> Result<(), StoreError> {
    let old = of_team(team).filter(Column::Rule.eq(Rule::Across.as_str())).filter(comparing(announcements));
    replace(tx, old, checks).await
}

/// Checks: contradicted, cannot tell, consistent, reconciled. Those of an announcement are all that compare a figure of
/// it, also with figures of others.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &CheckFilter,
    page: &Page,
) -> Result<PageOf<CheckRecord>, StoreError> {
    let order = ListOrder {
        name: "check",
        key: Expr::col(Column::Severity.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: false,
    };
    let rows = of_team(team).filter(condition(filter));
    let place = |row: &row::Model| (Key::Number(i64::from(row.severity)), row.id);
    page::read(db, rows, &order, page, place).await?.try_map(row::Model::read)
}

/// How many came to what, of the team or of one announcement.
///
/// # Errors
/// When the database fails.
pub async fn tally(db: &dyn Db, team: TeamId, announcement: Option<AnnouncementId>) -> Result<CheckTally, StoreError> {
    let counts: Vec<(String, i64)> = of_team(team)
        .filter(condition(&CheckFilter { announcement, ..CheckFilter::default() }))
        .select_only()
        .column(Column::Verdict)
        .column_as(Column::Id.count(), "rows")
        .group_by(Column::Verdict)
        .into_tuple()
        .all(&db.connection())
        .await?;
    let of = |verdict: Verdict| counts.iter().find(|(word, _)| word == verdict.as_str()).map_or(0, |found| found.1);
    Ok(CheckTally {
        contradicted: of(Verdict::Contradicted),
        unknown: of(Verdict::Unknown),
        consistent: of(Verdict::Consistent),
        reconciled: of(Verdict::Reconciled),
    })
}

/// The check of each announcement that needs attention most; announcements without checks are left out.
///
/// # Errors
/// When the database fails.
pub async fn worst_per_announcement(
    db: &dyn Db,
    team: TeamId,
    announcements: &[AnnouncementId],
) -> Result<Vec<(AnnouncementId, CheckRecord)>, StoreError> {
    let terms = Entity::belongs_to(term::Entity).from(Column::Id).to(term::Column::CheckId).into();
    let ranked: Vec<(Uuid, Uuid)> = worst_first(of_team(team))
        .select_only()
        .column(term::Column::AnnouncementId)
        .column(Column::Id)
        .join(JoinType::InnerJoin, terms)
        .filter(term::Column::AnnouncementId.is_in(announcements.iter().map(|id| id.0)))
        .into_tuple()
        .all(&db.connection())
        .await?;
    let mut seen = HashSet::new();
    let worst: Vec<_> = ranked.into_iter().filter(|(announcement, _)| seen.insert(*announcement)).collect();
    let ids: Vec<Uuid> = worst.iter().map(|(_, check)| *check).collect();
    let checks = rows::among(db, of_team(team), Column::Id, &ids).await?;
    let of = |id: Uuid| checks.iter().find(|check| check.id == id).cloned();
    let read =
        |(announcement, check)| of(check).map(|row| row.read().map(|check| (AnnouncementId(announcement), check)));
    worst.into_iter().filter_map(read).collect()
}

/// The checks that compare one of these claims, the worst first.
///
/// # Errors
/// When the database fails.
pub async fn of_claims(db: &dyn Db, team: TeamId, claims: &[ClaimId]) -> Result<Vec<CheckRecord>, StoreError> {
    let terms = Query::select()
        .column(term::Column::CheckId)
        .from(term::Entity)
        .and_where(term::Column::ClaimId.is_in(claims.iter().map(|claim| claim.0)))
        .to_owned();
    let rows = worst_first(of_team(team).filter(Column::Id.in_subquery(terms)));
    rows.all(&db.connection()).await?.into_iter().map(row::Model::read).collect()
}

async fn replace(tx: &Tx, old: Select<Entity>, checks: &[CheckRecord]) -> Result<(), StoreError> {
    let ids: Vec<Uuid> = old.select_only().column(Column::Id).into_tuple().all(&tx.connection()).await?;
    for some in ids.chunks(rows::VALUES) {
        let gone = || some.iter().copied();
        term::Entity::delete_many().filter(term::Column::CheckId.is_in(gone())).exec(&tx.connection()).await?;
        Entity::delete_many().filter(Column::Id.is_in(gone())).exec(&tx.connection()).await?;
    }
    rows::insert::<Entity, _>(tx, checks.iter().map(row::Model::of).collect::<Result<Vec<_>, _>>()?).await?;
    rows::insert::<term::Entity, _>(tx, checks.iter().flat_map(term::Model::of).collect()).await
}

fn condition(filter: &CheckFilter) -> Condition {
    Condition::all()
        .add_option(filter.announcement.map(|announcement| comparing(&[announcement])))
        .add_option(filter.event.map(|event| Column::EventId.eq(event.0)))
        .add_option(filter.verdict.map(|verdict| Column::Verdict.eq(verdict.as_str())))
        .add_option(filter.rule.map(|rule| Column::Rule.eq(rule.as_str())))
}

/// The checks of rule `across` that compare any of these announcements.
pub(crate) fn across(team: TeamId, announcements: &[AnnouncementId]) -> Condition {
    let rule = Column::Rule.eq(Rule::Across.as_str());
    Condition::all().add(Column::TeamId.eq(team.0)).add(rule).add(comparing(announcements))
}

fn comparing(announcements: &[AnnouncementId]) -> Expr {
    let ids = announcements.iter().map(|announcement| announcement.0);
    let terms = term::Entity::find().select_only().column(term::Column::CheckId);
    Column::Id.in_subquery(terms.filter(term::Column::AnnouncementId.is_in(ids)).into_query())
}

fn of_team(team: TeamId) -> Select<Entity> {
    Entity::find().filter(Column::TeamId.eq(team.0))
}

fn worst_first(rows: Select<Entity>) -> Select<Entity> {
    rows.order_by_asc(Column::Severity).order_by_asc(Column::Id)
}
