//! Files attached to records, and the sign of life of whoever runs an import.

use super::table::{bare, owned, unique};
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0009_attachments"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        contents(manager).await?;
        attachments(manager).await?;
        leases(manager).await
    }
}

/// The bytes of a file stand once for each team, in pieces, so that no row is large.
async fn contents(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "attachment_content")
        .id("id")
        .texts(&["sha256", "kind"])
        .numbers(&["size"])
        .key(&["id"])
        .make(manager, &[])
        .await?;
    unique(manager, "attachment_content", &["team_id", "sha256"]).await?;
    owned(manager, "attachment_piece")
        .id("content_id")
        .points_to("content_id", "attachment_content")
        .numbers(&["ordinal"])
        .bytes("bytes")
        .key(&["content_id", "ordinal"])
        .make(manager, &[])
        .await
}

/// `record_id` points to a table that `record_kind` names.
async fn attachments(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "attachment")
        .id("id")
        .id("content_id")
        .points_to("content_id", "attachment_content")
        .id("record_id")
        .texts(&["record_kind", "name", "attached_by"])
        .numbers(&["attached_at"])
        .key(&["id"])
        .make(manager, &[&["team_id", "record_id", "attached_at"], &["content_id"]])
        .await
}

/// Until when, on the database's clock, an import counts as being run by somebody.
async fn leases(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "import_lease")
        .id("import_id")
        .points_to("import_id", "import")
        .numbers(&["ends_at"])
        .key(&["import_id"])
        .make(manager, &[])
        .await
}
