//! What a person sees of the work: one line on stderr when it is a terminal; and how long each stage took.

use std::sync::Mutex;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use crate::messages::Messages;
use crate::progress::{Progress, Stage};

/// Shows progress and keeps the time of each stage.
pub struct Watch {
    line: ProgressBar,
    words: Vec<(Stage, String)>,
    times: Mutex<Vec<(Stage, Instant)>>,
}

const STAGES: [(Stage, &str); 7] = [
    (Stage::Records, "records"),
    (Stage::Network, "network"),
    (Stage::Metrics, "metrics"),
    (Stage::Findings, "findings"),
    (Stage::Indicators, "indicators"),
    (Stage::Charts, "charts"),
    (Stage::Report, "report"),
];

/// Whether progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// On stderr, where it is a terminal.
    OnTerminal,
    /// Nowhere.
    Never,
}

impl Watch {
    /// Begins to watch.
    pub fn new(shown: Shown, messages: &Messages) -> Self {
        // indicatif draws on stderr and hides itself where that is no terminal.
        let line = if shown == Shown::Never {
            ProgressBar::hidden()
        } else {
            ProgressBar::new(STAGES.len() as u64)
        };
        let style = ProgressStyle::with_template("{bar:24} {msg}").unwrap_or_else(|_| ProgressStyle::default_bar());
        line.set_style(style);
        let words = STAGES
            .iter()
            .map(|(stage, name)| (*stage, messages.word(&format!("stage-{name}"))))
            .collect();
        Self {
            line,
            words,
            times: Mutex::new(Vec::new()),
        }
    }

    /// Ends the line and gives the seconds that each stage took.
    pub fn finish(&self) -> Vec<(&'static str, f64)> {
        self.line.finish_and_clear();
        let now = Instant::now();
        let times = self.times.lock().map(|times| times.clone()).unwrap_or_default();
        let ends = times.iter().skip(1).map(|(_, at)| *at).chain([now]);
        let mut taken: Vec<(&'static str, f64)> = Vec::new();
        for ((stage, start), end) in times.iter().zip(ends) {
            let name = STAGES
                .iter()
                .find(|(known, _)| known == stage)
                .map_or("", |(_, name)| *name);
            let seconds = end.duration_since(*start).as_secs_f64();
            match taken.last_mut() {
                Some((last, sum)) if *last == name => *sum += seconds,
                _ => taken.push((name, seconds)),
            }
        }
        taken
    }
}

impl Progress for Watch {
    fn report(&self, stage: Stage, _share: f64) {
        if let Ok(mut times) = self.times.lock() {
            times.push((stage, Instant::now()));
        }
        let place = STAGES.iter().position(|(known, _)| *known == stage).unwrap_or_default();
        self.line.set_position(place as u64);
        if let Some((_, word)) = self.words.iter().find(|(known, _)| *known == stage) {
            self.line.set_message(word.clone());
        }
    }
}
