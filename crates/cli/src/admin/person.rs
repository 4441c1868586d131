//! `samesky admin person`: what is held on somebody, and forgetting them.

use super::args::{Erase, Export};
use super::erasures::journal;
use super::out;
use crate::failure::Failure;
use crate::speech::Speech;
use crate::start;
use samesky_app::App;
use samesky_app::personal::{Erased, Held};
use std::io::Write;
use std::process::ExitCode;

pub(super) async fn export(options: Export) -> Result<ExitCode, Failure> {
    if let Some(file) = options.out.clone().filter(|file| file.exists()) {
        return Err(Failure::FileExists(file));
    }
    let app = start::existing(&options.place).await?;
    let held = held(&app, &options).await;
    out::write(&start::closed(app, held).await?, options.out.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

async fn held(app: &App, options: &Export) -> Result<Held, Failure> {
    let session = start::session(app, &options.place).await?;
    let account = app.find_person(&session, &options.who).await?;
    Ok(app.export_person(&session, account.id).await?)
}

pub(super) async fn erase(options: Erase, speech: &Speech) -> Result<ExitCode, Failure> {
    let journal = journal(&options.erasures, &options.place);
    let kept = journal.is_some();
    let app = start::existing(&options.place).await?.noting_erasures_in(journal);
    let erased = forget(&app, &options).await;
    let Erased { erasure, stamps, values } = start::closed(app, erased).await?;
    let (number, stamps, values) = (erasure.number.to_string(), stamps.to_string(), values.to_string());
    let args =
        [("number", number.as_str().into()), ("stamps", stamps.as_str().into()), ("values", values.as_str().into())];
    let _ = writeln!(std::io::stdout().lock(), "{}", speech.say("cli-erased", &args));
    if !kept {
        crate::terminal::complain(&speech.say("cli-erasures-nowhere", &[]));
    }
    Ok(ExitCode::SUCCESS)
}

async fn forget(app: &App, options: &Erase) -> Result<Erased, Failure> {
    let session = start::session(app, &options.place).await?;
    let account = app.find_person(&session, &options.who).await?;
    Ok(app.erase_person(&session, account.id, options.why.clone()).await?)
}
