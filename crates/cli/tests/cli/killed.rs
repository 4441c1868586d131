//! An import that is killed leaves nothing, and can be made again.

use crate::made::CHINESE;
use crate::server::{Server, signal};
use crate::support::{file, run, samesky, text};
use samesky_testkit::databases;
use serde_json::Value;
use std::path::Path;
use std::process::Stdio;

const FILES: usize = 400;

fn many_files(folder: &Path) {
    for number in 0..FILES {
        file(folder, &format!("{number:04}.txt"), format!("第{number}号\n\n{CHINESE}").repeat(4));
    }
}

fn imports(server: &Server) -> Vec<(String, i64)> {
    let items = server.api("/imports")["items"].clone();
    let state =
        |item: &Value| (item["state"].as_str().expect("a state").to_owned(), item["done"].as_i64().expect("a number"));
    items.as_array().expect("items").iter().map(state).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn import_killed_in_the_middle_leaves_nothing_and_can_be_made_again() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        many_files(folder.path());
        let server = patient(&database.url);
        let before = server.api("/audit")["items"].clone();
        let mut import = samesky()
            .args(["import", "announcements", "--import-lease", "5", "--database", &database.url, text(folder.path())])
            .stdout(Stdio::null())
            .spawn()
            .expect("started");
        until_some_are_read(&server);
        signal(import.id(), "KILL");
        assert_eq!(import.wait().expect("an end").code(), None);
        let seen = imports(&server);
        assert!(seen.len() == 1 && seen[0].0 == "running" && seen[0].1 < FILES as i64, "{} {seen:?}", database.name);
        server.stop();

        let server = patient(&database.url);
        assert_eq!(until_it_ended(&server), "interrupted", "{}", database.name);
        assert_eq!(imports(&server).len(), 1, "{}", database.name);
        for list in ["/announcements", "/figures", "/events", "/organisations", "/projects", "/checks", "/entries"] {
            assert_eq!(server.api(list)["items"], serde_json::json!([]), "{list} on {}", database.name);
        }
        let audit = server.api("/audit")["items"].as_array().expect("a list").clone();
        let actions: Vec<_> = audit.iter().map(|record| record["action"].as_str().expect("an action")).collect();
        assert_eq!((before, actions), (serde_json::json!([]), vec!["import.interrupted", "import.begin"]));

        let again = run(["import", "announcements", "--json", "--database", &database.url, text(folder.path())]);
        assert_eq!(again.code, Some(0), "{}", again.err);
        let report = again.json();
        assert!(report["files"].as_array().expect("files").iter().all(|file| file["outcome"] == "new"));
        let states: Vec<_> = imports(&server).into_iter().map(|(state, _)| state).collect();
        assert_eq!(states, ["finished", "interrupted"], "{}", database.name);
        assert_eq!(all(&server, "/announcements"), FILES, "{}", database.name);
    }
}

/// A server that closes the imports of the dead after five seconds.
fn patient(database: &str) -> Server {
    let mut command = samesky();
    command.args(["serve", "--listen", "127.0.0.1:0", "--import-lease", "5", "--database", database]);
    Server::start(command)
}

/// Asks again and again until the newest import runs no more.
fn until_it_ended(server: &Server) -> String {
    loop {
        let (state, _) = imports(server).remove(0);
        if state != "running" {
            return state;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

/// Asks again and again until the import has read ten files.
fn until_some_are_read(server: &Server) {
    loop {
        match imports(server).first() {
            Some((state, done)) if state == "running" && *done >= 10 => return,
            Some((state, done)) => assert_eq!(state, "running", "it was too quick: {done}"),
            None => {}
        }
    }
}

fn all(server: &Server, path: &str) -> usize {
    let (mut count, mut after) = (0, String::new());
    loop {
        let page = server.api(&format!("{path}?limit=100{after}"));
        count += page["items"].as_array().expect("items").len();
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return count,
        }
    }
}

#[test]
fn import_that_is_interrupted_at_the_terminal_is_cancelled() {
    let database = samesky_testkit::TestDatabase::sqlite();
    let folder = tempfile::tempdir().expect("a folder");
    many_files(folder.path());
    let server = Server::on(&database.url);
    let import = samesky()
        .args(["import", "announcements", "--json", "--database", &database.url, text(folder.path())])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    until_some_are_read(&server);
    signal(import.id(), "INT");
    let said = crate::support::said(import.wait_with_output().expect("an end"));
    assert_eq!((said.code, said.err.as_str()), (Some(1), ""));
    assert_eq!(said.json()["import"]["state"], "cancelled");
    assert_eq!(server.api("/announcements")["items"], serde_json::json!([]));
}
