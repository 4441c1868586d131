//! `samesky demo`.

use crate::args::{Demo, Place};
use crate::failure::Failure;
use crate::speech::Speech;
use crate::stop::Stop;
use crate::{serve, start};
use samesky_app::App;
use samesky_app::accounts::Secret;
use samesky_web::state::{Reach, Settings};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::signal::unix::SignalKind;

/// Fills a temporary database and serves it. The database is gone when the command ends, also when it is ended from
/// outside while the database is being filled: it is closed before its folder is removed, so that nothing is written
/// into the folder meanwhile.
pub(crate) async fn run(options: Demo, speech: &Speech) -> Result<ExitCode, Failure> {
    serve::log(false);
    let stop = Stop::on(&[SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()])?;
    let listener = serve::listen(options.listen).await?;
    let folder = tempfile::tempdir()?;
    let ended = shown(folder.path(), listener, stop, speech).await;
    let removed = folder.close();
    let code = ended?;
    removed?;
    Ok(code)
}

async fn shown(folder: &Path, listener: TcpListener, mut stop: Stop, speech: &Speech) -> Result<ExitCode, Failure> {
    let place = Place {
        database: format!("sqlite:{}", folder.join("demo.db").display()),
        account: Some(samesky_app::demo::OFFICER.to_owned()),
    };
    let app = start::made(&place).await?;
    let filled = tokio::select! {
        filled = fill(&app, &place) => filled.map(Some),
        () = stop.next() => Ok(None),
    };
    let people = match filled {
        Ok(Some(people)) => people,
        ended => return start::closed(app, ended.map(|_| ExitCode::SUCCESS)).await,
    };
    let _ = writeln!(std::io::stdout().lock(), "{}", speech.say("cli-demo", &[]));
    let settings = Settings { demo: true, account: samesky_app::demo::OFFICER.to_owned() };
    let serving = serve::Serving { settings, reach: Reach::default(), listener, metrics: None, people };
    serve::serve(app, serving, stop, speech).await
}

async fn fill(app: &App, place: &Place) -> Result<Vec<(&'static str, Secret)>, Failure> {
    let session = start::session(app, place).await?;
    app.seed_demo(&session).await?;
    Ok(app.seed_demo_people(&session).await?)
}
