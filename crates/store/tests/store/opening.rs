//! Opening databases: new, known, newer, and such that cannot be opened.

use crate::scene::scenes;
use samesky_store::{OpenOptions, Store, StoreError, announcement, import, team};
use samesky_testkit::{Ids, TestDatabase, databases, sample};
use sea_orm::{ConnectionTrait, Database};
use std::time::Duration;

async fn refused(url: &str, options: &OpenOptions) -> String {
    Store::open(url, options).await.expect_err("must not open").to_string()
}

async fn execute(url: &str, statement: &str) {
    let connection = Database::connect(url).await.expect("connects");
    connection.execute_unprepared(statement).await.expect("runs");
    connection.close().await.expect("closes");
}

#[tokio::test]
async fn open_again_finds_what_was_kept() {
    for scene in scenes().await {
        let import = scene.import().await;
        let again = Store::open(&scene.database.url, &OpenOptions { create: false, ..Default::default() }).await;
        let again = again.expect("opens again");
        assert_eq!(import::get(&again, scene.team, import.id).await.expect("there"), import);
        again.ready().await.expect("answers");
    }
}

#[tokio::test]
async fn open_two_at_once_bring_a_new_database_forward_together() {
    for database in databases().await {
        let options = OpenOptions::default();
        let (one, two) = tokio::join!(Store::open(&database.url, &options), Store::open(&database.url, &options));
        let (one, two) = (one.expect("opens"), two.expect("opens"));
        let teams = (team::default(&one).await.expect("there"), team::default(&two).await.expect("there"));
        assert_eq!(teams.0, teams.1, "{}", database.name);
    }
}

#[tokio::test]
async fn open_newer_database_is_refused_by_name() {
    for scene in scenes().await {
        execute(&scene.database.url, "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)")
            .await;
        let error = Store::open(&scene.database.url, &OpenOptions::default()).await.expect_err("must not open");
        assert!(
            matches!(&error, StoreError::NewerDatabase { found, known } if found == "m9999_later" && known == "m0018_import_contents"),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn open_what_is_no_database_says_so() {
    let database = TestDatabase::sqlite();
    let folder = database.folder().expect("a folder").to_owned();
    let text = folder.join("notes.txt");
    std::fs::write(&text, "not a database, ".repeat(100)).expect("written");
    let (open, missing) = (OpenOptions::default(), OpenOptions { create: false, ..OpenOptions::default() });
    let at = |path: &std::path::Path| format!("cannot open the database {}: ", path.display());
    assert_eq!(refused(&database.url, &missing).await, at(&folder.join("samesky.db")) + "there is no such file");
    assert_eq!(refused(&format!("sqlite:{}", folder.display()), &open).await, at(&folder) + "this is a folder");
    assert_eq!(refused(&format!("sqlite:{}", text.display()), &open).await, at(&text) + "file is not a database");
    assert_eq!(
        refused("mysql://root:secret@localhost/x", &open).await,
        "cannot open the database mysql://root@localhost/x: expected sqlite:PATH or postgres://USER@HOST/DATABASE"
    );
    let inside = text.join("below.db");
    assert!(refused(&format!("sqlite:{}", inside.display()), &open).await.starts_with(&at(&inside)));
}

#[tokio::test]
async fn open_postgres_that_does_not_answer_says_so_without_the_password() {
    let said = refused("postgres://officer:secret@127.0.0.1:1/samesky", &OpenOptions::default()).await;
    let right = "cannot open the database postgres://officer@127.0.0.1:1/samesky: error communicating with database: \
                 Connection refused (os error 111)";
    assert_eq!(said, right);
}

#[tokio::test]
async fn open_makes_the_folders_above() {
    let database = TestDatabase::sqlite();
    let path = database.folder().expect("a folder").join("a/b c/数据.db");
    let store = Store::open(&format!("sqlite:{}", path.display()), &OpenOptions::default()).await.expect("opens");
    store.close().await.expect("closes");
    assert!(path.is_file());
}

#[tokio::test]
async fn closed_database_is_one_file_though_another_has_it_open() {
    let database = TestDatabase::sqlite();
    let options = OpenOptions::default();
    let log = database.folder().expect("a folder").join("samesky.db-wal");
    let other = Store::open(&database.url, &options).await.expect("opens");
    let store = Store::open(&database.url, &options).await.expect("opens");
    let import = sample::import(&Ids::new(1), team::default(&store).await.expect("a team").id);
    let tx = store.write().await.expect("a turn");
    import::insert(&tx, &import, &[]).await.expect("inserted");
    tx.commit().await.expect("committed");
    assert!(log.metadata().expect("a log").len() > 0, "nothing was written to the log");
    store.close().await.expect("closes");
    assert_eq!(log.metadata().expect("a log").len(), 0);
    assert_eq!(import::get(&other, import.team, import.id).await.expect("there"), import);
}

#[tokio::test]
async fn open_in_memory_is_a_store_like_any_other() {
    let store = Store::open("sqlite::memory:", &OpenOptions::default()).await.expect("opens");
    let (ids, team) = (Ids::new(1), team::default(&store).await.expect("a team").id);
    let import = sample::import(&ids, team);
    let tx = store.write().await.expect("a turn");
    import::insert(&tx, &import, &[]).await.expect("inserted");
    tx.commit().await.expect("committed");
    assert_eq!(import::get(&store, team, import.id).await.expect("there"), import);
}

#[tokio::test]
async fn write_while_another_holds_the_database_gives_up_in_time() {
    for scene in scenes().await {
        let options = OpenOptions { busy_timeout: Duration::from_millis(200), ..OpenOptions::default() };
        let impatient = Store::open(&scene.database.url, &options).await.expect("opens");
        let _turn = scene.store.write().await.expect("a turn");
        let error = impatient.write().await.expect_err("the turn does not come");
        assert!(matches!(error, StoreError::Unavailable(_)), "{error:?} on {}", scene.database.name);
    }
}

#[tokio::test]
async fn write_to_a_read_only_database_says_so() {
    for scene in scenes().await {
        let mut options = OpenOptions::default();
        if scene.database.name == "postgres" {
            let name = scene.database.url.rsplit('/').next().expect("a name");
            let statement = format!("ALTER DATABASE {name} SET default_transaction_read_only = on");
            execute(&scene.database.url, &statement).await;
        } else {
            options.read_only = true;
        }
        let store = Store::open(&scene.database.url, &options).await.expect("still opens");
        team::default(&store).await.expect("can be read");
        let tx = store.write().await.expect("a turn");
        let error = team::insert(&tx, &sample::team(&scene.ids)).await.expect_err("must be refused");
        assert!(matches!(error, StoreError::ReadOnly), "{error:?} on {}", scene.database.name);
    }
}

#[tokio::test]
async fn write_to_a_full_disk_says_so_and_keeps_what_was_there() {
    let database = TestDatabase::sqlite();
    let store = Store::open(&database.url, &OpenOptions::default()).await.expect("opens");
    let (ids, team) = (Ids::new(1), team::default(&store).await.expect("a team").id);
    let import = sample::import(&ids, team);
    let tx = store.write().await.expect("a turn");
    import::insert(&tx, &import, &[]).await.expect("inserted");
    tx.commit().await.expect("committed");

    let tx = store.write().await.expect("a turn");
    tx.pretend_full().await.expect("pretended");
    let one = sample::announcement(&ids, team, import.id, 1);
    let error = announcement::insert(&tx, &one, &sample::text(1), &[1; 1_000_000]).await.expect_err("must be refused");
    assert!(matches!(error, StoreError::DiskFull), "{error:?}");
    drop(tx);
    assert_eq!(import::get(&store, team, import.id).await.expect("there"), import);
    assert!(announcement::get(&store, team, one.id).await.is_err());
}
