//! What officers may say of people.

use super::PersonChange;
use crate::announcements::is_language_tag;
use crate::error::{AppError, Field};
use crate::personal::looks_like_a_document;
use samesky_model::record::{ContactWay, FactSource, InLanguage, KeptPersonFact, PersonFact, PersonField, Post, Stamp};

/// Characters of a value at most.
const LONGEST: usize = 500;
/// Characters of a note at most.
const NOTE: usize = 4000;
/// Values of one person at most.
const MOST: usize = 100;
/// Titles of a post at most.
const TITLES: usize = 8;

/// The values after a change. A value that was there keeps its source and its stamp. A name must be among them.
pub(super) fn changed(
    before: Vec<KeptPersonFact>,
    said: PersonChange,
    stamp: &Stamp,
) -> Result<Vec<KeptPersonFact>, AppError> {
    let (mut wrong, mut stated) = (Vec::new(), Vec::<PersonFact>::new());
    for fact in said.facts {
        match tidy(fact) {
            Ok(fact) if stated.contains(&fact) => {}
            Ok(fact) => stated.push(fact),
            Err(field) => wrong.push(field),
        }
    }
    for field in PersonField::ALL.iter().filter(|field| field.is_single()) {
        if stated.iter().filter(|fact| fact.field() == *field).count() > 1 {
            wrong.push(problem(*field, "only-one", None));
        }
    }
    if !wrong.is_empty() {
        return Err(AppError::Invalid(wrong));
    }
    let (mut after, mut touched): (Vec<KeptPersonFact>, Vec<KeptPersonFact>) =
        before.into_iter().partition(|kept| !said.fields.contains(&kept.fact.field()));
    for fact in stated {
        let known = touched.iter().position(|kept| kept.fact == fact);
        let fresh = || KeptPersonFact { fact: fact.clone(), source: FactSource::Officer, added: stamp.clone() };
        after.push(known.map_or_else(fresh, |at| touched.remove(at)));
    }
    after.sort_by_key(|kept| kept.fact.field());
    whole(after)
}

fn whole(facts: Vec<KeptPersonFact>) -> Result<Vec<KeptPersonFact>, AppError> {
    if facts.len() > MOST {
        return Err(AppError::invalid_value("native_name", "too-many-values", MOST.to_string()));
    }
    let named = |kept: &KeptPersonFact| matches!(kept.fact, PersonFact::NativeName(_) | PersonFact::OtherName(_));
    if !facts.iter().any(named) {
        return Err(AppError::invalid("native_name", "name-missing"));
    }
    Ok(facts)
}

/// The same without what says nothing, or what is wrong with it.
///
/// # Errors
/// What is wrong.
pub fn tidy(fact: PersonFact) -> Result<PersonFact, Field> {
    let field = fact.field();
    let short = |text: &str| bounded(field, text, LONGEST);
    Ok(match fact {
        PersonFact::NativeName(name) => PersonFact::NativeName(tidy_words(field, name)?),
        PersonFact::OtherName(name) => PersonFact::OtherName(tidy_words(field, name)?),
        PersonFact::Reading(text) => PersonFact::Reading(no_document(field, short(&text)?)?),
        PersonFact::Post(post) => PersonFact::Post(tidy_post(post)?),
        PersonFact::Email(address) => {
            let address = short(&address)?;
            let parts = address.split_once('@');
            if !parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !address.contains(' ')) {
                return Err(problem(field, "no-email", Some(address)));
            }
            PersonFact::Email(address)
        }
        PersonFact::Phone(text) => PersonFact::Phone(short(&text)?),
        PersonFact::Contact(way) => {
            PersonFact::Contact(ContactWay { kind: short(&way.kind)?, value: short(&way.value)? })
        }
        PersonFact::Language(tag) => PersonFact::Language(language(field, short(&tag)?)?),
        PersonFact::Note(text) => PersonFact::Note(bounded(field, &text, NOTE)?),
    })
}

fn tidy_words(field: PersonField, words: InLanguage) -> Result<InLanguage, Field> {
    let text = no_document(field, bounded(field, &words.text, LONGEST)?)?;
    let tag = words.language.map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty());
    Ok(InLanguage { text, language: tag.map(|tag| language(field, tag)).transpose()? })
}

/// A post needs a title, or at least a date; it does not end before it began, and one that ended is not held now.
fn tidy_post(post: Post) -> Result<Post, Field> {
    let field = PersonField::Post;
    let given = post.titles.into_iter().filter(|title| !title.text.trim().is_empty());
    let titles = given.map(|title| tidy_words(field, title)).collect::<Result<Vec<_>, _>>()?;
    if titles.is_empty() {
        return Err(problem(field, "value-missing", None));
    }
    if titles.len() > TITLES {
        return Err(problem(field, "too-many-values", Some(TITLES.to_string())));
    }
    if let (Some(from), Some(until)) = (post.from, post.until)
        && from.year().is_some()
        && until.year().is_some()
        && !from.agrees_with(until)
        && until < from
    {
        return Err(problem(field, "ends-before-it-begins", Some(until.to_string())));
    }
    if post.current && post.until.is_some() {
        return Err(problem(field, "post-ended", post.until.map(|until| until.to_string())));
    }
    Ok(Post { titles, ..post })
}

/// Numbers of passports and identity cards are not kept.
fn no_document(field: PersonField, text: String) -> Result<String, Field> {
    if looks_like_a_document(&text) { Err(problem(field, "document-number", None)) } else { Ok(text) }
}

fn language(field: PersonField, tag: String) -> Result<String, Field> {
    if is_language_tag(&tag) { Ok(tag) } else { Err(problem(field, "no-language-tag", Some(tag))) }
}

fn bounded(field: PersonField, text: &str, longest: usize) -> Result<String, Field> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(problem(field, "value-missing", None)),
        length if length > longest => Err(problem(field, "value-too-long", Some(length.to_string()))),
        _ => Ok(text.to_owned()),
    }
}

/// A wrong value, under the name that the API gives the field.
fn problem(field: PersonField, problem: &'static str, found: Option<String>) -> Field {
    let name = match field {
        PersonField::NativeName => "native_name",
        PersonField::Reading => "reading",
        PersonField::OtherName => "other_names",
        PersonField::Post => "posts",
        PersonField::Email => "emails",
        PersonField::Phone => "phones",
        PersonField::Contact => "contacts",
        PersonField::Language => "languages",
        PersonField::Note => "notes",
    };
    Field { name: name.to_owned(), problem, found }
}

#[cfg(test)]
mod tests {
    use super::tidy;
    use samesky_model::record::{InLanguage, PersonFact, Post};

    fn post(title: &str, from: &str, until: &str, current: bool) -> PersonFact {
        let titles = vec![InLanguage { text: title.to_owned(), language: None }];
        PersonFact::Post(Post { titles, from: from.parse().ok(), until: until.parse().ok(), current })
    }

    #[test]
    fn post_has_a_title_and_an_order_of_dates() {
        let said = |fact| tidy(fact).map(|_| ()).map_err(|wrong| wrong.problem);
        assert_eq!(said(post("部長", "2019-04", "2021-03", false)), Ok(()));
        assert_eq!(said(post("部長", "2020", "2020-03", false)), Ok(()));
        assert_eq!(said(post("部長", "--04", "", true)), Ok(()));
        assert_eq!(said(post(" ", "2019-04", "", true)), Err("value-missing"));
        assert_eq!(said(post("部長", "2021", "2019", false)), Err("ends-before-it-begins"));
        assert_eq!(said(post("部長", "2019", "2021", true)), Err("post-ended"));
    }

    #[test]
    fn number_of_a_document_is_no_name_and_a_telephone_number_is_kept() {
        let name = |text: &str| PersonFact::NativeName(InLanguage { text: text.to_owned(), language: None });
        assert_eq!(tidy(name("林澄 E12345678")).map_err(|wrong| wrong.problem), Err("document-number"));
        assert!(tidy(name("林澄（虚构）")).is_ok());
        assert!(tidy(PersonFact::Phone("+81 3 1234 5678".to_owned())).is_ok());
    }
}
