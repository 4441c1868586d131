//! Everything that `fixtures/bad/README.md` lists, read, imported and uploaded.

use crate::made::CHINESE;
use crate::server::Server;
use crate::support::{amounts, assert_spans, file, repository, run, text};
use samesky_testkit::{TestDatabase, databases};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// The refused ones, with the words of the message that name what is wrong.
const REFUSED: [(&str, &str); 14] = [
    ("200-mb-of-nothing.txt", "20,971,520"),
    ("binary.txt", "binary data"),
    ("blank.txt", "no text"),
    ("bomb.docx", "unpacks to more than"),
    ("cut-off.docx", "damaged"),
    ("cut-off.pdf", "damaged"),
    ("deeply-nested-content.pdf", "PDF"),
    ("deeply-nested.pdf", "PDF"),
    ("empty.txt", "no text"),
    ("mostly-broken-utf8.txt", "binary data"),
    ("nested.docx", "docx"),
    ("no-text.pdf", "no text"),
    ("not-a-pdf.pdf", "PDF"),
    ("renamed-zip.docx", "no docx"),
];

/// The others, with the figures that are read of them.
const READ: [(&str, &[(&str, &str)]); 7] = [
    ("31-february.txt", &[("3", "projects"), ("860000000", "CNY")]),
    ("broken-utf8.txt", &[("24", "projects"), ("8640000000", "CNY")]),
    ("nested.html", &[("15", "projects")]),
    ("nul-bytes.txt", &[("24", "projects"), ("8640000000", "CNY")]),
    ("one-million-digits.txt", &[]),
    ("scripts.html", &[("24", "projects"), ("8640000000", "CNY")]),
    ("table.txt", &[]),
];

/// Makes the bad inputs; nothing, said on standard error, where Python is not installed.
fn made(folder: &Path) -> bool {
    let Ok(output) = Command::new("python3").arg(repository("fixtures/bad/make.py")).arg(folder).output() else {
        eprintln!("skipped: python3 is not installed");
        return false;
    };
    assert!(output.status.success(), "{output:?}");
    let sparse = std::fs::File::create(folder.join("200-mb-of-nothing.txt")).expect("a file");
    sparse.set_len(200 << 20).expect("a length");
    true
}

#[test]
fn bad_input_that_cannot_be_read_is_refused_by_name_with_two() {
    let folder = tempfile::tempdir().expect("a folder");
    if !made(folder.path()) {
        return;
    }
    for (name, words) in REFUSED {
        let path = folder.path().join(name);
        let said = run(["read", "--json", text(&path)]);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{name}: {said:?}");
        let lines: Vec<_> = said.err.lines().collect();
        assert!(lines.len() == 1 && lines[0].contains(name) && lines[0].contains(words), "{name}: {lines:?}");
    }
}

#[test]
fn bad_input_that_can_be_read_is_read_without_inventing() {
    let folder = tempfile::tempdir().expect("a folder");
    if !made(folder.path()) {
        return;
    }
    for (name, figures) in READ {
        let path = folder.path().join(name);
        let said = run(["read", "--json", text(&path)]);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{name}");
        let reading = said.json();
        let figures: Vec<_> = figures.iter().map(|(value, unit)| ((*value).to_owned(), (*unit).to_owned())).collect();
        assert_eq!(amounts(&reading), figures, "{name}");
        let source = match reading["text"].as_str() {
            Some(extracted) => extracted.to_owned(),
            None => String::from_utf8_lossy(&std::fs::read(&path).expect("the file")).into_owned(),
        };
        if name != "broken-utf8.txt" {
            assert_spans(&reading, &source);
        }
    }
}

#[test]
fn bad_input_says_what_it_does_not_take() {
    let folder = tempfile::tempdir().expect("a folder");
    if !made(folder.path()) {
        return;
    }
    let remarks = |name: &str| run(["read", "--json", text(&folder.path().join(name))]).json().to_string();
    assert!(remarks("broken-utf8.txt").contains("not text in UTF-8"));
    assert!(remarks("table.txt").contains("table of data"));
    assert!(remarks("31-february.txt").contains("“2月31日” is no day of the calendar"));
    assert!(remarks("unknown-currency.txt").contains("the currency of “86.4亿弗罗林卡” is not known"));
    assert!(remarks("one-million-digits.txt").contains("is too large to be kept exactly"));
    let scripts = remarks("scripts.html");
    for word in ["999", "888", "777", "5555", "alert(1)"] {
        assert!(!scripts.contains(word), "{word} in {scripts}");
    }
    let february = run(["read", "--json", text(&folder.path().join("31-february.txt"))]).json();
    assert!(!february["events"].to_string().contains("02-31"), "{february}");
}

#[test]
fn bad_input_in_a_folder_does_not_keep_the_others_from_being_imported() {
    let folder = tempfile::tempdir().expect("a folder");
    if !made(folder.path()) {
        return;
    }
    let slow = folder.path().join("one-million-numerals.txt");
    std::fs::remove_file(slow).expect("it was made");
    file(folder.path(), "zz-good.txt", CHINESE);
    let database = TestDatabase::sqlite();
    let import = |more: &[&str]| {
        run([&["import", "announcements", "--json", "--database", &database.url, text(folder.path())][..], more]
            .concat())
    };
    let all = import(&[]);
    assert_eq!(all.code, Some(1), "{}", all.err);
    assert_eq!(all.json()["import"]["state"], "refused");
    let some = import(&["--skip-refused"]);
    assert_eq!(some.code, Some(1), "{}", some.err);
    let report = some.json();
    for (name, _) in REFUSED {
        assert_eq!(outcome(&report, name), "refused", "{name}");
    }
    for name in READ.map(|(name, _)| name).into_iter().chain(["zz-good.txt"]) {
        assert_eq!(outcome(&report, name), "new", "{name}");
    }
    let server = Server::on(&database.url);
    let id = |name: &str| row(&report, name)["announcement"].as_str().expect("an id").to_owned();
    for name in ["broken-utf8.txt", "nul-bytes.txt"] {
        let answer = server.get(&format!("/api/v1/announcements/{}/original", id(name)));
        assert_eq!(answer.body, std::fs::read(folder.path().join(name)).expect("the file"), "{name}");
    }
    let page = server.get(&format!("/announcements/{}", id("scripts.html")));
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("<script>alert"), "shown unescaped");
}

fn row<'a>(report: &'a Value, name: &str) -> &'a Value {
    let files = report["files"].as_array().expect("files");
    let ends = |file: &&Value| file["name"].as_str().expect("a name").ends_with(name);
    files.iter().find(ends).unwrap_or_else(|| panic!("{name} is not in the report"))
}

fn outcome<'a>(report: &'a Value, name: &str) -> &'a str {
    row(report, name)["outcome"].as_str().expect("a word")
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_input_uploaded_is_refused_and_the_server_stays_up() {
    let folder = tempfile::tempdir().expect("a folder");
    if !made(folder.path()) {
        return;
    }
    for database in databases().await {
        let server = Server::on(&database.url);
        for (name, words) in REFUSED.into_iter().filter(|(name, _)| !name.starts_with("200-mb")) {
            let bytes = std::fs::read(folder.path().join(name)).expect("the file");
            let answer = server.upload(&[(name, &bytes), ("good.txt", CHINESE.as_bytes())], &[]);
            assert!([200, 202, 422].contains(&answer.status), "{name}: {}", answer.text());
            let report = finished(&server, &answer.json());
            assert_eq!((outcome(&report, name), outcome(&report, "good.txt")), ("refused", "not_kept"), "{name}");
            assert!(row(&report, name)["remarks"].to_string().contains(words), "{name}: {report}");
            assert_eq!(server.get("/readyz").status, 200, "{name}");
        }
        assert_eq!(server.api("/announcements")["items"], json!([]), "{}", database.name);
        let answer = server.upload(&[("good.txt", CHINESE.as_bytes())], &[]);
        assert_eq!(outcome(&finished(&server, &answer.json()), "good.txt"), "new");
    }
}

/// The report of an import that may still run; a refused one comes with the problem.
fn finished(server: &Server, answer: &Value) -> Value {
    let begun = answer.get("report").unwrap_or(answer);
    let id = begun["id"].as_str().unwrap_or_else(|| panic!("no import in {begun}"));
    loop {
        let report = server.api(&format!("/imports/{id}"));
        if report["state"] != "running" {
            return report;
        }
    }
}

#[test]
fn upload_that_is_too_large_is_refused_and_the_server_stays_small() {
    let database = TestDatabase::sqlite();
    let server = Server::on(&database.url);
    for size in [21 << 20, 200 << 20] {
        let answer = server.upload(&[("large.txt", &vec![b'9'; size])], &[]);
        assert_eq!(answer.status, 413, "{}", answer.text());
        assert!(answer.head.contains("application/problem+json"), "{}", answer.head);
    }
    assert_eq!(server.api("/announcements")["items"], json!([]));
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).expect("its status");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().expect("a number");
    assert!(peak < 300_000, "{peak} kB");
}

/// Words where files are expected: what stands there has no file name.
const WORDS_FOR_A_FILE: &[u8] = b"--edge\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\n{}\r\n--edge--\r\n";

#[test]
fn request_that_is_none_is_refused_and_the_server_stays_up() {
    let database = TestDatabase::sqlite();
    let server = Server::on(&database.url);
    for (content_type, body, status) in [
        ("application/json", &b"{\"text\": "[..], 400),
        ("application/json", b"{}", 422),
        ("application/json", b"\xff\xfe", 400),
        ("text/plain", b"x", 415),
        ("multipart/form-data", b"x", 400),
        ("multipart/form-data; boundary=edge", b"--edge\r\nContent-Disposition: form-data; name=\"files\"", 400),
        ("multipart/form-data; boundary=edge", WORDS_FOR_A_FILE, 422),
    ] {
        let answer = server.post("/api/v1/announcements", content_type, body);
        assert_eq!(answer.status, status, "{content_type} {}: {}", String::from_utf8_lossy(body), answer.text());
        assert_eq!(answer.json()["status"], status);
    }
    for path in ["/api/v1/nothing", "/api/v1/announcements/x", "/api/v1/figures/00000000-0000-0000-0000-000000000000"] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
    assert_eq!(server.api("/announcements")["items"], json!([]));
}
