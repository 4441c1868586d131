//! Going through the rows of spaces in an order.

use super::row::{Column, Entity, Model};
use super::{Place, Spaces};
use crate::{Db, StoreError};
use samesky_model::id::OrganisationId;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By name in a language, by its place in [`super::LANGUAGES`].
    Name(usize),
    /// The record made last first.
    Newest,
    /// The one that most announcements name first.
    Announcements,
}

/// An organisation in a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Of this its terms are made.
    pub prepared: String,
    /// Its number in its space.
    pub number: i32,
    /// The space.
    pub space: i16,
    /// Announcements of the own team that name it.
    pub announcements: i64,
    place: Place,
}

impl Listed {
    /// Its place in the order that was asked for.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    fn of(row: Model, order: Order) -> Self {
        let (number, space) = (row.number, row.space);
        let turned = |key: i64| Place::Number { key: -key, number: -number, space: -space };
        let place = match order {
            Order::Newest => turned(row.created_at),
            Order::Announcements => turned(row.announcements),
            Order::Name(language) => {
                let key = [row.sort_zh, row.sort_ja, row.sort_th, row.sort_en].into_iter().nth(language);
                Place::Text { key: key.unwrap_or_default(), number, space }
            }
        };
        Self {
            organisation: OrganisationId(row.organisation_id),
            prepared: row.prepared,
            announcements: row.announcements,
            number,
            space,
            place,
        }
    }
}

/// The organisations with these numbers, by space and number.
///
/// # Errors
/// When the database fails.
pub async fn at(
    db: &dyn Db,
    numbers: impl IntoIterator<Item = (i16, i32)>,
    order: Order,
) -> Result<BTreeMap<(i16, i32), Listed>, StoreError> {
    let mut by_space: BTreeMap<i16, Vec<i32>> = BTreeMap::new();
    for (space, number) in numbers {
        by_space.entry(space).or_default().push(number);
    }
    let mut found = BTreeMap::new();
    for (space, mut numbers) in by_space {
        numbers.sort_unstable();
        numbers.dedup();
        for some in numbers.chunks(1_000) {
            let rows =
                Entity::find().filter(Column::Space.eq(space)).filter(Column::Number.is_in(some.iter().copied()));
            for row in rows.all(&db.connection()).await? {
                found.insert((row.space, row.number), Listed::of(row, order));
            }
        }
    }
    Ok(found)
}

/// The next organisations of an order.
///
/// # Errors
/// [`StoreError::BadCursor`] for a place of another order, or when the database fails.
pub async fn walk(
    db: &dyn Db,
    spaces: &Spaces,
    order: Order,
    after: Option<&Place>,
    limit: u64,
) -> Result<Vec<Listed>, StoreError> {
    let column = match order {
        Order::Name(0) => Column::SortZh,
        Order::Name(1) => Column::SortJa,
        Order::Name(2) => Column::SortTh,
        Order::Name(_) => Column::SortEn,
        Order::Newest => Column::CreatedAt,
        Order::Announcements => Column::Announcements,
    };
    let mut found = Vec::new();
    for space in &spaces.0 {
        let mut select = Entity::find().filter(Column::Space.eq(*space));
        let place = Expr::tuple([column.into_expr(), Column::Number.into_expr()]);
        select = match (order, after) {
            (_, None) => select,
            (Order::Name(_), Some(Place::Text { key, number, space: at })) => {
                let number = if *space > *at { number.saturating_sub(1) } else { *number };
                select.filter(place.gt(Expr::tuple([Expr::val(key.clone()), Expr::val(number)])))
            }
            (Order::Newest | Order::Announcements, Some(Place::Number { key, number, space: at })) => {
                let number = if *space < -*at { (-*number).saturating_add(1) } else { -*number };
                select.filter(place.lt(Expr::tuple([Expr::val(-*key), Expr::val(number)])))
            }
            (_, Some(_)) => return Err(StoreError::BadCursor("another order".to_owned())),
        };
        select = match order {
            Order::Name(_) => select.order_by_asc(column).order_by_asc(Column::Number),
            Order::Newest | Order::Announcements => select.order_by_desc(column).order_by_desc(Column::Number),
        };
        let rows = select.limit(limit).all(&db.connection()).await?;
        found.extend(rows.into_iter().map(|row| Listed::of(row, order)));
    }
    found.sort_by(|one, other| one.place.cmp(&other.place));
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(found)
}

/// How many organisations there are; counting ends at `most`.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &dyn Db, spaces: &Spaces, most: u64) -> Result<u64, StoreError> {
    let mut count = 0;
    for space in &spaces.0 {
        let some = Query::select()
            .column(Column::Number)
            .from(Entity)
            .and_where(Column::Space.eq(*space))
            .limit(most)
            .to_owned();
        let counted = Query::select().expr(Expr::cust("COUNT(*)")).from_subquery(some, "counted").to_owned();
        let row = db.connection().query_one(&counted).await?;
        let found: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0);
        count += u64::try_from(found).unwrap_or(0);
    }
    Ok(std::cmp::min(count, most))
}
