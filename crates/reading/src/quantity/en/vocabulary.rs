//! Words of English numbers.

use crate::quantity::words::Table;
use std::sync::LazyLock;

/// What a word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Zero to nineteen.
    Unit(i64),
    Ten(i64),
    Hundred,
    /// Thousand and above, dozen.
    Scale(i64),
    And,
    A,
    Half,
    Quarter,
    Point,
    /// Thirds and smaller: the denominator.
    Share(i64),
}

pub(super) const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

pub(super) static PARTS: LazyLock<Table<Part>> = LazyLock::new(|| {
    use Part::{A, And, Half, Hundred, Point, Quarter, Scale, Share, Ten, Unit};
    let mut words: Vec<(&'static str, Part)> = (0..).zip(UNITS).map(|(n, word)| (word, Unit(n))).collect();
    words.extend((2..).zip(TENS).map(|(n, word)| (word, Ten(n * 10))));
    words.extend([
        ("fourty", Ten(40)),
        ("hundred", Hundred),
        ("hundreds", Hundred),
        ("thousand", Scale(1_000)),
        ("million", Scale(1_000_000)),
        ("billion", Scale(1_000_000_000)),
        ("trillion", Scale(1_000_000_000_000)),
        ("quadrillion", Scale(1_000_000_000_000_000)),
        ("lakh", Scale(100_000)),
        ("lakhs", Scale(100_000)),
        ("crore", Scale(10_000_000)),
        ("crores", Scale(10_000_000)),
        ("dozen", Scale(12)),
        ("score", Scale(20)),
        ("thousands", Scale(1_000)),
        ("millions", Scale(1_000_000)),
        ("billions", Scale(1_000_000_000)),
        ("trillions", Scale(1_000_000_000_000)),
        ("dozens", Scale(12)),
        ("scores", Scale(20)),
        ("tens", Scale(10)),
        ("and", And),
        ("a", A),
        ("an", A),
        ("half", Half),
        ("halves", Half),
        ("quarter", Quarter),
        ("quarters", Quarter),
        ("point", Point),
        ("third", Share(3)),
        ("thirds", Share(3)),
        ("fourth", Share(4)),
        ("fourths", Share(4)),
        ("fifth", Share(5)),
        ("fifths", Share(5)),
        ("sixth", Share(6)),
        ("sixths", Share(6)),
        ("seventh", Share(7)),
        ("sevenths", Share(7)),
        ("eighth", Share(8)),
        ("eighths", Share(8)),
        ("ninth", Share(9)),
        ("ninths", Share(9)),
        ("tenth", Share(10)),
        ("tenths", Share(10)),
        ("twentieth", Share(20)),
        ("hundredth", Share(100)),
        ("hundredths", Share(100)),
        ("thousandth", Share(1000)),
        ("thousandths", Share(1000)),
    ]);
    Table::any_case(words)
});

/// Abbreviated scales that are glued to digits or stand after one space.
pub(super) static SHORT: LazyLock<Table<i64>> = LazyLock::new(|| {
    Table::exact([
        ("K", 1_000),
        ("k", 1_000),
        ("M", 1_000_000),
        ("mn", 1_000_000),
        ("mln", 1_000_000),
        ("Mn", 1_000_000),
        ("MM", 1_000_000),
        ("mil", 1_000_000),
        ("bn", 1_000_000_000),
        ("Bn", 1_000_000_000),
        ("BN", 1_000_000_000),
        ("bln", 1_000_000_000),
        ("B", 1_000_000_000),
        ("tn", 1_000_000_000_000),
        ("trn", 1_000_000_000_000),
        ("tln", 1_000_000_000_000),
        ("T", 1_000_000_000_000),
        ("m", 1_000_000),
        ("b", 1_000_000_000),
        ("cr", 10_000_000),
        ("Cr", 10_000_000),
        ("L", 100_000),
        ("t", 1_000_000_000_000),
    ])
});

/// Every word a number may begin with.
pub(super) fn words_of() -> impl Iterator<Item = &'static str> {
    UNITS.into_iter().chain(TENS).chain([
        "fourty",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "quadrillion",
        "lakh",
        "crore",
        "dozen",
        "tens",
        "score",
        "a ",
        "an ",
        "half",
    ])
}
