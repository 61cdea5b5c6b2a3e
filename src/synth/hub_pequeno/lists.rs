//! The invented city of Valle Sereno: its organisations, gatherings, agreements and practices.
//!
//! In: nothing. Out: lists, as the laboratory's spreadsheet would have them.

/// The choices of the hub.
pub const HUB_TOML: &str = include_str!("hub.toml");

/// Posts, the head first, with their grade.
pub const POSTS: [(&str, &str); 5] = [
    ("Dirección", "1"),
    ("Jefatura de área", "2"),
    ("Coordinación de proyectos", "3"),
    ("Profesional", "4"),
    ("Asistente", "5"),
];

/// Organisations: name, kind, sector, parent, people.
pub const ORGANIZATIONS: [(&str, &str, &str, &str, usize); 40] = [
    (
        "Laboratorio de Innovación de Valle Sereno",
        "organización",
        "otro",
        "",
        4,
    ),
    ("Municipalidad de Valle Sereno", "organización", "gobierno", "", 4),
    (
        "Secretaría Comunal de Planificación",
        "unidad",
        "gobierno",
        "Municipalidad de Valle Sereno",
        5,
    ),
    (
        "Dirección de Tránsito",
        "unidad",
        "gobierno",
        "Municipalidad de Valle Sereno",
        4,
    ),
    (
        "Dirección de Desarrollo Comunitario",
        "unidad",
        "gobierno",
        "Municipalidad de Valle Sereno",
        5,
    ),
    (
        "Oficina de Gestión de Datos",
        "unidad",
        "gobierno",
        "Municipalidad de Valle Sereno",
        4,
    ),
    (
        "Oficina Provincial del Gobierno Regional",
        "organización",
        "gobierno",
        "",
        4,
    ),
    ("Dirección Provincial de Vialidad", "organización", "gobierno", "", 4),
    ("Servicio de Salud Valle Sereno", "organización", "gobierno", "", 4),
    ("Corporación Municipal de Educación", "organización", "gobierno", "", 4),
    ("Biblioteca Pública Municipal", "organización", "gobierno", "", 3),
    ("Universidad del Valle Sereno", "organización", "academia", "", 5),
    ("Instituto Técnico La Ribera", "organización", "academia", "", 3),
    ("Liceo Politécnico Los Canelos", "organización", "academia", "", 3),
    (
        "Centro de Formación Cordillera Blanca",
        "organización",
        "academia",
        "",
        2,
    ),
    ("Centro de Estudios del Agua", "organización", "investigación", "", 3),
    ("Laboratorio de Datos Urbanos", "organización", "investigación", "", 2),
    ("Cooperativa Agrícola El Molino", "organización", "empresa", "", 3),
    ("Buses Río Manso Ltda.", "organización", "empresa", "", 2),
    ("Lácteos Doña Inés SpA", "organización", "empresa", "", 2),
    ("Quillay Soluciones Digitales SpA", "organización", "empresa", "", 3),
    ("Constructora Peñón Alto Ltda.", "organización", "empresa", "", 2),
    ("Ferretería Núñez e Hijos", "organización", "empresa", "", 1),
    ("Turismo Cajón del Cóndor", "organización", "empresa", "", 2),
    ("Taller de Bicicletas La Cadena", "organización", "empresa", "", 2),
    ("Reciclajes Tres Esquinas SpA", "organización", "empresa", "", 2),
    ("Cámara de Comercio de Valle Sereno", "organización", "empresa", "", 2),
    ("Panadería Ñandú", "organización", "empresa", "", 1),
    (
        "Unión Comunal de Juntas de Vecinos",
        "organización",
        "sociedad civil",
        "",
        3,
    ),
    (
        "Junta de Vecinos Población El Álamo",
        "organización",
        "sociedad civil",
        "",
        2,
    ),
    ("Agrupación de Mujeres Rurales", "organización", "sociedad civil", "", 2),
    (
        "Club de Adultos Mayores Años Dorados",
        "organización",
        "sociedad civil",
        "",
        2,
    ),
    ("Fundación Aulas Abiertas", "organización", "sociedad civil", "", 3),
    (
        "Comité de Agua Potable Rural Las Ñipas",
        "organización",
        "sociedad civil",
        "",
        2,
    ),
    (
        "Asociación de Personas con Discapacidad",
        "organización",
        "sociedad civil",
        "",
        2,
    ),
    ("Colectivo Pedaleros del Valle", "organización", "sociedad civil", "", 2),
    ("Grupo Scout Antü", "organización", "sociedad civil", "", 1),
    (
        "Fondo de Innovación de la Cordillera",
        "organización",
        "financiador",
        "",
        2,
    ),
    ("Fundación Puentes del Sur", "organización", "financiador", "", 2),
    ("Radio Comunitaria La Voz del Valle", "organización", "otro", "", 2),
];

/// Organisations that know nobody: their people come only to the fair.
pub const ALONE: [usize; 3] = [22, 27, 36];

/// A gathering of the laboratory.
pub struct Gathering {
    pub name: &'static str,
    pub component: &'static str,
    pub day: &'static str,
    pub days: i32,
    pub topic: &'static str,
    pub size: usize,
    pub incentive: &'static str,
    /// A sector that nobody thought of inviting.
    pub without: &'static str,
}

const fn gathering(
    name: &'static str,
    component: &'static str,
    day: &'static str,
    days: i32,
    topic: &'static str,
    size: usize,
) -> Gathering {
    Gathering {
        name,
        component,
        day,
        days,
        topic,
        size,
        incentive: "",
        without: "",
    }
}

/// What took place, in order of date.
pub const GATHERINGS: [Gathering; 15] = [
    gathering(
        "Taller de codiseño: cómo nos movemos",
        "taller de codiseño",
        "2024-07-18",
        1,
        "movilidad",
        34,
    ),
    gathering(
        "Taller de codiseño: agua y barrio",
        "taller de codiseño",
        "2024-08-22",
        2,
        "agua",
        30,
    ),
    gathering("Mesa de datos abiertos", "reunión", "2024-09-26", 1, "datos", 7),
    gathering(
        "Jornada de diagnóstico",
        "diagnóstico",
        "2024-10-17",
        1,
        "estrategia",
        32,
    ),
    gathering("Mesa de rutas escolares", "reunión", "2024-11-14", 1, "movilidad", 8),
    gathering(
        "Jornada de visión y hoja de ruta",
        "diagnóstico",
        "2024-12-05",
        2,
        "estrategia",
        28,
    ),
    gathering("Mesa de riego y sequía", "reunión", "2025-01-23", 1, "agua", 6),
    gathering(
        "Mesa de compras innovadoras",
        "reunión",
        "2025-03-13",
        1,
        "compras públicas",
        7,
    ),
    Gathering {
        incentive: "premio",
        without: "sociedad civil",
        ..gathering(
            "Concurso de soluciones para el valle",
            "concurso",
            "2025-04-24",
            2,
            "movilidad",
            36,
        )
    },
    gathering("Mesa de accesibilidad", "reunión", "2025-05-29", 1, "accesibilidad", 8),
    Gathering {
        incentive: "aprendizaje",
        ..gathering(
            "Curso de datos para funcionarios",
            "programa",
            "2025-07-03",
            1,
            "datos",
            14,
        )
    },
    gathering("Mesa de ciclovías", "reunión", "2025-08-21", 1, "movilidad", 7),
    gathering("Feria de prototipos", "programa", "2025-09-25", 1, "movilidad", 40),
    gathering(
        "Mesa de seguimiento de pilotos",
        "reunión",
        "2025-10-30",
        1,
        "estrategia",
        8,
    ),
    gathering("Mesa de cierre de año", "reunión", "2025-12-11", 1, "estrategia", 12),
];

/// An agreement, by the places of the two organisations.
pub struct Agreement {
    pub a: usize,
    pub b: usize,
    pub kind: &'static str,
    pub purpose: &'static str,
    pub start: &'static str,
    pub end: &'static str,
    pub notice: &'static str,
    pub amount: &'static str,
    pub push: &'static str,
}

const fn agreement(
    a: usize,
    b: usize,
    purpose: &'static str,
    dates: [&'static str; 2],
    push: &'static str,
) -> Agreement {
    let [start, end] = dates;
    Agreement {
        a,
        b,
        kind: "convenio",
        purpose,
        start,
        end,
        notice: "",
        amount: "",
        push,
    }
}

const fn funding(
    a: usize,
    b: usize,
    purpose: &'static str,
    dates: [&'static str; 2],
    amount: &'static str,
) -> Agreement {
    Agreement {
        kind: "financiamiento",
        amount,
        ..agreement(a, b, purpose, dates, "desde arriba")
    }
}

const fn notice(months: &'static str, agreement: Agreement) -> Agreement {
    Agreement {
        notice: months,
        ..agreement
    }
}

const ABOVE: &str = "desde arriba";
const BELOW: &str = "desde abajo";
const JOINT: &str = "conjunto";

/// What was agreed; 12 of 25 have no end date. Firms and associations agreed nothing with one another.
pub const AGREEMENTS: [Agreement; 25] = [
    notice(
        "3",
        funding(
            37,
            0,
            "operación del laboratorio",
            ["2024-07-15", "2026-06-30"],
            "48.000.000",
        ),
    ),
    funding(
        38,
        0,
        "talleres de codiseño",
        ["2024-08-19", "2025-08-18"],
        "12.500.000",
    ),
    funding(6, 1, "ciclovías", ["2025-02-17", "2026-12-31"], "85.000.000"),
    funding(37, 11, "observatorio de movilidad", ["2025-03-20", ""], "18.750.000"),
    notice(
        "2",
        agreement(1, 0, "espacio y equipos", ["2024-07-16", "2026-03-31"], JOINT),
    ),
    agreement(0, 11, "practicantes y evaluación", ["2024-07-29", "2026-07-28"], JOINT),
    agreement(5, 11, "datos abiertos", ["2024-10-21", ""], BELOW),
    agreement(5, 16, "tablero de datos urbanos", ["2024-11-25", "2025-11-24"], BELOW),
    agreement(3, 18, "recorridos y horarios", ["2024-09-30", ""], ABOVE),
    agreement(3, 20, "aplicación de transporte", ["2025-05-19", "2026-05-18"], JOINT),
    notice(
        "1",
        agreement(2, 21, "obras menores", ["2024-12-16", "2025-12-15"], ABOVE),
    ),
    agreement(4, 28, "mesas vecinales", ["2024-08-26", ""], BELOW),
    agreement(4, 34, "accesibilidad", ["2025-06-16", ""], BELOW),
    agreement(4, 30, "talleres rurales", ["2025-01-20", ""], JOINT),
    agreement(7, 21, "mantención de caminos", ["2024-07-22", "2025-07-21"], ABOVE),
    agreement(8, 31, "envejecimiento activo", ["2024-10-14", ""], JOINT),
    agreement(9, 32, "aulas de verano", ["2024-11-18", "2026-02-28"], BELOW),
    agreement(9, 13, "prácticas de taller", ["2025-03-17", ""], ABOVE),
    agreement(10, 39, "difusión", ["2024-09-16", ""], BELOW),
    agreement(11, 15, "calidad del agua", ["2024-08-13", ""], BELOW),
    agreement(15, 33, "medición de pozos", ["2025-04-14", "2026-10-13"], JOINT),
    agreement(26, 17, "compras conjuntas", ["2024-07-31", ""], BELOW),
    agreement(26, 23, "temporada turística", ["2024-11-29", "2025-05-28"], ABOVE),
    agreement(12, 24, "mecánica de bicicletas", ["2025-08-25", "2026-08-24"], BELOW),
    agreement(28, 29, "federación vecinal", ["2024-07-24", ""], BELOW),
];

/// Practices: unit, practice, adopted, origin, trigger, last confirmed, abandoned.
pub const ADOPTIONS: [(usize, &str, &str, &str, &str, &str, &str); 14] = [
    (5, "datos abiertos", "2024-11-18", JOINT, "propio", "2025-12-15", ""),
    (2, "datos abiertos", "2025-02-24", JOINT, "par", "2025-11-20", ""),
    (3, "datos abiertos", "2025-01-13", ABOVE, "mandato", "", "2025-08-29"),
    (10, "datos abiertos", "2025-06-23", BELOW, "propio", "", "2025-11-28"),
    (4, "mesa vecinal", "2024-09-23", BELOW, "propio", "2025-10-24", ""),
    (8, "mesa vecinal", "2025-03-31", JOINT, "par", "2025-12-19", ""),
    (9, "mesa vecinal", "2025-04-28", ABOVE, "mandato", "", "2025-10-31"),
    (
        2,
        "presupuesto por desafíos",
        "2025-05-26",
        JOINT,
        "propio",
        "2025-12-18",
        "",
    ),
    (
        7,
        "presupuesto por desafíos",
        "2025-06-30",
        ABOVE,
        "mandato",
        "",
        "2025-12-12",
    ),
    (
        6,
        "presupuesto por desafíos",
        "2025-07-28",
        ABOVE,
        "financiador",
        "2025-09-15",
        "",
    ),
    (
        3,
        "ruta escolar segura",
        "2025-01-27",
        BELOW,
        "propio",
        "",
        "2025-06-27",
    ),
    (4, "ruta escolar segura", "2025-03-24", JOINT, "par", "2025-12-16", ""),
    (
        9,
        "ruta escolar segura",
        "2025-08-18",
        JOINT,
        "propio",
        "2025-12-17",
        "",
    ),
    (10, "ruta escolar segura", "2025-10-20", "desconocido", "par", "", ""),
];

/// A promise: text, kind, indicator, baseline and target, due, owner, status.
pub type Promise = (
    &'static str,
    &'static str,
    &'static str,
    [&'static str; 2],
    &'static str,
    usize,
    &'static str,
);

/// What was promised.
pub const COMMITMENTS: [Promise; 6] = [
    (
        "Más barrios con mesa vecinal",
        "objetivo",
        "barrios",
        ["2", "8"],
        "2026-12-31",
        4,
        "abierto",
    ),
    (
        "Más conjuntos de datos publicados",
        "objetivo",
        "conjuntos",
        ["0", "20"],
        "2026-06-30",
        5,
        "abierto",
    ),
    (
        "Tres rutas escolares seguras",
        "objetivo",
        "rutas",
        ["0", "3"],
        "2025-11-28",
        3,
        "abierto",
    ),
    (
        "Publicar los recorridos de los buses",
        "acción",
        "",
        ["", ""],
        "2025-06-30",
        3,
        "cumplido",
    ),
    (
        "Formar a veinte funcionarios en datos",
        "acción",
        "",
        ["", ""],
        "2025-09-30",
        5,
        "cumplido",
    ),
    (
        "Invitar a las juntas de vecinos al próximo concurso",
        "acción",
        "",
        ["", ""],
        "2026-03-31",
        0,
        "abierto",
    ),
];
