//! The small parts: relationships, styles, properties.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::HashMap;

/// What a document says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Properties {
    pub(crate) title: Option<String>,
    pub(crate) language: Option<String>,
}

/// The value of an attribute, by its local name.
pub(crate) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The part that the package names as its main document (`_rels/.rels`).
pub(crate) fn main_target(xml: &str) -> Option<String> {
    tags(xml).find_map(|tag| {
        let kind = attribute(&tag, "Type")?;
        let target = attribute(&tag, "Target")?;
        kind.ends_with("/officeDocument").then(|| target.trim_start_matches(['/', '.']).to_owned())
    })
}

/// Names of styles by their identifiers (`styles.xml`). Identifiers depend on the language of the Word that wrote the
/// document, names of built-in styles do not.
pub(crate) fn style_names(xml: &str) -> HashMap<String, String> {
    let mut names = HashMap::new();
    let mut style = None;
    for tag in tags(xml) {
        match tag.local_name().as_ref() {
            "style" => style = attribute(&tag, "styleId"),
            "name" => {
                if let (Some(id), Some(name)) = (style.take(), attribute(&tag, "val")) {
                    names.insert(id, name.to_lowercase());
                }
            }
            _ => {}
        }
    }
    names
}

/// Title and language (`docProps/core.xml`).
pub(crate) fn properties(xml: &str) -> Properties {
    let (mut title, mut language, mut open) = (String::new(), String::new(), String::new());
    let mut add = |open: &str, text: &str| match open {
        "title" => title.push_str(text),
        "language" => language.push_str(text),
        _ => {}
    };
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => open = tag.local_name().as_ref().to_owned(),
            Ok(Event::End(_)) => open.clear(),
            Ok(Event::Text(text)) => add(&open, &text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => add(&open, &resolved(&reference)),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    let tidy = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    Properties { title: tidy(title), language: tidy(language) }
}

/// The character that `&…;` stands for; entities that a document declares itself stand for nothing.
pub(crate) fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    match reference.xml10_content().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}

fn tags(xml: &str) -> impl Iterator<Item = BytesStart<'_>> {
    let mut reader = Reader::from_str(xml);
    std::iter::from_fn(move || {
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag) | Event::Empty(tag)) => return Some(tag),
                Ok(Event::Eof) | Err(_) => return None,
                Ok(_) => {}
            }
        }
    })
}
