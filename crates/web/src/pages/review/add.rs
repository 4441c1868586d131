//! Claims added by hand, and the fields of both forms.

use super::edit::{codes, optional};
use super::page::refused;
use crate::pages::draft::{Draft, Sent, Sheet};
use crate::pages::frame::Answer;
use crate::state::{Officer, WebState};
use crate::ui::control::Button;
use crate::ui::{Ctx, Icon, control};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use samesky_app::AppError;
use samesky_app::review::NewClaim;
use samesky_model::Decimal;
use samesky_model::id::AnnouncementId;
use samesky_model::reading::{
    DateBasis, EventClaim, EventType, FigureClaim, Measure, MoneyClass, OrganisationClaim, OrganisationKind,
    ProjectClaim, Qualifier, Status,
};
use samesky_model::record::{Announcement, Claim, ClaimKind};
use serde::Deserialize;
use std::str::FromStr;

/// The fields of the forms. Which of them count depends on the claim's kind.
#[derive(Debug, Clone, Default, Deserialize)]
pub(in crate::pages) struct Fields {
    #[serde(rename = "do", default)]
    pub(super) what: String,
    pub(super) version: Option<i64>,
    pub(in crate::pages) why: Option<String>,
    claim: Option<String>,
    quote: Option<String>,
    start: Option<String>,
    measure: Option<String>,
    value: Option<String>,
    unit: Option<String>,
    qualifier: Option<String>,
    money_class: Option<String>,
    status: Option<String>,
    flow: Option<String>,
    period: Option<String>,
    subject: Option<String>,
    event: Option<String>,
    part_of: Option<String>,
    #[serde(rename = "type")]
    event_type: Option<String>,
    date: Option<String>,
    name: Option<String>,
    places: Option<String>,
    mode: Option<String>,
    zone: Option<String>,
    kind: Option<String>,
    aliases: Option<String>,
    organisations: Option<String>,
    place: Option<String>,
}

/// The form's number on its page.
const FORM: &str = "new";

pub(super) async fn add(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<AnnouncementId>,
    Sent { form: fields, typed }: Sent<Fields>,
) -> Answer {
    let session = state.session(&officer);
    let view = state.app().review(&session, id).await?;
    let added = match new_claim(&fields, &view.text.text) {
        Ok(claim) => state.app().add_claim(&session, id, NewClaim { claim, why: fields.why.clone() }).await,
        Err(error) => Err(error),
    };
    match added {
        Ok(claim) => Ok(Redirect::to(&format!("/announcements/{id}#c{}", claim.ordinal)).into_response()),
        Err(error) => {
            let draft = Draft::refused(&ctx, FORM, typed, error)?;
            refused(&state, &session, ctx, id, &draft).await
        }
    }
}

/// The form below the text. Selecting words fills it; without script they are typed as they stand in the text.
pub(super) fn form(ctx: &Ctx, announcement: &Announcement, draft: &Draft) -> Markup {
    let kinds = codes(ctx, ClaimKind::ALL);
    let sheet = Sheet::new(ctx, FORM, draft);
    html! {
        details.add-box #add open[sheet.is_refused()] {
            summary { (crate::ui::icon(Icon::Plus)) (ctx.t("review-add")) }
            form.edit method="post" action={ "/announcements/" (announcement.id) "/claims" } {
                p.note { (ctx.t("review-add-hint")) }
                (sheet.select("claim", &kinds, ClaimKind::Figure.as_str()))
                (sheet.text("quote", ""))
                input type="hidden" name="start" value=(sheet.value("start", ""));
                fieldset.of-figure {
                    legend { (ctx.t("claim-kind-figure")) }
                    (sheet.select("measure", &codes(ctx, Measure::ALL), Measure::Other.as_str()))
                    (sheet.text("value", ""))
                    (sheet.text("unit", ""))
                    (sheet.select("qualifier", &codes(ctx, Qualifier::ALL), Qualifier::Exact.as_str()))
                    (sheet.select("money_class", &codes(ctx, MoneyClass::ALL), MoneyClass::None.as_str()))
                    (sheet.select("status", &codes(ctx, Status::ALL), Status::Actual.as_str()))
                    (sheet.text("subject", ""))
                }
                fieldset.of-event {
                    legend { (ctx.t("claim-kind-event")) }
                    (sheet.select("type", &optional(ctx, EventType::ALL), ""))
                    (sheet.text("date", ""))
                    (sheet.text("places", ""))
                }
                fieldset.of-organisation {
                    legend { (ctx.t("claim-kind-organisation")) }
                    (sheet.select("kind", &optional(ctx, OrganisationKind::ALL), ""))
                }
                div.row { (control::submit(Button::Small, Some(Icon::Plus), &ctx.t("review-add-save"))) }
            }
        }
    }
}

fn new_claim(fields: &Fields, text: &str) -> Result<Claim, AppError> {
    let kind: ClaimKind = code(fields.claim.as_ref(), "claim")?.unwrap_or(ClaimKind::Figure);
    // A figure without a value would enter the ledger as nought.
    if kind == ClaimKind::Figure && fields.value.is_none() {
        return Err(AppError::invalid_value("value", "no-number", ""));
    }
    let (start, end) = place(fields, text, (0, 0))?;
    let blank = blank(kind, fields.quote.clone().unwrap_or_default(), (start, end));
    claim_from(fields, text, &blank)
}

fn blank(kind: ClaimKind, quote: String, (start, end): (usize, usize)) -> Claim {
    match kind {
        ClaimKind::Figure => Claim::Figure(FigureClaim {
            id: String::new(),
            measure: Measure::Other,
            value: Decimal::ZERO,
            low: None,
            high: None,
            unit: None,
            qualifier: Qualifier::Exact,
            money_class: MoneyClass::None,
            status: Status::Actual,
            period: None,
            flow: None,
            subject: None,
            event: None,
            project: None,
            organisation: None,
            part_of: None,
            tier: None,
            start,
            end,
            quote,
            spans: Vec::new(),
            remarks: Vec::new(),
        }),
        ClaimKind::Event => Claim::Event(EventClaim {
            id: String::new(),
            kind: EventType::Other,
            name: Some(quote),
            date: None,
            date_basis: DateBasis::Unknown,
            places: Vec::new(),
            mode: None,
            organisers: Vec::new(),
            part_of: None,
            zone: None,
            industries: Vec::new(),
            start,
            end,
            remarks: Vec::new(),
        }),
        ClaimKind::Organisation => Claim::Organisation(OrganisationClaim {
            id: String::new(),
            name: quote,
            kind: OrganisationKind::Company,
            aliases: Vec::new(),
            start,
            end,
            spans: Vec::new(),
            remarks: Vec::new(),
        }),
        ClaimKind::Project => Claim::Project(ProjectClaim {
            id: String::new(),
            name: quote,
            organisations: Vec::new(),
            place: None,
            event: None,
            industries: Vec::new(),
            start,
            end,
            remarks: Vec::new(),
        }),
    }
}

/// The claim with the fields of the form over it. A field that the form has not stays as it was.
pub(in crate::pages) fn claim_from(fields: &Fields, text: &str, before: &Claim) -> Result<Claim, AppError> {
    let (start, end) = place(fields, text, before.place())?;
    let moved = (start, end) != before.place();
    Ok(match before.clone() {
        Claim::Figure(mut figure) => {
            figure.measure = code(fields.measure.as_ref(), "measure")?.unwrap_or(figure.measure);
            figure.qualifier = code(fields.qualifier.as_ref(), "qualifier")?.unwrap_or(figure.qualifier);
            figure.money_class = code(fields.money_class.as_ref(), "money_class")?.unwrap_or(figure.money_class);
            figure.status = code(fields.status.as_ref(), "status")?.unwrap_or(figure.status);
            figure.value = number(fields.value.as_ref())?.unwrap_or(figure.value);
            set_optional(&mut figure.unit, fields.unit.as_ref());
            set_optional(&mut figure.period, fields.period.as_ref());
            set_optional(&mut figure.subject, fields.subject.as_ref());
            set_optional(&mut figure.event, fields.event.as_ref());
            set_optional(&mut figure.part_of, fields.part_of.as_ref());
            if fields.flow.is_some() {
                figure.flow = code(fields.flow.as_ref(), "flow")?;
            }
            if moved {
                figure.spans.clear();
            }
            Claim::Figure(FigureClaim { start, end, ..figure })
        }
        Claim::Event(mut event) => {
            event.kind = code(fields.event_type.as_ref(), "type")?.unwrap_or(event.kind);
            set_optional(&mut event.name, fields.name.as_ref());
            set_optional(&mut event.zone, fields.zone.as_ref());
            set_optional(&mut event.part_of, fields.part_of.as_ref());
            set_list(&mut event.places, fields.places.as_ref());
            if fields.mode.is_some() {
                event.mode = code(fields.mode.as_ref(), "mode")?;
            }
            if let Some(stated) = &fields.date {
                let date = parse(stated, "date", "no-date")?;
                event.date_basis = if date == event.date { event.date_basis } else { DateBasis::Text };
                event.date = date;
            }
            Claim::Event(EventClaim { start, end, ..event })
        }
        Claim::Organisation(mut organisation) => {
            organisation.name = fields.name.clone().unwrap_or(organisation.name);
            organisation.kind = code(fields.kind.as_ref(), "kind")?.unwrap_or(organisation.kind);
            set_list(&mut organisation.aliases, fields.aliases.as_ref());
            Claim::Organisation(OrganisationClaim { start, end, ..organisation })
        }
        Claim::Project(mut project) => {
            project.name = fields.name.clone().unwrap_or(project.name);
            set_list(&mut project.organisations, fields.organisations.as_ref());
            set_optional(&mut project.place, fields.place.as_ref());
            Claim::Project(ProjectClaim { start, end, ..project })
        }
    })
}

/// Where the quoted words stand: at `start` where they do, else the nearest place after the beginning.
fn place(fields: &Fields, text: &str, before: (usize, usize)) -> Result<(usize, usize), AppError> {
    let Some(quote) = fields.quote.as_deref().filter(|quote| !quote.is_empty()) else {
        return if before == (0, 0) && fields.what != "correct" {
            Err(AppError::invalid("quote", "quote-missing"))
        } else {
            Ok(before)
        };
    };
    let length = quote.chars().count();
    let wanted = fields.start.as_deref().and_then(|start| start.trim().parse::<usize>().ok());
    let stands = wanted.is_some_and(|start| text.chars().skip(start).take(length).eq(quote.chars()));
    if let (Some(start), true) = (wanted, stands) {
        return Ok((start, start + length));
    }
    let at = text.find(quote).ok_or_else(|| {
        let beginning: String = quote.chars().take(60).collect();
        AppError::invalid_value("quote", "quote-not-found", beginning)
    })?;
    let start = text[..at].chars().count();
    Ok((start, start + length))
}

fn code<C: FromStr>(word: Option<&String>, field: &str) -> Result<Option<C>, AppError> {
    word.map_or(Ok(None), |word| parse(word, field, "unknown-code"))
}

fn parse<T: FromStr>(word: &str, field: &str, problem: &'static str) -> Result<Option<T>, AppError> {
    match word.trim() {
        "" => Ok(None),
        word => word.parse().map(Some).map_err(|_| AppError::invalid_value(field, problem, word)),
    }
}

/// A plain number, or one as announcements write it (2,045万, 204.5亿). An emptied field is no number.
fn number(written: Option<&String>) -> Result<Option<Decimal>, AppError> {
    let Some(written) = written.map(|value| value.trim()) else { return Ok(None) };
    let plain: String = written.chars().filter(|c| !matches!(c, ',' | '，' | ' ' | '\u{a0}' | '_')).collect();
    let (digits, scale) = match plain.char_indices().last() {
        Some((at, '万')) => (&plain[..at], 10_000_i64),
        Some((at, '亿' | '億')) => (&plain[..at], 100_000_000),
        _ => (plain.as_str(), 1),
    };
    let wrong = || AppError::invalid_value("value", "no-number", written);
    let value = Decimal::from_str(digits).map_err(|_| wrong())?;
    value.checked_mul(Decimal::from(scale)).map(|value| Some(value.normalize())).ok_or_else(wrong)
}

fn set_optional(field: &mut Option<String>, value: Option<&String>) {
    if let Some(value) = value {
        *field = Some(value.trim().to_owned()).filter(|value| !value.is_empty());
    }
}

fn set_list(field: &mut Vec<String>, value: Option<&String>) {
    if let Some(value) = value {
        *field = value
            .split(['、', '，', ',', ';', '；', '·'])
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, number, place};

    #[test]
    fn number_as_announcements_write_it_is_read_exactly() {
        for (written, value) in [("204.5亿", "20450000000"), ("2,045万", "20450000"), ("28", "28"), ("1.50", "1.5")] {
            assert_eq!(number(Some(&written.to_owned())).expect("a number").map(|v| v.to_string()), Some(value.into()));
        }
        assert!(number(Some(&"many".to_owned())).is_err());
        assert!(number(Some(&" ".to_owned())).is_err());
        assert_eq!(number(None).expect("no field"), None);
    }

    #[test]
    fn place_of_a_quote_keeps_to_the_selected_occurrence() {
        let fields =
            |start: &str| Fields { quote: Some("15个".into()), start: Some(start.into()), ..Fields::default() };
        assert_eq!(place(&fields("4"), "15个项目15个", (0, 0)).expect("a place"), (0, 3));
        assert_eq!(place(&fields("5"), "15个项目15个", (0, 0)).expect("a place"), (5, 8));
        assert!(place(&fields("0"), "无", (0, 0)).is_err());
    }
}
