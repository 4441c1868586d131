//! To whom organisations of a list belong: what a cell says, by number or name, becomes an organisation that is kept or that the
//! list makes.

use super::draft::Draft;
use super::message::{At, of_cell};
use crate::error::AppError;
use crate::ledger::names;
use samesky_model::id::{OrganisationId, TeamId};
use samesky_model::record::{Belonging, BelongsAs, Fact};
use samesky_registry::identifier::{check, schemes_of};
use samesky_store::{self as store, Db};
use std::collections::{BTreeSet, HashMap};

/// What a cell says of the organisation that its row belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) how: BelongsAs,
    pub(super) text: String,
    pub(super) column: u32,
}

impl Said {
    /// The numbers that it may be, as numbers are looked up: `scheme:number`, or a number alone.
    fn numbers(&self) -> Vec<String> {
        if let Some((scheme, value)) = self.text.split_once(':')
            && !scheme.contains(char::is_whitespace)
        {
            let value = scheme.parse().ok().and_then(|known| check(known, value).ok()).map(|checked| checked.value);
            let value = value.unwrap_or_else(|| self.text[scheme.len() + 1..].trim().to_owned());
            return vec![format!("{scheme}:{value}")];
        }
        let one = |scheme: samesky_registry::identifier::Scheme| {
            check(scheme, &self.text).ok().map(|checked| format!("{}:{}", scheme.code(), checked.value))
        };
        schemes_of(&self.text).into_iter().filter_map(one).collect()
    }

    fn key(&self) -> String {
        names::key(&self.text)
    }
}

/// Adds to whom rows belong to what they say. `of_row` tells which organisation a row is, or makes.
pub(super) async fn resolve(
    db: &dyn Db,
    team: TeamId,
    drafts: &mut [Draft],
    of_row: &HashMap<usize, OrganisationId>,
) -> Result<(), AppError> {
    let said: Vec<(usize, Said)> =
        drafts.iter().enumerate().filter_map(|(at, draft)| Some((at, draft.parent.clone()?))).collect();
    if said.is_empty() {
        return Ok(());
    }
    let numbers: Vec<String> = distinct(said.iter().flat_map(|(_, one)| one.numbers()));
    let keys: Vec<String> = distinct(said.iter().map(|(_, one)| one.key()));
    let mut by_number = store::organisation::fact::by_lookup(db, team, &numbers).await?;
    let mut by_key = store::organisation::ids_by_keys(db, team, &keys).await?;
    for (at, id) in of_row {
        for (number, _) in drafts[*at].numbers() {
            add(&mut by_number, number.lookup(), *id);
        }
        for name in drafts[*at].names() {
            add(&mut by_key, names::key(&name.text), *id);
        }
    }
    for (at, one) in said {
        let numbered: BTreeSet<OrganisationId> =
            one.numbers().iter().filter_map(|number| by_number.get(number)).flatten().copied().collect();
        let named = || by_key.get(&one.key()).into_iter().flatten().copied().collect::<BTreeSet<_>>();
        let found = if numbered.is_empty() { named() } else { numbered };
        let row = drafts[at].row;
        let mut say = |code: &str| {
            let place = At { row, column: one.column };
            drafts[at].messages.push(of_cell(place, code, &[("found", one.text.as_str())]));
        };
        match found.into_iter().collect::<Vec<_>>().as_slice() {
            [] => say("no-parent"),
            [id] if of_row.get(&at) == Some(id) => say("parent-itself"),
            [id] => {
                let fact = Fact::Parent(Belonging { organisation: *id, how: one.how });
                drafts[at].facts.push((fact, one.column));
            }
            _ => say("parents"),
        }
    }
    Ok(())
}

fn add(found: &mut HashMap<String, Vec<OrganisationId>>, key: String, id: OrganisationId) {
    let ids = found.entry(key).or_default();
    if !ids.contains(&id) {
        ids.push(id);
    }
}

fn distinct(words: impl Iterator<Item = String>) -> Vec<String> {
    words.filter(|word| !word.is_empty()).collect::<BTreeSet<_>>().into_iter().collect()
}
