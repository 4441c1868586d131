//! `samesky demo`.

use crate::args::{Demo, Place};
use crate::failure::Failure;
use crate::speech::Speech;
use crate::stop::Stop;
use crate::{serve, start};
use samesky_web::state::Settings;
use std::io::Write;
use std::process::ExitCode;
use tokio::signal::unix::SignalKind;

/// Fills a temporary database and serves it. The database is gone when the command ends, also when it is ended from
/// outside while the database is being filled.
pub(crate) async fn run(options: Demo, speech: &Speech) -> Result<ExitCode, Failure> {
    serve::log(false);
    let mut stop = Stop::on(&[SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()])?;
    let listener = serve::listen(options.listen).await?;
    let folder = tempfile::tempdir()?;
    let place = Place {
        database: format!("sqlite:{}", folder.path().join("demo.db").display()),
        account: Some(samesky_app::demo::OFFICER.to_owned()),
    };
    let app = tokio::select! {
        seeded = seeded(&place) => seeded?,
        () = stop.next() => return Ok(ExitCode::SUCCESS),
    };
    let _ = writeln!(std::io::stdout().lock(), "{}", speech.say("cli-demo", &[]));
    let settings = Settings { demo: true, account: samesky_app::demo::OFFICER.to_owned() };
    serve::serve(app, serve::Reach { settings, url: None }, listener, stop, speech).await
}

async fn seeded(place: &Place) -> Result<samesky_app::App, Failure> {
    let app = start::made(place).await?;
    let session = start::session(&app, place).await?;
    app.seed_demo(&session).await?;
    Ok(app)
}
