//! What a word of `data/cues.tsv` tells.

use samesky_model::reading::{EventType, OrganiserRole};

/// What a word tells a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// The word in which an event's name ends.
    Head(EventType),
    Role(OrganiserRole),
    Hold,
    Attend,
    Future,
    Sign,
    SignEvent,
    Intent,
    Agreement,
    Invest,
    Total,
    Planned,
    Signed,
    Contracted,
    Paid,
    Fixed,
    Sales,
    Profit,
    Trade,
    Target,
    Forecast,
    Cumulative,
    Part,
    Settle,
    Attending,
    BreakGround,
    Jobs,
    Online,
    Onsite,
    Hybrid,
    Launch,
    Visit,
    Title,
    ListEnd,
    Boiler,
    Tail,
    Source,
}

impl Cue {
    /// The bit of what it tells, for sets of cues.
    pub(crate) const fn bit(self) -> u64 {
        let number = match self {
            Self::Head(_) => 0,
            Self::Role(_) => 1,
            Self::Hold => 2,
            Self::Attend => 3,
            Self::Future => 4,
            Self::Sign => 5,
            Self::SignEvent => 6,
            Self::Intent => 7,
            Self::Agreement => 8,
            Self::Invest => 9,
            Self::Total => 10,
            Self::Planned => 11,
            Self::Signed => 12,
            Self::Contracted => 13,
            Self::Paid => 14,
            Self::Fixed => 15,
            Self::Sales => 16,
            Self::Profit => 17,
            Self::Trade => 18,
            Self::Target => 19,
            Self::Forecast => 20,
            Self::Cumulative => 21,
            Self::Part => 22,
            Self::Settle => 23,
            Self::Attending => 24,
            Self::BreakGround => 25,
            Self::Jobs => 26,
            Self::Online => 27,
            Self::Onsite => 28,
            Self::Hybrid => 29,
            Self::Launch => 30,
            Self::Visit => 31,
            Self::Title => 32,
            Self::ListEnd => 33,
            Self::Boiler => 34,
            Self::Tail => 35,
            Self::Source => 36,
        };
        1 << number
    }

    /// The cue of a word of the data file; `None` for a word that no rule knows.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        if let Some(kind) = word.strip_prefix("head:") {
            return head(kind).map(Self::Head);
        }
        if let Some(role) = word.strip_prefix("role:") {
            return organiser(role).map(Self::Role);
        }
        PLAIN.iter().find(|(name, _)| *name == word).map(|(_, cue)| *cue)
    }
}

const PLAIN: &[(&str, Cue)] = &[
    ("hold", Cue::Hold),
    ("attend", Cue::Attend),
    ("future", Cue::Future),
    ("sign", Cue::Sign),
    ("sign-event", Cue::SignEvent),
    ("intent", Cue::Intent),
    ("agreement", Cue::Agreement),
    ("invest", Cue::Invest),
    ("total", Cue::Total),
    ("planned", Cue::Planned),
    ("signed", Cue::Signed),
    ("contracted", Cue::Contracted),
    ("paid", Cue::Paid),
    ("fixed", Cue::Fixed),
    ("sales", Cue::Sales),
    ("profit", Cue::Profit),
    ("trade", Cue::Trade),
    ("target", Cue::Target),
    ("forecast", Cue::Forecast),
    ("cumulative", Cue::Cumulative),
    ("part", Cue::Part),
    ("settle", Cue::Settle),
    ("attending", Cue::Attending),
    ("break-ground", Cue::BreakGround),
    ("jobs", Cue::Jobs),
    ("online", Cue::Online),
    ("onsite", Cue::Onsite),
    ("hybrid", Cue::Hybrid),
    ("launch", Cue::Launch),
    ("visit", Cue::Visit),
    ("title", Cue::Title),
    ("list-end", Cue::ListEnd),
    ("boiler", Cue::Boiler),
    ("tail", Cue::Tail),
    ("source", Cue::Source),
];

fn head(kind: &str) -> Option<EventType> {
    Some(match kind {
        "promotion" => EventType::PromotionMeeting,
        "launch" => EventType::ZoneLaunch,
        other => other.parse().ok()?,
    })
}

fn organiser(role: &str) -> Option<OrganiserRole> {
    Some(match role {
        "co" => OrganiserRole::CoOrganiser,
        "support" => OrganiserRole::Supporter,
        other => other.parse().ok()?,
    })
}
