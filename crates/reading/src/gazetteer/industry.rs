//! Industries by ISIC Rev.4.

use super::lines;
use crate::lexicon::Sense;

/// The codes by row, and every word with its row.
pub(super) fn parse(tsv: &'static str) -> (Vec<String>, Vec<(&'static str, Sense)>) {
    let (mut codes, mut words) = (Vec::new(), Vec::new());
    for (_, line) in lines(tsv) {
        let Some((code, names)) = line.split_once('\t') else { continue };
        words.extend(names.split('|').map(|name| (name, Sense::Industry(codes.len()))));
        codes.push(code.to_owned());
    }
    (codes, words)
}
