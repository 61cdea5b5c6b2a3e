//! What do people call the file or sheet of each table?
//!
//! In: a table. Out: the words for it in Spanish, Portuguese, French and English. A table to be read as one, so it is not
//! formatted line by line.

use super::TableName;

/// The words a file of a table may also be named by, the Spanish name first.
pub(super) const fn names(table: TableName) -> &'static [&'static str] {
    match table {
        TableName::Stakeholders => &[
            "actores", "organizaciones", "personas", "directorio", "interesados", "partes interesadas", "miembros",
            "instituciones", "entidades", "contactos", "mapa de actores", "directorio de actores", "integrantes",
            "stakeholder", "organizations", "organisations", "people", "members", "actors", "contacts", "accounts",
            "institutions", "directory", "entities", "atores", "organizações", "pessoas", "instituições", "contatos",
            "membros", "partes interessadas", "acteurs", "organisations membres", "personnes", "membres", "annuaire",
            "parties prenantes", "nodes", "nodos", "vertices", "nós", "noeuds",
        ],
        TableName::Partnerships => &[
            "alianzas", "convenios", "acuerdos", "vínculos", "relaciones", "contratos", "lazos", "aristas", "alianza",
            "convenio", "parcerias", "convênios", "acordos", "relações", "partenariats", "accords", "relations", "liens",
            "agreements", "ties", "partnership", "edges", "links", "relationships", "enlaces", "conventions", "contracts",
            "arestas", "arêtes",
        ],
        TableName::Participations => &[
            "participaciones", "asistencia", "asistencias", "asistentes", "lista de asistencia", "registro de asistencia",
            "participación", "inscripciones", "participantes", "participation", "attendance", "attendees", "participants",
            "attendance list", "registrations", "participações", "presenças", "lista de presença", "inscrições", "présences",
            "liste de présence", "inscriptions", "émargement",
        ],
        TableName::Events => &[
            "eventos", "actividades", "talleres", "reuniones", "sesiones", "encuentros", "evento",
            "événements", "activités", "ateliers", "réunions", "event", "activities", "workshops", "meetings", "sessions",
            "atividades", "oficinas", "reuniões", "encontros",
        ],
        TableName::Adoptions => &[
            "adopciones", "adopción", "adoption", "adoções", "adoção", "prácticas adoptadas", "prácticas",
            "innovaciones adoptadas", "adopted practices", "pratiques adoptées",
        ],
        TableName::Leadership => &[
            "liderazgo", "liderazgos", "mandatos", "actos de liderazgo", "liderança", "lideranças", "direction",
            "mandates", "leaders", "leadership acts",
        ],
        TableName::Commitments => &[
            "compromisos", "objetivos", "compromiso", "plan de acción", "hoja de ruta", "commitment", "objectives",
            "action plan", "roadmap", "compromissos", "metas", "plano de ação", "engagements", "objectifs",
            "plan d'action",
        ],
        TableName::Affiliations => &[
            "afiliaciones", "cargos", "vinculaciones", "nombramientos", "affiliation", "afiliações", "vínculos de pessoas",
            "posts", "positions", "affiliations et postes", "postes",
        ],
        TableName::Nominations => &[
            "nominaciones", "menciones", "nomination", "indicações", "menções", "mentions", "red de consejo",
            "advice network",
        ],
        TableName::Champions => &[
            "promotores", "campeones", "impulsores", "champion", "campeões", "promotores da mudança", "promoteurs",
        ],
        TableName::Roster => &[
            "padron", "nómina", "lista", "lista de invitados", "rosters", "liste", "lista de convidados", "liste des invités",
            "invited", "effectifs",
        ],
        TableName::Actions => &["acciones", "action", "ações", "próximas acciones"],
        TableName::Resolve => &["duplicados", "fusiones", "duplicates", "duplicatas", "doublons"],
        TableName::ResolvePeople => &[
            "duplicados personas", "private resolve people", "private resolve", "privado duplicados",
            "privado duplicados personas", "duplicates people",
        ],
    }
}
