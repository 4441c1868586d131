//! Places and parties by one name each: 成都, 成都市, Chengdu and เฉิงตู are one place, called as the reader calls it.

use samesky_model::language::Language;
use samesky_reading::gazetteer::Gazetteer;

/// What a place or party is called for a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// The name.
    pub name: String,
    /// Whether it is the name in the reader's language; else it is as a source writes it.
    pub known: bool,
}

/// Each place once, in the order given: in the reader's language where the gazetteer has it, else as first written.
///
/// Words that say more than the name of a place (成都高新区) stay as they are.
#[must_use]
pub fn each_once(names: &[String], language: Language) -> Vec<Called> {
    let mut found: Vec<Called> = Vec::new();
    let mut keys: Vec<&str> = Vec::new();
    for name in names {
        let place = Gazetteer::built_in().place(name).filter(|place| place.is_called(name.trim()));
        let key = place.map_or(name.as_str(), |place| place.key.as_str());
        if keys.contains(&key) {
            continue;
        }
        keys.push(key);
        let own = place.and_then(|place| place.name_in(language));
        found.push(Called { name: own.unwrap_or(name).to_owned(), known: own.is_some() });
    }
    found
}

/// What the place of a key is called in a language, where that is known.
#[must_use]
pub fn of_key(key: &str, language: Language) -> Option<&'static str> {
    Gazetteer::built_in().place_of_key(key)?.name_in(language)
}

#[cfg(test)]
mod tests {
    use super::{Called, each_once, of_key};
    use samesky_model::language::Language;

    fn names(written: &[&str], language: Language) -> Vec<(String, bool)> {
        let written: Vec<String> = written.iter().map(|name| (*name).to_owned()).collect();
        each_once(&written, language).into_iter().map(|Called { name, known }| (name, known)).collect()
    }

    #[test]
    fn each_once_writings_of_one_place_are_one_name_in_the_reader_s_language() {
        let written = ["成都", "Chengdu", "成都市", "日本", "架空市", "Japan", "架空市"];
        let called = |names: [&str; 2]| {
            let known = names.map(|name| (name.to_owned(), true)).to_vec();
            [known, vec![("架空市".to_owned(), false)]].concat()
        };
        assert_eq!(names(&written, Language::ZhHans), called(["成都", "日本"]));
        assert_eq!(names(&written, Language::En), called(["Chengdu", "Japan"]));
        assert_eq!(names(&written, Language::Th), called(["เฉิงตู", "ญี่ปุ่น"]));
    }

    #[test]
    fn each_once_administrative_ending_is_the_same_place() {
        assert_eq!(names(&["広州市", "广州", "Guangzhou City"], Language::ZhHans), [("广州".to_owned(), true)]);
    }

    #[test]
    fn each_once_words_that_say_more_than_a_place_stay() {
        assert_eq!(
            names(&["成都高新区", "成都"], Language::En),
            [("成都高新区".into(), false), ("Chengdu".into(), true)]
        );
    }

    #[test]
    fn of_key_a_name_in_each_language_that_has_one() {
        assert_eq!(of_key("CN-SC/chengdu", Language::Ja), Some("成都"));
        assert_eq!(of_key("CN-SC/chengdu", Language::En), Some("Chengdu"));
        assert_eq!(of_key("架空商会", Language::En), None);
    }
}
