//! Figures and dates written out in each language, and the proof that writing loses nothing.

use super::*;
use crate::lang::Lang;
use proptest::prelude::*;
use samesky_model::{Decimal, reading::Qualifier};

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn everywhere(write: impl Fn(Lang) -> String) -> [String; 4] {
    [Lang::ZhHans, Lang::Ja, Lang::En, Lang::Th].map(write)
}

fn compact(value: &str, unit: &str) -> [String; 4] {
    everywhere(|lang| amount(lang, decimal(value), Some(unit)).to_string())
}

#[test]
fn amount_money_is_written_as_each_language_writes_it() {
    assert_eq!(compact("20450000000", "CNY"), ["204.5亿元", "204.5億元", "CNY 20.45 bn", "20,450 ล้านหยวน"]);
    assert_eq!(compact("1961000000", "USD"), ["19.61亿美元", "19.61億ドル", "USD 1.961 bn", "1,961 ล้านดอลลาร์สหรัฐ"]);
    assert_eq!(compact("1200000000000", "JPY"), ["1.2万亿日元", "1.2兆円", "JPY 1.2 tn", "1.2 ล้านล้านเยน"]);
    assert_eq!(compact("450000", "CNY"), ["45万元", "45万元", "CNY 450,000", "450,000 หยวน"]);
    assert_eq!(compact("0", "CNY"), ["0元", "0元", "CNY 0", "0 หยวน"]);
    assert_eq!(compact("-85000000", "THB"), ["−8,500万泰铢", "−8,500万バーツ", "THB −85 m", "−85 ล้านบาท"]);
}

#[test]
fn amount_unnamed_currency_stands_with_its_code() {
    assert_eq!(compact("120000000", "PLN"), ["PLN 1.2亿", "PLN 1.2億", "PLN 120 m", "PLN 120 ล้าน"]);
}

#[test]
fn amount_too_fine_for_a_word_takes_a_smaller_one_or_all_digits() {
    assert_eq!(
        compact("20450000001", "CNY"),
        ["20,450,000,001元", "20,450,000,001元", "CNY 20,450,000,001", "20,450,000,001 หยวน"]
    );
    assert_eq!(compact("123456700", "CNY"), ["12,345.67万元", "12,345.67万元", "CNY 123,456,700", "123,456,700 หยวน"]);
    assert_eq!(compact("123450000", "CNY"), ["1.2345亿元", "1.2345億元", "CNY 123.45 m", "123.45 ล้านหยวน"]);
}

#[test]
fn amount_counts_have_their_classifiers() {
    assert_eq!(compact("15", "projects"), ["15个项目", "15件", "15 projects", "15 โครงการ"]);
    assert_eq!(compact("1", "projects"), ["1个项目", "1件", "1 project", "1 โครงการ"]);
    assert_eq!(compact("28000", "people"), ["2.8万人", "2.8万人", "28,000 people", "28,000 คน"]);
    assert_eq!(compact("1200000", "people"), ["120万人", "120万人", "1.2 million people", "1.2 ล้านคน"]);
    assert_eq!(compact("489", "km2"), ["489平方公里", "489 km²", "489 km²", "489 ตร.กม."]);
    assert_eq!(compact("5.6", "percent"), ["5.6%", "5.6%", "5.6 %", "ร้อยละ 5.6"]);
    assert_eq!(compact("3", "lighthouses"), ["3 lighthouses"; 4].map(str::to_owned));
    assert_eq!(compact("3", "days"), ["3天", "3日間", "3 days", "3 วัน"]);
    assert_eq!(compact("3", "{$n} & <b>"), ["3 {$n} & <b>"; 4].map(str::to_owned));
    assert_eq!(compact("3", "other"), ["3 other"; 4].map(str::to_owned));
    assert_eq!(everywhere(|lang| amount(lang, decimal("2.50"), None).to_string()), ["2.5"; 4].map(str::to_owned));
}

#[test]
fn full_ledger_row_has_all_digits_and_the_code() {
    let made = everywhere(|lang| full(lang, decimal("20450000000"), Some("CNY")).to_string());
    assert_eq!(made, ["CNY 20,450,000,000"; 4].map(str::to_owned));
}

#[test]
fn qualified_order_is_the_language_s() {
    let made = |qualifier| everywhere(|lang| qualified(lang, decimal("20000000000"), Some("CNY"), qualifier));
    assert_eq!(made(Qualifier::Exact), ["200亿元", "200億元", "CNY 20 bn", "20,000 ล้านหยวน"]);
    assert_eq!(made(Qualifier::Over), ["逾200亿元", "200億元超", "over CNY 20 bn", "กว่า 20,000 ล้านหยวน"]);
    assert_eq!(made(Qualifier::Under), ["近200亿元", "200億元弱", "just under CNY 20 bn", "เกือบ 20,000 ล้านหยวน"]);
    assert_eq!(made(Qualifier::About), ["约200亿元", "約200億元", "about CNY 20 bn", "ราว 20,000 ล้านหยวน"]);
    assert_eq!(made(Qualifier::Tier), ["200亿元级", "200億元級", "CNY 20 bn tier", "ระดับ 20,000 ล้านหยวน"]);
}

#[test]
fn range_has_one_unit() {
    let made = everywhere(|lang| range(lang, decimal("300000000"), decimal("500000000"), Some("CNY")).to_string());
    assert_eq!(made, ["3～5亿元", "3～5億元", "CNY 300–500 m", "300–500 ล้านหยวน"]);
}

#[test]
fn date_what_is_known_is_written() {
    let made = |text: &str| everywhere(|lang| date(lang, text.parse().expect("a date")));
    assert_eq!(made("2020-11-19"), ["2020年11月19日", "2020年11月19日", "19 Nov 2020", "19 พ.ย. 2563"]);
    assert_eq!(made("2020-07"), ["2020年7月", "2020年7月", "Jul 2020", "ก.ค. 2563"]);
    assert_eq!(made("2020"), ["2020年", "2020年", "2020", "2563"]);
    assert_eq!(made("--11-19"), ["11月19日", "11月19日", "19 Nov", "19 พ.ย."]);
    assert_eq!(made("--07"), ["7月", "7月", "Jul", "ก.ค."]);
}

#[test]
fn date_on_figure_thai_has_both_years() {
    let made = everywhere(|lang| date_on_figure(lang, "2020-11-19".parse().expect("a date")));
    assert_eq!(made, ["2020年11月19日", "2020年11月19日", "19 Nov 2020", "19 พ.ย. 2563 (2020)"]);
    assert_eq!(date_on_figure(Lang::Th, "--11-19".parse().expect("a date")), "19 พ.ย.");
}

#[test]
fn period_end_is_included_and_open_sides_are_said() {
    let made = |iso: &str| everywhere(|lang| period(lang, iso));
    assert_eq!(
        made("2023-01/2023-09"),
        ["2023年1月至2023年8月", "2023年1月～2023年8月", "Jan 2023 to Aug 2023", "ม.ค. 2566 ถึง ส.ค. 2566"]
    );
    assert_eq!(made("2019/2020"), ["2019年", "2019年", "2019", "2562"]);
    assert_eq!(
        made("2020-07-30/2020-08-01"),
        [
            "2020年7月30日至2020年7月31日",
            "2020年7月30日～2020年7月31日",
            "30 Jul 2020 to 31 Jul 2020",
            "30 ก.ค. 2563 ถึง 31 ก.ค. 2563"
        ]
    );
    assert_eq!(made("../2025"), ["截至2024年", "2024年まで", "until 2024", "ถึง 2567"]);
    for text in ["soon", "../..", "2020/x", "/", ""] {
        assert_eq!(period(Lang::En, text), text);
    }
}

#[test]
fn date_time_says_the_offset() {
    let made = |text: &str| everywhere(|lang| date_time(lang, &text.parse().expect("a moment")));
    assert_eq!(
        made("2023-08-31T17:30+08:00[Asia/Shanghai]"),
        [
            "2023年8月31日 17:30 UTC+8",
            "2023年8月31日 17:30 UTC+8",
            "31 Aug 2023, 17:30 UTC+8",
            "31 ส.ค. 2566 17:30 น. UTC+8"
        ]
    );
    assert_eq!(
        date_time(Lang::En, &"2023-08-31T17:30-03:30[-03:30]".parse().expect("a moment")),
        "31 Aug 2023, 17:30 UTC−3:30"
    );
    assert_eq!(iso_time(&"2023-08-31T17:30+09:00[Asia/Tokyo]".parse().expect("a moment")), "2023-08-31T17:30:00+09:00");
}

#[test]
fn list_is_joined_as_the_language_does() {
    let made = everywhere(|lang| list(lang, &["成都", "重庆"]));
    assert_eq!(made, ["成都、重庆", "成都、重庆", "成都, 重庆", "成都, 重庆"]);
}

/// Reads a written amount back: its digits, moved by its large-number word.
fn read_back(lang: Lang, written: &Amount) -> Decimal {
    let plain: Decimal = written.number.replace(',', "").replace('−', "-").parse().expect("digits");
    let words: &[(&str, u32)] = match lang {
        Lang::ZhHans => &[("万亿", 12), ("亿", 8), ("万", 4)],
        Lang::Ja => &[("兆", 12), ("億", 8), ("万", 4)],
        Lang::En => &[(" trillion", 12), (" tn", 12), (" billion", 9), (" bn", 9), (" million", 6), (" m", 6)],
        Lang::Th => &[(" ล้านล้าน", 12), (" ล้าน", 6)],
    };
    let power = words.iter().find(|(word, _)| written.after.starts_with(word)).map_or(0, |(_, power)| *power);
    plain * Decimal::from(10_u64.pow(power))
}

proptest! {
    #[test]
    fn amount_read_back_is_the_same_number(digits in -99_999_999_999_999_i64..=99_999_999_999_999, scale in 0_u32..4, zeros in 0_u32..10) {
        let value = Decimal::from(digits) * Decimal::from(10_u64.pow(zeros)) / Decimal::from(10_u64.pow(scale));
        for lang in Lang::ALL {
            for unit in ["CNY", "people", "km2", "PLN"] {
                prop_assert_eq!(read_back(*lang, &amount(*lang, value, Some(unit))), value);
            }
            prop_assert_eq!(read_back(*lang, &full(*lang, value, Some("JPY"))), value);
        }
    }

    #[test]
    fn period_any_text_is_written_without_a_panic(text in "[-0-9./]{0,24}") {
        for lang in Lang::ALL {
            let _ = period(*lang, &text);
        }
    }
}
