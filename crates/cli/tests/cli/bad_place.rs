//! Databases and places that cannot be used: each named, each with code 2, nothing lost.

use crate::made::CHINESE;
use crate::server::Server;
use crate::support::{file, run, said, samesky, text};
use samesky_testkit::TestDatabase;
use serde_json::json;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

fn path_of(database: &TestDatabase) -> PathBuf {
    database.folder().expect("a folder").join("samesky.db")
}

/// Three commands that open a database; each must end with two and say these words.
fn assert_refused(url: &str, words: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let announcement = file(folder.path(), "a.txt", CHINESE);
    let copy = folder.path().join("a.backup");
    for command in [
        &["serve", "--listen", "127.0.0.1:0"][..],
        &["import", "announcements", text(&announcement)],
        &["backup", text(&copy)],
    ] {
        let said = run([command, &["--database", url]].concat());
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{command:?}: {said:?}");
        for word in words {
            assert!(said.err.contains(word), "{command:?}: {word} is not in {}", said.err);
        }
    }
    assert!(!copy.exists());
}

#[test]
fn database_of_a_newer_version_is_refused_and_not_touched() {
    let database = TestDatabase::sqlite();
    Server::on(&database.url).stop();
    let path = path_of(&database);
    let mut bytes = std::fs::read(&path).expect("a database");
    let (known, later) = (b"m0015_list_jobs", b"m9999_list_jobs");
    let places: Vec<_> = bytes.windows(known.len()).enumerate().filter(|(_, w)| w == known).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + later.len()].copy_from_slice(later);
    }
    std::fs::write(&path, &bytes).expect("written");
    assert_refused(&database.url, &["m9999_list_jobs", "newer version"]);
    assert_eq!(std::fs::read(&path).expect("still there"), bytes);
}

#[test]
fn database_that_cannot_be_opened_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let notes = file(folder.path(), "notes.txt", "not a database, ".repeat(100));
    let url = |path: &Path| format!("sqlite:{}", path.display());
    assert_refused(&url(folder.path()), &[text(folder.path()), "folder"]);
    assert_refused(&url(&notes), &[text(&notes), "not a database"]);
    let below = notes.join("below.db");
    assert_refused(&url(&below), &[text(&below)]);
    assert_refused("mysql://officer@localhost/x", &["mysql://officer@localhost/x", "sqlite:PATH"]);
    let secret = "postgres://officer:secret@127.0.0.1:1/x";
    assert_refused(secret, &["--database: a password on the command line", "SAMESKY_DATABASE"]);
    assert!(!run(["backup", "/nowhere", "--database", secret]).err.contains("secret"));
    let tried = said(samesky().args(["backup", "/nowhere"]).env("SAMESKY_DATABASE", secret).output().expect("started"));
    assert!(tried.err.contains("postgres://officer@127.0.0.1:1/x") && !tried.err.contains("secret"), "{}", tried.err);
}

#[test]
fn database_below_a_folder_that_is_missing_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a/b/数据.db");
    let server = Server::on(&format!("sqlite:{}", path.display()));
    assert_eq!(server.get("/readyz").status, 200);
    assert!(path.is_file());
}

/// The command as an account that may not write where the test may.
fn as_nobody(folder: &Path) -> Command {
    let program = folder.join("samesky");
    std::fs::copy(env!("CARGO_BIN_EXE_samesky"), &program).expect("a copy");
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.env("LANG", "C.UTF-8").env("USER", "officer").stdin(std::process::Stdio::null());
    command
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("allowed");
}

#[test]
fn database_that_is_read_only_is_said_to_be_so_and_not_touched() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("place");
    let path = place.join("samesky.db");
    let url = format!("sqlite:{}", path.display());
    Server::on(&url).stop();
    let announcement = file(folder.path(), "a.txt", CHINESE);
    let before = std::fs::read(&path).expect("a database");
    set_mode(folder.path(), 0o755);
    set_mode(&announcement, 0o644);
    set_mode(&path, 0o444);
    set_mode(&place, 0o555);
    for arguments in [vec!["serve", "--listen", "127.0.0.1:0"], vec!["import", "announcements", text(&announcement)]] {
        let mut command = as_nobody(folder.path());
        command.args(&arguments).args(["--database", &url]);
        let said = crate::support::said(command.output().expect("started"));
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{arguments:?}: {said:?}");
        assert!(said.err.contains("read-only"), "{arguments:?}: {said:?}");
    }
    set_mode(&place, 0o755);
    assert_eq!(std::fs::read(&path).expect("still there"), before);
}

#[test]
fn full_disk_is_said_to_be_so_and_what_was_there_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = "mount -t tmpfs -o size=2m tmpfs \"$1\" && shift && exec \"$@\"";
    let private = if is_root() { "-m" } else { "-rm" };
    let probe =
        Command::new("unshare").args([private, "sh", "-c", script, "sh"]).arg(folder.path()).arg("true").output();
    if !probe.is_ok_and(|output| output.status.success()) {
        return eprintln!("skipped: no small disk can be mounted here");
    }
    let inside = folder.path().join("samesky.db");
    let mut command = Command::new("unshare");
    command.args([private, "sh", "-c", script, "sh"]).arg(folder.path()).arg(env!("CARGO_BIN_EXE_samesky"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--database"]).arg(format!("sqlite:{}", inside.display()));
    command.env("LANG", "C.UTF-8").env("USER", "officer");
    let server = Server::start(command);
    let send = |number: usize, size: usize| {
        let document = json!({"text": format!("第{number}号\n\n{CHINESE}{}", "x y z ".repeat(size)), "name": "a.txt"});
        server.post("/api/v1/announcements", "application/json", document.to_string().as_bytes())
    };
    assert_eq!(send(0, 1).status, 201);
    let refused =
        (1..100).map(|number| send(number, 20_000)).find(|answer| answer.status != 201).expect("the disk is small");
    assert_eq!(refused.status, 507, "{}", refused.text());
    assert!(refused.text().contains("disk"), "{}", refused.text());
    assert_eq!(server.get("/healthz").status, 200);
    assert_eq!(server.get("/readyz").status, 200);
    let kept = server.api("/announcements?limit=100")["items"].as_array().expect("items").clone();
    assert!(!kept.is_empty());
    for one in kept {
        let path = format!("/api/v1/announcements/{}/text", one["id"].as_str().expect("an id"));
        assert_eq!(server.get(&path).status, 200);
    }
}

#[test]
fn backup_to_a_full_disk_says_so_and_leaves_no_half() {
    if !Path::new("/dev/full").exists() {
        return eprintln!("skipped: there is no /dev/full");
    }
    let output =
        samesky().args(["read", "--json", "-"]).stdout(std::fs::File::create("/dev/full").expect("opened")).output();
    let said = crate::support::said(output.expect("started"));
    assert_eq!(said.code, Some(2), "{said:?}");
}
