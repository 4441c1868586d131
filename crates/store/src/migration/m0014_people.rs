//! People of organisations with their values, and which of them were erased; parents by which branches are found.

use super::table::{bare, owned};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};
use serde_json::Value;
use uuid::Uuid;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0014_people"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        people(manager).await?;
        erasures(manager).await?;
        parents(manager).await
    }
}

async fn people(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "organisation_person")
        .id("id")
        .id("organisation_id")
        .points_to("organisation_id", "organisation")
        .numbers(&["version"])
        .texts(&["created_by"])
        .optional_texts(&["removed_by"])
        .numbers(&["created_at"])
        .optional_numbers(&["removed_at"])
        .key(&["id"])
        .make(manager, &[&["organisation_id"], &["removed_at"]])
        .await?;
    owned(manager, "organisation_person_fact")
        .id("person_id")
        .points_to("person_id", "organisation_person")
        .numbers(&["ordinal"])
        .texts(&["field", "fact", "source", "added_by"])
        .optional_id("import_id")
        .optional_numbers(&["import_row"])
        .optional_texts(&["layout", "lookup"])
        .numbers(&["added_at"])
        .key(&["person_id", "ordinal"])
        .make(manager, &[&["lookup"]])
        .await
}

/// `person_id` is of a person who is gone.
async fn erasures(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    bare(manager, "person_erasure").id("person_id").numbers(&["erased_at"]).key(&["person_id"]).make(manager, &[]).await
}

/// Parents of before were not found by what belongs to them.
async fn parents(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    let select = Query::select()
        .columns(["organisation_id", "ordinal", "fact"].map(Alias::new))
        .from("organisation_fact")
        .and_where(Expr::col("field").eq("parent"))
        .to_owned();
    for row in db.query_all(&select).await? {
        let (organisation, ordinal, fact): (Uuid, i64, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let fact: Value = serde_json::from_str(&fact).unwrap_or_default();
        let Some(parent) = fact.pointer("/value/organisation").and_then(Value::as_str) else { continue };
        let update = Query::update()
            .table("organisation_fact")
            .value("lookup", format!("belongs to:{parent}"))
            .and_where(Expr::col("organisation_id").eq(organisation))
            .and_where(Expr::col("ordinal").eq(ordinal))
            .to_owned();
        db.execute(&update).await?;
    }
    Ok(())
}
