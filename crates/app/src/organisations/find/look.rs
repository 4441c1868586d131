//! Going through terms and lists for what a question finds: by its rarest word, by how well it fits, or in the order of the list.

use super::{OrganisationQuestion, OrganisationSort};
use crate::access::Session;
use crate::error::AppError;
use crate::organisations::finder::Facet;
use samesky_registry::find::{Findable, Question, Word};
use samesky_store as store;
use samesky_store::listing::{self, Listed, Order, Place, Spaces, Term};
use std::collections::{BTreeSet, HashSet};

/// What is less common is looked through whole, so that it can be counted and put into any order.
pub(super) const FEW: u64 = 2_000;
/// Rows that are looked at for one page at most.
const PATIENCE: usize = 20_000;
/// Counting all organisations ends here.
const COUNTED: u64 = 100_000;
/// Organisations that are looked at one by one without asking first what other words leave of them.
const CHEAP: u64 = 200;
/// Terms that a word may have for its organisations to be gathered, which costs less than to look at records.
const GATHERED: u64 = 60_000;

/// What was found, before the records are read.
#[derive(Default)]
pub(super) struct Looked {
    pub(super) items: Vec<Listed>,
    pub(super) next: Option<Place>,
    pub(super) total: Option<u64>,
}

/// Looks by the rarest condition, and holds what it finds against the others.
pub(super) async fn look(
    db: &dyn store::Db,
    session: &Session,
    question: &OrganisationQuestion,
    after: Option<&str>,
    limit: usize,
) -> Result<Looked, AppError> {
    let after = after.map(|cursor| Place::of_cursor(&question.list(), cursor)).transpose()?;
    let spaces = listing::spaces(db, session.team, question.scope).await?;
    let conditions = question.conditions();
    let asked = !question.text.trim().is_empty();
    if asked && Question::parse(&question.text).words.is_empty() {
        return Ok(Looked { total: Some(0), ..Looked::default() });
    }
    let looking = Looking { db, spaces, conditions, order: question.order(), after, limit };
    let Some(rarest) = looking.rarest().await? else { return looking.by_order().await };
    let words = Question::parse(&question.text).words.len();
    let fits = question.sort == OrganisationSort::Fit && looking.conditions.iter().take(words).any(is_filed);
    let anchor = match (&looking.after, fits) {
        (Some(Place::Fit { word, .. }), true) => Some(*word).filter(|word| *word < words),
        (_, true) => looking.anchor(words, rarest).await?,
        (_, false) => None,
    };
    match anchor {
        _ if rarest.1 < FEW => looking.among_few(rarest, anchor).await,
        Some(anchor) => looking.by_fit(anchor).await,
        None => looking.by_order().await,
    }
}

fn is_filed(word: &Word) -> bool {
    !word.beginnings.is_empty()
}

/// Whether an organisation has one such term at most.
fn is_single(word: &Word) -> bool {
    let letter = |facet: Facet| word.beginnings.iter().all(|beginning| beginning.starts_with(facet.letter()));
    is_filed(word) && [Facet::Kind, Facet::State, Facet::Country].into_iter().any(letter)
}

struct Looking<'a> {
    db: &'a dyn store::Db,
    spaces: Spaces,
    conditions: Vec<Word>,
    order: Order,
    after: Option<Place>,
    limit: usize,
}

impl Looking<'_> {
    /// The condition with the fewest terms, and how many these are, as far as they are counted.
    async fn rarest(&self) -> Result<Option<(usize, u64)>, AppError> {
        self.rarest_of(self.conditions.len()).await
    }

    async fn rarest_of(&self, first: usize) -> Result<Option<(usize, u64)>, AppError> {
        let mut rarest: Option<(usize, u64)> = None;
        for (at, word) in self.conditions.iter().enumerate().take(first).filter(|(_, word)| is_filed(word)) {
            let most = rarest.map_or(FEW, |(_, count)| count);
            let count = listing::probe(self.db, &self.spaces, &word.beginnings, most.max(1)).await?;
            if rarest.is_none_or(|(_, least)| count < least) {
                rarest = Some((at, count));
            }
        }
        Ok(rarest)
    }

    /// The word that gives the order of what fits best.
    async fn anchor(&self, words: usize, rarest: (usize, u64)) -> Result<Option<usize>, AppError> {
        if rarest.0 < words {
            return Ok(Some(rarest.0));
        }
        Ok(self.rarest_of(words).await?.map(|(at, _)| at))
    }

    /// What the other words leave of the organisations of one, as far as few enough have such terms; `None` where too many have.
    async fn left(&self, driver: usize) -> Result<Option<HashSet<(i16, i32)>>, AppError> {
        let mut left: Option<HashSet<(i16, i32)>> = None;
        let others = self.conditions.iter().enumerate().filter(|(at, word)| *at != driver && is_filed(word));
        for (_, word) in others.filter(|(_, word)| !is_single(word)) {
            if listing::probe(self.db, &self.spaces, &word.beginnings, GATHERED).await? < GATHERED {
                let mut numbers = listing::numbers(self.db, &self.spaces, &word.beginnings).await?;
                numbers.retain(|number| left.as_ref().is_none_or(|left| left.contains(number)));
                left = Some(numbers);
            }
        }
        Ok(left)
    }

    /// All that one condition finds, in any order.
    async fn among_few(&self, (driver, count): (usize, u64), anchor: Option<usize>) -> Result<Looked, AppError> {
        let mut numbers = BTreeSet::new();
        for beginning in self.conditions.get(driver).map(|word| word.beginnings.as_slice()).unwrap_or_default() {
            let terms = listing::terms(self.db, &self.spaces, beginning, None, FEW).await?;
            numbers.extend(terms.into_iter().map(|term| (term.space, term.number)));
        }
        if count > CHEAP
            && let Some(left) = self.left(driver).await?
        {
            numbers.retain(|number| left.contains(number));
        }
        self.among(numbers, anchor).await
    }

    /// Of these organisations all that fit.
    async fn among(
        &self,
        numbers: impl IntoIterator<Item = (i16, i32)>,
        anchor: Option<usize>,
    ) -> Result<Looked, AppError> {
        let listed = listing::at(self.db, numbers, self.order).await?;
        let mut found: Vec<(Place, Listed)> = Vec::new();
        for one in listed.into_values() {
            let findable = Findable::of(&one.prepared);
            if !self.conditions.iter().all(|word| findable.has(word)) {
                continue;
            }
            let place = match anchor {
                Some(anchor) => self.fit(&findable, &one, anchor),
                None => Some(one.place().clone()),
            };
            found.extend(place.map(|place| (place, one)));
        }
        found.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let total = Some(found.len() as u64);
        let rest = found.into_iter().filter(|(place, _)| self.after.as_ref().is_none_or(|after| place > after));
        Ok(self.page(rest.collect(), total, None))
    }

    /// The best place of an organisation by one word.
    fn fit(&self, findable: &Findable, one: &Listed, word: usize) -> Option<Place> {
        let beginnings = self.conditions.get(word)?.beginnings.iter().enumerate();
        let (beginning, term) = beginnings.filter_map(|(at, text)| Some((at, findable.first(text)?))).next()?;
        Some(Place::Fit { word, beginning, term: term.to_owned(), number: one.number, space: one.space })
    }

    /// Through the terms of a common word, until the page is full or patience ends.
    async fn by_fit(&self, anchor: usize) -> Result<Looked, AppError> {
        let Some(word) = self.conditions.get(anchor) else { return Ok(Looked::default()) };
        let (mut at, mut behind) = match &self.after {
            Some(Place::Fit { beginning, term, number, space, .. }) => {
                (*beginning, Some(Term { term: term.clone(), number: *number, space: *space }))
            }
            _ => (0, None),
        };
        let (mut found, mut looked, mut stopped) = (Vec::new(), 0, None);
        let left = self.left(anchor).await?;
        if let Some(few) = left.as_ref().filter(|left| (left.len() as u64) < FEW) {
            return self.among(few.iter().copied(), Some(anchor)).await;
        }
        while let Some(beginning) = word.beginnings.get(at) {
            if found.len() > self.limit || stopped.is_some() {
                break;
            }
            let some = if looked == 0 { self.limit + 10 } else { 1_000 };
            let terms = listing::terms(self.db, &self.spaces, beginning, behind.as_ref(), some as u64).await?;
            let numbers = terms.iter().map(|term| (term.space, term.number));
            let numbers: Vec<_> = numbers.filter(|at| left.as_ref().is_none_or(|left| left.contains(at))).collect();
            // A term that is passed over costs a tenth of a record that is looked at, or less.
            looked += numbers.len() + terms.len() / 10;
            let listed = listing::at(self.db, numbers, self.order).await?;
            for term in &terms {
                let Some(one) = listed.get(&(term.space, term.number)) else { continue };
                let findable = Findable::of(&one.prepared);
                let place = self.fit(&findable, one, anchor);
                let here = matches!(&place, Some(Place::Fit { beginning, term: best, .. }) if *beginning == at && *best == term.term);
                if here && self.conditions.iter().all(|word| findable.has(word)) {
                    found.extend(place.map(|place| (place, one.clone())));
                }
            }
            behind = terms.last().cloned();
            if looked >= PATIENCE {
                stopped = behind.clone().map(|Term { term, number, space }| Place::Fit {
                    word: anchor,
                    beginning: at,
                    term,
                    number,
                    space,
                });
            }
            if terms.len() < some {
                (at, behind) = (at + 1, None);
            }
        }
        Ok(self.page(found, None, stopped))
    }

    /// Through the list in its order, until the page is full or patience ends.
    async fn by_order(&self) -> Result<Looked, AppError> {
        let (mut found, mut looked, mut after, mut stopped) = (Vec::new(), 0, self.after.clone(), None);
        let mut some = self.limit + 1;
        while found.len() <= self.limit && stopped.is_none() {
            let rows = listing::walk(self.db, &self.spaces, self.order, after.as_ref(), some as u64).await?;
            looked += rows.len();
            let last = rows.len() < some;
            after = rows.last().map(|one| one.place().clone()).or(after);
            for one in rows {
                let findable =
                    if self.conditions.is_empty() { Findable::default() } else { Findable::of(&one.prepared) };
                if self.conditions.iter().all(|word| findable.has(word)) {
                    found.push((one.place().clone(), one));
                }
            }
            if last {
                break;
            }
            if looked >= PATIENCE {
                stopped.clone_from(&after);
            }
            some = 1_000;
        }
        let total = match self.conditions.as_slice() {
            [] => Some(listing::count(self.db, &self.spaces, COUNTED).await?),
            [one] if is_single(one) => Some(listing::probe(self.db, &self.spaces, &one.beginnings, COUNTED).await?),
            _ => None,
        };
        let total = total.filter(|count| *count < COUNTED);
        Ok(self.page(found, total, stopped))
    }

    /// The page, and behind what the next one begins: its last item, or where looking stopped.
    fn page(&self, mut found: Vec<(Place, Listed)>, total: Option<u64>, stopped: Option<Place>) -> Looked {
        let more = found.len() > self.limit;
        found.truncate(self.limit);
        let next = if more { found.last().map(|(place, _)| place.clone()) } else { stopped };
        let whole = self.after.is_none() && next.is_none();
        let total = total.or_else(|| whole.then_some(found.len() as u64));
        Looked { items: found.into_iter().map(|(_, one)| one).collect(), next, total }
    }
}
