//! Several servers on one database: what one keeps the other shows, and what one leaves undone the other tidies up.

use crate::http::{ask, form};
use crate::made::CHINESE;
use crate::server::Server;
use crate::support::samesky;
use samesky_testkit::databases;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A server that believes for five seconds that whoever runs an import lives.
fn server(database: &str) -> Server {
    let mut command = samesky();
    command.args(["serve", "--listen", "127.0.0.1:0", "--import-lease", "5", "--database", database]);
    Server::start(command)
}

/// Makes the first account by the link that the server printed, and gives the cookie of its session.
fn owner(server: &mut Server) -> String {
    let line = server.line();
    let (_, path) = line.trim().rsplit_once(&server.address.to_string()).expect("a link");
    let form = "name=Lin&email=lin%40example.org&password=a+long+invented+password+of+ours&language=&time_zone=";
    let headers = ["Host: localhost", "Content-Type: application/x-www-form-urlencoded"];
    let made = ask(server.address, "POST", path, &headers, form.as_bytes());
    assert_eq!(made.status, 303, "{}", made.text());
    let cookies = made.head.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
    let session = cookies.into_iter().find(|cookie| cookie.starts_with("samesky_session=")).expect("a session");
    format!("Cookie: {}", session.split(';').next().unwrap_or_default())
}

fn asked(server: &Server, path: &str, cookie: &str) -> (u16, Value) {
    let answer = ask(server.address, "GET", &format!("/api/v1{path}"), &["Host: localhost", cookie], b"");
    (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default())
}

/// The names of all announcements, and how often each is there.
fn kept(server: &Server) -> BTreeMap<String, usize> {
    let (mut found, mut after) = (BTreeMap::new(), String::new());
    loop {
        let page = server.api(&format!("/announcements?limit=100{after}"));
        for item in page["items"].as_array().expect("items") {
            *found.entry(item["file_name"].as_str().expect("a name").to_owned()).or_insert(0) += 1;
        }
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return found,
        }
    }
}

/// Keeps a text under that name; nothing where the server was gone before it answered.
fn keep(address: std::net::SocketAddr, name: &str) -> Option<u16> {
    let document = json!({"text": format!("{name}\n\n{CHINESE}"), "name": name}).to_string();
    let headers = ["Host: localhost", "Content-Type: application/json"];
    let asked =
        std::panic::catch_unwind(|| ask(address, "POST", "/api/v1/announcements", &headers, document.as_bytes()));
    asked.ok().map(|answer| answer.status)
}

/// Keeps one text after the other, with what was answered; the last is the one that had no answer.
fn keep_until_it_is_gone(
    thread: usize,
    address: std::net::SocketAddr,
    answered: &AtomicUsize,
) -> Vec<(String, Option<u16>)> {
    let mut kept = Vec::new();
    for number in 0.. {
        let name = format!("{thread}-{number:03}.txt");
        let status = keep(address, &name);
        kept.push((name, status));
        if status.is_none() {
            break;
        }
        answered.fetch_add(1, Ordering::SeqCst);
    }
    kept
}

#[tokio::test(flavor = "multi_thread")]
async fn session_made_on_one_server_counts_and_ends_on_the_other() {
    for database in databases().await {
        let (one, mut two) = (server(&database.url), server(&database.url));
        let cookie = owner(&mut two);
        for server in [&one, &two] {
            assert_eq!(asked(server, "/team", &cookie).0, 200, "{}", database.name);
            assert_eq!(asked(server, "/team", "X: y").0, 401, "{}", database.name);
        }
        let headers = ["Host: localhost", &cookie, "Content-Type: application/x-www-form-urlencoded"];
        assert_eq!(ask(one.address, "POST", "/sign-out", &headers, b"").status, 303);
        assert_eq!(asked(&two, "/team", &cookie).0, 401, "{}", database.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn server_killed_in_the_middle_of_requests_loses_and_doubles_nothing() {
    for database in databases().await.into_iter().filter(|database| database.name == "postgres") {
        let (one, two) = (server(&database.url), server(&database.url));
        let answered = AtomicUsize::new(0);
        let statuses: Vec<Vec<(String, Option<u16>)>> = std::thread::scope(|scope| {
            let (address, answered) = (one.address, &answered);
            let keep = |thread| scope.spawn(move || keep_until_it_is_gone(thread, address, answered));
            let threads: Vec<_> = (0..4).map(keep).collect();
            while answered.load(Ordering::SeqCst) < 10 {
                std::thread::yield_now();
            }
            crate::server::signal(one.id(), "KILL");
            threads.into_iter().map(|thread| thread.join().expect("an end")).collect()
        });
        let names: Vec<_> = statuses.iter().flatten().map(|(name, _)| name.clone()).collect();
        let found = kept(&two);
        let (mut sure, mut open) = (0, 0);
        for (name, status) in statuses.into_iter().flatten() {
            match status {
                Some(status) => {
                    assert_eq!((status, found.get(&name)), (201, Some(&1)), "{name}");
                    sure += 1;
                }
                None => {
                    assert!(found.get(&name).is_none_or(|count| *count == 1), "{name}");
                    assert!(keep(two.address, &name).is_some_and(|status| [200, 201].contains(&status)), "{name}");
                    open += 1;
                }
            }
        }
        assert!(sure >= 10 && open == 4, "{sure} {open}");
        let all: BTreeMap<_, _> = names.into_iter().map(|name| (name, 1)).collect();
        assert_eq!(kept(&two), all);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn import_is_ended_by_another_server_only_after_its_own_has_died() {
    for database in databases().await.into_iter().filter(|database| database.name == "postgres") {
        let one = server(&database.url);
        let files: Vec<_> = (0..300).map(|n| (format!("{n:03}.txt"), format!("{n}\n\n{CHINESE}").repeat(4))).collect();
        let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
        for dies in [false, true] {
            let name = if dies { "dies" } else { "lives" };
            let (kind, body) = form("files", &files[if dies { 150..300 } else { 0..150 }], &[]);
            let headers = ["Host: localhost", "Prefer: respond-async", &kind];
            let begun = ask(one.address, "POST", "/api/v1/announcements", &headers, &body);
            assert_eq!(begun.status, 202, "{}", begun.text());
            let id = begun.json()["id"].as_str().expect("an id").to_owned();
            if dies {
                crate::server::signal(one.id(), "KILL");
            }
            let other = server(&database.url);
            let state = |server: &Server| server.api(&format!("/imports/{id}"))["state"].clone();
            let ended = loop {
                let state = state(&other);
                if state != "running" {
                    break state;
                }
                std::thread::sleep(std::time::Duration::from_millis(100));
            };
            assert_eq!(ended, if dies { "interrupted" } else { "finished" }, "{name}");
            assert_eq!(kept(&other).len(), 150, "{name}");
        }
    }
}
