//! What does `report.html` hold? Its frame and its sections.
//!
//! In: [`Material`]. Out: a [`Page`], ready for its template.

use serde::Serialize;

use super::Edition;
use super::html::{Frame, Section};
use super::sections::{self, Material};

/// The version that stands on each page and in the run record.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Page {
    pub(super) frame: Frame,
    pub(super) sections: Vec<Section>,
}

/// The main page.
pub(super) fn page(material: &Material<'_>) -> Page {
    let hub = material.naming.text(&material.analysis.records.name);
    let private = material.edition == Edition::Private;
    let kicker = if private {
        "report-kicker-private"
    } else {
        "report-kicker"
    };
    let window = ("window", material.window().into());
    let mut lines = vec![material.say("report-line-window", &[window])];
    lines.extend(material.analysis.study.map(|study| {
        let period = [("from", study.from.into()), ("to", study.as_of.into())];
        material.say("report-line-study", &period)
    }));
    Page {
        frame: Frame {
            title: material.say("report-tab", &[("hub", hub.as_str().into())]),
            kicker: material.word(kicker),
            heading: hub,
            lines,
            ..frame(material, private)
        },
        sections: sections::all(material),
    }
}

/// The frame of every page, without its own headings.
pub(super) fn frame(material: &Material<'_>, private: bool) -> Frame {
    Frame {
        lang: material.messages.lang().code(),
        title: String::new(),
        kicker: String::new(),
        heading: String::new(),
        lines: Vec::new(),
        private: private.then(|| material.word("report-private")),
        mark: material.word("report-private-mark"),
        font: crate::charts::font_faces(),
        skip: material.word("report-skip"),
        contents: material.word("report-contents"),
        numbers: material.word("report-numbers"),
        foot: material.say("report-foot", &[("version", VERSION.into())]),
    }
}
