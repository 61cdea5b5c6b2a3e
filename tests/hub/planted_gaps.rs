//! Are planted gaps found, and is nothing found where none is planted? Two hundred hubs with a gap of every kind and two
//! hundred without, judged and counted; the table stands in `docs/gaps.md`, which `HUBSCOPE_BLESS=1` writes anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use hubscope::findings::{Gap, GapKind, gaps, isolated, lapsed};
use hubscope::messages::{Lang, Messages};
use hubscope::records::Sector;
use hubscope::time::WindowScheme;
use rayon::prelude::*;

use super::findings::looked_at;

mod hubs;

use hubs::{FADING, HOST, ISLAND, ISOLATED, LAB, LAPSED, LAWYER, OFFICE, PAYER, Planted, hub, irregular_hub};

const HUBS: u64 = 200;

/// What is planted, in the order of the table: a name, the readings that count as found, and who they are about.
struct Truth {
    name: &'static str,
    kind: GapKind,
    found: fn(&Gap) -> bool,
}

fn about(gap: &Gap, member: u32) -> bool {
    gap.subjects.iter().any(|place| place.0 == member)
}

fn between(gap: &Gap, reading: &str) -> bool {
    gap.reading == reading && gap.sectors == [Sector::Government, Sector::Business]
}

const fn truth(name: &'static str, kind: GapKind, found: fn(&Gap) -> bool) -> Truth {
    Truth { name, kind, found }
}

/// Places of the roster are those of the organisations: they stand first in the order of ids.
const TRUTHS: [Truth; 17] = [
    truth("sectors apart in partnerships", GapKind::SectorGap, |gap| {
        between(gap, "sector_gap")
    }),
    truth("sectors apart at events", GapKind::SectorGap, |gap| {
        between(gap, "sector_gap_events")
    }),
    truth("no civil society", GapKind::MissingSector, |gap| {
        gap.reading == "missing_role"
    }),
    truth("a member without ties", GapKind::Isolated, |gap| about(gap, ISOLATED)),
    truth("a member who came once instead of monthly", GapKind::Fading, |gap| {
        about(gap, FADING)
    }),
    truth("a member silent for two years", GapKind::Lapsed, |gap| {
        about(gap, LAPSED)
    }),
    truth("one tie to an island of eight", GapKind::FragileBridge, |gap| {
        gap.reading == "fragile_tie" && about(gap, 11) && about(gap, ISLAND + 3)
    }),
    truth("one member before that island", GapKind::FragileBridge, |gap| {
        gap.reading == "fragile_member" && about(gap, 11)
    }),
    truth("one member for a function", GapKind::SingleProvider, |gap| {
        gap.reading == "single_function" && about(gap, LAWYER)
    }),
    truth("one host for a topic", GapKind::SingleProvider, |gap| {
        gap.reading == "single_topic" && about(gap, HOST)
    }),
    truth("one member for an offer", GapKind::SingleProvider, |gap| {
        gap.reading == "single_offer" && about(gap, LAB)
    }),
    truth("a payer of two thirds", GapKind::FunderDependence, |gap| {
        about(gap, PAYER)
    }),
    truth("thirty agreements in one quarter", GapKind::AgreementCliff, |gap| {
        gap.evidence.contains(&("ending", 30.0))
    }),
    truth("an office-holder whose term ends", GapKind::TermExposure, |gap| {
        about(gap, OFFICE)
    }),
    truth("a sector never in a component", GapKind::UncoveredComponent, |gap| {
        gap.sectors == [Sector::Academia]
    }),
    truth("a city never in a component", GapKind::UncoveredComponent, |gap| {
        gap.city.as_deref() == Some("Norte")
    }),
    truth("an island with one broker", GapKind::StructuralHole, |gap| {
        gap.reading == "hole_one"
    }),
];

fn judged(seed: u64, planted: Planted) -> Vec<Gap> {
    let records = hub(seed, planted);
    looked_at(&records, WindowScheme::Latest, seed, |context| {
        gaps(context).rows(context)
    })
}

/// For each truth, in how many planted hubs it was found; for each kind, in how many others anything was.
struct Tally {
    found: Vec<usize>,
    false_alarms: BTreeMap<GapKind, usize>,
    any_false_alarm: usize,
    irregular: [usize; 2],
}

fn tally() -> Tally {
    let planted: Vec<Vec<Gap>> = (0..HUBS)
        .into_par_iter()
        .map(|seed| judged(seed, Planted::Every))
        .collect();
    let without: Vec<Vec<Gap>> = (0..HUBS)
        .into_par_iter()
        .map(|seed| judged(seed, Planted::Nothing))
        .collect();
    let recalled = |truth: &Truth| planted.iter().filter(|gaps| gaps.iter().any(truth.found)).count();
    let alarmed = |kind: GapKind| {
        without
            .iter()
            .filter(|gaps| gaps.iter().any(|gap| gap.kind == kind))
            .count()
    };
    for gaps in without.iter().filter(|gaps| !gaps.is_empty()) {
        for gap in gaps {
            eprintln!("false alarm: {} {} {:?}", gap.kind.name(), gap.reading, gap.evidence);
        }
    }
    Tally {
        found: TRUTHS.iter().map(recalled).collect(),
        false_alarms: GapKind::ALL.into_iter().map(|kind| (kind, alarmed(kind))).collect(),
        any_false_alarm: without.iter().filter(|gaps| !gaps.is_empty()).count(),
        irregular: irregular(),
    }
}

/// In how many hubs whose guests keep their pace somebody is said to fade, and to have lapsed.
fn irregular() -> [usize; 2] {
    let judged = |seed: u64| {
        looked_at(&irregular_hub(seed), WindowScheme::Latest, seed, |context| {
            let faded = isolated::fading(context).found().is_some_and(|found| !found.is_empty());
            let lapsed = lapsed::lapsed(context).found().is_some_and(|found| !found.is_empty());
            [usize::from(faded), usize::from(lapsed)]
        })
    };
    let add = |a: [usize; 2], b: [usize; 2]| [a[0] + b[0], a[1] + b[1]];
    (0..HUBS).into_par_iter().map(judged).reduce(|| [0; 2], add)
}

fn percent(count: usize) -> String {
    format!("{:.1} %", 100.0 * count as f64 / HUBS as f64)
}

/// How roles are declared.
const TEMPLATES: &str = r#"
## Which roles a hub should have

`template` under `[gaps]` in hub.toml names what the hub is measured against: `quadruple_helix` (government, firms,
universities and research, civil society), `reap` (MIT's five: entrepreneurs, risk capital, corporates, government,
universities), `networking_assets` (the World Bank's four: community-building events, skill-training events, collaboration
spaces, networks of mentors) or `own`. Roles under `[gaps.roles]` are added, or stand in place of the template's role of
that name. A role is filled by members of a sector, or by those of whom a column says a value:

```toml
[gaps]
template = "reap"

[gaps.roles]
entrepreneurs = ["size=startup"]            # a column of the hub's own table of stakeholders
corporates = ["size=large"]
"Mentors" = ["role=mentor", "offers=mentoring"]
```

`component` and `topic` hold for those who took part in such an event of the window, `role` for those who took part as
such, `function` for both sides of such a partnership; `offers`, `needs`, `city`, `government_level` and columns of the
hub's own hold for stakeholders. The records know one sector of firms: unless roles say how they differ, entrepreneurs and
corporates are both read from it, and their gaps are marked as assumed.
"#;

fn page(tally: &Tally) -> String {
    let words = Messages::new(Lang::En);
    let mut text = String::from(
        "# Gaps: what is found, and how often wrongly\n\n`hubscope gaps` and the report list twelve kinds of gap. Each \
         list is ranked by the rule that stands under it, and each gap says what the records show, what to do, how grave \
         and how sure it is, and which rows it rests on.\n",
    );
    for kind in GapKind::ALL {
        let name = kind.name();
        let (title, rule) = (words.word(&format!("gap-{name}")), format!("gap-rule-{name}"));
        let args = [
            ("template", "declared in hub.toml".into()),
            ("window", "in the window".into()),
        ];
        let _ = writeln!(text, "\n## {title} (`{name}`)\n\n{}", words.say(&rule, &args));
    }
    text.push_str(TEMPLATES);
    let _ = write!(
        text,
        "\n## How many are found\n\nMade by the test `planted_gaps` from {HUBS} synthetic hubs with one gap of every \
         kind and {HUBS} without any: about 60 organisations over six years, agreements and events drawn at random, \
         seeds 0 to {}. A false alarm is a hub without planted gaps in which the kind names anything. A synthetic hub \
         shows that a method finds what is there, never how hubs behave.\n\n| planted | kind | found | false alarms of \
         the kind |\n| --- | --- | --- | --- |\n",
        HUBS - 1
    );
    for (truth, found) in TRUTHS.iter().zip(&tally.found) {
        let (found, wrong) = (percent(*found), percent(tally.false_alarms[&truth.kind]));
        let _ = writeln!(text, "| {} | `{}` | {found} | {wrong} |", truth.name, truth.kind.name());
    }
    let any = percent(tally.any_false_alarm);
    let _ = writeln!(
        text,
        "\nHubs without planted gaps in which any kind names anything: {any}.\n\nHarder for `fading` and `lapsed`: {HUBS} \
         hubs of eighty who come to monthly events, each at a pace of its own that never changes, from hardly ever to \
         almost always. The test fails where either kind names anybody in more than 5 % of them. Both take a pace to be \
         steady: who comes in bursts, one project at a time, may be named wrongly."
    );
    text
}

#[test]
fn planted_gaps_are_found_and_hubs_without_raise_few_false_alarms() {
    let tally = tally();
    let made = page(&tally);
    eprintln!("{made}");
    for (truth, found) in TRUTHS.iter().zip(&tally.found) {
        assert!(*found as f64 >= 0.9 * HUBS as f64, "{}: {found} of {HUBS}", truth.name);
    }
    for (kind, wrong) in &tally.false_alarms {
        assert!(
            *wrong as f64 <= 0.05 * HUBS as f64,
            "{}: {wrong} of {HUBS}",
            kind.name()
        );
    }
    for wrong in tally.irregular {
        assert!(
            wrong as f64 <= 0.05 * HUBS as f64,
            "irregular guests: {wrong} of {HUBS}"
        );
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gaps.md");
    if std::env::var_os("HUBSCOPE_BLESS").is_some() {
        fs::write(&path, &made).expect("written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "docs/gaps.md is out of date: run the tests once with HUBSCOPE_BLESS=1"
    );
}
