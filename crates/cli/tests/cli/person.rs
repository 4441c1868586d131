//! Forgetting somebody from the terminal, and a restore that forgets them again. The log of the server names nobody.

use crate::http::{Answer, ask};
use crate::server::Server;
use crate::support::{run, samesky, text};
use samesky_testkit::TestDatabase;

const PASSWORD: &str = "copper lantern follows tide";

fn form(server: &Server, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
    let body: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let headers = [
        "Host: localhost",
        "Content-Type: application/x-www-form-urlencoded",
        "Sec-Fetch-Site: same-origin",
        "User-Agent: Agent-of-Lin/1",
        &format!("Cookie: {cookie}"),
    ];
    ask(server.address, "POST", path, &headers, body.join("&").as_bytes())
}

/// The cookie of the session that an answer begins.
fn cookie(answer: &Answer) -> String {
    link(&answer.head, "samesky_session=")
}

/// The way behind a link in a text.
fn link(text: &str, way: &str) -> String {
    let at = text.find(way).unwrap_or_else(|| panic!("no {way} in {text}"));
    text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "/-_=".contains(*c)).collect()
}

/// A server with an owner, Lin, and an officer, Hoshino.
fn with_two(mut server: Server) -> (Server, String, String) {
    let way = link(&server.line(), "/first-owner/");
    let fields = [("name", "Lin"), ("email", "lin@example.org"), ("password", PASSWORD)];
    let owner = cookie(&form(&server, &way, "", &fields));
    let page = ask(server.address, "GET", "/team", &["Host: localhost", &format!("Cookie: {owner}")], b"");
    let team = link(&page.text(), "/team/").split('/').nth(2).expect("a team").to_owned();
    let invited = [("email", "hoshino@example.org"), ("role", "officer")];
    let page = form(&server, &format!("/team/{team}/invitations"), &owner, &invited);
    let way = link(&page.text(), "/invitation/");
    let officer = cookie(&form(&server, &way, "", &[("name", "Hoshino"), ("password", PASSWORD)]));
    (server, owner, officer)
}

#[test]
fn erased_person_is_forgotten_again_by_a_restore() {
    let database = TestDatabase::sqlite();
    let (server, ..) = with_two(Server::on(&database.url));
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("a.backup");
    assert_eq!(run(["backup", text(&copy), "--database", &database.url]).code, Some(0));
    let said = run([
        "--language",
        "en",
        "admin",
        "person",
        "erase",
        "--yes",
        "hoshino@example.org",
        "--database",
        &database.url,
    ]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert!(said.out.contains("former officer 1"), "{said:?}");
    let list = database.folder().expect("a folder").join("erasures.jsonl");
    let lines = std::fs::read_to_string(&list).expect("a list");
    assert!(lines.lines().count() == 1 && lines.contains("\"number\":1") && !lines.contains("oshino"), "{lines}");
    server.stop();

    let into = format!("sqlite:{}", database.folder().expect("a folder").join("restored.db").display());
    let said = run(["--language", "en", "restore", text(&copy), "--database", &into]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert!(said.out.contains("1 of 1"), "{said:?}");
    let said = run(["admin", "person", "export", "hoshino@example.org", "--database", &into]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{said:?}");
    let said = run(["admin", "audit", "verify", "--database", &into]);
    assert_eq!(said.code, Some(0), "{said:?}");
    let held = run(["admin", "person", "export", "lin@example.org", "--database", &into]).json();
    assert_eq!(held["account"]["email"], "lin@example.org");

    let elsewhere = format!("sqlite:{}", folder.path().join("b.db").display());
    let said = run(["--language", "en", "restore", text(&copy), "--database", &elsewhere]);
    assert_eq!(said.code, Some(0));
    assert!(said.out.contains("There is no list of erasures"), "{said:?}");
    let missing = folder.path().join("missing.jsonl");
    let third = format!("sqlite:{}", folder.path().join("c.db").display());
    let said = run(["restore", text(&copy), "--erasures", text(&missing), "--database", &third]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{said:?}");
}

#[test]
fn log_of_a_server_names_nobody() {
    for level in ["info", "info,samesky_app=debug,samesky_web=debug,tower_http=debug"] {
        let database = TestDatabase::sqlite();
        let mut command = samesky();
        command.env("RUST_LOG", level);
        command.args(["serve", "--log-json", "--listen", "127.0.0.1:0", "--database", &database.url]);
        let (server, owner, officer) = with_two(Server::start(command));
        let signed = format!("Cookie: {owner}");
        let get = |path: &str, more: &str| ask(server.address, "GET", path, &["Host: localhost", &signed, more], b"");
        form(&server, "/sign-in", "", &[("email", "lin@example.org"), ("password", "not-the-password")]);
        form(&server, "/sign-in", "", &[("email", "lin@example.org"), ("password", PASSWORD)]);
        let made =
            form(&server, "/profile/tokens", &owner, &[("name", "nightly-token"), ("scope", "read"), ("days", "30")]);
        let token = link(&made.text(), "samesky_");
        get("/search?q=secret-question", "Accept: text/html");
        get("/history?by=Lin&address=192.0.2.1", "Accept: text/html");
        get("/invitation/secret-of-a-link", "Accept: text/html");
        get("/api/v1/audit/export?format=secret-format", &format!("Authorization: Bearer {token}"));
        get("/nowhere/%00secret-path?x=secret-question", "Accept: text/html");
        form(&server, "/profile", &officer, &[("version", "1"), ("name", "Hoshino E12345678")]);
        let log = server.stop();
        let secrets = [&owner, &officer].map(|cookie| cookie.split('=').nth(1).expect("a value").to_owned());
        let words = [
            "Lin",
            "lin@",
            "Hoshino",
            "hoshino@",
            "not-the-password",
            "copper lantern",
            "Agent-of-Lin",
            "secret-question",
            "secret-of-a-link",
            "secret-format",
            "192.0.2.1",
            "127.0.0.1",
            "E12345678",
            "nightly-token",
            &token,
            &secrets[0],
            &secrets[1],
        ];
        for word in words {
            assert!(!log.contains(word), "the log at {level} has {word}: {log}");
        }
    }
}
