//! Looking for organisations: by any name or reading, narrowed, sorted, in pages.

mod look;

use super::finder::Facet;
use crate::App;
use crate::access::{Action, Session};
use crate::error::AppError;
use crate::sharing::{bare_organisation, owners, told};
use look::look;
use samesky_model::reading::OrganisationKind;
use samesky_model::record::{Fact, KeptFact, OrganisationRecord, RecordState, Scope, Team};
use samesky_registry::find::{Question, Word};
use samesky_store::listing::{Listed, Order};
use samesky_store::{self as store, Sight, listing};
use std::collections::{BTreeMap, BTreeSet};

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
    let total = i64::try_from(looked.total.unwrap_or(look::FEW)).unwrap_or(i64::MAX);
    let rows = rows(db, session, question.scope, looked.items).await?;
    Ok((rows.into_iter().map(|row| row.organisation).collect(), total))
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
