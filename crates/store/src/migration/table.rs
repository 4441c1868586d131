//! The few shapes of which the tables are made.

use crate::dialect::code_point_order;
use sea_orm::sea_query::{ColumnDef, ForeignKey, Index, Table, TableCreateStatement};
use sea_orm::{DbBackend, DbErr};
use sea_orm_migration::SchemaManager;

/// A table that is being described.
pub(super) struct NewTable {
    name: &'static str,
    statement: TableCreateStatement,
    backend: DbBackend,
}

/// Begins a table whose rows belong to a team.
pub(super) fn owned(manager: &SchemaManager<'_>, name: &'static str) -> NewTable {
    bare(manager, name).id("team_id").points_to("team_id", "team")
}

/// Begins a table.
pub(super) fn bare(manager: &SchemaManager<'_>, name: &'static str) -> NewTable {
    let mut statement = Table::create();
    statement.table(name);
    NewTable { name, statement, backend: manager.get_database_backend() }
}

impl NewTable {
    /// A column with an identifier.
    pub(super) fn id(self, name: &'static str) -> Self {
        self.column(ColumnDef::new(name).uuid().not_null())
    }

    /// A column with an identifier that may be missing.
    pub(super) fn optional_id(self, name: &'static str) -> Self {
        self.column(ColumnDef::new(name).uuid().null())
    }

    /// Columns with text, or with JSON or code words as text.
    pub(super) fn texts(self, names: &[&'static str]) -> Self {
        names.iter().fold(self, |table, name| table.column(ColumnDef::new(*name).text().not_null()))
    }

    /// Columns with text that may be missing.
    pub(super) fn optional_texts(self, names: &[&'static str]) -> Self {
        names.iter().fold(self, |table, name| table.column(ColumnDef::new(*name).text().null()))
    }

    /// Columns by which lists are sorted, by code points on either database.
    pub(super) fn sorted_texts(self, names: &[&'static str]) -> Self {
        let order = code_point_order(self.backend);
        names.iter().fold(self, |table, name| {
            let mut column = ColumnDef::new(*name);
            column.text().not_null();
            if !order.is_empty() {
                column.extra(order);
            }
            table.column(&mut column)
        })
    }

    /// Columns with whole numbers, or instants in microseconds.
    pub(super) fn numbers(self, names: &[&'static str]) -> Self {
        names.iter().fold(self, |table, name| table.column(ColumnDef::new(*name).big_integer().not_null()))
    }

    /// Columns with whole numbers that may be missing.
    pub(super) fn optional_numbers(self, names: &[&'static str]) -> Self {
        names.iter().fold(self, |table, name| table.column(ColumnDef::new(*name).big_integer().null()))
    }

    /// A column with a number of four bytes.
    pub(super) fn integer(self, name: &'static str) -> Self {
        self.column(ColumnDef::new(name).integer().not_null())
    }

    /// Has SQLite keep the rows in the tree of the key and nowhere else; PostgreSQL knows no such tables.
    pub(super) fn kept_by_key(mut self) -> Self {
        if self.backend == DbBackend::Sqlite {
            self.statement.extra("WITHOUT ROWID");
        }
        self
    }

    /// A column with a small number that may be missing.
    pub(super) fn optional_small(self, name: &'static str) -> Self {
        self.column(ColumnDef::new(name).small_integer().null())
    }

    /// A column with a small number.
    pub(super) fn small(self, name: &'static str) -> Self {
        self.column(ColumnDef::new(name).small_integer().not_null())
    }

    /// A column with yes or no.
    pub(super) fn flag(self, name: &'static str) -> Self {
        self.column(ColumnDef::new(name).boolean().not_null())
    }

    /// A column with bytes.
    pub(super) fn bytes(self, name: &'static str) -> Self {
        self.column(ColumnDef::new(name).blob().not_null())
    }

    /// The columns that name a row.
    pub(super) fn key(mut self, names: &[&'static str]) -> Self {
        let mut key = Index::create();
        names.iter().for_each(|name| {
            key.col(*name);
        });
        self.statement.primary_key(&mut key);
        self
    }

    /// The column holds the `id` of a row of another table. A table never points to itself, so that rows can be restored
    /// in any order.
    pub(super) fn points_to(mut self, column: &'static str, table: &'static str) -> Self {
        self.statement.foreign_key(ForeignKey::create().from(self.name, column).to(table, "id"));
        self
    }

    /// Makes the table with its indexes.
    pub(super) async fn make(self, manager: &SchemaManager<'_>, indexes: &[&[&'static str]]) -> Result<(), DbErr> {
        manager.create_table(self.statement).await?;
        for columns in indexes {
            add_index(manager, self.name, columns, false).await?;
        }
        Ok(())
    }

    fn column(mut self, column: &mut ColumnDef) -> Self {
        self.statement.col(column.take());
        self
    }
}

/// Adds an index that keeps two rows from having the same values.
pub(super) async fn unique(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &[&'static str],
) -> Result<(), DbErr> {
    add_index(manager, table, columns, true).await
}

pub(super) async fn add_index(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &[&'static str],
    unique: bool,
) -> Result<(), DbErr> {
    let mut index = Index::create();
    index.name(format!("{table}_by_{}", columns.join("_"))).table(table);
    columns.iter().for_each(|column| {
        index.col(*column);
    });
    if unique {
        index.unique();
    }
    manager.create_index(index).await
}
