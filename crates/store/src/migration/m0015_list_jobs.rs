//! Lists of organisations on their way in: the file, how far it has come, and what would come of each row.

use super::table::owned;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0015_list_jobs"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        owned(manager, "list_job")
            .id("id")
            .texts(&["file_name", "sha256", "state", "said", "layout", "totals", "problems", "started_by"])
            .numbers(&["size", "total", "done", "started_at"])
            .optional_numbers(&["finished_at", "lease_ends_at"])
            .optional_id("import_id")
            .flag("skip_refused")
            .flag("cancel_requested")
            .key(&["id"])
            .make(manager, &[&["team_id", "started_at", "id"], &["state"]])
            .await?;
        owned(manager, "list_job_file")
            .id("job_id")
            .points_to("job_id", "list_job")
            .bytes("bytes")
            .key(&["job_id"])
            .make(manager, &[])
            .await?;
        rows(manager).await
    }
}

/// `organisation_id` points to an organisation that may be gone by the time somebody looks.
async fn rows(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "list_job_row")
        .id("job_id")
        .points_to("job_id", "list_job")
        .numbers(&["row_number"])
        .texts(&["outcome", "identifiers", "messages", "candidates"])
        .optional_texts(&["name", "country", "choice"])
        .optional_id("organisation_id")
        .key(&["job_id", "row_number"])
        .make(manager, &[&["job_id", "outcome", "row_number"]])
        .await
}
