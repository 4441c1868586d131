//! What officers and lists say of organisations, each value with its source.

use super::table::owned;
use sea_orm::DbErr;
use sea_orm::sea_query::{ColumnDef, Table};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0010_organisations"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, ColumnDef::new("country").text().null()).await?;
        add(manager, ColumnDef::new("readings").text().not_null().default("[]")).await?;
        facts(manager).await
    }
}

async fn add(manager: &SchemaManager<'_>, column: &mut ColumnDef) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table("organisation").add_column(column.take()).to_owned()).await
}

/// `import_id` points to a table of a later migration.
async fn facts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "organisation_fact")
        .id("organisation_id")
        .points_to("organisation_id", "organisation")
        .numbers(&["ordinal"])
        .texts(&["field", "fact", "source", "added_by"])
        .optional_id("import_id")
        .optional_numbers(&["import_row"])
        .optional_texts(&["layout", "lookup"])
        .numbers(&["added_at"])
        .key(&["organisation_id", "ordinal"])
        .make(manager, &[&["team_id", "lookup"], &["import_id"]])
        .await
}
