//! Colombian public contracts as SECOP II publishes them.
//!
//! In: the electronic contracts of datos.gov.co, headed as its programming interface writes them (accents as
//! underscores: `duraci_n_del_contrato`) or as its downloads do (`Nombre Entidad`). Out: entities and suppliers, and
//! each contract as a dated tie from the one who pays to the one who is paid, in Colombian pesos.

use std::path::PathBuf;

use super::keyed::Unique;
use super::listing::{Dates, Listing, Numbers};
use super::parties::{Parties, Party};
use super::{FileLedger, ImportFormat, ImportOptions, ImportReason, Imported, RecordsError, TableName, grids_of};
use crate::records::cells::Measures;
use crate::records::{HashMap, names, words};

const FORMAT: ImportFormat = ImportFormat::Secop2;

const KNOWN: [&str; 12] = [
    "nombre_entidad",
    "nit_entidad",
    "entidad",
    "proveedor_adjudicado",
    "nombre_del_proveedor",
    "documento_proveedor",
    "nit_del_proveedor_adjudicado",
    "valor_del_contrato",
    "valor_total_adjudicacion",
    "fecha_de_firma",
    "id_contrato",
    "estado_contrato",
];

/// States of contracts that bind nobody, or not yet.
const NEVER_SIGNED: [&str; 7] = [
    "cancelado",
    "borrador",
    "en aprobacion",
    "enviado proveedor",
    "no adjudicado",
    "desierto",
    "descartado",
];

/// Where the columns stand.
struct Columns {
    id: Option<usize>,
    entity: Option<usize>,
    entity_nit: Option<usize>,
    entity_code: Option<usize>,
    entity_city: Option<usize>,
    supplier: Option<usize>,
    supplier_document: Option<usize>,
    document_kind: Option<usize>,
    object: Option<usize>,
    state: Option<usize>,
    signed: Dates,
    start: Dates,
    end: Dates,
    value: Numbers,
}

impl Columns {
    fn of(listing: &Listing, options: &ImportOptions) -> Result<Self, RecordsError> {
        let column = |names: &[&str]| listing.column(names);
        let supplier = [
            "proveedor_adjudicado",
            "nombre_del_proveedor",
            "nombre_del_proveedor_adjudicado",
            "proveedor",
        ];
        let value = [
            "valor_del_contrato",
            "valor_total_adjudicacion",
            "valor total adjudicación",
            "valor_contrato",
        ];
        Ok(Self {
            id: column(&[
                "id_contrato",
                "id del contrato",
                "referencia_del_contrato",
                "id_del_proceso",
            ]),
            entity: Some(listing.required(FORMAT, &["nombre_entidad", "entidad", "nombre de la entidad"])?),
            entity_nit: column(&["nit_entidad"]),
            entity_code: column(&["codigo_entidad", "c_digo_entidad"]),
            entity_city: column(&["ciudad", "ciudad_entidad"]),
            supplier: Some(listing.required(FORMAT, &supplier)?),
            supplier_document: column(&["documento_proveedor", "nit_del_proveedor_adjudicado", "nit_proveedor"]),
            document_kind: column(&["tipodocproveedor", "tipo_doc_proveedor", "tipo documento proveedor"]),
            object: column(&[
                "objeto_del_contrato",
                "descripcion_del_proceso",
                "descripci_n_del_proceso",
                "descripción del proceso",
                "descripci_n_del_procedimiento",
            ]),
            state: column(&["estado_contrato", "estado_del_procedimiento"]),
            signed: listing.dates(column(&["fecha_de_firma", "fecha_adjudicacion"]), options)?,
            start: listing.dates(
                column(&["fecha_de_inicio_del_contrato", "fecha_de_inicio_de_ejecucion"]),
                options,
            )?,
            end: listing.dates(
                column(&["fecha_de_fin_del_contrato", "fecha_de_fin_de_ejecucion"]),
                options,
            )?,
            value: listing.numbers(column(&value), Measures::Money, options)?,
        })
    }
}

/// Who signed a contract.
struct Sides {
    entity: Party,
    supplier: Party,
}

/// Reads contracts from any number of files.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let mut listings = Vec::new();
    for grid in grids_of(files)? {
        let listing = Listing::open(grid, &KNOWN);
        let columns = Columns::of(&listing, options)?;
        listings.push((listing, columns));
    }
    let by_nit = entities_by_nit(&listings);
    let mut parties = Parties::new();
    for (listing, columns) in &listings {
        for row in 0..listing.len() {
            let sides = sides(listing, row, columns, &by_nit);
            parties.learn(&sides.entity);
            parties.learn(&sides.supplier);
        }
    }
    let names = [
        "id",
        "source",
        "target",
        "kind",
        "function",
        "start",
        "end",
        "directed",
        "amount",
        "currency",
        "funder_id",
        "status",
    ];
    let mut ties = Unique::new(TableName::Partnerships, &names);
    let mut ledgers = Vec::new();
    for (listing, columns) in &listings {
        let mut ledger = listing.ledger();
        for row in ledger.open() {
            let sides = sides(listing, row, columns, &by_nit);
            contract(listing, row, columns, &sides, &mut parties, &mut ties, &mut ledger);
        }
        ledgers.push(ledger);
    }
    Ok(Imported::new(FORMAT, vec![parties.into_table(), ties.table], ledgers))
}

fn contract(
    listing: &Listing,
    row: usize,
    columns: &Columns,
    sides: &Sides,
    parties: &mut Parties,
    ties: &mut Unique,
    ledger: &mut FileLedger,
) {
    let state = listing.text(row, columns.state);
    if NEVER_SIGNED.contains(&words::key(state).as_str()) {
        ledger.exclude(row, ImportReason::NeverHeld, listing.header(columns.state), state);
        return;
    }
    let (entity, supplier) = (parties.id(&sides.entity), parties.id(&sides.supplier));
    for (found, column) in [(&entity, columns.entity), (&supplier, columns.supplier)] {
        if found.is_none() {
            let value = listing.raw(row, column);
            ledger.exclude(row, ImportReason::MissingCell, listing.header(column), value);
            return;
        }
    }
    if entity == supplier {
        ledger.exclude(
            row,
            ImportReason::SelfTie,
            listing.header(columns.supplier),
            &sides.supplier.name,
        );
        return;
    }
    let entity = parties.mention(&sides.entity, ledger, row).unwrap_or_default();
    let supplier = parties.mention(&sides.supplier, ledger, row).unwrap_or_default();
    let signed = listing.date(row, &columns.signed, ledger);
    let start = listing.date(row, &columns.start, ledger);
    let amount = listing.number(row, &columns.value, ledger);
    let values = [
        ("id", listing.text(row, columns.id)),
        ("source", &entity),
        ("target", &supplier),
        ("kind", "funding"),
        ("function", listing.text(row, columns.object)),
        ("start", if start.is_empty() { &signed } else { &start }),
        ("end", &listing.end(row, &columns.end, ledger)),
        ("directed", "yes"),
        ("amount", &amount),
        ("currency", if amount.is_empty() { "" } else { "COP" }),
        ("funder_id", &entity),
        ("status", state),
    ];
    ties.add(&values, ledger, row);
}

/// The entities of a tax number: one number often serves a whole city with all its secretariats.
fn entities_by_nit(listings: &[(Listing, Columns)]) -> HashMap<String, Option<String>> {
    let mut by_nit: HashMap<String, Option<String>> = HashMap::default();
    for (listing, columns) in listings {
        for row in 0..listing.len() {
            let nit = nit(listing.text(row, columns.entity_nit));
            let id = entity(listing, row, columns).id;
            if nit.is_empty() || id.is_empty() {
                continue;
            }
            let known = by_nit.entry(nit).or_insert_with(|| Some(id.clone()));
            if known.as_ref().is_some_and(|known| *known != id) {
                *known = None;
            }
        }
    }
    by_nit
}

fn sides(listing: &Listing, row: usize, columns: &Columns, by_nit: &HashMap<String, Option<String>>) -> Sides {
    let document = listing.text(row, columns.supplier_document);
    let kind = words::key(listing.text(row, columns.document_kind));
    let person = !kind.is_empty() && kind != "nit" && !kind.contains("tributaria") && !kind.contains("otro");
    let nit = if person { String::new() } else { nit(document) };
    let id = match by_nit.get(&nit) {
        _ if document.is_empty() => String::new(),
        // the identity number of a person is nobody's business: it only tells namesakes apart
        _ if nit.is_empty() => format!("cc-{}", names::fingerprint([document], 10)),
        Some(Some(entity)) => entity.clone(),
        _ => format!("nit-{nit}"),
    };
    let supplier = Party {
        id,
        name: listing.text(row, columns.supplier).to_owned(),
        kind: if person { "person" } else { "organization" },
        external_ids: external(&nit),
        ..Party::default()
    };
    Sides {
        entity: entity(listing, row, columns),
        supplier,
    }
}

fn entity(listing: &Listing, row: usize, columns: &Columns) -> Party {
    let name = listing.text(row, columns.entity);
    let nit = nit(listing.text(row, columns.entity_nit));
    let code = listing.text(row, columns.entity_code);
    let id = match (code, nit.as_str()) {
        ("", "") => String::new(),
        ("", nit) => format!("nit-{nit}-{}", names::fingerprint([names::key(name).as_str()], 6)),
        (code, _) => format!("secop-{code}"),
    };
    Party {
        id: if name.is_empty() && code.is_empty() {
            String::new()
        } else {
            id
        },
        name: name.to_owned(),
        kind: "organization",
        sector: "government".to_owned(),
        city: listing.text(row, columns.entity_city).to_owned(),
        country: "CO".to_owned(),
        external_ids: external(&nit),
        ..Party::default()
    }
}

fn external(nit: &str) -> String {
    if nit.is_empty() {
        String::new()
    } else {
        format!("nit:{nit}")
    }
}

/// The tax number of a company or an entity, without dots and check digit: nine digits, the first of them 8 or 9. Of any
/// other number nothing: persons' tax numbers are their identity numbers.
fn nit(text: &str) -> String {
    let body = text.split_once('-').map_or(text, |(body, _)| body);
    let digits: String = body.chars().filter(char::is_ascii_digit).collect();
    if !digits.starts_with(['8', '9']) {
        return String::new();
    }
    match digits.len() {
        9 => digits,
        10 => {
            let (number, check) = digits.split_at(9);
            let matches = check_digit(number).is_some_and(|digit| check == digit.to_string());
            if matches { number.to_owned() } else { String::new() }
        }
        _ => String::new(),
    }
}

/// The check digit of a Colombian tax number (DIAN, modulo 11).
fn check_digit(number: &str) -> Option<u32> {
    const WEIGHTS: [u32; 15] = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
    let digits = number.chars().rev().map(|digit| digit.to_digit(10));
    let mut sum = 0;
    for (digit, weight) in digits.zip(WEIGHTS) {
        sum += digit? * weight;
    }
    let rest = sum % 11;
    Some(if rest > 1 { 11 - rest } else { rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tax_number_is_one_with_or_without_dots_and_check_digit() {
        // digits from the right times 3, 7, 13, …: 3 + 42 + 0 + 153 + 171 + 207 + 261 + 333 + 328 = 1498 = 136·11 + 2
        assert_eq!(check_digit("899999061"), Some(11 - 2));
        for written in ["899999061", "899.999.061-9", "899 999 061", "8999990619"] {
            assert_eq!(nit(written), "899999061", "{written}");
        }
        // another tenth digit is no check digit; identity numbers of persons are none of a company
        for written in ["8999990618", "1012345678", "52123456", "0", "No Definido", ""] {
            assert_eq!(nit(written), "", "{written}");
        }
    }
}
