//! How a database is brought forward. A migration that was released is never changed: the next one follows it.

mod m0001_teams;
mod m0002_announcements;
mod m0003_ledger;
mod m0004_checks_and_audit;
mod m0005_accounts;
mod m0006_audit_chain;
mod m0007_sharing;
mod m0008_sign_in;
mod m0009_attachments;
mod m0010_organisations;
mod m0011_organisation_imports;
mod m0012_organisation_merges;
mod m0013_organisation_listing;
mod m0014_people;
mod m0015_list_jobs;
mod m0017_unlisted_organisations;
mod m0018_import_contents;
mod table;

use crate::{Db, Store, StoreError};
use sea_orm::{EntityTrait, QueryOrder};
use sea_orm_migration::{MigrationTrait, MigratorTrait, SchemaManager, async_trait, seaql_migrations};

struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_teams::Migration),
            Box::new(m0002_announcements::Migration),
            Box::new(m0003_ledger::Migration),
            Box::new(m0004_checks_and_audit::Migration),
            Box::new(m0005_accounts::Migration),
            Box::new(m0006_audit_chain::Migration),
            Box::new(m0007_sharing::Migration),
            Box::new(m0008_sign_in::Migration),
            Box::new(m0009_attachments::Migration),
            Box::new(m0010_organisations::Migration),
            Box::new(m0011_organisation_imports::Migration),
            Box::new(m0012_organisation_merges::Migration),
            Box::new(m0013_organisation_listing::Migration),
            Box::new(m0014_people::Migration),
            Box::new(m0015_list_jobs::Migration),
            Box::new(m0017_unlisted_organisations::Migration),
            Box::new(m0018_import_contents::Migration),
        ]
    }
}

/// The names of all migrations known here, oldest first.
pub(crate) fn names() -> Vec<String> {
    Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}

/// The name of the latest migration known here: the version of the schema.
pub(crate) fn latest() -> String {
    names().pop().unwrap_or_default()
}

/// Applies what is missing, all of it or nothing. Touches nothing where nothing is missing.
pub(crate) async fn forward(store: &Store) -> Result<(), StoreError> {
    steps(store, None).await
}

/// Applies that many migrations at most.
pub(crate) async fn steps(store: &Store, steps: Option<u32>) -> Result<(), StoreError> {
    let (found, known) = (applied(store).await?, names());
    if let Some(newer) = found.iter().rev().find(|name| !known.contains(name)) {
        return Err(StoreError::NewerDatabase { found: newer.clone(), known: latest() });
    }
    if found.len() == known.len() {
        return Ok(());
    }
    let tx = store.write().await?;
    Migrator::up(tx.connection(), steps).await?;
    tx.commit().await
}

async fn applied(db: &dyn Db) -> Result<Vec<String>, StoreError> {
    if !SchemaManager::new(db.connection()).has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let rows = seaql_migrations::Entity::find().order_by_asc(seaql_migrations::Column::Version);
    Ok(rows.all(&db.connection()).await?.into_iter().map(|row| row.version).collect())
}

#[cfg(test)]
mod tests {
    use super::{applied, forward, names, steps};
    use crate::{OpenOptions, Store, team};
    use samesky_testkit::databases;

    #[tokio::test]
    async fn migrations_one_by_one_and_all_at_once_come_to_the_same() {
        for database in databases().await {
            let (store, _) = Store::connect(&database.url, &OpenOptions::default()).await.expect("connects");
            for done in 1..=names().len() {
                steps(&store, Some(1)).await.expect("applied");
                assert_eq!(applied(&store).await.expect("asked"), names()[..done], "{}", database.name);
            }
            forward(&store).await.expect("nothing is missing");
            team::default(&store).await.expect("the default team");
        }
    }

    #[tokio::test]
    async fn migration_that_is_broken_off_leaves_nothing() {
        for database in databases().await {
            let (store, _) = Store::connect(&database.url, &OpenOptions::default()).await.expect("connects");
            let tx = store.write().await.expect("a turn");
            use sea_orm_migration::MigratorTrait;
            super::Migrator::up(crate::Db::connection(&tx), Some(2)).await.expect("applied");
            drop(tx);
            assert_eq!(applied(&store).await.expect("asked"), [] as [&str; 0], "{}", database.name);
            forward(&store).await.expect("from the beginning");
        }
    }
}
