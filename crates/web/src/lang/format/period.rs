//! Periods: a partial date, or `A/B` with the end exclusive and `..` for an open side.

use super::{
    super::{Lang, tr},
    date::date,
};
use jiff::{ToSpan, civil::Date};
use samesky_model::date::PartialDate;

/// A period as the language writes it, its last day (month, year) included; a text that is no period comes back as it is.
///
/// ```
/// use samesky_web::lang::{Lang, format::period};
/// assert_eq!(period(Lang::ZhHans, "2023-01/2023-09"), "2023年1月至2023年8月");
/// assert_eq!(period(Lang::En, "2019"), "2019");
/// assert_eq!(period(Lang::Ja, "2020-07-30/.."), "2020年7月30日以降");
/// ```
#[must_use]
pub fn period(lang: Lang, iso: &str) -> String {
    written(lang, iso).unwrap_or_else(|| iso.to_owned())
}

fn written(lang: Lang, iso: &str) -> Option<String> {
    let Some((from, until)) = iso.split_once('/') else {
        return Some(date(lang, iso.parse().ok()?));
    };
    match (from, until) {
        ("..", "..") => None,
        ("..", until) => Some(tr(lang, "period-until", &[("date", date(lang, last(until)?).into())])),
        (from, "..") => Some(tr(lang, "period-since", &[("date", date(lang, from.parse().ok()?).into())])),
        (from, until) => between(lang, from.parse().ok()?, last(until)?),
    }
}

fn between(lang: Lang, from: PartialDate, to: PartialDate) -> Option<String> {
    if from == to {
        return Some(date(lang, from));
    }
    Some(tr(lang, "period-between", &[("from", date(lang, from).into()), ("to", date(lang, to).into())]))
}

/// The last day, month or year before an exclusive end.
fn last(until: &str) -> Option<PartialDate> {
    let end: PartialDate = until.parse().ok()?;
    match (end.year(), end.month(), end.day()) {
        (Some(_), Some(_), Some(_)) => Some(end.full()?.yesterday().ok()?.into()),
        (Some(year), Some(month), None) => {
            let before = Date::new(year, month, 1).ok()?.checked_sub(1.month()).ok()?;
            PartialDate::new(Some(before.year()), Some(before.month()), None).ok()
        }
        (Some(year), None, None) => PartialDate::new(Some(year - 1), None, None).ok(),
        _ => Some(end),
    }
}
