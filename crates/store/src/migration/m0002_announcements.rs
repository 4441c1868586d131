//! Imports, announcements, claims and decisions.

use super::table::{owned, unique};
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_announcements"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        imports(manager).await?;
        announcements(manager).await?;
        contents(manager).await?;
        import_files(manager).await?;
        claims(manager).await?;
        decisions(manager).await
    }
}

async fn imports(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "import")
        .id("id")
        .texts(&["source", "started_by", "state"])
        .numbers(&["started_at", "total", "done"])
        .optional_numbers(&["finished_at"])
        .flag("cancel_requested")
        .key(&["id"])
        .make(manager, &[&["team_id", "started_at", "id"], &["state"]])
        .await
}

async fn announcements(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "announcement")
        .id("id")
        .id("import_id")
        .points_to("import_id", "import")
        .numbers(&["version", "size", "imported_at", "claims", "pending"])
        .texts(&["sha256", "format", "parties", "remarks", "imported_by", "state", "folded"])
        .optional_texts(&[
            "encoding",
            "file_name",
            "source_address",
            "publisher",
            "published_basis",
            "language",
            "title",
        ])
        .sorted_texts(&["published_key", "title_key"])
        .key(&["id"])
        .make(
            manager,
            &[
                &["team_id", "imported_at", "id"],
                &["team_id", "published_key", "id"],
                &["team_id", "title_key", "id"],
                &["team_id", "state"],
                &["team_id", "language"],
                &["team_id", "publisher"],
                &["import_id"],
            ],
        )
        .await?;
    unique(manager, "announcement", &["team_id", "sha256"]).await
}

/// Apart from the announcement, so that lists never load them. The text is kept as UTF-8 bytes: it may hold U+0000.
async fn contents(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "announcement_text")
        .id("announcement_id")
        .points_to("announcement_id", "announcement")
        .bytes("text")
        .texts(&["body", "folded"])
        .key(&["announcement_id"])
        .make(manager, &[&["team_id"]])
        .await?;
    owned(manager, "announcement_original")
        .id("announcement_id")
        .points_to("announcement_id", "announcement")
        .bytes("bytes")
        .key(&["announcement_id"])
        .make(manager, &[])
        .await
}

async fn import_files(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "import_file")
        .id("import_id")
        .points_to("import_id", "import")
        .optional_id("announcement_id")
        .points_to("announcement_id", "announcement")
        .numbers(&["ordinal", "claims"])
        .texts(&["name", "outcome", "remarks"])
        .key(&["import_id", "ordinal"])
        .make(manager, &[&["announcement_id"]])
        .await
}

async fn claims(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "claim")
        .id("id")
        .id("announcement_id")
        .points_to("announcement_id", "announcement")
        .numbers(&["ordinal", "version"])
        .texts(&["kind", "state", "current", "remarks"])
        .optional_texts(&["original", "decided_by", "why"])
        .optional_numbers(&["decided_at"])
        .optional_id("record_id")
        .key(&["id"])
        .make(manager, &[&["announcement_id", "ordinal", "id"], &["team_id", "id"], &["team_id", "record_id"]])
        .await
}

async fn decisions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "claim_decision")
        .id("claim_id")
        .points_to("claim_id", "claim")
        .numbers(&["version", "decided_at"])
        .texts(&["state", "current", "decided_by"])
        .optional_texts(&["why"])
        .key(&["claim_id", "version"])
        .make(manager, &[])
        .await
}
