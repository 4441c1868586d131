//! `samesky admin audit` and `samesky admin person`.

use crate::support::{file, run, text};
use samesky_testkit::databases;
use serde_json::json;

/// A database with some changes in it.
fn filled(database: &str, folder: &std::path::Path) {
    let announcement = file(folder, "a.txt", crate::made::CHINESE);
    let said = run(["import", "announcements", text(&announcement), "--database", database]);
    assert_eq!(said.code, Some(0), "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn verify_says_whether_the_chain_holds_and_ends_where_it_did() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        filled(&database.url, folder.path());
        let head = folder.path().join("head.json");
        let audit = |words: &[&str]| {
            run([&["--language", "en", "admin", "audit"], words, &["--database", &database.url]].concat())
        };
        let said = audit(&["head", "--out", text(&head)]);
        assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (Some(0), "", ""));
        assert_eq!(audit(&["head", "--out", text(&head)]).code, Some(2), "it is not overwritten");
        let kept: serde_json::Value = serde_json::from_slice(&std::fs::read(&head).expect("read")).expect("JSON");
        assert_eq!((&kept["product"], &kept["heads"][0]["sequence"]), (&json!("samesky"), &json!(3)));

        let said = audit(&["verify", "--head", text(&head)]);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
        assert!(said.out.contains("the chain of 3 changes holds"), "{said:?}");

        for (field, value, words) in [
            ("sequence", json!(9), "cut off: the chain ends with number 3, but 9 was there"),
            ("digest", json!("0"), "number 3 is not the one that was noted"),
        ] {
            let mut other = kept.clone();
            other["heads"][0][field] = value;
            let other = file(folder.path(), "other.json", other.to_string());
            let said = audit(&["verify", "--head", text(&other)]);
            assert_eq!((said.code, said.err.as_str()), (Some(1), ""), "{said:?}");
            assert!(said.out.contains(words), "{said:?}");
        }
        let nothing = file(folder.path(), "nothing.json", "{");
        for path in [nothing, folder.path().join("missing.json")] {
            let said = audit(&["verify", "--head", text(&path)]);
            assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
            assert!(said.err.contains(text(&path)), "{said:?}");
        }
        let said = audit(&["verify", "--team", "00000000-0000-0000-0000-000000000000"]);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{said:?}");
    }
}

#[test]
fn commands_on_a_database_that_is_not_there_make_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}/missing.db", folder.path().display());
    for words in [
        &["audit", "head"][..],
        &["audit", "verify"],
        &["person", "export", "lin@example.org"],
        &["person", "erase", "--yes", "lin@example.org"],
    ] {
        let said = run([&["admin"], words, &["--database", &url]].concat());
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{said:?}");
        assert!(said.err.contains("missing.db"), "{said:?}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    let said = run(["admin", "person", "erase", "lin@example.org", "--database", &url]);
    assert_eq!(said.code, Some(2), "nobody is forgotten without --yes: {said:?}");
}
