//! Records shown to other teams, and records published to everybody; the organisation of an invited guest.

use super::table::{owned, unique};
use sea_orm::DbErr;
use sea_orm::sea_query::{ColumnDef, Table};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0007_sharing"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        shares(manager).await?;
        publications(manager).await?;
        editions(manager).await?;
        let organisation = ColumnDef::new("organisation_id").uuid().null().take();
        manager.alter_table(Table::alter().table("ticket").add_column(organisation).to_owned()).await
    }
}

/// A record can be of any of four tables, so nothing points to it.
async fn shares(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "share")
        .texts(&["made_by"])
        .sorted_texts(&["kind"])
        .id("record_id")
        .id("with_team")
        .points_to("with_team", "team")
        .numbers(&["made_at"])
        .key(&["kind", "record_id", "with_team"])
        .make(manager, &[&["with_team", "kind", "record_id"]])
        .await
}

async fn publications(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "publication")
        .id("id")
        .texts(&["folded"])
        .sorted_texts(&["kind"])
        .id("record_id")
        .numbers(&["version", "changed_at"])
        .optional_numbers(&["edition", "withdrawn_at"])
        .optional_texts(&["withdrawn_by", "withdrawn_why"])
        .key(&["id"])
        .make(manager, &[&["team_id", "changed_at", "id"], &["changed_at", "id"]])
        .await?;
    unique(manager, "publication", &["kind", "record_id"]).await
}

/// The requester points to no account: editions outlive people.
async fn editions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "edition")
        .id("id")
        .id("publication_id")
        .points_to("publication_id", "publication")
        .texts(&["state", "content", "digest", "requested_by"])
        .numbers(&["number", "requested_at"])
        .optional_id("requester")
        .optional_id("decided_for")
        .optional_numbers(&["decided_at"])
        .optional_texts(&["why", "decided_by", "reason"])
        .key(&["id"])
        .make(manager, &[&["team_id", "state", "requested_at"]])
        .await?;
    unique(manager, "edition", &["publication_id", "number"]).await
}
