//! Reading a text or a file; nothing of it is kept.

use super::body::{Body, is_json, media_type, not_expected, unsupported};
use super::caller::Caller;
use super::claim_document::{EventClaim, FigureClaim, OrganisationClaim, ProjectClaim};
use super::parts::{Block, Published, many};
use super::problem::{Kind, Problem};
use super::query::Query;
use super::scalar::{Date, Exact};
use super::upload;
use super::words::{Qualifier, QuantityKind, Rule, Verdict};
use crate::state::WebState;
use axum::Json;
use axum::extract::{FromRequest, Multipart, Request};
use samesky_app::read::{About, How, Unkept};
use samesky_model::date::PartialDate;
use samesky_model::reading;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Everything that was read in one announcement: the document of `samesky read --json`.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Reading {
    /// The identifier that came with the text.
    id: Option<String>,
    /// BCP 47 tag of the announcement's main language.
    language: Option<String>,
    /// The text, where the input was not text already.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// The headline.
    title: Option<Title>,
    /// When it was published.
    published: Option<Published>,
    /// Who published it.
    publisher: Option<String>,
    /// The stretches that are the announcement itself.
    body: Vec<Block>,
    /// The events told of.
    events: Vec<EventClaim>,
    /// The figures stated.
    figures: Vec<FigureClaim>,
    /// The organisations named.
    organisations: Vec<OrganisationClaim>,
    /// The projects named.
    projects: Vec<ProjectClaim>,
    /// The parties between which cooperation is told of.
    parties: Vec<String>,
    /// The checks over the figures.
    checks: Vec<ReadingCheck>,
    /// Every number expression, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    quantities: Option<Vec<Quantity>>,
    /// What the reader has to say of the whole.
    remarks: Vec<String>,
}

/// A headline.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Title {
    /// Its words, exactly the slice.
    text: String,
    /// First code point.
    start: usize,
    /// One past the last code point.
    end: usize,
}

/// A rule over figures, by their names within the announcement.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReadingCheck {
    /// What was compared.
    rule: Rule,
    /// The figure checked.
    #[schema(example = "f2")]
    total: String,
    /// The figures it was checked against.
    parts: Vec<String>,
    /// What it came to.
    verdict: Verdict,
    /// Total less the sum of the parts, in the total's unit, where there is one.
    difference: Option<Exact>,
    /// What must be known to judge it.
    remark: Option<String>,
}

/// A number expression of any kind.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Quantity {
    /// What it is.
    kind: QuantityKind,
    /// The likeliest reading: a decimal, an ISO 8601 date, time or range, or seconds.
    value: String,
    /// ISO 4217 code, for money.
    currency: Option<String>,
    /// The unit of a count or dimension.
    unit: Option<String>,
    /// How the number relates to the true one.
    qualifier: Qualifier,
    /// The lower end of a range.
    low: Option<String>,
    /// The upper end of a range.
    high: Option<String>,
    /// Other readings that are right too.
    values: Vec<String>,
    /// First code point.
    start: usize,
    /// One past the last code point.
    end: usize,
    /// The words.
    quote: String,
}

impl From<reading::Reading> for Reading {
    fn from(read: reading::Reading) -> Self {
        Self {
            id: read.id,
            language: read.language,
            text: read.text,
            title: read.title.map(|reading::Title { text, start, end }| Title { text, start, end }),
            published: read.published.map(Published::from),
            publisher: read.publisher,
            body: many(read.body),
            events: many(read.events),
            figures: many(read.figures),
            organisations: many(read.organisations),
            projects: many(read.projects),
            parties: read.parties,
            checks: many(read.checks),
            quantities: read.quantities.map(many),
            remarks: read.remarks.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<reading::Check> for ReadingCheck {
    fn from(check: reading::Check) -> Self {
        let reading::Check { rule, total, parts, verdict, difference, remark } = check;
        let remark = remark.map(|remark| remark.to_string());
        Self { rule: rule.into(), total, parts, verdict: verdict.into(), difference: difference.map(Exact), remark }
    }
}

impl From<reading::Quantity> for Quantity {
    fn from(read: reading::Quantity) -> Self {
        let reading::Quantity { kind, value, currency, unit, qualifier, low, high, values, start, end, quote } = read;
        let (kind, qualifier) = (kind.into(), qualifier.into());
        Self { kind, value, currency, unit, qualifier, low, high, values, start, end, quote }
    }
}

/// A text to be read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "虚构市投资推介会3月5日在大阪举行，12个项目现场签约，计划投资总额86.4亿元。", "reference_date": "2021-03-06"}))]
pub(super) struct TextToRead {
    /// The text as it is.
    text: String,
    /// An identifier that is handed through.
    id: Option<String>,
    /// BCP 47 tag of its language.
    language: Option<String>,
    /// The full date that “yesterday” and “11月19日” are counted from.
    reference_date: Option<Date>,
    /// The address it came from.
    url: Option<String>,
}

/// A file to be read.
#[derive(ToSchema)]
#[allow(dead_code)] // names for the OpenAPI document; `upload::read` reads the form
pub(super) struct FileToRead {
    /// The file: text, HTML, PDF or docx, in any usual encoding.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// An identifier that is handed through.
    id: Option<String>,
    /// BCP 47 tag of its language.
    language: Option<String>,
    /// The full date that “yesterday” and “11月19日” are counted from.
    reference_date: Option<Date>,
    /// The address it came from.
    url: Option<String>,
}

const FIELDS: [&str; 4] = ["id", "language", "reference_date", "url"];

/// How deep to read.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadQuery {
    /// Every number expression too.
    #[serde(default, deserialize_with = "super::scalar::parsed")]
    quantities: Option<bool>,
}

/// What was sent to be read.
pub(super) struct ToRead {
    input: Unkept,
    about: About,
}

impl FromRequest<WebState> for ToRead {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &WebState) -> Result<Self, Problem> {
        if is_json(request.headers()) {
            let Body(text) = Body::<TextToRead>::from_request(request, state).await?;
            let reference_date = full(text.reference_date.map(|date| date.0))?;
            let about = About { id: text.id, language: text.language, reference_date, url: text.url };
            return Ok(Self { input: Unkept::Text(text.text), about });
        }
        if media_type(request.headers()) != "multipart/form-data" {
            return Err(unsupported("application/json or multipart/form-data"));
        }
        let form = Multipart::from_request(request, state).await;
        let form = form.map_err(|error| Problem::new(Kind::Malformed, error.body_text()))?;
        one_file(upload::read(form, "file", &FIELDS).await?)
    }
}

fn one_file(mut form: upload::Form) -> Result<ToRead, Problem> {
    let reference_date = full(upload::take(&mut form.words, "reference_date")?)?;
    let mut word = |name: &str| form.words.remove(name);
    let about = About { id: word("id"), language: word("language"), reference_date, url: word("url") };
    let mut files = form.files.into_iter();
    match (files.next(), files.next()) {
        (Some(file), None) => {
            let input = Unkept::File { name: Some(file.name), content_type: file.content_type, bytes: file.bytes };
            Ok(ToRead { input, about })
        }
        _ => Err(not_expected("file", "exactly one file is needed".to_owned()).into()),
    }
}

fn full(date: Option<PartialDate>) -> Result<Option<jiff::civil::Date>, Problem> {
    let Some(date) = date else { return Ok(None) };
    let said = || not_expected("reference_date", format!("“{date}” is no full date; expected YYYY-MM-DD"));
    Ok(Some(date.full().ok_or_else(said)?))
}

/// Read an announcement
///
/// A text as JSON, or a file as a form. The answer is what was read, with spans and checks; nothing is kept.
#[utoipa::path(
    post, path = "/read", tag = "read", params(ReadQuery),
    request_body(content((TextToRead = "application/json"), (FileToRead = "multipart/form-data"))),
    responses((status = OK, description = "What was read.", body = Reading))
)]
pub(super) async fn read(
    caller: Caller,
    Query(query): Query<ReadQuery>,
    ToRead { input, about }: ToRead,
) -> Result<Json<Reading>, Problem> {
    let how = How { quantities: query.quantities.unwrap_or(false), ..How::default() };
    Ok(Json(caller.app().read(&caller.session, input, about, how).await?.into()))
}
