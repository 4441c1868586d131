//! `samesky import organisations`, `samesky organisations export` and `undo-import`.

use crate::args::{ExportOrganisations, ImportOrganisations, UndoOrganisationImport};
use crate::failure::Failure;
use crate::speech::Speech;
use crate::{start, terminal};
use indicatif::{ProgressBar, ProgressDrawTarget};
use samesky_app::organisations::list::{List, ListMessage, ListOptions, ListReport, Mapping, Progress, RowReport};
use samesky_app::{App, AppError};
use samesky_model::id::OrganisationImportId;
use samesky_web::lang;
use serde_json::{Value, json};
use std::convert::Infallible;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

pub(crate) async fn import(options: ImportOrganisations, speech: &Speech) -> Result<ExitCode, Failure> {
    let list = List {
        file_name: options.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        bytes: read(&options.file)?,
        sheet: options.sheet.clone(),
        mapping: options.mapping.as_deref().map(mapping).transpose()?,
    };
    let app = start::app(&options.place, speech).await?;
    let report = run(&app, &options, list).await;
    let report = start::closed(app, report).await?;
    print(&report, &options, speech).map_err(|error| Failure::File { path: "-".into(), error })?;
    let totals = report.totals;
    let clean = totals.refused == 0 && totals.doubtful == 0 && !report.rows.is_empty();
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

async fn run(app: &App, options: &ImportOrganisations, list: List) -> Result<ListReport, Failure> {
    let session = start::session(app, &options.place).await?;
    let how = ListOptions { dry_run: options.dry_run, skip_refused: options.skip_refused };
    let progress = Progress::default();
    let bar = ProgressBar::new(0);
    if !io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    let done = tokio::select! {
        done = app.import_organisations(&session, list, how, &progress) => done,
        never = watch(&progress, &bar) => match never {},
    };
    bar.finish_and_clear();
    Ok(done?)
}

/// Shows how far the import has come, and asks it to stop on Ctrl-C. Ends only by being dropped.
async fn watch(progress: &Progress, bar: &ProgressBar) -> Infallible {
    loop {
        tokio::select! {
            () = tokio::time::sleep(Duration::from_millis(250)), if !bar.is_hidden() => {
                let (done, rows) = progress.of();
                bar.set_length(rows as u64);
                bar.set_position(done as u64);
            }
            _ = tokio::signal::ctrl_c() => progress.stop(),
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::File { path: path.to_path_buf(), error })
}

fn mapping(path: &Path) -> Result<Mapping, Failure> {
    let unusable = |reason: String| Failure::File { path: path.to_path_buf(), error: io::Error::other(reason) };
    let text = String::from_utf8(read(path)?).map_err(|error| unusable(error.to_string()))?;
    Mapping::read(text.trim_start_matches('\u{feff}')).map_err(|error| unusable(error.to_string()))
}

fn print(report: &ListReport, options: &ImportOrganisations, speech: &Speech) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if options.json {
        return writeln!(out, "{:#}", document(report, speech)).and_then(|()| out.flush());
    }
    for row in &report.rows {
        writeln!(out, "{}", terminal::safe(&line(row, speech)))?;
    }
    for message in &report.messages {
        writeln!(out, "{}", terminal::safe(&lang::list::message(speech.language, message)))?;
    }
    writeln!(out, "{}", totals(report, speech))?;
    writeln!(out, "{}", ending(report, options, speech))?;
    out.flush()
}

fn line(row: &RowReport, speech: &Speech) -> String {
    let outcome = speech.say(&format!("row-outcome-{}", row.outcome), &[]);
    let say = |message: &ListMessage| {
        let words = lang::list::message(speech.language, message);
        message.cell.as_ref().map_or_else(|| words.clone(), |cell| format!("{cell}: {words}"))
    };
    let messages: Vec<String> = row.messages.iter().map(say).collect();
    let name = row.organisation.as_deref().unwrap_or_default();
    format!("{:>6}  {outcome}  {name}  {}", row.row, messages.join("; ")).trim_end().to_owned()
}

fn totals(report: &ListReport, speech: &Speech) -> String {
    let of = report.totals;
    let args = [
        ("new", of.new.into()),
        ("updated", of.updated.into()),
        ("unchanged", of.unchanged.into()),
        ("doubtful", of.doubtful.into()),
        ("refused", of.refused.into()),
    ];
    speech.say("cli-list-totals", &args)
}

fn ending(report: &ListReport, options: &ImportOrganisations, speech: &Speech) -> String {
    match report.import {
        Some(import) => speech.say("cli-list-kept", &[("import", import.to_string().as_str().into())]),
        None if options.dry_run => speech.say("cli-list-dry", &[]),
        None => speech.say("cli-list-nothing", &[]),
    }
}

/// The report as programs read it; `docs/organisations.md` describes it.
fn document(report: &ListReport, speech: &Speech) -> Value {
    let message = |one: &ListMessage| {
        json!({
            "cell": one.cell, "code": one.code, "problem": lang::list::message(speech.language, one),
            "expected": lang::list::expected(speech.language, one),
        })
    };
    let row = |row: &RowReport| {
        json!({
            "row": row.row, "outcome": row.outcome, "organisation": row.organisation, "id": row.id,
            "identifiers": row.identifiers, "country": row.country,
            "messages": row.messages.iter().map(message).collect::<Vec<_>>(),
        })
    };
    json!({
        "import": report.import, "sheet": report.sheet, "header_rows": report.header_rows, "mapping": report.mapping,
        "rows": report.rows.iter().map(row).collect::<Vec<_>>(),
        "messages": report.messages.iter().map(message).collect::<Vec<_>>(),
        "totals": report.totals,
    })
}

pub(crate) async fn export(options: ExportOrganisations, speech: &Speech) -> Result<ExitCode, Failure> {
    let to_output = options.file.as_os_str() == "-";
    if !to_output && options.file.exists() {
        return Err(Failure::FileExists(options.file));
    }
    let app = start::app(&options.place, speech).await?;
    let session = start::session(&app, &options.place).await;
    let text = match &session {
        Ok(session) => app.export_organisations(session).await.map_err(Failure::from),
        Err(_) => Ok(String::new()),
    };
    let text = start::closed(app, session.and(text)).await?;
    let written =
        if to_output { io::stdout().lock().write_all(text.as_bytes()) } else { std::fs::write(&options.file, text) };
    written.map_err(|error| Failure::File { path: options.file, error })?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn undo(options: UndoOrganisationImport, speech: &Speech) -> Result<ExitCode, Failure> {
    let app = start::existing(&options.place).await?;
    let undone = take_back(&app, &options).await;
    let undone = start::closed(app, undone).await?;
    let said = speech.say("cli-list-undone", &[("gone", undone.gone.into()), ("changed", undone.changed.into())]);
    writeln!(io::stdout().lock(), "{said}").map_err(|error| Failure::File { path: "-".into(), error })?;
    Ok(ExitCode::SUCCESS)
}

async fn take_back(
    app: &App,
    options: &UndoOrganisationImport,
) -> Result<samesky_app::organisations::list::Undone, Failure> {
    let session = start::session(app, &options.place).await?;
    let id = OrganisationImportId(options.import);
    app.undo_organisation_import(&session, id).await.map_err(|error: AppError| error.into())
}
