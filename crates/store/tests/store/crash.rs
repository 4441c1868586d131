//! A program that is killed while it writes loses nothing that it had committed, and leaves nothing half-written.

use crate::scene::scenes;
use samesky_model::id::{ImportId, TeamId};
use samesky_model::record::Import;
use samesky_store::{Page, Store, claim, import, team};
use samesky_testkit::{Ids, sample};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

const DATABASE: &str = "SAMESKY_TEST_CRASH_DATABASE";

#[tokio::test]
async fn kill_in_mid_transaction_leaves_the_last_commit() {
    for scene in scenes().await {
        let committed = run_and_kill(&scene.database.url);
        let reopened = Store::open(&scene.database.url, &Default::default()).await.expect("opens again");
        let all = import::list(&reopened, scene.team, &Page::default()).await.expect("listed");
        assert_eq!(
            all.items.iter().map(|import| import.id).collect::<Vec<_>>(),
            [committed],
            "{}",
            scene.database.name
        );
        let tx = reopened.write().await.expect("the dead hold no lock");
        import::insert(&tx, &sample::import(&scene.ids, scene.team), &[]).await.expect("inserted");
        tx.commit().await.expect("committed");
    }
}

/// Starts this test program again as the one that is killed, and kills it when it says that it is in the middle.
fn run_and_kill(url: &str) -> ImportId {
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "crash::child_commits_once_and_then_hangs", "--ignored", "--nocapture"])
        .env(DATABASE, url)
        .stdout(Stdio::piped())
        .spawn()
        .expect("starts");
    let output = BufReader::new(child.stdout.take().expect("its output"));
    let mut said =
        output.lines().map_while(Result::ok).filter_map(|line| Some(line.split_once("committed ")?.1.to_owned()));
    let committed = said.next().expect("it says what it committed");
    child.kill().expect("killed"); // SIGKILL
    child.wait().expect("gone");
    committed.trim().parse().expect("an identifier")
}

/// Not a test of its own: commits one import, writes a second one and waits to be killed.
#[tokio::test]
#[ignore = "run by kill_in_mid_transaction_leaves_the_last_commit"]
#[allow(clippy::print_stdout)]
async fn child_commits_once_and_then_hangs() {
    let Ok(url) = std::env::var(DATABASE) else { return };
    let store = Store::open(&url, &Default::default()).await.expect("opens");
    let (ids, team) = (Ids::new(99), team::default(&store).await.expect("a team").id);
    let kept = write(&store, &ids, team, true).await;
    write(&store, &ids, team, false).await;
    println!("\ncommitted {}", kept.id);
    std::future::pending::<()>().await;
}

async fn write(store: &Store, ids: &Ids, team: TeamId, commit: bool) -> Import {
    let tx = store.write().await.expect("a turn");
    let import = sample::import(ids, team);
    import::insert(&tx, &import, &[sample::import_file(1)]).await.expect("inserted");
    let one = sample::announcement(ids, team, import.id, i64::from(commit));
    samesky_store::announcement::insert(&tx, &one, &sample::text(1), &[0; 200_000]).await.expect("inserted");
    claim::insert(&tx, &sample::claim(ids, team, one.id, 1)).await.expect("inserted");
    if commit {
        tx.commit().await.expect("committed");
    } else {
        std::mem::forget(tx);
    }
    import
}
