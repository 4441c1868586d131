//! The words that names are made of besides the name itself: places, trades, legal forms, tiers, branches.

mod form;
mod place;
pub(crate) mod rows;

pub(crate) use form::{Form, Forms, Stands};
pub use place::place_names;
pub(crate) use place::{Places, covers};

use crate::fold::{Script, fold};
use daachorse::CharwiseDoubleArrayAhoCorasick as Automaton;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

/// Words for a group of companies, and for a company that holds others.
const GROUP: &str = "集团|グループ|group|groups|그룹|กรุ๊ป|กลุ่ม|tập đoàn|groupe|gruppe|konzern|grup|เครือ|企业集团";
const HOLDING: &str =
    "控股|ホールディングス|ホールディング|holdings|holding|홀딩스|지주|지주회사|โฮลดิ้งส์|โฮลดิ้ง|持株|持株会社";
/// Words that say nothing.
const NOISE: &str = "the|and|of|for|de|du|des|der|die|das|und|et|la|le|les|di|y|in|và|dan|驻|province|provincial|prefectural|municipality|municipal|prefecture|自治区|tỉnh|zu";

/// What a word may mean. A word may mean several things (中国 a place; 股份 a form).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Rows of the table of places.
    Place(u32),
    /// A meaning of the table of words.
    Word(u16, Kind),
    /// A row of the table of forms.
    Form(u16),
    Group,
    Holding,
    Branch(Side),
    Noise,
}

/// What kind of word it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A trade.
    Trade,
    /// Says little by itself.
    General,
    /// A kind of public body.
    Body,
}

/// Where the word for a branch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Back,
    Before,
    Both,
}

/// A word found in a folded text, by bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    row: u32,
}

pub(crate) struct Lexicon {
    automaton: Option<Automaton<u32>>,
    meanings: Vec<Vec<Meaning>>,
    pub(crate) places: Places,
    pub(crate) forms: Forms,
    common: HashSet<String>,
    words: Vec<String>,
}

impl Lexicon {
    pub(crate) fn get() -> &'static Self {
        &LEXICON
    }

    /// Every word of the lexicon in a folded text, from left to right, the longer first.
    pub(crate) fn hits(&self, text: &str) -> Vec<Hit> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let found = automaton.find_overlapping_iter(text);
        let mut hits: Vec<Hit> = found
            .map(|hit| Hit { start: hit.start(), end: hit.end(), row: hit.value() })
            .filter(|hit| bounded(text, hit.start, hit.end))
            .collect();
        hits.sort_unstable_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        hits
    }

    pub(crate) fn meanings(&self, hit: &Hit) -> &[Meaning] {
        self.meanings.get(hit.row as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether many unrelated organisations carry the word, written compactly.
    pub(crate) fn is_common(&self, core: &str) -> bool {
        self.common.contains(core)
    }

    /// The English-like key of a meaning, for the evidence.
    pub(crate) fn word(&self, meaning: u16) -> &str {
        self.words.get(usize::from(meaning)).map_or("", String::as_str)
    }

    fn load() -> Self {
        let mut table: BTreeMap<String, Vec<Meaning>> = BTreeMap::new();
        let mut add = |word: &str, meaning: Meaning| {
            let folded = fold(word);
            if folded.is_empty() {
                return;
            }
            let meanings = table.entry(folded).or_default();
            if !meanings.contains(&meaning) {
                meanings.push(meaning);
            }
        };
        let places = Places::load(&mut |word, row| add(word, Meaning::Place(row)));
        let forms = Forms::load(&mut |word, row| add(word, Meaning::Form(row)));
        let words = load_words(&mut add);
        load_rest(&mut add);
        let meanings = table.values().cloned().collect();
        let patterns = table.into_keys().zip(0_u32..);
        let automaton = Automaton::with_values(patterns).ok();
        Self { automaton, meanings, places, forms, common: load_common(), words }
    }
}

fn load_words(add: &mut impl FnMut(&str, Meaning)) -> Vec<String> {
    let mut keys = Vec::new();
    for (row, columns) in (0_u16..).zip(rows::rows(include_str!("../data/words.tsv"))) {
        let &[key, kind, words] = columns.as_slice() else { continue };
        let kind = match kind {
            "b" => Kind::Body,
            "g" => Kind::General,
            _ => Kind::Trade,
        };
        keys.push(key.to_owned());
        words.split('|').for_each(|word| add(word, Meaning::Word(row, kind)));
    }
    keys
}

fn load_rest(add: &mut impl FnMut(&str, Meaning)) {
    GROUP.split('|').for_each(|word| add(word, Meaning::Group));
    HOLDING.split('|').for_each(|word| add(word, Meaning::Holding));
    NOISE.split('|').for_each(|word| add(word, Meaning::Noise));
    for columns in rows::rows(include_str!("../data/branches.tsv")) {
        let &[side, words] = columns.as_slice() else { continue };
        let side = match side {
            "before" => Side::Before,
            "back" => Side::Back,
            _ => Side::Both,
        };
        words.split('|').for_each(|word| add(word, Meaning::Branch(side)));
    }
}

fn load_common() -> HashSet<String> {
    let rows = rows::rows(include_str!("../data/common.tsv"));
    let words = rows.iter().filter_map(|columns| columns.get(1)).flat_map(|words| words.split('|'));
    words.map(|word| fold(word).replace(' ', "")).collect()
}

/// Whether a word stands by itself: Latin letters and digits beside it would make it another word.
pub(crate) fn bounded(text: &str, start: usize, end: usize) -> bool {
    let edge = |outer: Option<char>, inner: Option<char>| match (outer.map(Script::of), inner.map(Script::of)) {
        (Some(outer), Some(inner)) => {
            !(outer.spaced() && inner.spaced() || outer == Script::Kana && inner == Script::Kana)
        }
        _ => true,
    };
    let (before, rest) = text.split_at_checked(start).unwrap_or(("", ""));
    let (inside, after) = rest.split_at_checked(end - start).unwrap_or(("", ""));
    let kana = inside.chars().all(|char| Script::of(char) == Script::Kana);
    let left = edge(before.chars().next_back(), inside.chars().next());
    let right = edge(after.chars().next(), inside.chars().next_back());
    // A word of kana may end a longer run (デンソーウェーブ), if it is long enough to be told.
    if kana {
        right && (left || inside.chars().count() >= 3) || left && inside.chars().count() >= 4
    } else {
        left && right
    }
}
