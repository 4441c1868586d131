//! Mail, against a small server on loopback.

use samesky_app::mail::{MailError, MailSettings, MailTls, Mailer};
use samesky_testkit::{MailServer, Manner};
use std::net::TcpListener;
use std::time::Duration;

/// Longer than any test takes.
const LONG: Duration = Duration::from_secs(3600);

fn settings(port: u16, patience: Duration) -> MailSettings {
    MailSettings {
        host: "127.0.0.1".to_owned(),
        port: Some(port),
        tls: MailTls::None,
        login: None,
        from: "Samesky <samesky@example.org>".to_owned(),
        authorities: None,
        patience,
    }
}

fn mailer(port: u16) -> Mailer {
    Mailer::new(&settings(port, LONG)).expect("a mailer")
}

#[tokio::test]
async fn letter_comes_as_plain_text_from_the_sender_to_one_recipient() {
    let server = MailServer::start(Manner::Takes);
    let text = "Dear Lin,\n\nhttps://samesky.example.org/invitation/abc=def\n.\nthe end\n";
    mailer(server.port()).send("lin@example.org", "邀请", text).await.expect("sent");
    let letter = server.next().expect("a letter");
    assert_eq!(
        (letter.from.as_str(), letter.to.as_slice()),
        ("samesky@example.org", &["lin@example.org".to_owned()][..])
    );
    assert!(letter.headers().contains(&"Content-Type: text/plain; charset=utf-8"), "{letter:?}");
    assert!(letter.headers().contains(&"Auto-Submitted: auto-generated"), "{letter:?}");
    assert!(letter.text().contains("https://samesky.example.org/invitation/abc=def\n"), "{letter:?}");
    assert!(letter.text().contains("the end"), "{letter:?}");
}

#[tokio::test]
async fn no_header_and_no_recipient_can_be_smuggled_in() {
    let server = MailServer::start(Manner::Takes);
    let mailer = mailer(server.port());
    let subject = "Invitation to East\r\nBcc: spy@example.org\r\n\r\nhidden";
    mailer.send("lin@example.org", subject, "text").await.expect("sent");
    let letter = server.next().expect("a letter");
    let names: Vec<_> = letter.headers().iter().filter_map(|line| line.split_once(':')).map(|(name, _)| name).collect();
    assert!(!names.contains(&"Bcc") && letter.to == ["lin@example.org"], "{letter:?}");
    assert!(letter.text().trim() == "text", "{letter:?}");
    for address in
        ["lin@example.org\r\nBcc: spy@example.org", "lin@example.org, spy@example.org", "Lin <lin@example.org>", ""]
    {
        assert_eq!(mailer.send(address, "s", "t").await, Err(MailError::Address), "{address:?}");
    }
    assert!(server.is_empty());
}

#[tokio::test]
async fn server_that_refuses_is_quoted() {
    let server = MailServer::start(Manner::Refuses);
    let said = mailer(server.port()).send("lin@example.org", "s", "t").await;
    let Err(MailError::Refused(words)) = said else { panic!("{said:?}") };
    assert!(words.contains("nobody here"), "{words}");
}

#[tokio::test]
async fn server_that_hangs_is_not_waited_for_long() {
    let server = MailServer::start(Manner::Hangs);
    let hasty = Mailer::new(&settings(server.port(), Duration::from_millis(700))).expect("a mailer");
    assert_eq!(hasty.send("lin@example.org", "s", "t").await, Err(MailError::TimedOut));
}

#[tokio::test]
async fn server_that_is_not_there_is_told() {
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
    let said = mailer(port).send("lin@example.org", "s", "t").await;
    assert!(matches!(said, Err(MailError::Unreachable(_))), "{said:?}");
}

#[tokio::test]
async fn nothing_is_said_in_the_clear_where_tls_is_asked_for() {
    for tls in [MailTls::Start, MailTls::Whole] {
        let server = MailServer::start(Manner::Takes);
        let login = Some(("lin".to_owned(), "secret".to_owned()));
        let mailer = Mailer::new(&MailSettings { tls, login, ..settings(server.port(), LONG) }).expect("a mailer");
        let said = mailer.send("lin@example.org", "s", "t").await;
        assert!(matches!(said, Err(MailError::Unreachable(_) | MailError::TimedOut)), "{tls:?}: {said:?}");
        assert!(server.is_empty());
    }
}

#[test]
fn settings_that_would_send_a_password_in_the_clear_are_refused() {
    let login = Some(("lin".to_owned(), "secret".to_owned()));
    let far = MailSettings { host: "mail.example.org".to_owned(), login: login.clone(), ..settings(25, LONG) };
    let wrong = |settings: &MailSettings| match Mailer::new(settings) {
        Err(MailError::Settings { setting, .. }) => setting,
        other => panic!("{other:?}"),
    };
    assert_eq!(wrong(&far), "SAMESKY_SMTP_TLS");
    assert_eq!(wrong(&MailSettings { from: "nobody".to_owned(), ..settings(25, LONG) }), "SAMESKY_SMTP_FROM");
    let ca = MailSettings { tls: MailTls::Start, authorities: Some(b"no certificate".to_vec()), ..settings(25, LONG) };
    assert_eq!(wrong(&ca), "SAMESKY_SMTP_CA_FILE");
    assert!(Mailer::new(&MailSettings { tls: MailTls::Start, ..far }).is_ok());
}
