//! People of organisations: seen by their own team alone.

use super::body::Body;
use super::caller::Caller;
use super::etag::{Expected, IfMatch, Known, tagged};
use super::organisation_facts::{FactSource, given};
use super::parts::{Stamp, many};
use super::problem::Problem;
use super::query::Id;
use super::scalar::Date;
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use samesky_app::people::{PersonChange, PersonView};
use samesky_model::id::{OrganisationId, PersonId};
use samesky_model::record::{self, PersonField};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Words in a language: a name, a title.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct InLanguage {
    /// The words.
    #[schema(example = "星野（架空）")]
    text: String,
    /// BCP 47 tag, with the script where a language has several.
    #[schema(example = "ja")]
    language: Option<String>,
}

/// What somebody is or was at an organisation.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Post {
    /// What the post is called, in one language or several.
    titles: Vec<InLanguage>,
    /// Since when.
    from: Option<Date>,
    /// Until when.
    until: Option<Date>,
    /// Whether they have it now, as far as is known. A post that ended is not current.
    current: bool,
}

/// Another way to reach somebody.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactWay {
    /// What it is.
    #[schema(example = "LINE")]
    kind: String,
    /// The number or name there.
    value: String,
}

/// One value of a person, with its source.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct KeptPersonFact {
    #[serde(flatten)]
    fact: PersonFact,
    /// Where it comes from.
    source: FactSource,
    /// Who added it, and when.
    added: Stamp,
}

/// What is said of a person.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
enum PersonFact {
    /// The name as its bearer writes it.
    NativeName(InLanguage),
    /// How that is read: kana, pinyin.
    Reading(String),
    /// The name in another language or script.
    OtherName(InLanguage),
    /// A post.
    Post(Post),
    /// An e-mail address.
    Email(String),
    /// A telephone number.
    Phone(String),
    /// Another way to reach them.
    Contact(ContactWay),
    /// A language they speak: BCP 47.
    Language(String),
    /// A note.
    Note(String),
}

/// A person of an organisation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Person {
    /// Their identifier.
    id: Uuid,
    /// The team that keeps them.
    team: Uuid,
    /// The organisation.
    organisation: Uuid,
    /// Counts the changes.
    version: i64,
    /// Who entered them, and when.
    created: Stamp,
    /// Who removed them, and when; 30 days later they are erased.
    removed: Option<Stamp>,
    /// What is said of them, each value with its source.
    values: Vec<KeptPersonFact>,
}

/// The people of an organisation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct People {
    /// In the order in which they were entered; those who were removed at the end.
    items: Vec<Person>,
}

/// What is said of a person. A field that is given stands for all values of it; fields that are left out stay as they are. An
/// empty list, or `null`, takes the values away. A name must stay.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct PersonFacts {
    /// The name as its bearer writes it.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<InLanguage>)]
    native_name: Option<Option<InLanguage>>,
    /// How that is read: kana, pinyin.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    reading: Option<Option<String>>,
    /// The name in other languages and scripts.
    other_names: Option<Vec<InLanguage>>,
    /// Posts, past and present.
    posts: Option<Vec<Post>>,
    /// E-mail addresses.
    emails: Option<Vec<String>>,
    /// Telephone numbers.
    phones: Option<Vec<String>>,
    /// Other ways to reach them.
    contacts: Option<Vec<ContactWay>>,
    /// Languages they speak: BCP 47.
    languages: Option<Vec<String>>,
    /// Notes.
    notes: Option<Vec<String>>,
}

/// Why a person is removed or erased.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"why": "asked for"}))]
pub(super) struct Reason {
    /// It stays in the audit; after an erasure without their name.
    why: Option<String>,
}

/// List the people of an organisation
///
/// Of an organisation of the own team only.
#[utoipa::path(
    get, path = "/organisations/{id}/people", tag = "organisations", params(("id" = Uuid, Path, description = "The organisation.")),
    responses((status = OK, description = "The people.", body = People))
)]
pub(super) async fn list_people(caller: Caller, Id(id): Id<OrganisationId>) -> Result<Json<People>, Problem> {
    let people = caller.app().people(&caller.session, id).await?;
    Ok(Json(People { items: many(people) }))
}

/// Add a person of an organisation
///
/// They need a name. Numbers of passports and identity cards are refused.
#[utoipa::path(
    post, path = "/organisations/{id}/people", tag = "organisations", params(("id" = Uuid, Path, description = "The organisation.")),
    request_body = PersonFacts,
    responses((status = CREATED, description = "The person.", body = Person, headers(("Location" = String, description = "The person's address."))))
)]
pub(super) async fn add_person(
    caller: Caller,
    Id(id): Id<OrganisationId>,
    Body(said): Body<PersonFacts>,
) -> Result<Response, Problem> {
    let view = caller.app().add_person(&caller.session, id, said.into()).await?;
    let location = format!("/api/v1/people/{}", view.person.id);
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(Person::from(view))).into_response())
}

/// Get a person
///
/// Removed ones too, until they are erased.
#[utoipa::path(
    get, path = "/people/{id}", tag = "organisations", params(("id" = Uuid, Path, description = "The person.")),
    responses((status = OK, description = "The person.", body = Person, headers(("ETag" = String, description = "For If-None-Match."))))
)]
pub(super) async fn get_person(caller: Caller, Id(id): Id<PersonId>, known: Known) -> Result<Response, Problem> {
    let view = caller.app().person(&caller.session, id).await?;
    Ok(tagged(&known, view.person.version, Person::from(view)))
}

/// Change a person
///
/// Fields that are left out stay as they are.
#[utoipa::path(
    patch, path = "/people/{id}", tag = "organisations", params(("id" = Uuid, Path, description = "The person."), IfMatch),
    request_body = PersonFacts,
    responses((status = OK, description = "The person as they are kept now.", body = Person, headers(("ETag" = String, description = "Its version, for If-Match."))))
)]
pub(super) async fn change_person(
    caller: Caller,
    Id(id): Id<PersonId>,
    Expected(version): Expected,
    Body(said): Body<PersonFacts>,
) -> Result<Response, Problem> {
    let changed = caller.app().change_person(&caller.session, id, version, said.into()).await;
    let view = changed.map_err(Problem::of_change)?;
    Ok(tagged(&Known::nothing(), view.person.version, Person::from(view)))
}

/// Remove a person
///
/// They can be brought back for 30 days; then they are erased.
#[utoipa::path(
    post, path = "/people/{id}/remove", tag = "organisations", params(("id" = Uuid, Path, description = "The person.")),
    request_body = Reason, responses((status = OK, description = "The person.", body = Person))
)]
pub(super) async fn remove_person(
    caller: Caller,
    Id(id): Id<PersonId>,
    Body(Reason { why }): Body<Reason>,
) -> Result<Json<Person>, Problem> {
    Ok(Json(caller.app().remove_person(&caller.session, id, why).await?.into()))
}

/// Bring a removed person back
///
/// As long as they were not erased.
#[utoipa::path(
    post, path = "/people/{id}/restore", tag = "organisations", params(("id" = Uuid, Path, description = "The person.")),
    responses((status = OK, description = "The person.", body = Person))
)]
pub(super) async fn restore_person(caller: Caller, Id(id): Id<PersonId>) -> Result<Json<Person>, Problem> {
    Ok(Json(caller.app().restore_person(&caller.session, id).await?.into()))
}

/// Erase a person for good
///
/// Nobody can undo it. The audit keeps that there was somebody, and a restore of an older backup erases them again.
#[utoipa::path(
    post, path = "/people/{id}/erase", tag = "organisations", params(("id" = Uuid, Path, description = "The person.")),
    request_body = Reason, responses((status = NO_CONTENT, description = "They are erased."))
)]
pub(super) async fn erase_person(
    caller: Caller,
    Id(id): Id<PersonId>,
    Body(Reason { why }): Body<Reason>,
) -> Result<StatusCode, Problem> {
    caller.app().erase_person_of_organisation(&caller.session, id, why).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl From<PersonFacts> for PersonChange {
    fn from(said: PersonFacts) -> Self {
        use record::PersonFact as Kept;
        let mut change = Self::default();
        if let Some(name) = said.native_name {
            change = change.say(PersonField::NativeName, name.map(|name| Kept::NativeName(name.into())));
        }
        if let Some(reading) = said.reading {
            change = change.say(PersonField::Reading, reading.map(Kept::Reading));
        }
        if let Some(names) = said.other_names {
            change = change.say(PersonField::OtherName, names.into_iter().map(|name| Kept::OtherName(name.into())));
        }
        if let Some(posts) = said.posts {
            change = change.say(PersonField::Post, posts.into_iter().map(|post| Kept::Post(post.into())));
        }
        if let Some(ways) = said.contacts {
            change = change.say(PersonField::Contact, ways.into_iter().map(|way| Kept::Contact(way.into())));
        }
        type Said = (PersonField, Option<Vec<String>>, fn(String) -> Kept);
        let texts: [Said; 4] = [
            (PersonField::Email, said.emails, Kept::Email),
            (PersonField::Phone, said.phones, Kept::Phone),
            (PersonField::Language, said.languages, Kept::Language),
            (PersonField::Note, said.notes, Kept::Note),
        ];
        for (field, values, kept) in texts {
            if let Some(values) = values {
                change = change.say(field, values.into_iter().map(kept));
            }
        }
        change
    }
}

impl From<InLanguage> for record::InLanguage {
    fn from(InLanguage { text, language }: InLanguage) -> Self {
        Self { text, language }
    }
}

impl From<record::InLanguage> for InLanguage {
    fn from(record::InLanguage { text, language }: record::InLanguage) -> Self {
        Self { text, language }
    }
}

impl From<Post> for record::Post {
    fn from(Post { titles, from, until, current }: Post) -> Self {
        let titles = titles.into_iter().map(record::InLanguage::from).collect();
        Self { titles, from: from.map(|date| date.0), until: until.map(|date| date.0), current }
    }
}

impl From<record::Post> for Post {
    fn from(record::Post { titles, from, until, current }: record::Post) -> Self {
        Self { titles: many(titles), from: from.map(Date::from), until: until.map(Date::from), current }
    }
}

impl From<ContactWay> for record::ContactWay {
    fn from(ContactWay { kind, value }: ContactWay) -> Self {
        Self { kind, value }
    }
}

impl From<record::PersonFact> for PersonFact {
    fn from(fact: record::PersonFact) -> Self {
        use record::PersonFact as Kept;
        match fact {
            Kept::NativeName(name) => Self::NativeName(name.into()),
            Kept::Reading(text) => Self::Reading(text),
            Kept::OtherName(name) => Self::OtherName(name.into()),
            Kept::Post(post) => Self::Post(post.into()),
            Kept::Email(text) => Self::Email(text),
            Kept::Phone(text) => Self::Phone(text),
            Kept::Contact(record::ContactWay { kind, value }) => Self::Contact(ContactWay { kind, value }),
            Kept::Language(tag) => Self::Language(tag),
            Kept::Note(text) => Self::Note(text),
        }
    }
}

impl From<record::KeptPersonFact> for KeptPersonFact {
    fn from(kept: record::KeptPersonFact) -> Self {
        Self { fact: kept.fact.into(), source: kept.source.into(), added: kept.added.into() }
    }
}

impl From<PersonView> for Person {
    fn from(PersonView { person, values }: PersonView) -> Self {
        Self {
            id: person.id.0,
            team: person.team.0,
            organisation: person.organisation.0,
            version: person.version,
            created: person.created.into(),
            removed: person.removed.map(Stamp::from),
            values: many(values),
        }
    }
}
