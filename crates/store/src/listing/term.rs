//! Terms in order, and ranges of them.

use super::Spaces;
use crate::{Db, StoreError, column};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{Condition, ConnectionTrait, QueryOrder, QuerySelect};
use std::collections::HashSet;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_term")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) space: i16,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) term: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) number: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A term of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// The term.
    pub term: String,
    /// The number of the organisation in its space.
    pub number: i32,
    /// The space.
    pub space: i16,
}

/// How many terms have one of these beginnings; counting ends at `most`.
///
/// # Errors
/// When the database fails.
pub async fn probe(db: &dyn Db, spaces: &Spaces, beginnings: &[String], most: u64) -> Result<u64, StoreError> {
    let mut count = 0;
    for space in &spaces.0 {
        for beginning in beginnings {
            let some = Query::select()
                .column(Column::Number)
                .from(Entity)
                .cond_where(within(*space, beginning))
                .limit(most - count)
                .to_owned();
            let counted = Query::select().expr(Expr::cust("COUNT(*)")).from_subquery(some, "counted").to_owned();
            let row = db.connection().query_one(&counted).await?;
            let found: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0);
            count += u64::try_from(found).unwrap_or(0);
            if count >= most {
                return Ok(most);
            }
        }
    }
    Ok(count)
}

/// The numbers, with their spaces, of all organisations that have a term with one of these beginnings.
///
/// # Errors
/// When the database fails.
pub async fn numbers(db: &dyn Db, spaces: &Spaces, beginnings: &[String]) -> Result<HashSet<(i16, i32)>, StoreError> {
    let mut found = HashSet::new();
    for space in &spaces.0 {
        for beginning in beginnings {
            let select = Entity::find().select_only().column(Column::Number).filter(within(*space, beginning));
            let numbers: Vec<i32> = select.into_tuple().all(&db.connection()).await?;
            found.extend(numbers.into_iter().map(|number| (*space, number)));
        }
    }
    Ok(found)
}

/// The next terms with a beginning, in their order, behind one of them.
///
/// # Errors
/// When the database fails.
pub async fn terms(
    db: &dyn Db,
    spaces: &Spaces,
    beginning: &str,
    after: Option<&Term>,
    limit: u64,
) -> Result<Vec<Term>, StoreError> {
    let mut found: Vec<Term> = Vec::new();
    for space in &spaces.0 {
        let mut select = Entity::find().filter(within(*space, beginning));
        if let Some(after) = after {
            // Terms of an earlier space at the same number were given already.
            let number = if *space > after.space { after.number.saturating_sub(1) } else { after.number };
            let place = Expr::tuple([Column::Term.into_expr(), Column::Number.into_expr()]);
            select = select.filter(place.gt(Expr::tuple([Expr::val(after.term.clone()), Expr::val(number)])));
        }
        let rows = select.order_by_asc(Column::Term).order_by_asc(Column::Number).limit(limit);
        let rows = rows.all(&db.connection()).await?;
        found.extend(rows.into_iter().map(|Model { space, term, number }| Term { term, number, space }));
    }
    if spaces.0.len() > 1 {
        found.sort_unstable();
        found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    Ok(found)
}

/// The terms of a space with a beginning. No character comes behind U+10FFFF.
fn within(space: i16, beginning: &str) -> Condition {
    let beginning = column::text(beginning);
    let end = format!("{beginning}\u{10FFFF}");
    Condition::all().add(Column::Space.eq(space)).add(Column::Term.gte(beginning)).add(Column::Term.lt(end))
}
