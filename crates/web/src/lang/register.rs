//! What registers of organisations and classifications of industries are called, in the reader's language.

use super::{Lang, tr};

/// The name of a register; a word that is none of ours as it is.
#[must_use]
pub fn register(lang: Lang, scheme: &str) -> String {
    match scheme {
        "cn-uscc" | "jp-corporate-number" | "lei" | "th-juristic" | "tw-ubn" | "other" => {
            tr(lang, &format!("lists-scheme-{scheme}"), &[])
        }
        other => other.to_owned(),
    }
}

/// Several, as a sentence of a list has them, with commas between.
pub(super) fn registers(lang: Lang, schemes: &str) -> String {
    let between = if matches!(lang, Lang::ZhHans | Lang::Ja) { "、" } else { ", " };
    schemes.split(", ").map(|scheme| register(lang, scheme)).collect::<Vec<_>>().join(between)
}

/// The name of a classification; a word that is none of ours as it is.
#[must_use]
pub fn classification(lang: Lang, scheme: &str) -> String {
    match scheme {
        "isic-4" => "ISIC Rev.4".to_owned(),
        "gbt-4754-2017" => "GB/T 4754-2017".to_owned(),
        "jsic-14" => "JSIC Rev.14".to_owned(),
        "words" => tr(lang, "edit-in-words", &[]),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{register, registers};
    use crate::lang::Lang;

    #[test]
    fn register_is_named_in_every_language_and_another_word_stays() {
        let named: Vec<String> = Lang::ALL.iter().map(|lang| register(*lang, "cn-uscc")).collect();
        assert_eq!(named, ["统一社会信用代码", "中国統一社会信用コード", "USCC (China)", "USCC (จีน)"]);
        assert_eq!(register(Lang::Ja, "duns"), "duns");
        assert_eq!(registers(Lang::ZhHans, "cn-uscc, lei"), "统一社会信用代码、LEI");
    }
}
