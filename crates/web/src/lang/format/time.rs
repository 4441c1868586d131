//! Moments, always with the offset of the clock that is shown.

use super::{
    super::{Lang, tr},
    date::date,
};
use jiff::Zoned;

/// A moment on the clock of its zone, to the minute, with the offset: 2023年8月31日 17:30 UTC+8.
///
/// ```
/// use samesky_web::lang::{Lang, format::date_time};
/// let moment = "2023-08-31T17:30+08:00[Asia/Shanghai]".parse().unwrap();
/// assert_eq!(date_time(Lang::En, &moment), "31 Aug 2023, 17:30 UTC+8");
/// ```
#[must_use]
pub fn date_time(lang: Lang, moment: &Zoned) -> String {
    let time = format!("{:02}:{:02}", moment.hour(), moment.minute());
    let args =
        [("date", date(lang, moment.date().into()).into()), ("time", time.into()), ("offset", offset(moment).into())];
    tr(lang, "date-time", &args)
}

/// The same for machines: `2023-08-31T17:30:00+08:00`.
#[must_use]
pub fn iso_time(moment: &Zoned) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn offset(moment: &Zoned) -> String {
    let minutes = moment.offset().seconds() / 60;
    let sign = if minutes < 0 { '−' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}
