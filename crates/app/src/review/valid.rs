//! What a corrected or added claim must be like.

use crate::error::{AppError, Field};
use samesky_model::reading::{FigureClaim, MoneyClass, Qualifier};
use samesky_model::record::{Claim, ClaimRecord};

/// A correction keeps kind and local name, and its quote is the slice of the text that it points at.
pub(super) fn corrected(before: &ClaimRecord, claim: Claim, text: &str) -> Result<Claim, AppError> {
    if claim.kind() != before.current.kind() {
        return Err(AppError::invalid("kind", "kind-changed"));
    }
    let claim = with_local_id(claim, before.current.local_id());
    check(claim, text)
}

/// Points the claim's quote at the text and checks its fields. An event may be told of by the text as a whole (0–0).
pub(super) fn check(mut claim: Claim, text: &str) -> Result<Claim, AppError> {
    let (start, end) = claim.place();
    let whole_text = matches!(claim, Claim::Event(_)) && (start, end) == (0, 0);
    let quote = slice(text, start, end).or_else(|| whole_text.then(String::new)).ok_or_else(|| {
        AppError::invalid_value("start", "outside-text", format!("{start}–{end} of {}", text.chars().count()))
    })?;
    let mut wrong = Vec::new();
    match &mut claim {
        Claim::Figure(figure) => {
            figure.quote = quote;
            figure.spans.retain(|span| slice(text, span.start, span.end).as_deref() == Some(span.quote.as_str()));
            wrong.extend(figure_fields(figure));
        }
        Claim::Event(event) => wrong.extend(too_long("name", event.name.as_deref())),
        Claim::Organisation(organisation) => {
            organisation.spans.retain(|span| slice(text, span.start, span.end).as_deref() == Some(span.quote.as_str()));
            wrong.extend(name_field(&organisation.name));
        }
        Claim::Project(project) => wrong.extend(name_field(&project.name)),
    }
    if wrong.is_empty() { Ok(claim) } else { Err(AppError::Invalid(wrong)) }
}

fn figure_fields(figure: &FigureClaim) -> Vec<Field> {
    let mut wrong = Vec::new();
    let is_money = figure.unit.as_deref().is_some_and(is_currency);
    if figure.money_class != MoneyClass::None && !is_money && figure.qualifier != Qualifier::Tier {
        wrong.push(field("unit", "class-without-currency", figure.unit.clone()));
    }
    if figure.value.is_sign_negative() && !is_money {
        wrong.push(field("value", "negative-count", Some(figure.value.to_string())));
    }
    if let (Some(low), Some(high)) = (figure.low, figure.high)
        && low > high
    {
        wrong.push(field("low", "range-upside-down", Some(format!("{low}–{high}"))));
    }
    wrong.extend(too_long("subject", figure.subject.as_deref()));
    wrong
}

fn name_field(name: &str) -> Option<Field> {
    if name.trim().is_empty() {
        return Some(field("name", "name-missing", None));
    }
    too_long("name", Some(name))
}

fn too_long(name: &str, value: Option<&str>) -> Option<Field> {
    let length = value.map_or(0, |value| value.chars().count());
    (length > 500).then(|| field(name, "too-long", Some(length.to_string())))
}

fn field(name: &str, problem: &'static str, found: Option<String>) -> Field {
    Field { name: name.to_owned(), problem, found }
}

/// Three capital letters: ISO 4217 codes are the only units written so.
fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase())
}

fn with_local_id(claim: Claim, id: &str) -> Claim {
    match claim {
        Claim::Event(mut claim) => {
            id.clone_into(&mut claim.id);
            Claim::Event(claim)
        }
        Claim::Figure(mut claim) => {
            id.clone_into(&mut claim.id);
            Claim::Figure(claim)
        }
        Claim::Organisation(mut claim) => {
            id.clone_into(&mut claim.id);
            Claim::Organisation(claim)
        }
        Claim::Project(mut claim) => {
            id.clone_into(&mut claim.id);
            Claim::Project(claim)
        }
    }
}

/// The slice from one code point to another, where it is not empty and inside the text.
fn slice(text: &str, start: usize, end: usize) -> Option<String> {
    let taken: String = text.chars().skip(start).take(end.checked_sub(start)?).collect();
    (!taken.is_empty() && taken.chars().count() == end - start).then_some(taken)
}

#[cfg(test)]
mod tests {
    use super::slice;

    #[test]
    fn slice_outside_the_text_is_none() {
        assert_eq!(slice("总投资204.5亿元", 3, 10), Some("204.5亿元".to_owned()));
        assert_eq!(slice("总投资", 0, 4), None);
        assert_eq!(slice("总投资", 2, 2), None);
        assert_eq!(slice("总投资", 3, 1), None);
    }
}
