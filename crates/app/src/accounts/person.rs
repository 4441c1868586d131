//! What somebody says of themselves when an account is made.

use super::password;
use crate::error::{AppError, Field};
use crate::personal::{looks_like_a_document, pseudonym_number};
use jiff::tz::TimeZone;
use samesky_model::language::Language;

/// What a person can change of their account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// The name that stands behind changes, 1 to 80 characters.
    pub name: String,
    /// The language of the pages.
    pub language: Option<Language>,
    /// The IANA time zone of the pages.
    pub time_zone: Option<String>,
}

/// Somebody new.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct NewPerson {
    /// Name, language, time zone.
    pub person: Person,
    /// The address to sign in with.
    pub email: String,
    /// The password, in the clear.
    pub password: String,
}

impl Person {
    /// The same without spaces around, or what is wrong with it.
    pub(super) fn valid(self) -> Result<Self, AppError> {
        let (person, wrong) = self.looked_at();
        if wrong.is_empty() { Ok(person) } else { Err(AppError::Invalid(wrong)) }
    }

    fn looked_at(self) -> (Self, Vec<Field>) {
        let name = self.name.trim().to_owned();
        let time_zone = self.time_zone.map(|zone| zone.trim().to_owned()).filter(|zone| !zone.is_empty());
        let mut wrong = Vec::new();
        if name.is_empty() {
            wrong.push(field("name", "name-missing", None));
        } else if name.chars().count() > 80 || name.chars().any(char::is_control) {
            wrong.push(field("name", "name-too-long", Some(name.chars().count().to_string())));
        }
        if looks_like_a_document(&name) {
            wrong.push(field("name", "document-number", None));
        }
        if pseudonym_number(&name).is_some() {
            wrong.push(field("name", "name-of-nobody", None));
        }
        if let Some(zone) = time_zone.as_ref().filter(|zone| TimeZone::get(zone).is_err()) {
            wrong.push(field("time_zone", "time-zone-unknown", Some(zone.chars().take(80).collect())));
        }
        (Self { name, time_zone, ..self }, wrong)
    }
}

impl NewPerson {
    /// The same without spaces around, or everything that is wrong with it.
    pub(super) fn valid(self) -> Result<Self, AppError> {
        let (person, mut wrong) = self.person.looked_at();
        let email = self.email.trim().to_owned();
        if !is_email(&email) {
            wrong.push(field("email", "not-an-email", Some(email.chars().take(80).collect())));
        }
        if let Err(AppError::Invalid(fields)) = password::check(&self.password, &[&person.name, &email]) {
            wrong.extend(fields);
        }
        if wrong.is_empty() { Ok(Self { person, email, ..self }) } else { Err(AppError::Invalid(wrong)) }
    }
}

/// Whether mail can be sent there, as far as can be seen: something on both sides of one `@`, no spaces, 254 bytes at most
/// (RFC 5321).
pub(super) fn is_email(text: &str) -> bool {
    let sides = text.split_once('@');
    let whole = text.len() <= 254 && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c));
    whole && sides.is_some_and(|(name, host)| !name.is_empty() && !host.contains('@') && is_host(host))
}

fn is_host(host: &str) -> bool {
    !host.is_empty() && !host.starts_with('.') && !host.ends_with('.') && !host.contains("..")
}

fn field(name: &str, problem: &'static str, found: Option<String>) -> Field {
    Field { name: name.to_owned(), problem, found }
}

#[cfg(test)]
mod tests {
    use super::{NewPerson, Person, is_email};
    use crate::AppError;

    #[test]
    fn email_is_told_from_what_is_none() {
        for email in ["a@b", "lin.cheng@example.org", "林@例子.中国", "a+b@c.d"] {
            assert!(is_email(email), "{email}");
        }
        let long = format!("{}@example.org", "a".repeat(254));
        for text in ["", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\n", "<a@b>", "a@.b", "a@b..c", &long] {
            assert!(!is_email(text), "{text}");
        }
    }

    #[test]
    fn new_person_names_everything_that_is_wrong_at_once() {
        let person = Person { name: " ".into(), language: None, time_zone: Some("Mars/Base".into()) };
        let wrong = NewPerson { person, email: "x".into(), password: "short".into() }.valid().err();
        let Some(AppError::Invalid(fields)) = wrong else { panic!("it was taken") };
        let found: Vec<_> = fields.iter().map(|field| (field.name.as_str(), field.problem)).collect();
        assert_eq!(
            found,
            [
                ("name", "name-missing"),
                ("time_zone", "time-zone-unknown"),
                ("email", "not-an-email"),
                ("password", "password-short"),
            ]
        );
    }
}
