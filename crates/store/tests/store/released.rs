//! Databases of released versions come forward. Each released version leaves a dump of its SQLite database with a row in
//! every table as `tests/released/VERSION.sql`.

use samesky_store::{OpenOptions, Store, announcement, team};
use samesky_testkit::TestDatabase;
use sea_orm::{ConnectionTrait, Database};

#[tokio::test]
#[allow(clippy::print_stderr)]
async fn database_of_every_released_version_comes_forward() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/released");
    let dumps: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    if dumps.is_empty() {
        eprintln!("skipped: no version was released yet ({folder} holds no dump)");
    }
    for dump in dumps {
        let database = TestDatabase::sqlite();
        let statements = std::fs::read_to_string(&dump).expect("a dump");
        let connection = Database::connect(format!("{}?mode=rwc", database.url)).await.expect("connects");
        connection.execute_unprepared(&statements).await.expect("loads");
        connection.close().await.expect("closes");
        let store = Store::open(&database.url, &OpenOptions::default()).await.expect("comes forward");
        let team = team::default(&store).await.expect("the default team").id;
        let all = announcement::list(&store, team, &Default::default(), &Default::default()).await.expect("listed");
        assert!(all.total > 0, "{}", dump.display());
    }
}
