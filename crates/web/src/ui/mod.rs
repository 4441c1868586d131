//! Parts of pages: typed functions that take a language and answer markup.
//!
//! Everything a page shows is made of these, so that a figure, a date, a verdict looks and reads the same everywhere.
//! `/components` shows each of them.

pub mod badge;
pub mod chart;
pub mod check;
pub mod control;
mod ctx;
pub mod dialog;
pub mod figure;
pub mod form;
mod icon;
pub mod list;
pub mod message;
pub mod section;
pub mod table;
pub mod time;

pub use control::Button;
pub use ctx::{Chrome, Ctx, Theme};
pub use icon::{Icon, icon};
pub use message::{Flash, Tone};
