//! The audit as a chain: what is personal stands beside the changes and can be erased. Changes of before are brought into
//! the chain in the order in which they were made.

mod before;
#[cfg(test)]
mod tests;

use super::table::{bare, owned, unique};
use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0006_audit_chain"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        changes(manager).await?;
        values(manager).await?;
        links(manager).await?;
        erasures(manager).await?;
        before::bring_in(manager.get_connection()).await?;
        manager.drop_table(sea_orm::sea_query::Table::drop().table("audit_record").to_owned()).await
    }
}

async fn changes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "audit_change")
        .id("id")
        .id("record_id")
        .texts(&["actor", "action", "record_kind"])
        .optional_id("account_id")
        .optional_id("token_id")
        .numbers(&["done_at"])
        .optional_texts(&["before", "after"])
        .key(&["id"])
        .make(
            manager,
            &[
                &["team_id", "done_at", "id"],
                &["team_id", "record_id", "done_at"],
                &["team_id", "account_id", "done_at"],
                &["account_id"],
                &["record_id"],
            ],
        )
        .await
}

/// The indexes are of short values alone: a reason may be longer than an index takes.
async fn values(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "audit_value")
        .id("audit_id")
        .points_to("audit_id", "audit_change")
        .sorted_texts(&["field"])
        .optional_texts(&["value", "salt", "stand_in"])
        .texts(&["digest"])
        .key(&["audit_id", "field"])
        .make(manager, &[])
        .await?;
    for field in ["by", "address"] {
        let index = format!("CREATE INDEX audit_value_by_{field} ON audit_value (value) WHERE field = '{field}'");
        manager.get_connection().execute_unprepared(&index).await?;
    }
    Ok(())
}

async fn links(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "audit_link")
        .numbers(&["sequence"])
        .id("audit_id")
        .points_to("audit_id", "audit_change")
        .texts(&["previous", "digest"])
        .key(&["team_id", "sequence"])
        .make(manager, &[])
        .await?;
    unique(manager, "audit_link", &["audit_id"]).await?;
    owned(manager, "audit_head").numbers(&["sequence"]).texts(&["digest"]).key(&["team_id"]).make(manager, &[]).await
}

/// Points to no account: it may be replayed where the account never was.
async fn erasures(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "erasure")
        .id("account_id")
        .numbers(&["number", "erased_at"])
        .key(&["account_id"])
        .make(manager, &[])
        .await?;
    unique(manager, "erasure", &["number"]).await
}
