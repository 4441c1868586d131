//! The fields of somebody new.

use super::super::draft::Sheet;
use crate::ui::form::Field;
use maud::{Markup, html};
use samesky_app::accounts::{NewPerson, Person};
use serde::Deserialize;

/// What the form of somebody new sends.
#[derive(Deserialize)]
pub(super) struct Newcomer {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

impl Newcomer {
    /// The person, with the language of the page that they came by.
    pub(super) fn person(self, language: samesky_model::language::Language) -> NewPerson {
        let person = Person { name: self.name, language: Some(language), time_zone: None };
        NewPerson { person, email: self.email, password: self.password }
    }
}

/// Name and password, with the address between them where it is not given already.
pub(super) fn fields(sheet: &Sheet<'_>, hint: &str, email: Option<&str>) -> Markup {
    html! {
        (sheet.called("settings-name", "name", "", |field| field.required().autocomplete("name").text()))
        @match email {
            Some(email) => (sheet.field("email", email, |field| field.disabled().email())),
            None => (sheet.field("email", "", |field| field.required().autocomplete("username").email())),
        }
        (new_password(sheet, "password", hint))
    }
}

/// A new password.
pub(super) fn new_password(sheet: &Sheet<'_>, name: &str, hint: &str) -> Markup {
    let look = |field: Field<'_>| field.required().hint(hint).autocomplete("new-password").password();
    sheet.called("account-new-password", name, "", look)
}
