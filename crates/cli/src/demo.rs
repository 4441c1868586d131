//! `samesky demo`.

use crate::args::{Demo, Place};
use crate::failure::Failure;
use crate::speech::Speech;
use crate::{serve, start};
use samesky_web::state::Settings;
use std::io::Write;
use std::process::ExitCode;

/// Fills a temporary database and serves it. The database is gone when the command ends.
pub(crate) async fn run(options: Demo, speech: &Speech) -> Result<ExitCode, Failure> {
    serve::log(false);
    let listener = serve::listen(options.listen).await?;
    let folder = tempfile::tempdir()?;
    let place = Place {
        database: format!("sqlite:{}", folder.path().join("demo.db").display()),
        account: Some(samesky_app::demo::OFFICER.to_owned()),
    };
    let app = start::app(&place).await?;
    let session = start::session(&app, &place).await?;
    app.seed_demo(&session).await?;
    let _ = writeln!(std::io::stdout().lock(), "{}", speech.say("cli-demo", &[]));
    let settings = Settings { demo: true, account: samesky_app::demo::OFFICER.to_owned() };
    serve::serve(app, settings, listener, speech).await
}
