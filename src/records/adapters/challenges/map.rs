//! Which column of a platform's lists is which?
//!
//! In: the map that the hub wrote (`--map`), and the words platforms usually head their columns with. Out: the place of
//! each field in a list, which list is which, and what a stage means.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::{FORMAT, Listing, same};
use crate::config::nearest;
use crate::records::adapters::{ImportError, bytes_of};
use crate::records::{RecordsError, sources};

/// What a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Challenges,
    Submissions,
    Members,
}

impl Part {
    const ALL: [Self; 3] = [Self::Challenges, Self::Submissions, Self::Members];

    const fn name(self) -> &'static str {
        match self {
            Self::Challenges => "challenges",
            Self::Submissions => "submissions",
            Self::Members => "members",
        }
    }

    /// The fields of a list, and how platforms usually head them.
    const fn fields(self) -> &'static [(&'static str, &'static [&'static str])] {
        match self {
            Self::Challenges => CHALLENGES,
            Self::Submissions => SUBMISSIONS,
            Self::Members => MEMBERS,
        }
    }
}

const CHALLENGE: &[&str] = &[
    "challenge",
    "challenge id",
    "challenge name",
    "challenge title",
    "reto",
    "id reto",
    "id del reto",
    "desafío",
    "id desafío",
    "concurso",
    "convocatoria",
    "desafio",
    "défi",
];
const TEAM: &[&str] = &[
    "team",
    "team name",
    "team id",
    "equipo",
    "nombre del equipo",
    "equipe",
    "équipe",
];
const EMAIL: &[&str] = &[
    "email",
    "e-mail",
    "mail",
    "correo",
    "correo electrónico",
    "submitter email",
    "member email",
];
const ORGANIZATION: &[&str] = &[
    "organization",
    "organisation",
    "company",
    "institution",
    "organización",
    "empresa",
    "institución",
    "organização",
    "instituição",
];

const CHALLENGES: &[(&str, &[&str])] = &[
    (
        "id",
        &[
            "challenge id",
            "id reto",
            "id del reto",
            "id desafío",
            "id",
            "code",
            "código",
        ],
    ),
    (
        "name",
        &[
            "challenge name",
            "challenge title",
            "challenge",
            "reto",
            "desafío",
            "concurso",
            "name",
            "title",
            "nombre",
            "título",
        ],
    ),
    (
        "start",
        &[
            "start",
            "start date",
            "open date",
            "opens",
            "launch date",
            "apertura",
            "fecha de apertura",
            "inicio",
            "fecha de inicio",
        ],
    ),
    (
        "end",
        &[
            "end",
            "end date",
            "deadline",
            "close date",
            "closes",
            "cierre",
            "fecha de cierre",
            "fin",
            "fecha de fin",
        ],
    ),
    (
        "host",
        &[
            "host",
            "sponsor",
            "organizer",
            "seeker",
            "entidad",
            "organizador",
            "organization",
            "organización",
        ],
    ),
    ("prize", &["prize", "award", "premio"]),
    ("topic", &["topic", "theme", "category", "tema", "categoría"]),
];

const SUBMISSIONS: &[(&str, &[&str])] = &[
    ("challenge", CHALLENGE),
    ("team", TEAM),
    (
        "person",
        &[
            "participant",
            "submitter",
            "author",
            "applicant",
            "solver",
            "user",
            "team lead",
            "postulante",
            "participante",
            "autor",
            "líder",
            "nombre del postulante",
        ],
    ),
    ("email", EMAIL),
    ("organization", ORGANIZATION),
    (
        "date",
        &[
            "submitted",
            "submitted at",
            "submission date",
            "date",
            "created at",
            "fecha",
            "fecha de postulación",
            "fecha de envío",
        ],
    ),
    (
        "stage",
        &[
            "stage",
            "phase",
            "round",
            "status",
            "state",
            "outcome",
            "result",
            "etapa",
            "fase",
            "estado",
            "resultado",
        ],
    ),
];

const MEMBERS: &[(&str, &[&str])] = &[
    ("team", TEAM),
    (
        "person",
        &[
            "member",
            "member name",
            "participant",
            "name",
            "integrante",
            "miembro",
            "participante",
            "nombre",
            "membro",
        ],
    ),
    ("email", EMAIL),
    ("organization", ORGANIZATION),
];

/// Headers that mark the header row.
pub(super) const KNOWN: [&str; 16] = [
    "challenge",
    "reto",
    "desafío",
    "team",
    "equipo",
    "stage",
    "etapa",
    "email",
    "correo",
    "organization",
    "organización",
    "start",
    "deadline",
    "submitter",
    "member",
    "status",
];

/// Stages of those who won.
const WINNERS: [&str; 11] = [
    "winner",
    "won",
    "winners",
    "awarded",
    "first place",
    "ganador",
    "ganadora",
    "premiado",
    "premiada",
    "vencedor",
    "lauréat",
];
/// Stages of those who never handed in, or took it back.
const NEVER: [&str; 8] = [
    "draft",
    "withdrawn",
    "deleted",
    "spam",
    "borrador",
    "retirado",
    "retirada",
    "rascunho",
];

/// The map, empty where none is given.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Map {
    challenges: BTreeMap<String, String>,
    submissions: BTreeMap<String, String>,
    members: BTreeMap<String, String>,
    /// A stage as the platform calls it → its outcome; `none` for what never counted.
    stages: BTreeMap<String, String>,
}

impl Map {
    /// Reads a map; a field that there is not is refused with the nearest.
    pub fn read(path: Option<&Path>) -> Result<Self, RecordsError> {
        let Some(path) = path else { return Ok(Self::default()) };
        if !path.is_file() {
            return Err(RecordsError::Missing {
                path: path.display().to_string(),
            });
        }
        let file = sources::file_name(path);
        let refused = |problem: String| ImportError::Map {
            file: file.clone(),
            problem,
        };
        let text = String::from_utf8(bytes_of(path)?).map_err(|problem| refused(problem.to_string()))?;
        let text = text.trim_start_matches('\u{feff}');
        let map: Self = toml::from_str(text).map_err(|problem| refused(problem.to_string().trim().to_owned()))?;
        for part in Part::ALL {
            let fields = || part.fields().iter().map(|(field, _)| *field).chain(["file"]);
            let unknown = map
                .section(part)
                .keys()
                .find(|key| !fields().any(|field| field == key.as_str()));
            if let Some(key) = unknown {
                let meant = nearest(key, fields()).map_or_else(String::new, |field| format!(" ({field}?)"));
                return Err(refused(format!("[{}] {key}{meant}", part.name())).into());
            }
        }
        Ok(map)
    }

    fn section(&self, part: Part) -> &BTreeMap<String, String> {
        match part {
            Part::Challenges => &self.challenges,
            Part::Submissions => &self.submissions,
            Part::Members => &self.members,
        }
    }

    /// Headers that the map names.
    pub fn headers(&self) -> impl Iterator<Item = &str> {
        let fields = Part::ALL.into_iter().flat_map(|part| self.section(part));
        fields
            .filter(|(field, _)| *field != "file")
            .map(|(_, header)| header.as_str())
    }

    /// Where a field stands in a list: where the map says, else under a usual header.
    pub fn column(&self, part: Part, field: &str, listing: &Listing) -> Result<Option<usize>, RecordsError> {
        if let Some(header) = self.section(part).get(field) {
            return listing.required(FORMAT, &[header]).map(Some);
        }
        let usual = part.fields().iter().find(|(known, _)| *known == field);
        Ok(usual.and_then(|(_, headers)| listing.column(headers)))
    }

    /// Which list a file holds: as the map says by the file's name, else by the headers.
    pub fn part(&self, listing: &Listing) -> Option<Part> {
        let named = |part: &Part| {
            self.section(*part)
                .get("file")
                .is_some_and(|file| *file == listing.file)
        };
        if let Some(part) = Part::ALL.into_iter().find(named) {
            return Some(part);
        }
        let has = |part: Part, field: &str| {
            let mapped = self
                .section(part)
                .get(field)
                .and_then(|header| listing.column(&[header]));
            let usual = part.fields().iter().find(|(known, _)| *known == field);
            mapped
                .or_else(|| usual.and_then(|(_, headers)| listing.column(headers)))
                .is_some()
        };
        let somebody = |part: Part| has(part, "person") || has(part, "email");
        let challenge = has(Part::Submissions, "challenge");
        let spans = ["start", "end", "host", "prize"]
            .iter()
            .any(|field| has(Part::Challenges, field));
        if challenge && (has(Part::Submissions, "team") || somebody(Part::Submissions)) {
            Some(Part::Submissions)
        } else if !challenge && has(Part::Members, "team") && somebody(Part::Members) {
            Some(Part::Members)
        } else if has(Part::Challenges, "name") && spans {
            Some(Part::Challenges)
        } else if challenge && has(Part::Submissions, "organization") {
            Some(Part::Submissions)
        } else {
            None
        }
    }

    /// What a stage means: `winner` for those who won, `None` for what never counted, else the stage as it stands.
    pub fn outcome(&self, stage: &str) -> Option<String> {
        if let Some((_, outcome)) = self.stages.iter().find(|(known, _)| same(known, stage)) {
            return (outcome != "none").then(|| outcome.clone());
        }
        if NEVER.iter().any(|word| same(word, stage)) {
            return None;
        }
        let won = WINNERS.iter().any(|word| same(word, stage));
        Some(if won { "winner" } else { stage }.to_owned())
    }
}
