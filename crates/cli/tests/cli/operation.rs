//! Running it for good: settings in three places, proxies, a path below the host, metrics, clients that are too slow.

use crate::http::{Answer, ask};
use crate::server::Server;
use crate::support::{file, said, samesky, text};
use samesky_testkit::TestDatabase;
use std::io::{Read, Write};
use std::net::TcpStream;

/// A server with these options and a file of settings.
fn with(database: &TestDatabase, options: &[&str], settings: &str) -> Server {
    let path = file(database.folder().expect("a folder"), "samesky.toml", settings);
    let mut command = samesky();
    command.args(["serve", "--config", text(&path), "--database", &database.url]).args(options);
    Server::start(command)
}

fn from_proxy(server: &Server, path: &str, headers: &[&str]) -> Answer {
    ask(server.address, "GET", path, &[&["Host: samesky.example"], headers].concat(), b"")
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    let lines = answer.head.lines().filter_map(|line| line.split_once(": "));
    lines.into_iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

#[test]
fn option_goes_before_variable_before_file() {
    let database = TestDatabase::sqlite();
    let folder = database.folder().expect("a folder").to_owned();
    let path = file(&folder, "s.toml", "url = \"https://file.example\"\nlisten = \"127.0.0.1:0\"\n");
    let greeting = |variable: Option<&str>, option: Option<&str>| {
        let mut command = samesky();
        command.env("SAMESKY_CONFIG", &path).env("SAMESKY_DATABASE", &database.url).arg("serve");
        variable.map(|url| command.env("SAMESKY_URL", url));
        option.map(|url| command.args(["--url", url]));
        let out = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null()).spawn();
        let mut child = out.expect("started");
        let mut line = String::new();
        let out = child.stdout.as_mut().expect("a pipe");
        std::io::BufRead::read_line(&mut std::io::BufReader::new(out), &mut line).expect("a line");
        child.kill().expect("killed");
        child.wait().expect("an end");
        line.split_whitespace().nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(greeting(None, None), "https://file.example/");
    assert_eq!(greeting(Some("https://variable.example"), None), "https://variable.example/");
    assert_eq!(
        greeting(Some("https://variable.example"), Some("https://option.example/a")),
        "https://option.example/a/"
    );
}

#[test]
fn file_of_settings_that_is_wrong_is_refused_before_anything_happens() {
    let database = TestDatabase::sqlite();
    let folder = database.folder().expect("a folder").to_owned();
    for (settings, line, why) in [
        ("\nlisen = \"127.0.0.1:0\"", 2, "did you mean “listen”"),
        ("listen = \"nowhere\"", 1, "listen: "),
        ("listen = ", 1, ""),
    ] {
        let path = file(&folder, "s.toml", settings);
        let told = said(samesky().args(["serve", "--config", text(&path)]).output().expect("started"));
        let place = format!("samesky: {}:{line}: ", text(&path));
        assert_eq!(told.code, Some(2));
        assert!(told.err.starts_with(&place) && told.err.contains(why), "{}", told.err);
    }
    let missing = said(samesky().args(["serve", "--config", "/nowhere.toml"]).output().expect("started"));
    assert_eq!((missing.code, missing.err.contains("/nowhere.toml")), (Some(2), true), "{}", missing.err);
}

#[test]
fn below_a_path_every_address_is_below_it() {
    let database = TestDatabase::sqlite();
    let options = ["--listen", "127.0.0.1:0", "--trusted-proxies", "127.0.0.0/8"];
    let server = with(&database, &options, "url = \"https://samesky.example/land/sky\"\n");
    let by_tls = "X-Forwarded-Proto: https";
    for path in ["/land/sky/sign-in", "/sign-in"] {
        let page = from_proxy(&server, path, &[by_tls]);
        assert_eq!(page.status, 200, "{path}");
        let text = page.text();
        let outside: Vec<_> = ["href=\"/", "src=\"/", "action=\"/"]
            .iter()
            .flat_map(|attribute| text.split(attribute).skip(1))
            .filter(|rest| !rest.starts_with("land/sky/"))
            .map(|rest| rest.chars().take(40).collect::<String>())
            .collect();
        assert_eq!(outside, Vec::<String>::new(), "{path}");
        assert!(text.contains("href=\"/land/sky/assets/"));
    }
    let style = from_proxy(&server, "/land/sky/sign-in", &[by_tls]).text();
    let style = style.split("href=\"").find(|rest| rest.contains(".css\"")).and_then(|rest| rest.split('"').next());
    assert_eq!(server.get(style.expect("a stylesheet")).status, 200);
    let kept = ask(
        server.address,
        "POST",
        "/land/sky/language",
        &[
            "Host: samesky.example",
            by_tls,
            "Content-Type: \
                   application/x-www-form-urlencoded",
        ],
        b"to=ja&back=/events",
    );
    assert_eq!(header(&kept, "location"), Some("/land/sky/events"));
    assert!(header(&kept, "set-cookie").expect("a cookie").contains("Path=/land/sky;"), "{}", kept.head);
    let refused = from_proxy(&server, "/land/sky/api/v1/events", &[by_tls]);
    assert_eq!((refused.status, refused.json()["instance"].as_str()), (401, Some("/land/sky/api/v1/events")));
    let document = server.get("/land/sky/api/openapi.json").json();
    assert_eq!(document["servers"][0]["url"], "/land/sky");
    let plainly = from_proxy(&server, "/land/sky/events?a=1", &["X-Forwarded-Proto: http"]);
    let address = "https://samesky.example/land/sky/events?a=1";
    assert_eq!((plainly.status, header(&plainly, "location")), (308, Some(address)));
    let hsts = from_proxy(&server, "/land/sky/sign-in", &[by_tls]);
    assert_eq!(header(&hsts, "strict-transport-security"), Some("max-age=31536000"));
}

#[test]
fn proxy_is_believed_only_where_it_is_trusted() {
    let database = TestDatabase::sqlite();
    let (id, host) = ("X-Request-Id: from-the-proxy-1", "X-Forwarded-Host: samesky.example");
    for (trusted, answered, kept) in [("127.0.0.1", 303, true), ("192.0.2.0/24", 421, false)] {
        let options = ["--listen", "127.0.0.1:0", "--trusted-proxies", trusted];
        let server = with(&database, &options, "url = \"http://samesky.example\"\n");
        let headers = ["Host: inside.example", host, id, "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Prefix: /deep"];
        let answer = ask(server.address, "GET", "/events", &headers, b"");
        assert_eq!(answer.status, answered, "{trusted}: {}", answer.head);
        assert_eq!(header(&answer, "x-request-id") == Some("from-the-proxy-1"), kept, "{}", answer.head);
        if kept {
            assert_eq!(header(&answer, "location"), Some("/deep/sign-in?next=%2Fevents"));
        }
    }
}

#[test]
fn request_number_is_in_the_answer_the_problem_and_the_log() {
    let database = TestDatabase::sqlite();
    let server = with(&database, &["--listen", "127.0.0.1:0", "--log-json"], "");
    let answer = server.get("/api/v1/events/nothing");
    let id = header(&answer, "x-request-id").expect("a number").to_owned();
    assert_eq!(answer.json()["request"].as_str(), Some(id.as_str()));
    let log = server.stop();
    let line = log.lines().find(|line| line.contains(&id)).expect("a line of the log");
    let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
    assert_eq!((&line["span"]["id"], &line["fields"]["route"]), (&id.into(), &"/api/v1/events/{id}".into()));
}

#[test]
fn metrics_stand_on_their_own_listener_and_name_no_record() {
    let database = TestDatabase::sqlite();
    let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let server = with(&database, &["--listen", "127.0.0.1:0", "--metrics-listen", &port.to_string()], "");
    let id = "01890a5d-ac96-774b-bcce-b302099a8057";
    for path in [&format!("/events/{id}"), "/events", "/nowhere/at/all", "/metrics"] {
        server.get(path);
    }
    assert_eq!(server.get("/metrics").status, 404);
    let metrics = ask(port, "GET", "/metrics", &["Host: anything"], b"");
    let text = metrics.text();
    for line in [
        "samesky_request_duration_seconds_count{method=\"GET\",route=\"/events/{id}\",status=\"4xx\"} 1",
        "samesky_request_duration_seconds_count{method=\"GET\",route=\"/events\",status=\"2xx\"} 1",
        "samesky_requests_in_flight 0",
        "samesky_imports_running 0",
        "samesky_database_connections{state=\"open\"} ",
        "samesky_build_info{version=\"",
        "samesky_process_cpu_seconds_total ",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(!text.contains(id) && !text.contains("nowhere") && text.ends_with("# EOF\n"), "{text}");
    assert_eq!(ask(port, "GET", "/events", &["Host: anything"], b"").status, 404);
}

#[test]
fn client_that_is_too_slow_is_let_go() {
    let database = TestDatabase::sqlite();
    let options = ["--listen", "127.0.0.1:0", "--header-timeout", "1", "--body-timeout", "1"];
    let server = with(&database, &options, "");
    let form = "POST /language HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    for (sent, status) in [
        ("GET / HTTP/1.1\r\nHost: loc".to_owned(), None),
        (String::new(), None),
        (format!("{form}Content-Length: 1000\r\n\r\nto=j"), Some("408")),
    ] {
        let mut stream = TcpStream::connect(server.address).expect("connected");
        stream.write_all(sent.as_bytes()).expect("sent");
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        assert_eq!(answer.split(' ').nth(1).filter(|status| *status != "400"), status, "{sent}: {answer}");
    }
}

#[test]
fn connections_beyond_the_limit_wait_for_their_turn() {
    let database = TestDatabase::sqlite();
    let options = ["--listen", "127.0.0.1:0", "--max-connections", "2", "--header-timeout", "2"];
    let server = with(&database, &options, "");
    let idle: Vec<_> = (0..4).map(|_| TcpStream::connect(server.address).expect("connected")).collect();
    assert_eq!(server.get("/healthz").status, 200);
    drop(idle);
}

#[test]
fn body_larger_than_an_address_takes_is_refused() {
    let database = TestDatabase::sqlite();
    let server = with(&database, &["--listen", "127.0.0.1:0"], "");
    let large = vec![b'a'; 3 << 20];
    for (path, kind) in [
        ("/language", "application/x-www-form-urlencoded"),
        ("/sign-in", "application/x-www-form-urlencoded"),
        ("/api/v1/events/01890a5d-ac96-774b-bcce-b302099a8057/join", "application/json"),
    ] {
        let status = server.post(path, kind, &large).status;
        assert!([413, 400].contains(&status), "{path}: {status}");
    }
    assert_eq!(server.get("/healthz").status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_would_be_sql_are_words() {
    for database in samesky_testkit::databases().await {
        let server = Server::on(&database.url);
        let document = serde_json::json!({"text": crate::made::CHINESE, "name": "a'); DROP TABLE claim; --"});
        assert_eq!(
            server.post("/api/v1/announcements", "application/json", document.to_string().as_bytes()).status,
            201
        );
        let before = server.api("/announcements")["items"].clone();
        for words in
            ["%27%29%3B%20DROP%20TABLE%20claim%3B--", "%27%20OR%20%271%27%3D%271", "%25", "_", "%5C", "%22%3B--"]
        {
            for (list, name) in
                [("announcements", "text"), ("announcements", "publisher"), ("events", "text"), ("audit", "by")]
            {
                let answer = server.get(&format!("/api/v1/{list}?{name}={words}"));
                let found = answer.json()["items"].as_array().map(Vec::len);
                assert!(
                    answer.status == 422 || (answer.status, found) == (200, Some(0)),
                    "{list} {name} {words}: {answer:?}"
                );
            }
            assert_ne!(server.get(&format!("/api/v1/announcements?after={words}")).status, 500);
            assert_eq!(server.get(&format!("/search?q={words}")).status, 200);
        }
        assert_eq!(server.api("/announcements")["items"], before);
    }
}
