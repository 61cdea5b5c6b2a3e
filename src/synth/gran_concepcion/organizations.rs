//! Which organisations and units are there? 300 of them: government, universities, firms, associations, funders.
//!
//! In: lists and a random stream. Out: the actors of the [`Cast`]. Public bodies are generic; the rest is invented.

use rand_chacha::ChaCha8Rng;

use crate::random::{self, Draws};

use super::super::choice::{log_normal, one, weighted};
use super::super::names::Names;
use super::actors::{Actor, Cast, Fate};
use super::{CITIES, SEED, TOPICS};

const MINISTRIES: [&str; 5] = [
    "Ministry of Transport",
    "Ministry of Housing and Urban Development",
    "Ministry of Public Works",
    "Ministry of Economy",
    "Ministry of the Environment",
];
const MINISTRY_UNITS: [&str; 2] = ["Regional Secretariat", "Innovation and Regulation Division"];
const REGIONAL_UNITS: [&str; 4] = [
    "Planning and Development Division",
    "Transport and Infrastructure Division",
    "Budget Division",
    "Innovation Unit",
];
const MUNICIPAL_UNITS: [&str; 5] = [
    "Transit Directorate",
    "Planning Office",
    "Community Development Directorate",
    "Public Works Directorate",
    "Innovation and Data Office",
];
const AGENCIES: [&str; 8] = [
    "Regional Public Transport Authority",
    "Traffic Signal Control Centre",
    "Metropolitan Rail Service",
    "Road Works Directorate",
    "Regional Disability Service",
    "Highway Police Section",
    "Bay Port Authority",
    "Regional Statistics Office",
];
const UNIVERSITIES: [&str; 10] = [
    "Universidad del Estuario",
    "Universidad Costa Biobío",
    "Universidad Politécnica de la Bahía",
    "Universidad Nahuelbuta",
    "Universidad Austral del Carbón",
    "Universidad de las Dos Orillas",
    "Universidad Pencopolitana",
    "Universidad Católica del Golfo",
    "Instituto Técnico Arauco",
    "Centro de Formación Técnica del Puerto",
];
const FACULTIES: [&str; 2] = ["Transport Studies Group", "School of Design"];
const TRADES: [&str; 9] = [
    "Logistics",
    "Mobility",
    "Software",
    "Sensors",
    "Buses",
    "Bicycles",
    "Engineering",
    "Fleet Services",
    "Mapping",
];
const OTHERS: [&str; 5] = [
    "Radio Dos Orillas (invented)",
    "El Diario de la Bahía (invented)",
    "College of Transport Engineers, regional chapter",
    "College of Architects, regional chapter",
    "Taxi Owners' Federation",
];

/// How many firms, associations, research institutes and funders there are.
const FIRMS: usize = 92;
const ASSOCIATIONS: usize = 72;
const INSTITUTES: usize = 12;
const FUNDERS: usize = 10;

struct Maker<'a> {
    cast: &'a mut Cast,
    names: &'a mut Names,
    random: ChaCha8Rng,
}

/// Adds the organisations and units.
pub fn all(cast: &mut Cast, names: &mut Names) {
    let random = random::stream(SEED, "gran-concepcion organizations", 0);
    let mut maker = Maker { cast, names, random };
    maker.government();
    maker.academia();
    for _ in 0..INSTITUTES {
        let name = maker
            .names
            .invented(&mut maker.random, |_, stem| format!("{stem} Research Institute"));
        let institute = maker.organization(name, "research", "", None);
        // they live from agreements: without that, too few to show that they hardly have any with firms
        maker.cast.actors[institute].activity *= 1.8;
    }
    for place in 0..FIRMS {
        maker.firm(place);
    }
    for place in 0..ASSOCIATIONS {
        maker.association(place);
    }
    for place in 0..FUNDERS {
        let form = ["Fund", "Foundation for Cities"][place % 2];
        let name = maker
            .names
            .invented(&mut maker.random, |_, stem| format!("{stem} {form}"));
        maker.organization(name, "funder", "", Some("Concepción"));
    }
    let hub = maker.organization(
        "Gran Concepción Urban Transport Hub (synthetic)".into(),
        "other",
        "",
        Some("Concepción"),
    );
    maker.cast.actors[hub].fate = Fate::Operator;
    for name in OTHERS {
        maker.organization(name.into(), "other", "", None);
    }
}

impl Maker<'_> {
    fn organization(
        &mut self,
        name: String,
        sector: &'static str,
        level: &'static str,
        city: Option<&'static str>,
    ) -> usize {
        let shares: Vec<f64> = CITIES.iter().map(|(_, share)| *share).collect();
        let drawn = weighted(&mut self.random, &shares).unwrap_or(0);
        let actor = Actor {
            id: format!("o{:03}", self.cast.actors.len() + 1),
            name,
            kind: "organization",
            sector,
            level,
            parent: None,
            city: city.unwrap_or(CITIES[drawn].0),
            topic: self.random.below(TOPICS.len()),
            fate: Fate::Ordinary,
            activity: log_normal(&mut self.random, 0.6),
        };
        self.cast.actors.push(actor);
        self.cast.actors.len() - 1
    }

    fn unit(&mut self, name: &str, parent: usize) {
        let above = &self.cast.actors[parent];
        let (sector, level, city) = (above.sector, above.level, above.city);
        let name = format!("{name}, {}", above.name);
        let unit = self.organization(name, sector, level, Some(city));
        self.cast.actors[unit].kind = "unit";
        self.cast.actors[unit].parent = Some(parent);
    }

    fn government(&mut self) {
        let mut bodies = Vec::new();
        for name in MINISTRIES {
            bodies.push((
                self.organization(name.into(), "government", "national", Some("Concepción")),
                &MINISTRY_UNITS[..],
            ));
        }
        let regional = self.organization(
            "Regional Government of Biobío".into(),
            "government",
            "regional",
            Some("Concepción"),
        );
        bodies.push((regional, &REGIONAL_UNITS[..]));
        for (city, _) in CITIES {
            let name = format!("Municipality of {city}");
            bodies.push((
                self.organization(name, "government", "municipal", Some(city)),
                &MUNICIPAL_UNITS[..],
            ));
        }
        for name in AGENCIES {
            bodies.push((
                self.organization(name.into(), "government", "regional", Some("Concepción")),
                &[][..],
            ));
        }
        for (body, units) in bodies {
            for unit in units {
                self.unit(unit, body);
            }
        }
    }

    fn academia(&mut self) {
        let universities: Vec<usize> = UNIVERSITIES
            .iter()
            .map(|name| self.organization((*name).into(), "academia", "", None))
            .collect();
        for &university in &universities[..5] {
            for faculty in FACULTIES {
                self.unit(faculty, university);
            }
        }
        for university in universities {
            self.cast.actors[university].activity *= 1.6;
        }
    }

    fn firm(&mut self, place: usize) {
        let (name, fate, city) = match place {
            0 => (
                "Small Hauliers' Association of Lota".to_owned(),
                Fate::Bridge(0),
                Some("Lota"),
            ),
            _ => {
                let name = self.names.invented(&mut self.random, |random, stem| {
                    format!("{stem} {} {}", one(random, &TRADES), one(random, &["SpA", "Ltda."]))
                });
                match place {
                    1..=4 => (name, Fate::Hanger(0), Some("Lota")),
                    5..=7 => (name, Fate::Isolated, None),
                    8..=12 => (name, Fate::Fading, None),
                    _ => (name, Fate::Ordinary, None),
                }
            }
        };
        let firm = self.organization(name, "business", "", city);
        self.cast.actors[firm].fate = fate;
    }

    fn association(&mut self, place: usize) {
        if place == 0 {
            let bridge = self.organization(
                "Coastal Villages Mobility Network".into(),
                "civil_society",
                "",
                Some("Tomé"),
            );
            self.cast.actors[bridge].fate = Fate::Bridge(1);
            return;
        }
        let fate = match place {
            1..=5 => Fate::Hanger(1),
            6..=8 => Fate::Isolated,
            9..=13 => Fate::Fading,
            _ => Fate::Ordinary,
        };
        let city = matches!(fate, Fate::Hanger(_)).then_some("Tomé");
        let name = self
            .names
            .invented(&mut self.random, |random, stem| match random.below(5) {
                0 => format!("Neighbourhood Council Villa {stem}"),
                1 => format!("{stem} Cyclists"),
                2 => format!("{stem} Foundation for Accessible Streets"),
                3 => format!("Parents of School {stem}"),
                _ => format!("{stem} Women for Safe Transit"),
            });
        let association = self.organization(name, "civil_society", "", city);
        self.cast.actors[association].fate = fate;
    }
}
