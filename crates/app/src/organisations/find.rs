//! Looking for organisations: by any name or reading, narrowed, sorted, in pages.

use super::finder::Facet;
use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::sharing::{bare_organisation, owners, told};
use samesky_model::reading::OrganisationKind;
use samesky_model::record::{Fact, KeptFact, OrganisationRecord, RecordState, Scope, Team};
use samesky_registry::find::{Findable, Question, Word};
use samesky_store::listing::{Listed, Order, Place, Spaces, Term};
use samesky_store::{self as store, Sight, listing};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What is less common is looked through whole, so that it can be counted and put into any order.
const FEW: u64 = 2_000;
/// Rows that are looked at for one page at most.
const PATIENCE: usize = 20_000;
/// Counting all organisations ends here.
const COUNTED: u64 = 100_000;
/// Organisations that are looked at one by one without asking first what other words leave of them.
const CHEAP: u64 = 200;
/// Terms that a word may have for its organisations to be gathered, which costs less than to look at records.
const GATHERED: u64 = 60_000;
/// Values of one kind that a list can be narrowed by at most.
const CHOICES: usize = 60;

/// The order of a list of organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrganisationSort {
    /// Those that fit the question best first; by name where nothing is asked.
    #[default]
    Fit,
    /// By name, in the order of the language of the list.
    Name,
    /// The record made last first.
    Newest,
    /// Those that most announcements name first.
    Announcements,
}

impl OrganisationSort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Fit, Self::Name, Self::Newest, Self::Announcements];

    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fit => "fit",
            Self::Name => "name",
            Self::Newest => "newest",
            Self::Announcements => "announcements",
        }
    }
}

/// The language of a list, for its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListLanguage {
    /// Chinese, by pinyin.
    #[default]
    Zh,
    /// Japanese, by kana.
    Ja,
    /// Thai.
    Th,
    /// English, and everything else.
    En,
}

/// Which organisations, in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganisationQuestion {
    /// Words of a name, a reading or a number.
    pub text: String,
    /// Of this kind.
    pub kind: Option<OrganisationKind>,
    /// Whether it still rests on something.
    pub state: Option<RecordState>,
    /// Of this country/region.
    pub country: Option<String>,
    /// At this place or within it, in whatever language it is written.
    pub place: Option<String>,
    /// Of this industry, as `scheme:code`.
    pub industry: Option<String>,
    /// Of this size, as written.
    pub size: Option<String>,
    /// Settled in this zone, as written.
    pub zone: Option<String>,
    /// Whose.
    pub scope: Scope,
    /// In which order.
    pub sort: OrganisationSort,
    /// The language of the order by name.
    pub language: ListLanguage,
}

/// An organisation that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundOrganisation {
    /// The organisation.
    pub organisation: OrganisationRecord,
    /// The team that shares it, where it is not the own one.
    pub owner: Option<Team>,
    /// What officers and lists say of it; nothing of another team's.
    pub facts: Vec<KeptFact>,
    /// Of another team's what it tells others: places, numbers of registers.
    pub told: Vec<Fact>,
    /// Number of announcements that name it.
    pub sources: i64,
}

/// One page of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundOrganisations {
    /// The organisations.
    pub items: Vec<FoundOrganisation>,
    /// The cursor of the page after this one.
    pub next: Option<String>,
    /// How many there are, where they are few enough to be counted.
    pub total: Option<u64>,
}

/// By what a list can be narrowed: the values that are there, the first of each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganisationChoices {
    /// Codes of countries/regions.
    pub countries: Vec<String>,
    /// Places, each once, as one of the records writes it.
    pub places: Vec<String>,
    /// Industries as `scheme:code`.
    pub industries: Vec<String>,
    /// Sizes, as written.
    pub sizes: Vec<String>,
    /// Zones, as written.
    pub zones: Vec<String>,
}

impl OrganisationQuestion {
    /// Whether it asks for anything but an order.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.conditions().is_empty()
    }

    fn conditions(&self) -> Vec<Word> {
        let mut words = Question::parse(&self.text).words;
        let facets = [
            (Facet::Kind, self.kind.map(|kind| kind.to_string())),
            (Facet::State, self.state.map(|state| state.to_string())),
            (Facet::Country, self.country.clone()),
            (Facet::Place, self.place.clone()),
            (Facet::Industry, self.industry.clone()),
            (Facet::Size, self.size.clone()),
            (Facet::Zone, self.zone.clone()),
        ];
        words.extend(facets.into_iter().filter_map(|(facet, value)| Some(facet.word(&value?))));
        words
    }

    fn order(&self) -> Order {
        match self.sort {
            OrganisationSort::Newest => Order::Newest,
            OrganisationSort::Announcements => Order::Announcements,
            OrganisationSort::Fit | OrganisationSort::Name => Order::Name(match self.language {
                ListLanguage::Zh => 0,
                ListLanguage::Ja => 1,
                ListLanguage::Th => 2,
                ListLanguage::En => 3,
            }),
        }
    }

    /// What cursors are good for: another order has others.
    fn list(&self) -> String {
        format!("organisations-{:?}-{:?}", self.sort, self.language)
    }
}

impl App {
    /// Organisations that a question finds, in its order.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn find_organisations(
        &self,
        session: &Session,
        question: &OrganisationQuestion,
        after: Option<&str>,
        limit: usize,
    ) -> Result<FoundOrganisations, AppError> {
        session.may(Action::Read)?;
        let db = &self.store.snapshot().await?;
        let looked = look(db, session, question, after, limit.clamp(1, 200)).await?;
        let next = match looked.next {
            Some(place) => Some(place.cursor(&question.list())?),
            None => None,
        };
        let items = rows(db, session, question.scope, looked.items).await?;
        Ok(FoundOrganisations { items, next, total: looked.total })
    }

    /// By what a list can be narrowed.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn organisation_choices(&self, session: &Session, scope: Scope) -> Result<OrganisationChoices, AppError> {
        session.may(Action::Read)?;
        let db = &self.store.snapshot().await?;
        let spaces = &listing::spaces(db, session.team, scope).await?;
        let of = async |facet: Facet| listing::values(db, spaces, facet.letter(), CHOICES).await;
        let mut seen = BTreeSet::new();
        let mut places = of(Facet::Place).await?;
        places.retain(|value| seen.insert(value.split('\t').next().unwrap_or_default().to_owned()));
        let label = |value: String| value.rsplit('\t').next().unwrap_or_default().to_owned();
        Ok(OrganisationChoices {
            countries: of(Facet::Country).await?,
            places: places.into_iter().map(label).collect(),
            industries: of(Facet::Industry).await?,
            sizes: of(Facet::Size).await?,
            zones: of(Facet::Zone).await?,
        })
    }

    /// Makes organisations findable that are not yet: those that were kept before there was such a list, and all where its rules have
    /// changed. Gives how many.
    ///
    /// # Errors
    /// When the store does not answer; what was done until then stays.
    pub async fn list_organisations_again(&self) -> Result<u64, AppError> {
        Ok(listing::list_missing(&self.store, &super::finder::Finder).await?.organisations)
    }

    /// How many organisations of the team are kept but not findable yet, as after a very long list.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn organisations_waiting(&self, session: &Session) -> Result<u64, AppError> {
        session.may(Action::Read)?;
        Ok(listing::waiting(&self.store, session.team).await?)
    }

    /// Makes organisations findable that a long list or its undoing touched. What is kept is kept: where it fails, the next start goes on.
    pub(super) async fn list_waiting_organisations(&self) {
        if let Err(error) = listing::list_waiting(&self.store, &super::finder::Finder).await {
            tracing::error!(%error, "organisations could not be made findable; the next start tries again");
        }
    }
}

/// The first that are found, and how many there are: where they are too many to be counted, at least so many.
pub(crate) async fn first_of(
    db: &dyn store::Db,
    session: &Session,
    question: &OrganisationQuestion,
    limit: usize,
) -> Result<(Vec<OrganisationRecord>, i64), AppError> {
    let looked = look(db, session, question, None, limit).await?;
    let total = i64::try_from(looked.total.unwrap_or(FEW)).unwrap_or(i64::MAX);
    let rows = rows(db, session, question.scope, looked.items).await?;
    Ok((rows.into_iter().map(|row| row.organisation).collect(), total))
}

/// What was found, before the records are read.
#[derive(Default)]
struct Looked {
    items: Vec<Listed>,
    next: Option<Place>,
    total: Option<u64>,
}

async fn rows(
    db: &dyn store::Db,
    session: &Session,
    scope: Scope,
    found: Vec<Listed>,
) -> Result<Vec<FoundOrganisation>, AppError> {
    let team = session.team;
    let ids: Vec<_> = found.iter().map(|listed| listed.organisation).collect();
    let records = store::organisation::seen_many(db, Sight::of(team, scope), &ids).await?;
    let owners = owners(db, team, records.iter().map(|one| one.team)).await?;
    let mut facts = store::organisation::fact::of(db, team, &ids).await?;
    for other in owners.keys() {
        facts.extend(store::organisation::fact::of(db, *other, &ids).await?);
    }
    let counts: BTreeMap<_, i64> = found.iter().map(|listed| (listed.organisation, listed.announcements)).collect();
    let row = |record: OrganisationRecord| {
        let kept = facts.remove(&record.id).unwrap_or_default();
        let (facts, told) = if record.team == team { (kept, Vec::new()) } else { (Vec::new(), told(kept)) };
        FoundOrganisation {
            owner: owners.get(&record.team).cloned(),
            facts,
            told,
            sources: counts.get(&record.id).copied().unwrap_or(0),
            organisation: bare_organisation(team, record),
        }
    };
    Ok(records.into_iter().map(row).collect())
}

/// Looks by the rarest condition, and holds what it finds against the others.
async fn look(
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
