//! What does a header of an attendance sheet say?
//!
//! In: a header cell as people write it. Out: which of the things a list of people holds stands below it, in four
//! languages; also the words that tell an event from a form's own words.

use crate::records::words;

/// What a column of a list of people holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// The whole name.
    Name,
    /// Given names.
    FirstName,
    /// Family names.
    Surname,
    /// The institution a person comes from.
    Institution,
    /// The post.
    Post,
    /// The e-mail address.
    Email,
    /// As what they came.
    Role,
    /// For how many hours.
    Hours,
    /// Which event, where a list holds several.
    Event,
    /// When, where a list holds several days.
    Date,
    /// Whether those listed came.
    Attended,
    /// Nothing that hubscope keeps: numbering, signature, telephone, identity document, …
    NotKept,
}

const NAMES: &[&str] = &[
    "nombre", "nombres", "nombre completo", "nombre y apellido", "nombre y apellidos", "nombres y apellidos",
    "nombre apellido", "nombre apellidos", "nombres apellidos", "apellido y nombre", "apellidos y nombres",
    "apellidos y nombre", "apellidos nombres", "participante", "participantes", "asistente", "asistentes", "persona",
    "personas", "invitado", "invitados", "quien", "name", "full name", "first and last name", "attendee", "attendees",
    "participant", "participants", "person", "who", "nome", "nome completo", "nome e sobrenome", "nom",
    "nom et prenom", "nom et prenoms", "prenom et nom", "nom prenom", "nom complet",
];
const FIRST_NAMES: &[&str] = &["primer nombre", "first name", "given name", "prenom", "prenoms", "primeiro nome"];
const SURNAMES: &[&str] = &[
    "apellido", "apellidos", "primer apellido", "segundo apellido", "apellido paterno", "apellido materno", "surname",
    "last name", "family name", "sobrenome", "nom de famille",
];
const INSTITUTIONS: &[&str] = &[
    "institucion", "entidad", "organizacion", "empresa", "organismo", "dependencia", "institution", "organization",
    "organisation", "company", "employer", "affiliation", "afiliacion", "instituicao", "organizacao", "orgao",
    "entidade", "etablissement", "structure", "universidad", "procedencia", "representa a", "a quien representa",
    "en representacion de", "entreprise", "organisme",
];
const POSTS: &[&str] = &[
    "cargo", "puesto", "funcion", "posicion", "ocupacion", "profesion", "post", "position", "job title", "job",
    "occupation", "funcao", "profissao", "poste", "fonction", "role title", "titulo del cargo",
];
const EMAILS: &[&str] = &["correo", "correos", "email", "e mail", "mail", "courriel", "adresse mail", "adresse email", "user email"];
const ROLES: &[&str] = &[
    "rol", "papel", "role", "calidad", "en calidad de", "tipo de participante", "tipo de participacion",
    "tipo participante", "participant type", "tipo de participacao",
];
const HOURS: &[&str] = &["horas", "hours", "heures", "duracion horas", "horas de participacion"];
const EVENTS: &[&str] = &[
    "evento", "actividad", "taller", "nombre del evento", "nombre de la actividad", "nombre del taller", "event",
    "event name", "activity", "workshop", "atividade", "oficina", "evenement", "atelier", "activite",
];
const DATES: &[&str] = &[
    "fecha", "fecha del evento", "fecha de la actividad", "fecha del taller", "date", "data", "dia", "day", "jour",
];
const ATTENDED: &[&str] = &[
    "asistio", "asistencia", "asiste", "asistencia si no", "asistio si no", "attended", "attendance", "present",
    "presente", "presenca", "presence", "compareceu", "came",
];
const NOT_KEPT: &[&str] = &[
    "", "n", "no", "nro", "num", "numero", "item", "id", "orden", "number", "firma", "firmas", "signature", "sign",
    "assinatura", "rubrica", "emargement", "telefono", "telefonos", "celular", "movil", "tel", "fono", "phone",
    "mobile", "telefone", "contacto", "whatsapp", "cedula", "rut", "run", "dni", "cc", "ci", "documento",
    "identificacion", "cpf", "genero", "sexo", "gender", "sex", "edad", "age", "idade", "rango de edad",
    "observacion", "observaciones", "comentario", "comentarios", "notas", "nota", "notes", "remarks", "comments",
    "hora", "hora de ingreso", "hora de llegada", "hora de salida", "time", "ciudad", "municipio", "comuna", "region",
    "departamento", "pais", "city", "country", "cidade", "ville", "pays", "sector", "tipo", "total", "totales",
    "porcentaje", "direccion", "address", "barrio", "etnia", "discapacidad", "consentimiento", "autorizacion",
    "marca temporal", "timestamp", "submission time", "f", "m", "h", "mujer", "hombre", "femenino", "masculino", "otro",
    "lgbti", "lgbtiq", "indigena", "afro", "afrodescendiente", "joven", "adulto", "adulto mayor", "urbano", "rural",
    "woman", "man", "female", "male", "other", "certificado", "primera vez", "foto", "fotos",
];
/// First words of longer headers: `Institución / empresa`, `Correo electrónico institucional`, `Firma del asistente`.
const FIRST_WORDS: &[(Field, &[&str])] = &[
    (Field::Name, &["nombre", "nombres", "nome", "nom", "name", "participante", "asistente"]),
    (Field::Surname, &["apellido", "apellidos", "sobrenome"]),
    (Field::Institution, &[
        "institucion", "entidad", "organizacion", "empresa", "organismo", "dependencia", "institution",
        "organization", "organisation", "company", "instituicao", "organizacao", "entidade",
    ]),
    (Field::Post, &["cargo", "puesto", "funcion", "funcao", "fonction", "poste"]),
    (Field::Email, &["correo", "email", "mail", "courriel"]),
    (Field::NotKept, &[
        "firma", "signature", "assinatura", "telefono", "tel", "celular", "telefone", "phone", "cedula", "documento",
        "numero", "total", "autorizacion", "autoriza", "hora", "genero", "observaciones", "no", "n", "tipo",
    ]),
];

/// What stands below a header; `None` where it is no word of a list of people.
pub(super) fn field(header: &str) -> Option<Field> {
    // `Nombre del facilitador: Luis` is a title
    if header.split_once(':').is_some_and(|(_, rest)| !rest.trim().is_empty()) {
        return None;
    }
    let key = words::key(header);
    let exact = [
        (Field::Name, NAMES),
        (Field::FirstName, FIRST_NAMES),
        (Field::Surname, SURNAMES),
        (Field::Institution, INSTITUTIONS),
        (Field::Post, POSTS),
        (Field::Email, EMAILS),
        (Field::Role, ROLES),
        (Field::Hours, HOURS),
        (Field::Event, EVENTS),
        (Field::Date, DATES),
        (Field::Attended, ATTENDED),
        (Field::NotKept, NOT_KEPT),
    ];
    if let Some((field, _)) = exact.iter().find(|(_, words)| words.contains(&key.as_str())) {
        return Some(*field);
    }
    // `Nombre de la institución` is an institution, `Nombre del participante` a name
    for opening in ["nombre de la ", "nombre del ", "nombre de ", "nombre ", "name of the ", "nome da ", "nome do "] {
        if let Some(rest) = key.strip_prefix(opening)
            && let Some(found) = field(rest)
        {
            return Some(found);
        }
    }
    if key.starts_with("e mail ") {
        return Some(Field::Email);
    }
    // a whole sentence is no header
    let first = key.split(' ').next().unwrap_or_default();
    let short = key.split(' ').count() <= 8;
    FIRST_WORDS
        .iter()
        .find(|(_, words)| short && words.contains(&first))
        .map(|(field, _)| *field)
}

/// Whether the header says that family names stand first: `Pérez Soto, Ana`.
pub(super) fn surname_first(header: &str) -> bool {
    let key = words::key(header);
    key.starts_with("apellido") && key.contains("nombre")
}

const EVENT_WORDS: &[&str] = &[
    "taller", "talleres", "workshop", "workshops", "reunion", "reuniones", "sesion", "sesiones", "session", "encuentro",
    "encuentros", "jornada", "jornadas", "seminario", "seminar", "webinar", "charla", "capacitacion", "curso", "foro",
    "mesa", "mesas", "conversatorio", "hackathon", "hackaton", "hackathons", "concurso", "lanzamiento", "feria",
    "visita", "comite", "asamblea", "evento", "eventos", "event", "events", "meeting", "meetings", "oficina",
    "oficinas", "reuniao", "encontro", "atelier", "ateliers", "rencontre", "conference", "conferencia", "congreso",
    "panel", "kickoff", "bootcamp", "codiseno", "cocreacion", "actividad", "cierre", "graduacion", "training",
];

/// Whether one of a text's words names a kind of event.
pub(super) fn names_event(text: &str) -> bool {
    words::key(text).split(' ').any(|word| EVENT_WORDS.contains(&word))
}

/// Whether the header of a column of marks can only be an event's: it names a kind of event, or is a short code such as
/// `S1` or `Día 2`.
pub(super) fn is_event_header(text: &str) -> bool {
    let key = words::key(text);
    let letters = key.trim_end_matches(|c: char| c.is_ascii_digit());
    let numbered = letters.len() < key.len();
    let code = numbered && letters.trim().len() <= 3 && letters.starts_with(|c: char| c.is_alphabetic());
    let day = numbered && matches!(letters.trim(), "dia" | "day" | "jour" | "semana" | "week" | "modulo" | "fase");
    names_event(text) || code || day
}

/// Whether the header of a column of marks cannot be an event's: a question, a tick for consent or certificates.
pub(super) fn is_question(text: &str) -> bool {
    let key = words::key(text);
    let asks = ["autoriz", "certific", "requiere", "acepta", "consent", "primera vez", "desea"];
    text.contains(['?', '¿']) || key.chars().count() <= 2 && !key.ends_with(|c: char| c.is_ascii_digit())
        || asks.iter().any(|word| key.contains(word))
}

/// Whether a text begins with the name of a kind of event.
pub(super) fn begins_as_event(text: &str) -> bool {
    let key = words::key(text);
    let first = key.split(' ').next().unwrap_or_default();
    EVENT_WORDS.contains(&first)
}

const ATTENDANCE_WORDS: &[&str] = &[
    "asistencia", "asistencias", "asistentes", "asistente", "participantes", "attendance", "attendees",
    "participants", "presenca", "presencas", "presence", "presences", "emargement", "firmas", "sign", "signin",
];
const LIST_WORDS: &[&str] = &[
    "lista", "listado", "registro", "planilla", "control", "hoja", "formato", "formulario", "list", "sheet",
    "in", "liste", "feuille", "folha", "de", "d", "a", "al", "la", "las", "los", "el", "del", "the", "of", "for", "to",
    "para", "da", "do", "y", "e", "record", "register", "acta", "relacion", "nomina", "ficha", "cuadro", "tabla",
    "matriz", "consolidado", "reporte", "informe", "evidencia", "listas", "registros",
];

/// Whether a text speaks of attendance at all: `Lista de asistencia`, `Asistentes`.
pub(super) fn speaks_of_attendance(text: &str) -> bool {
    words::key(text).split(' ').any(|word| ATTENDANCE_WORDS.contains(&word))
}

/// Whether a title says that those who attended stand below: `Lista de asistencia`.
pub(super) fn is_title_of_attendance(text: &str) -> bool {
    let words = [
        "asistencia", "asistencias", "asistentes", "attendance", "attendees", "presenca", "presencas", "emargement",
    ];
    words::key(text).split(' ').any(|word| words.contains(&word))
}

/// The words of a text without those that only say that it is a list of attendance, before or behind its name.
pub(super) fn without_list_words<'a>(tokens: &[&'a str]) -> Vec<&'a str> {
    let is_form = |token: &&str| {
        let key = words::key(token);
        key.is_empty() || key.split(' ').all(|word| ATTENDANCE_WORDS.contains(&word) || LIST_WORDS.contains(&word))
    };
    let of_attendance = |run: &[&str]| run.iter().any(|token| speaks_of_attendance(token));
    let front = tokens.iter().take_while(|token| is_form(token)).count();
    let front = if of_attendance(&tokens[..front]) { front } else { 0 };
    let rest = &tokens[front..];
    let back = rest.iter().rev().take_while(|token| is_form(token)).count();
    let kept = rest.len() - back;
    let kept = if of_attendance(&rest[kept..]) { kept } else { rest.len() };
    rest[..kept].to_vec()
}

/// Whether a name was given by a program or says nothing: `Hoja1`, `Sheet 2`, `Datos`, `3`.
pub(super) fn says_nothing(text: &str) -> bool {
    let key = words::key(text);
    let stem = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    matches!(
        stem,
        "" | "hoja" | "sheet" | "planilha" | "folha" | "feuil" | "feuille" | "tabla" | "table" | "datos" | "data"
            | "export" | "lista" | "listado" | "list" | "liste" | "libro" | "book" | "registro" | "respuestas"
            | "form responses" | "respuestas de formulario" | "copia" | "final" | "version" | "documento" | "archivo"
    )
}

/// What a row of a list is when no person stands in it.
pub(super) fn is_total(text: &str) -> bool {
    let key = words::key(text);
    ["total", "totales", "subtotal", "sub total", "suma", "gran total", "sum", "totals", "soma"]
        .iter()
        .any(|word| key == *word || key.starts_with(&format!("{word} ")))
}

/// Whether a cell in the place of a name opens a note below the list: `Elaborado por: …`, `Nota: …`.
pub(super) fn is_footnote(text: &str) -> bool {
    let key = words::key(text);
    let opens = [
        "elaborado por", "responsable", "observaciones", "observacion", "nota", "notas", "fuente", "firma", "revisado por",
        "aprobado por", "prepared by", "note", "notes", "source", "elaborado em", "signature",
    ];
    let opened = opens.iter().any(|word| key == *word || key.starts_with(&format!("{word} ")));
    text.trim_end().ends_with(':') || opened && text.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_as_people_write_them() {
        use Field::*;
        for (header, expected) in [
            ("NOMBRE Y APELLIDOS", Name),
            ("Nombres y apellidos del participante", Name),
            ("Nombre de la institución", Institution),
            ("Institución / Empresa", Institution),
            ("Entidad u organización a la que pertenece", Institution),
            ("Cargo o función", Post),
            ("Correo electrónico", Email),
            ("E-mail institucional", Email),
            ("Courriel", Email),
            ("Instituição", Institution),
            ("Prénom", FirstName),
            ("Apellido paterno", Surname),
            ("N°", NotKept),
            ("#", NotKept),
            ("Firma", NotKept),
            ("Teléfono / celular", NotKept),
            ("¿Asistió?", Attended),
            ("Horas", Hours),
            ("Hora de llegada", NotKept),
            ("Nombre del evento", Event),
        ] {
            assert_eq!(field(header), Some(expected), "{header}");
        }
        for header in ["Taller 1", "Movilidad", "¿Qué esperas del taller de hoy?", "Nombre del facilitador: Luis"] {
            assert_eq!(field(header), None, "{header}");
        }
    }

    #[test]
    fn words_of_the_form_are_not_the_event() {
        let kept = |text: &str| without_list_words(&text.split(' ').collect::<Vec<_>>()).join(" ");
        assert_eq!(kept("Lista de asistencia"), "");
        assert_eq!(kept("Lista de asistencia al Taller 3"), "Taller 3");
        assert_eq!(kept("Sign-in sheet Workshop 3"), "Workshop 3");
        assert_eq!(kept("Hoja de firmas"), "");
        assert_eq!(kept("Acta de asistencia"), "");
        assert_eq!(kept("Taller 3 – Lista de asistencia"), "Taller 3");
        assert_eq!(kept("Registro Nacional de Turismo"), "Registro Nacional de Turismo");
        assert_eq!(kept("Reunión de la mesa"), "Reunión de la mesa");
    }

    #[test]
    fn totals_and_footnotes_are_no_persons() {
        for text in ["Total", "TOTAL ASISTENTES: 23", "Subtotal"] {
            assert!(is_total(text), "{text}");
        }
        assert!(!is_total("Totó Rivas"));
        for text in ["Elaborado por: Luis", "Nota: llegaron tarde", "Observaciones:"] {
            assert!(is_footnote(text), "{text}");
        }
        assert!(!is_footnote("Norma Notario"));
    }
}
