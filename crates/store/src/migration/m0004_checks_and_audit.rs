//! Checks with their verdicts, and the audit.

use super::table::owned;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_checks_and_audit"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        checks(manager).await?;
        check_terms(manager).await?;
        audit(manager).await
    }
}

/// `severity` is the place of the verdict in lists: 0 contradicted, 1 cannot tell, 2 consistent, 3 reconciled.
async fn checks(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "figure_check")
        .id("id")
        .id("announcement_id")
        .points_to("announcement_id", "announcement")
        .optional_id("event_id")
        .points_to("event_id", "event")
        .texts(&["rule", "verdict", "total", "parts"])
        .optional_texts(&["difference", "remark"])
        .small("severity")
        .key(&["id"])
        .make(manager, &[&["team_id", "severity", "id"], &["announcement_id"], &["event_id"]])
        .await
}

/// Which claims, and so which announcements, a check compares.
async fn check_terms(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "figure_check_term")
        .id("check_id")
        .points_to("check_id", "figure_check")
        .id("claim_id")
        .points_to("claim_id", "claim")
        .id("announcement_id")
        .points_to("announcement_id", "announcement")
        .key(&["check_id", "claim_id"])
        .make(manager, &[&["claim_id"], &["announcement_id"]])
        .await
}

async fn audit(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "audit_record")
        .id("id")
        .id("record_id")
        .texts(&["done_by", "action", "record_kind"])
        .numbers(&["done_at"])
        .optional_texts(&["before", "after", "why"])
        .key(&["id"])
        .make(
            manager,
            &[&["team_id", "done_at", "id"], &["team_id", "record_id", "done_at"], &["team_id", "done_by", "done_at"]],
        )
        .await
}
