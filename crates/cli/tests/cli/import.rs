//! `samesky import announcements`.

use crate::made::{CHINESE, JAPANESE, docx, pdf};
use crate::server::Server;
use crate::support::{Said, file, run, text};
use samesky_testkit::{TestDatabase, databases};
use serde_json::{Value, json};
use std::path::Path;

fn import(database: &TestDatabase, more: &[&str]) -> Said {
    run([&["import", "announcements", "--database", &database.url][..], more].concat())
}

fn outcomes(report: &Value) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().expect("a word").to_owned();
    let name = |value: &Value| word(value).rsplit('/').next().expect("a name").to_owned();
    report["files"]
        .as_array()
        .expect("files")
        .iter()
        .map(|file| (name(&file["name"]), word(&file["outcome"])))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(name, outcome)| ((*name).to_owned(), (*outcome).to_owned())).collect()
}

/// How many announcements there are, and how many of them have no text or no original.
fn kept(database: &TestDatabase) -> usize {
    let server = Server::on(&database.url);
    let items = server.api("/announcements?limit=100")["items"].clone();
    let items = items.as_array().expect("items");
    for item in items {
        let id = item["id"].as_str().expect("an id");
        assert_eq!(server.get(&format!("/api/v1/announcements/{id}/text")).status, 200);
        assert_eq!(server.get(&format!("/api/v1/announcements/{id}/original")).status, 200);
    }
    items.len()
}

fn three_files(folder: &Path) {
    file(folder, "1.txt", CHINESE);
    file(folder, "2.pdf", pdf(JAPANESE));
    file(folder, "3.docx", docx(CHINESE));
}

#[tokio::test(flavor = "multi_thread")]
async fn import_reports_file_by_file_and_knows_them_again() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        three_files(folder.path());
        let said = import(&database, &["--json", text(folder.path())]);
        assert_eq!((said.code, &said.err), (Some(0), &crate::support::made(&database.url)), "{}", database.name);
        let report = said.json();
        assert_eq!(outcomes(&report), pairs(&[("1.txt", "new"), ("2.pdf", "new"), ("3.docx", "new")]));
        let import_ = &report["import"];
        assert_eq!(
            (&import_["state"], &import_["total"], &import_["done"]),
            (&json!("finished"), &json!(3), &json!(3))
        );
        assert_eq!((&import_["source"], &import_["started"]["by"]), (&json!("command"), &json!("officer")));
        file(folder.path(), "4-same-as-1.txt", CHINESE);
        let said = import(&database, &["--json", text(folder.path())]);
        let again = said.json();
        let known = [("1.txt", "known"), ("2.pdf", "known"), ("3.docx", "known"), ("4-same-as-1.txt", "known")];
        assert_eq!((said.code, outcomes(&again)), (Some(0), pairs(&known)));
        assert_eq!(again["files"][3]["announcement"], report["files"][0]["announcement"]);
        assert_eq!(kept(&database), 3, "{}", database.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn import_with_a_refused_file_keeps_nothing_unless_told_to() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        three_files(folder.path());
        file(folder.path(), "0-bad.pdf", "%PDF-1.7\nno");
        let said = import(&database, &["--json", text(folder.path())]);
        let report = said.json();
        let nothing = [("0-bad.pdf", "refused"), ("1.txt", "not_kept"), ("2.pdf", "not_kept"), ("3.docx", "not_kept")];
        assert_eq!((said.code, outcomes(&report)), (Some(1), pairs(&nothing)));
        assert_eq!(report["import"]["state"], "refused");
        assert!(report["files"].as_array().expect("files").iter().all(|file| file["announcement"].is_null()));
        assert_eq!(kept(&database), 0);
        let said = import(&database, &["--json", "--skip-refused", text(folder.path())]);
        let some = [("0-bad.pdf", "refused"), ("1.txt", "new"), ("2.pdf", "new"), ("3.docx", "new")];
        assert_eq!((said.code, outcomes(&said.json())), (Some(1), pairs(&some)));
        assert_eq!(kept(&database), 3, "{}", database.name);
    }
}

#[test]
fn report_for_people_names_each_file_and_says_what_to_do() {
    let database = TestDatabase::sqlite();
    let folder = tempfile::tempdir().expect("a folder");
    three_files(folder.path());
    file(folder.path(), "0-bad.pdf", "%PDF-1.7\nno");
    let said = import(&database, &[text(folder.path())]);
    assert_eq!((said.code, &said.err), (Some(1), &crate::support::made(&database.url)));
    for words in ["0-bad.pdf", "This PDF is damaged", "3.docx", "Nothing imported", "--skip-refused", "refused 1"] {
        assert!(said.out.contains(words), "{words} is not in\n{}", said.out);
    }
    let said = import(&database, &["--language", "ja", "--skip-refused", text(folder.path())]);
    assert!(said.out.contains("PDF") && !said.out.contains("Imported"), "{}", said.out);
}

#[test]
fn import_keeps_what_its_bringer_knows() {
    let database = TestDatabase::sqlite();
    let folder = tempfile::tempdir().expect("a folder");
    let path =
        file(folder.path(), "a.txt", "11月19日，霞川市（虚构）举行集中签约仪式，15个项目签约，总投资204.5亿元。\n");
    let said = import(
        &database,
        &[
            "--publisher",
            "霞川市商务局（虚构）",
            "--published",
            "2020-11-20",
            "--lang",
            "zh-Hans",
            "--source-address",
            "https://example.org/a",
            "--as",
            "林澄",
            text(&path),
        ],
    );
    assert_eq!(said.code, Some(0), "{said:?}");
    let server = Server::on(&database.url);
    let item = server.api("/announcements")["items"][0].clone();
    let id = item["id"].as_str().expect("an id").to_owned();
    let one = server.api(&format!("/announcements/{id}"));
    assert_eq!(
        (
            &one["publisher"],
            &one["published"]["date"],
            &one["language"],
            &one["source_address"],
            &one["imported"]["by"]
        ),
        (
            &json!("霞川市商务局（虚构）"),
            &json!("2020-11-20"),
            &json!("zh-Hans"),
            &json!("https://example.org/a"),
            &json!("林澄")
        )
    );
    let claims = server.api(&format!("/announcements/{id}/claims"));
    assert!(claims.to_string().contains("2020-11-19"), "the day is counted from the date of publication");
}

#[test]
fn import_that_cannot_begin_ends_with_two_and_leaves_nothing() {
    let database = TestDatabase::sqlite();
    let folder = tempfile::tempdir().expect("a folder");
    let good = file(folder.path(), "good.txt", CHINESE);
    let empty = folder.path().join("empty");
    std::fs::create_dir(&empty).expect("a folder");
    let missing = folder.path().join("missing.txt");
    for (arguments, words) in [
        (vec![text(&good), text(&missing)], "missing.txt"),
        (vec![text(&empty)], "at least one file"),
        (vec!["--source-address", "javascript:alert(1)", text(&good)], "web address"),
        (vec!["--lang", "z", text(&good)], "language tag"),
        (vec!["--published", "31 February", text(&good)], "31 February"),
        (vec![], "PATH"),
    ] {
        let said = import(&database, &arguments);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(said.err.contains(words), "{arguments:?}: {}", said.err);
    }
    assert_eq!(kept(&database), 0);
}

#[test]
fn source_that_never_ends_is_refused_by_its_size() {
    let database = TestDatabase::sqlite();
    let said = import(&database, &["/dev/zero"]);
    assert_eq!(said.code, Some(1), "{said:?}");
    assert!(said.out.contains("/dev/zero") && said.out.contains("20,971,520"), "{said:?}");
}

#[test]
fn link_to_a_folder_is_a_folder() {
    let database = TestDatabase::sqlite();
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "real/a.txt", CHINESE);
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(folder.path().join("real"), &link).expect("a link");
    let said = import(&database, &["--json", text(&link)]);
    assert_eq!((said.code, outcomes(&said.json())), (Some(0), pairs(&[("a.txt", "new")])), "{said:?}");
}
