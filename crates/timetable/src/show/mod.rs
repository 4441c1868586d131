//! Reading a plan: agendas by person, by table, by interpreter, in local times; as text, CSV and calendars.

mod agenda;
mod calendar;
mod csv;
mod gather;
mod text;
mod zone;

pub use agenda::{Agenda, By, Entry};
pub use calendar::calendar;
pub use csv::csv;
pub use gather::agendas;
pub use text::text;
