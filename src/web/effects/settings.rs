//! The small parts around map and text: notes, help, chooser, hint, layers, colours, links to other editions.

use crate::navigation::location;
use crate::signals::{Signals, scope, wording};
use crate::state::{Address, AppState};
use crate::{dom, theme};
use atlas_model::route::Route;
use web_sys::HtmlElement;

/// Shows a change of the state in the small parts.
pub(super) fn show(old: &AppState, new: &AppState) {
    let signals = Signals::get();
    if new.theme != old.theme {
        theme::show(new.theme);
        signals.theme.set(new.theme);
    }
    if new.hidden != old.hidden {
        signals.hidden.set(new.hidden.clone());
    }
    if new.date != old.date {
        signals.date.set(new.date);
    }
    if new.chooser != old.chooser {
        signals.chooser.set(new.chooser.clone());
    }
    if new.notes != old.notes {
        signals.notes.set(new.notes.clone());
    }
    if new.help != old.help {
        signals.help.set(new.help);
    }
    if new.hint != old.hint {
        signals.hint.set(new.hint);
    }
    announce(old, new, &signals);
}

/// Has screen readers speak of what opens and closes over the map.
fn announce(old: &AppState, new: &AppState, signals: &Signals) {
    let Some(cx) = scope() else { return };
    let s = cx.strings();
    if new.help && !old.help {
        signals.announcement.set(s.keys_title().to_string());
    } else if !new.chooser.is_empty() && new.chooser != old.chooser {
        let names = new.chooser.iter().filter_map(|id| Some(cx.feature(id)?.name.get(cx.lang))).collect::<Vec<_>>();
        signals.announcement.set(format!("{}: {}", s.several_here(), names.join(", ")));
    } else if old.help && !new.help {
        signals.announcement.set(format!("{}: {}", s.keys_title(), s.close()));
    }
}

/// Keeps the links to other languages and to the full page on what is shown now.
pub(super) fn point_at(address: &Address) {
    let lead = |link: Option<HtmlElement>, route: Route| {
        if let Some(link) = link {
            let other = Address { route, ..address.clone() };
            let _ = link.set_attribute("href", &format!("{}{}", location::base(), other.written()));
        }
    };
    for lang in wording().profile.offered() {
        let link = dom::find(&format!("a[data-language][lang={lang}]"));
        lead(link, Route { lang, ..address.route.clone() });
    }
    lead(dom::find("a.full"), Route { embed: false, ..address.route.clone() });
}
