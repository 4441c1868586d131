//! Industries by classification, as they come with the program.

use super::caller::Caller;
use super::problem::Problem;
use super::query::Query;
use axum::Json;
use samesky_app::AppError;
use samesky_app::access::Action;
use samesky_app::organisations::industry::{self, Classification, Counterpart};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// Rows that words find at most.
const MOST: usize = 1_000;
/// The languages of titles.
const LANGUAGES: [&str; 4] = ["zh-Hans", "ja", "en", "th"];

/// Which industries.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct IndustryQuery {
    /// The classification with its revision: `isic-4`, `gbt-4754-2017` or `jsic-14`. All of them where nothing is said.
    #[param(example = "isic-4")]
    classification: Option<String>,
    /// A code, or words of a title in any of its languages. All rows where nothing is said.
    q: Option<String>,
}

/// An industry of a classification.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Industry {
    /// The classification with its revision.
    #[schema(example = "isic-4")]
    classification: String,
    /// The code as it is kept of an organisation: its section with what is below it.
    #[schema(example = "C29")]
    code: String,
    /// Its section.
    #[schema(example = "C")]
    section: String,
    /// The code of the row above; nothing of a section.
    parent: Option<String>,
    /// Titles by language (BCP 47), those that the file has: sections and divisions of ISIC in four languages, the others in their own.
    titles: BTreeMap<String, String>,
    /// Of a section: those of other classifications that hold the same or a part of it.
    counterparts: Vec<IndustryCounterpart>,
}

/// A section of another classification.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct IndustryCounterpart {
    /// The classification.
    #[schema(example = "gbt-4754-2017")]
    classification: String,
    /// Its section.
    section: String,
    /// Whether it holds the same, but for small parts; else it holds a part.
    equal: bool,
}

/// Industries.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Industries {
    /// The industries, classification by classification, sections before what is below them.
    items: Vec<Industry>,
}

/// List industries
///
/// By classification, with their sections.
#[utoipa::path(
    get, path = "/industries", tag = "organisations", params(IndustryQuery),
    responses((status = OK, description = "The industries.", body = Industries))
)]
pub(super) async fn list_industries(
    caller: Caller,
    Query(query): Query<IndustryQuery>,
) -> Result<Json<Industries>, Problem> {
    caller.session.may(Action::Read)?;
    let wanted = query.classification.filter(|word| !word.is_empty());
    let words = query.q.unwrap_or_default();
    let of: Vec<&Classification> = match &wanted {
        Some(word) => {
            let unknown = || AppError::invalid_value("classification", "unknown-code", word.as_str());
            vec![industry::classification(word).ok_or_else(unknown)?]
        }
        None => industry::classifications().iter().collect(),
    };
    Ok(Json(Industries { items: of.into_iter().flat_map(|one| rows(one, words.trim())).collect() }))
}

fn rows(of: &Classification, words: &str) -> Vec<Industry> {
    let found = match of.get(&words.to_ascii_uppercase()) {
        Some(row) => vec![row],
        None if words.is_empty() => of.rows().iter().collect(),
        None => of.find(words, MOST),
    };
    found.into_iter().map(|row| one(of, row)).collect()
}

fn one(of: &Classification, row: &industry::Industry) -> Industry {
    let section = of.section_of(row).to_owned();
    let title = |language: &&str| {
        let (title, tag) = row.title(language);
        (tag == *language).then(|| (tag.to_owned(), title.to_owned()))
    };
    Industry {
        classification: of.scheme().to_owned(),
        code: of.normal(&row.code).unwrap_or_else(|| row.code.clone()),
        counterparts: if section == row.code { counterparts(of, &section) } else { Vec::new() },
        section,
        parent: row.parent.clone(),
        titles: LANGUAGES.iter().filter_map(title).collect(),
    }
}

fn counterparts(of: &Classification, section: &str) -> Vec<IndustryCounterpart> {
    let others = industry::classifications().iter().filter(|other| other.scheme() != of.scheme());
    let among = |other: &Classification| {
        let one = |Counterpart { section, is_equal }| IndustryCounterpart {
            classification: other.scheme().to_owned(),
            section,
            equal: is_equal,
        };
        of.counterparts(section, other.scheme()).into_iter().map(one).collect::<Vec<_>>()
    };
    others.flat_map(among).collect()
}
