//! Places in an order: 2nd, 21st, first, twenty-first, No. 5.

use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::digits::{parsed, run};
use crate::quantity::item::Item;
use crate::quantity::words::Table;
use samesky_model::reading::QuantityKind;
use std::sync::LazyLock;

const SMALL: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// Companies and places whose names begin with an ordinal.
const NAMES: [&str; 22] = [
    "First Solar",
    "First Republic",
    "First Abu Dhabi",
    "First Citizens",
    "First National Bank",
    "First Data",
    "First Quantum",
    "First Horizon",
    "First Lady",
    "First Minister",
    "First Nations",
    "First Pacific",
    "First Capital",
    "Second Cup",
    "Second Life",
    "Third World",
    "Third Point",
    "Third Reich",
    "Third Bank",
    "Fifth Avenue",
    "Fifth Third",
    "Seventh-day",
];

static WORDS: LazyLock<Table<i64>> = LazyLock::new(|| {
    let mut words: Vec<(&'static str, i64)> = (1..).zip(SMALL).map(|(n, word)| (word, n)).collect();
    words.extend([
        ("thirtieth", 30),
        ("fortieth", 40),
        ("fiftieth", 50),
        ("sixtieth", 60),
        ("seventieth", 70),
        ("eightieth", 80),
        ("ninetieth", 90),
        ("hundredth", 100),
        ("thousandth", 1000),
    ]);
    Table::any_case(words)
});

static TENS: LazyLock<Table<i64>> = LazyLock::new(|| {
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    Table::any_case((2..).zip(tens).map(|(n, word)| (word, n * 10)))
});

/// Every word an ordinal may begin with.
pub(super) fn words_of() -> impl Iterator<Item = &'static str> {
    SMALL.into_iter().chain([
        "thirtieth",
        "fortieth",
        "fiftieth",
        "sixtieth",
        "seventieth",
        "eightieth",
        "ninetieth",
        "hundredth",
        "thousandth",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ])
}

/// The ordinal that begins at `i`, and its value.
pub(super) fn parse(ctx: &Ctx<'_>, i: usize) -> Option<(i64, usize)> {
    if ctx.line.get(i).is_ascii_digit() {
        return figures(ctx, i);
    }
    if class::of(ctx.line.before(i)).latin() {
        return None;
    }
    let (base, j) = TENS
        .at(&ctx.line.c, i)
        .filter(|(length, _)| matches!(ctx.line.get(i + length), '-' | ' '))
        .map_or((0, i), |(length, ten)| (ten, i + length + 1));
    let (length, value) = WORDS.all(&ctx.line.c, j).find(|(length, _)| !class::of(ctx.line.get(j + length)).latin())?;
    (base == 0 || value < 10).then_some((base + value, j + length))
}

fn figures(ctx: &Ctx<'_>, i: usize) -> Option<(i64, usize)> {
    let line = ctx.line;
    let end = run(line, i);
    let value: i64 = parsed(line.c.get(i..end)?)?;
    let (a, b) = (line.get(end).to_ascii_lowercase(), line.get(end + 1).to_ascii_lowercase());
    let teen = (11..=13).contains(&(value % 100));
    let fits = match (a, b) {
        ('s', 't') => value % 10 == 1 && !teen,
        ('n', 'd') => value % 10 == 2 && !teen,
        ('r', 'd') => value % 10 == 3 && !teen,
        ('t', 'h') => teen || !(1..=3).contains(&(value % 10)),
        _ => false,
    };
    (fits && end - i <= 6 && !class::of(line.get(end + 2)).latin()).then_some((value, end + 2))
}

/// The ordinal as an item.
pub(super) fn read(ctx: &Ctx<'_>, i: usize) -> Option<Item> {
    let line = ctx.line;
    if let Some((value, end)) = parse(ctx, i) {
        let word = !line.get(i).is_ascii_digit();
        let set = word && ["of all", " of all"].iter().any(|phrase| line.is(end, phrase))
            || line.is(i, "Second-")
            || line.is(i, "second-hand")
            || line.is(i, "first-class")
            || line.is(i, "Third-party")
            || line.is(i, "third-party")
            || line.is(i, "second thoughts")
            || word && line.get(i).is_ascii_uppercase() && NAMES.iter().any(|name| line.is(i, name));
        return (!set).then(|| Item::new(QuantityKind::Ordinal, (i, end), value.to_string(), "ordinal"));
    }
    let begin = ["No. ", "No.", "Nos. ", "number ", "Number "]
        .iter()
        .find(|word| line.is(i, word))
        .map(|word| i + word.chars().count())?;
    if class::of(line.before(i)).latin() {
        return None;
    }
    let end = run(line, begin);
    let value: i64 = parsed(line.c.get(begin..end)?)?;
    (end - begin <= 4 && end > begin && !class::of(line.get(end)).latin() && line.get(end) != '-')
        .then(|| Item::new(QuantityKind::Ordinal, (i, end), value.to_string(), "ordinal"))
}
