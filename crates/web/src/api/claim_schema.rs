//! The schemas of documents whose `claim` is of the kind that is named beside it.

use super::claim::{NewClaim, NewDecision};
use super::claim_document::{EventClaim, FigureClaim, OrganisationClaim, ProjectClaim};
use serde_json::json;
use std::borrow::Cow;
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, OneOfBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

const KINDS: [(&str, &str); 4] = [
    ("event", "EventClaim"),
    ("figure", "FigureClaim"),
    ("organisation", "OrganisationClaim"),
    ("project", "ProjectClaim"),
];

impl PartialSchema for NewClaim {
    fn schema() -> RefOr<Schema> {
        let kinds =
            KINDS.iter().fold(OneOfBuilder::new(), |kinds, (kind, claim)| kinds.item(stated(with_why(), kind, claim)));
        let example =
            json!({"kind": "organisation", "claim": {"name": "虚构汽车", "kind": "company", "start": 30, "end": 34}});
        let said = "A claim that the reader did not find, with its place in the text.";
        RefOr::T(kinds.description(Some(said)).examples([example]).build().into())
    }
}

impl ToSchema for NewClaim {
    fn name() -> Cow<'static, str> {
        "NewClaim".into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        claims(schemas);
    }
}

impl PartialSchema for NewDecision {
    fn schema() -> RefOr<Schema> {
        let plain = with_why().property("decision", word(&["accept", "reject", "undo"])).required("decision").build();
        let decisions = KINDS.iter().fold(OneOfBuilder::new().item(plain), |decisions, (kind, claim)| {
            let correct = with_why().property("decision", word(&["correct"])).required("decision");
            decisions.item(stated(correct, kind, claim))
        });
        let example = json!({"decision": "reject", "why": "the number of a year before"});
        let said =
            "Accept as read, reject, take the last decision back, or correct: then with the claim as it should stand.";
        RefOr::T(decisions.description(Some(said)).examples([example]).build().into())
    }
}

impl ToSchema for NewDecision {
    fn name() -> Cow<'static, str> {
        "NewDecision".into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        claims(schemas);
    }
}

fn claims(schemas: &mut Vec<(String, RefOr<Schema>)>) {
    schemas.push((EventClaim::name().into(), EventClaim::schema()));
    schemas.push((FigureClaim::name().into(), FigureClaim::schema()));
    schemas.push((OrganisationClaim::name().into(), OrganisationClaim::schema()));
    schemas.push((ProjectClaim::name().into(), ProjectClaim::schema()));
    EventClaim::schemas(schemas);
    FigureClaim::schemas(schemas);
    OrganisationClaim::schemas(schemas);
    ProjectClaim::schemas(schemas);
}

fn with_why() -> ObjectBuilder {
    let why = ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::String, Type::Null]))
        .description(Some("Why. Needed where something in the ledger changes."));
    ObjectBuilder::new().property("why", why).additional_properties(Some(AdditionalProperties::FreeForm(false)))
}

fn stated(object: ObjectBuilder, kind: &str, claim: &str) -> Schema {
    let object = object.property("kind", word(&[kind])).property("claim", Ref::from_schema_name(claim));
    object.required("kind").required("claim").build().into()
}

fn word(words: &[&str]) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words.iter().map(|word| (*word).to_owned())))
}
