//! Lists of names.

use super::super::Lang;

/// Joins names as the language lists them: 成都、重庆; Chengdu, Chongqing.
#[must_use]
pub fn list<S: AsRef<str>>(lang: Lang, names: &[S]) -> String {
    let between = match lang {
        Lang::ZhHans | Lang::Ja => "、",
        Lang::En | Lang::Th => ", ",
    };
    names.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(between)
}
