//! Bytes to text: plain text, HTML, PDF and docx, in whatever encoding they come. Spreadsheets to rows of cells.
//!
//! The content decides what a file is; its name and its declared type are hints. Plain text is decoded here. HTML, PDF
//! and docx are hostile formats (a file of a few kilobytes can exhaust the stack or the memory of its parser), so they
//! are parsed by a child process of the same binary that has limits of its own: [`Extractor`] starts it, and
//! [`worker_main`] is what it runs. What can be read, the limits and every message are in `docs/formats.md`.
//!
//! What must not happen: a panic or a hang of the caller, whatever the bytes; a script, a style or a hidden part of a
//! page in the text; a changed character in plain text (a byte-order mark is dropped, bad bytes become U+FFFD with a
//! remark).

mod attachment;
mod child;
mod decode;
mod docx;
mod error;
mod extracted;
mod extractor;
mod gate;
mod html;
mod limits;
mod pdf;
mod sheet;
mod sniff;
mod table;
mod wide;
mod wire;
mod worker;

pub use attachment::attachment_kind;
pub use error::{Death, ExtractError};
pub use extracted::{Extracted, Format, Hint};
pub use extractor::Extractor;
pub use limits::Limits;
pub use sheet::{CellKind, Merged, Sheet, SheetCell, SheetRow};
pub use worker::worker_main;
