//! `samesky admin person`: what is held on somebody, and forgetting them.

use super::args::{Erase, Export};
use super::erasures::journal;
use super::out;
use crate::failure::Failure;
use crate::speech::Speech;
use crate::start;
use samesky_app::people::{ErasedPerson, HeldPeople};
use samesky_app::personal::{Erased, Held};
use samesky_app::{App, AppError};
use serde::Serialize;
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

/// What is held: on somebody with an account, or on somebody whom teams keep as a person of an organisation.
#[derive(Serialize)]
#[serde(untagged)]
enum Found {
    Account(Box<Held>),
    People(HeldPeople),
}

async fn held(app: &App, options: &Export) -> Result<Found, Failure> {
    let session = start::session(app, &options.place).await?;
    match app.find_person(&session, &options.who).await {
        Ok(account) => Ok(Found::Account(Box::new(app.export_person(&session, account.id).await?))),
        Err(missing @ AppError::NotFound { .. }) => {
            let held = app.export_people(&session, &options.who).await?;
            if held.people.is_empty() { Err(missing.into()) } else { Ok(Found::People(held)) }
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn erase(options: Erase, speech: &Speech) -> Result<ExitCode, Failure> {
    let journal = journal(&options.erasures, &options.place);
    let kept = journal.is_some();
    let app = start::existing(&options.place).await?.noting_erasures_in(journal);
    let erased = forget(&app, &options).await;
    let (account, people) = start::closed(app, erased).await?;
    if let Some(Erased { erasure, stamps, values }) = account {
        say(
            speech,
            "cli-erased",
            &[("number", erasure.number.to_string()), ("stamps", stamps.to_string()), ("values", values.to_string())],
        );
    }
    if !people.is_empty() {
        let values: u64 = people.iter().map(|one| one.values).sum();
        say(speech, "cli-erased-people", &[("people", people.len().to_string()), ("values", values.to_string())]);
    }
    if !kept {
        crate::terminal::complain(&speech.say("cli-erasures-nowhere", &[]));
    }
    Ok(ExitCode::SUCCESS)
}

fn say(speech: &Speech, key: &str, args: &[(&str, String)]) {
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    let _ = writeln!(std::io::stdout().lock(), "{}", speech.say(key, &args));
}

/// Forgets the account, where there is one, and everybody of this address whom teams keep as a person of an organisation.
async fn forget(app: &App, options: &Erase) -> Result<(Option<Erased>, Vec<ErasedPerson>), Failure> {
    let session = start::session(app, &options.place).await?;
    let held = app.find_people(&session, &options.who).await?;
    let account = match app.find_person(&session, &options.who).await {
        Ok(account) => Some(app.erase_person(&session, account.id, options.why.clone()).await?),
        Err(AppError::NotFound { .. }) if !held.people.is_empty() => None,
        Err(other) => return Err(other.into()),
    };
    Ok((account, app.erase_held(&session, &held, options.why.clone()).await?))
}
