//! Claims on words of [`crate::world::NOTHING`].

use crate::world::NOTHING;
use samesky_model::Decimal;
use samesky_model::reading::{
    DateBasis, EventClaim, EventType, FigureClaim, Measure, MoneyClass, ProjectClaim, Qualifier, Status, Tier,
};
use samesky_model::record::Claim;

fn place(word: &str) -> (usize, usize) {
    let start = NOTHING.find(word).expect("a word of the text");
    (start, start + word.len())
}

/// A signing on that day in an invented place, on the word `lorem`.
pub(crate) fn event(name: &str, date: &str) -> EventClaim {
    let (start, end) = place("lorem");
    EventClaim {
        id: String::new(),
        kind: EventType::Signing,
        name: Some(name.to_owned()),
        date: date.parse().ok(),
        date_basis: DateBasis::Text,
        places: vec!["霞川".to_owned()],
        mode: None,
        organisers: Vec::new(),
        part_of: None,
        zone: None,
        industries: Vec::new(),
        start,
        end,
        remarks: Vec::new(),
    }
}

/// Planned money in yuan of the event `x1`, on a word.
pub(crate) fn money(word: &str, value: i64) -> FigureClaim {
    let (start, end) = place(word);
    FigureClaim {
        id: String::new(),
        measure: Measure::TotalInvestment,
        value: Decimal::from(value),
        low: None,
        high: None,
        unit: Some("CNY".to_owned()),
        qualifier: Qualifier::Exact,
        money_class: MoneyClass::Planned,
        status: Status::Actual,
        period: None,
        flow: None,
        subject: Some(word.to_owned()),
        event: Some("x1".to_owned()),
        project: None,
        organisation: None,
        part_of: None,
        tier: None,
        start,
        end,
        quote: word.to_owned(),
        spans: Vec::new(),
        remarks: Vec::new(),
    }
}

/// A number of projects of the event `x1`, on a word.
pub(crate) fn projects(word: &str, value: i64) -> FigureClaim {
    FigureClaim {
        measure: Measure::ProjectsSigned,
        unit: Some("projects".to_owned()),
        money_class: MoneyClass::None,
        ..money(word, value)
    }
}

/// So many projects of a size class.
pub(crate) fn tier(word: &str, count: i64, size: i64) -> FigureClaim {
    let tier = Some(Tier { value: Decimal::from(size), unit: "CNY".to_owned() });
    FigureClaim { tier, ..projects(word, count) }
}

/// A project of a company, signed at the event `x1`.
pub(crate) fn project(name: &str, organisation: &str) -> ProjectClaim {
    let (start, end) = place("ipsum");
    ProjectClaim {
        id: String::new(),
        name: name.to_owned(),
        organisations: vec![organisation.to_owned()],
        place: Some("霞川".to_owned()),
        event: Some("x1".to_owned()),
        industries: Vec::new(),
        start,
        end,
        remarks: Vec::new(),
    }
}

/// The whole telling of one event: the event and its money.
pub(crate) fn telling(name: &str, date: &str, value: i64) -> Vec<Claim> {
    vec![Claim::Event(event(name, date)), Claim::Figure(money("dolor", value))]
}
