//! `samesky import announcements`.

use crate::args::ImportAnnouncements;
use crate::failure::Failure;
use crate::read::files;
use crate::speech::Speech;
use crate::{start, terminal};
use indicatif::{ProgressBar, ProgressDrawTarget};
use samesky_app::import::{Content, ImportOptions, ImportReport, Incoming};
use samesky_app::{App, Session};
use samesky_model::id::ImportId;
use samesky_model::record::{FileOutcome, ImportFile, ImportSource, ImportState};
use std::convert::Infallible;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

pub(crate) async fn run(options: ImportAnnouncements, speech: &Speech) -> Result<ExitCode, Failure> {
    let incoming = incoming(&options)?;
    let app = start::app(&options.place, speech).await?.with_lease(options.lease.time());
    let report = import(&app, &options, incoming).await;
    let report = start::closed(app, report).await?;
    print(&report, options.json, speech).map_err(|error| Failure::File { path: "-".into(), error })?;
    Ok(if report.import.state == ImportState::Finished && report.count(FileOutcome::Refused) == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

async fn import(app: &App, options: &ImportAnnouncements, incoming: Vec<Incoming>) -> Result<ImportReport, Failure> {
    let session = start::session(app, &options.place).await?;
    let how = ImportOptions { source: ImportSource::Command, skip_refused: options.skip_refused };
    let import = app.begin_import(&session, &incoming, how).await?;
    let bar = progress(incoming.len());
    let done = tokio::select! {
        done = app.run_import(&session, import.clone(), incoming, how) => done,
        never = watch(app, &session, import.id, &bar) => match never {},
    };
    bar.finish_and_clear();
    done?;
    Ok(app.import_report(&session, import.id).await?)
}

fn incoming(options: &ImportAnnouncements) -> Result<Vec<Incoming>, Failure> {
    let paths = files::below(&options.paths)?;
    Ok(paths
        .into_iter()
        .map(|path| Incoming {
            source_address: options.source_address.clone(),
            publisher: options.publisher.clone(),
            published: options.published,
            language: options.lang.clone(),
            ..Incoming::new(path.display().to_string(), Content::File(path))
        })
        .collect())
}

fn progress(files: usize) -> ProgressBar {
    let bar = ProgressBar::new(files as u64);
    if !std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    bar
}

/// Shows how far the import has come, and asks it to stop on Ctrl-C. Ends only by being dropped: that progress cannot be
/// shown must not end the import.
async fn watch(app: &App, session: &Session, import: ImportId, bar: &ProgressBar) -> Infallible {
    loop {
        tokio::select! {
            () = tokio::time::sleep(Duration::from_millis(250)), if !bar.is_hidden() => {
                if let Ok(report) = app.import_report(session, import).await {
                    bar.set_position(u64::try_from(report.import.done).unwrap_or_default());
                }
            }
            _ = tokio::signal::ctrl_c() => {
                if let Err(error) = app.cancel_import(session, import).await {
                    terminal::complain(&format!("samesky: {error}"));
                }
            }
        }
    }
}

fn print(report: &ImportReport, json: bool, speech: &Speech) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if json {
        let document = serde_json::json!({ "import": report.import, "files": report.files });
        return writeln!(out, "{document:#}");
    }
    for file in &report.files {
        writeln!(out, "{}", terminal::safe(&row(file, speech)))?;
    }
    writeln!(out, "{}", summary(report, speech))
}

fn row(file: &ImportFile, speech: &Speech) -> String {
    let outcome = speech.say(&format!("file-outcome-{}", file.outcome), &[]);
    let remarks: Vec<_> = file.remarks.iter().map(|remark| speech.remark(remark)).collect();
    let id = file.announcement.map(|id| id.to_string()).unwrap_or_default();
    format!("{:>5}  {outcome}  {}  {} {id}", file.ordinal, file.name, remarks.join("; ")).trim_end().to_owned()
}

fn summary(report: &ImportReport, speech: &Speech) -> String {
    let number = |outcome| report.count(outcome).to_string();
    let (new, known, refused, not_kept) = (
        number(FileOutcome::New),
        number(FileOutcome::Known),
        number(FileOutcome::Refused),
        number(FileOutcome::NotKept),
    );
    let args = [
        ("new", new.as_str().into()),
        ("known", known.as_str().into()),
        ("refused", refused.as_str().into()),
        ("not_kept", not_kept.as_str().into()),
    ];
    speech.say(&format!("cli-import-{}", report.import.state), &args)
}
