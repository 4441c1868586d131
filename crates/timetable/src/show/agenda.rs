//! What somebody has to know about their day.

use jiff::Zoned;

/// Whose agendas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Those of participants.
    Participant,
    /// Those of tables.
    Table,
    /// Those of interpreters.
    Interpreter,
}

/// The agenda of one participant, table or interpreter.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// Whose it is.
    pub by: By,
    /// The id; of a table the venue's and its number, as in `hall/4`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Its meetings in the order of time.
    pub entries: Vec<Entry>,
}

/// One meeting of an agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The meeting's id.
    pub meeting: String,
    /// The slot's id.
    pub slot: String,
    /// When it starts, in the time zone of the agenda.
    pub start: Zoned,
    /// When it ends.
    pub end: Zoned,
    /// The venue's id.
    pub venue: String,
    /// What people call the venue.
    pub venue_name: String,
    /// The table.
    pub table: u32,
    /// Id and name of everybody who meets, but for whose agenda it is.
    pub with: Vec<(String, String)>,
    /// Id and name of the interpreter, but for whose agenda it is.
    pub interpreter: Option<(String, String)>,
}
