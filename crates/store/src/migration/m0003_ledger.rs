//! Events, organisations, projects, entries and figures.

use super::table::{owned, unique};
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0003_ledger"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[allow(elided_lifetimes_in_paths)] // as the trait has it
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        events(manager).await?;
        organisations(manager).await?;
        projects(manager).await?;
        entries(manager).await?;
        figures(manager).await?;
        figure_links(manager).await
    }
}

async fn events(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "event")
        .id("id")
        .numbers(&["version", "created_at"])
        .texts(&["state", "kind", "names", "date_basis", "places", "place_keys", "organisers", "industries", "parties"])
        .texts(&["created_by", "folded"])
        .sorted_texts(&["date_key"])
        .optional_small("year")
        .optional_texts(&["mode", "zone"])
        .optional_id("part_of")
        .key(&["id"])
        .make(
            manager,
            &[&["team_id", "date_key", "id"], &["team_id", "kind", "year"], &["team_id", "zone"], &["part_of"]],
        )
        .await?;
    owned(manager, "event_place")
        .id("event_id")
        .points_to("event_id", "event")
        .sorted_texts(&["place_key"])
        .key(&["event_id", "place_key"])
        .make(manager, &[&["team_id", "place_key"]])
        .await
}

async fn organisations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "organisation")
        .id("id")
        .numbers(&["version", "created_at"])
        .texts(&["state", "kind", "names", "created_by", "folded"])
        .sorted_texts(&["name_key"])
        .key(&["id"])
        .make(manager, &[&["team_id", "name_key", "id"]])
        .await?;
    keys(manager, "organisation_key", "organisation_id", "organisation").await
}

async fn projects(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "project")
        .id("id")
        .numbers(&["version", "created_at"])
        .texts(&["state", "names", "organisations", "industries", "created_by", "folded"])
        .optional_texts(&["place", "stage"])
        .optional_id("event_id")
        .points_to("event_id", "event")
        .key(&["id"])
        .make(manager, &[&["team_id", "created_at", "id"], &["event_id"]])
        .await?;
    keys(manager, "project_key", "project_id", "project").await
}

async fn keys(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &'static str,
    of: &'static str,
) -> Result<(), DbErr> {
    owned(manager, table)
        .id(column)
        .points_to(column, of)
        .sorted_texts(&["key"])
        .key(&[column, "key"])
        .make(manager, &[&["team_id", "key"]])
        .await
}

async fn entries(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "figure_entry")
        .id("id")
        .id("claim_id")
        .points_to("claim_id", "claim")
        .id("announcement_id")
        .points_to("announcement_id", "announcement")
        .optional_id("replaces")
        .texts(&["kind", "measure", "money_class", "figure", "entered_by"])
        .optional_texts(&["unit", "why"])
        .numbers(&["entered_at"])
        .key(&["id"])
        .make(manager, &[&["team_id", "entered_at", "id"], &["claim_id"], &["announcement_id"]])
        .await?;
    unique(manager, "figure_entry", &["replaces"]).await
}

async fn figures(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "figure")
        .id("id")
        .optional_id("event_id")
        .points_to("event_id", "event")
        .optional_id("project_id")
        .points_to("project_id", "project")
        .optional_id("organisation_id")
        .points_to("organisation_id", "organisation")
        .optional_id("part_of")
        .texts(&["measure", "money_class", "status", "state", "qualifier", "counting", "folded"])
        .optional_texts(&["unit", "period", "flow", "subject", "tier_label"])
        .flag("is_money")
        .optional_numbers(&["coefficient"])
        .optional_small("scale")
        .sorted_texts(&["value_key"])
        .optional_small("year")
        .numbers(&["announcements"])
        .key(&["id"])
        .make(
            manager,
            &[
                &["team_id", "value_key", "id"],
                &["team_id", "announcements", "id"],
                &["team_id", "counting", "money_class", "measure", "unit", "year"],
                &["team_id", "state"],
                &["event_id"],
                &["project_id"],
                &["organisation_id"],
                &["part_of"],
            ],
        )
        .await
}

async fn figure_links(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned(manager, "figure_member")
        .id("figure_id")
        .points_to("figure_id", "figure")
        .id("entry_id")
        .points_to("entry_id", "figure_entry")
        .numbers(&["ordinal"])
        .key(&["figure_id", "entry_id"])
        .make(manager, &[&["entry_id"]])
        .await?;
    owned(manager, "figure_facet")
        .id("figure_id")
        .points_to("figure_id", "figure")
        .sorted_texts(&["kind", "key"])
        .texts(&["label"])
        .key(&["figure_id", "kind", "key"])
        .make(manager, &[&["team_id", "kind", "key"]])
        .await
}
