//! What do people write for the values of lists? Spanish, Portuguese, French and English.
//!
//! In: a value as hubscope names it. Out: the words people use for it. A table to be read as one, so it is not
//! formatted line by line.

/// What people write for a value; every word as [`key`](super::key) leaves it.
pub(super) fn synonyms(value: &str) -> &'static [&'static str] {
    SYNONYMS.iter().find(|(known, _)| *known == value).map_or(&[], |(_, words)| words)
}

const SYNONYMS: &[(&str, &[&str])] = &[
    // what a stakeholder is
    ("person", &["persona", "individual", "individuo", "persona natural", "pessoa", "personne", "people"]),
    ("unit", &[
        "unidad", "dependencia", "departamento", "division", "direccion", "area", "unidade", "unite",
        "department",
    ]),
    ("organization", &[
        "organizacion", "organisation", "org", "institucion", "entidad", "empresa", "institution",
        "organizacao", "instituicao",
    ]),
    // decisions about who is whom
    ("accept", &[
        "accepted", "aceptar", "aceptado", "aceptada", "acepto", "si", "yes", "same", "mismo", "misma", "fusionar",
        "fusionado", "merge", "unir", "aceitar", "aceito", "sim", "accepter", "oui",
    ]),
    ("reject", &[
        "rejected", "rechazar", "rechazado", "rechazada", "rechazo", "no", "different", "distinto", "distinta",
        "distintos", "separar", "rejeitar", "nao", "rejeter", "refuser", "non",
    ]),
    // sectors
    ("government", &[
        "gov", "pub", "gobierno", "publico", "sector publico", "estado", "public", "public sector", "governo",
        "setor publico", "gouvernement", "gob", "administracion publica", "gobierno local",
        "gobierno regional", "gobierno nacional", "municipio", "municipalidad", "alcaldia", "ministerio",
        "entidad publica",
    ]),
    ("business", &[
        "pvt", "prc", "private", "privado", "empresa", "empresas", "sector privado", "private sector", "firm",
        "firms", "company", "industria", "industry", "setor privado", "entreprise", "entreprises",
        "secteur prive", "empresarial", "negocios", "gremio", "pyme",
    ]),
    ("academia", &[
        "hes", "academic", "universidad", "universidades", "university", "universidade", "universite",
        "educacion", "education", "higher education", "educacion superior", "academico",
    ]),
    ("research", &[
        "rec", "investigacion", "research organisation", "research institute", "centro de investigacion",
        "pesquisa", "recherche",
    ]),
    ("civil_society", &[
        "vol", "ong", "ngo", "sociedad civil", "voluntary", "nonprofit", "non profit", "sin fines de lucro",
        "comunidad", "community", "sociedade civil", "societe civile", "fundacion", "tercer sector",
        "third sector", "ciudadania", "organizacion social", "osc",
    ]),
    ("funder", &[
        "financiador", "financiadores", "cooperacion internacional", "donante", "donor", "financiadora",
        "bailleur", "cooperacion", "foundation", "financador", "multilateral",
    ]),
    ("other", &["oth", "otro", "otros", "otra", "outro", "outros", "autre", "autres", "others"]),
    ("national", &["nacional", "central", "federal", "pais"]),
    ("regional", &["departamental", "estadual", "provincial", "state", "estatal", "region"]),
    ("municipal", &["local", "municipio", "comunal", "distrital", "city", "communal"]),
    ("political", &[
        "politico", "libre nombramiento", "libre nombramiento y remocion", "confianza", "exclusiva confianza",
        "politique",
    ]),
    ("career", &["carrera", "planta", "carrera administrativa", "carreira", "carriere", "permanent"]),
    ("elected", &["electo", "eleccion popular", "elegido", "eleito", "elu"]),
    ("contract", &["contrato", "contrata", "honorarios", "contratista", "prestacion de servicios", "contrat"]),
    ("public", &["publico", "publica"]),
    ("partners", &["aliados", "socios", "solo aliados", "parceiros", "partenaires"]),
    ("private", &["privado", "no", "reservado", "confidencial", "prive"]),
    // where things come from
    ("top_down", &[
        "desde arriba", "de arriba hacia abajo", "arriba abajo", "de cima para baixo", "descendant", "topdown",
    ]),
    ("bottom_up", &[
        "desde abajo", "de abajo hacia arriba", "abajo arriba", "de baixo para cima", "ascendant", "bottomup",
    ]),
    ("joint", &["conjunto", "conjunta", "mixto", "mixta", "ambos", "both", "conjoint", "misto"]),
    ("unknown", &["desconocido", "desconocida", "no se sabe", "desconhecido", "inconnu"]),
    ("mandate", &["mandato", "mandat", "obligacion", "norma"]),
    ("peer", &["par", "pares", "otro municipio", "pair", "peers"]),
    ("own", &["propio", "propia", "iniciativa propia", "proprio", "propre"]),
    // ties
    ("collaboration", &[
        "colaboracion", "colaboracao", "cooperacion", "cooperation", "alianza", "partnership", "parceria",
    ]),
    ("agreement", &["convenio", "acuerdo", "memorando", "mou", "convenio marco", "acordo", "accord"]),
    ("funding", &[
        "financiamiento", "financiacion", "financiamento", "financement", "aporte", "subvencion", "grant",
    ]),
    ("mentoring", &["mentoria", "acompanamiento", "mentorat"]),
    ("referral", &["derivacion", "referencia", "remision", "encaminhamento"]),
    ("nomination", &["nominacion", "postulacion", "indicacao"]),
    ("procurement", &["contratacion", "compra publica", "contrato", "contract", "contratacao"]),
    ("data_sharing", &["intercambio de datos", "datos compartidos", "compartilhamento de dados"]),
    ("membership", &["membresia", "afiliacion", "adhesion"]),
    // roles
    ("attendee", &["asistente", "participante", "attended", "ouvinte", "asistio", "publico"]),
    ("speaker", &[
        "expositor", "expositora", "ponente", "panelista", "palestrante", "orateur", "conferencista",
    ]),
    ("host", &["anfitrion", "anfitriona", "organizador", "organizadora", "organizer", "anfitriao", "hote"]),
    ("facilitator", &["facilitador", "facilitadora", "moderador", "moderadora", "moderator", "animateur"]),
    ("mentor", &["mentora", "tutor", "tutora"]),
    ("juror", &["jurado", "jurada", "jury", "juez", "judge", "evaluador", "evaluadora"]),
    ("competitor", &[
        "competidor", "competidora", "concursante", "postulante", "finalista", "concorrente", "candidat",
    ]),
    ("winner", &["ganador", "ganadora", "vencedor", "vencedora", "laureat"]),
    // parts of the method
    ("co_design_workshop", &[
        "taller de codiseno", "taller de co diseno", "codiseno", "co diseno", "codesign workshop",
    ]),
    ("diagnosis_roadmap", &[
        "diagnostico", "hoja de ruta", "diagnostico y hoja de ruta", "vision y hoja de ruta", "roadmap",
        "diagnostico vision y hoja de ruta",
    ]),
    ("competition", &[
        "concurso", "competencia", "desafio", "reto", "convocatoria", "challenge", "hackathon", "concours",
    ]),
    ("strategic_plan_workshop", &[
        "taller de plan estrategico", "plan estrategico", "cocreacion del plan estrategico",
    ]),
    ("hub_program", &["programa", "programa del hub", "programme", "program"]),
    ("meeting", &["reunion", "mesa", "mesa tecnica", "encuentro", "reuniao"]),
    // states, acts, promises
    ("held", &["realizado", "realizada", "ejecutado", "ejecutada", "done", "tenu"]),
    ("cancelled", &["cancelado", "cancelada", "canceled", "suspendido", "suspendida", "annule"]),
    ("open", &[
        "abierto", "abierta", "pendiente", "pending", "en curso", "en proceso", "in progress", "under way", "en marcha",
        "aberto", "aberta", "pendente", "ouvert", "en cours",
    ]),
    ("done", &[
        "cumplido", "cumplida", "hecho", "hecha", "terminado", "terminada", "realizado", "realizada", "completed",
        "complete", "feito", "feita", "cumprido", "cumprida", "concluido", "concluida", "fait", "termine",
    ]),
    ("accepted", &["aceptado", "aceptada", "aceito", "aceita", "accepte"]),
    ("refused", &["rechazado", "rechazada", "rejected", "recusado", "recusada", "refuse"]),
    ("impossible", &["imposible", "no es posible", "not possible", "impossivel"]),
    ("failed", &["fallido", "fallida", "desierto", "desierta", "fracasado"]),
    ("term", &["periodo", "gestion", "administracion"]),
    ("sponsorship", &["patrocinio", "auspicio", "parrainage"]),
    ("budget_line", &["presupuesto", "rubro", "partida presupuestaria", "linea presupuestal", "budget"]),
    ("objective", &["objetivo", "objectif"]),
    ("action", &["accion", "acao"]),
];
