//! What stands at the head of an announcement: title, publisher, date of publication.

mod dated;
mod published;
mod publisher;
mod title;

pub(crate) use published::{Issue, published};
pub(crate) use publisher::publisher;
pub(crate) use title::title;
