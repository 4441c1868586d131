//! The little that the two databases do not have in common, each in one file.

pub(crate) mod postgres;
pub(crate) mod sqlite;

use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, DbBackend};

/// Whether the text of a column holds these words, each character standing for itself. Both sides are folded already.
pub(crate) fn contains(backend: DbBackend, column: impl ColumnTrait, words: &str) -> Expr {
    let function = if backend == DbBackend::Postgres { postgres::POSITION } else { sqlite::POSITION };
    Expr::expr(Func::cust(function).arg(Expr::col(column.as_column_ref())).arg(words.to_owned())).gt(0)
}

/// What makes a text column sort by code points.
pub(crate) fn code_point_order(backend: DbBackend) -> &'static str {
    if backend == DbBackend::Postgres { postgres::CODE_POINT_ORDER } else { sqlite::CODE_POINT_ORDER }
}
