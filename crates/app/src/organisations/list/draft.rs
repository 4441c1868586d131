//! A row as facts, with everything there is to say of its cells.

use super::cells::Cells;
use super::earlier::content;
use super::mapping::Layout;
use super::message::{At, of_cell, of_file};
use super::{ListMessage, parent, words};
use crate::organisations::valid::tidy;
use samesky_extract::{CellKind, SheetCell, SheetRow};
use samesky_model::record::{
    BelongsAs, Fact, IndustryCode, NameKind, NumberVerdict, OrganisationName, OrganisationNumber, RowCandidate,
    Settlement,
};
use samesky_registry::country_of;
use samesky_registry::identifier::{Fault, Scheme, check, schemes_of};
use samesky_registry::industry::classification;
use samesky_registry::list::{Field, script_language};

/// What a row says, before anybody asks whom it means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) row: u32,
    /// Facts with the columns they stand in.
    pub(super) facts: Vec<(Fact, u32)>,
    pub(super) messages: Vec<ListMessage>,
    pub(super) refused: bool,
    pub(super) doubtful: bool,
    /// To whom it belongs, before anybody asks who that is.
    pub(super) parent: Option<parent::Said>,
    /// Whom a doubtful row may mean, the likeliest first.
    pub(super) candidates: Vec<RowCandidate>,
    /// A digest of the facts.
    pub(super) content: String,
}

impl Draft {
    /// The main name: the first legal one, else the first.
    pub(super) fn name(&self) -> Option<&str> {
        let legal = self.names().find(|name| name.kind == NameKind::Legal);
        legal.or_else(|| self.names().next()).map(|name| name.text.as_str())
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &OrganisationName> {
        self.facts.iter().filter_map(|(fact, _)| match fact {
            Fact::Name(name) => Some(name),
            _ => None,
        })
    }

    /// Numbers with the columns they stand in.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (&OrganisationNumber, u32)> {
        self.facts.iter().filter_map(|(fact, column)| match fact {
            Fact::Identifier(number) => Some((number, *column)),
            _ => None,
        })
    }

    pub(super) fn country(&self) -> Option<&str> {
        self.facts.iter().find_map(|(fact, _)| match fact {
            Fact::Country(code) => Some(code.as_str()),
            _ => None,
        })
    }

    pub(super) fn place(&self) -> Option<&str> {
        self.facts.iter().find_map(|(fact, _)| match fact {
            Fact::Place(text) => Some(text.as_str()),
            _ => None,
        })
    }

    fn say(&mut self, column: u32, code: &str, args: &[(&str, &str)]) {
        self.messages.push(of_cell(At { row: self.row, column }, code, args));
    }

    fn refuse(&mut self, column: u32, code: &str, args: &[(&str, &str)]) {
        self.refused = true;
        self.say(column, code, args);
    }

    /// Refuses a row whose name or number cannot be used; of another value it is only said.
    fn trouble(&mut self, key: bool, column: u32, code: &str, args: &[(&str, &str)]) {
        self.refused |= key;
        self.say(column, code, args);
    }

    pub(super) fn doubt(&mut self, column: u32, code: &str, args: &[(&str, &str)]) {
        self.doubtful = true;
        self.say(column, code, args);
    }

    /// Takes a fact that may stand; says what is wrong with another.
    fn take(&mut self, fact: Fact, column: u32) {
        let is_name = matches!(fact, Fact::Name(_));
        match tidy(fact) {
            Ok(fact) if self.facts.iter().any(|(known, _)| *known == fact) => {}
            Ok(fact) => self.facts.push((fact, column)),
            Err(wrong) => {
                self.refused |= is_name;
                self.say(column, wrong.problem, &[("found", wrong.found.as_deref().unwrap_or_default())]);
            }
        }
    }
}

/// Reads a row of the list.
pub(super) fn draft(cells: &Cells<'_>, layout: &Layout, row: &SheetRow) -> Draft {
    let mut draft = Draft { row: row.number, ..Draft::default() };
    if row.hidden {
        draft.messages.push(of_file("row-hidden", &[("row", &row.number.to_string())]));
    }
    for column in layout.columns.iter().filter(|column| column.field != Field::Skip) {
        if let Some(text) = value(cells, row, column.column, &column.field, &mut draft) {
            take(&mut draft, column.column, &column.field, &text);
        }
    }
    readings(cells, layout, row, &mut draft);
    if draft.name().is_none() && !draft.refused {
        let column = layout.columns.iter().find(|column| matches!(column.field, Field::Name { .. }));
        draft.refuse(column.map_or(0, |column| column.column), "name-missing", &[]);
    }
    draft.content = content(&layout.key, &draft.facts);
    draft
}

/// A value with what kind of cell it comes from.
struct Value {
    text: String,
    kind: CellKind,
}

/// What a cell says, or the one that it is merged with; nothing where it is empty or cannot be used.
fn value(cells: &Cells<'_>, row: &SheetRow, column: u32, field: &Field, draft: &mut Draft) -> Option<Value> {
    let own = Cells::own(row, column);
    let cell: &SheetCell = match own {
        Some(cell) => cell,
        None => {
            let (from, cell) = cells.above(row.number, column)?;
            let from = of_cell(At { row: from, column }, "", &[]).cell.unwrap_or_default();
            draft.say(column, "cell-merged", &[("from", &from)]);
            cell
        }
    };
    let key = is_key(field);
    if cell.kind == CellKind::Error {
        let found = [("found", cell.text.as_str())];
        draft.trouble(key, column, "cell-error", &found);
        return None;
    }
    if cell.formula && cell.text.trim().is_empty() {
        draft.trouble(key, column, "formula-empty", &[]);
        return None;
    }
    if cell.formula && key {
        draft.say(column, "formula-value", &[("found", cell.text.as_str())]);
    }
    let text = cell.text.trim();
    if text.starts_with('=') && !cell.formula {
        draft.trouble(key, column, "formula-text", &[("found", text)]);
        return None;
    }
    let text = unguarded(text);
    let nothing = words::is_nothing(text) && !(matches!(field, Field::Name { .. }) && words::is_programs(text));
    (!nothing && !text.is_empty()).then(|| Value { text: text.to_owned(), kind: cell.kind })
}

/// An apostrophe keeps a spreadsheet from taking text for a formula; the export writes it.
fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text)
}

/// Fields that say whom a row means.
fn is_key(field: &Field) -> bool {
    matches!(field, Field::Name { .. } | Field::Identifier(_))
}

fn take(draft: &mut Draft, column: u32, field: &Field, value: &Value) {
    let text = || value.text.clone();
    match field {
        Field::Name { language, kind } => name(draft, column, language.as_deref(), kind, value),
        Field::Identifier(Some(scheme)) => number(draft, column, scheme, value),
        Field::Identifier(None) => number_of_any(draft, column, value),
        Field::Industry(scheme) => industries(draft, column, scheme, &value.text),
        Field::Kind => match words::kind(&value.text) {
            Some(kind) => draft.take(Fact::Kind(kind), column),
            None => draft.say(column, "no-kind", &[("found", &value.text)]),
        },
        Field::Country => match country_of(&value.text) {
            Some(code) => draft.take(Fact::Country(code.to_owned()), column),
            None => draft.say(column, "no-country", &[("found", &value.text)]),
        },
        Field::Founded => founded(draft, column, value),
        Field::Website => draft.take(Fact::Website(address(&value.text)), column),
        Field::Place => draft.take(Fact::Place(text()), column),
        Field::Address => draft.take(Fact::Address(text()), column),
        Field::Size => draft.take(Fact::Size(text()), column),
        Field::Email => draft.take(Fact::Email(text()), column),
        Field::Phone => draft.take(Fact::Phone(text()), column),
        Field::Zone => {
            draft.take(Fact::Zone(Settlement { name: text(), place: None, since: None }), column);
        }
        Field::Ranking => match words::ranking(&value.text) {
            Some(ranking) => draft.take(Fact::Ranking(ranking), column),
            None => draft.say(column, "no-ranking", &[("found", &value.text)]),
        },
        Field::Note => draft.take(Fact::Note(text()), column),
        Field::Parent { how } => belongs(draft, column, how, text()),
        Field::Reading | Field::Skip => {}
    }
}

/// The first column that says it counts.
fn belongs(draft: &mut Draft, column: u32, how: &str, text: String) {
    let how = how.parse().unwrap_or(BelongsAs::Affiliate);
    draft.parent.get_or_insert(parent::Said { how, text, column });
}

fn name(draft: &mut Draft, column: u32, language: Option<&str>, kind: &str, value: &Value) {
    if words::is_programs(&value.text) {
        draft.doubt(column, "name-null", &[("found", &value.text)]);
    }
    match value.kind {
        CellKind::Date => draft.doubt(column, "name-date", &[("found", &value.text)]),
        CellKind::Number | CellKind::Flag => draft.doubt(column, "name-number", &[("found", &value.text)]),
        CellKind::Text | CellKind::Error => {}
    }
    let fact = OrganisationName {
        text: value.text.split_whitespace().collect::<Vec<_>>().join(" "),
        language: language_of(language, &value.text),
        kind: kind.parse().unwrap_or(NameKind::Legal),
        reading: None,
    };
    draft.take(Fact::Name(fact), column);
}

/// The language that the script of a name tells (BCP 47); nothing of a script that many languages share.
#[must_use]
pub fn language_by_script(text: &str) -> Option<String> {
    language_of(None, text)
}

/// The column's language, unless the script is written for another.
fn language_of(column: Option<&str>, text: &str) -> Option<String> {
    let script = script_language(text);
    let column = column.map(str::to_owned);
    match (script, column.as_deref()) {
        (None, Some(language)) if ["zh", "ja", "th", "ko"].iter().any(|one| language.starts_with(one)) => None,
        (None, _) => column,
        (Some(found), None) => Some(found.to_owned()),
        // Han alone is written in Japanese too, and in either form of Chinese.
        (Some("zh-Hans"), Some(language)) if language.starts_with("zh") || language == "ja" => column,
        (Some(found), Some(language)) if language.starts_with(found) => column,
        (Some(found), Some(_)) => Some(found.to_owned()),
    }
}

fn number(draft: &mut Draft, column: u32, scheme: &str, value: &Value) {
    if value.kind == CellKind::Date {
        return draft.refuse(column, "number-date", &[("found", &value.text)]);
    }
    let Ok(known) = scheme.parse::<Scheme>() else {
        return draft.take(fact(scheme, &value.text), column);
    };
    match check(known, &value.text) {
        Ok(checked) => {
            if checked.value != value.text {
                draft.say(column, "number-mended", &[("found", &value.text), ("number", &checked.value)]);
            }
            draft.take(fact(scheme, &checked.value), column);
        }
        Err(Fault::DigitsLost) => draft.refuse(column, "number-digits-lost", &[("found", &value.text)]),
        Err(fault) => {
            let others: Vec<&str> = schemes_of(&value.text).iter().map(|scheme| scheme.code()).collect();
            let (code, said, (odd, right)) = (fault.code(), fault.to_string(), fault.details());
            let args = [("found", value.text.as_str()), ("scheme", scheme), ("fault", &said), ("fault_code", code)];
            let details = [("fault_found", odd.as_str()), ("fault_expected", right.as_str())];
            match others.first() {
                Some(other) => draft.doubt(column, "number-other-scheme", &[args[0], args[1], ("other", other)]),
                None => draft.doubt(column, "number-fails", &[args.as_slice(), &details].concat()),
            }
            draft.take(fact(scheme, &value.text), column);
        }
    }
}

/// A number whose column does not say in which register it stands.
fn number_of_any(draft: &mut Draft, column: u32, value: &Value) {
    let schemes = schemes_of(&value.text);
    by_schemes(draft, column, &schemes, value);
}

fn by_schemes(draft: &mut Draft, column: u32, schemes: &[Scheme], value: &Value) {
    match schemes {
        [] if check(Scheme::CnUscc, &value.text) == Err(Fault::DigitsLost) => {
            draft.refuse(column, "number-digits-lost", &[("found", &value.text)]);
        }
        [] => draft.take(fact("other", &value.text), column),
        [scheme] => number(draft, column, scheme.code(), value),
        [first, ..] => {
            let codes: Vec<&str> = schemes.iter().map(|scheme| scheme.code()).collect();
            draft.doubt(column, "number-two-schemes", &[("found", &value.text), ("schemes", &codes.join(", "))]);
            number(draft, column, first.code(), value);
        }
    }
}

/// `tidy` checks it and gives it its verdict.
fn fact(scheme: &str, value: &str) -> Fact {
    let (scheme, value) = (scheme.to_owned(), value.to_owned());
    Fact::Identifier(OrganisationNumber { scheme, value, verdict: NumberVerdict::Unchecked })
}

/// Codes may stand side by side; words are one text.
/// Codes of a classification; a cell in which there is none is kept in its words.
fn industries(draft: &mut Draft, column: u32, scheme: &str, text: &str) {
    let fact = |scheme: &str, code: &str| {
        Fact::Industry(IndustryCode { scheme: scheme.to_owned(), code: code.trim().to_owned() })
    };
    let parts = text.split([',', '，', '、', ';', '；', '/', ' ']).filter(|part| !part.trim().is_empty());
    let Some(known) = classification(scheme) else {
        let whole = scheme == "words";
        let parts: Vec<&str> = if whole { vec![text] } else { parts.collect() };
        return parts.into_iter().for_each(|part| draft.take(fact(scheme, part), column));
    };
    let codes: Vec<&str> = parts.filter(|part| known.normal(part).is_some()).collect();
    if codes.is_empty() {
        draft.say(column, "no-industry-code", &[("found", text)]);
        return draft.take(fact("words", text), column);
    }
    codes.into_iter().for_each(|code| draft.take(fact(scheme, code), column));
}

fn founded(draft: &mut Draft, column: u32, value: &Value) {
    let days = || {
        let number = value.kind == CellKind::Number || value.text.bytes().all(|byte| byte.is_ascii_digit());
        words::date_of_days(&value.text).filter(|_| number)
    };
    match (words::date(&value.text), days()) {
        (Some(date), _) => draft.take(Fact::Founded(date), column),
        (None, Some(date)) => {
            draft.say(column, "date-days", &[("found", &value.text), ("date", &date.to_string())]);
            draft.take(Fact::Founded(date), column);
        }
        (None, None) => draft.say(column, "no-date", &[("found", &value.text)]),
    }
}

/// Lists leave the beginning out.
fn address(text: &str) -> String {
    if text.contains("://") { text.to_owned() } else { format!("https://{text}") }
}

/// A reading belongs to the first legal name.
fn readings(cells: &Cells<'_>, layout: &Layout, row: &SheetRow, draft: &mut Draft) {
    for column in layout.columns.iter().filter(|column| column.field == Field::Reading) {
        let Some(value) = value(cells, row, column.column, &column.field, draft) else { continue };
        let first = draft.facts.iter_mut().find_map(|(fact, _)| match fact {
            Fact::Name(name) if name.kind == NameKind::Legal && name.reading.is_none() => Some(name),
            _ => None,
        });
        if let Some(name) = first {
            name.reading = Some(value.text.chars().take(500).collect());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Value, by_schemes};
    use samesky_extract::CellKind;
    use samesky_registry::identifier::Scheme;

    #[test]
    fn number_that_holds_in_two_registers_is_doubtful() {
        let mut draft = Draft { row: 4, ..Draft::default() };
        let value = Value { text: "1180301018771".to_owned(), kind: CellKind::Text };
        by_schemes(&mut draft, 2, &[Scheme::JpCorporateNumber, Scheme::ThJuristic], &value);
        let said: Vec<_> = draft.messages.iter().map(|one| (one.cell.as_deref(), one.code.as_str())).collect();
        assert_eq!((said, draft.doubtful, draft.refused), (vec![(Some("C4"), "number-two-schemes")], true, false));
    }
}
