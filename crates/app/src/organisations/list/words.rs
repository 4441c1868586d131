//! What words and numbers in cells mean: kinds, dates, nothing at all.

use samesky_model::date::PartialDate;
use samesky_model::reading::OrganisationKind;
use samesky_model::record::Ranking;

/// Words that programs and people write where they mean nothing.
const NOTHING: [&str; 16] =
    ["null", "none", "nil", "nan", "undefined", "n/a", "#n/a", "na", "-", "--", "—", "/", "无", "無", "なし", "ไม่มี"];

/// Those of them that only a program writes: a company may be called so all the same.
const PROGRAMS: [&str; 5] = ["null", "none", "nil", "nan", "undefined"];

/// Whether a cell says that there is nothing.
pub(super) fn is_nothing(text: &str) -> bool {
    NOTHING.contains(&text.trim().to_lowercase().as_str())
}

/// Whether a name reads like an empty value of a program.
pub(super) fn is_programs(text: &str) -> bool {
    PROGRAMS.contains(&text.trim().to_lowercase().as_str())
}

/// Words for kinds of organisations, in four languages; the first that stands in a cell counts.
const KINDS: [(&str, OrganisationKind); 34] = [
    ("政府", OrganisationKind::Government),
    ("机关", OrganisationKind::Government),
    ("官公", OrganisationKind::Government),
    ("行政", OrganisationKind::Government),
    ("自治体", OrganisationKind::Government),
    ("government", OrganisationKind::Government),
    ("ราชการ", OrganisationKind::Government),
    ("รัฐ", OrganisationKind::Government),
    ("商会", OrganisationKind::Chamber),
    ("協会", OrganisationKind::Chamber),
    ("协会", OrganisationKind::Chamber),
    ("商工会議所", OrganisationKind::Chamber),
    ("団体", OrganisationKind::Chamber),
    ("chamber", OrganisationKind::Chamber),
    ("association", OrganisationKind::Chamber),
    ("หอการค้า", OrganisationKind::Chamber),
    ("สมาคม", OrganisationKind::Chamber),
    ("大学", OrganisationKind::Institute),
    ("高校", OrganisationKind::Institute),
    ("研究", OrganisationKind::Institute),
    ("university", OrganisationKind::Institute),
    ("institute", OrganisationKind::Institute),
    ("มหาวิทยาลัย", OrganisationKind::Institute),
    ("สถาบัน", OrganisationKind::Institute),
    ("园区", OrganisationKind::Zone),
    ("开发区", OrganisationKind::Zone),
    ("zone", OrganisationKind::Zone),
    ("นิคม", OrganisationKind::Zone),
    ("企业", OrganisationKind::Company),
    ("企業", OrganisationKind::Company),
    ("公司", OrganisationKind::Company),
    ("会社", OrganisationKind::Company),
    ("company", OrganisationKind::Company),
    ("บริษัท", OrganisationKind::Company),
];

/// What kind of organisation a word means.
pub(super) fn kind(text: &str) -> Option<OrganisationKind> {
    let text = text.trim().to_lowercase();
    let word = text.parse().ok();
    word.or_else(|| KINDS.iter().find(|(word, _)| text.contains(word)).map(|(_, kind)| *kind))
}

/// A date as lists write it: ISO 8601, with slashes or points, 1998年4月, a year alone, a Buddhist year.
pub(super) fn date(text: &str) -> Option<PartialDate> {
    let text = text.split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<i32> = text
        .split(|char: char| !char.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap_or(-1))
        .collect();
    let (year, rest) = parts.split_first()?;
    let year = if *year > 2400 { year - 543 } else { *year };
    if !(1000..=2200).contains(&year) || rest.len() > 2 {
        return None;
    }
    let part = |at: usize| rest.get(at).map(|number| i8::try_from(*number)).transpose().ok();
    PartialDate::new(i16::try_from(year).ok(), part(0)?, part(1)?).ok()
}

/// A place in a list of large groups, as the export writes it: `Fortune Global 500 2024: 12`.
pub(super) fn ranking(text: &str) -> Option<Ranking> {
    let (edition, rank) = text.rsplit_once([':', '：'])?;
    let (list, year) = edition.trim().rsplit_once(char::is_whitespace)?;
    let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    Some(Ranking { list: list.trim().to_owned(), year, rank: rank.trim().parse().ok()?, source: None })
}

/// A date that a spreadsheet shows as the number of days since the end of 1899.
pub(super) fn date_of_days(text: &str) -> Option<PartialDate> {
    let days: i32 = text.split('.').next()?.parse().ok()?;
    let epoch = jiff::civil::date(1899, 12, 30);
    let span = jiff::Span::new().try_days(days).ok()?;
    (3_000..=80_000).contains(&days).then(|| epoch.checked_add(span).ok().map(PartialDate::from)).flatten()
}

#[cfg(test)]
mod tests {
    use super::{date, date_of_days, kind, ranking};
    use samesky_model::reading::OrganisationKind;
    use samesky_model::record::Ranking;

    #[test]
    fn ranking_is_read_as_the_export_writes_it() {
        let list = "Fortune Global 500".to_owned();
        let expected = Ranking { list, year: 2024, rank: 12, source: None };
        assert_eq!(ranking("Fortune Global 500 2024: 12"), Some(expected));
        for text in ["", "12", "2024: 12", "Fortune 24: 12", "Fortune 2024: twelfth"] {
            assert_eq!(ranking(text), None, "{text}");
        }
    }

    #[test]
    fn date_in_the_ways_of_lists() {
        let found = |text: &str| date(text).map(|date| date.to_string());
        for (text, expected) in [
            ("1998-04-01", Some("1998-04-01")),
            ("1998/4/1", Some("1998-04-01")),
            ("1998.4", Some("1998-04")),
            ("1998年4月1日", Some("1998-04-01")),
            ("1998年", Some("1998")),
            ("2541", Some("1998")),
            ("1998-04-01T08:00:00", Some("1998-04-01")),
            ("昨年", None),
            ("1998-13", None),
            ("12345678901234567890", None),
        ] {
            assert_eq!(found(text).as_deref(), expected, "{text}");
        }
        assert_eq!(date_of_days("43831").map(|date| date.to_string()).as_deref(), Some("2020-01-01"));
        assert_eq!(date_of_days("12"), None);
    }

    #[test]
    fn kind_is_told_by_words_of_four_languages() {
        assert_eq!(kind("民营企业"), Some(OrganisationKind::Company));
        assert_eq!(kind("国立大学法人"), Some(OrganisationKind::Institute));
        assert_eq!(kind("Chamber of commerce"), Some(OrganisationKind::Chamber));
        assert_eq!(kind("หน่วยงานราชการ"), Some(OrganisationKind::Government));
        assert_eq!(kind("其他"), None);
    }
}
