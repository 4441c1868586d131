//! `samesky read --json`: the contract of the answer.

use crate::made::CHINESE;
use crate::support::{amounts, assert_spans, file, run, run_with, text};
use serde_json::json;

fn keys(value: &serde_json::Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn json_has_the_fields_of_the_contract() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "a.txt", CHINESE);
    let said = run(["read", "--json", text(&path)]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let reading = said.json();
    let expected = [
        "body",
        "checks",
        "events",
        "figures",
        "id",
        "language",
        "organisations",
        "parties",
        "projects",
        "published",
        "publisher",
        "remarks",
        "title",
    ];
    assert_eq!(keys(&reading), expected);
    assert_eq!(reading["id"], text(&path));
    let title: String = CHINESE.lines().next().expect("a line").into();
    assert_eq!(reading["title"], json!({"text": title, "start": 0, "end": title.chars().count()}));
    assert_eq!(reading["published"]["date"], "2024-05-17");
    let found = amounts(&reading);
    for amount in [("24", "projects"), ("8640000000", "CNY"), ("118", "companies")] {
        let amount = (amount.0.to_owned(), amount.1.to_owned());
        assert!(found.contains(&amount), "{amount:?} is not in {found:?}");
    }
    for field in [
        "measure",
        "value",
        "low",
        "high",
        "unit",
        "qualifier",
        "money_class",
        "status",
        "period",
        "flow",
        "subject",
        "event",
        "project",
        "organisation",
        "start",
        "end",
        "quote",
        "spans",
    ] {
        assert!(reading["figures"][0].get(field).is_some(), "a figure has no {field}");
    }
    assert_eq!(reading["events"][0]["date"], "2024-05-16");
    assert!(assert_spans(&reading, CHINESE) >= 3);
}

#[test]
fn json_text_is_only_in_the_answer_when_the_input_was_not_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let plain = file(folder.path(), "a.txt", CHINESE);
    let page = file(folder.path(), "a.html", crate::made::html(CHINESE, "utf-8"));
    assert_eq!(run(["read", "--json", text(&plain)]).json().get("text"), None);
    let reading = run(["read", "--json", text(&page)]).json();
    let source = reading["text"].as_str().expect("the text").to_owned();
    assert!(source.contains("计划总投资86.4亿元") && !source.contains("ICP"), "{source}");
    assert!(assert_spans(&reading, &source) >= 3);
}

#[test]
fn quantities_are_there_when_asked_for_only() {
    let without = run_with(["read", "--json", "-"], CHINESE.as_bytes()).json();
    assert_eq!(without.get("quantities"), None);
    let with = run_with(["read", "--json", "--quantities", "-"], CHINESE.as_bytes()).json();
    let money: Vec<_> =
        with["quantities"].as_array().expect("quantities").iter().filter(|q| q["kind"] == "money").collect();
    assert_eq!(money.len(), 1);
    let start = CHINESE.chars().position(|c| c == '8').map(|_| CHINESE.find("86.4").expect("there")).expect("there");
    let start = CHINESE[..start].chars().count();
    assert_eq!(
        *money[0],
        json!({"kind": "money", "value": "8640000000", "currency": "CNY", "unit": null, "qualifier": "exact", "low": null,
            "high": null, "values": [], "start": start, "end": start + 6, "quote": "86.4亿元"})
    );
    assert!(assert_spans(&with, CHINESE) > 6);
}

#[test]
fn standard_input_is_read_without_a_path_and_as_a_dash() {
    for arguments in [vec!["read", "--json"], vec!["read", "--json", "-"]] {
        let said = run_with(arguments, CHINESE.as_bytes());
        assert_eq!((said.code, said.json()["id"].as_str()), (Some(0), Some("-")));
    }
}

#[test]
fn byte_order_mark_is_dropped_and_line_ends_are_kept() {
    let source = CHINESE.replace('\n', "\r\n");
    let reading = run_with(["read", "--json", "-"], format!("\u{FEFF}{source}").as_bytes()).json();
    assert_eq!(reading["title"]["start"], 0);
    assert!(assert_spans(&reading, &source) >= 3);
}

#[test]
fn folder_is_read_in_the_order_of_names_without_hidden_files() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["b.txt", "a/z.txt", "a/.hidden.txt", ".git/c.txt", "c.txt"] {
        file(folder.path(), name, CHINESE);
    }
    let said = run(["read", "--json", text(folder.path())]);
    let stream = serde_json::Deserializer::from_str(&said.out).into_iter::<serde_json::Value>();
    let ids: Vec<_> = stream.map(|one| one.expect("a document")["id"].as_str().expect("an id").to_owned()).collect();
    let expected = ["a/z.txt", "b.txt", "c.txt"].map(|name| text(&folder.path().join(name)).to_owned());
    assert_eq!(ids, expected);
}

#[test]
fn one_bad_file_does_not_keep_the_others_from_being_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let good = file(folder.path(), "good.txt", CHINESE);
    let empty = file(folder.path(), "empty.txt", "");
    let missing = folder.path().join("missing.txt");
    let said = run(["read", "--json", text(&missing), text(&empty), text(&good)]);
    assert_eq!(said.code, Some(2));
    assert_eq!(said.json()["id"], text(&good));
    let lines: Vec<_> = said.err.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].contains("missing.txt") && lines[0].contains("No such file"), "{lines:?}");
    assert!(lines[1].contains("empty.txt") && lines[1].contains("no text"), "{lines:?}");
}

#[test]
fn link_to_a_folder_is_a_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "real/a.txt", CHINESE);
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(folder.path().join("real"), &link).expect("a link");
    let said = run(["read", "--json", text(&link)]);
    assert_eq!((said.code, said.json()["id"].as_str()), (Some(0), Some(text(&link.join("a.txt")))), "{said:?}");
}

#[test]
fn source_that_never_ends_is_refused_by_its_size() {
    let said = run(["read", "--json", "/dev/zero"]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("/dev/zero") && said.err.contains("20,971,520"), "{said:?}");
}

#[test]
fn options_that_cannot_be_are_refused_with_two() {
    for arguments in [
        &["read", "--reference-date", "31 February"][..],
        &["read", "--json", "--jsonl"],
        &["read", "--language", "Klingon"],
        &["read", "--jsonl", "a.txt"],
        &["read", "--threads", "many"],
        &["reed"],
    ] {
        let said = run(arguments);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(!said.err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn reference_date_gives_the_year_of_a_day() {
    let source = "11月19日，霞川市（虚构）举行集中签约仪式，15个项目签约，总投资204.5亿元。\n";
    let reading = run_with(["read", "--json", "--reference-date", "2020-11-20"], source.as_bytes()).json();
    assert_eq!(reading["events"][0]["date"], "2020-11-19");
    let reading = run_with(["read", "--json"], source.as_bytes()).json();
    assert_eq!(reading["events"][0]["date"], "--11-19");
}

#[test]
fn reader_that_goes_away_is_no_fault() {
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..200 {
        file(folder.path(), &format!("{number}.txt"), CHINESE);
    }
    let command = format!(
        "{} read --json {} | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_samesky"),
        folder.path().display()
    );
    let output = std::process::Command::new("bash").args(["-c", &command]).output().expect("a shell");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn explain_names_the_rule_and_the_words_of_every_claim() {
    let reading = run_with(["read", "--json", "--explain", "--quantities"], CHINESE.as_bytes()).json();
    let told = reading["explanations"].as_array().expect("explanations");
    for (kind, claims) in [("event", "events"), ("figure", "figures"), ("organisation", "organisations")] {
        let ids = |value: &serde_json::Value| {
            value.as_array().expect("claims").iter().map(|one| one["id"].clone()).collect::<Vec<_>>()
        };
        let explained: Vec<_> = told.iter().filter(|one| one["of"] == kind).map(|one| one["id"].clone()).collect();
        assert_eq!(explained, ids(&reading[claims]), "{kind}");
    }
    let quantities = reading["quantities"].as_array().expect("quantities");
    assert_eq!(told.iter().filter(|one| one["of"] == "quantity").count(), quantities.len());
    let amount = told.iter().find(|one| one["of"] == "figure" && one["quote"] == "86.4亿元").expect("the amount");
    let measure = amount["steps"].as_array().expect("steps").iter().find(|step| step["step"] == "measure");
    let measure = measure.expect("what it measures");
    assert_eq!((&measure["rule"], &measure["gave"]), (&json!("figure/measure/money"), &json!("total_investment")));
    let words: Vec<_> = measure["words"].as_array().expect("words").iter().map(|word| &word["quote"]).collect();
    assert!(words.iter().any(|word| word.as_str().is_some_and(|word| word.contains("总投资"))), "{words:?}");
    assert!(assert_spans(&reading, CHINESE) > told.len());
}

#[test]
fn explain_adds_to_the_answer_and_changes_nothing_else() {
    let plain = run_with(["read", "--json"], CHINESE.as_bytes()).json();
    let mut explained = run_with(["read", "--json", "--explain"], CHINESE.as_bytes()).json();
    assert!(explained.as_object_mut().expect("an object").remove("explanations").is_some());
    assert_eq!(plain, explained);
    let line = serde_json::to_string(&json!({"id": "a", "text": CHINESE})).expect("a line");
    let streamed = run_with(["read", "--jsonl", "--explain"], line.as_bytes()).lines();
    assert!(streamed[0]["explanations"].as_array().is_some_and(|told| !told.is_empty()));
}

#[test]
fn explain_for_people_shows_steps_below_each_claim() {
    let said = run_with(["read", "--explain"], CHINESE.as_bytes());
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let steps: Vec<_> = said.out.lines().skip_while(|line| !line.contains("“86.4亿元”  figure/unit")).take(5).collect();
    assert!(
        steps.iter().any(|line| line.contains("figure/measure/money") && line.contains("“计划总投资”")),
        "{steps:#?}"
    );
    let plain = run_with(["read"], CHINESE.as_bytes());
    assert!(!plain.out.contains("figure/measure/money"));
}

/// Names that no reader knows: a place, a company without an ending, an ending, a word for an industry.
const OWN_NAMES: &str = "# samesky gazetteer 1\n\
    # what\tkey\tkind\tcode\tnames\n\
    place\tCN-ZJ/mujin\tcity\tCN-ZJ\t暮津|Mujin\n\
    organisation\tcompany\t星澜|Xinglan\n\
    ending\tchamber\t共益社\n";

#[test]
fn gazetteer_adds_names_to_those_that_are_known() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = file(folder.path(), "names.tsv", OWN_NAMES);
    let source = "5月16日，河口市投资推介会在暮津举行，星澜与暮津织物共益社签署合作协议，总投资3亿元。\n";
    let names = |reading: &serde_json::Value| -> Vec<String> {
        let organisations = reading["organisations"].as_array().expect("organisations");
        organisations.iter().map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
    };
    let plain = run_with(["read", "--json"], source.as_bytes()).json();
    let known = run_with(["read", "--json", "--gazetteer", text(&own)], source.as_bytes()).json();
    assert!(!names(&plain).iter().any(|name| name == "星澜" || name.ends_with("共益社")), "{:?}", names(&plain));
    assert_eq!(names(&known), ["星澜", "暮津织物共益社"]);
    assert_eq!((&plain["events"][0]["places"], &known["events"][0]["places"]), (&json!([]), &json!(["暮津"])));
    let line = serde_json::to_string(&json!({"id": "a", "text": source})).expect("a line");
    let streamed = run_with(["read", "--jsonl", "--gazetteer", text(&own)], line.as_bytes()).lines();
    assert_eq!(names(&streamed[0]), names(&known));
}

#[test]
fn gazetteer_line_that_cannot_be_used_is_named_with_its_number_and_field() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = "# samesky gazetteer 1\n";
    for (lines, place) in [
        ("place\tCN-ZJ/mujin\tcity\tCN-ZJ\t暮津\nplace\tCN-ZJ/mujin\ttown\tCN-ZJ\t暮津\n", "line 3, kind: "),
        ("place\tin Zhejiang\tcity\tCN-ZJ\t暮津\n", "line 2, key: "),
        ("place\tCN-ZJ/mujin\tcity\tZhejiang\t暮津\n", "line 2, code: "),
        ("\n# a note\norganisation\tclub\t星澜\n", "line 4, kind: "),
        ("organisation\tcompany\t星\n", "line 2, names: "),
        ("industry\tZ99\t光伏\n", "line 2, code: "),
        ("river\t长江\n", "line 2, "),
    ] {
        let own = file(folder.path(), "names.tsv", format!("{first}{lines}"));
        for arguments in [&["read", "--json"][..], &["read", "--jsonl"], &["read"]] {
            let said = run_with(arguments.iter().copied().chain(["--gazetteer", text(&own)]), CHINESE.as_bytes());
            assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{lines:?}");
            let named = format!("samesky: {}: {place}", text(&own));
            assert!(said.err.starts_with(&named) && said.err.contains("expected "), "{lines:?}: {}", said.err);
            assert_eq!(said.err.lines().count(), 1, "{}", said.err);
        }
    }
}

#[test]
fn gazetteer_that_is_none_is_refused_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = file(folder.path(), "bytes.tsv", b"# samesky gazetteer 1\nplace\t\xff\xfe\n");
    let other = file(folder.path(), "table.tsv", "name,kind\nMujin,city\n");
    for path in [bytes, other, folder.path().join("absent.tsv"), folder.path().to_owned()] {
        let said = run_with(["read", "--json", "--gazetteer", text(&path)], CHINESE.as_bytes());
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{}", path.display());
        assert!(said.err.contains(text(&path)), "{}", said.err);
    }
}
