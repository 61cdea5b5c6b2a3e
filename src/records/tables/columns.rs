//! Which columns does each table have, and what do people call them?
//!
//! In: nothing. Out: one list per table. A table to be read as one, so it is not formatted line by line.

use super::{Column, TableName, column};
use super::ColumnType::{
    Choice, Date, EndDate, EventRef, List, Number, OpenChoice, StakeholderRef, StakeholderRefs, Text, Whole, YesNo,
};

/// The words a file of a table may also be named by, the Spanish name first.
pub(super) const fn file_names(table: TableName) -> &'static [&'static str] {
    match table {
        TableName::Stakeholders => &[
            "actores", "organizaciones", "personas", "directorio", "interesados", "partes interesadas", "miembros",
            "stakeholder", "organizations", "organisations", "people", "members", "actors", "atores",
            "organizacoes", "pessoas", "acteurs", "organisations membres", "nodes", "nodos",
        ],
        TableName::Partnerships => &[
            "alianzas", "convenios", "acuerdos", "vinculos", "parcerias", "partenariats", "agreements", "ties",
            "partnership", "edges", "enlaces", "conventions",
        ],
        TableName::Participations => &[
            "participaciones", "asistencia", "asistencias", "participacion", "participation", "attendance",
            "participacoes", "presencas", "presences",
        ],
        TableName::Events => &[
            "eventos", "actividades", "talleres", "evenements", "event", "activities", "workshops",
        ],
        TableName::Adoptions => &["adopciones", "adopcion", "adoption", "adocoes", "practicas adoptadas"],
        TableName::Leadership => &["liderazgo", "liderazgos", "lideranca", "mandatos"],
        TableName::Commitments => &["compromisos", "objetivos", "commitment", "compromissos", "engagements"],
        TableName::Affiliations => &["afiliaciones", "cargos", "affiliation", "afiliacoes", "posts"],
        TableName::Nominations => &["nominaciones", "menciones", "nomination", "indicacoes"],
        TableName::Champions => &["promotores", "campeones", "champion", "campeoes"],
        TableName::Roster => &["padron", "nomina", "lista", "rosters", "liste"],
        TableName::Actions => &["acciones", "action", "acoes"],
        TableName::Resolve => &["duplicados", "fusiones", "duplicates", "duplicatas", "doublons"],
        TableName::ResolvePeople => &[
            "duplicados personas", "private resolve people", "private resolve", "privado duplicados",
            "privado duplicados personas", "duplicates people",
        ],
    }
}

const KINDS: &[&str] = &["person", "unit", "organization"];
const ORIGINS: &[&str] = &["top_down", "bottom_up", "joint", "unknown"];
const TRIGGERS: &[&str] = &["mandate", "peer", "own", "funder", "unknown"];
const CONSENTS: &[&str] = &["public", "partners", "private"];
const LEVELS: &[&str] = &["national", "regional", "municipal"];
const APPOINTMENTS: &[&str] = &["political", "career", "elected", "contract"];
const TIES: &[&str] = &[
    "collaboration", "agreement", "funding", "mentoring", "referral", "nomination", "procurement", "data_sharing",
    "membership",
];
const ROLES: &[&str] = &["attendee", "speaker", "host", "facilitator", "mentor", "juror", "competitor", "winner"];
const COMPONENTS: &[&str] = &[
    "co_design_workshop", "diagnosis_roadmap", "competition", "strategic_plan_workshop", "hub_program", "meeting",
    "other",
];
const EVENT_STATES: &[&str] = &["held", "cancelled", "failed"];
const COMMITMENT_STATES: &[&str] = &["open", "done", "cancelled"];
const ACTION_STATES: &[&str] = &["accepted", "done", "refused", "impossible"];
const ACTS: &[&str] = &["term", "mandate", "sponsorship", "budget_line"];
const SECTORS: &[&str] = &["government", "business", "academia", "research", "civil_society", "funder", "other"];

const START: Column = column("start", Date, "inicio", &[
    "fecha inicio", "fecha de inicio", "start date", "startdate", "desde", "inicio vigencia", "data inicio",
    "data de inicio", "date de debut", "debut", "begin",
]);
const END: Column = column("end", EndDate, "fin", &[
    "fecha fin", "fecha de fin", "fecha de termino", "fecha termino", "termino", "end date", "enddate", "hasta",
    "vigencia", "fim", "data fim", "data de fim", "date de fin", "until", "vencimiento",
]);
const DATE: Column = column("date", Date, "fecha", &["data", "dia", "fecha evento", "day", "jour"]);
const ORIGIN: Column = column("origin", Choice(ORIGINS), "origen de la iniciativa", &[
    "iniciativa", "tipo de origen", "origem da iniciativa", "origine",
]);
const INITIATED_BY: Column = column("initiated_by", StakeholderRef, "iniciado por", &[
    "iniciador", "propuesto por", "initiator", "iniciado por", "initie par", "led by",
]);
const AMOUNT: Column = column("amount", Number, "monto", &[
    "valor", "importe", "cuantia", "montant", "montante", "value", "amount awarded",
]);
const CURRENCY: Column = column("currency", Text, "moneda", &["divisa", "moeda", "devise", "monnaie"]);
const PROGRAMME: Column = column("programme", Text, "programa", &["program", "proyecto marco"]);
const LAST_CONFIRMED: Column = column("last_confirmed", Date, "última confirmación", &[
    "confirmado el", "ultima confirmacion", "last confirmed on",
]);
const STATUS: Column = column("status", Text, "estado", STATUS_HEADERS);
const STATUS_HEADERS: &[&str] = &["situacion", "state", "situacao", "statut"];
const CITY: Column = column("city", Text, "ciudad", &["municipio", "comuna", "cidade", "ville", "town"]);

pub(super) const STAKEHOLDERS: &[Column] = &[
    column("id", Text, "id", &["codigo", "identificador", "code", "identifier", "stakeholder id", "identifiant"]),
    column("name", Text, "nombre", &[
        "nombre completo", "razon social", "organizacion", "entidad", "institucion", "actor", "organization",
        "organisation", "nome", "instituicao", "nom", "label", "full name", "nombre y apellido",
        "nombres y apellidos", "stakeholder",
    ]).required(),
    column("kind", Choice(KINDS), "tipo", &["type", "clase", "tipo de actor", "tipo de parte interesada"]),
    column("sector", OpenChoice(SECTORS), "sector", &["setor", "secteur", "sector institucional", "helice"]),
    column("government_level", OpenChoice(LEVELS), "nivel de gobierno", &[
        "level of government", "nivel gobierno", "nivel de governo", "niveau de gouvernement", "government level",
    ]),
    column("parent_id", StakeholderRef, "organización superior", &[
        "parent", "pertenece a", "depende de", "parent organization", "organizacao superior", "organisation mere",
        "parent account", "organizacion a la que pertenece",
    ]),
    CITY,
    column("country", Text, "país", &["pays", "country code"]),
    column("role_title", Text, "cargo", &[
        "puesto", "post", "position", "role", "job title", "poste", "funcao", "titulo",
    ]),
    column("appointment", OpenChoice(APPOINTMENTS), "tipo de nombramiento", &[
        "nombramiento", "vinculacion", "tipo de vinculacion", "tipo de nomeacao", "type de nomination",
    ]),
    column("authority", Whole, "jerarquía", &["nivel jerarquico", "grado", "grade", "hierarquia", "rang"]),
    column("term_end", Date, "fin de mandato", &[
        "fin mandato", "termino del mandato", "end of term", "fim do mandato",
    ]),
    column("joined", Date, "ingreso", &[
        "fecha de ingreso", "fecha ingreso", "joined on", "member since", "adesao",
    ]),
    column("left", Date, "salida", &["fecha de salida", "retiro", "left on", "saida", "sortie"]),
    column("email", Text, "correo", &["correo electronico", "e mail", "mail", "courriel", "user email"]),
    column("aliases", List, "otros nombres", &["alias", "sigla", "siglas", "acronimo", "acronym", "other names"]),
    column("external_ids", List, "ids externos", &["nit", "rut", "ror", "external id", "identificadores externos"]),
    column("offers", List, "ofrece", &["oferta", "ofertas", "oferece", "offre"]),
    column("needs", List, "necesita", &["necesidades", "busca", "precisa", "besoins"]),
    column("consent", Choice(CONSENTS), "consentimiento", &["autorizacion", "consentimento", "consentement"]),
    column("profiling", YesNo, "perfilamiento", &["perfil", "perfilado", "profilage"]),
];

pub(super) const PARTNERSHIPS: &[Column] = &[
    column("id", Text, "id", &["codigo", "identificador", "numero", "code", "identifier", "partnership id"]),
    column("source", StakeholderRef, "origen", &[
        "from", "de", "entidad a", "organizacion a", "organizacion 1", "parte a", "parte 1", "entidad 1",
        "source id", "organization a", "partner a", "vertex 1", "origem", "nombre entidad",
    ]).required(),
    column("target", StakeholderRef, "destino", &[
        "to", "a", "entidad b", "organizacion b", "organizacion 2", "parte b", "parte 2", "entidad 2", "target id",
        "organization b", "partner b", "vertex 2", "aliado", "contraparte", "cible",
    ]).required(),
    column("kind", OpenChoice(TIES), "tipo", &[
        "type", "relacion", "tipo de relacion", "tipo de vinculo", "relation",
    ]),
    column("function", Text, "función", &["objeto", "proposito", "purpose", "finalidad", "funcao", "objet"]),
    START,
    END,
    LAST_CONFIRMED,
    column("notice_months", Whole, "meses de preaviso", &["preaviso", "notice", "aviso previo"]),
    column("owner", Text, "responsable", &["encargado", "a cargo", "responsible", "responsavel", "supervisor"]),
    column("strength", Number, "fuerza", &["peso", "weight", "intensidad", "forca", "force", "poids"]),
    column("directed", YesNo, "dirigida", &["dirigido", "direccional", "directional", "dirige"]),
    AMOUNT,
    CURRENCY,
    column("funder_id", StakeholderRef, "financiador", &["funder", "financia", "pagador", "payer", "bailleur"]),
    INITIATED_BY,
    ORIGIN,
    column("attributed_to", EventRef, "atribuida al evento", &[
        "evento", "event", "event id", "surgio de", "atribuido a",
    ]),
    STATUS,
    column("renewed_from", Text, "renueva", &["renovacion de", "renewal of", "renova"]),
];

pub(super) const PARTICIPATIONS: &[Column] = &[
    column("stakeholder_id", StakeholderRef, "participante", &[
        "stakeholder", "quien", "who", "asistente", "participant", "attendee", "persona", "actor", "actor id",
        "nombre del participante", "id participante", "member",
    ]).required(),
    column("event_id", EventRef, "evento", &[
        "event", "actividad", "taller", "evento id", "id evento", "evenement", "project", "project id",
        "event name",
    ]).required(),
    DATE,
    column("role", OpenChoice(ROLES), "rol", &["papel", "role en el evento", "calidad", "en calidad de"]),
    column("hours", Number, "horas", &["duracion horas", "heures", "horas de participacion"]),
    column("invited_by", StakeholderRef, "invitado por", &["invita", "convidado por", "invite par"]),
    column("incentive", Text, "incentivo", &["incitation"]),
    column("outcome", Text, "resultado", &["result", "resultat"]),
    AMOUNT,
    CURRENCY,
    column("name", Text, "nombre", &["nombre completo", "nome", "nom", "full name", "nombres y apellidos"]),
    column("organization", StakeholderRef, "organización", &[
        "organisation", "institucion", "entidad", "empresa", "institution", "instituicao", "company",
        "organizacao",
    ]),
    column("email", Text, "correo", &["correo electronico", "e mail", "mail", "courriel", "user email"]),
    column("role_title", Text, "cargo", &["puesto", "post", "position", "job title", "poste", "funcao"]),
];

pub(super) const EVENTS: &[Column] = &[
    column("id", Text, "id", &["codigo", "identificador", "code", "identifier", "event id", "evento id"]).required(),
    column("name", Text, "nombre", &["evento", "event", "title", "titulo", "actividad", "taller", "nome", "nom"]),
    column("component", OpenChoice(COMPONENTS), "componente", &[
        "tipo", "type", "kind", "tipo de evento", "composante",
    ]),
    column("start", Date, "inicio", &[
        "fecha", "fecha inicio", "fecha de inicio", "start date", "startdate", "date", "data", "desde",
        "data de inicio", "date de debut", "debut", "from",
    ]),
    END,
    column("topic", Text, "tema", &["tematica", "asunto", "subject", "sujet", "assunto"]),
    CITY,
    column("host", StakeholderRef, "anfitrión", &["organizador", "sede", "organizer", "anfitriao", "hote"]),
    INITIATED_BY,
    column("origin", Choice(ORIGINS), "origen de la iniciativa", &[
        "origen", "iniciativa", "tipo de origen", "origem", "origem da iniciativa", "origine",
    ]),
    column("incentive", Text, "incentivo", &["incitation"]),
    column("prize", Text, "premio", &["prix", "award"]),
    PROGRAMME,
    column("status", OpenChoice(EVENT_STATES), "estado", STATUS_HEADERS),
];

pub(super) const ADOPTIONS: &[Column] = &[
    column("id", Text, "id", &["codigo", "identificador", "adoption id"]),
    column("unit", StakeholderRef, "unidad", &[
        "adoptante", "entidad", "organizacion", "adopter", "unidade", "who", "unite",
    ]).required(),
    column("practice", Text, "práctica", &["innovacion", "pratica", "pratique", "innovation"]).required(),
    column("date", Date, "fecha", &["fecha de adopcion", "adopted on", "data", "inicio", "start"]).required(),
    column("origin", Choice(ORIGINS), "origen de la iniciativa", &[
        "origen", "iniciativa", "tipo de origen", "origem", "origem da iniciativa", "origine",
    ]),
    column("trigger", Choice(TRIGGERS), "detonante", &["motivo", "gatillo", "gatilho", "declencheur"]),
    column("sponsor", StakeholderRef, "patrocinador", &["auspiciador", "parrain"]),
    column("champion", StakeholderRef, "promotor", &["campeon", "impulsor", "campeao", "promotor interno"]),
    PROGRAMME,
    LAST_CONFIRMED,
    column("abandoned", Date, "abandono", &["abandonada", "fecha de abandono", "abandoned on", "abandon"]),
];

pub(super) const LEADERSHIP: &[Column] = &[
    column("id", Text, "id", &["codigo", "identificador"]),
    column("body", StakeholderRef, "entidad", &["organizacion", "organismo", "institucion", "orgao", "organe"]).required(),
    column("kind", OpenChoice(ACTS), "tipo", &["type", "clase"]).required(),
    column("start", Date, "inicio", &[
        "fecha", "fecha inicio", "fecha de inicio", "start date", "date", "desde", "data de inicio", "debut",
        "from",
    ]).required(),
    END,
    column("person_id", StakeholderRef, "persona", &["titular", "autoridad", "person", "pessoa", "personne"]),
    column("practice", Text, "práctica", &["innovacion", "pratica", "pratique", "innovation"]),
    column("scope", List, "alcance", &["ambito", "escopo", "portee"]),
    column("binding", YesNo, "vinculante", &["obligatorio", "obrigatorio", "contraignant"]),
    AMOUNT,
    column("source", Text, "fuente", &["documento", "fonte", "reference"]),
];

pub(super) const COMMITMENTS: &[Column] = &[
    column("id", Text, "id", &["codigo", "identificador", "numero"]),
    column("text", Text, "texto", &[
        "compromiso", "objetivo", "descripcion", "commitment", "description", "objective",
    ]).required(),
    column("event_id", EventRef, "evento", &["event", "actividad", "evenement"]),
    column("kind", OpenChoice(&["objective", "action"]), "tipo", &["type", "clase"]),
    column("indicator", Text, "indicador", &["indicateur"]),
    column("baseline", Number, "línea base", &["linea de base", "linha de base", "valor inicial"]),
    column("target", Number, "meta", &["objetivo numerico", "cible", "valor meta"]),
    column("due", Date, "plazo", &["fecha limite", "fecha de vencimiento", "due date", "prazo", "echeance"]),
    column("owner", StakeholderRef, "responsable", &["encargado", "responsible", "responsavel"]),
    column("partners", StakeholderRefs, "aliados", &["socios", "parceiros", "partenaires"]),
    column("status", OpenChoice(COMMITMENT_STATES), "estado", STATUS_HEADERS),
    column("done_on", Date, "cumplido el", &["fecha de cumplimiento", "done", "completed on", "concluido em"]),
];

pub(super) const AFFILIATIONS: &[Column] = &[
    column("person", StakeholderRef, "persona", &["nombre", "name", "person id", "pessoa", "personne"]).required(),
    column("organization", StakeholderRef, "organización", &[
        "organisation", "institucion", "entidad", "organization id", "organizacao", "instituicao",
    ]).required(),
    column("role_title", Text, "cargo", &["puesto", "post", "position", "role", "job title", "poste"]),
    column("appointment", OpenChoice(APPOINTMENTS), "tipo de nombramiento", &["nombramiento", "vinculacion"]),
    column("authority", Whole, "jerarquía", &["nivel jerarquico", "grado", "grade", "hierarquia", "rang"]),
    START,
    END,
];

pub(super) const NOMINATIONS: &[Column] = &[
    column("source", StakeholderRef, "quién nombra", &["source id", "origen", "from", "de", "nominator"]).required(),
    column("target", StakeholderRef, "a quién", &["target id", "destino", "to", "nominado", "nombrado", "nominee"]).required(),
    DATE,
    column("question", Text, "pregunta", &["pergunta"]),
];

pub(super) const CHAMPIONS: &[Column] = &[
    column("stakeholder_id", StakeholderRef, "persona", &["stakeholder", "nombre", "name", "person", "actor"]).required(),
    column("champion", YesNo, "promotor", &["campeon", "es promotor", "is champion"]).required(),
    column("from", Date, "desde", &["inicio", "start", "de"]),
    column("until", Date, "hasta", &["fin", "end", "to"]),
    column("source", Text, "fuente", &["fonte", "segun"]),
];

pub(super) const ROSTER: &[Column] = &[
    column("stakeholder_id", StakeholderRef, "persona", &["stakeholder", "nombre", "name", "person", "actor"]).required(),
    column("window", Text, "ventana", &["periodo", "period", "ano", "year"]).required(),
    column("responded", YesNo, "respondió", &["responde", "respondeu", "answered", "a repondu"]),
];

/// What the report writes beside an action for the reader, and nobody reads back.
pub(super) const ACTIONS_TOLD: [&str; 8] =
    ["action", "what", "who", "with_whom", "by", "why", "effort", "records"];

pub(super) const ACTIONS: &[Column] = &[
    column("id", Text, "id", &["codigo"]).required(),
    column("status", OpenChoice(ACTION_STATES), "estado", STATUS_HEADERS),
    column("owner", Text, "responsable", &["encargado", "responsible", "responsavel"]),
    column("due", Date, "plazo", &["fecha limite", "due date", "prazo"]),
    column("proposed_on", Date, "propuesta el", &["proposed", "fecha de propuesta"]),
    column("action", Text, "tipo de acción", &[]),
    column("what", Text, "qué", &[]),
    column("who", Text, "quién", &[]),
    column("with_whom", Text, "con quién", &[]),
    column("by", Text, "para cuándo", &[]),
    column("why", Text, "por qué", &[]),
    column("effort", Text, "esfuerzo", &[]),
    column("records", Text, "registros", &[]),
];

const DECISIONS: &[&str] = &["accept", "reject"];

/// Two that may be one. Nobody is created from it: ids are looked up among those whom other tables name.
pub(super) const RESOLVE: &[Column] = &[
    column("id_a", Text, "id a", &["id 1", "id de a"]),
    column("name_a", Text, "nombre a", &["nombre 1", "name 1", "nome a", "nom a"]),
    column("id_b", Text, "id b", &["id 2", "id de b"]),
    column("name_b", Text, "nombre b", &["nombre 2", "name 2", "nome b", "nom b"]),
    column("kind", Choice(KINDS), "tipo", &["type", "clase"]),
    column("reasons", Text, "motivos", &["motivo", "reason", "razones", "raison", "razao"]),
    column("score", Text, "puntaje", &["puntuacion", "pontuacao", "parecido", "similarity"]),
    column("decision", Choice(DECISIONS), "decisión", &["decisao", "decided", "fusionar", "accion"]),
    column("kept", Text, "se conserva", &["conservar", "queda", "keep", "manter", "garder"]),
    column("note", Text, "nota", &["notas", "comentario", "comment", "notes", "observaciones"]),
];
