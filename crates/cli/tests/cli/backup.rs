//! `samesky backup` and `samesky restore`.

use crate::made::{CHINESE, JAPANESE};
use crate::server::Server;
use crate::support::{run, text};
use samesky_testkit::{TestDatabase, databases};
use serde_json::{Value, json};

const LISTS: [&str; 12] = [
    "/team",
    "/announcements?limit=100",
    "/imports?limit=100",
    "/events?limit=100",
    "/organisations?limit=100",
    "/projects?limit=100",
    "/figures?limit=100",
    "/figures/totals",
    "/entries?limit=100",
    "/checks?limit=100",
    "/audit?limit=100",
    "/overview",
];

fn backup(database: &str, path: &std::path::Path) -> crate::support::Said {
    run(["backup", text(path), "--database", database])
}

fn restore(database: &str, path: &std::path::Path) -> crate::support::Said {
    run(["restore", text(path), "--database", database])
}

/// Two announcements, all clear claims of which are accepted.
fn fill(server: &Server) {
    for (name, source) in [("a.txt", CHINESE), ("b.txt", JAPANESE)] {
        let answer = server.post(
            "/api/v1/announcements",
            "application/json",
            json!({"text": source, "name": name}).to_string().as_bytes(),
        );
        assert_eq!(answer.status, 201, "{}", answer.text());
        let id = answer.json()["files"][0]["announcement"].as_str().expect("an id").to_owned();
        let claims = server.api(&format!("/announcements/{id}/claims"));
        let claims = claims.get("items").unwrap_or(&claims).as_array().expect("claims").clone();
        let seen: Vec<_> =
            claims.iter().map(|claim| json!({"claim": claim["id"], "version": claim["version"]})).collect();
        let path = format!("/api/v1/announcements/{id}/accept-clear");
        let answer = server.post(&path, "application/json", json!({"seen": seen}).to_string().as_bytes());
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
}

fn everything(server: &Server) -> Vec<Value> {
    let lists: Vec<_> = LISTS.iter().map(|list| server.api(list)).collect();
    let of_each = lists[1]["items"].as_array().expect("items").iter().flat_map(|item| {
        let id = item["id"].as_str().expect("an id");
        ["", "/claims", "/checks", "/text"].map(|tail| server.get(&format!("/api/v1/announcements/{id}{tail}")).text())
    });
    let of_each: Vec<Value> = of_each.map(Value::String).collect();
    lists.into_iter().chain(of_each).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn restore_into_each_kind_of_database_gives_the_same_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    for from in databases().await {
        let server = Server::on(&from.url);
        fill(&server);
        let path = folder.path().join(format!("{}.backup", from.name));
        let said = backup(&from.url, &path);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
        assert!(said.out.contains(text(&path)) && said.out.contains("rows"), "{}", said.out);
        let before = everything(&server);
        assert!(before[6]["items"].as_array().expect("figures").len() >= 2, "{}", before[6]);
        for into in databases().await {
            let said = restore(&into.url, &path);
            assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{} to {}", from.name, into.name);
            let restored = Server::on(&into.url);
            for (was, is) in before.iter().zip(everything(&restored)) {
                assert_eq!(*was, is, "{} to {}", from.name, into.name);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn backup_while_others_write_is_of_one_moment() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let server = Server::on(&database.url);
        let address = server.address;
        let (stop, stopped) = std::sync::mpsc::channel::<()>();
        let writer = std::thread::spawn(move || {
            let mut written = 0;
            while matches!(stopped.try_recv(), Err(std::sync::mpsc::TryRecvError::Empty)) {
                let document = json!({"text": format!("第{written}号\n\n{CHINESE}"), "name": "a.txt"}).to_string();
                let headers = ["Host: localhost", "Content-Type: application/json"];
                let answer = crate::http::ask(address, "POST", "/api/v1/announcements", &headers, document.as_bytes());
                assert_eq!(answer.status, 201, "{}", answer.text());
                written += 1;
            }
            written
        });
        while server.api("/announcements")["items"].as_array().map(Vec::len) < Some(3) {}
        for number in 0..5 {
            let path = folder.path().join(format!("{number}.backup"));
            let said = backup(&database.url, &path);
            assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{}", database.name);
            let restored = TestDatabase::sqlite();
            assert_eq!(restore(&restored.url, &path).code, Some(0));
            let copy = Server::on(&restored.url);
            let (announcements, imports) = (copy.api("/announcements?limit=100"), copy.api("/imports?limit=100"));
            let newest = imports["items"].as_array().expect("items").iter();
            let unfinished = newest.filter(|one| one["state"] != "finished").count() as u64;
            let (kept, told) = (announcements["total"].as_u64(), imports["total"].as_u64());
            assert_eq!(kept, told.map(|told| told - unfinished), "{}", database.name);
        }
        stop.send(()).expect("the writer listens");
        assert!(writer.join().expect("no refusal") >= 3);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn restore_refuses_what_would_lose_something() {
    let folder = tempfile::tempdir().expect("a folder");
    let from = TestDatabase::sqlite();
    fill(&Server::on(&from.url));
    let whole = folder.path().join("whole.backup");
    assert_eq!(backup(&from.url, &whole).code, Some(0));
    let bytes = std::fs::read(&whole).expect("a backup");
    let cut = crate::support::file(folder.path(), "cut.backup", &bytes[..bytes.len() / 2]);
    let mut flipped = bytes.clone();
    flipped[bytes.len() / 3..bytes.len() / 3 + 200].iter_mut().for_each(|byte| *byte ^= 0x55);
    let flipped = crate::support::file(folder.path(), "flipped.backup", flipped);
    let none = crate::support::file(folder.path(), "none.backup", "this is no backup");
    for into in databases().await {
        for bad in [&cut, &flipped, &none, &folder.path().join("missing.backup")] {
            let said = restore(&into.url, bad);
            assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{}", bad.display());
            assert!(said.err.contains("backup"), "{said:?}");
        }
        let nowhere = folder.path().join("nowhere.db");
        assert_eq!(restore(&format!("sqlite:{}", text(&nowhere)), &none).code, Some(2));
        assert!(!nowhere.exists(), "a refused restore made a database");
        assert_eq!(
            restore(&into.url, &whole).code,
            Some(0),
            "a refused restore left something behind in {}",
            into.name
        );
        let said = restore(&into.url, &whole);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
        assert!(said.err.contains("not empty"), "{said:?}");
    }
}

#[test]
fn backup_overwrites_nothing_and_makes_no_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = TestDatabase::sqlite();
    drop(Server::on(&database.url));
    let there = crate::support::file(folder.path(), "there.backup", "precious");
    let said = backup(&database.url, &there);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("there.backup"), "{said:?}");
    assert_eq!(std::fs::read_to_string(&there).expect("still there"), "precious");

    let missing = folder.path().join("missing.db");
    let said = backup(&format!("sqlite:{}", missing.display()), &folder.path().join("new.backup"));
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("missing.db"), "{said:?}");

    let said = backup(&database.url, &folder.path().join("no-such-folder/new.backup"));
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("no-such-folder"), "{said:?}");
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(left, ["there.backup"]);
}
