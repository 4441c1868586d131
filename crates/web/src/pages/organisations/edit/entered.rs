//! What stands in the form of an organisation's values: rows of named parts, from what is kept or from what was typed.

use crate::lang::{Lang, error, tr};
use crate::pages::draft::Typed;
use crate::pages::lines::{Line, Lines, Wrong};
use samesky_app::Field;
use samesky_app::organisations::industry::{self, Industry};
use samesky_app::organisations::{
    Belonging, BelongsAs, Fact, FactField, IndustryCode, KeptFact, NameKind, NumberVerdict, OrganisationName,
    OrganisationNumber, Ranking, Settlement, country_of, tidy,
};
use samesky_model::date::PartialDate;
use samesky_model::record::OrganisationRecord;
use std::collections::BTreeMap;

/// The form.
#[derive(Debug, Default)]
pub(super) struct Entered {
    /// Its lines.
    pub(super) lines: Lines<FactField>,
    /// Organisations of which one is meant as the parent.
    pub(super) parents: Vec<OrganisationRecord>,
    /// Industries of which one is meant, by line: code and title.
    pub(super) industries: BTreeMap<usize, Vec<(String, String)>>,
}

/// Industries that are offered for words at most.
const INDUSTRIES: usize = 12;

/// The parts of a row, the one without which the row is empty first.
pub(super) const fn parts(field: FactField) -> &'static [&'static str] {
    match field {
        FactField::Name => &["text", "language", "kind", "reading"],
        FactField::Identifier => &["value", "scheme"],
        FactField::Industry => &["code", "scheme", "chosen"],
        FactField::Zone => &["name", "place", "since"],
        FactField::Ranking => &["list", "year", "rank", "source"],
        FactField::Parent => &["organisation", "how", "was", "chosen"],
        _ => &["text"],
    }
}

impl Entered {
    /// What is kept; `parent` is what the parent is called.
    pub(super) fn kept(facts: &[KeptFact], parent: Option<&str>) -> Self {
        let mut entered = Self::default();
        for kept in facts {
            entered.lines.push(kept.fact.field(), row_of(&kept.fact, parent));
        }
        entered
    }

    /// What was typed.
    pub(super) fn typed(typed: &Typed) -> Self {
        Self { lines: Lines::typed(typed, is_blank), ..Self::default() }
    }

    /// Puts codes where words were typed that mean one industry; where they mean several, these are offered.
    pub(super) fn find_industries(&mut self, language: &str) {
        for (at, line) in self.lines.of_mut(FactField::Industry).iter_mut().enumerate() {
            let part = |name: &str| line.get(name).cloned().unwrap_or_default();
            let (written, chosen) = (part("code"), part("chosen"));
            let Some(known) = industry::classification(&part("scheme")) else { continue };
            let first = written.split_whitespace().next().unwrap_or_default();
            let code = [chosen.as_str(), &written, first].into_iter().find_map(|code| known.normal(code));
            let found = if code.is_some() { Vec::new() } else { known.find(&written, INDUSTRIES) };
            let only = found.first().filter(|_| found.len() == 1).and_then(|one| known.normal(&one.code));
            if let Some(code) = code.or(only) {
                line.insert("code".to_owned(), code);
                line.remove("chosen");
            } else if !found.is_empty() {
                let offer = |one: &&Industry| {
                    let code = known.normal(&one.code).unwrap_or_default();
                    (code.clone(), format!("{code} {}", one.title(language).0))
                };
                self.industries.insert(at, found.iter().map(offer).collect());
            }
        }
    }

    /// The facts of all rows; rows that are no fact are noted as wrong.
    pub(super) fn facts(&mut self, lang: Lang) -> Vec<Fact> {
        let (mut facts, mut wrong) = (Vec::new(), Vec::new());
        for (field, line, row) in self.lines.all() {
            match fact(field, row).and_then(tidy) {
                Ok(fact) => facts.push(fact),
                Err(_) if field == FactField::Parent && !self.parents.is_empty() => {
                    let error = tr(lang, "problem-several-organisations", &[]);
                    wrong.push(Wrong { field, line, part: "chosen", error });
                }
                Err(_) if field == FactField::Industry && self.industries.contains_key(&line) => {
                    let error = tr(lang, "problem-several-industries", &[]);
                    wrong.push(Wrong { field, line, part: "chosen", error });
                }
                Err(problem) => {
                    let (part, error) = (part_of(field, &problem), error::field(lang, &problem));
                    wrong.push(Wrong { field, line, part, error });
                }
            }
        }
        self.lines.wrong.extend(wrong);
        facts
    }

    /// Notes a refusal of the whole at the row that it speaks of.
    pub(super) fn refuse(&mut self, lang: Lang, problem: &Field) {
        let error = error::field(lang, problem);
        let field = match problem.name.as_str() {
            "identifiers" => FactField::Identifier,
            "parent" => FactField::Parent,
            "names" => FactField::Name,
            _ => {
                self.lines.said = Some(error);
                return;
            }
        };
        let found = problem.found.as_deref().unwrap_or_default();
        let line = self.lines.of(field).iter().position(|row| lookup(field, row).as_deref() == Some(found));
        self.lines.wrong.push(Wrong { field, line: line.unwrap_or(0), part: parts(field)[0], error });
    }
}

fn is_blank(field: FactField, row: &Line) -> bool {
    let filled = |part: &str| row.get(part).is_some_and(|value| !value.is_empty());
    match field {
        FactField::Ranking => !["list", "year", "rank"].into_iter().any(filled),
        FactField::Zone => !["name", "place", "since"].into_iter().any(filled),
        _ => !filled(parts(field)[0]),
    }
}

fn lookup(field: FactField, row: &Line) -> Option<String> {
    fact(field, row).and_then(tidy).ok()?.lookup()
}

/// The verdict on a number as it would be kept.
pub(super) fn verdict(row: &Line) -> Option<NumberVerdict> {
    match fact(FactField::Identifier, row).and_then(tidy) {
        Ok(Fact::Identifier(number)) => Some(number.verdict),
        _ => None,
    }
}

fn row_of(fact: &Fact, parent: Option<&str>) -> Line {
    let pairs: Vec<(&str, String)> = match fact {
        Fact::Name(name) => vec![
            ("text", name.text.clone()),
            ("language", name.language.clone().unwrap_or_default()),
            ("kind", name.kind.to_string()),
            ("reading", name.reading.clone().unwrap_or_default()),
        ],
        Fact::Identifier(number) => vec![("value", number.value.clone()), ("scheme", number.scheme.clone())],
        Fact::Industry(industry) => vec![("code", industry.code.clone()), ("scheme", industry.scheme.clone())],
        Fact::Zone(zone) => vec![
            ("name", zone.name.clone()),
            ("place", zone.place.clone().unwrap_or_default()),
            ("since", zone.since.map(|date| date.to_string()).unwrap_or_default()),
        ],
        Fact::Ranking(ranking) => vec![
            ("list", ranking.list.clone()),
            ("year", ranking.year.to_string()),
            ("rank", ranking.rank.to_string()),
            ("source", ranking.source.clone().unwrap_or_default()),
        ],
        Fact::Parent(belonging) => {
            let id = belonging.organisation.to_string();
            let called = parent.map_or_else(|| id.clone(), str::to_owned);
            vec![("was", format!("{id} {called}")), ("organisation", called), ("how", belonging.how.to_string())]
        }
        Fact::Kind(kind) => vec![("text", kind.to_string())],
        Fact::Founded(date) => vec![("text", date.to_string())],
        Fact::Country(text)
        | Fact::Place(text)
        | Fact::Size(text)
        | Fact::Website(text)
        | Fact::Email(text)
        | Fact::Phone(text)
        | Fact::Address(text)
        | Fact::Note(text) => vec![("text", text.clone())],
    };
    pairs.into_iter().map(|(part, value)| (part.to_owned(), value)).collect()
}

fn fact(field: FactField, row: &Line) -> Result<Fact, Field> {
    let part = |name: &str| row.get(name).cloned().unwrap_or_default();
    let some = |name: &str| Some(part(name)).filter(|text| !text.is_empty());
    let text = || part("text");
    Ok(match field {
        FactField::Name => Fact::Name(OrganisationName {
            text: text(),
            language: some("language"),
            kind: part("kind").parse().unwrap_or(NameKind::Legal),
            reading: some("reading"),
        }),
        FactField::Identifier => {
            let verdict = NumberVerdict::Unchecked;
            Fact::Identifier(OrganisationNumber { scheme: part("scheme"), value: part("value"), verdict })
        }
        FactField::Industry => Fact::Industry(IndustryCode { scheme: part("scheme"), code: part("code") }),
        FactField::Zone => {
            let since = some("since").map(|text| date(&text)).transpose()?;
            Fact::Zone(Settlement { name: part("name"), place: some("place"), since })
        }
        FactField::Ranking => Fact::Ranking(Ranking {
            list: part("list"),
            year: number(&part("year"), "no-year")?,
            rank: number(&part("rank"), "no-rank")?,
            source: some("source"),
        }),
        FactField::Parent => Fact::Parent(Belonging {
            organisation: part("chosen").parse().map_err(|_| wrong("no-such-organisation", &part("organisation")))?,
            how: part("how").parse().unwrap_or(BelongsAs::Affiliate),
        }),
        FactField::Kind => Fact::Kind(text().parse().map_err(|_| wrong("unknown-code", &text()))?),
        FactField::Country => Fact::Country(country_of(&text()).map_or_else(text, str::to_owned)),
        FactField::Founded => Fact::Founded(date(&text())?),
        FactField::Place => Fact::Place(text()),
        FactField::Size => Fact::Size(text()),
        FactField::Website => Fact::Website(text()),
        FactField::Email => Fact::Email(text()),
        FactField::Phone => Fact::Phone(text()),
        FactField::Address => Fact::Address(text()),
        FactField::Note => Fact::Note(text()),
    })
}

fn date(text: &str) -> Result<PartialDate, Field> {
    text.parse().map_err(|_| wrong("no-date", text))
}

fn number<N: std::str::FromStr>(text: &str, problem: &'static str) -> Result<N, Field> {
    text.parse().map_err(|_| wrong(problem, text))
}

fn wrong(problem: &'static str, found: &str) -> Field {
    Field { name: String::new(), problem, found: Some(found.to_owned()) }
}

/// The part of a row that a problem speaks of.
fn part_of(field: FactField, problem: &Field) -> &'static str {
    match (field, problem.problem) {
        (_, "no-language-tag") => "language",
        (_, "no-scheme") => "scheme",
        (FactField::Zone, "no-date") => "since",
        (_, "no-year") => "year",
        (_, "no-rank") => "rank",
        _ => parts(field)[0],
    }
}

#[cfg(test)]
mod tests {
    use super::{Entered, Wrong};
    use crate::lang::{Lang, tr};
    use samesky_app::organisations::{Fact, FactField, IndustryCode, NameKind, OrganisationName, Settlement};

    fn typed(pairs: &[(&str, &str)]) -> Entered {
        Entered::typed(&pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn rows_that_are_typed_become_facts_and_blank_rows_nothing() {
        let mut entered = typed(&[
            ("name-0-text", " 架空精机 "),
            ("name-0-language", "zh-Hans"),
            ("name-0-kind", "short"),
            ("name-1-text", ""),
            ("name-1-language", "ja"),
            ("zone-7-name", "架空园区"),
            ("zone-7-since", "2021-05"),
            ("country-0-text", "日本"),
            ("version", "3"),
            ("name-x-text", "nothing"),
        ]);
        let facts = entered.facts(Lang::En);
        let name = OrganisationName {
            text: "架空精机".to_owned(),
            language: Some("zh-Hans".to_owned()),
            kind: NameKind::Short,
            reading: None,
        };
        let since = Some("2021-05".parse().expect("a date"));
        let zone = Settlement { name: "架空园区".to_owned(), place: None, since };
        assert_eq!(facts, [Fact::Name(name), Fact::Country("JP".to_owned()), Fact::Zone(zone)]);
        assert_eq!(entered.lines.wrong, []);
    }

    #[test]
    fn words_that_mean_one_industry_become_its_code_and_several_are_offered() {
        let mut entered = typed(&[
            ("industry-0-scheme", "isic-4"),
            ("industry-0-code", "29 汽车、挂车"),
            ("industry-1-scheme", "gbt-4754-2017"),
            ("industry-1-code", "烟草"),
            ("industry-2-scheme", "jsic-14"),
            ("industry-2-code", "機械器具"),
            ("industry-3-scheme", "isic-4"),
            ("industry-3-code", "no such thing"),
        ]);
        entered.find_industries("ja");
        let facts = entered.facts(Lang::En);
        let code = |scheme: &str, code: &str| {
            Fact::Industry(IndustryCode { scheme: scheme.to_owned(), code: code.to_owned() })
        };
        assert_eq!(facts, [code("isic-4", "C29"), code("gbt-4754-2017", "C16")]);
        let offered = entered.industries.get(&2).expect("several");
        assert!(offered.contains(&("E31".to_owned(), "E31 輸送用機械器具製造業".to_owned())), "{offered:?}");
        let at: Vec<_> = entered.lines.wrong.iter().map(|one| (one.line, one.part)).collect();
        assert_eq!(at, [(2, "chosen"), (3, "code")]);
    }

    #[test]
    fn wrong_part_of_a_row_is_noted_there() {
        let mut entered = typed(&[
            ("ranking-0-list", "架空500"),
            ("ranking-0-year", "2024"),
            ("ranking-0-rank", "first"),
            ("email-0-text", "a@example.org"),
            ("email-1-text", "nowhere"),
        ]);
        let facts = entered.facts(Lang::En);
        assert_eq!(facts, [Fact::Email("a@example.org".to_owned())]);
        let at = |field, line, part, key: &str, found: &str| Wrong {
            field,
            line,
            part,
            error: tr(Lang::En, key, &[("found", found.into())]),
        };
        let expected = [
            at(FactField::Email, 1, "text", "problem-no-email", "nowhere"),
            at(FactField::Ranking, 0, "rank", "problem-no-rank", "first"),
        ];
        assert_eq!(entered.lines.wrong, expected);
    }
}
