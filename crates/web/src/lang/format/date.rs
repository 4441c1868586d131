//! Dates, also those of which a part is not known.

use super::super::{Lang, tr};
use samesky_model::date::PartialDate;

/// Years of the Buddhist era run 543 ahead of the Gregorian ones (Thai civil calendar since 1941).
const BUDDHIST: i16 = 543;

/// A date as the language writes it, with the parts that are known. Thai years are of the Buddhist era.
///
/// ```
/// use samesky_web::lang::{Lang, format::date};
/// let day = "2020-11-19".parse().unwrap();
/// assert_eq!(date(Lang::ZhHans, day), "2020年11月19日");
/// assert_eq!(date(Lang::En, day), "19 Nov 2020");
/// assert_eq!(date(Lang::Th, day), "19 พ.ย. 2563");
/// assert_eq!(date(Lang::Ja, "--11-19".parse().unwrap()), "11月19日");
/// ```
#[must_use]
pub fn date(lang: Lang, date: PartialDate) -> String {
    let year = date.year().map(|year| year_of(lang, year));
    let month = date.month().map(|month| month_name(lang, month));
    let day = date.day().map(|day| day.to_string());
    match lang {
        Lang::ZhHans | Lang::Ja => east_asian(year, month, day),
        Lang::En | Lang::Th => [day, month, year].into_iter().flatten().collect::<Vec<_>>().join(" "),
    }
}

/// The same with the Gregorian year beside a Buddhist one: 19 พ.ย. 2563 (2020). For dates of figures.
#[must_use]
pub fn date_on_figure(lang: Lang, stated: PartialDate) -> String {
    match (lang, stated.year()) {
        (Lang::Th, Some(year)) => format!("{} ({year})", date(lang, stated)),
        _ => date(lang, stated),
    }
}

/// The year as the language counts it.
pub(super) fn year_of(lang: Lang, year: i16) -> String {
    if lang == Lang::Th { year.saturating_add(BUDDHIST).to_string() } else { year.to_string() }
}

fn month_name(lang: Lang, month: i8) -> String {
    match lang {
        Lang::ZhHans | Lang::Ja => month.to_string(),
        Lang::En | Lang::Th => tr(lang, &format!("month-{month}"), &[]),
    }
}

fn east_asian(year: Option<String>, month: Option<String>, day: Option<String>) -> String {
    let parts = [(year, '年'), (month, '月'), (day, '日')];
    parts.into_iter().filter_map(|(part, sign)| part.map(|part| format!("{part}{sign}"))).collect()
}
