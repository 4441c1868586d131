//! The words by which organisations of one group are known.

use crate::fold::Script;
use crate::lexicon::Lexicon;
use crate::name::{Name, compact};
use crate::sound::main_script;

/// The words that an organisation lends to others of its group: its core, where that is its own, and its whole name.
pub(super) fn of_name(text: &str) -> Vec<String> {
    let name = Name::parse(text);
    let whole = name.branch.is_none()
        && !name.is_body()
        && !name.core.is_empty()
        && !name.words.is_empty()
        && name.places().is_empty();
    let long = name.base.chars().count() >= if main_script(&name.base) == Script::Latin { 10 } else { 4 };
    core_of(&name).into_iter().chain((whole && long).then(|| name.base.clone())).collect()
}

fn core_of(name: &Name) -> Option<String> {
    let length = name.core.chars().count();
    let long = match main_script(&name.core) {
        Script::Han | Script::Hangul => length >= 2,
        Script::Kana | Script::Latin => length >= 3,
        _ => length >= 4,
    };
    let own = long && name.branch.is_none() && !name.is_body() && !Lexicon::get().is_common(&name.core);
    own.then(|| as_written(name))
}

/// The core as it stands in the base, with the spaces between words of Latin script.
fn as_written(name: &Name) -> String {
    let words: Vec<&str> = name.base.split(' ').collect();
    for from in 0..words.len() {
        for to in from + 1..=words.len() {
            let run = words.get(from..to).unwrap_or_default();
            if run.concat() == name.core {
                return run.join(" ");
            }
        }
    }
    name.core.clone()
}

/// Whether a word shows membership where it stands: a long one always, a short one only where little that is unknown
/// stands beside it.
pub(super) fn shows(name: &Name, start: usize, end: usize) -> bool {
    let word = name.base.get(start..end).unwrap_or_default();
    let stem = compact(word);
    let length = word.chars().count();
    let long = match main_script(word) {
        Script::Latin => length >= 6,
        Script::Thai => length >= 5,
        _ => length >= 3,
    };
    let beside = name.core.chars().count().saturating_sub(stem.chars().count());
    let inside = name.core.starts_with(&stem) || name.core.ends_with(&stem);
    let few = if main_script(word) == Script::Latin { 0 } else { 2 };
    long || inside && beside <= few
}
