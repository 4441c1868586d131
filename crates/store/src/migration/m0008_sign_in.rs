//! What signing in needs beside the password: steps that are under way, passkeys, names at other services, what a team asks for.

use super::table::{bare, owned, unique};
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0008_sign_in"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        steps(manager).await?;
        passkeys(manager).await?;
        identities(manager).await?;
        owned(manager, "sign_in_rule").flag("second_factor").key(&["team_id"]).make(manager, &[]).await
    }
}

async fn steps(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "sign_in_step")
        .id("id")
        .texts(&["secret_hash", "kind", "data"])
        .optional_id("account_id")
        .points_to("account_id", "account")
        .numbers(&["tries", "ends_at"])
        .key(&["id"])
        .make(manager, &[&["account_id"], &["ends_at"]])
        .await?;
    unique(manager, "sign_in_step", &["secret_hash"]).await
}

async fn passkeys(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "passkey")
        .id("id")
        .id("account_id")
        .points_to("account_id", "account")
        .texts(&["credential", "public_key", "name"])
        .numbers(&["uses", "created_at"])
        .optional_numbers(&["used_at"])
        .key(&["id"])
        .make(manager, &[&["account_id"]])
        .await?;
    unique(manager, "passkey", &["credential"]).await
}

async fn identities(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "identity")
        .texts(&["issuer", "subject"])
        .id("account_id")
        .points_to("account_id", "account")
        .numbers(&["made_at"])
        .key(&["issuer", "subject"])
        .make(manager, &[&["account_id"]])
        .await
}
