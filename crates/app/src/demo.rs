//! The demonstration: announcements of our own wording, part of them reviewed.

use crate::App;
use crate::access::Session;
use crate::error::AppError;
use crate::import::{Content, ImportOptions, ImportReport, Incoming};
use crate::review::Decision;
use rust_embed::RustEmbed;
use samesky_model::date::PartialDate;
use samesky_model::id::{AnnouncementId, ClaimId};
use samesky_model::record::{ClaimRecord, ClaimState, ImportSource};
use serde::Deserialize;

/// The officer of the demo, visibly invented.
pub const OFFICER: &str = "林澄（虚构）";

#[derive(RustEmbed)]
#[folder = "../../fixtures/demo"]
struct Files;

/// One announcement of the demo.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Sample {
    file: String,
    source_address: Option<String>,
    publisher: Option<String>,
    published: Option<PartialDate>,
    language: String,
    decisions: Reviewed,
}

/// How far the demo's officer has come with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Reviewed {
    All,
    Part,
    None,
}

impl App {
    /// Fills an empty database with the demonstration.
    ///
    /// # Errors
    /// When the store cannot keep it.
    pub async fn seed_demo(&self, session: &Session) -> Result<ImportReport, AppError> {
        let samples = samples()?;
        let files = samples.iter().map(incoming).collect();
        let options = ImportOptions { source: ImportSource::Command, skip_refused: false };
        let report = self.import(session, files, options).await?;
        for (sample, file) in samples.iter().zip(&report.files) {
            if let Some(announcement) = file.announcement {
                self.review_sample(session, announcement, sample.decisions).await?;
            }
        }
        Ok(report)
    }

    async fn review_sample(&self, session: &Session, id: AnnouncementId, how: Reviewed) -> Result<(), AppError> {
        if how == Reviewed::None {
            return Ok(());
        }
        let claims = self.review(session, id).await?.claims;
        let upto = if how == Reviewed::All { claims.len() } else { claims.len().div_ceil(2) };
        self.accept_clear(session, id, &versions(&claims[..upto])).await?;
        if how == Reviewed::All {
            let waiting = self.review(session, id).await?.claims;
            let waiting: Vec<_> = waiting.into_iter().filter(|claim| claim.state == ClaimState::Pending).collect();
            self.decide_many(session, id, &versions(&waiting), Decision::Accept, None).await?;
        }
        Ok(())
    }
}

fn versions(claims: &[ClaimRecord]) -> Vec<(ClaimId, i64)> {
    claims.iter().map(|claim| (claim.id, claim.version)).collect()
}

fn samples() -> Result<Vec<Sample>, AppError> {
    let missing = || AppError::NotFound { kind: "demo" };
    let manifest = Files::get("manifest.json").ok_or_else(missing)?;
    serde_json::from_slice(&manifest.data).map_err(|error| AppError::Stopped(error.to_string()))
}

fn incoming(sample: &Sample) -> Incoming {
    let bytes = Files::get(&sample.file).map(|file| file.data.into_owned()).unwrap_or_default();
    Incoming {
        source_address: sample.source_address.clone(),
        publisher: sample.publisher.clone(),
        published: sample.published,
        language: Some(sample.language.clone()),
        ..Incoming::new(sample.file.clone(), Content::Bytes(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::{Files, samples};

    #[test]
    fn manifest_names_every_text_and_no_other() {
        let mut named: Vec<_> = samples().expect("a manifest").into_iter().map(|sample| sample.file).collect();
        let mut there: Vec<_> = Files::iter().map(String::from).filter(|name| name.ends_with(".txt")).collect();
        named.sort();
        there.sort();
        assert_eq!(named, there);
    }
}
