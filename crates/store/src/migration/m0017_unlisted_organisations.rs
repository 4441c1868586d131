//! Organisations that are made findable after the transaction that touched them.

use super::table::bare;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0017_unlisted_organisations"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        bare(manager, "organisation_unlisted").id("organisation_id").key(&["organisation_id"]).make(manager, &[]).await
    }
}
