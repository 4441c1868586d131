//! Organisations as a table that spreadsheets open and that is imported again as unchanged.

use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use samesky_model::id::OrganisationId;
use samesky_model::record::{Belonging, Fact, KeptFact, NameKind, NumberVerdict, OrganisationRecord, Ranking};
use samesky_store as store;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

/// Records that are read at a time.
const AT_A_TIME: u64 = 1_000;

/// A row of the table: cells by their column.
type Row = BTreeMap<Column, String>;

/// What organisations are called to which others belong.
type Parents = HashMap<OrganisationId, String>;

/// A column: its field, and which of several.
type Column = (String, usize);

impl App {
    /// All organisations that rest on something, as CSV (RFC 4180) in UTF-8 with a byte-order mark, for spreadsheets. Heads are the
    /// fields of a mapping. No cell is a formula.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn export_organisations(&self, session: &Session) -> Result<String, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let (mut rows, mut after) = (Vec::new(), None);
        loop {
            let some = store::organisation::active_after(&view, session.team, after, AT_A_TIME).await?;
            let Some(last) = some.last() else { break };
            after = Some(last.id);
            let ids: Vec<OrganisationId> = some.iter().map(|one| one.id).collect();
            let facts = store::organisation::fact::of(&view, session.team, &ids).await?;
            let parents = parents(&view, session, &facts).await?;
            let facts = |id| facts.get(&id).map(Vec::as_slice).unwrap_or_default();
            rows.extend(some.iter().map(|one| row(one, facts(one.id), &parents)));
        }
        Ok(table(&rows))
    }
}

/// What the organisations are called to which these belong: by a number that holds, else by the main name.
async fn parents(
    view: &store::Snapshot,
    session: &Session,
    facts: &HashMap<OrganisationId, Vec<KeptFact>>,
) -> Result<Parents, AppError> {
    let belonging = facts.values().flatten().filter_map(|kept| match &kept.fact {
        Fact::Parent(belonging) => Some(belonging.organisation),
        _ => None,
    });
    let ids: Vec<OrganisationId> = belonging.collect::<BTreeSet<_>>().into_iter().collect();
    let theirs = store::organisation::fact::of(view, session.team, &ids).await?;
    let called = |record: OrganisationRecord| {
        let facts = theirs.get(&record.id).map(Vec::as_slice).unwrap_or_default();
        let number = facts.iter().find_map(|kept| match &kept.fact {
            Fact::Identifier(number) if number.verdict == NumberVerdict::Holds => Some(number.lookup()),
            _ => None,
        });
        let name = || record.names.first().map(|name| name.text.clone());
        number.or_else(name).map(|called| (record.id, called))
    };
    let records = store::organisation::get_many(view, session.team, &ids).await?;
    Ok(records.into_iter().filter_map(called).collect())
}

fn row(record: &OrganisationRecord, facts: &[KeptFact], parents: &Parents) -> Row {
    let mut row = Row::new();
    let mut add = |head: String, text: String| {
        let nth = (0..).find(|nth| !row.contains_key(&(head.clone(), *nth))).unwrap_or_default();
        row.insert((head, nth), text);
    };
    for kept in facts {
        if let Some((head, text)) = cell(&kept.fact, parents) {
            add(head, text);
        }
        if let Fact::Name(name) = &kept.fact
            && let (Some(reading), NameKind::Legal) = (&name.reading, name.kind)
        {
            add("reading".to_owned(), reading.clone());
        }
    }
    let known = |text: &str| facts.iter().any(|kept| matches!(&kept.fact, Fact::Name(name) if name.text == text));
    for name in record.names.iter().filter(|name| !known(&name.text)) {
        add(format!("name.{}.legal", name.language.as_deref().unwrap_or("*")), name.text.clone());
    }
    row
}

fn cell(fact: &Fact, parents: &Parents) -> Option<(String, String)> {
    let plain = |head: &str, text: &str| Some((head.to_owned(), text.to_owned()));
    match fact {
        Fact::Name(name) => {
            Some((format!("name.{}.{}", name.language.as_deref().unwrap_or("*"), name.kind), name.text.clone()))
        }
        Fact::Identifier(number) => Some((format!("identifier.{}", number.scheme), number.value.clone())),
        Fact::Industry(industry) => Some((format!("industry.{}", industry.scheme), industry.code.clone())),
        Fact::Kind(kind) => plain("kind", kind.as_str()),
        Fact::Country(code) => plain("country", code),
        Fact::Place(text) => plain("place", text),
        Fact::Size(text) => plain("size", text),
        Fact::Founded(date) => Some(("founded".to_owned(), date.to_string())),
        Fact::Website(text) => plain("website", text),
        Fact::Email(text) => plain("email", text),
        Fact::Phone(text) => plain("phone", text),
        Fact::Address(text) => plain("address", text),
        Fact::Note(text) => plain("note", text),
        Fact::Zone(zone) => plain("zone", &zone.name),
        Fact::Ranking(Ranking { list, year, rank, .. }) => {
            Some(("ranking".to_owned(), format!("{list} {year}: {rank}")))
        }
        Fact::Parent(Belonging { organisation, how }) => {
            Some((format!("parent.{how}"), parents.get(organisation)?.clone()))
        }
    }
}

fn table(rows: &[Row]) -> String {
    let mut columns: Vec<&Column> = rows.iter().flat_map(Row::keys).collect();
    columns.sort_by_key(|column| (rank(&column.0), *column));
    columns.dedup();
    let mut text = String::from("\u{feff}");
    let heads = columns.iter().map(|(head, nth)| if *nth == 0 { head.clone() } else { format!("{head} {}", nth + 1) });
    line(&mut text, heads);
    for row in rows {
        line(&mut text, columns.iter().map(|column| row.get(*column).cloned().unwrap_or_default()));
    }
    text
}

/// Names first, then numbers, then the rest.
fn rank(head: &str) -> u8 {
    match head {
        head if head.starts_with("name.") => 0,
        "reading" => 1,
        head if head.starts_with("identifier.") => 2,
        _ => 3,
    }
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(|cell| quoted(&harmless(&cell))).collect();
    let _ = write!(text, "{}\r\n", cells.join(","));
}

/// A spreadsheet takes what begins so for a formula; an apostrophe before it says that it is text.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n', ';', '\t']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
