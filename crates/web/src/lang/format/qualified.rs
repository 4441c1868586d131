//! Qualified figures, size classes and ranges: the order of qualifier and number is the language's.

use super::{
    super::{Lang, tr},
    Around, HERE,
    amount::{Amount, amount, with_scale},
    scale,
};
use samesky_model::{Decimal, reading::Qualifier};

/// A figure with its qualifier where the language writes it: 逾200亿元, 200億円超, over CNY 20 bn.
///
/// ```
/// use samesky_model::reading::Qualifier;
/// use samesky_web::lang::{Lang, format::qualified};
/// let value = "20000000000".parse().unwrap();
/// assert_eq!(qualified(Lang::ZhHans, value, Some("CNY"), Qualifier::Over), "逾200亿元");
/// assert_eq!(qualified(Lang::Ja, value, Some("JPY"), Qualifier::Over), "200億円超");
/// ```
#[must_use]
pub fn qualified(lang: Lang, value: Decimal, unit: Option<&str>, qualifier: Qualifier) -> String {
    let Around { before, after } = around_qualified(lang, qualifier);
    format!("{before}{}{after}", amount(lang, value, unit))
}

/// What a qualifier puts before and after a figure; nothing where it is exact.
pub(crate) fn around_qualified(lang: Lang, qualifier: Qualifier) -> Around {
    Around::of(&tr(lang, &format!("qualified-{qualifier}"), &[("figure", HERE.into())]))
}

/// A stated range with one unit: 3～5亿元, CNY 300–500 m. Both ends keep every digit.
#[must_use]
pub fn range(lang: Lang, low: Decimal, high: Decimal, unit: Option<&str>) -> Amount {
    let scale = scale::common(lang, &[low, high]);
    let (low, high) = (with_scale(lang, low, unit, scale), with_scale(lang, high, unit, scale));
    let number = tr(lang, "range", &[("low", (&low.number).into()), ("high", (&high.number).into())]);
    Amount { number, ..high }
}
