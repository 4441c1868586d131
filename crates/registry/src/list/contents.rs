//! What stands below a head tells what the column is.

use super::Field;
use crate::country::country_of;
use crate::fold::Script;
use crate::identifier::{Scheme, check};
use crate::name::Name;

/// Cells of a column that are looked at.
pub(super) const SAMPLE: usize = 50;

/// What a column without a known head holds.
pub(super) fn field_of(cells: &[&str]) -> Option<Field> {
    let most = |holds: &dyn Fn(&str) -> bool| is_most(cells, 8, holds);
    if let Some(scheme) = scheme_of(cells) {
        return Some(Field::Identifier(Some(scheme.code().to_owned())));
    }
    if most(&|cell| cell.contains('@') && !cell.contains(' ')) {
        return Some(Field::Email);
    }
    if most(&|cell| cell.starts_with("http://") || cell.starts_with("https://") || cell.starts_with("www.")) {
        return Some(Field::Website);
    }
    if most(&|cell| country_of(cell).is_some()) {
        return Some(Field::Country);
    }
    if is_most(cells, 5, &|cell| Name::parse(cell).form.is_some()) {
        return Some(Field::Name { language: language_of(cells), kind: "legal".to_owned() });
    }
    None
}

/// The one scheme whose check nearly all numbers pass.
pub(super) fn scheme_of(cells: &[&str]) -> Option<Scheme> {
    let passes = |scheme: &Scheme| is_most(cells, 8, &|cell| check(*scheme, cell).is_ok());
    let mut schemes = Scheme::ALL.into_iter().filter(passes);
    schemes.next().filter(|_| schemes.next().is_none())
}

fn is_most(cells: &[&str], tenths: usize, holds: &dyn Fn(&str) -> bool) -> bool {
    let held = cells.iter().filter(|cell| holds(cell.trim())).count();
    held > 0 && held * 10 >= cells.len() * tenths
}

/// The language that the scripts of most names speak of.
pub(super) fn language_of(cells: &[&str]) -> Option<String> {
    let mut counts = [("ja", 0), ("th", 0), ("ko", 0), ("zh-Hans", 0), ("en", 0)];
    for cell in cells {
        let found = script_language(cell).unwrap_or("en");
        counts.iter_mut().filter(|(language, _)| *language == found).for_each(|(_, count)| *count += 1);
    }
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let most = counts.iter().max_by_key(|(_, count)| *count)?;
    (most.1 * 10 >= all * 6 && all > 0).then(|| most.0.to_owned())
}

/// The language that a script is written for (`zh-Hans` for Han alone); none for Latin and others that many languages share.
#[must_use]
pub fn script_language(text: &str) -> Option<&'static str> {
    let has = |script: Script| text.chars().any(|char| Script::of(char) == script);
    if has(Script::Kana) || ["株式会社", "有限会社", "合同会社"].iter().any(|form| text.contains(form)) {
        return Some("ja");
    }
    if has(Script::Hangul) {
        return Some("ko");
    }
    if has(Script::Thai) {
        return Some("th");
    }
    has(Script::Han).then_some("zh-Hans")
}
