//! Which tables and columns does hubscope know?
//!
//! In: nothing. Out: for each table its columns, how their cells are read and what people call them. The one place
//! that declares them: reading, `new`, the data dictionary and "what this hub can answer" follow it.

use std::fmt;

/// The tables of a hub, in the order in which they are read and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableName {
    /// Persons, units and organisations.
    Stakeholders,
    /// Dated ties.
    Partnerships,
    /// Who took part in what.
    Participations,
    /// What they took part in.
    Events,
    /// Practices taken up.
    Adoptions,
    /// Acts and spells from above.
    Leadership,
    /// What was promised.
    Commitments,
    /// Posts held.
    Affiliations,
    /// Who named whom.
    Nominations,
    /// Known champions.
    Champions,
    /// Who could have answered.
    Roster,
    /// What the last report proposed.
    Actions,
}

impl TableName {
    /// All tables.
    pub const ALL: [Self; 12] = [
        Self::Stakeholders,
        Self::Partnerships,
        Self::Participations,
        Self::Events,
        Self::Adoptions,
        Self::Leadership,
        Self::Commitments,
        Self::Affiliations,
        Self::Nominations,
        Self::Champions,
        Self::Roster,
        Self::Actions,
    ];

    /// Its name, which is also its file's stem.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stakeholders => "stakeholders",
            Self::Partnerships => "partnerships",
            Self::Participations => "participations",
            Self::Events => "events",
            Self::Adoptions => "adoptions",
            Self::Leadership => "leadership",
            Self::Commitments => "commitments",
            Self::Affiliations => "affiliations",
            Self::Nominations => "nominations",
            Self::Champions => "champions",
            Self::Roster => "roster",
            Self::Actions => "actions",
        }
    }
}

impl TableName {
    /// The words a file of this table may also be named by, the Spanish name first.
    pub(super) const fn synonyms(self) -> &'static [&'static str] {
        match self {
            Self::Stakeholders => &[
                "actores",
                "organizaciones",
                "personas",
                "directorio",
                "interesados",
                "partes interesadas",
                "miembros",
                "stakeholder",
                "organizations",
                "organisations",
                "people",
                "members",
                "actors",
                "atores",
                "organizacoes",
                "pessoas",
                "acteurs",
                "organisations membres",
                "nodes",
                "nodos",
            ],
            Self::Partnerships => &[
                "alianzas",
                "convenios",
                "acuerdos",
                "vinculos",
                "parcerias",
                "partenariats",
                "agreements",
                "ties",
                "partnership",
                "edges",
                "enlaces",
                "conventions",
            ],
            Self::Participations => &[
                "participaciones",
                "asistencia",
                "asistencias",
                "participacion",
                "participation",
                "attendance",
                "participacoes",
                "presencas",
                "presences",
            ],
            Self::Events => &[
                "eventos",
                "actividades",
                "talleres",
                "evenements",
                "event",
                "activities",
                "workshops",
            ],
            Self::Adoptions => &["adopciones", "adopcion", "adoption", "adocoes", "practicas adoptadas"],
            Self::Leadership => &["liderazgo", "liderazgos", "lideranca", "mandatos"],
            Self::Commitments => &["compromisos", "objetivos", "commitment", "compromissos", "engagements"],
            Self::Affiliations => &["afiliaciones", "cargos", "affiliation", "afiliacoes", "posts"],
            Self::Nominations => &["nominaciones", "menciones", "nomination", "indicacoes"],
            Self::Champions => &["promotores", "campeones", "champion", "campeoes"],
            Self::Roster => &["padron", "nomina", "lista", "rosters", "liste"],
            Self::Actions => &["acciones", "action", "acoes"],
        }
    }

    /// Its columns, in the order in which `new` writes them.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Stakeholders => STAKEHOLDERS,
            Self::Partnerships => PARTNERSHIPS,
            Self::Participations => PARTICIPATIONS,
            Self::Events => EVENTS,
            Self::Adoptions => ADOPTIONS,
            Self::Leadership => LEADERSHIP,
            Self::Commitments => COMMITMENTS,
            Self::Affiliations => AFFILIATIONS,
            Self::Nominations => NOMINATIONS,
            Self::Champions => CHAMPIONS,
            Self::Roster => ROSTER,
            Self::Actions => ACTIONS,
        }
    }

    /// The column of that name.
    #[must_use]
    pub fn column(self, name: &str) -> Option<&'static Column> {
        self.columns().iter().find(|column| column.name == name)
    }
}

impl fmt::Display for TableName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// How the cells of a column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// As it stands.
    Text,
    /// The id or name of a stakeholder.
    StakeholderRef,
    /// The ids or names of several stakeholders.
    StakeholderRefs,
    /// The id or name of an event.
    EventRef,
    /// A date or a part of one.
    Date,
    /// A date, or a word for "open".
    EndDate,
    /// A number.
    Number,
    /// A whole number, 0 or above.
    Whole,
    /// Yes or no.
    YesNo,
    /// Several texts in one cell.
    List,
    /// One of a closed list of values.
    Choice(&'static [&'static str]),
    /// One of a known list; other values pass and are counted.
    OpenChoice(&'static [&'static str]),
}

/// One column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// How its cells are read.
    pub kind: ColumnType,
    /// Whether a row without it is excluded.
    pub required: bool,
    /// Its name in Spanish, as `new` writes it.
    pub spanish: &'static str,
    /// What else people call it.
    pub(super) synonyms: &'static [&'static str],
}

impl Column {
    /// The key of its one-line definition in the message catalogue.
    #[must_use]
    pub fn definition_key(&self, table: TableName) -> String {
        let name = self.name;
        let by_table = match (table, name) {
            (TableName::Leadership | TableName::Champions, "source") => false,
            (TableName::Participations, "name") => true,
            (_, "kind" | "source" | "target" | "owner") => true,
            _ => false,
        };
        if table == TableName::Actions && ACTIONS_TOLD.contains(&name) {
            "column-told".to_owned()
        } else if by_table {
            format!("column-{table}-{name}")
        } else {
            format!("column-{name}")
        }
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

const fn column(
    name: &'static str,
    kind: ColumnType,
    spanish: &'static str,
    synonyms: &'static [&'static str],
) -> Column {
    Column {
        name,
        kind,
        required: false,
        spanish,
        synonyms,
    }
}

use ColumnType::{
    Choice, Date, EndDate, EventRef, List, Number, OpenChoice, StakeholderRef, StakeholderRefs, Text, Whole, YesNo,
};

const KINDS: &[&str] = &["person", "unit", "organization"];
const ORIGINS: &[&str] = &["top_down", "bottom_up", "joint", "unknown"];
const TRIGGERS: &[&str] = &["mandate", "peer", "own", "funder", "unknown"];
const CONSENTS: &[&str] = &["public", "partners", "private"];
const LEVELS: &[&str] = &["national", "regional", "municipal"];
const APPOINTMENTS: &[&str] = &["political", "career", "elected", "contract"];
const TIES: &[&str] = &[
    "collaboration",
    "agreement",
    "funding",
    "mentoring",
    "referral",
    "nomination",
    "procurement",
    "data_sharing",
    "membership",
];
const ROLES: &[&str] = &[
    "attendee",
    "speaker",
    "host",
    "facilitator",
    "mentor",
    "juror",
    "competitor",
    "winner",
];
const COMPONENTS: &[&str] = &[
    "co_design_workshop",
    "diagnosis_roadmap",
    "competition",
    "strategic_plan_workshop",
    "hub_program",
    "meeting",
    "other",
];
const EVENT_STATES: &[&str] = &["held", "cancelled", "failed"];
const ACTS: &[&str] = &["term", "mandate", "sponsorship", "budget_line"];
const SECTORS: &[&str] = &[
    "government",
    "business",
    "academia",
    "research",
    "civil_society",
    "funder",
    "other",
];

const START: Column = column(
    "start",
    Date,
    "inicio",
    &[
        "fecha inicio",
        "fecha de inicio",
        "start date",
        "startdate",
        "desde",
        "inicio vigencia",
        "data inicio",
        "data de inicio",
        "date de debut",
        "debut",
        "begin",
    ],
);
const END: Column = column(
    "end",
    EndDate,
    "fin",
    &[
        "fecha fin",
        "fecha de fin",
        "fecha de termino",
        "fecha termino",
        "termino",
        "end date",
        "enddate",
        "hasta",
        "vigencia",
        "fim",
        "data fim",
        "data de fim",
        "date de fin",
        "until",
        "vencimiento",
    ],
);
const DATE: Column = column("date", Date, "fecha", &["data", "dia", "fecha evento", "day", "jour"]);
const ORIGIN: Column = column(
    "origin",
    Choice(ORIGINS),
    "origen_de_la_iniciativa",
    &["iniciativa", "tipo de origen", "origem da iniciativa", "origine"],
);
const INITIATED_BY: Column = column(
    "initiated_by",
    StakeholderRef,
    "iniciado_por",
    &[
        "iniciador",
        "propuesto por",
        "initiator",
        "iniciado por",
        "initie par",
        "led by",
    ],
);
const AMOUNT: Column = column(
    "amount",
    Number,
    "monto",
    &[
        "valor",
        "importe",
        "cuantia",
        "montant",
        "montante",
        "value",
        "amount awarded",
    ],
);
const CURRENCY: Column = column("currency", Text, "moneda", &["divisa", "moeda", "devise", "monnaie"]);
const PROGRAMME: Column = column("programme", Text, "programa", &["program", "proyecto marco"]);
const LAST_CONFIRMED: Column = column(
    "last_confirmed",
    Date,
    "ultima_confirmacion",
    &["confirmado el", "ultima confirmacion", "last confirmed on"],
);
const STATUS: Column = column("status", Text, "estado", &["situacion", "state", "situacao", "statut"]);
const CITY: Column = column(
    "city",
    Text,
    "ciudad",
    &["municipio", "comuna", "cidade", "ville", "town"],
);

const STAKEHOLDERS: &[Column] = &[
    column(
        "id",
        Text,
        "id",
        &[
            "codigo",
            "identificador",
            "code",
            "identifier",
            "stakeholder id",
            "identifiant",
        ],
    ),
    column(
        "name",
        Text,
        "nombre",
        &[
            "nombre completo",
            "razon social",
            "organizacion",
            "entidad",
            "institucion",
            "actor",
            "organization",
            "organisation",
            "nome",
            "instituicao",
            "nom",
            "label",
            "full name",
            "nombre y apellido",
            "nombres y apellidos",
            "stakeholder",
        ],
    )
    .required(),
    column(
        "kind",
        Choice(KINDS),
        "tipo",
        &["type", "clase", "tipo de actor", "tipo de parte interesada"],
    ),
    column(
        "sector",
        OpenChoice(SECTORS),
        "sector",
        &["setor", "secteur", "sector institucional", "helice"],
    ),
    column(
        "government_level",
        OpenChoice(LEVELS),
        "nivel_de_gobierno",
        &[
            "level of government",
            "nivel gobierno",
            "nivel de governo",
            "niveau de gouvernement",
            "government level",
        ],
    ),
    column(
        "parent_id",
        StakeholderRef,
        "organizacion_superior",
        &[
            "parent",
            "pertenece a",
            "depende de",
            "parent organization",
            "organizacao superior",
            "organisation mere",
            "parent account",
            "organizacion a la que pertenece",
        ],
    ),
    CITY,
    column("country", Text, "pais", &["pays", "country code"]),
    column(
        "role_title",
        Text,
        "cargo",
        &[
            "puesto",
            "post",
            "position",
            "role",
            "job title",
            "poste",
            "funcao",
            "titulo",
        ],
    ),
    column(
        "appointment",
        OpenChoice(APPOINTMENTS),
        "tipo_de_nombramiento",
        &[
            "nombramiento",
            "vinculacion",
            "tipo de vinculacion",
            "tipo de nomeacao",
            "type de nomination",
        ],
    ),
    column(
        "authority",
        Whole,
        "jerarquia",
        &["nivel jerarquico", "grado", "grade", "hierarquia", "rang"],
    ),
    column(
        "term_end",
        Date,
        "fin_de_mandato",
        &["fin mandato", "termino del mandato", "end of term", "fim do mandato"],
    ),
    column(
        "joined",
        Date,
        "ingreso",
        &[
            "fecha de ingreso",
            "fecha ingreso",
            "joined on",
            "member since",
            "adesao",
        ],
    ),
    column(
        "left",
        Date,
        "salida",
        &["fecha de salida", "retiro", "left on", "saida", "sortie"],
    ),
    column(
        "email",
        Text,
        "correo",
        &["correo electronico", "e mail", "mail", "courriel", "user email"],
    ),
    column(
        "aliases",
        List,
        "otros_nombres",
        &["alias", "sigla", "siglas", "acronimo", "acronym", "other names"],
    ),
    column(
        "external_ids",
        List,
        "ids_externos",
        &["nit", "rut", "ror", "external id", "identificadores externos"],
    ),
    column("offers", List, "ofrece", &["oferta", "ofertas", "oferece", "offre"]),
    column(
        "needs",
        List,
        "necesita",
        &["necesidades", "busca", "precisa", "besoins"],
    ),
    column(
        "consent",
        Choice(CONSENTS),
        "consentimiento",
        &["autorizacion", "consentimento", "consentement"],
    ),
    column(
        "profiling",
        YesNo,
        "perfilamiento",
        &["perfil", "perfilado", "profilage"],
    ),
];

const PARTNERSHIPS: &[Column] = &[
    column(
        "id",
        Text,
        "id",
        &[
            "codigo",
            "identificador",
            "numero",
            "code",
            "identifier",
            "partnership id",
        ],
    ),
    column(
        "source",
        StakeholderRef,
        "origen",
        &[
            "from",
            "de",
            "entidad a",
            "organizacion a",
            "organizacion 1",
            "parte a",
            "parte 1",
            "entidad 1",
            "source id",
            "organization a",
            "partner a",
            "vertex 1",
            "origem",
            "nombre entidad",
        ],
    )
    .required(),
    column(
        "target",
        StakeholderRef,
        "destino",
        &[
            "to",
            "a",
            "entidad b",
            "organizacion b",
            "organizacion 2",
            "parte b",
            "parte 2",
            "entidad 2",
            "target id",
            "organization b",
            "partner b",
            "vertex 2",
            "aliado",
            "contraparte",
            "cible",
        ],
    )
    .required(),
    column(
        "kind",
        OpenChoice(TIES),
        "tipo",
        &["type", "relacion", "tipo de relacion", "tipo de vinculo", "relation"],
    ),
    column(
        "function",
        Text,
        "funcion",
        &["objeto", "proposito", "purpose", "finalidad", "funcao", "objet"],
    ),
    START,
    END,
    LAST_CONFIRMED,
    column(
        "notice_months",
        Whole,
        "meses_de_preaviso",
        &["preaviso", "notice", "aviso previo"],
    ),
    column(
        "owner",
        Text,
        "responsable",
        &["encargado", "a cargo", "responsible", "responsavel", "supervisor"],
    ),
    column(
        "strength",
        Number,
        "fuerza",
        &["peso", "weight", "intensidad", "forca", "force", "poids"],
    ),
    column(
        "directed",
        YesNo,
        "dirigida",
        &["dirigido", "direccional", "directional", "dirige"],
    ),
    AMOUNT,
    CURRENCY,
    column(
        "funder_id",
        StakeholderRef,
        "financiador",
        &["funder", "financia", "pagador", "payer", "bailleur"],
    ),
    INITIATED_BY,
    ORIGIN,
    column(
        "attributed_to",
        EventRef,
        "atribuida_al_evento",
        &["evento", "event", "event id", "surgio de", "atribuido a"],
    ),
    STATUS,
    column(
        "renewed_from",
        Text,
        "renueva",
        &["renovacion de", "renewal of", "renova"],
    ),
];

const PARTICIPATIONS: &[Column] = &[
    column(
        "stakeholder_id",
        StakeholderRef,
        "participante",
        &[
            "stakeholder",
            "quien",
            "who",
            "asistente",
            "participant",
            "attendee",
            "persona",
            "actor",
            "actor id",
            "nombre del participante",
            "id participante",
            "member",
        ],
    )
    .required(),
    column(
        "event_id",
        EventRef,
        "evento",
        &[
            "event",
            "actividad",
            "taller",
            "evento id",
            "id evento",
            "evenement",
            "project",
            "project id",
            "event name",
        ],
    )
    .required(),
    DATE,
    column(
        "role",
        OpenChoice(ROLES),
        "rol",
        &["papel", "role en el evento", "calidad", "en calidad de"],
    ),
    column(
        "hours",
        Number,
        "horas",
        &["duracion horas", "heures", "horas de participacion"],
    ),
    column(
        "invited_by",
        StakeholderRef,
        "invitado_por",
        &["invita", "convidado por", "invite par"],
    ),
    column("incentive", Text, "incentivo", &["incitation"]),
    column("outcome", Text, "resultado", &["result", "resultat"]),
    AMOUNT,
    CURRENCY,
    column(
        "name",
        Text,
        "nombre",
        &["nombre completo", "nome", "nom", "full name", "nombres y apellidos"],
    ),
    column(
        "organization",
        StakeholderRef,
        "organizacion",
        &[
            "organisation",
            "institucion",
            "entidad",
            "empresa",
            "institution",
            "instituicao",
            "company",
            "organizacao",
        ],
    ),
    column(
        "email",
        Text,
        "correo",
        &["correo electronico", "e mail", "mail", "courriel", "user email"],
    ),
];

const EVENTS: &[Column] = &[
    column(
        "id",
        Text,
        "id",
        &["codigo", "identificador", "code", "identifier", "event id", "evento id"],
    )
    .required(),
    column(
        "name",
        Text,
        "nombre",
        &[
            "evento",
            "event",
            "title",
            "titulo",
            "actividad",
            "taller",
            "nome",
            "nom",
        ],
    ),
    column(
        "component",
        OpenChoice(COMPONENTS),
        "componente",
        &["tipo", "type", "kind", "tipo de evento", "composante"],
    ),
    column(
        "start",
        Date,
        "inicio",
        &[
            "fecha",
            "fecha inicio",
            "fecha de inicio",
            "start date",
            "startdate",
            "date",
            "data",
            "desde",
            "data de inicio",
            "date de debut",
            "debut",
            "from",
        ],
    ),
    END,
    column(
        "topic",
        Text,
        "tema",
        &["tematica", "asunto", "subject", "sujet", "assunto"],
    ),
    CITY,
    column(
        "host",
        StakeholderRef,
        "anfitrion",
        &["organizador", "sede", "organizer", "anfitriao", "hote"],
    ),
    INITIATED_BY,
    column(
        "origin",
        Choice(ORIGINS),
        "origen_de_la_iniciativa",
        &[
            "origen",
            "iniciativa",
            "tipo de origen",
            "origem",
            "origem da iniciativa",
            "origine",
        ],
    ),
    column("incentive", Text, "incentivo", &["incitation"]),
    column("prize", Text, "premio", &["prix", "award"]),
    PROGRAMME,
    column(
        "status",
        OpenChoice(EVENT_STATES),
        "estado",
        &["situacion", "state", "situacao", "statut"],
    ),
];

const ADOPTIONS: &[Column] = &[
    column("id", Text, "id", &["codigo", "identificador", "adoption id"]),
    column(
        "unit",
        StakeholderRef,
        "unidad",
        &[
            "adoptante",
            "entidad",
            "organizacion",
            "adopter",
            "unidade",
            "who",
            "unite",
        ],
    )
    .required(),
    column(
        "practice",
        Text,
        "practica",
        &["innovacion", "pratica", "pratique", "innovation"],
    )
    .required(),
    column(
        "date",
        Date,
        "fecha",
        &["fecha de adopcion", "adopted on", "data", "inicio", "start"],
    )
    .required(),
    column(
        "origin",
        Choice(ORIGINS),
        "origen_de_la_iniciativa",
        &[
            "origen",
            "iniciativa",
            "tipo de origen",
            "origem",
            "origem da iniciativa",
            "origine",
        ],
    ),
    column(
        "trigger",
        Choice(TRIGGERS),
        "detonante",
        &["motivo", "gatillo", "gatilho", "declencheur"],
    ),
    column("sponsor", StakeholderRef, "patrocinador", &["auspiciador", "parrain"]),
    column(
        "champion",
        StakeholderRef,
        "promotor",
        &["campeon", "impulsor", "campeao", "promotor interno"],
    ),
    PROGRAMME,
    LAST_CONFIRMED,
    column(
        "abandoned",
        Date,
        "abandono",
        &["abandonada", "fecha de abandono", "abandoned on", "abandon"],
    ),
];

const LEADERSHIP: &[Column] = &[
    column("id", Text, "id", &["codigo", "identificador"]),
    column(
        "body",
        StakeholderRef,
        "entidad",
        &["organizacion", "organismo", "institucion", "orgao", "organe"],
    )
    .required(),
    column("kind", OpenChoice(ACTS), "tipo", &["type", "clase"]).required(),
    column(
        "start",
        Date,
        "inicio",
        &[
            "fecha",
            "fecha inicio",
            "fecha de inicio",
            "start date",
            "date",
            "desde",
            "data de inicio",
            "debut",
            "from",
        ],
    )
    .required(),
    END,
    column(
        "person_id",
        StakeholderRef,
        "persona",
        &["titular", "autoridad", "person", "pessoa", "personne"],
    ),
    column(
        "practice",
        Text,
        "practica",
        &["innovacion", "pratica", "pratique", "innovation"],
    ),
    column("scope", List, "alcance", &["ambito", "escopo", "portee"]),
    column(
        "binding",
        YesNo,
        "vinculante",
        &["obligatorio", "obrigatorio", "contraignant"],
    ),
    AMOUNT,
    column("source", Text, "fuente", &["documento", "fonte", "reference"]),
];

const COMMITMENTS: &[Column] = &[
    column("id", Text, "id", &["codigo", "identificador", "numero"]),
    column(
        "text",
        Text,
        "texto",
        &[
            "compromiso",
            "objetivo",
            "descripcion",
            "commitment",
            "description",
            "objective",
        ],
    )
    .required(),
    column("event_id", EventRef, "evento", &["event", "actividad", "evenement"]),
    column("kind", OpenChoice(&["objective", "action"]), "tipo", &["type", "clase"]),
    column("indicator", Text, "indicador", &["indicateur"]),
    column(
        "baseline",
        Number,
        "linea_base",
        &["linea de base", "linha de base", "valor inicial"],
    ),
    column("target", Number, "meta", &["objetivo numerico", "cible", "valor meta"]),
    column(
        "due",
        Date,
        "plazo",
        &["fecha limite", "fecha de vencimiento", "due date", "prazo", "echeance"],
    ),
    column(
        "owner",
        StakeholderRef,
        "responsable",
        &["encargado", "responsible", "responsavel"],
    ),
    column(
        "partners",
        StakeholderRefs,
        "aliados",
        &["socios", "parceiros", "partenaires"],
    ),
    STATUS,
    column(
        "done_on",
        Date,
        "cumplido_el",
        &["fecha de cumplimiento", "done", "completed on", "concluido em"],
    ),
];

const AFFILIATIONS: &[Column] = &[
    column(
        "person",
        StakeholderRef,
        "persona",
        &["nombre", "name", "person id", "pessoa", "personne"],
    )
    .required(),
    column(
        "organization",
        StakeholderRef,
        "organizacion",
        &[
            "organisation",
            "institucion",
            "entidad",
            "organization id",
            "organizacao",
            "instituicao",
        ],
    )
    .required(),
    column(
        "role_title",
        Text,
        "cargo",
        &["puesto", "post", "position", "role", "job title", "poste"],
    ),
    column(
        "appointment",
        OpenChoice(APPOINTMENTS),
        "tipo_de_nombramiento",
        &["nombramiento", "vinculacion"],
    ),
    column(
        "authority",
        Whole,
        "jerarquia",
        &["nivel jerarquico", "grado", "grade", "hierarquia", "rang"],
    ),
    START,
    END,
];

const NOMINATIONS: &[Column] = &[
    column(
        "source",
        StakeholderRef,
        "quien_nombra",
        &["source id", "origen", "from", "de", "nominator"],
    )
    .required(),
    column(
        "target",
        StakeholderRef,
        "a_quien",
        &["target id", "destino", "to", "nominado", "nombrado", "nominee"],
    )
    .required(),
    DATE,
    column("question", Text, "pregunta", &["pergunta"]),
];

const CHAMPIONS: &[Column] = &[
    column(
        "stakeholder_id",
        StakeholderRef,
        "persona",
        &["stakeholder", "nombre", "name", "person", "actor"],
    )
    .required(),
    column(
        "champion",
        YesNo,
        "promotor",
        &["campeon", "es promotor", "is champion"],
    )
    .required(),
    column("from", Date, "desde", &["inicio", "start", "de"]),
    column("until", Date, "hasta", &["fin", "end", "to"]),
    column("source", Text, "fuente", &["fonte", "segun"]),
];

const ROSTER: &[Column] = &[
    column(
        "stakeholder_id",
        StakeholderRef,
        "persona",
        &["stakeholder", "nombre", "name", "person", "actor"],
    )
    .required(),
    column("window", Text, "ventana", &["periodo", "period", "ano", "year"]).required(),
    column(
        "responded",
        YesNo,
        "respondio",
        &["responde", "respondeu", "answered", "a repondu"],
    ),
];

/// What the report writes beside an action for the reader, and nobody reads back.
const ACTIONS_TOLD: [&str; 6] = ["verb", "who", "with_whom", "by", "why", "effort"];

const ACTIONS: &[Column] = &[
    column("id", Text, "id", &["codigo"]).required(),
    STATUS,
    column(
        "owner",
        Text,
        "responsable",
        &["encargado", "responsible", "responsavel"],
    ),
    column("due", Date, "plazo", &["fecha limite", "due date", "prazo"]),
    column("proposed_on", Date, "propuesta_el", &["proposed", "fecha de propuesta"]),
    column("verb", Text, "verbo", &[]),
    column("who", Text, "quien", &[]),
    column("with_whom", Text, "con_quien", &[]),
    column("by", Text, "para_cuando", &[]),
    column("why", Text, "por_que", &[]),
    column("effort", Text, "esfuerzo", &[]),
];

#[cfg(test)]
mod tests {
    use super::super::words::key;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_columns_of_a_table_share_a_header() {
        for table in TableName::ALL {
            let mut seen = BTreeSet::new();
            for column in table.columns() {
                let own = [column.name, column.spanish];
                let words: BTreeSet<String> = own.iter().chain(column.synonyms).map(|word| key(word)).collect();
                for word in words {
                    assert!(seen.insert(word.clone()), "{table}: {word} names two columns");
                }
            }
        }
    }

    #[test]
    fn no_two_tables_share_a_file_name() {
        let mut seen = BTreeSet::new();
        for table in TableName::ALL {
            assert!(seen.insert(key(table.name())));
            for word in table.synonyms() {
                assert!(seen.insert(key(word)), "{word} names two tables");
            }
        }
    }
}
