//! Code lists on the wire: closed sets of words, each a named schema of the OpenAPI document.

use samesky_model::{reading, record, remark};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::borrow::Cow;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::{Object, RefOr};
use utoipa::{PartialSchema, ToSchema};

macro_rules! words {
    ($($doc:literal $name:ident($list:ty)),+ $(,)?) => {$(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) struct $name(pub(super) $list);

        impl From<$list> for $name {
            fn from(value: $list) -> Self {
                Self(value)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Cow::<str>::deserialize(deserializer)?.parse().map(Self).map_err(Error::custom)
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                schema(<$list>::ALL.iter().map(|value| value.as_str()).collect(), $doc)
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($name))
            }
        }
    )+};
}

words! {
    "What kind of somebody made a change." ActorKind(record::ActorKind),
    "What is measured." Measure(reading::Measure),
    "Which money is meant. Amounts of different classes are never added." MoneyClass(reading::MoneyClass),
    "How a stated number relates to the true one. A tier is a size class, not an amount." Qualifier(reading::Qualifier),
    "What is, is aimed at, or is expected." Status(reading::Status),
    "Of the period alone, or the stock at its end." Flow(reading::Flow),
    "What kind of event." EventType(reading::EventType),
    "How an event is held." Mode(reading::Mode),
    "Where a date (or its year) was taken from." DateBasis(reading::DateBasis),
    "What somebody is to an event." OrganiserRole(reading::OrganiserRole),
    "What kind of organisation." OrganisationKind(reading::OrganisationKind),
    "What a name is to an organisation." NameKind(record::NameKind),
    "Whether a number passes the check of its scheme." NumberVerdict(record::NumberVerdict),
    "How an organisation belongs to another." BelongsAs(record::BelongsAs),
    "What a check compares." Rule(reading::Rule),
    "What a check came to. `unknown` means that it cannot be told." Verdict(reading::Verdict),
    "What a quantity is." QuantityKind(reading::QuantityKind),
    "How far an announcement has come." AnnouncementState(record::AnnouncementState),
    "The format of the original bytes." SourceFormat(record::SourceFormat),
    "What a claim speaks of." ClaimKind(record::ClaimKind),
    "What was decided on a claim." ClaimState(record::ClaimState),
    "How an import came." ImportSource(record::ImportSource),
    "How far an import has come. Only a finished import has left anything in the records." ImportState(record::ImportState),
    "What came of one file." FileOutcome(record::FileOutcome),
    "Whether a record still rests on an accepted claim; an organisation may be merged into another." RecordState(record::RecordState),
    "What an officer says of two organisations." PairAnswer(record::PairAnswer),
    "What the comparison says of two organisations." PairVerdict(record::PairVerdict),
    "What was done with organisations." MergeKind(record::MergeKind),
    "How far a list of organisations has come. Only a kept one has left anything in the records." ListState(record::ListState),
    "What comes of a row of a list." RowOutcome(record::RowOutcome),
    "How far a project has come." Stage(record::Stage),
    "Why an entry was made." EntryKind(record::EntryKind),
    "How the entries of a figure stand to one another." FigureState(record::FigureState),
    "Whether a figure is added into totals, and if not, why not." Counting(record::Counting),
    "By what figures can be looked at." FacetKind(record::FacetKind),
    "What a file is, told by its content." AttachmentKind(record::AttachmentKind),
    "What kind of record." RecordKind(record::RecordKind),
    "What kind of team." TeamKind(record::TeamKind),
    "What kind of record can be shared and published." Shareable(record::Shareable),
    "Whose records a list shows: those of the own team, those that others share with it, or both." Scope(record::Scope),
    "What became of a request to publish." EditionState(record::EditionState),
    "What a remark says." RemarkCode(remark::RemarkCode),
}

fn schema(words: Vec<&'static str>, description: &'static str) -> RefOr<Schema> {
    let object: Object =
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).description(Some(description)).build();
    RefOr::T(Schema::Object(object))
}

#[cfg(test)]
mod tests {
    use super::Measure;

    #[test]
    fn word_outside_the_list_names_the_words_that_would_do() {
        let error = serde_json::from_str::<Measure>("\"revenue\"").expect_err("no measure").to_string();
        assert!(
            error.starts_with("“revenue” is not a Measure; expected one of: projects_signed, agreements,"),
            "{error}"
        );
        assert_eq!(
            serde_json::to_string(&serde_json::from_str::<Measure>("\"area\"").expect("a measure")).expect("json"),
            "\"area\""
        );
    }
}
