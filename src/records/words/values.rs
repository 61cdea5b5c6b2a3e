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
    ("person", &[
        "persona", "individual", "individuo", "persona natural", "pessoa", "personne", "people", "persona fisica",
        "pessoa fisica", "personne physique", "individu",
    ]),
    ("unit", &[
        "unidad", "dependencia", "departamento", "division", "direccion", "area", "unidade", "unite", "department",
        "oficina", "secretaria", "subsecretaria", "gerencia", "servicio", "facultad", "secao", "setor", "service",
    ]),
    ("organization", &[
        "organizacion", "organisation", "org", "institucion", "entidad", "empresa", "institution", "organizacao",
        "instituicao", "organisme", "organizaciones", "persona juridica", "pessoa juridica", "personne morale",
        "entidade", "entity",
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
        "setor publico", "gouvernement", "gob", "administracion publica", "gobierno local", "gobierno regional",
        "gobierno nacional", "municipio", "municipalidad", "alcaldia", "ministerio", "entidad publica",
        "governmental", "gubernamental", "governamental", "secteur public", "entidad gubernamental",
        "administracao publica", "administration publique", "prefeitura", "prefecture", "gobernacion", "ministry",
        "ministere", "municipality", "mairie", "local government", "orgao publico", "sector gobierno",
    ]),
    ("business", &[
        "pvt", "prc", "private", "privado", "empresa", "empresas", "sector privado", "private sector", "firm",
        "firms", "company", "industria", "industry", "setor privado", "entreprise", "entreprises", "secteur prive",
        "empresarial", "negocios", "gremio", "pyme", "privada", "sector empresarial", "sector productivo",
        "empresariado", "pymes", "mipyme", "emprendimiento", "startup", "startups", "small business", "corporate",
        "corporacion privada", "pme", "setor produtivo", "privee", "empresas privadas",
    ]),
    ("academia", &[
        "hes", "academic", "universidad", "universidades", "university", "universidade", "universite", "educacion",
        "education", "higher education", "educacion superior", "academico", "academie", "instituicao de ensino",
        "institucion educativa", "institucion de educacion superior", "ies", "instituto tecnologico", "college",
        "school", "escuela", "colegio", "ensino superior", "enseignement superieur", "sector academico", "facultad",
    ]),
    ("research", &[
        "rec", "investigacion", "research organisation", "research institute", "centro de investigacion", "pesquisa",
        "recherche", "research center", "research centre", "centros de investigacion", "instituto de investigacion",
        "instituto de pesquisa", "centro de pesquisa", "centre de recherche", "institut de recherche", "think tank",
        
    ]),
    ("civil_society", &[
        "vol", "ong", "ngo", "sociedad civil", "voluntary", "nonprofit", "non profit", "sin fines de lucro",
        "comunidad", "community", "sociedade civil", "societe civile", "fundacion", "tercer sector", "third sector",
        "ciudadania", "organizacion social", "osc", "osfl", "esal", "fundaciones", 
        "cso", "charity", "organizacion comunitaria",
        "organizacion de la sociedad civil", "ongs", "organisation de la societe civile", "nao governamental",
        "community organisation",
    ]),
    ("funder", &[
        "financiador", "financiadores", "cooperacion internacional", "donante", "donor", "financiadora", "bailleur",
        "cooperacion", "foundation", "financador", "multilateral", "financiadores internacionales",
        "agencia de cooperacion", "cooperacion al desarrollo", "organismo multilateral", "banca de desarrollo",
        "development bank", "doador", "donateur", "bailleur de fonds", "agencia de fomento", "philanthropy",
        "filantropia",
    ]),
    ("other", &[
        "oth", "otro", "otros", "otra", "outro", "outros", "autre", "autres", "others", "ninguno de los anteriores",
        "otras", "outras",
    ]),
    ("national", &[
        "nacional", "central", "federal", "pais", "gobierno nacional", "orden nacional", "federal government",
        "estado central",
    ]),
    ("regional", &[
        "departamental", "estadual", "provincial", "state", "estatal", "region", "departamento", "gobernacion",
        "orden departamental", "orden regional", "gobierno regional", "provincia", "county",
    ]),
    ("municipal", &[
        "local", "municipio", "comunal", "distrital", "city", "communal", "municipal government", "orden municipal",
        "gobierno local", "alcaldia", "commune", "municipalite", "prefeitura", "ciudad",
    ]),
    ("political", &[
        "politico", "libre nombramiento", "libre nombramiento y remocion", "confianza", "exclusiva confianza",
        "politique", "cargo politico", "designado", "de confianza", "comissionado", "cargo comissionado",
        "appointed",
    ]),
    ("career", &[
        "carrera", "planta", "carrera administrativa", "carreira", "carriere", "permanent", "funcionario de carrera",
        "titular", "civil servant", "servidor de carreira", "fonctionnaire", "concursado", "permanente", "tenured",
    ]),
    ("elected", &[
        "electo", "eleccion popular", "elegido", "eleito", "elu", "electa", "elegida", "eleita", "elue",
        "por eleccion", "elegido popularmente",
    ]),
    ("contract", &[
        "contrato", "contrata", "honorarios", "contratista", "prestacion de servicios", "contrat", "ops",
        "provisional", "temporal", "contratada", "contractor", "contractuel", "temporario",
    ]),
    ("public", &["publico", "publica", "todos", "everyone", "publique"]),
    ("partners", &[
        "aliados", "socios", "solo aliados", "parceiros", "partenaires", "solo socios", "solo el hub", "members",
        "miembros", "membros",
    ]),
    ("private", &[
        "privado", "no", "reservado", "confidencial", "prive", "no autoriza", "no autorizo", "no publicar",
        "nao autoriza", "nao autorizo", "non autorise", "privada", "privee", "confidential", 
    ]),
    // where things come from
    ("top_down", &[
        "desde arriba", "de arriba hacia abajo", "arriba abajo", "de cima para baixo", "descendant", "topdown",
        "descendente", "vertical", "mandato superior", "top down mandate", "d en haut", "du haut vers le bas",
    ]),
    ("bottom_up", &[
        "desde abajo", "de abajo hacia arriba", "abajo arriba", "de baixo para cima", "ascendant", "bottomup",
        "ascendente", "de la base", "iniciativa propia", "d en bas", "du bas vers le haut", "grassroots",
    ]),
    ("joint", &[
        "conjunto", "conjunta", "mixto", "mixta", "ambos", "both", "conjoint", "misto", "mixte", "conjuntamente",
        "compartida", "jointly", "conjointe",
    ]),
    ("unknown", &[
        "desconocido", "desconocida", "no se sabe", "desconhecido", "inconnu", "no sabe",
        "sin informacion del origen", "desconhecida", "inconnue", "not known",
    ]),
    ("mandate", &[
        "mandato", "mandat", "obligacion", "norma", "obligatorio", "ley", "decreto", "obrigacao", "obligation",
        "law", "decree",
    ]),
    ("peer", &[
        "par", "pares", "otro municipio", "pair", "peers", "otra ciudad", "otra entidad", "colega", "colegas",
        "collegue", 
    ]),
    ("own", &[
        "propio", "propia", "iniciativa propia", "proprio", "propre", "iniciativa interna", "decision propia",
        "own initiative", "iniciativa propria", "initiative propre", "internal",
    ]),
    // ties
    ("collaboration", &[
        "colaboracion", "colaboracao", "cooperacion", "cooperation", "alianza", "partnership", "parceria",
        "collaborative", "colaborativa", "trabajo conjunto", "red de colaboracao", "joint project",
        "proyecto conjunto", "projeto conjunto", "projet commun", "collab", "alianzas",
    ]),
    ("agreement", &[
        "convenio", "acuerdo", "memorando", "mou", "convenio marco", "acordo", "accord", "convenio especifico",
        "convenio de cooperacion", "convenio interadministrativo", "acuerdo marco", "acuerdo de cooperacion",
        "memorando de entendimiento", "carta de intencion", "memorandum of understanding", "letter of intent",
        "convenio de colaboracion", "termo de cooperacao", "convention", "protocolo", "convencao",
        "framework agreement",
    ]),
    ("funding", &[
        "financiamiento", "financiacion", "financiamento", "financement", "aporte", "subvencion", "grant",
        "donacion", "donation", "doacao", "subsidio", "subsidy", "patrocinio", "cofinanciacion", "cofinanciamiento",
        "financia", "financing", "subvention", "beca", "fondo",
    ]),
    ("mentoring", &[
        "mentoria", "acompanamiento", "mentorat", "mentorship", "tutoria", "coaching", "asesoria", "accompagnement",
        "acompanhamento",
    ]),
    ("referral", &[
        "derivacion", "referencia", "remision", "encaminhamento", "referido", "recomendacion", 
        "indicacao de contato",
    ]),
    ("nomination", &["nominacion", "postulacion", "indicacao", "nominado"]),
    ("procurement", &[
        "contratacion", "compra publica", "contrato", "contract", "contratacao",
        "contrato de prestacion de servicios", "contrato de obra", "licitacion", "tender", "compra", "suministro",
        "marche public", "licitacao", "purchase",
    ]),
    ("data_sharing", &[
        "intercambio de datos", "datos compartidos", "compartilhamento de dados", "compartir datos",
        "intercambio de informacion", "data sharing agreement", "partage de donnees", "acuerdo de datos",
    ]),
    ("membership", &[
        "membresia", "afiliacion", "adhesion", "miembro", "membro", "membre", "member", "associado", "socio",
        "afiliado", "adesao",
    ]),
    // roles
    ("attendee", &[
        "asistente", "participante", "attended", "ouvinte", "asistio", "publico", "asistentes", "participant",
        "participantes", "presente", "assistant", "oyente", "attendees",
        "presenca",
    ]),
    ("speaker", &[
        "expositor", "expositora", "ponente", "panelista", "palestrante", "orateur", "conferencista",
        "conferenciante", "charlista", "disertante", "presenter", "panelist", "panellist", "intervenant",
        "intervenante", "keynote", "ponentes", "expositores", "palestrantes",
    ]),
    ("host", &[
        "anfitrion", "anfitriona", "organizador", "organizadora", "organizer", "anfitriao", "hote", "organiser",
        "organisateur", "coorganizador", "coorganizadora", "convocante", "anfitria", "hosting",
    ]),
    ("facilitator", &[
        "facilitador", "facilitadora", "moderador", "moderadora", "moderator", "animateur", "tallerista", "mediador",
        "mediadora", "animatrice", "facilitateur", "facilitatrice", "dinamizador", "dinamizadora",
    ]),
    ("mentor", &["mentora", "tutor", "tutora", "mentores", "asesor", "asesora", "coach", "advisor", "adviser"]),
    ("juror", &[
        "jurado", "jurada", "jury", "juez", "judge", "evaluador", "evaluadora", "jure", "jurados", "jueces",
        "evaluator", "avaliador", "avaliadora", "membre du jury", "comite evaluador",
    ]),
    ("competitor", &[
        "competidor", "competidora", "concursante", "postulante", "finalista", "concorrente", "candidat",
        "participante del concurso", "contestant", "equipo", "applicant", "finalist", "candidato", "candidata",
        "candidate", "concursantes", "equipe",
    ]),
    ("winner", &[
        "ganador", "ganadora", "vencedor", "vencedora", "laureat", "ganadores", "premiado", "premiada", "gagnant",
        "gagnante", "primer lugar", "laureate", "vencedores",
    ]),
    // parts of the method
    ("co_design_workshop", &[
        "taller de codiseno", "taller de co diseno", "codiseno", "co diseno", "codesign workshop", "cocreacion",
        "taller de cocreacion", "taller de co creacion", "co creacion", "oficina de codesign",
        "oficina de cocriacao", "atelier de co conception", "atelier de codesign", "co design", "codesign",
    ]),
    ("diagnosis_roadmap", &[
        "diagnostico", "hoja de ruta", "diagnostico y hoja de ruta", "vision y hoja de ruta", "roadmap",
        "diagnostico vision y hoja de ruta", "diagnosis", "diagnostico participativo", "taller de diagnostico",
        "feuille de route", "roteiro", "diagnostic", "diagnosis and roadmap",
    ]),
    ("competition", &[
        "concurso", "competencia", "desafio", "reto", "convocatoria", "challenge", "hackathon", "concours",
        "desafios", "retos", "concursos", "hackaton", "hackatona", "defi", "edital", "call for proposals",
        "innovation challenge", "bootcamp",
    ]),
    ("strategic_plan_workshop", &[
        "taller de plan estrategico", "plan estrategico", "cocreacion del plan estrategico",
        "planeacion estrategica", "planificacion estrategica", "taller de planeacion estrategica",
        "planejamento estrategico", "plan strategique", "strategic plan", "strategic planning",
        "atelier de plan strategique",
    ]),
    ("hub_program", &[
        "programa", "programa del hub", "programme", "program", "programas", "programme du hub", 
        "aceleradora", "incubacion", "mentoria grupal",
    ]),
    ("meeting", &[
        "reunion", "mesa", "mesa tecnica", "encuentro", "reuniao", "reuniones", "mesa de trabajo", "mesa redonda",
        "comite", "junta", "encontro", "reunion de trabajo", "rencontre", "reunion de coordination", "sesion",
        "sessao", "seance", "webinar", "conversatorio",
    ]),
    // states, acts, promises
    ("held", &[
        "realizado", "realizada", "ejecutado", "ejecutada", "done", "tenu", "celebrado", "celebrada",
        "llevado a cabo", "completado", "completada", "realise", "realisee", "finalizado", "finalizada",
        "took place", "terminado", "hecho",
    ]),
    ("cancelled", &[
        "cancelado", "cancelada", "canceled", "suspendido", "suspendida", "annule", "anulado", "anulada", "annulee",
        "suspendu", 
    ]),
    ("open", &[
        "abierto", "abierta", "pendiente", "pending", "en curso", "en proceso", "in progress", "under way",
        "en marcha", "aberto", "aberta", "pendente", "ouvert", "en cours", "en ejecucion", "sin empezar",
        "por hacer", "not started", "to do", "todo", "em andamento", "em execucao", "a faire", "pendiente de inicio",
        "activo", "vigente", "started",
    ]),
    ("done", &[
        "cumplido", "cumplida", "hecho", "hecha", "terminado", "terminada", "realizado", "realizada", "completed",
        "complete", "feito", "feita", "cumprido", "cumprida", "concluido", "concluida", "fait", "termine",
        "finalizado", "finalizada", "ejecutado", "ejecutada", "logrado", "lograda", "achieved", "finished", "acheve",
        "achevee", "realise", "realisee", "completado", "completada", "listo", "lista", "ya se hizo",
    ]),
    ("accepted", &[
        "aceptado", "aceptada", "aceito", "aceita", "accepte", "aprobado", "aprobada", "acepta", "approved",
        "aprovado", "acceptee", "acepto", "aceptamos", "asumido", "asumida", "acordado", "acordada", "agreed", "en curso",
        "en marcha", "en proceso", "in progress", "under way", "em andamento", "en cours",
    ]),
    ("refused", &[
        "rechazado", "rechazada", "rejected", "recusado", "recusada", "refuse", "rechaza", "declined", "denied",
        "negado", "refusee", "no aceptado", "no aceptada", "negada", "descartado", "descartada", "no",
    ]),
    ("impossible", &[
        "imposible", "no es posible", "not possible", "impossivel", "inviable", "no viable", "no factible",
        "not feasible", "no se puede", "no se pudo", "inviavel",
    ]),
    ("failed", &[
        "fallido", "fallida", "desierto", "desierta", "fracasado", "fracaso", "fracasada", "fracassado", "void",
        "echoue", "sin efecto", "no realizado",
    ]),
    ("term", &[
        "periodo", "gestion", "administracion", "periodo de gobierno", "mandato de gobierno", "term of office",
        "mandat electif", "mandato presidencial", "gestao",
    ]),
    ("sponsorship", &[
        "patrocinio", "auspicio", "parrainage", "apadrinamiento", "respaldo", "apoyo politico", "apadrinhamento",
        "soutien", "backing",
    ]),
    ("budget_line", &[
        "presupuesto", "rubro", "partida presupuestaria", "linea presupuestal", "budget", "orcamento",
        "linha orcamentaria", "ligne budgetaire", "partida", "asignacion presupuestaria", "recursos",
    ]),
    ("objective", &["objetivo", "objectif", "meta", "goal", "objetivos", "aim"]),
    ("action", &["accion", "acao", "actividad", "tarea", "acciones", "task", "activity", "tache", "tarefa", "acoes"]),
];
