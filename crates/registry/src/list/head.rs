//! Words at the head of a column.

use super::Field;
use crate::fold::fold;
use crate::name::compact;
use std::collections::HashMap;
use std::sync::LazyLock;

static WORDS: LazyLock<HashMap<String, Field>> = LazyLock::new(words);

/// What a head says of its column. A note in brackets behind it and signs such as * do not count, unless with them it is known.
pub(super) fn field_of(head: &str) -> Option<Field> {
    if let Some(field) = written(head) {
        return Some(field);
    }
    let whole = key(head);
    let bare = || head.split(['(', '（', '[', '【', ':', '：', '\n']).next().map(key).unwrap_or_default();
    WORDS.get(&whole).or_else(|| WORDS.get(&bare())).cloned()
}

/// A field as the export writes it, perhaps with a number behind it for the second of its kind.
fn written(head: &str) -> Option<Field> {
    let head = head.trim();
    let field = head.rsplit_once(' ').filter(|(_, nth)| nth.parse::<u8>().is_ok()).map_or(head, |(field, _)| field);
    let plain = field.contains('.') || ["reading", "kind", "place", "founded"].contains(&field);
    plain.then(|| field.parse().ok()).flatten()
}

/// Longer than any head.
const LONGEST: usize = 60;

fn key(head: &str) -> String {
    if head.chars().count() > LONGEST {
        return String::new();
    }
    compact(&fold(head.trim_matches(|char: char| char.is_whitespace() || "*＊※★●:：".contains(char))))
}

fn words() -> HashMap<String, Field> {
    let lines = include_str!("../../data/headers.tsv").lines().filter(|line| !line.starts_with('#'));
    let fields = lines.filter_map(|line| {
        let (field, words) = line.split_once('\t')?;
        Some((field.parse::<Field>().ok()?, words))
    });
    let mut known = HashMap::new();
    for (field, words) in fields {
        for word in words.split('|') {
            known.entry(key(word)).or_insert_with(|| field.clone());
        }
    }
    known.remove("");
    known
}

#[cfg(test)]
mod tests {
    use super::field_of;

    #[test]
    fn head_is_known_in_four_languages_and_with_notes() {
        for (head, field) in [
            ("企业名称", Some("name.zh-Hans.legal")),
            (" 企业名称（必填）* ", Some("name.zh-Hans.legal")),
            ("企业名称(英文)", Some("name.en.legal")),
            ("会社名", Some("name.ja.legal")),
            ("Company Name", Some("name.en.legal")),
            ("ชื่อบริษัท", Some("name.th.legal")),
            ("統一社會信用代碼", Some("identifier.cn-uscc")),
            ("法人番号", Some("identifier.jp-corporate-number")),
            ("国・地域", Some("country")),
            ("E-MAIL", Some("email")),
            ("序号", Some("skip")),
            ("天气", None),
            ("", None),
        ] {
            assert_eq!(field_of(head).map(|field| field.to_string()).as_deref(), field, "{head}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_a_field_with_words() {
        for line in include_str!("../../data/headers.tsv").lines().filter(|line| !line.starts_with('#')) {
            let (field, words) = line.split_once('\t').unwrap_or_else(|| panic!("no tab in {line}"));
            assert!(field.parse::<super::Field>().is_ok(), "{field}");
            assert!(words.split('|').all(|word| !word.trim().is_empty()), "{line}");
        }
    }
}
