//! Sums of figures. The database adds integers of one scale; what it adds is put together here, exactly.

use super::filter::filtered;
use super::{Column, Entity, FigureFilter, facet};
use crate::column::word;
use crate::{Db, StoreError, amount};
use samesky_model::{
    Decimal,
    id::TeamId,
    reading::{Measure, MoneyClass},
    record::{Counting, Facet, FacetKind},
};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, Select};
use std::collections::{BTreeMap, btree_map::Entry};

/// A sum over figures that may be added: one class, one measure, one unit, one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// Which money.
    pub money_class: MoneyClass,
    /// What is measured.
    pub measure: Measure,
    /// The unit.
    pub unit: Option<String>,
    /// The year.
    pub year: Option<i16>,
    /// The sum, in units.
    pub sum: Decimal,
    /// Number of figures added.
    pub figures: i64,
}

/// A sum over figures that share a facet: one class, one measure, one unit, all years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetTotal {
    /// The facet.
    pub facet: Facet,
    /// Which money.
    pub money_class: MoneyClass,
    /// What is measured.
    pub measure: Measure,
    /// The unit.
    pub unit: Option<String>,
    /// The sum, in units.
    pub sum: Decimal,
    /// Number of figures added.
    pub figures: i64,
}

/// Sums of counted money figures, never across classes, measures, units or years.
///
/// # Errors
/// When the database fails.
pub async fn totals(db: &dyn Db, team: TeamId, filter: &FigureFilter) -> Result<Vec<Total>, StoreError> {
    sums(db, counted(db, team, filter).filter(Column::IsMoney.eq(true))).await
}

/// Sums of counted numbers of projects, agreements and companies, never across measures, units or years.
///
/// # Errors
/// When the database fails.
pub async fn count_totals(db: &dyn Db, team: TeamId, filter: &FigureFilter) -> Result<Vec<Total>, StoreError> {
    let measures =
        [Measure::ProjectsSigned, Measure::Agreements, Measure::CompaniesAttending, Measure::CompaniesSettled];
    let rows = counted(db, team, filter)
        .filter(Column::IsMoney.eq(false))
        .filter(Column::Measure.is_in(measures.map(Measure::as_str)));
    sums(db, rows).await
}

/// Sums of counted money figures by facet, never across classes, measures or units; the facets in the order of their
/// keys.
///
/// # Errors
/// When the database fails.
pub async fn by_facet(
    db: &dyn Db,
    team: TeamId,
    kind: FacetKind,
    filter: &FigureFilter,
) -> Result<Vec<FacetTotal>, StoreError> {
    let facets = Entity::belongs_to(facet::Entity).from(Column::Id).to(facet::Column::FigureId).into();
    let rows = counted(db, team, filter)
        .filter(Column::IsMoney.eq(true))
        .join(JoinType::InnerJoin, facets)
        .filter(facet::Column::TeamId.eq(team.0))
        .filter(facet::Column::Kind.eq(kind.as_str()))
        .column(facet::Column::Key)
        .column_as(facet::Column::Label.min(), "label")
        .group_by(facet::Column::Key);
    let rows: Vec<FacetRow> = rows.into_tuple().all(&db.connection()).await?;
    let mut totals = BTreeMap::new();
    for (class, measure, unit, scale, high, low, figures, key, label) in rows {
        let place = (
            key,
            word::<MoneyClass>("figure.money_class", &class)?,
            word::<Measure>("figure.measure", &measure)?,
            unit,
        );
        add(totals.entry(place), (amount::sum(high, low, scale)?, figures, label))?;
    }
    let facet = |key, label| Facet { kind, key, label };
    Ok(totals
        .into_iter()
        .map(|((key, money_class, measure, unit), (sum, figures, label))| FacetTotal {
            facet: facet(key, label),
            money_class,
            measure,
            unit,
            sum,
            figures,
        })
        .collect())
}

type YearRow = (String, String, Option<String>, i16, i64, i64, i64, Option<i16>);
type FacetRow = (String, String, Option<String>, i16, i64, i64, i64, String, String);

async fn sums(db: &dyn Db, rows: Select<Entity>) -> Result<Vec<Total>, StoreError> {
    let rows = rows.column(Column::Year).group_by(Column::Year);
    let rows: Vec<YearRow> = rows.into_tuple().all(&db.connection()).await?;
    let mut totals = BTreeMap::new();
    for (class, measure, unit, scale, high, low, figures, year) in rows {
        let place = (
            word::<MoneyClass>("figure.money_class", &class)?,
            word::<Measure>("figure.measure", &measure)?,
            unit,
            year,
        );
        add(totals.entry(place), (amount::sum(high, low, scale)?, figures, String::new()))?;
    }
    Ok(totals
        .into_iter()
        .map(|((money_class, measure, unit, year), (sum, figures, _))| Total {
            money_class,
            measure,
            unit,
            year,
            sum,
            figures,
        })
        .collect())
}

/// One row for each class, measure, unit and scale: only numbers of one scale can be added as integers.
fn counted(db: &dyn Db, team: TeamId, filter: &FigureFilter) -> Select<Entity> {
    let (high, low) = amount::halves(Expr::col(Column::Coefficient.as_column_ref()));
    filtered(db.connection().get_database_backend(), team, filter)
        .filter(Column::Counting.eq(Counting::Counted.as_str()))
        .filter(Column::Coefficient.is_not_null())
        .select_only()
        .columns([Column::MoneyClass, Column::Measure, Column::Unit, Column::Scale])
        .column_as(high, "high")
        .column_as(low, "low")
        .column_as(Expr::col(Column::Id.as_column_ref()).count(), "figures")
        .group_by(Column::MoneyClass)
        .group_by(Column::Measure)
        .group_by(Column::Unit)
        .group_by(Column::Scale)
}

fn add<K: Ord>(
    place: Entry<'_, K, (Decimal, i64, String)>,
    (sum, figures, label): (Decimal, i64, String),
) -> Result<(), StoreError> {
    let total = place.or_insert((Decimal::ZERO, 0, label));
    total.0 = amount::add(total.0, sum)?;
    total.1 += figures;
    Ok(())
}
