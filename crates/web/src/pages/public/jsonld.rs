//! What a published record says to programs that read pages: schema.org data as JSON-LD. It stands in a data block, which
//! no browser runs, so that the policy of the pages allows it; nothing in it can end the block.

use crate::lang::{Lang, code::name};
use maud::{Markup, PreEscaped, html};
use samesky_app::publishing::PublicRecord;
use samesky_model::reading::Mode;
use samesky_model::record::{Content, Facts, PublicFigure};
use serde_json::{Map, Value, json};

/// The data block of a record published at that address by a team of that name.
pub(super) fn script(lang: Lang, one: &PublicRecord, team: &str, here: &str) -> Markup {
    let data = data(lang, one, team, here).to_string();
    html! { script type="application/ld+json" { (PreEscaped(escaped(&data))) } }
}

/// JSON that is the same, without a character that means anything in HTML.
pub(super) fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text
}

fn data(lang: Lang, one: &PublicRecord, team: &str, here: &str) -> Value {
    let content = &one.edition.content;
    let mut thing = Map::new();
    let mut put = |key: &str, value: Value| {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            thing.insert(key.to_owned(), value);
        }
    };
    put("@context", json!("https://schema.org"));
    put("@id", json!(here));
    put("url", json!(here));
    put("name", json!(content.names.first().map(|name| &name.text)));
    put("alternateName", json!(content.names.iter().skip(1).map(|name| &name.text).collect::<Vec<_>>()));
    for (key, value) in of_kind(content) {
        put(key, value);
    }
    let figures: Vec<_> = content.figures.iter().map(|figure| measured(lang, figure)).collect();
    let based: Vec<_> = content.sources.iter().filter_map(|source| source.address.clone()).collect();
    match content.facts {
        Facts::Project { .. } => {
            put("variableMeasured", json!(figures));
            put("isBasedOn", json!(based));
            put("publisher", publisher(team));
        }
        Facts::Announcement { .. } => put("isBasedOn", json!(based)),
        Facts::Event { .. } | Facts::Organisation { .. } => {}
    }
    if !matches!(content.facts, Facts::Project { .. }) && !figures.is_empty() {
        put(
            "subjectOf",
            json!({
                "@type": "Dataset", "name": content.names.first().map(|name| &name.text), "variableMeasured": figures,
                "isBasedOn": based, "publisher": publisher(team), "version": one.edition.number.to_string(),
                "dateModified": one.publication.changed_at.to_string(),
            }),
        );
    }
    Value::Object(thing)
}

fn publisher(team: &str) -> Value {
    json!({ "@type": "Organization", "name": team })
}

fn of_kind(content: &Content) -> Vec<(&'static str, Value)> {
    let place = |name: &String| json!({ "@type": "Place", "name": name });
    match &content.facts {
        Facts::Announcement { .. } => {
            let source = content.sources.first();
            vec![
                ("@type", json!("Report")),
                ("datePublished", json!(source.and_then(|one| one.published).map(|date| date.to_string()))),
                ("inLanguage", json!(source.and_then(|one| one.language.clone()))),
                ("publisher", json!(source.and_then(|one| one.publisher.as_deref()).map(publisher))),
            ]
        }
        Facts::Event { date, places, mode, organisers, .. } => {
            let attended = mode.map(|mode| match mode {
                Mode::OnSite => "https://schema.org/OfflineEventAttendanceMode",
                Mode::Online => "https://schema.org/OnlineEventAttendanceMode",
                Mode::Hybrid => "https://schema.org/MixedEventAttendanceMode",
            });
            vec![
                ("@type", json!("Event")),
                ("startDate", json!(date.map(|date| date.to_string()).filter(|date| !date.starts_with('-')))),
                ("location", json!(places.iter().map(place).collect::<Vec<_>>())),
                ("eventAttendanceMode", json!(attended)),
                ("organizer", json!(organisers.iter().map(|one| publisher(&one.name)).collect::<Vec<_>>())),
            ]
        }
        Facts::Organisation { .. } => vec![("@type", json!("Organization"))],
        Facts::Project { organisations, place: at, .. } => vec![
            ("@type", json!("Dataset")),
            ("creator", json!(organisations.iter().map(|name| publisher(name)).collect::<Vec<_>>())),
            ("spatialCoverage", json!(at.as_ref().map(place))),
        ],
    }
}

/// Numbers stay the exact decimals that they are, as text.
fn measured(lang: Lang, figure: &PublicFigure) -> Value {
    let said = [name(lang, figure.money_class), name(lang, figure.status), name(lang, figure.qualifier)];
    let mut one =
        json!({ "@type": "PropertyValue", "name": name(lang, figure.measure), "description": said.join(" · ") });
    if let (Some(object), Some(value)) = (one.as_object_mut(), figure.value) {
        object.insert("value".to_owned(), json!(value.to_string()));
    }
    if let (Some(object), Some(unit)) = (one.as_object_mut(), &figure.unit) {
        object.insert("unitText".to_owned(), json!(unit));
    }
    one
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn escaped_is_the_same_json_and_ends_no_block() {
        let hostile = serde_json::json!({ "name": "</script><!-- & \u{2028}\u{2029} 架空" }).to_string();
        let text = escaped(&hostile);
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
        let (before, after): (serde_json::Value, serde_json::Value) =
            (serde_json::from_str(&hostile).expect("json"), serde_json::from_str(&text).expect("json"));
        assert_eq!(after, before);
    }
}
