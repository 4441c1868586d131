//! What stands in the form of a person, and the facts that it says.

use crate::lang::{Lang, error};
use crate::pages::draft::Typed;
use crate::pages::lines::{Line, Lines, Wrong};
use samesky_app::Field;
use samesky_app::people::{ContactWay, InLanguage, KeptPersonFact, PersonFact, PersonField, Post, tidy};
use samesky_model::date::PartialDate;

/// The form.
pub(super) type Entered = Lines<PersonField>;

/// Titles of a post that the form has room for, at least.
pub(super) const TITLES: usize = 2;

/// The parts of a line, the one without which it is empty first; those of a post come beside its titles.
pub(super) const fn parts(field: PersonField) -> &'static [&'static str] {
    match field {
        PersonField::NativeName | PersonField::OtherName => &["text", "language"],
        PersonField::Post => &["from", "until", "standing"],
        PersonField::Contact => &["value", "kind"],
        _ => &["text"],
    }
}

/// What is kept.
pub(super) fn kept(values: &[KeptPersonFact]) -> Entered {
    let mut entered = Entered::default();
    for kept in values {
        entered.push(kept.fact.field(), line_of(&kept.fact));
    }
    entered
}

/// What was typed.
pub(super) fn typed(typed: &Typed) -> Entered {
    Entered::typed(typed, |field, line| match field {
        PersonField::Post => !line.iter().any(|(part, value)| is_of_post(part) && !value.is_empty()),
        field => line.get(parts(field)[0]).is_none_or(String::is_empty),
    })
}

fn is_of_post(part: &str) -> bool {
    part.starts_with("title") || part == "from" || part == "until"
}

/// The facts of all lines; lines that are no fact are noted as wrong.
pub(super) fn facts(entered: &mut Entered, lang: Lang) -> Vec<PersonFact> {
    let (mut facts, mut wrong) = (Vec::new(), Vec::new());
    for (field, at, line) in entered.all() {
        match fact(field, line).and_then(tidy) {
            Ok(fact) => facts.push(fact),
            Err(problem) => wrong.push(Wrong {
                field,
                line: at,
                part: part_of(field, &problem),
                error: error::field(lang, &problem),
            }),
        }
    }
    entered.wrong.extend(wrong);
    facts
}

/// How many titles of a post stand in the form.
pub(super) fn titles(line: &Line) -> usize {
    let filled = (0..).take_while(|at| line.contains_key(&format!("title{at}"))).count();
    (filled + usize::from(line.get(&format!("title{}", filled.saturating_sub(1))).is_some_and(|last| !last.is_empty())))
        .max(TITLES)
}

fn line_of(fact: &PersonFact) -> Line {
    let words = |words: &InLanguage| {
        vec![
            ("text".to_owned(), words.text.clone()),
            ("language".to_owned(), words.language.clone().unwrap_or_default()),
        ]
    };
    let pairs = match fact {
        PersonFact::NativeName(name) | PersonFact::OtherName(name) => words(name),
        PersonFact::Post(post) => line_of_post(post),
        PersonFact::Contact(way) => {
            vec![("value".to_owned(), way.value.clone()), ("kind".to_owned(), way.kind.clone())]
        }
        PersonFact::Reading(text)
        | PersonFact::Email(text)
        | PersonFact::Phone(text)
        | PersonFact::Language(text)
        | PersonFact::Note(text) => vec![("text".to_owned(), text.clone())],
    };
    pairs.into_iter().collect()
}

fn line_of_post(post: &Post) -> Vec<(String, String)> {
    let date = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let standing = if post.current { "current" } else { "past" };
    let mut pairs = vec![
        ("from".to_owned(), date(post.from)),
        ("until".to_owned(), date(post.until)),
        ("standing".to_owned(), standing.to_owned()),
    ];
    for (at, title) in post.titles.iter().enumerate() {
        pairs.push((format!("title{at}"), title.text.clone()));
        pairs.push((format!("language{at}"), title.language.clone().unwrap_or_default()));
    }
    pairs
}

fn fact(field: PersonField, line: &Line) -> Result<PersonFact, Field> {
    let part = |name: &str| line.get(name).cloned().unwrap_or_default();
    let some = |name: &str| Some(part(name)).filter(|text| !text.is_empty());
    let words = || InLanguage { text: part("text"), language: some("language") };
    Ok(match field {
        PersonField::NativeName => PersonFact::NativeName(words()),
        PersonField::OtherName => PersonFact::OtherName(words()),
        PersonField::Post => PersonFact::Post(post(line)?),
        PersonField::Contact => PersonFact::Contact(ContactWay { kind: part("kind"), value: part("value") }),
        PersonField::Reading => PersonFact::Reading(part("text")),
        PersonField::Email => PersonFact::Email(part("text")),
        PersonField::Phone => PersonFact::Phone(part("text")),
        PersonField::Language => PersonFact::Language(part("text")),
        PersonField::Note => PersonFact::Note(part("text")),
    })
}

/// A post with an end is not held any more, whatever else is chosen.
fn post(line: &Line) -> Result<Post, Field> {
    let some = |name: &str| line.get(name).cloned().filter(|text| !text.is_empty());
    let date = |name: &'static str| {
        let wrong = |found: &String| Field { name: name.to_owned(), problem: "no-date", found: Some(found.clone()) };
        some(name).map(|text| text.parse().map_err(|_| wrong(&text))).transpose()
    };
    let title = |at: usize| {
        let language = some(&format!("language{at}"));
        some(&format!("title{at}")).map(|text| InLanguage { text, language })
    };
    let titles = (0..titles(line)).filter_map(title).collect();
    let (from, until) = (date("from")?, date("until")?);
    let current = until.is_none() && some("standing").as_deref() != Some("past");
    Ok(Post { titles, from, until, current })
}

/// The part of a line that a problem speaks of.
fn part_of(field: PersonField, problem: &Field) -> &'static str {
    match (field, problem.problem, problem.name.as_str()) {
        (PersonField::Post, "no-date", "until") | (PersonField::Post, "ends-before-it-begins" | "post-ended", _) => {
            "until"
        }
        (PersonField::Post, "no-date", _) => "from",
        (PersonField::Post, "no-language-tag", _) => "language0",
        (PersonField::Post, ..) => "title0",
        (PersonField::NativeName | PersonField::OtherName, "no-language-tag", _) => "language",
        (PersonField::Contact, "value-missing", _) => "kind",
        (field, ..) => parts(field)[0],
    }
}

#[cfg(test)]
mod tests {
    use super::{facts, kept, line_of, typed};
    use crate::lang::Lang;
    use samesky_app::people::{InLanguage, PersonFact, Post};

    fn pairs(given: &[(&str, &str)]) -> Vec<(String, String)> {
        given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn title(text: &str, language: &str) -> InLanguage {
        InLanguage { text: text.to_owned(), language: Some(language.to_owned()) }
    }

    #[test]
    fn post_with_an_end_is_past_and_comes_back_as_it_was() {
        let mut entered = typed(&pairs(&[
            ("post-0-title0", "部長"),
            ("post-0-language0", "ja"),
            ("post-0-title1", "General Manager"),
            ("post-0-language1", "en"),
            ("post-0-from", "2019-04"),
            ("post-0-until", "2021"),
            ("post-0-standing", "current"),
            ("post-1-standing", "current"),
            ("email-3-text", ""),
        ]));
        let found = facts(&mut entered, Lang::En);
        let post = PersonFact::Post(Post {
            titles: vec![title("部長", "ja"), title("General Manager", "en")],
            from: "2019-04".parse().ok(),
            until: "2021".parse().ok(),
            current: false,
        });
        assert_eq!((found.as_slice(), entered.wrong.len()), (&[post.clone()][..], 0));
        assert_eq!(facts(&mut kept(&[]), Lang::En), []);
        assert_eq!(line_of(&post).get("title1").map(String::as_str), Some("General Manager"));
    }

    #[test]
    fn wrong_date_of_a_post_is_noted_at_its_part() {
        let mut entered = typed(&pairs(&[("post-4-title0", "部長"), ("post-4-until", "soon")]));
        assert_eq!(facts(&mut entered, Lang::En), []);
        let at: Vec<_> = entered.wrong.iter().map(|one| (one.line, one.part)).collect();
        assert_eq!(at, [(0, "until")]);
    }
}
