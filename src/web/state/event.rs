//! What happens to a page. Whoever asks, a pointer, a key, a link, the history or a host, says it in these words.

use super::address::Address;
use super::app_state::Hint;
use super::theme::Theme;
use super::view::View;
use atlas_model::route::Page;
use atlas_model::{Day, Target};

/// Who asks for something to be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OpenedBy {
    /// A click on the map: the reader sees the place already.
    Map,
    /// A link in the text, the menu or the list of places.
    Link,
    /// A message of the host.
    Host,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Event {
    /// A page of the atlas is asked for. What it selects is something the atlas has.
    Open {
        /// The page.
        page: Page,
        /// The fragment of its address.
        fragment: String,
        /// What it selects.
        selection: Option<Target>,
        /// Who asks.
        by: OpenedBy,
    },
    /// The reader went back or forward, or changed the fragment.
    Arrive {
        /// The address now.
        address: Address,
        /// What it selects.
        selection: Option<Target>,
        /// Where the map looked when this entry of the history was left.
        left: Option<View>,
    },
    /// The map has come to rest: where the reader moved it, or `None` in the frame of the page.
    Rest(Option<View>),
    /// Status is to be told as of a day; `None` is the newest information.
    ShowDay(Option<Day>),
    /// Only these layers are to be shown.
    ShowLayers(Vec<String>),
    /// A layer, by its place in the reading order, is switched on or off.
    Switch(u8, bool),
    /// A theme is asked for, by the host.
    UseTheme(Theme),
    /// The reader chose the next theme; whether storage keeps it.
    NextTheme {
        /// True when it will be the usual one.
        kept: bool,
    },
    /// Several places lie under one finger; none closes the choice.
    Choose(Vec<String>),
    /// The list of keys is asked for, or no longer.
    ToggleHelp,
    /// The topmost of what is open is to be closed.
    Close,
    /// The reader is to be told something.
    Note(String),
    /// The note at this place in the list is to go.
    CloseNote(usize),
    /// A hint shows, or no longer.
    ShowHint(Option<Hint>),
    /// The texts of the atlas are there.
    TextsArrived,
}
