//! more than, nearly, about: words around an English number that say how it relates to the true one.

use crate::quantity::class;
use crate::quantity::line::Line;
use samesky_model::reading::Qualifier::{self, About, Over, Under};

const BEFORE: &[(&str, Qualifier)] = &[
    ("not less than", Over),
    ("no less than", Over),
    ("no fewer than", Over),
    ("not more than", Under),
    ("no more than", Under),
    ("in excess of", Over),
    ("more than", Over),
    ("greater than", Over),
    ("higher than", Over),
    ("upwards of", Over),
    ("less than", Under),
    ("fewer than", Under),
    ("lower than", Under),
    ("at least", Over),
    ("at most", Under),
    ("close to", Under),
    ("up to", Under),
    ("as many as", Under),
    ("as much as", Under),
    ("approximately", About),
    ("an estimated", About),
    ("estimated", About),
    ("roughly", About),
    ("around", About),
    ("about", About),
    ("nearly", Under),
    ("almost", Under),
    ("approaching", Under),
    ("exceeding", Over),
    ("exceeds", Over),
    ("exceeded", Over),
    ("exceed", Over),
    ("surpassing", Over),
    ("surpassed", Over),
    ("topping", Over),
    ("topped", Over),
    ("over", Over),
    ("above", Over),
    ("under", Under),
    ("below", Under),
    ("circa", About),
    ("approx.", About),
    ("approx", About),
    ("some", About),
    ("nearing", Under),
    ("just over", Over),
    ("just under", Under),
    ("c.", About),
    ("well over", Over),
    ("minimum of", Over),
    ("maximum of", Under),
    ("beyond", Over),
    ("a record", Qualifier::Exact),
];

const AFTER: &[(&str, Qualifier)] = &[
    ("or more", Over),
    ("or so", About),
    ("or less", Under),
    ("or fewer", Under),
    ("and above", Over),
    ("and over", Over),
    ("-plus", Over),
    ("-odd", About),
    ("plus", Over),
    ("+", Over),
    ("at least", Over),
    ("at most", Under),
    ("or above", Over),
    ("or higher", Over),
];

/// The qualifier that ends at `i`: where it begins, and what it says.
pub(super) fn before(line: &Line, i: usize) -> Option<(usize, Qualifier)> {
    if matches!(line.before(i), '~' | '≈') {
        return Some((i - 1, About));
    }
    if matches!(line.before(i), '>' | '<') {
        return Some((i - 1, if line.before(i) == '>' { Over } else { Under }));
    }
    let mut j = line.space_back(i);
    if j == i {
        return None;
    }
    for article in ["a", "an", "the"] {
        if ends(line, j, article) && !class::of(j.checked_sub(article.len()).map_or('\0', |k| line.before(k))).latin() {
            j = line.space_back(j - article.len());
        }
    }
    BEFORE
        .iter()
        .find(|(word, _)| ends(line, j, word) && !class::of(line.before(j - word.len())).latin())
        .filter(|(_, said)| *said != Qualifier::Exact)
        .map(|(word, said)| (j - word.len(), *said))
}

/// The qualifier that begins at `i`: one past its end, and what it says.
pub(super) fn after(line: &Line, i: usize) -> Option<(usize, Qualifier)> {
    for j in [i, line.space(i)] {
        let found = AFTER.iter().find(|(word, _)| {
            let glued = matches!(word.as_bytes().first(), Some(b'+' | b'-'));
            let end = j + word.len();
            (j > i || glued)
                && is(line, j, word)
                && !class::of(line.get(end)).latin()
                && !(word == &"+" && line.get(end).is_ascii_digit())
                && !(word == &"plus" && (line.get(end) == ' '))
        });
        if let Some((word, said)) = found {
            return Some((j + word.len(), *said));
        }
    }
    None
}

/// Whether `word` stands at `i`, whatever its case.
pub(super) fn is(line: &Line, i: usize, word: &str) -> bool {
    word.bytes().enumerate().all(|(k, w)| line.get(i + k).to_ascii_lowercase() == char::from(w))
}

fn ends(line: &Line, i: usize, word: &str) -> bool {
    i.checked_sub(word.len()).is_some_and(|start| is(line, start, word))
}
