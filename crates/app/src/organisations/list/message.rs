//! What there is to say of rows and files, as codes.

use super::ListMessage;
use samesky_model::record::EvidenceNote;
use samesky_registry::Evidence;
use samesky_registry::list::letters;
use std::collections::BTreeMap;

/// A cell by its row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub(super) row: u32,
    pub(super) column: u32,
}

/// Says something of a cell.
pub(super) fn of_cell(at: At, code: &str, args: &[(&str, &str)]) -> ListMessage {
    let cell = Some(format!("{}{}", letters(at.column), at.row));
    ListMessage { cell, ..of_file(code, args) }
}

/// Says something of a row or of the whole file.
pub(super) fn of_file(code: &str, args: &[(&str, &str)]) -> ListMessage {
    let args: BTreeMap<String, String> = args.iter().map(|(name, value)| ((*name).to_owned(), cut(value))).collect();
    ListMessage { cell: None, code: code.to_owned(), args, evidence: Vec::new() }
}

/// What the registry's answer rests on, the weightiest first.
pub(super) fn notes(evidence: &[Evidence]) -> Vec<EvidenceNote> {
    let one = |one: &Evidence| EvidenceNote { code: one.code.as_str().to_owned(), a: cut(&one.a), b: cut(&one.b) };
    evidence.iter().take(3).map(one).collect()
}

/// What a message names is short.
fn cut(text: &str) -> String {
    if text.chars().count() <= 120 {
        return text.to_owned();
    }
    text.chars().take(119).chain(['…']).collect()
}
