//! How two legal forms stand to one another.

use crate::name::LegalForm;

/// What two forms say about two names that are otherwise one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormRelation {
    /// One form, or two ways to write it.
    Same,
    /// Nearly the same words (Ltd., Co., Ltd.).
    Near,
    /// One in the words of another language (有限公司, Co., Ltd.).
    Translated,
    /// On one side only, or no more than “company”.
    Open,
    /// Another form under the same law: converted, or another company.
    Other,
    /// A form under the law of another country/region.
    Abroad,
    /// A partnership and the company that manages it (GmbH & Co. KG).
    Partnership,
}

impl FormRelation {
    /// Whether the forms speak for two organisations.
    pub(crate) fn parts(self) -> bool {
        matches!(self, Self::Other | Self::Abroad | Self::Partnership)
    }
}

/// English words for a form, under no law in particular.
const ENGLISH: [&str; 10] = ["ltd", "co-ltd", "inc", "corp", "company", "plc", "pcl", "jsc", "llc", "ltda"];

/// A form, and the forms of other languages that translate it.
const TRANSLATIONS: [(&str, &[&str]); 18] = [
    (
        "limited",
        &[
            "ltd", "co-ltd", "llc", "inc", "corp", "gmbh", "sarl", "sas", "bv", "srl", "pte", "th-ltd", "vn-llc", "sl",
            "sdn-bhd",
        ],
    ),
    (
        "joint-stock",
        &[
            "co-ltd", "ltd", "corp", "inc", "plc", "jsc", "ag", "sa", "se", "kgaa", "nv", "spa", "ab", "vn-jsc", "pcl",
            "bhd", "kk-kr", "th-plc",
        ],
    ),
    ("kk", &["co-ltd", "ltd", "inc", "corp", "plc"]),
    ("yk", &["co-ltd", "ltd"]),
    ("gk", &["llc", "ltd"]),
    ("kk-kr", &["co-ltd", "ltd", "inc", "corp"]),
    ("yh-kr", &["ltd", "co-ltd", "llc"]),
    ("yhchaek-kr", &["llc"]),
    ("th-ltd", &["co-ltd", "ltd"]),
    ("th-plc", &["pcl", "plc"]),
    ("th-lp", &["lp-us", "ltd"]),
    ("vn-llc", &["co-ltd", "ltd", "llc"]),
    ("vn-jsc", &["jsc", "corp"]),
    ("vn-corp", &["corp", "jsc"]),
    ("bhd", &["plc"]),
    ("persero", &["pt", "tbk"]),
    ("vn-llc-one", &["co-ltd", "ltd", "llc"]),
    ("partnership-cn", &["llp"]),
];

/// Whether the form is one that schools and institutes leave off in everyday use, and the other name has none.
fn school(one: Option<&LegalForm>, other: Option<&LegalForm>) -> bool {
    other.is_none() && one.is_some_and(|form| matches!(form.class, "public-jp" | "school-jp"))
}

pub(crate) fn relation(one: Option<&LegalForm>, other: Option<&LegalForm>) -> FormRelation {
    if school(one, other) || school(other, one) {
        return FormRelation::Same;
    }
    let (Some(one), Some(other)) = (one, other) else {
        return if one.is_none() && other.is_none() { FormRelation::Same } else { FormRelation::Open };
    };
    if one.class == other.class {
        return FormRelation::Same;
    }
    if one.rank.min(other.rank) <= 2 {
        return FormRelation::Open;
    }
    if matches!((one.class, other.class), ("ltd", "co-ltd") | ("co-ltd", "ltd")) {
        return FormRelation::Near;
    }
    if translates(one.class, other.class) || translates(other.class, one.class) {
        return FormRelation::Translated;
    }
    if one.class == "gmbh-kg" || other.class == "gmbh-kg" {
        return FormRelation::Partnership;
    }
    if abroad(one, other) { FormRelation::Abroad } else { FormRelation::Other }
}

fn translates(one: &str, other: &str) -> bool {
    TRANSLATIONS.iter().any(|(form, others)| *form == one && others.contains(&other))
}

/// Two laws. English words are used under many laws, so they show no country against one another.
fn abroad(one: &LegalForm, other: &LegalForm) -> bool {
    let english = |form: &LegalForm| ENGLISH.contains(&form.class);
    let settled = one.country != "-" && other.country != "-" && one.country != other.country;
    settled
        && !(english(one) && english(other))
        && !(english(one) && other.country == "SG" || english(other) && one.country == "SG")
}
