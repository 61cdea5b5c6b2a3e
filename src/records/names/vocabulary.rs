//! Which words of a name tell stakeholders apart, and which do not?
//!
//! In: a word as its key (no accents, small letters). Out: what it is to a name: a particle, a kind of organisation, a
//! word that every hub repeats, a number, a title, a given name; and the one form under which its abbreviations and
//! translations are compared. Spanish, Portuguese, English, some French.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words that join others and tell nothing.
const PARTICLES: &[&str] = &[
    "a", "al", "and", "as", "at", "con", "da", "das", "de", "del", "den", "der", "des", "di", "do", "dos", "du", "e",
    "el", "em", "en", "et", "for", "in", "la", "las", "le", "les", "lo", "los", "na", "no", "of", "on", "os", "para",
    "por", "the", "to", "van", "von", "y",
];

/// One form, and what stands for it: abbreviations, translations, other genders and numbers.
const SAME: &[(&str, &[&str])] = &[
    ("administracion", &["admin", "administracao", "administration"]),
    ("agencia", &["agency", "agence"]),
    ("agricola", &["agr", "agricolas"]),
    ("asociacion", &["asoc", "aso", "associacao", "association", "asociaciones"]),
    ("banco", &["bank", "banque"]),
    ("camara", &["cam", "chamber", "chambre"]),
    ("centro", &["center", "centre", "cto", "ctro"]),
    ("ciencia", &["ciencias", "science", "sciences", "cs", "cientifica", "cientifico"]),
    ("colegio", &["col"]),
    ("comercio", &["commerce", "comercial", "com"]),
    ("comision", &["commission", "comissao"]),
    ("compania", &["cia", "company", "companhia"]),
    ("computacion", &["computer", "computing", "computo", "computacao"]),
    ("comunicacion", &["comunicaciones", "communications", "comunicacoes"]),
    ("confederacion", &["conf", "confederacao", "confederation"]),
    ("consejo", &["council", "conselho"]),
    ("cooperativa", &["coop", "cooperative"]),
    ("corporacion", &["corp", "corporation", "corporacao"]),
    ("departamento", &["depto", "dpto", "dept", "department", "dep", "departamentos"]),
    ("desarrollo", &["development", "desenvolvimento", "des"]),
    ("direccion", &["dir", "direcao", "diretoria", "directorate"]),
    ("escuela", &["school", "escola", "esc"]),
    ("economia", &["economica", "economico", "economicas", "economics", "econ"]),
    ("educacion", &["educ", "education", "educacao"]),
    ("empresa", &["emp", "empresas", "enterprise", "enterprises", "empresarial"]),
    ("facultad", &["fac", "faculty", "faculdade"]),
    ("federacion", &["fed", "federacao", "federation"]),
    ("fundacion", &["fund", "fundacao", "foundation", "fundac"]),
    ("gobernacion", &["gob"]),
    ("gobierno", &["government", "governo", "gouvernement"]),
    ("grupo", &["group", "groupe"]),
    ("hermanos", &["hnos", "irmaos"]),
    ("hospital", &["hosp", "hospitales"]),
    ("industria", &["industrias", "industry", "industries", "industrial", "ind"]),
    ("informacion", &["information", "informacao"]),
    ("ingenieria", &["ing", "engineering", "engenharia"]),
    ("innovacion", &["innovation", "inovacao", "innov"]),
    ("instituto", &["inst", "institute", "institut", "instituicao"]),
    ("internacional", &["int", "intl", "international"]),
    ("investigacion", &["investigaciones", "research", "pesquisa", "pesquisas", "invest"]),
    ("laboratorio", &["lab", "labs", "laboratory", "laboratorios"]),
    ("ministerio", &["min", "ministry", "ministere"]),
    ("municipalidad", &["mun", "muni", "municip", "municipality", "municipio", "alcaldia", "ayuntamiento",
        "prefeitura", "intendencia", "alc"]),
    ("nacional", &["nac", "nal", "national"]),
    ("oficina", &["office", "of", "escritorio"]),
    ("planeacion", &["planificacion", "planning", "planejamento"]),
    ("secretaria", &["sec", "secr", "secretary", "sria"]),
    ("servicio", &["serv", "service", "servico", "servicios", "services", "servicos"]),
    ("social", &["sociales", "sociais"]),
    ("sociedad", &["soc", "society", "sociedade"]),
    ("sustentable", &["sostenible", "sustainable", "sustentavel"]),
    ("tecnica", &["tecnico", "technical", "tecn", "tec"]),
    ("tecnologia", &["tecnologias", "technology", "technologies", "technologie"]),
    ("tecnologica", &["tecnologico", "technological", "tecnol"]),
    ("universidad", &["univ", "university", "universidade", "universite", "u", "uni"]),
];

/// What an organisation can be: two names with different ones are two organisations.
const KINDS: &[&str] = &[
    "academia", "agencia", "asociacion", "banco", "biblioteca", "bolsa", "camara", "caja", "carrera", "catedra",
    "centro", "clinica", "club", "cluster", "colegio", "comision", "comite", "compania", "concejo", "confederacion",
    "comercializadora", "congreso", "consejo", "constructora", "consultora", "consultoria", "cooperativa", "corporacion", "departamento", "direccion", "distribuidora", "division",
    "editorial", "embajada", "empresa", "escuela", "facultad", "federacion", "fondo", "fundacion", "gerencia", "gobernacion", "gobierno",
    "gremio", "hospital", "hotel", "hub", "incubadora", "inmobiliaria", "instituto", "inversiones", "junta", "juzgado", "laboratorio", "liga", "mesa",
    "ministerio", "municipalidad", "museo", "observatorio", "oficina", "ong", "parque", "presidencia", "programa",
    "rectoria", "red", "seccion", "secretaria", "seremi", "servicio", "sindicato", "sociedad", "subdireccion",
    "subsecretaria", "superintendencia", "transportes", "unidad", "union", "universidad", "vicerrectoria", "viceministerio",
];

/// Kinds that are parts of something: `Secretaría`, `Facultad`.
const KINDS_OF_UNIT: &[&str] = &[
    "carrera", "catedra", "comite", "departamento", "direccion", "division", "escuela", "facultad", "gerencia", "junta",
    "laboratorio", "mesa", "oficina", "programa", "rectoria", "seccion", "secretaria", "seremi", "subdireccion",
    "subsecretaria", "unidad", "vicerrectoria",
];

/// What names of many organisations repeat: alone with a kind they name nobody (`Secretaría de Planeación`).
const TOPICS: &[&str] = &[
    "abierto", "administracion", "agricultura", "ambiente", "ambiental", "asuntos", "cambio", "central",
    "ciencia", "ciudadana", "ciudadania", "climatico", "comercio", "comunal", "comunicacion", "comunitario",
    "comunitaria", "computacion", "cultura", "cultural", "datos", "deporte", "deportes", "desarrollo",
    "digital", "distrital", "economia", "educacion", "emprendimiento", "energia", "estadistica", "extension",
    "finanzas", "fomento", "general", "genero", "gestion", "hacienda", "humanos", "humanas", "industria", "informacion",
    "informatica", "infraestructura", "ingenieria", "innovacion", "integracion", "internacional",
    "internacionales", "investigacion", "juridica", "juventud", "juventudes", "local", "medio", "mineria",
    "movilidad", "mujer", "mujeres", "municipal", "nacional", "obras", "pequena", "pequenas", "mediana", "planeacion",
    "prensa", "produccion", "productividad", "productivo", "productiva", "proyectos", "publica", "publicas", "publico",
    "recursos", "regional", "relaciones", "rural", "salud", "seguridad", "sistemas", "social",
    "sustentable", "tecnologia", "territorial", "trabajo", "transferencia", "transformacion", "transporte",
    "turismo", "urbanismo", "urbano", "vinculacion", "vivienda",
];

/// Words of honour, and words that people add or leave out.
const ORNAMENTS: &[&str] = &[
    "ilustre", "honorable", "honrado", "pontificia", "pontificio", "real", "benemerita", "excelentisima", "excma",
    "excmo", "i", "h", "sede", "principal", "campus", "matriz", "grupo",
];

/// Numbers written as words.
const ORDINALS: &[(&str, &str)] = &[
    ("primer", "1"), ("primera", "1"), ("primero", "1"), ("first", "1"), ("segunda", "2"), ("segundo", "2"),
    ("second", "2"), ("tercer", "3"), ("tercera", "3"), ("tercero", "3"), ("third", "3"), ("cuarta", "4"),
    ("cuarto", "4"), ("quinta", "5"), ("quinto", "5"), ("sexta", "6"), ("sexto", "6"), ("septima", "7"),
    ("septimo", "7"), ("octava", "8"), ("octavo", "8"), ("novena", "9"), ("noveno", "9"), ("decima", "10"),
    ("decimo", "10"), ("ii", "2"), ("iii", "3"), ("iv", "4"), ("vi", "6"), ("vii", "7"), ("viii", "8"), ("ix", "9"),
    ("xi", "11"), ("xii", "12"), ("xiii", "13"), ("xiv", "14"), ("xv", "15"),
];

/// Countries by their names and codes.
const COUNTRIES: &[(&str, &[&str])] = &[
    ("at", &["austria", "aut"]), ("be", &["belgica", "belgium", "bel"]), ("ch", &["suiza", "switzerland", "che"]),
    ("cz", &["chequia", "czechia", "cze"]), ("dk", &["dinamarca", "denmark", "dnk"]),
    ("fi", &["finlandia", "finland", "fin"]), ("ie", &["irlanda", "ireland", "irl"]),
    ("nl", &["paises bajos", "netherlands", "nld", "holanda"]), ("no", &["noruega", "norway", "nor"]),
    ("pl", &["polonia", "poland", "pol"]), ("se", &["suecia", "sweden", "swe"]),
    ("ar", &["argentina", "arg"]), ("bo", &["bolivia", "bol"]), ("br", &["brasil", "brazil", "bra"]),
    ("cl", &["chile", "chl"]), ("co", &["colombia", "col"]), ("cr", &["costa rica", "cri"]), ("cu", &["cuba"]),
    ("de", &["alemania", "germany", "deu", "deutschland"]), ("do", &["republica dominicana", "dom"]),
    ("ec", &["ecuador", "ecu"]), ("es", &["espana", "spain", "esp"]), ("fr", &["francia", "france", "fra"]),
    ("gb", &["reino unido", "united kingdom", "uk", "gbr"]), ("gt", &["guatemala", "gtm"]),
    ("hn", &["honduras", "hnd"]), ("it", &["italia", "italy", "ita"]), ("mx", &["mexico", "mex"]),
    ("ni", &["nicaragua", "nic"]), ("pa", &["panama", "pan"]), ("pe", &["peru", "per"]), ("pt", &["portugal", "prt"]),
    ("py", &["paraguay", "pry"]), ("sv", &["el salvador", "slv"]),
    ("us", &["estados unidos", "united states", "usa", "eeuu"]), ("uy", &["uruguay", "ury"]),
    ("ve", &["venezuela", "ven"]),
];

/// Cities that names of organisations hold: alone they name nobody.
const PLACES: &[&str] = &[
    "antioquia", "antofagasta", "arequipa", "asuncion", "barranquilla", "biobio", "bogota", "brasilia", "bucaramanga",
    "caldas", "cali", "campinas", "caracas", "cartagena", "concepcion", "cordoba", "cuenca", "curitiba", "cusco",
    "fortaleza", "guadalajara", "guayaquil", "iquique", "lima", "londrina", "loja", "manizales", "maule", "medellin",
    "mendoza", "monterrey", "montevideo", "nariño", "narino", "natal", "osorno", "pereira", "pernambuco", "popayan",
    "puebla", "queretaro", "quindio", "quito", "recife", "rosario", "salvador", "santander", "santiago", "talca",
    "talcahuano", "temuco", "tolima", "trujillo", "tucuman", "valdivia", "valparaiso",
];

/// What stands before a person's name.
const TITLES: &[&str] = &[
    "arq", "dr", "dra", "don", "dona", "eng", "enga", "ing", "lic", "licda", "mag", "mg", "mgs", "mgtr", "mr", "mrs",
    "ms", "msc", "mtra", "mtro", "phd", "prof", "profa", "professor", "profesor", "profesora", "sr", "sra", "srta",
    "abg", "econ", "engr", "esp", "cpa",
];

/// Names that often stand second: `Luis Alberto Gómez` has one surname.
const GIVEN: &[&str] = &[
    "adriana", "alberto", "alejandra", "alejandro", "alfonso", "alicia", "amelia", "ana", "andrea", "andres", "angel",
    "angela", "angelica", "antonia", "antonio", "armando", "arturo", "augusto", "aurora", "beatriz", "belen",
    "camila", "camilo", "carlos", "carmen", "carolina", "catalina", "cecilia", "cesar", "clara", "claudia", "cristian",
    "cristina", "daniel", "daniela", "david", "diana", "diego", "domingo", "eduardo", "elena", "elias", "elisa",
    "emilio", "enrique", "ernesto", "esteban", "eugenia", "eugenio", "fabian", "felipe", "felix", "fernanda",
    "fernando", "francisca", "francisco", "gabriel", "gabriela", "gerardo", "gloria", "gonzalo", "guadalupe",
    "guillermo", "gustavo", "hernan", "hugo", "ignacia", "ignacio", "ines", "irene", "isabel", "ivan", "jaime",
    "javier", "jesus", "joao", "joaquin", "jorge", "jose", "josefina", "juan", "juana", "julia", "julian", "julio",
    "laura", "leonardo", "leticia", "lorena", "lucia", "luis", "luisa", "luiz", "luz", "manuel", "manuela", "marcela",
    "marcelo", "marco", "margarita", "maria", "mariana", "mario", "marta", "martha", "martin", "mateo", "mauricio",
    "mercedes", "miguel", "monica", "natalia", "nicolas", "olga", "orlando", "oscar", "pablo", "paola", "patricia",
    "patricio", "paula", "paulo", "pedro", "pilar", "rafael", "ramiro", "ramon", "raul", "rebeca", "ricardo",
    "roberto", "rocio", "rodolfo", "rodrigo", "rosa", "ruben", "sandra", "santiago", "sara", "sebastian", "sergio",
    "silvia", "simon", "sofia", "soledad", "susana", "teresa", "tomas", "valentina", "vanessa", "veronica", "vicente",
    "victor", "victoria", "virginia", "viviana", "ximena", "yolanda",
];

/// Domains at which anyone may have a mailbox.
const FREE_MAIL: &[&str] = &[
    "aol", "bol", "fastmail", "gmail", "gmx", "googlemail", "hotmail", "icloud", "ig", "live", "mail", "me", "msn",
    "outlook", "pm", "proton", "protonmail", "rocketmail", "terra", "tutanota", "uol", "yahoo", "yandex", "ymail",
    "zoho", "vtr", "une", "cantv", "hotmai", "gmial",
];

/// Mailboxes that belong to an office rather than to a person.
const OFFICES: &[&str] = &[
    "admin", "administracion", "comunicaciones", "contact", "contacto", "contato", "correo", "direccion", "gerencia",
    "hello", "hola", "hub", "info", "informacion", "informaciones", "innovacion", "mail", "oficina", "prensa",
    "recepcion", "rectoria", "secretaria", "ventas",
];

/// What a word is to a name; looked up by hash, because a hub may hold millions of words.
#[derive(Clone, Copy, Default)]
struct Known {
    one: Option<&'static str>,
    particle: bool,
    kind: bool,
    kind_of_unit: bool,
    topic: bool,
    ornament: bool,
    place: bool,
    country: bool,
    title: bool,
    given: bool,
    number: Option<&'static str>,
}

type Mark = fn(&mut Known);

static KNOWN: LazyLock<HashMap<&'static str, Known>> = LazyLock::new(|| {
    let mut known: HashMap<&'static str, Known> = HashMap::new();
    for (one, others) in SAME {
        others.iter().for_each(|word| known.entry(word).or_default().one = Some(one));
    }
    let sets: [(&[&'static str], Mark); 8] = [
        (PARTICLES, |known| known.particle = true),
        (KINDS, |known| known.kind = true),
        (KINDS_OF_UNIT, |known| known.kind_of_unit = true),
        (TOPICS, |known| known.topic = true),
        (ORNAMENTS, |known| known.ornament = true),
        (PLACES, |known| known.place = true),
        (TITLES, |known| known.title = true),
        (GIVEN, |known| known.given = true),
    ];
    for (words, mark) in sets {
        words.iter().for_each(|word| mark(known.entry(word).or_default()));
    }
    // codes of three letters are words of other names too
    for word in COUNTRIES.iter().flat_map(|(_, names)| *names).filter(|word| word.len() > 3) {
        let entry = known.entry(word).or_default();
        (entry.place, entry.country) = (true, true);
    }
    ORDINALS.iter().for_each(|(word, number)| known.entry(word).or_default().number = Some(number));
    known
});

fn known(word: &str) -> Known {
    KNOWN.get(word).copied().unwrap_or_default()
}

pub(super) fn is_particle(word: &str) -> bool {
    known(word).particle
}

/// The form under which a word of an organisation's name is compared.
pub(super) fn canonical(word: &str) -> &str {
    known(word).one.unwrap_or(word)
}

pub(super) fn is_kind(word: &str) -> bool {
    known(word).kind
}

pub(super) fn is_kind_of_unit(word: &str) -> bool {
    known(word).kind_of_unit
}

pub(super) fn is_topic(word: &str) -> bool {
    known(word).topic
}

pub(super) fn is_ornament(word: &str) -> bool {
    known(word).ornament
}

/// The number that a word writes: digits without leading zeros, an ordinal, a Roman numeral of two letters or more.
pub(super) fn number(word: &str) -> Option<String> {
    if word.chars().any(|c| c.is_ascii_digit()) {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        let plain = digits.trim_start_matches('0');
        return Some(if plain.is_empty() { "0".to_owned() } else { plain.to_owned() });
    }
    known(word).number.map(str::to_owned)
}

/// The code of a country, by its name, its code of two or three letters, in four languages.
pub(in crate::records) fn country(text: &str) -> Option<&'static str> {
    let key = super::key(text);
    let found = COUNTRIES
        .iter()
        .find(|(code, names)| *code == key || names.contains(&key.as_str()));
    found.map(|(code, _)| *code)
}

/// Whether a word is a country or a place that many names hold.
pub(in crate::records) fn is_place(word: &str) -> bool {
    known(word).place
}

pub(super) fn is_country(word: &str) -> bool {
    known(word).country
}

pub(super) fn is_title(word: &str) -> bool {
    known(word).title
}

pub(super) fn is_given(word: &str) -> bool {
    known(word).given
}

/// Whether both words are given names that many bear.
pub(in crate::records) fn both_given(a: &str, b: &str) -> bool {
    is_given(a) && is_given(b)
}

/// Whether anyone may have a mailbox at a domain.
pub(in crate::records) fn is_free_mail(domain: &str) -> bool {
    domain.split('.').next().is_some_and(|label| FREE_MAIL.contains(&label))
}

/// Whether a mailbox belongs to an office rather than to a person.
pub(in crate::records) fn is_office(mailbox: &str) -> bool {
    OFFICES.contains(&mailbox)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_one_entry_and_its_form_is_no_abbreviation() {
        let mut seen = std::collections::BTreeSet::new();
        for (one, others) in SAME {
            for word in std::iter::once(one).chain(*others) {
                assert!(seen.insert(*word), "{word} stands twice");
            }
        }
        for (one, _) in SAME {
            assert_eq!(canonical(one), *one);
        }
        for word in KINDS.iter().chain(TOPICS) {
            assert_eq!(canonical(word), *word, "{word} never occurs: it is compared as {}", canonical(word));
        }
    }

    #[test]
    fn numbers_are_read_as_digits_ordinals_and_roman_numerals() {
        for (word, number_of) in [("012", "12"), ("12a", "12"), ("segundo", "2"), ("iii", "3"), ("000", "0")] {
            assert_eq!(number(word).as_deref(), Some(number_of), "{word}");
        }
        for word in ["i", "centro", "mi"] {
            assert_eq!(number(word), None, "{word}");
        }
    }
}
