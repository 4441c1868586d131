//! Icons, from one external sprite.

use crate::assets::address;
use maud::{Markup, html};

macro_rules! icons {
    ($($(#[$meta:meta])* $name:ident = $id:literal),+ $(,)?) => {
        /// An icon of the sprite `assets/icons.svg`. An icon never stands alone: a word or a label goes with it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon { $(#[doc = $id] $(#[$meta])* $name),+ }

        impl Icon {
            /// Every icon.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The symbol's id in the sprite.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }
        }
    };
}

icons! {
    Approx = "approx", Ask = "ask", Bad = "bad", Calendar = "calendar", Chart = "chart", Clock = "clock", Close = "close",
    Copy = "copy", Down = "down", Download = "download", Edit = "edit", Equal = "equal", File = "file", Folder = "folder",
    Half = "half", History = "history", Inbox = "inbox", Info = "info", Language = "language", Lock = "lock", Menu = "menu",
    New = "new", Next = "next", Ok = "ok", Organisation = "organisation", Pause = "pause", Pin = "pin", Plug = "plug",
    Plus = "plus", Previous = "previous", Print = "print", Public = "public", Scale = "scale", Search = "search", Share = "share", Spin = "spin", Stop = "stop",
    Table = "table", Theme = "theme", To = "to", Undo = "undo", Unequal = "unequal", Up = "up", Upload = "upload",
    User = "user", Warn = "warn",
}

/// An icon in the size and colour of the text around it, hidden from readers of the screen.
#[must_use]
pub fn icon(icon: Icon) -> Markup {
    html! {
        svg class={ "i i-" (icon.id()) } viewBox="0 0 16 16" aria-hidden="true" {
            use href={ (address("icons.svg")) "#" (icon.id()) } {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icon_every_one_is_in_the_sprite() {
        let sprite = include_str!("../../../../assets/icons.svg");
        let missing: Vec<&str> =
            Icon::ALL.iter().map(|icon| icon.id()).filter(|id| !sprite.contains(&format!("id=\"{id}\""))).collect();
        assert_eq!(missing, Vec::<&str>::new());
    }
}
