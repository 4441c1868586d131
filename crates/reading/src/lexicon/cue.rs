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
