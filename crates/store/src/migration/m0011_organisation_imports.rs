//! Imports of lists of organisations, and what came of each row.

use super::table::owned;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0011_organisation_imports"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        owned(manager, "organisation_import")
            .id("id")
            .texts(&["file_name", "sha256", "sheet", "layout", "mapping", "totals", "started_by"])
            .optional_texts(&["undone_by"])
            .numbers(&["started_at"])
            .optional_numbers(&["undone_at"])
            .key(&["id"])
            .make(manager, &[&["team_id", "started_at", "id"], &["team_id", "layout", "started_at"]])
            .await?;
        rows(manager).await
    }
}

/// `organisation_id` points to an organisation that may be gone: one that an import made, and that was taken back.
async fn rows(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "organisation_import_row")
        .id("import_id")
        .points_to("import_id", "organisation_import")
        .numbers(&["row_number"])
        .texts(&["outcome", "messages", "removed"])
        .optional_id("organisation_id")
        .key(&["import_id", "row_number"])
        .make(manager, &[])
        .await
}
