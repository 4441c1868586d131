//! `samesky serve`: who may reach it, and how it ends.

use crate::http::ask;
use crate::made::CHINESE;
use crate::server::Server;
use crate::support::run;
use samesky_testkit::{TestDatabase, databases};
use serde_json::json;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

#[test]
fn address_that_is_not_loopback_is_refused_with_the_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}/a.db", folder.path().display());
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.7:8090", "[2001:db8::1]:8090"] {
        for command in [&["serve", "--database", &database, "--listen", address][..], &["demo", "--listen", address]] {
            let said = run(command);
            assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{address}");
            assert!(said.err.contains(address) && said.err.contains("no accounts"), "{said:?}");
        }
    }
    assert!(!folder.path().join("a.db").exists(), "a refused server must not make a database");
}

#[test]
fn port_in_use_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}/a.db", folder.path().display());
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    for command in [&["serve", "--database", &database, "--listen", &address][..], &["demo", "--listen", &address]] {
        let said = run(command);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
        assert!(said.err.contains(&address) && said.err.contains("in use"), "{said:?}");
    }
    assert!(!folder.path().join("a.db").exists());
}

#[test]
fn only_loopback_names_are_answered() {
    let database = TestDatabase::sqlite();
    let server = Server::on(&database.url);
    for path in ["/", "/healthz", "/api/v1/team", "/assets/nothing"] {
        for host in ["localhost", "127.0.0.1", "[::1]", "LocalHost:8090", "127.0.0.1:1"] {
            let answer = ask(server.address, "GET", path, &[&format!("Host: {host}")], b"");
            assert_ne!(answer.status, 421, "{host} {path}");
        }
        for host in ["evil.example", "localhost.evil.example", "10.0.0.1", "127.0.0.1.nip.example:8090", "::1", ""] {
            let answer = ask(server.address, "GET", path, &[&format!("Host: {host}")], b"");
            assert_eq!(answer.status, 421, "{host} {path}");
        }
    }
}

#[test]
fn change_from_another_site_is_refused() {
    let database = TestDatabase::sqlite();
    let server = Server::on(&database.url);
    let document = json!({"text": CHINESE, "name": "a.txt"}).to_string();
    let headers = ["Host: localhost", "Content-Type: application/json"];
    let from = |more: &[&str]| {
        ask(server.address, "POST", "/api/v1/announcements", &[&headers, more].concat(), document.as_bytes())
    };
    assert_eq!(from(&["Origin: https://evil.example"]).status, 403);
    assert_eq!(from(&["Sec-Fetch-Site: cross-site"]).status, 403);
    assert_eq!(server.api("/announcements")["items"], json!([]));
    assert_eq!(from(&["Sec-Fetch-Site: same-origin"]).status, 201);
}

#[tokio::test(flavor = "multi_thread")]
async fn health_and_readiness_are_told_on_both_databases() {
    for database in databases().await {
        let server = Server::on(&database.url);
        for path in ["/healthz", "/readyz", "/"] {
            let answer = server.get(path);
            assert_eq!(answer.status, 200, "{path} on {}: {}", database.name, answer.text());
        }
        let (status, log) = {
            server.signal("TERM");
            server.ended()
        };
        assert_eq!(status.code(), Some(0), "{log}");
    }
}

#[test]
fn database_is_one_file_after_the_server_and_every_command_has_ended() {
    let database = TestDatabase::sqlite();
    let folder = database.folder().expect("a folder");
    let files = || {
        let mut names: Vec<_> =
            std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
        names.sort();
        names
    };
    Server::on(&database.url).stop();
    assert_eq!(files(), ["samesky.db"]);
    let elsewhere = tempfile::tempdir().expect("a folder");
    let announcement = crate::support::file(elsewhere.path(), "a.txt", CHINESE);
    let copy = elsewhere.path().join("a.backup");
    for command in
        [["import", "announcements", crate::support::text(&announcement)], ["backup", crate::support::text(&copy), ""]]
    {
        let arguments = command.iter().filter(|word| !word.is_empty());
        assert_eq!(run(arguments.chain(&["--database", &database.url])).code, Some(0));
        assert_eq!(files(), ["samesky.db"], "{command:?}");
    }
}

#[test]
fn end_lets_a_request_under_way_finish() {
    let database = TestDatabase::sqlite();
    let server = Server::on(&database.url);
    let document = json!({"text": CHINESE, "name": "a.txt"}).to_string();
    let (first, rest) = document.as_bytes().split_at(20);
    let mut stream = TcpStream::connect(server.address).expect("connected");
    let head = format!(
        "POST /api/v1/announcements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n\
         Content-Length: {}\r\n\r\n",
        document.len()
    );
    stream.write_all(head.as_bytes()).expect("sent");
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).expect("the server asks for the body");
    assert!(go_on.starts_with(b"HTTP/1.1 100"));
    stream.write_all(first).expect("sent");
    server.signal("TERM");
    until_refused(&server);
    stream.write_all(rest).expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    let answer = String::from_utf8_lossy(&answer).into_owned();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    let (status, log) = server.ended();
    assert_eq!(status.code(), Some(0), "{log}");
    let again = Server::on(&database.url);
    assert_eq!(again.api("/announcements")["items"].as_array().map(Vec::len), Some(1));
}

/// The listener is closed once the server has seen the signal.
fn until_refused(server: &Server) {
    while TcpStream::connect(server.address).is_ok() {
        std::thread::yield_now();
    }
}

#[test]
fn greeting_is_in_the_language_asked_for() {
    for (language, word) in [("zh-Hans", "浏览器"), ("ja", "ブラウザ"), ("en", "browser"), ("th", "เบราว์เซอร์")]
    {
        let database = TestDatabase::sqlite();
        let mut command = crate::support::samesky();
        command.args(["--language", language, "serve", "--listen", "127.0.0.1:0", "--database", &database.url]);
        let server = Server::start(command);
        assert!(server.greeting.contains(word), "{}", server.greeting);
    }
}
