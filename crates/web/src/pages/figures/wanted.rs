//! Which figures a list shows, in which order: from the address and back into it.
//!
//! A word that is not known is refused. Passed over it would show other figures, and other sums, than were asked for.

use crate::pages::query;
use samesky_app::AppError;
use samesky_app::figures::{FigureFilter, FigureOrder, FigureSort};
use samesky_model::record::{FacetKind, Scope};
use serde::Deserialize;
use std::str::FromStr;

/// The address of the list.
pub(super) const LIST: &str = "/figures";

/// The questions as they stand in the address. The names are those of the API.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub(in crate::pages) struct Asked {
    measure: Option<String>,
    #[serde(alias = "class")]
    money_class: Option<String>,
    unit: Option<String>,
    status: Option<String>,
    state: Option<String>,
    counting: Option<String>,
    event: Option<String>,
    project: Option<String>,
    organisation: Option<String>,
    announcement: Option<String>,
    year: Option<String>,
    facet: Option<String>,
    facet_key: Option<String>,
    #[serde(alias = "q")]
    text: Option<String>,
    contested: Option<String>,
    scope: Option<String>,
    sort: Option<String>,
    ascending: Option<String>,
    after: Option<String>,
}

/// Which figures, in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::pages) struct Wanted {
    pub(super) filter: FigureFilter,
    pub(super) sort: FigureSort,
    pub(super) after: Option<String>,
}

impl Asked {
    pub(super) fn read(&self) -> Result<Wanted, AppError> {
        let contested = self.contested.as_deref().is_some_and(|said| !matches!(said.trim(), "" | "0" | "false"));
        let filter = FigureFilter {
            measure: word(self.measure.as_ref(), "measure")?,
            money_class: word(self.money_class.as_ref(), "money_class")?,
            unit: query::filled(self.unit.as_ref()),
            status: word(self.status.as_ref(), "status")?,
            state: word(self.state.as_ref(), "state")?,
            counting: word(self.counting.as_ref(), "counting")?,
            event: word(self.event.as_ref(), "event")?,
            project: word(self.project.as_ref(), "project")?,
            organisation: word(self.organisation.as_ref(), "organisation")?,
            announcement: word(self.announcement.as_ref(), "announcement")?,
            year: word(self.year.as_ref(), "year")?,
            facet: word::<FacetKind>(self.facet.as_ref(), "facet")?.zip(query::filled(self.facet_key.as_ref())),
            text_contains: query::filled(self.text.as_ref()),
            contested_only: contested,
            scope: word(self.scope.as_ref(), "scope")?.unwrap_or_default(),
        };
        Ok(Wanted { filter, sort: self.order()?, after: query::filled(self.after.as_ref()) })
    }

    fn order(&self) -> Result<FigureSort, AppError> {
        let by = match query::filled(self.sort.as_ref()).as_deref() {
            None | Some("value") => FigureOrder::Value,
            Some("year") => FigureOrder::Year,
            Some("announcements") => FigureOrder::Announcements,
            Some(other) => return Err(AppError::invalid_value("sort", "unknown-code", other)),
        };
        let ascending = query::filled(self.ascending.as_ref()).is_some_and(|said| said == "true");
        Ok(FigureSort { by, descending: !ascending })
    }
}

fn word<T: FromStr>(value: Option<&String>, field: &str) -> Result<Option<T>, AppError> {
    query::filled(value)
        .map(|word| word.parse().map_err(|_| AppError::invalid_value(field, "unknown-code", word)))
        .transpose()
}

impl Wanted {
    /// The figures that a filter lets through, in the usual order.
    pub(in crate::pages) fn of(filter: FigureFilter) -> Self {
        Self { filter, ..Self::default() }
    }

    /// The same figures in another order, from the beginning.
    pub(super) fn sorted(&self, sort: FigureSort) -> Self {
        Self { filter: self.filter.clone(), sort, after: None }
    }

    /// The same figures, those without a year first.
    pub(super) fn without_year_first(self) -> Self {
        self.sorted(FigureSort { by: FigureOrder::Year, descending: false })
    }

    /// The address of the list.
    pub(in crate::pages) fn address(&self) -> String {
        self.address_of(LIST)
    }

    /// The same questions at another address.
    pub(super) fn address_of(&self, path: &str) -> String {
        let mut pairs = self.filters();
        pairs.extend(self.order());
        pairs.push(("after", self.after.clone().unwrap_or_default()));
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        query::address(path, &pairs)
    }

    /// The filter as names and values.
    pub(super) fn filters(&self) -> Vec<(&'static str, String)> {
        let filter = &self.filter;
        let said = |value: Option<&dyn ToString>| value.map(ToString::to_string).unwrap_or_default();
        let mut pairs = vec![
            ("measure", said(filter.measure.as_ref().map(|value| value as _))),
            ("money_class", said(filter.money_class.as_ref().map(|value| value as _))),
            ("unit", filter.unit.clone().unwrap_or_default()),
            ("status", said(filter.status.as_ref().map(|value| value as _))),
            ("state", said(filter.state.as_ref().map(|value| value as _))),
            ("counting", said(filter.counting.as_ref().map(|value| value as _))),
            ("event", said(filter.event.as_ref().map(|value| value as _))),
            ("project", said(filter.project.as_ref().map(|value| value as _))),
            ("organisation", said(filter.organisation.as_ref().map(|value| value as _))),
            ("announcement", said(filter.announcement.as_ref().map(|value| value as _))),
            ("year", said(filter.year.as_ref().map(|value| value as _))),
            ("text", filter.text_contains.clone().unwrap_or_default()),
            ("contested", if filter.contested_only { "true".to_owned() } else { String::new() }),
            ("scope", if filter.scope == Scope::Own { String::new() } else { filter.scope.to_string() }),
        ];
        if let Some((kind, key)) = &filter.facet {
            pairs.extend([("facet", kind.to_string()), ("facet_key", key.clone())]);
        }
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// The order as names and values; nothing where it is the usual one.
    pub(super) fn order(&self) -> Vec<(&'static str, String)> {
        let by = match self.sort.by {
            FigureOrder::Value => "",
            FigureOrder::Year => "year",
            FigureOrder::Announcements => "announcements",
        };
        let ascending = if self.sort.descending { "" } else { "true" };
        vec![("sort", by.to_owned()), ("ascending", ascending.to_owned())]
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Wanted};
    use samesky_app::figures::{FigureFilter, FigureOrder, FigureSort};
    use samesky_model::reading::{Measure, MoneyClass, Status};
    use samesky_model::record::{Counting, FacetKind, FigureState, Scope};

    fn asked(query: &str) -> Asked {
        serde_html_form::from_str(query).expect("a query")
    }

    #[test]
    fn wanted_through_the_address_is_the_same() {
        let filter = FigureFilter {
            measure: Some(Measure::TotalInvestment),
            money_class: Some(MoneyClass::Planned),
            unit: Some("CNY".to_owned()),
            status: Some(Status::Actual),
            state: Some(FigureState::Agreed),
            counting: Some(Counting::Counted),
            event: "018f3c5e-0000-7000-8000-000000000001".parse().ok(),
            project: "018f3c5e-0000-7000-8000-000000000002".parse().ok(),
            organisation: "018f3c5e-0000-7000-8000-000000000003".parse().ok(),
            announcement: "018f3c5e-0000-7000-8000-000000000004".parse().ok(),
            year: Some(2020),
            facet: Some((FacetKind::Party, "CN-SC/chengdu".to_owned())),
            text_contains: Some("成都 & <日本>".to_owned()),
            contested_only: true,
            scope: Scope::All,
        };
        assert!(filter.event.is_some() && filter.announcement.is_some());
        let sort = FigureSort { by: FigureOrder::Year, descending: false };
        let wanted = Wanted { filter, sort, after: Some("abc".to_owned()) };
        let address = wanted.address();
        let query = address.split_once('?').expect("a query").1;
        assert_eq!(asked(query).read().expect("a filter"), wanted);
    }

    #[test]
    fn asked_nothing_is_every_figure_and_short_names_are_known() {
        assert_eq!(asked("measure=&lang=ja").read().expect("a filter"), Wanted::default());
        assert_eq!(Wanted::default().address(), "/figures");
        let class = asked("class=paid_in&q=x&contested=1").read().expect("a filter").filter;
        let expected = FigureFilter {
            money_class: Some(MoneyClass::PaidIn),
            text_contains: Some("x".to_owned()),
            contested_only: true,
            ..FigureFilter::default()
        };
        assert_eq!(class, expected);
    }

    #[test]
    fn asked_unknown_word_is_refused_and_named() {
        for query in ["measure=weight", "year=soon", "year=99999", "event=x", "facet=moon&facet_key=1", "sort=name"] {
            let refused = asked(query).read().expect_err("refused").to_string();
            let (field, word) = query.split('&').next().and_then(|pair| pair.split_once('=')).expect("a pair");
            assert!(refused.contains(field) && refused.contains(word), "{query}: {refused}");
        }
    }
}
