//! Which columns does each table have, and what do people call them?
//!
//! In: nothing. Out: one list per table. A table to be read as one, so it is not formatted line by line.

use super::{Column, column};
use super::ColumnType::{
    Choice, Date, EndDate, EventRef, List, Number, OpenChoice, StakeholderRef, StakeholderRefs, Text, Whole, YesNo,
};

pub(super) const KINDS: &[&str] = &["person", "unit", "organization"];
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
const ACTS: &[&str] = &["term", "mandate", "sponsorship", "budget_line"];
const SECTORS: &[&str] = &["government", "business", "academia", "research", "civil_society", "funder", "other"];

const START: Column = column("start", Date, "inicio", &[
    "fecha inicio", "fecha de inicio", "fecha de suscripción", "fecha suscripción", "fecha de firma", "fecha firma",
    "fecha de inicio del contrato", "fecha de inicio del convenio", "inicio vigencia", "inicio de vigencia",
    "vigente desde", "desde", "start date", "startdate", "begin", "begins", "signed on", "date signed", "signature date",
    "valid from", "data inicio", "data de inicio", "data início", "data de assinatura", "início", "início da vigência",
    "date de debut", "date de début", "debut", "début", "date de signature", "à partir de",
]);
const END: Column = column("end", EndDate, "fin", &[
    "fecha fin", "fecha de fin", "fecha final", "fecha de finalización", "fecha finalización", "fecha de término",
    "fecha término", "término", "fecha de terminación", "fecha terminación", "fecha de vencimiento", "fecha vencimiento",
    "fecha de fin del contrato", "fecha de fin del convenio", "fin de vigencia", "fin vigencia", "vigente hasta",
    "vencimiento", "vigencia", "hasta", "finaliza", "end date", "enddate", "ends", "until", "expiry", "expiry date",
    "expires", "expiration date", "valid until", "due to end", "fim", "data fim", "data de fim", "data final",
    "data de término", "data término", "fim da vigência", "vigência", "validade", "date de fin", "date fin", "échéance",
    "date d'échéance", "date d'expiration", "jusqu'à",
]);
const DATE: Column = column("date", Date, "fecha", &[
    "data", "día", "dia", "fecha evento", "fecha del evento", "fecha de asistencia", "fecha y hora", "marca temporal",
    "day", "event date", "timestamp", "date time", "datetime", "data do evento", "data e hora", "carimbo de data hora", "jour",
    "date de l'événement", "horodateur",
]);
const ORIGIN: Column = column("origin", Choice(ORIGINS), "origen de la iniciativa", ORIGIN_HEADERS);
const ORIGIN_HEADERS: &[&str] = &[
    "iniciativa", "tipo de origen", "tipo de iniciativa", "dirección del impulso", "origin of the initiative",
    "origem da iniciativa", "tipo de origem", "origine", "origine de l'initiative",
];
const INITIATED_BY: Column = column("initiated_by", StakeholderRef, "iniciado por", &[
    "iniciador", "propuesto por", "impulsado por", "promovido por", "iniciativa de", "initiator", "proposed by",
    "initiated by", "led by", "started by", "proposto por", "iniciativa do", "initié par", "proposé par", "porté par",
]);
const AMOUNT: Column = column("amount", Number, "monto", &[
    "valor", "importe", "cuantía", "valor total", "monto total", "valor del contrato", "valor del convenio", "aporte",
    "presupuesto", "financiamiento", "montant", "montant total", "budget", "montante", "valor total do contrato",
    "orçamento", "valor do contrato", "value", "amount awarded", "total amount", "contract value", "award amount",
    "grant amount", "sum",
]);
const CURRENCY: Column = column("currency", Text, "moneda", &[
    "divisa", "tipo de moneda", "código de moneda", "moeda", "devise", "monnaie", "currency code",
]);
const PROGRAMME: Column = column("programme", Text, "programa", &[
    "program", "proyecto marco", "programa marco", "línea", "programme title", "grant programme", "programme cadre",
    "programa quadro",
]);
const LAST_CONFIRMED: Column = column("last_confirmed", Date, "última confirmación", &[
    "confirmado el", "última verificación", "last confirmed on", "last verified", "confirmed on", "última confirmação", "confirmado em",
    "dernière confirmation", "confirmé le",
]);
const STATUS: Column = column("status", Text, "estado", STATUS_HEADERS);
pub(super) const STATUS_HEADERS: &[&str] = &[
    "situación", "estado actual", "estado del contrato", "estado contrato", "estatus", "state", "stage", "situação", "status atual",
    "statut", "état",
];
const CITY: Column = column("city", Text, "ciudad", &[
    "municipio", "comuna", "localidad", "ciudad o municipio", "cidade", "município", "ville", "commune", "town", "location",
    "place",
]);
const EMAIL: Column = column("email", Text, "correo", &[
    "correo electrónico", "dirección de correo electrónico", "dirección de correo", "e mail", "mail", "email address",
    "e mail address", "user email", "endereço de e mail", "correio eletrônico", "courriel", "adresse e mail",
    "adresse électronique", "adresse mail",
]);
const APPOINTMENT_HEADERS: &[&str] = &[
    "nombramiento", "vinculación", "tipo de vinculación", "forma de vinculación", "modalidad de contratación",
    "appointment type", "type of appointment", "tipo de nomeação", "nomeação", "vínculo", "type de nomination",
    "nomination",
];
const AUTHORITY_HEADERS: &[&str] = &[
    "nivel jerárquico", "grado", "nivel", "grade", "rank", "level", "nível hierárquico", "hierarquia", "rang",
    "niveau hiérarchique", "échelon",
];
const POST_HEADERS: &[&str] = &[
    "puesto", "rol", "función", "título", "post", "position", "role", "job title", "title", "cargo actual", "função", "poste",
    "fonction", "cargo o rol",
];

pub(super) const STAKEHOLDERS: &[Column] = &[
    column("id", Text, "id", &[
        "código", "identificador", "code", "identifier", "stakeholder id", "actor id", "id actor", "id organización",
        "organization id", "organisation id", "organisationid", "org id", "person id", "node id", "key", "record id", "account id",
        "id da organização", "identifiant", "vertex",
    ]),
    column("name", Text, "nombre", &[
        "nombre completo", "razón social", "organización", "entidad", "institución", "actor", "nombre de la organización",
        "nombre de la institución", "nombre de la entidad", "nombre organización", "nombre entidad", "nombre institución",
        "nombre del actor", "organization", "organisation", "organization name", "organisation name", "institution",
        "nome", "nome completo", "nome da organização", "razão social", "instituição", "organização", "nom", "nom complet",
        "nom de l'organisation", "raison sociale", "label", "full name", "legal name", "company name", "account name",
        "nombre y apellido", "nombre y apellidos", "nombres y apellidos", "apellidos y nombres", "stakeholder", "company",
        "empresa", "entreprise",
    ]).required(),
    column("kind", Choice(KINDS), "tipo", &[
        "type", "clase", "tipo de actor", "tipo de parte interesada", "persona u organización", "tipo de ator",
        "type d'acteur", "stakeholder type", "actor type",
    ]),
    column("sector", OpenChoice(SECTORS), "sector", &[
        "setor", "secteur", "sector institucional", "sector de la organización", "tipo de organización",
        "tipo de institución", "tipo de entidad", "hélice", "helix", "activity type", "activitytype", "organization type",
        "organisation type", "org type", "tipo de organização", "type d'organisation",
    ]),
    column("government_level", OpenChoice(LEVELS), "nivel de gobierno", &[
        "level of government", "nivel gobierno", "orden", "orden de la entidad", "nivel territorial", "nível de governo",
        "esfera", "niveau de gouvernement", "government level",
    ]),
    column("parent_id", StakeholderRef, "organización superior", &[
        "parent", "pertenece a", "depende de", "organización matriz", "entidad superior", "adscrita a", "parent organization",
        "parent organisation", "parent org", "parent account", "part of", "belongs to", "organização superior",
        "pertence a", "organisation mère", "organisation parente", "rattaché à", "organización a la que pertenece",
    ]),
    CITY,
    column("country", Text, "país", &["pays", "country code", "código de país", "code pays", "nación", "nation"]),
    column("role_title", Text, "cargo", POST_HEADERS),
    column("appointment", OpenChoice(APPOINTMENTS), "tipo de nombramiento", APPOINTMENT_HEADERS),
    column("authority", Whole, "jerarquía", AUTHORITY_HEADERS),
    column("term_end", Date, "fin de mandato", &[
        "fin mandato", "fin del mandato", "fin de periodo", "fin del periodo", "término del mandato", "end of term",
        "term ends", "fim do mandato", "fin de mandat",
    ]),
    column("joined", Date, "ingreso", &[
        "fecha de ingreso", "fecha ingreso", "fecha de vinculación", "fecha de incorporación", "miembro desde", "se unió",
        "joined on", "date joined", "join date", "member since", "adesão", "data de adesão", "membro desde", "adhésion",
        "date d'adhésion", "membre depuis",
    ]),
    column("left", Date, "salida", &[
        "fecha de salida", "fecha salida", "retiro", "fecha de retiro", "left on", "date left", "leave date", "saída",
        "data de saída", "sortie", "date de sortie", "départ", "end of participation", "endofparticipation",
    ]),
    EMAIL,
    column("aliases", List, "otros nombres", &[
        "alias", "sigla", "siglas", "acrónimo", "nombre corto", "también conocido como", "acronym", "short name", "shortname",
        "other names", "also known as", "abbreviation", "outros nomes", "nome curto", "autres noms", "sigle",
        "nom court",
    ]),
    column("external_ids", List, "ids externos", &[
        "nit", "rut", "ruc", "cnpj", "ror", "external id", "external ids", "vat number", "vatnumber", "charity number",
        "company number", "tax id", "número de identificación", "identificación tributaria", "nit entidad",
        "identificadores externos", "ids externes", "siren", "siret",
    ]),
    column("offers", List, "ofrece", &[
        "oferta", "ofertas", "qué ofrece", "capacidades", "puede aportar", "aportes", "offer", "offering", "can offer",
        "capabilities", "oferece", "o que oferece", "offre", "offres", "propose",
    ]),
    column("needs", List, "necesita", &[
        "necesidades", "qué necesita", "busca", "requiere", "need", "looking for", "wants", "precisa", "necessidades",
        "o que precisa", "besoins", "besoin", "recherche",
    ]),
    column("consent", Choice(CONSENTS), "consentimiento", &[
        "autorización", "autoriza", "autorización de datos", "tratamiento de datos", "consentimento", "autorização",
        "consentement", "autorisation", "data consent",
    ]),
    column("profiling", YesNo, "perfilamiento", &["perfil", "perfilado", "profilage", "perfilamento"]),
];

pub(super) const PARTNERSHIPS: &[Column] = &[
    column("id", Text, "id", &[
        "código", "identificador", "número", "id contrato", "id convenio", "número de contrato", "número de convenio",
        "referencia del contrato", "code", "identifier", "partnership id", "agreement id", "contract id", "edge id",
        "relationship id", "número do contrato", "identifiant", "numéro",
    ]),
    column("source", StakeholderRef, "origen", &[
        "from", "de", "entidad a", "organización a", "organización 1", "parte a", "parte 1", "entidad 1", "actor a",
        "actor 1", "institución a", "institución 1", "nombre entidad", "entidad contratante", "contratante",
        "source id", "source name", "organization a", "organisation a", "organization 1", "organisation 1", "partner a",
        "partner 1", "party a", "party 1", "contact id a", "contact_id_a", "vertex 1", "node 1", "funding org", "origem",
        "organização a", "organização 1", "parte contratante", "organisme a", "partenaire 1", "partenaire a",
    ]).required(),
    column("target", StakeholderRef, "destino", &[
        "to", "a", "entidad b", "organización b", "organización 2", "parte b", "parte 2", "entidad 2", "actor b",
        "actor 2", "institución b", "institución 2", "aliado", "contraparte", "socio", "contratista",
        "proveedor adjudicado", "proveedor", "nombre del proveedor", "target id", "target name", "organization b",
        "organisation b", "organization 2", "organisation 2", "partner b", "partner 2", "party b", "party 2", "partner",
        "contact_id_b", "vertex 2", "node 2", "recipient org", "recipient", "supplier", "organização b",
        "organização 2", "parceiro", "contratado", "cible", "organisme b", "partenaire", "partenaire 2", "partenaire b",
    ]).required(),
    column("kind", OpenChoice(TIES), "tipo", &[
        "type", "relación", "tipo de relación", "tipo de vínculo", "tipo de convenio", "tipo de alianza", "tipo de contrato",
        "relation", "relation type", "relationship", "relationship type", "tie type", "tipo de relação", "tipo de parceria",
        "type de relation", "type de partenariat", "edge type",
    ]),
    column("function", Text, "función", &[
        "objeto", "propósito", "objeto del contrato", "objeto del convenio", "finalidad", "descripción",
        "descripción del proceso", "purpose", "description", "subject", "finalidade", "função", "descrição", "objet",
        "fonction",
    ]),
    START,
    END,
    LAST_CONFIRMED,
    column("notice_months", Whole, "meses de preaviso", &[
        "preaviso", "aviso previo", "notice", "notice period", "meses de aviso", "aviso prévio", "préavis",
        "mois de préavis",
    ]),
    column("owner", Text, "responsable", &[
        "encargado", "encargada", "a cargo", "a cargo de", "supervisor", "nombre supervisor", "responsible", "contact",
        "relationship owner", "account owner", "responsável", "encarregado", "responsable du suivi", "chargé de suivi",
    ]),
    column("strength", Number, "fuerza", &[
        "peso", "weight", "intensidad", "intensity", "fortaleza", "força", "intensidade", "force", "poids", "intensité",
    ]),
    column("directed", YesNo, "dirigida", &[
        "dirigido", "direccional", "directional", "is directed", "direcionada", "direcionado", "dirigé", "dirigée", "orienté",
    ]),
    AMOUNT,
    CURRENCY,
    column("funder_id", StakeholderRef, "financiador", &[
        "funder", "financia", "financiado por", "fuente de financiación", "pagador", "payer", "funded by", "donor",
        "financiadora", "bailleur", "bailleur de fonds", "financeur", "financé par",
    ]),
    INITIATED_BY,
    ORIGIN,
    column("attributed_to", EventRef, "atribuida al evento", &[
        "evento", "event", "event id", "surgió de", "atribuido a", "nació en", "evento de origen", "came from",
        "resulted from", "attributed to", "surgiu de", "atribuído a", "issu de", "événement",
    ]),
    STATUS,
    column("renewed_from", Text, "renueva", &[
        "renovación de", "prórroga de", "renewal of", "renews", "renova", "renovação de", "renouvelle", "renouvellement de",
    ]),
];

pub(super) const PARTICIPATIONS: &[Column] = &[
    column("stakeholder_id", StakeholderRef, "participante", &[
        "stakeholder", "quién", "who", "asistente", "participant", "attendee", "persona", "person", "actor", "actor id",
        "nombre del participante", "nombre del asistente", "nombre asistente", "id participante", "participant id",
        "person id", "contact id", "organisation id", "organisationid", "org id", "member", "member id", "miembro",
        "inscrito", "nome do participante", "pessoa", "ator", "nom du participant", "personne",
    ]).required(),
    column("event_id", EventRef, "evento", &[
        "event", "actividad", "taller", "evento id", "id evento", "nombre del evento", "nombre evento", "reunión", "sesión",
        "curso", "event name", "activity", "workshop", "meeting", "session", "project", "project id", "projectid",
        "événement", "activité", "atelier", "projet", "proyecto", "projeto", "atividade", "oficina", "nome do evento",
        "nom de l'événement",
    ]).required(),
    DATE,
    column("role", OpenChoice(ROLES), "rol", &[
        "papel", "role en el evento", "rol en el evento", "calidad", "en calidad de", "tipo de participación",
        "tipo de participante", "participation type", "attendee type", "ticket type", "rôle", "função no evento",
        "papel no evento", "qualité", "type de participation",
    ]),
    column("hours", Number, "horas", &[
        "duración horas", "duración en horas", "horas de participación", "horas asistidas", "duration hours", "total hours",
        "heures", "durée en heures", "carga horária", "duração horas",
    ]),
    column("invited_by", StakeholderRef, "invitado por", &[
        "invita", "quién invita", "invitada por", "referido por", "inviter", "referred by", "convidado por",
        "convidada por", "invité par", "invitée par",
    ]),
    column("incentive", Text, "incentivo", &["estímulo", "incitation", "incentive offered", "estímulo oferecido"]),
    column("outcome", Text, "resultado", &["result", "résultat", "logro", "outcomes", "resultados"]),
    AMOUNT,
    CURRENCY,
    column("name", Text, "nombre", &[
        "nombre completo", "nome", "nome completo", "nom", "nom complet", "full name", "nombre y apellido",
        "nombre y apellidos", "nombres y apellidos", "apellidos y nombres", "nombres", "attendee name", "participant name",
        "name original name", "user name",
    ]),
    column("organization", StakeholderRef, "organización", &[
        "organisation", "institución", "entidad", "empresa", "institution", "instituição", "company", "company name",
        "organização", "entidade", "entreprise", "établissement", "structure", "affiliation", "afiliación", "dependencia",
        "institución o empresa", "institución organización", "organization name", "organisation name", "secretaría",
        "nombre de la organización", "nombre de la institución", "nombre de la entidad", "employer",
    ]),
    EMAIL,
    column("role_title", Text, "cargo", &["puesto", "post", "position", "job title", "cargo actual", "poste", "função", "fonction"]),
];

pub(super) const EVENTS: &[Column] = &[
    column("id", Text, "id", &[
        "código", "identificador", "code", "identifier", "event id", "evento id", "id evento", "id actividad", "activity id",
        "project id", "projectid", "código del evento", "id do evento", "identifiant",
    ]).required(),
    column("name", Text, "nombre", &[
        "evento", "event", "event name", "title", "título", "actividad", "taller", "nombre del evento",
        "nombre de la actividad", "nombre del taller", "acronym", "project acronym", "nome", "nome do evento", "atividade",
        "oficina", "nom", "nom de l'événement", "titre", "événement", "intitulé",
    ]),
    column("component", OpenChoice(COMPONENTS), "componente", &[
        "tipo", "type", "kind", "tipo de evento", "tipo de actividad", "tipo de taller", "event type", "activity type",
        "component of the method", "tipo de atividade", "composante", "type d'événement", "type d'activité",
    ]),
    column("start", Date, "inicio", &[
        "fecha", "fecha inicio", "fecha de inicio", "fecha del evento", "fecha de realización", "start date", "startdate",
        "event date", "start time", "date", "data", "data do evento", "desde", "data de inicio", "data início", "início",
        "date de debut", "date de début", "debut", "début", "date de l'événement", "from",
    ]),
    END,
    column("topic", Text, "tema", &[
        "temática", "asunto", "tópico", "línea temática", "subject", "theme", "sujet", "thème", "assunto", "temática principal",
    ]),
    CITY,
    column("host", StakeholderRef, "anfitrión", &[
        "organizador", "organizadora", "organiza", "organizado por", "convoca", "sede", "organizer", "organiser", "hosted by",
        "organised by", "organized by", "anfitrião", "organizado pela", "hôte", "organisateur", "organisé par",
    ]),
    INITIATED_BY,
    column("origin", Choice(ORIGINS), "origen de la iniciativa", &[
        "origen", "iniciativa", "tipo de origen", "tipo de iniciativa", "origem", "origem da iniciativa", "origine",
        "origine de l'initiative", "origin of the initiative",
    ]),
    column("incentive", Text, "incentivo", &["estímulo", "incitation", "incentive offered"]),
    column("prize", Text, "premio", &["premios", "prix", "award", "prêmio", "prémio", "recompensa"]),
    PROGRAMME,
    column("status", OpenChoice(EVENT_STATES), "estado", STATUS_HEADERS),
];

pub(super) const ADOPTIONS: &[Column] = &[
    column("id", Text, "id", &["código", "identificador", "adoption id", "code", "identifiant"]),
    column("unit", StakeholderRef, "unidad", &[
        "adoptante", "entidad", "organización", "institución", "dependencia", "quién adopta", "adopter", "adopted by",
        "organization", "organisation", "unidade", "órgão", "who", "unité", "adoptant", "actor",
    ]).required(),
    column("practice", Text, "práctica", &[
        "innovación", "práctica adoptada", "herramienta", "practice adopted", "innovation", "tool", "prática", "inovação",
        "prática adotada", "pratique", "pratique adoptée", "outil",
    ]).required(),
    column("date", Date, "fecha", &[
        "fecha de adopción", "fecha adopción", "adoptada el", "adopted on", "adoption date", "date adopted", "data",
        "data de adoção", "adotada em", "inicio", "fecha de inicio", "start", "start date", "date d'adoption", "adoptée le",
    ]).required(),
    column("origin", Choice(ORIGINS), "origen de la iniciativa", &[
        "origen", "iniciativa", "tipo de origen", "tipo de iniciativa", "origem", "origem da iniciativa", "origine",
        "origine de l'initiative", "origin of the initiative",
    ]),
    column("trigger", Choice(TRIGGERS), "detonante", &[
        "motivo", "causa", "gatillo", "por qué se adoptó", "reason", "triggered by", "gatilho", "déclencheur", "motif",
    ]),
    column("sponsor", StakeholderRef, "patrocinador", &[
        "patrocinadora", "auspiciador", "auspicia", "patrocinado por", "sponsored by", "parrain", "patrocinado pela",
    ]),
    column("champion", StakeholderRef, "promotor", &[
        "promotora", "campeón", "impulsor", "impulsora", "promotor interno", "impulsado por", "internal champion", "campeão",
        "impulsionador", "promoteur", "porteur",
    ]),
    PROGRAMME,
    LAST_CONFIRMED,
    column("abandoned", Date, "abandono", &[
        "abandonada", "fecha de abandono", "abandonada el", "abandoned on", "date abandoned", "discontinued", "abandonada em",
        "data de abandono", "abandon", "abandonnée le",
    ]),
];

pub(super) const LEADERSHIP: &[Column] = &[
    column("id", Text, "id", &["código", "identificador", "code", "identifiant"]),
    column("body", StakeholderRef, "entidad", &[
        "organización", "organismo", "institución", "organization", "organisation", "institution", "unit", "órgão",
        "entidade", "organe", "organisme",
    ]).required(),
    column("kind", OpenChoice(ACTS), "tipo", &["type", "clase", "tipo de acto", "act", "tipo de ato", "type d'acte"]).required(),
    column("start", Date, "inicio", &[
        "fecha", "fecha inicio", "fecha de inicio", "fecha de expedición", "start date", "date", "desde", "data",
        "data de inicio", "data de início", "início", "date de début", "debut", "début", "from",
    ]).required(),
    END,
    column("person_id", StakeholderRef, "persona", &[
        "titular", "autoridad", "firmante", "person", "office holder", "signed by", "pessoa", "autoridade", "personne",
        "titulaire", "signataire",
    ]),
    column("practice", Text, "práctica", &["innovación", "prática", "inovação", "pratique", "innovation"]),
    column("scope", List, "alcance", &["ámbito", "cobertura", "escopo", "abrangência", "portée", "coverage"]),
    column("binding", YesNo, "vinculante", &[
        "obligatorio", "obligatoria", "es obligatorio", "mandatory", "is binding", "obrigatório", "contraignant",
        "obligatoire",
    ]),
    AMOUNT,
    column("source", Text, "fuente", &["documento", "norma", "acto administrativo", "document", "fonte", "reference", "référence"]),
];

pub(super) const COMMITMENTS: &[Column] = &[
    column("id", Text, "id", &["código", "identificador", "número", "code", "identifiant", "numéro", "n"]),
    column("text", Text, "texto", &[
        "compromiso", "objetivo", "descripción", "acción", "actividad", "commitment", "description", "objective", "promise",
        "compromisso", "descrição", "ação", "engagement", "objectif",
    ]).required(),
    column("event_id", EventRef, "evento", &["event", "taller", "evento de origen", "événement", "atelier", "oficina"]),
    column("kind", OpenChoice(&["objective", "action"]), "tipo", &["type", "clase", "tipo de compromiso"]),
    column("indicator", Text, "indicador", &["indicateur", "medido por", "measured by"]),
    column("baseline", Number, "línea base", &[
        "línea de base", "valor base", "valor inicial", "linha de base", "initial value", "valeur initiale", "situation de départ",
    ]),
    column("target", Number, "meta", &[
        "objetivo numérico", "valor meta", "meta final", "cible", "valeur cible", "target value", "goal",
    ]),
    column("due", Date, "plazo", &[
        "fecha límite", "fecha de vencimiento", "fecha de entrega", "fecha de cumplimiento prevista", "due date", "deadline",
        "due by", "prazo", "data limite", "échéance", "délai", "date limite",
    ]),
    column("owner", StakeholderRef, "responsable", &[
        "encargado", "encargada", "a cargo de", "entidad responsable", "responsible", "assigned to", "lead", "responsável",
        "encarregado", "porteur",
    ]),
    column("partners", StakeholderRefs, "aliados", &[
        "socios", "apoyan", "con quién", "colaboradores", "supporting", "with", "parceiros", "partenaires", "avec",
    ]),
    column("status", OpenChoice(COMMITMENT_STATES), "estado", STATUS_HEADERS),
    column("done_on", Date, "cumplido el", &[
        "fecha de cumplimiento", "fecha cumplimiento", "done", "completed on", "date completed", "concluído em", "cumprido em",
        "réalisé le", "achevé le",
    ]),
];

pub(super) const AFFILIATIONS: &[Column] = &[
    column("person", StakeholderRef, "persona", &[
        "nombre", "nombre completo", "funcionario", "name", "full name", "person id", "person name", "pessoa", "nome",
        "funcionário", "personne", "nom",
    ]).required(),
    column("organization", StakeholderRef, "organización", &[
        "organisation", "institución", "entidad", "empresa", "dependencia", "institution", "company", "employer",
        "organization id", "organisation id", "unit", "organização", "entidade", "instituição", "organisme",
    ]).required(),
    column("role_title", Text, "cargo", POST_HEADERS),
    column("appointment", OpenChoice(APPOINTMENTS), "tipo de nombramiento", APPOINTMENT_HEADERS),
    column("authority", Whole, "jerarquía", AUTHORITY_HEADERS),
    START,
    END,
];

pub(super) const NOMINATIONS: &[Column] = &[
    column("source", StakeholderRef, "quién nombra", &[
        "source id", "origen", "from", "de", "encuestado", "quién responde", "nominator", "respondent", "ego", "named by",
        "respondente", "quem indica", "répondant", "qui nomme",
    ]).required(),
    column("target", StakeholderRef, "a quién", &[
        "target id", "destino", "to", "nominado", "nombrado", "mencionado", "nominee", "alter", "named", "indicado",
        "quem é indicado", "nommé", "qui est nommé",
    ]).required(),
    DATE,
    column("question", Text, "pregunta", &["pergunta", "item", "question text"]),
];

pub(super) const CHAMPIONS: &[Column] = &[
    column("stakeholder_id", StakeholderRef, "persona", &[
        "stakeholder", "nombre", "name", "person", "actor", "pessoa", "nome", "personne", "nom",
    ]).required(),
    column("champion", YesNo, "promotor", &[
        "campeón", "es promotor", "es campeón", "is champion", "é promotor", "campeão", "est promoteur",
    ]).required(),
    column("from", Date, "desde", &["inicio", "start", "since", "de", "depuis", "início"]),
    column("until", Date, "hasta", &["fin", "end", "to", "até", "fim", "jusqu'à"]),
    column("source", Text, "fuente", &["fonte", "según", "source of label", "according to", "segundo", "selon"]),
];

pub(super) const ROSTER: &[Column] = &[
    column("stakeholder_id", StakeholderRef, "persona", &[
        "stakeholder", "nombre", "name", "person", "actor", "invitado", "pessoa", "nome", "convidado", "personne", "nom", "invité",
    ]).required(),
    column("window", Text, "ventana", &["periodo", "período", "period", "ola", "wave", "año", "year", "ano", "janela", "période", "vague", "année"]).required(),
    column("responded", YesNo, "respondió", &[
        "responde", "contestó", "participó", "asistió", "respondeu", "participou", "answered", "attended", "participated",
        "a répondu", "a participé",
    ]),
];
