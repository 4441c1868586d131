//! The table for people.

use crate::made::CHINESE;
use crate::support::{run_with, samesky};

#[test]
fn table_is_in_the_language_that_was_asked_for() {
    for (language, words) in [
        ("zh-Hans", ["86.4亿元", "推介会", "计划总投资"]),
        ("ja", ["86.4億元", "説明会", "総投資額"]),
        ("en", ["CNY 8.64 bn", "Promotion meeting", "Total investment"]),
        ("th", ["8,640", "2024-05-16", "霞川"]),
    ] {
        let said = run_with(["--language", language, "read"], CHINESE.as_bytes());
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
        for word in words {
            assert!(said.out.contains(word), "{language}: {word} is not in\n{}", said.out);
        }
    }
}

#[test]
fn language_of_the_environment_is_used_where_none_is_asked_for() {
    for (variable, value, word) in
        [("LANG", "ja_JP.UTF-8", "86.4億元"), ("LC_ALL", "zh_CN.UTF-8", "86.4亿元"), ("LC_ALL", "C", "CNY 8.64 bn")]
    {
        let folder = tempfile::tempdir().expect("a folder");
        let path = crate::support::file(folder.path(), "a.txt", CHINESE);
        let output = samesky().env(variable, value).arg("read").arg(&path).output().expect("started");
        let out = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(out.contains(word), "{value}: {word} is not in\n{out}");
    }
}

#[test]
fn quantities_stand_below_with_their_places() {
    let said = run_with(["--language", "en", "read", "--quantities"], "15个项目".as_bytes());
    let line = said.out.lines().find(|line| line.contains("count")).expect("a count");
    assert!(line.contains("0–5") && line.contains("“15个项目”"), "{line}");
}

#[test]
fn control_characters_of_the_text_do_not_reach_the_terminal() {
    let source = format!("{CHINESE}\u{1b}]0;owned\u{7}签约\u{1b}[2J15个\u{9b}项目\u{202e}签约仪式在霞川举行。\n");
    let said = run_with(["read", "--quantities"], source.as_bytes());
    let bad: Vec<_> = said.out.chars().filter(|c| c.is_control() && *c != '\n').collect();
    assert_eq!(bad, Vec::<char>::new(), "{:?}", said.out);
}
