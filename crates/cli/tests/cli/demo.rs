//! `samesky demo`.

use crate::http::ask;
use crate::server::{Server, signal};
use crate::support::{run, samesky};
use std::path::Path;
use std::process::Stdio;

fn demo(temporary: &Path) -> Server {
    let mut command = samesky();
    command.args(["demo", "--listen", "127.0.0.1:0"]).env("TMPDIR", temporary);
    Server::start(command)
}

fn left(folder: &Path) -> Vec<std::ffi::OsString> {
    std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect()
}

#[test]
fn demo_has_something_to_show_says_what_it_is_and_leaves_nothing() {
    for (name, code) in [("TERM", 0), ("INT", 0), ("HUP", 0)] {
        let temporary = tempfile::tempdir().expect("a folder");
        let server = demo(temporary.path());
        assert!(server.greeting.contains("demonstration"), "{}", server.greeting);
        let page = ask(server.address, "GET", "/", &["Host: localhost", "Accept-Language: en"], b"");
        assert_eq!(page.status, 200);
        assert!(page.text().contains("demo"), "the page does not say that this is a demo");
        for list in ["/announcements", "/events", "/figures", "/organisations", "/projects", "/checks", "/audit"] {
            assert_ne!(server.api(list)["items"], serde_json::json!([]), "{list}");
        }
        assert_ne!(left(temporary.path()), Vec::<std::ffi::OsString>::new(), "the database is elsewhere");
        server.signal(name);
        let (status, log) = server.ended();
        assert_eq!(status.code(), Some(code), "{name}: {log}");
        assert_eq!(left(temporary.path()), Vec::<std::ffi::OsString>::new(), "{name}");
    }
}

#[test]
fn demo_stopped_while_it_is_filled_leaves_nothing() {
    let temporary = tempfile::tempdir().expect("a folder");
    let child = samesky()
        .args(["demo", "--listen", "127.0.0.1:0"])
        .env("TMPDIR", temporary.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    while left(temporary.path()).is_empty() {}
    signal(child.id(), "TERM");
    let said = crate::support::said(child.wait_with_output().expect("an end"));
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(left(temporary.path()), Vec::<std::ffi::OsString>::new());
}

#[test]
fn second_demo_on_the_same_port_says_so() {
    let temporary = tempfile::tempdir().expect("a folder");
    let server = demo(temporary.path());
    let said = run(["demo", "--listen", &server.address.to_string()]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains(&server.address.to_string()) && said.err.contains("in use"), "{said:?}");
    assert_eq!(server.get("/").status, 200);
}
