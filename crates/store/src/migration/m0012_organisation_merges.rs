//! Organisations that became one, or were taken apart; pairs that may be one; which record a claim was given.

use super::table::owned;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0012_organisation_merges"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        merges(manager).await?;
        facts(manager).await?;
        pairs(manager).await?;
        choices(manager).await
    }
}

/// `record_id` is the organisation that stays. Nothing here points to organisations: what an import made may be gone.
async fn merges(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "organisation_merge")
        .id("id")
        .id("record_id")
        .texts(&["kind", "others", "moved", "derived", "made_by"])
        .numbers(&["made_at"])
        .optional_texts(&["why", "undone_by"])
        .optional_numbers(&["undone_at"])
        .key(&["id"])
        .make(manager, &[&["team_id", "record_id", "made_at"]])
        .await?;
    owned(manager, "organisation_merged")
        .id("organisation_id")
        .id("survivor_id")
        .id("merge_id")
        .points_to("merge_id", "organisation_merge")
        .key(&["organisation_id"])
        .make(manager, &[&["survivor_id"], &["merge_id"], &["team_id"]])
        .await
}

/// The values of each organisation before and after, as they stand in `organisation_fact`.
async fn facts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "organisation_merge_fact")
        .id("organisation_id")
        .id("merge_id")
        .points_to("merge_id", "organisation_merge")
        .sorted_texts(&["side"])
        .numbers(&["ordinal", "added_at"])
        .texts(&["field", "fact", "source", "added_by"])
        .optional_id("import_id")
        .optional_numbers(&["import_row"])
        .optional_texts(&["layout"])
        .key(&["organisation_id", "merge_id", "side", "ordinal"])
        .make(manager, &[&["merge_id"]])
        .await
}

/// `one_id` is the lesser identifier of the two.
async fn pairs(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "organisation_pair")
        .id("one_id")
        .id("other_id")
        .id("pair_id")
        .texts(&["verdict", "evidence"])
        .sorted_texts(&["answer"])
        .numbers(&["score", "found_at"])
        .optional_texts(&["answered_by"])
        .optional_numbers(&["answered_at"])
        .key(&["one_id", "other_id"])
        .make(manager, &[&["team_id", "answer", "score", "pair_id"], &["other_id"]])
        .await?;
    owned(manager, "organisation_looked")
        .id("organisation_id")
        .numbers(&["version"])
        .key(&["organisation_id"])
        .make(manager, &[&["team_id"]])
        .await
}

/// Without an organisation: the claim is to have a record of its own.
async fn choices(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "organisation_choice")
        .id("claim_id")
        .points_to("claim_id", "claim")
        .optional_id("organisation_id")
        .texts(&["made_by"])
        .numbers(&["made_at"])
        .key(&["claim_id"])
        .make(manager, &[&["organisation_id"]])
        .await
}
