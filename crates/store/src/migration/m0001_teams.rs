//! Teams, with the one that every installation begins with.

use super::table::bare;
use crate::team::DEFAULT;
use sea_orm::DbErr;
use sea_orm::sea_query::Query;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};
use std::time::{SystemTime, UNIX_EPOCH};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0001_teams"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        bare(manager, "team")
            .id("id")
            .optional_id("parent_id")
            .texts(&["names", "kind"])
            .optional_texts(&["place"])
            .numbers(&["created_at"])
            .key(&["id"])
            .make(manager, &[])
            .await?;
        add_default_team(manager).await
    }
}

async fn add_default_team(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let names = r#"{"zh_hans":"本团队","ja":"自チーム","en":"Our team","th":"ทีมของเรา"}"#;
    let insert = Query::insert()
        .into_table("team")
        .columns(["id", "names", "kind", "created_at"])
        .values_panic([DEFAULT.0.into(), names.into(), "bureau".into(), now().into()])
        .to_owned();
    manager.execute(insert).await
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}
