//! Words that look like a date or an amount and cannot be kept as one: they yield no claim, so a remark names them.

use crate::quantity::Found;
use memchr::memmem::Finder;
use samesky_model::reading::QuantityKind;
use samesky_model::remark::{Remark, RemarkCode};
use std::sync::LazyLock;

/// At most this many remarks of each kind: a text full of them says the same thing over and over.
const MOST: usize = 5;

/// Days that the calendar has not, and amounts in no currency we know.
pub(super) fn remarks(text: &str, found: &[Found]) -> Vec<Remark> {
    let dates = han_dates(text).chain(named_dates(text)).take(MOST);
    let dates = dates.map(|quote| Remark::new(RemarkCode::ImpossibleDate, &[("quote", &quote)]));
    let large =
        long_numbers(text).map(|quote| Remark::new(RemarkCode::NumberTooLarge, &[("quote", &quote)])).take(MOST);
    let amounts = found.iter().filter_map(|found| amount(text, found)).chain(codes(text)).take(MOST);
    dates
        .chain(large)
        .chain(amounts.map(|quote| Remark::new(RemarkCode::UnknownCurrency, &[("quote", &quote)])))
        .collect()
}

/// Digits in a row that no number of ours can hold; they are passed over by the reader.
const LONGEST: usize = 25;

/// Runs of more digits than a number can hold, cut to their beginning.
fn long_numbers(text: &str) -> impl Iterator<Item = String> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut passed = 0;
    // A longer run has a digit at one of every so many bytes.
    (0..bytes.len()).step_by(LONGEST).filter_map(move |at| {
        if at < passed || !digit(at) {
            return None;
        }
        let start = (0..at).rev().take_while(|before| digit(*before)).last().unwrap_or(at);
        passed = (at..bytes.len()).find(|after| !digit(*after)).unwrap_or(bytes.len());
        (passed - start > LONGEST).then(|| format!("{}…", String::from_utf8_lossy(&bytes[start..start + 12])))
    })
}

static MONTH: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("月"));

/// `2月31日`, `13月5日`: month and day in digits, of which one does not exist.
fn han_dates(text: &str) -> impl Iterator<Item = String> {
    MONTH.find_iter(text.as_bytes()).filter_map(|at| {
        let month = last_digits(&text[..at])?;
        let after = &text[at + '月'.len_utf8()..];
        let day = first_digits(after)?;
        let exists = after[day.len()..].starts_with('日')
            && days_in(month.parse().ok()?).is_some_and(|days| (1..=days).contains(&day.parse::<u8>().unwrap_or(0)));
        (after[day.len()..].starts_with('日') && !exists).then(|| format!("{month}月{day}日"))
    })
}

/// The months that have no 31st, as English and Thai name them, with their longest length in days.
const SHORT_MONTHS: [(&str, u8); 10] = [
    ("February", 29),
    ("April", 30),
    ("June", 30),
    ("September", 30),
    ("November", 30),
    ("กุมภาพันธ์", 29),
    ("เมษายน", 30),
    ("มิถุนายน", 30),
    ("กันยายน", 30),
    ("พฤศจิกายน", 30),
];

/// `31 February`, `February 31`: only 30 and 31 are taken for days, for other numbers may stand beside a month.
fn named_dates(text: &str) -> impl Iterator<Item = String> {
    memchr::memchr_iter(b'3', text.as_bytes()).filter_map(|at| {
        let day = first_digits(&text[at..]).filter(|day| matches!(*day, "30" | "31"))?;
        let (before, after) = (&text[..at], &text[at + day.len()..]);
        if before.ends_with(|char: char| char.is_ascii_digit()) {
            return None;
        }
        let number = day.parse::<u8>().ok()?;
        let (before, after) = (before.trim_end(), after.trim_start());
        SHORT_MONTHS.iter().filter(|(_, days)| number > *days).find_map(|(name, _)| {
            let behind = after.starts_with(name).then(|| format!("{day} {name}"));
            behind.or_else(|| before.ends_with(name).then(|| format!("{name} {day}")))
        })
    })
}

/// One or two digits at the end, with no further one before them.
fn last_digits(text: &str) -> Option<&str> {
    let length = text.bytes().rev().take(3).take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&length).then(|| &text[text.len() - length..])
}

/// One or two digits at the beginning, with no further one behind them.
fn first_digits(text: &str) -> Option<&str> {
    let length = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&length).then(|| &text[..length])
}

const fn days_in(month: u8) -> Option<u8> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(29),
        _ => None,
    }
}

/// Words right before a number that say that money follows.
const MONEY: [&str; 8] = ["投资", "投资额", "总额", "金额", "投資", "投資額", "總額", "金額"];

/// A large number behind a word for money, with a word behind it that is no currency: `总投资86.4亿弗罗林卡`.
fn amount(text: &str, found: &Found) -> Option<String> {
    let quantity = &found.quantity;
    let is_large = quantity.quote.ends_with(['万', '亿', '億', '萬', '兆']);
    let is_bare = matches!(quantity.kind, QuantityKind::Number) && quantity.unit.is_none();
    let before =
        text.get(..found.bytes.start)?.trim_end_matches(['达', '到', '逾', '超', '约', '近', '共', '為', '为']);
    if !is_large || !is_bare || !MONEY.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let word: String = text.get(found.bytes.end..)?.chars().take_while(|char| char.is_alphabetic()).take(6).collect();
    (!word.is_empty()).then(|| format!("{}{word}", quantity.quote))
}

/// Three capital letters before a number in groups of thousands, as a currency's code stands: `XQF 12,500,000`.
fn codes(text: &str) -> impl Iterator<Item = String> {
    memchr::memchr_iter(b',', text.as_bytes()).filter_map(|at| {
        let digits = text[..at].bytes().rev().take(3).take_while(u8::is_ascii_digit).count();
        let head = text[..at - digits].strip_suffix(' ')?;
        let code = head.get(head.len().checked_sub(3)?..)?;
        let alone = !head[..head.len() - 3].ends_with(|char: char| char.is_alphanumeric());
        let is_code = digits > 0 && alone && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let tail = text[at..].bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b',').take(24).count();
        let grouped = text[at + 1..].bytes().take(3).filter(u8::is_ascii_digit).count() == 3;
        (is_code && grouped && !is_known(code)).then(|| format!("{code} {}", &text[at - digits..at + tail]))
    })
}

/// Whether the reader takes the code for a currency's.
fn is_known(code: &str) -> bool {
    let probe = format!("{code} 1,000");
    crate::quantity::read(&probe, &crate::quantity::Options::default())
        .iter()
        .any(|found| found.quantity.kind == QuantityKind::Money)
}

#[cfg(test)]
mod tests {
    use super::remarks;
    use crate::quantity::{self, Options};

    fn said(text: &str) -> Vec<String> {
        remarks(text, &quantity::read(text, &Options::default())).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn remarks_impossible_days_are_named() {
        assert_eq!(
            said("2024年2月31日签约，13月5日再签。"),
            ["“2月31日” is no day of the calendar", "“13月5日” is no day of the calendar",]
        );
        assert_eq!(said("The forum was held on February 31, 2024."), ["“February 31” is no day of the calendar"]);
        assert_eq!(said("เมื่อวันที่ 31 กุมภาพันธ์ 2567"), ["“31 กุมภาพันธ์” is no day of the calendar"]);
    }

    #[test]
    fn remarks_unknown_currencies_are_named() {
        assert_eq!(said("3个项目，总投资86.4亿弗罗林卡。"), ["the currency of “86.4亿弗罗林卡” is not known"]);
        assert_eq!(said("worth XQF 12,500,000 in all"), ["the currency of “XQF 12,500,000” is not known"]);
    }

    #[test]
    fn remarks_numbers_too_long_to_be_kept_are_named() {
        let text = format!("签约{}个项目", "9".repeat(1_000_000));
        assert_eq!(said(&text), ["“999999999999…” is too large to be kept exactly"]);
    }

    #[test]
    fn remarks_days_and_amounts_that_exist_get_none() {
        for text in [
            "2月29日，总投资86.4亿元。",
            "总投资逾200亿，11月30日。",
            "in February 2024, 31 companies; CNY 1,000,000; 30 April",
            "累计投资1.2亿美元，12月31日",
            "5月份31日",
        ] {
            assert_eq!(said(text), Vec::<String>::new(), "{text}");
        }
    }
}
