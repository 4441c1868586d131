//! Hangul to Latin letters (Revised Romanization of 2000, syllable by syllable).

const INITIALS: [&str; 19] =
    ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
const VOWELS: [&str; 21] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
];
const FINALS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
];

/// The romanisation; characters that are no Hangul syllables stay.
pub(crate) fn romanised(text: &str) -> String {
    text.chars().map(|char| syllable(char).unwrap_or_else(|| char.to_string())).collect()
}

/// Whether Latin letters spell Hangul in one of the usual ways: McCune-Reischauer, Revised, and what companies do.
pub(super) fn spelled(written: &str, spelling: &str) -> bool {
    plain(&romanised(written)) == plain(spelling)
}

/// Spellings of one sound as one: vowels with helping letters, soft and hard consonants, doubled letters.
fn plain(text: &str) -> String {
    const SOUNDS: [(&str, &str); 17] = [
        ("yeo", "yo"),
        ("eo", "o"),
        ("eu", "u"),
        ("ae", "e"),
        ("oe", "e"),
        ("ui", "i"),
        ("oo", "u"),
        ("ch", "j"),
        ("sh", "s"),
        ("g", "k"),
        ("d", "t"),
        ("b", "p"),
        ("r", "l"),
        ("v", "p"),
        ("f", "p"),
        ("o", "u"),
        ("h", ""),
    ];
    let text = SOUNDS.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|char| {
        if !out.ends_with(char) {
            out.push(char);
        }
    });
    out
}

fn syllable(char: char) -> Option<String> {
    let at = usize::try_from(u32::from(char).checked_sub(0xAC00).filter(|at| *at < 11_172)?).ok()?;
    Some([INITIALS.get(at / 588)?, VOWELS.get(at % 588 / 28)?, FINALS.get(at % 28)?].map(|part| *part).concat())
}
