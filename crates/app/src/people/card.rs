//! People of an organisation as vCards (RFC 6350), for the address book of whoever speaks to them.

use super::{InLanguage, PersonFact, PersonView, Post};
use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use samesky_model::id::OrganisationId;
use std::fmt::Write;

/// Bytes of a line at most, without its end (RFC 6350, section 3.2).
const LINE: usize = 75;

impl App {
    /// The people of an organisation who were not removed, as one file of vCards (version 4.0).
    ///
    /// # Errors
    /// When there is no such organisation in the team.
    pub async fn people_cards(&self, session: &Session, organisation: OrganisationId) -> Result<String, AppError> {
        session.may(Action::Read)?;
        let people = self.people(session, organisation).await?;
        let record = samesky_store::organisation::get(&self.store, session.team, organisation).await?;
        let company = record.names.first().map(|name| name.text.clone()).unwrap_or_default();
        let staying = people.iter().filter(|one| one.person.removed.is_none());
        Ok(staying.map(|one| card(one, &company)).collect())
    }
}

fn card(one: &PersonView, company: &str) -> String {
    let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:4.0".to_owned(), format!("UID:urn:uuid:{}", one.person.id)];
    let reading = one.values.iter().find_map(|kept| match &kept.fact {
        PersonFact::Reading(text) => Some(text.as_str()),
        _ => None,
    });
    let mut posts: Vec<&Post> = Vec::new();
    for kept in &one.values {
        match &kept.fact {
            PersonFact::NativeName(name) => {
                lines.push(worded("FN", name));
                // A name is not taken apart: which part is the family's is not kept.
                let sort = reading.map(|text| format!(";SORT-AS=\"{}\"", quoted(text))).unwrap_or_default();
                lines.push(format!("N{sort}:{};;;;", escaped(&name.text)));
            }
            PersonFact::OtherName(name) => lines.push(worded("FN", name)),
            PersonFact::Post(post) => posts.push(post),
            PersonFact::Email(address) => lines.push(format!("EMAIL:{}", escaped(address))),
            PersonFact::Phone(number) => lines.push(format!("TEL;VALUE=text:{}", escaped(number))),
            PersonFact::Contact(way) => {
                lines.push(format!("NOTE:{}", escaped(&format!("{}: {}", way.kind, way.value))));
            }
            PersonFact::Language(tag) => lines.push(format!("LANG:{}", escaped(tag))),
            PersonFact::Note(text) => lines.push(format!("NOTE:{}", escaped(text))),
            PersonFact::Reading(_) => {}
        }
    }
    for title in posts.into_iter().filter(|post| post.current).flat_map(|post| &post.titles) {
        lines.push(worded("TITLE", title));
    }
    if !company.is_empty() {
        lines.push(format!("ORG:{}", escaped(company)));
    }
    lines.push("END:VCARD".to_owned());
    let mut text = String::new();
    for line in lines {
        let _ = write!(text, "{}\r\n", folded(&line));
    }
    text
}

fn worded(property: &str, words: &InLanguage) -> String {
    let language = words.language.as_ref().map(|tag| format!(";LANGUAGE={tag}")).unwrap_or_default();
    format!("{property}{language}:{}", escaped(&words.text))
}

/// Text as a value (section 3.4).
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
    text.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

/// Text as a parameter in quotes, which holds no quotes and no control characters.
fn quoted(text: &str) -> String {
    text.chars().filter(|char| *char != '"' && !char.is_control()).collect()
}

/// A line in pieces that are short enough, none of which cuts a character.
fn folded(line: &str) -> String {
    let (mut text, mut length) = (String::with_capacity(line.len()), 0);
    for char in line.chars() {
        if length + char.len_utf8() > LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(char);
        length += char.len_utf8();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{escaped, folded};

    #[test]
    fn long_line_is_folded_between_characters() {
        let line = format!("NOTE:{}", "架空".repeat(30));
        let folded = folded(&line);
        assert!(folded.split("\r\n").all(|piece| piece.len() <= 75), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), line);
    }

    #[test]
    fn text_cannot_begin_another_property() {
        assert_eq!(escaped("a;b,c\\d\r\nTEL:1\ne"), "a\\;b\\,c\\\\d\\nTEL:1\\ne");
    }
}
