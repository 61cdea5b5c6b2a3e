//! Which columns do the tables have that hubscope writes for a person to fill in and bring back?
//!
//! In: nothing. Out: one list per table. A table to be read as one, so it is not formatted line by line.

use super::ColumnType::{Choice, Date, OpenChoice, Text};
use super::columns::{KINDS, STATUS_HEADERS};
use super::{Column, column};

const ACTION_STATES: &[&str] = &["accepted", "done", "refused", "impossible"];

/// What the report writes beside an action for the reader; read back only to be said again.
pub(super) const ACTIONS_TOLD: [&str; 9] =
    ["action", "what", "who", "with_whom", "by", "why", "effort", "records", "standing"];

pub(super) const ACTIONS: &[Column] = &[
    column("id", Text, "id", &["código", "code"]).required(),
    column("status", OpenChoice(ACTION_STATES), "estado", STATUS_HEADERS),
    column("owner", Text, "responsable", &["encargado", "encargada", "responsible", "responsável", "responsable de l'action"]),
    column("due", Date, "plazo", &["fecha límite", "due date", "deadline", "prazo", "échéance"]),
    column("proposed_on", Date, "propuesta el", &["proposed", "fecha de propuesta", "proposta em", "proposée le"]),
    column("reported_on", Date, "informada el", &["reported", "fecha del informe"]),
    column("about", Text, "identificadores", &[]),
    column("standing", Text, "seguimiento", &[]),
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
