//! What each role may do, and on whose records: one table, read by every use case and printed by `samesky admin roles`.

use super::{Session, Who};
use samesky_model::record::{Role, TokenScope};
use std::fmt::Write;

/// What a use case does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Looks at the records of a team.
    Read,
    /// Adds or changes them.
    Write,
    /// Looks from where changes were made: network addresses and programs.
    SeeOrigins,
    /// Shows records to other teams.
    Share,
    /// Asks to publish records, and withdraws what was published.
    Publish,
    /// Confirms or refuses what somebody else asks to publish.
    Confirm,
    /// Invites people of an organisation, and shuts them out.
    InviteGuests,
    /// Looks who the members of a team are.
    SeeMembers,
    /// Invites, changes roles, removes, hands over links for new passwords.
    ManageMembers,
    /// Forgets people who are or were members.
    ErasePeople,
    /// Makes and renames teams.
    ManageTeams,
    /// Makes one record of organisations of several teams.
    MergeAcross,
    /// Changes the own name, password, settings and sessions.
    OwnAccount,
    /// Makes and takes back the own tokens for programs.
    OwnTokens,
    /// Copies everything that the installation holds.
    Administer,
}

/// On whose records an action works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Those of the team that the session is for. Being above a team shows nothing of its records.
    Team,
    /// Those of that team and of the teams below it.
    TeamsBelow,
    /// What belongs to the own account.
    Account,
    /// Everything; only for a team that stands below no other.
    Installation,
}

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// What is done.
    pub action: Action,
    /// Which roles may.
    pub roles: &'static [Role],
    /// The least scope of a token that may; `None`: only somebody who signed in.
    pub token: Option<TokenScope>,
    /// Whether whoever sits at the machine may without an account.
    pub local: bool,
    /// On whose records.
    pub reach: Reach,
}

use Role::{Guest, Officer, Owner, Viewer};

/// The table. What has no row is refused.
pub const PERMISSIONS: &[Rule] = &[
    rule(Action::Read, &[Owner, Officer, Viewer], Some(TokenScope::Read), true, Reach::Team),
    rule(Action::Write, &[Owner, Officer], Some(TokenScope::Write), true, Reach::Team),
    rule(Action::SeeOrigins, &[Owner], Some(TokenScope::Read), true, Reach::Team),
    rule(Action::Share, &[Owner, Officer], Some(TokenScope::Write), true, Reach::Team),
    rule(Action::Publish, &[Owner, Officer], Some(TokenScope::Write), true, Reach::Team),
    rule(Action::Confirm, &[Owner, Officer], None, false, Reach::TeamsBelow),
    rule(Action::InviteGuests, &[Owner, Officer], None, false, Reach::Team),
    rule(Action::SeeMembers, &[Owner, Officer, Viewer], None, true, Reach::Team),
    rule(Action::ManageMembers, &[Owner], None, false, Reach::TeamsBelow),
    rule(Action::ErasePeople, &[Owner], None, true, Reach::TeamsBelow),
    rule(Action::ManageTeams, &[Owner], None, true, Reach::TeamsBelow),
    rule(Action::MergeAcross, &[Owner], None, false, Reach::TeamsBelow),
    rule(Action::OwnAccount, &[Owner, Officer, Viewer, Guest], None, false, Reach::Account),
    rule(Action::OwnTokens, &[Owner, Officer, Viewer], None, false, Reach::Account),
    rule(Action::Administer, &[Owner], None, true, Reach::Installation),
];

const fn rule(action: Action, roles: &'static [Role], token: Option<TokenScope>, local: bool, reach: Reach) -> Rule {
    Rule { action, roles, token, local, reach }
}

/// Whether the table lets the session do it.
pub(super) fn allows(session: &Session, action: Action) -> bool {
    let Some(rule) = PERMISSIONS.iter().find(|rule| rule.action == action) else { return false };
    let reached = rule.reach != Reach::Installation || session.at_top;
    let is_enough = !session.must_enrol || action == Action::OwnAccount;
    reached
        && is_enough
        && match session.who {
            Who::Nobody => false,
            Who::Program => true,
            Who::Local => rule.local,
            Who::Account { role, .. } => rule.roles.contains(&role),
            Who::Token { role, scope, .. } => {
                rule.roles.contains(&role) && rule.token.is_some_and(|least| scope >= least)
            }
        }
}

impl Action {
    /// Every action, in the order of the table.
    pub const ALL: &'static [Self] = &[
        Self::Read,
        Self::Write,
        Self::SeeOrigins,
        Self::Share,
        Self::Publish,
        Self::Confirm,
        Self::InviteGuests,
        Self::SeeMembers,
        Self::ManageMembers,
        Self::ErasePeople,
        Self::ManageTeams,
        Self::MergeAcross,
        Self::OwnAccount,
        Self::OwnTokens,
        Self::Administer,
    ];

    /// Its word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::SeeOrigins => "see-origins",
            Self::Share => "share",
            Self::Publish => "publish",
            Self::Confirm => "confirm",
            Self::InviteGuests => "invite-guests",
            Self::SeeMembers => "see-members",
            Self::ManageMembers => "manage-members",
            Self::ErasePeople => "erase-people",
            Self::ManageTeams => "manage-teams",
            Self::MergeAcross => "merge-across",
            Self::OwnAccount => "own-account",
            Self::OwnTokens => "own-tokens",
            Self::Administer => "administer",
        }
    }

    const fn meaning(self) -> &'static str {
        match self {
            Self::Read => {
                "look at announcements, claims, figures, checks and their history, and at what other teams share; \
                 search; export"
            }
            Self::Write => "import, decide, correct, join, describe",
            Self::SeeOrigins => "see from which network address and with which program changes were made",
            Self::Share => "show records to other teams, and no more",
            Self::Publish => "ask to publish, take the request back, withdraw what was published",
            Self::Confirm => "confirm or refuse what somebody else asks to publish",
            Self::InviteGuests => "invite people of an organisation as guests, and shut them out",
            Self::SeeMembers => "see who the members are",
            Self::ManageMembers => {
                "invite, change roles, remove, hand over a link for a new password, take a lost second factor away"
            }
            Self::ErasePeople => "forget people who are or were members",
            Self::ManageTeams => "make and rename teams",
            Self::MergeAcross => "make one record of organisations that several teams keep and show, and take it back",
            Self::OwnAccount => "change name, password, second factor, passkeys, language, time zone; end sessions",
            Self::OwnTokens => "make and take back tokens for programs",
            Self::Administer => {
                "copy everything (backup), look whether the audit holds, hand over what is held on a person"
            }
        }
    }
}

impl Reach {
    const fn meaning(self) -> &'static str {
        match self {
            Self::Team => "of the own team",
            Self::TeamsBelow => "of the own team and the teams below it",
            Self::Account => "of the own account",
            Self::Installation => "of the whole installation, from its top team",
        }
    }
}

/// The table in Markdown, as `docs/permissions.md` and `samesky admin roles --markdown` have it.
#[must_use]
pub fn markdown() -> String {
    let mut page = String::from(
        "| action | owner | officer | viewer | guest | token | at the machine | on what |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for row in rows() {
        let [action, rest @ ..] = row.as_slice() else { continue };
        let _ = writeln!(page, "| `{action}` | {} |", rest.join(" | "));
    }
    page
}

/// The table for a terminal.
#[must_use]
pub fn table() -> String {
    let head = ["action", "owner", "officer", "viewer", "guest", "token", "local", "on what"];
    let rows: Vec<Vec<String>> = std::iter::once(head.map(str::to_owned).to_vec()).chain(rows()).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<_> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        cells.join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

fn rows() -> Vec<Vec<String>> {
    let yes = |allowed: bool| if allowed { "yes" } else { "–" }.to_owned();
    let row = |rule: &Rule| {
        let mut cells = vec![rule.action.as_str().to_owned()];
        cells.extend([Owner, Officer, Viewer, Guest].map(|role| yes(rule.roles.contains(&role))));
        cells.push(rule.token.map_or_else(|| "–".to_owned(), |scope| scope.to_string()));
        cells.push(yes(rule.local));
        cells.push(format!("{}, {}", rule.action.meaning(), rule.reach.meaning()));
        cells
    };
    PERMISSIONS.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{Action, PERMISSIONS, markdown};
    use crate::access::{Session, Who};
    use samesky_model::record::{Role, TokenScope};
    use uuid::Uuid;

    fn session(who: Who) -> Session {
        Session { who, ..Session::local(Uuid::nil().into(), "Lin") }
    }

    fn account(role: Role) -> Session {
        session(Who::Account { id: Uuid::nil().into(), role, sign_in: Uuid::nil().into() })
    }

    fn token(role: Role, scope: TokenScope) -> Session {
        session(Who::Token { id: Uuid::nil().into(), account: Uuid::nil().into(), role, scope })
    }

    fn allowed(session: &Session) -> Vec<&'static str> {
        Action::ALL.iter().filter(|action| session.can(**action)).map(|action| action.as_str()).collect()
    }

    #[test]
    fn table_has_every_action_once() {
        let actions: Vec<_> = PERMISSIONS.iter().map(|rule| rule.action).collect();
        assert_eq!(actions, Action::ALL);
    }

    #[test]
    fn everybody_may_what_the_table_says() {
        let all: Vec<_> = Action::ALL.iter().map(|action| action.as_str()).collect();
        assert_eq!(allowed(&session(Who::Nobody)), [""; 0]);
        assert_eq!(allowed(&session(Who::Program)), all);
        assert_eq!(
            allowed(&session(Who::Local)),
            [
                "read",
                "write",
                "see-origins",
                "share",
                "publish",
                "see-members",
                "erase-people",
                "manage-teams",
                "administer"
            ]
        );
        assert_eq!(allowed(&account(Role::Owner)), all);
        let officer = allowed(&account(Role::Officer)).join(" ");
        assert_eq!(officer, "read write share publish confirm invite-guests see-members own-account own-tokens");
        assert_eq!(allowed(&account(Role::Viewer)), ["read", "see-members", "own-account", "own-tokens"]);
        assert_eq!(allowed(&account(Role::Guest)), ["own-account"]);
        assert_eq!(
            allowed(&token(Role::Owner, TokenScope::Write)),
            ["read", "write", "see-origins", "share", "publish"]
        );
        assert_eq!(allowed(&token(Role::Owner, TokenScope::Read)), ["read", "see-origins"]);
        assert_eq!(allowed(&token(Role::Viewer, TokenScope::Write)), ["read"]);
        assert_eq!(allowed(&token(Role::Guest, TokenScope::Write)), [""; 0]);
    }

    #[test]
    fn owner_below_another_team_has_no_say_over_the_installation() {
        let below = Session { at_top: false, ..account(Role::Owner) };
        assert!(!below.can(Action::Administer));
        assert!(below.can(Action::ManageMembers));
    }

    #[test]
    fn page_of_the_documentation_has_this_table() {
        let page = include_str!("../../../../docs/permissions.md");
        assert!(page.contains(&markdown()), "docs/permissions.md differs; it should have:\n{}", markdown());
    }
}
