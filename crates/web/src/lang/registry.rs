//! What the registry's verdicts rest on, in the reader's language.

use super::place::places;
use super::register::register;
use super::{Lang, has, tr};
use samesky_model::record::EvidenceNote;

/// One piece of evidence; the bare code where the language has no sentence for it.
#[must_use]
pub fn evidence(lang: Lang, note: &EvidenceNote) -> String {
    let of_places = matches!(note.code.as_str(), "same-place" | "other-place" | "one-place" | "place-moved");
    let [a, b] = [&note.a, &note.b].map(|text| if of_places { places(lang, text) } else { text.clone() });
    let a = if note.code == "same-identifier" { register(lang, &a) } else { a };
    let args = [("a", a.as_str().into()), ("b", b.as_str().into())];
    let key = format!("registry-{}", note.code);
    if has(lang, &key, &args) { tr(lang, &key, &args) } else { note.code.clone() }
}

/// Several pieces, as part of a sentence.
#[must_use]
pub fn reasons(lang: Lang, notes: &[EvidenceNote]) -> String {
    let between = if matches!(lang, Lang::ZhHans | Lang::Ja) { "；" } else { "; " };
    notes.iter().map(|note| evidence(lang, note)).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::{evidence, reasons};
    use crate::lang::Lang;
    use samesky_model::record::EvidenceNote;

    fn note(code: &str, a: &str, b: &str) -> EvidenceNote {
        EvidenceNote { code: code.to_owned(), a: a.to_owned(), b: b.to_owned() }
    }

    #[test]
    fn evidence_is_said_in_every_language() {
        let place = note("other-place", "CN-SC/chengdu", "大阪");
        let said: Vec<String> = Lang::ALL.iter().map(|lang| evidence(*lang, &place)).collect();
        assert_eq!(
            said,
            ["地名不同：成都、大阪", "地名が別：成都、大阪", "other places: Chengdu, 大阪", "สถานที่ต่างกัน: เฉิงตู, 大阪"]
        );
        assert_eq!(
            reasons(Lang::Ja, &[place, note("no-name", "", "")]),
            "地名が別：成都、大阪；比べる名称がありません"
        );
        assert_eq!(evidence(Lang::Th, &note("of-a-later-version", "x", "")), "of-a-later-version");
    }
}
