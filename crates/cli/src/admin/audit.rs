//! `samesky admin audit`: the ends of the chains, and whether the chains hold.

use super::args::{Head, Verify};
use super::out;
use crate::failure::Failure;
use crate::speech::Speech;
use crate::start;
use samesky_app::App;
use samesky_app::audit::{Fault, Heads, Verified};
use samesky_web::lang::Arg;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub(super) async fn head(options: Head) -> Result<ExitCode, Failure> {
    if let Some(file) = options.out.clone().filter(|file| file.exists()) {
        return Err(Failure::FileExists(file));
    }
    let app = start::existing(&options.place).await?;
    let heads = heads(&app, &options).await;
    out::write(&start::closed(app, heads).await?, options.out.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

async fn heads(app: &App, options: &Head) -> Result<Heads, Failure> {
    let session = start::session(app, &options.place).await?;
    Ok(app.audit_heads(&session, options.team).await?)
}

pub(super) async fn verify(options: Verify, speech: &Speech) -> Result<ExitCode, Failure> {
    let kept = options.head.as_deref().map(read).transpose()?;
    let app = start::existing(&options.place).await?;
    let found = found(&app, &options, kept.as_ref()).await;
    let found = start::closed(app, found).await?;
    let mut out = std::io::stdout().lock();
    for one in &found {
        for line in lines(one, speech) {
            writeln!(out, "{line}")?;
        }
    }
    let holds = found.iter().all(|one| one.found == 0);
    Ok(if holds { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

async fn found(app: &App, options: &Verify, kept: Option<&Heads>) -> Result<Vec<Verified>, Failure> {
    let session = start::session(app, &options.place).await?;
    Ok(app.verify_audit(&session, options.team, kept).await?)
}

fn read(path: &Path) -> Result<Heads, Failure> {
    let failed = |error| Failure::File { path: path.to_owned(), error };
    let text = std::fs::read_to_string(path).map_err(failed)?;
    serde_json::from_str(&text).map_err(|error| failed(std::io::Error::new(std::io::ErrorKind::InvalidData, error)))
}

fn lines(found: &Verified, speech: &Speech) -> Vec<String> {
    let (team, changes) = (found.team.to_string(), found.changes.to_string());
    let (erased, faults, end) = (found.erased.to_string(), found.found.to_string(), found.head.sequence.to_string());
    let args = [
        ("team", team.as_str().into()),
        ("changes", changes.as_str().into()),
        ("erased", erased.as_str().into()),
        ("faults", faults.as_str().into()),
        ("end", end.as_str().into()),
    ];
    let key = if found.found == 0 { "cli-audit-holds" } else { "cli-audit-broken" };
    let mut lines = vec![speech.say(key, &args)];
    lines.extend(found.faults.iter().map(|fault| format!("  {}", said(fault, speech))));
    if found.found > found.faults.len() {
        lines.push("  …".to_owned());
    }
    lines
}

fn said(fault: &Fault, speech: &Speech) -> String {
    let say = |key: &str, args: &[(&str, String)]| {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        speech.say(key, &args)
    };
    let number = |number: &i64| number.to_string();
    match fault {
        Fault::Changed { sequence, id, field: None } => {
            say("cli-fault-changed", &[("number", number(sequence)), ("id", id.to_string())])
        }
        Fault::Changed { sequence, id, field: Some(field) } => {
            let args = [("number", number(sequence)), ("id", id.to_string()), ("field", field.clone())];
            say("cli-fault-value", &args)
        }
        Fault::Missing { from, to } if from == to => say("cli-fault-missing-one", &[("number", number(from))]),
        Fault::Missing { from, to } => say("cli-fault-missing", &[("from", number(from)), ("to", number(to))]),
        Fault::Broken { sequence } => say("cli-fault-broken", &[("number", number(sequence))]),
        Fault::CutOff { last, noted } => say("cli-fault-cut-off", &[("last", number(last)), ("noted", number(noted))]),
        Fault::Beyond { last, noted } => say("cli-fault-beyond", &[("last", number(last)), ("noted", number(noted))]),
        Fault::Another { sequence } => say("cli-fault-another", &[("number", number(sequence))]),
        Fault::Unlinked { id } => say("cli-fault-unlinked", &[("id", id.to_string())]),
    }
}
