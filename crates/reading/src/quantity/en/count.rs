//! Counted nouns: 43 major industrial projects, four MoUs, six such zones.

use super::units::{COUNTS, SUFFIXES};
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{self, Item, Number};
use crate::quantity::units::Suffix;
use rust_decimal::Decimal;
use samesky_model::reading::QuantityKind;

/// So many words may stand between a number and its noun.
const WORDS: usize = 6;

/// Words that end the noun phrase: the noun was before them or is not there.
const STOPS: &[&str] = &[
    "in", "of", "to", "for", "with", "by", "from", "at", "on", "that", "which", "were", "was", "have", "has", "had",
    "are", "is", "will", "worth", "as", "than", "per", "after", "before", "since", "or", "but", "its", "his", "their",
    "this", "these", "those", "the", "a", "an", "against", "versus", "vs", "into", "over", "under", "about", "year",
    "years", "not", "would", "could", "can", "may", "during", "between", "among", "plus", "when", "while", "who",
    "whose", "it", "they", "he", "she", "we", "you", "i", "be", "been", "said", "says", "times", "times.", "ago",
    "later", "up", "down", "out", "off", "each", "also", "only", "now", "if", "so", "then", "there", "here", "us",
    "does", "plus", "minus",
];

/// Words that end in s and are no plural.
const SINGULAR: &[&str] = &[
    "business",
    "gas",
    "bus",
    "process",
    "access",
    "class",
    "glass",
    "less",
    "previous",
    "various",
    "serious",
    "famous",
    "press",
    "congress",
    "status",
    "campus",
    "focus",
    "plus",
    "basis",
    "analysis",
    "crisis",
    "mass",
    "loss",
    "cross",
    "express",
    "success",
    "wireless",
    "autonomous",
    "continuous",
    "swiss",
    "overseas",
    "sales",
    "paris",
    "texas",
    "news",
    "christmas",
    "canvas",
    "series",
    "always",
    "perhaps",
    "thus",
    "across",
    "logistics",
    "electronics",
    "economics",
    "robotics",
    "semiconductors'",
    "as",
    "is",
    "was",
    "has",
    "its",
    "this",
    "us",
    "corps",
    "address",
    "princess",
    "harness",
    "dress",
    "stress",
    "illness",
    "fitness",
    "wellness",
    "bias",
    "atlas",
    "virus",
    "bonus",
    "census",
    "consensus",
    "chorus",
    "genius",
    "ms",
    "mrs",
    "st",
    "plc's",
];

/// The count that `number` begins.
pub(super) fn read(ctx: &Ctx<'_>, start: usize, number: Number) -> Option<Item> {
    if number.marked && !number.value.fract().is_zero() && !number.scaled || number.code {
        return None;
    }
    let (unit, from, to) = letters(ctx, number).or_else(|| noun(ctx, number))?;
    let end = if to - number.end <= 40 { to } else { number.end };
    let mut item = Item::new(QuantityKind::Count, (start, end), item::text(number.value), "count");
    item.unit = Some(unit);
    item.qualifier = number.qualifier;
    item.head = Some((from, to));
    item.low = number.high.map(|_| item.value.clone());
    item.high = number.high.map(item::text);
    Some(item)
}

/// 31 letters of intent, nine non-binding letters of interest.
fn letters(ctx: &Ctx<'_>, number: Number) -> Option<(&'static str, usize, usize)> {
    const WORDS: [&str; 6] = [
        "letters of intent",
        "letters of interest",
        "declarations of intent",
        "statements of intent",
        "letter of intent",
        "heads of agreement",
    ];
    let line = ctx.line;
    let begin = line.space(number.end);
    let signed = ["signed ", "non-binding ", "binding "].iter().find(|word| super::qualifier::is(line, begin, word));
    let from = begin + signed.map_or(0, |word| word.len());
    let word = WORDS.into_iter().find(|word| begin > number.end && super::qualifier::is(line, from, word))?;
    Some(("agreements", from, from + word.len()))
}

/// The unit, and where the noun stands.
fn noun(ctx: &Ctx<'_>, number: Number) -> Option<(&'static str, usize, usize)> {
    let line = ctx.line;
    let mut j = number.end;
    if line.get(j) == '-' {
        let whole = |length: usize| !class::of(line.get(j + length)).letter();
        if let Some((length, Suffix::Count(unit))) = SUFFIXES.at(&line.c, j).filter(|(length, _)| whole(*length)) {
            return Some((unit, j + 1, j + length));
        }
        j += 1;
    }
    for n in 0..WORDS {
        let begin = if n == 0 && line.get(number.end) == '-' { j } else { line.space(j) };
        let end = word_end(ctx, begin);
        if end == begin || begin == j && line.get(begin.wrapping_sub(1)) != '-' || end - begin > 30 {
            return None;
        }
        let word: String = line.c[begin..end].iter().collect::<String>().to_ascii_lowercase();
        if STOPS.contains(&word.as_str()) && !(word == "of" && n == 0 && number.bare) {
            return None;
        }
        if let Some((length, Suffix::Count(unit))) = SUFFIXES.all(&line.c, begin).find(|(length, suffix)| {
            matches!(suffix, Suffix::Count(_)) && !class::of(line.get(begin + length)).letter()
        }) {
            let ends_in_s = line.get(begin + length - 1) == 's';
            let several = number.value != Decimal::ONE && !ends_in_s && unit != "people" && word != "memoranda";
            let describes = several && (is_plural(ctx, begin + length) || n == 0 && line.get(number.end) != '-');
            if !describes {
                return Some((unit, begin, begin + length));
            }
        }
        // Seven Seas, Six Flags: a name.
        let title = n == 0 && number.single && line.get(begin).is_ascii_uppercase();
        if word.ends_with('s') && title && known(&word) == Some("items") {
            return None;
        }
        if word.ends_with('s')
            && word.len() > 3
            && !SINGULAR.contains(&word.as_str())
            && !word.ends_with("ss")
            && !word.ends_with("ous")
            && line.get(end) != '\''
            && !(is_plural(ctx, end) && n + 1 < WORDS && word.len() < 4)
        {
            return known(&word).map(|unit| (unit, begin, end));
        }
        if matches!(line.get(end), ',' | '.' | ';' | ':' | ')' | '"' | '”' | '?' | '!') {
            return None;
        }
        j = end;
    }
    None
}

/// Whether the next word is a plural too, so that this one only describes it: 6 fund projects.
fn is_plural(ctx: &Ctx<'_>, j: usize) -> bool {
    let begin = ctx.line.space(j);
    let end = word_end(ctx, begin);
    begin > j
        && end > begin + 3
        && ctx.line.get(end - 1) == 's'
        && !SINGULAR.iter().any(|word| super::qualifier::is(ctx.line, begin, word) && end - begin == word.len())
}

fn word_end(ctx: &Ctx<'_>, j: usize) -> usize {
    let line = ctx.line;
    let mut end = j;
    while class::of(line.get(end)).latin()
        || line.get(end) == '-' && class::of(line.get(end + 1)).latin() && end > j
        || line.get(end).is_ascii_digit() && end > j
    {
        end += 1;
        if end > j + 40 {
            break;
        }
    }
    end
}

/// The word itself where it is in our lists; other plurals are kept under a general name.
fn known(word: &str) -> Option<&'static str> {
    const PLURALS: &[&str] = &[
        "zones",
        "funds",
        "loans",
        "awards",
        "patents",
        "products",
        "brands",
        "schools",
        "hospitals",
        "universities",
        "hotels",
        "rooms",
        "beds",
        "seats",
        "homes",
        "houses",
        "households",
        "families",
        "buildings",
        "towers",
        "floors",
        "offices",
        "stations",
        "ports",
        "airports",
        "flights",
        "routes",
        "ships",
        "aircraft",
        "trains",
        "roads",
        "bridges",
        "lanes",
        "turbines",
        "panels",
        "chargers",
        "batteries",
        "robots",
        "chips",
        "phones",
        "computers",
        "servers",
        "systems",
        "machines",
        "lines",
        "trees",
        "animals",
        "books",
        "articles",
        "pages",
        "words",
        "questions",
        "problems",
        "cases",
        "deaths",
        "injuries",
        "accidents",
        "votes",
        "goals",
        "games",
        "matches",
        "medals",
        "records",
        "regions",
        "states",
        "counties",
        "districts",
        "towns",
        "villages",
        "markets",
        "customers",
        "users",
        "subscribers",
        "members",
        "partners",
        "teams",
        "groups",
        "delegations",
        "exhibits",
        "booths",
        "pavilions",
        "orders",
        "transactions",
        "applications",
        "licenses",
        "permits",
        "measures",
        "policies",
        "steps",
        "areas",
        "fields",
        "categories",
        "types",
        "kinds",
        "centers",
        "centres",
        "laboratories",
        "institutes",
        "banks",
        "clusters",
        "incubators",
        "applicants",
        "scholarships",
        "tickets",
        "bottles",
        "boxes",
        "containers",
        "parcels",
        "packages",
        "samples",
        "tests",
        "doses",
        "patients",
        "doctors",
        "nurses",
        "teachers",
        "farmers",
        "soldiers",
        "troops",
        "refugees",
        "tourists",
        "athletes",
        "players",
        "journalists",
        "scientists",
        "engineers",
        "researchers",
        "foreigners",
        "citizens",
        "lives",
        "eggs",
        "apples",
        "dogs",
        "cats",
        "dishes",
        "languages",
        "rounds",
        "phases",
        "stages",
        "quarters",
        "priorities",
        "initiatives",
        "programs",
        "programmes",
        "plans",
        "options",
        "reasons",
        "examples",
        "rules",
        "laws",
        "charges",
        "complaints",
        "concerns",
        "ideas",
        "sectors",
        "directors",
        "managers",
        "ministers",
        "leaders",
        "ambassadors",
        "governors",
        "mayors",
        "letters",
        "documents",
        "files",
        "emails",
        "messages",
        "visits",
        "trips",
        "tours",
        "parts",
        "sets",
        "pairs",
        "copies",
        "versions",
        "models",
        "bids",
        "offers",
        "stocks",
        "bonds",
        "chapters",
        "sections",
        "episodes",
        "seasons",
        "cards",
        "coins",
        "keys",
        "doors",
        "windows",
        "tables",
        "chairs",
        "hectolitres",
    ];
    COUNTS
        .iter()
        .find(|(_, words)| words.split('|').any(|w| w.eq_ignore_ascii_case(word)))
        .map(|(unit, _)| *unit)
        .or_else(|| PLURALS.iter().find(|plural| **plural == word).copied())
        .or(Some("items"))
}

/// Whether a number this plain may be a year in the sentence.
pub(super) fn like_year(number: Number) -> bool {
    number.plain
        && !number.marked
        && number.whole == 4
        && number.value >= Decimal::from(1900)
        && number.value < Decimal::from(2100)
}
