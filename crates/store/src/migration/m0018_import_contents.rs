//! What the rows of imported lists said, so that a row is known when it comes again; and whom they spoke of, to be asked for.

use super::table::add_index;
use sea_orm::DbErr;
use sea_orm::sea_query::{ColumnDef, Table};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

const ROWS: &str = "organisation_import_row";

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0018_import_contents"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut content = ColumnDef::new("content");
        content.text().null();
        manager.alter_table(Table::alter().table(ROWS).add_column(content).to_owned()).await?;
        add_index(manager, ROWS, &["content"], false).await?;
        add_index(manager, ROWS, &["organisation_id"], false).await
    }
}
