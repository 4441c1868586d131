//! A form that was refused: what was typed stands in it again, with what is wrong at its field.

use super::frame::{Answer, Failed, status};
use crate::lang::error;
use crate::ui::form::{Choice, Field, FieldError, error_summary};
use crate::ui::message::notice;
use crate::ui::{Ctx, Tone};
use axum::Form;
use axum::body::Body;
use axum::extract::{FromRequest, RawForm, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use samesky_app::AppError;
use serde::de::DeserializeOwned;

/// Names and values of a form as they were typed.
pub(super) type Typed = Vec<(String, String)>;

/// A form, read, and as it was typed.
pub(super) struct Sent<T> {
    /// What it says.
    pub(super) form: T,
    /// What stood in its fields.
    pub(super) typed: Typed,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Sent<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let whole = Request::from_parts(parts.clone(), body);
        let RawForm(bytes) = RawForm::from_request(whole, state).await.map_err(IntoResponse::into_response)?;
        let again = || Request::from_parts(parts.clone(), Body::from(bytes.clone()));
        let Form(typed) = Form::from_request(again(), state).await.map_err(IntoResponse::into_response)?;
        let Form(form) = Form::from_request(again(), state).await.map_err(IntoResponse::into_response)?;
        Ok(Self { form, typed })
    }
}

/// The form of a page that was refused; of a page where none was, an empty one.
#[derive(Debug, Default)]
pub(super) struct Draft {
    form: String,
    status: StatusCode,
    typed: Typed,
    wrong: Vec<(&'static str, String)>,
    said: Option<String>,
}

impl Draft {
    /// The form of that number with what was typed and why it was refused.
    ///
    /// # Errors
    /// The failure, where no change of the form would help.
    pub(super) fn refused(ctx: &Ctx, form: &str, typed: Typed, failure: AppError) -> Result<Self, Failed> {
        let (mut wrong, mut said) = (Vec::new(), None);
        match &failure {
            AppError::Invalid(fields) => {
                for field in fields {
                    let sentence = error::field(ctx.lang, field);
                    match control_of(&field.name) {
                        Some(control) => wrong.push((control, sentence)),
                        None => said = Some(sentence),
                    }
                }
            }
            AppError::Conflict { .. } | AppError::Extract(_) => said = Some(error::app(ctx.lang, &failure)),
            _ => return Err(failure.into()),
        }
        Ok(Self { form: form.to_owned(), status: status(&failure), typed, wrong, said })
    }

    /// Whether it is this form that was refused.
    pub(super) fn is_of(&self, form: &str) -> bool {
        self.form == form
    }

    /// What stood in the field.
    pub(super) fn typed(&self, name: &str) -> Option<&str> {
        self.typed.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    fn error(&self, name: &str) -> Option<&str> {
        self.wrong.iter().find(|(field, _)| *field == name).map(|(_, error)| error.as_str())
    }

    /// What is to be put right, for the top of the page; each line leads to its field.
    pub(super) fn summary(&self, ctx: &Ctx) -> Markup {
        let errors: Vec<_> = self.wrong.iter().map(|(name, error)| self.line(ctx, name, error)).collect();
        html! {
            (error_summary(ctx.lang, &errors))
            @if let Some(said) = &self.said { (notice(Tone::Bad, &ctx.t_with("flash-failed", &[("text", said.as_str().into())]), None)) }
        }
    }

    fn line(&self, ctx: &Ctx, name: &str, error: &str) -> FieldError {
        FieldError { id: id_of(name, &self.form), label: ctx.t(label_of(name)), error: error.to_owned() }
    }

    /// The page with the form, under the status of the refusal.
    pub(super) fn answer(&self, page: Markup) -> Answer {
        Ok((self.status, page).into_response())
    }
}

/// The fields of one form. Their ids carry the form's number, for a name stands in several forms of a page.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    ctx: &'a Ctx,
    form: &'a str,
    draft: Option<&'a Draft>,
}

impl<'a> Sheet<'a> {
    /// The form of that number; what was typed stands in it where it is the one that was refused.
    pub(super) fn new(ctx: &'a Ctx, form: &'a str, draft: &'a Draft) -> Self {
        Self { ctx, form, draft: Some(draft).filter(|draft| draft.is_of(form)) }
    }

    /// Whether something was typed into it that was refused.
    pub(super) const fn is_refused(&self) -> bool {
        self.draft.is_some()
    }

    /// What stands in a field: what was typed, else what is kept.
    pub(super) fn value<'b>(&'b self, name: &str, kept: &'b str) -> &'b str {
        self.draft.and_then(|draft| draft.typed(name)).unwrap_or(kept)
    }

    /// A field in any look.
    pub(super) fn field(&self, name: &str, kept: &str, look: impl FnOnce(Field<'_>) -> Markup) -> Markup {
        self.called(label_of(name), name, kept, look)
    }

    /// The same, called otherwise than elsewhere.
    pub(super) fn called(&self, label: &str, name: &str, kept: &str, look: impl FnOnce(Field<'_>) -> Markup) -> Markup {
        let (id, label) = (id_of(name, self.form), self.ctx.t(label));
        let error = self.draft.and_then(|draft| draft.error(name));
        look(Field::new(name, &label).id(&id).value(self.value(name, kept)).error(error))
    }

    /// A line of text.
    pub(super) fn text(&self, name: &str, kept: &str) -> Markup {
        self.field(name, kept, |field| field.text())
    }

    /// One of several choices.
    pub(super) fn select(&self, name: &str, choices: &[Choice], kept: &str) -> Markup {
        self.field(name, kept, |field| field.select(choices))
    }

    /// The reason for a change of what is in the ledger.
    pub(super) fn reason(&self, hint: &str, kept: &str) -> Markup {
        let hint = self.ctx.t(hint);
        self.field("why", kept, |field| field.hint(&hint).required().text())
    }
}

fn id_of(name: &str, form: &str) -> String {
    format!("{name}-{form}")
}

/// The control in which a wrong field can be put right, where there is one.
fn control_of(field: &str) -> Option<&'static str> {
    let name = match field {
        "start" => "quote",
        "low" | "high" => "value",
        other => other,
    };
    LABELS.iter().map(|(known, _)| *known).find(|known| *known == name)
}

/// The message that names a field.
fn label_of(name: &str) -> &'static str {
    LABELS.iter().find(|(known, _)| *known == name).map_or("column-what", |(_, label)| label)
}

/// The controls of all forms, with the messages that name them.
const LABELS: [(&str, &str); 45] = [
    ("aliases", "review-aliases"),
    ("claim", "column-kind"),
    ("code", "account-code"),
    ("date", "column-date"),
    ("days", "token-days"),
    ("email", "account-email"),
    ("en", "team-name-en"),
    ("event", "column-event"),
    ("files", "import-choose"),
    ("flow", "column-flow"),
    ("ja", "team-name-ja"),
    ("kind", "column-kind"),
    ("language", "column-language"),
    ("measure", "column-measure"),
    ("mode", "review-mode"),
    ("money_class", "column-class"),
    ("name", "column-name"),
    ("organisations", "column-organisation"),
    ("other", "events-other"),
    ("parent", "team-parent"),
    ("part_of", "review-part-of"),
    ("password", "account-password"),
    ("period", "column-period"),
    ("place", "column-place"),
    ("places", "column-place"),
    ("present", "account-present"),
    ("published", "column-published"),
    ("publisher", "column-publisher"),
    ("qualifier", "column-qualifier"),
    ("quote", "review-quote"),
    ("role", "account-role"),
    ("scope", "token-scope"),
    ("source_address", "review-address"),
    ("status", "column-status"),
    ("subject", "column-subject"),
    ("text", "import-paste"),
    ("th", "team-name-th"),
    ("time_zone", "account-time-zone"),
    ("type", "column-kind"),
    ("unit", "column-unit"),
    ("value", "column-value"),
    ("why", "column-why"),
    ("with", "sharing-team"),
    ("zh_hans", "team-name-zh"),
    ("zone", "review-zone"),
];
