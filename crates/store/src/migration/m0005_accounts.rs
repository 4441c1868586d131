//! Accounts with their memberships and credentials, and what they are let in with: sessions, one-time links, tokens.

use super::table::{bare, owned, unique};
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_accounts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        accounts(manager).await?;
        sign_ins(manager).await?;
        tickets(manager).await?;
        tokens(manager).await?;
        attempts(manager).await
    }
}

/// `email_key` is the address as it is compared. Secrets stand apart from the account, so that no list loads them.
async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "account")
        .id("id")
        .texts(&["name", "email", "email_key", "state"])
        .optional_texts(&["language", "time_zone"])
        .optional_id("organisation_id")
        .numbers(&["version", "created_at"])
        .key(&["id"])
        .make(manager, &[])
        .await?;
    unique(manager, "account", &["email_key"]).await?;
    bare(manager, "credential")
        .id("account_id")
        .points_to("account_id", "account")
        .texts(&["kind", "secret"])
        .numbers(&["ordinal", "made_at"])
        .optional_numbers(&["used_at"])
        .key(&["account_id", "kind", "ordinal"])
        .make(manager, &[])
        .await?;
    owned(manager, "membership")
        .id("account_id")
        .points_to("account_id", "account")
        .texts(&["role", "joined_by"])
        .numbers(&["version", "joined_at"])
        .key(&["team_id", "account_id"])
        .make(manager, &[&["account_id"]])
        .await
}

async fn sign_ins(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "sign_in")
        .id("id")
        .id("account_id")
        .points_to("account_id", "account")
        .optional_id("team_id")
        .points_to("team_id", "team")
        .texts(&["secret_hash"])
        .optional_texts(&["address", "agent"])
        .numbers(&["created_at", "seen_at", "ends_at"])
        .key(&["id"])
        .make(manager, &[&["account_id"], &["ends_at"]])
        .await?;
    unique(manager, "sign_in", &["secret_hash"]).await
}

async fn tickets(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "ticket")
        .id("id")
        .texts(&["secret_hash", "kind", "made_by"])
        .optional_id("team_id")
        .points_to("team_id", "team")
        .optional_id("account_id")
        .points_to("account_id", "account")
        .optional_texts(&["role", "email"])
        .numbers(&["made_at", "ends_at"])
        .optional_numbers(&["spent_at"])
        .key(&["id"])
        .make(manager, &[&["team_id", "made_at"], &["account_id"]])
        .await?;
    unique(manager, "ticket", &["secret_hash"]).await
}

async fn tokens(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "api_token")
        .id("id")
        .id("account_id")
        .points_to("account_id", "account")
        .texts(&["secret_hash", "name", "scope"])
        .numbers(&["created_at"])
        .optional_numbers(&["seen_at", "ends_at", "revoked_at"])
        .key(&["id"])
        .make(manager, &[&["account_id"]])
        .await?;
    unique(manager, "api_token", &["secret_hash"]).await
}

/// Points to no account: what is tried need not be there.
async fn attempts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "sign_in_attempt")
        .id("id")
        .texts(&["subject", "address"])
        .numbers(&["tried_at"])
        .flag("succeeded")
        .key(&["id"])
        .make(manager, &[&["subject", "tried_at"], &["address", "tried_at"], &["tried_at"]])
        .await
}
