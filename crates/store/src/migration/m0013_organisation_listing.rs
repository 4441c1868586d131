//! Organisations as they are listed and found: sort keys and terms, made of the records and made again when rules change.

use super::table::{bare, owned, unique};
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0013_organisation_listing"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        owned(manager, "organisation_space")
            .small("space")
            .flag("foreign_records")
            .numbers(&["version"])
            .key(&["space"])
            .make(manager, &[])
            .await?;
        unique(manager, "organisation_space", &["team_id", "foreign_records"]).await?;
        listings(manager).await?;
        bare(manager, "organisation_term")
            .small("space")
            .sorted_texts(&["term"])
            .integer("number")
            .key(&["space", "term", "number"])
            .kept_by_key()
            .make(manager, &[])
            .await?;
        views(manager).await
    }
}

/// Nothing points from here to an organisation: these rows follow the records when a transaction ends.
async fn listings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "organisation_listing")
        .small("space")
        .integer("number")
        .id("organisation_id")
        .texts(&["prepared"])
        .sorted_texts(&["sort_zh", "sort_ja", "sort_th", "sort_en"])
        .numbers(&["created_at", "announcements"])
        .key(&["space", "number"])
        .make(
            manager,
            &[
                &["organisation_id"],
                &["space", "sort_zh", "number"],
                &["space", "sort_ja", "number"],
                &["space", "sort_th", "number"],
                &["space", "sort_en", "number"],
                &["space", "created_at", "number"],
                &["space", "announcements", "number"],
            ],
        )
        .await
}

/// `account_id` is whose view it is; everybody's of the team without one.
async fn views(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "saved_view")
        .id("id")
        .optional_id("account_id")
        .numbers(&["version", "created_at"])
        .texts(&["created_by", "content"])
        .sorted_texts(&["name"])
        .key(&["id"])
        .make(manager, &[&["team_id", "name"], &["account_id"]])
        .await
}
