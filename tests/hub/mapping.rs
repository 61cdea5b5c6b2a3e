//! Names and values are mapped by synonyms and by `hub.toml`; what is unknown is counted with what may be meant; and a
//! mapping that was written reads back to the same records. Horizon 2020 whole is read through a mapping alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hubscope::messages::{Lang, Messages};
use hubscope::network::{
    Direction, Layer, Level, MemberScope, NetworkOptions, Projection, Snapshot, TemporalNetwork, View, Without,
};
use hubscope::records::{self, HubRecords, ReadOptions, RecordsError, RowState, Sector, StakeholderIndex, TableName};
use hubscope::time::Window;
use serde_json::Value;

use crate::files::{self, Table};
use crate::program::{hub_of, hubscope, reference_data};

/// A hub as a coordinator in Colombia keeps it: Spanish headers, accents lost on the way, values of its own.
const MESSY: [(&str, &str); 4] = [
    (
        "hub.toml",
        "[hub]\nname = \"Hub \\\"A\\\"\"\noperator = \"Alcaldía de Cali\"\n\n[study]\nas_of = 2025-12-31\n\n[records]\nnull_words = [\"99\"]\n\n\
         [tables]\nstakeholders = \"lista maestra.csv\"\n\n[columns.stakeholders]\ncity = \"Dónde\"\n\n\
         [values.\"stakeholders.kind\"]\n\"colectivo\" = \"organization\"\n\n[options]\noffers = [\"datos\", \"datos, mapas\"]\n",
    ),
    (
        "lista maestra.csv",
        "Código;Nombre de la organización;Tipo;Sector institucional;Dónde;Ofrece;Grado\n\
         ac;Alcaldía de Cali;colectivo;Gobierno;Cali;datos, mapas;99\n\
         uv;Universidad del Valle;Organización;Universidad;Cali;datos;2\n\
         fx;Fundación X;organización;Gremial;Popay√°n;;\n",
    ),
    (
        "convenios.csv",
        "número;organización 1;organización 2;Tipo de convenio;fecha_de_firma;Fecha de fin (dd/mm/aaaa);Valor del convenio;Observación\n\
         1;ac;uv;Convenio marco;13/02/2024;vigente;$1.200.000;x\n\
         2;ac;fx;minga;03/05/2024;04/06/2025;1.200,50;\n\
         3;uv;fx;mou;1/2/24;;USD 10;\n",
    ),
    (
        "asistencia.csv",
        "Nombre completo,Institución,Evento,Fecha,Calidad,Horas\n\
         Ana Díaz,Universidad del Valle,Taller 1,45123,Ponente,2:30\nLuis Paz,Fundación X,Taller 1,45123,relator,1\n",
    ),
];

/// All that was read, but for the mapping and the choices by which it was read.
fn read_as(records: &HubRecords) -> String {
    let mut records = records.clone();
    records.config = Default::default();
    records.mapping = Default::default();
    records.input_hashes = Default::default();
    format!("{records:#?}")
}

fn read_with(hub: &Path, config: &Path) -> HubRecords {
    let options = ReadOptions {
        config: Some(config.to_owned()),
    };
    records::read(hub, &options).unwrap_or_else(|error| panic!("{}: {error}", config.display()))
}

#[test]
fn a_mapping_that_was_written_reads_back_to_the_same_records() {
    let hub = hub_of(&MESSY);
    let first = records::read(hub.path(), &ReadOptions::default()).expect("a hub that can be read");
    let path = hub.path().to_str().expect("a path");
    // an option without a value never takes what stands behind it
    let ran = hubscope(&["check", "--write-mapping", path]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let file = hub.path().join("mapping.toml");
    assert!(ran.stderr.contains("mapping.toml"), "{}", ran.stderr);
    let again = read_with(hub.path(), &file);
    assert_eq!(read_as(&again), read_as(&first));
    assert_eq!(again.config.hub, first.config.hub);
    assert_eq!(again.config.study, first.config.study);

    let text = std::fs::read_to_string(&file).expect("written");
    for line in [
        "\"partnerships\" = \"convenios.csv\"",
        "\"stakeholders\" = \"lista maestra.csv\"",
        "\"source\" = \"organización 1\"",
        "\"partnerships.start\" = \"day_month\"",
        "\"partnerships.amount\" = \"comma\"",
        "\"participations.date\" = \"serial_1900\"",
        "\"Convenio marco\" = \"agreement\"",
        "\"Gobierno\" = \"government\"",
        "\"offers\" = [\"datos\", \"datos, mapas\"]",
        "# \"minga\" = \"\" # 1",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    // what was written is written again from it
    let told = records::mapping_toml(&again, hub.path(), &Messages::new(Lang::En));
    assert_eq!(told, text);
}

#[test]
fn a_hub_in_one_file_has_its_mapping_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let tables: Vec<Table> = MESSY[2..]
        .iter()
        .map(|(name, text)| {
            Table::from_csv(
                name.trim_end_matches(".csv"),
                &text
                    .replace("1/2/24", "2024-02-01")
                    .replace("1.200,50", "\"1.200,50\"")
                    .replace(';', ","),
            )
        })
        .collect();
    let (book, database) = (folder.path().join("libro.xlsx"), folder.path().join("base.sqlite"));
    std::fs::write(&book, files::xlsx(&tables)).expect("written");
    files::sqlite(&database, &tables);
    for (hub, mapping) in [(book, "libro.mapping.toml"), (database, "base.mapping.toml")] {
        let first = records::read(&hub, &ReadOptions::default()).expect("a hub that can be read");
        let ran = hubscope(&["check", "--write-mapping", hub.to_str().expect("a path")]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let file = folder.path().join(mapping);
        let text = std::fs::read_to_string(&file).expect("written");
        assert!(text.contains("\"source\" = \"organización 1\""), "{text}");
        assert_eq!(read_as(&read_with(&hub, &file)), read_as(&first));
    }
}

#[test]
fn the_mapping_goes_where_it_is_asked_to_go_whole_or_not_at_all() {
    let hub = hub_of(&MESSY);
    let path = hub.path().to_str().expect("a path");
    let out = tempfile::tempdir().expect("a folder");
    let file = out.path().join("own.toml");
    let given = format!("--write-mapping={}", file.display());
    let ran = hubscope(&["check", path, &given]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(file.is_file() && !hub.path().join("mapping.toml").exists());
    let nowhere = out.path().join("no/such/folder/own.toml");
    let refused = hubscope(&["check", path, &format!("--write-mapping={}", nowhere.display())]);
    assert_eq!(refused.code, 4, "{}", refused.stderr);
}

#[test]
fn the_sample_hubs_read_back_from_their_mappings() {
    for hub in ["gran-concepcion", "hub-pequeno"] {
        let hub = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(hub);
        if !hub.is_dir() {
            continue;
        }
        let first = records::read(&hub, &ReadOptions::default()).expect("a sample hub");
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("mapping.toml");
        let text = records::mapping_toml(&first, &hub, &Messages::new(Lang::Es));
        std::fs::write(&file, text).expect("written");
        assert_eq!(read_as(&read_with(&hub, &file)), read_as(&first), "{}", hub.display());
    }
}

#[test]
fn one_word_means_another_value_in_another_table() {
    let hub = hub_of(&[
        ("events.csv", "id,name,status\ne,Workshop,realizado\n"),
        ("commitments.csv", "id,text,status\nc,To publish,realizado\n"),
        ("partnerships.csv", "source,target\nA,B\n"),
    ]);
    let first = records::read(hub.path(), &ReadOptions::default()).expect("read");
    let states = |records: &HubRecords| {
        let of = |text: &Option<std::sync::Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
        (of(&records.events[0].status), of(&records.commitments[0].status))
    };
    assert_eq!(states(&first), ("held".to_owned(), "done".to_owned()));
    let file = hub.path().join("mapping.toml");
    std::fs::write(
        &file,
        records::mapping_toml(&first, hub.path(), &Messages::new(Lang::En)),
    )
    .expect("written");
    assert_eq!(states(&read_with(hub.path(), &file)), states(&first));
}

#[test]
fn check_counts_what_is_unknown_and_says_what_may_be_meant() {
    let hub = hub_of(&[
        (
            "stakeholders.csv",
            "id,name,sector,Ciudda\na,A,Gobieno,Cali\nb,B,Gobieno,Cali\nc,C,Zzz,Cali\n",
        ),
        ("partnerships.csv", "source,target\na,b\n"),
    ]);
    let path = hub.path().to_str().expect("a path");
    for (lang, lines) in [
        (
            "en",
            [
                "stakeholders.sector: \"Gobieno\" is unknown and was kept as it stands (2 rows). Did you mean \"government\"?",
                "stakeholders.sector: \"Zzz\" is unknown and was kept as it stands (1 rows)",
                "Did you mean city?",
            ],
        ),
        (
            "es",
            [
                "¿Quiso decir «government»?",
                "stakeholders.sector: «Zzz» no es un valor conocido y se dejó tal cual (1 filas)",
                "¿Quiso decir city?",
            ],
        ),
    ] {
        let ran = hubscope(&["check", path, "--lang", lang]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        for line in lines {
            assert!(ran.stdout.contains(line), "{line} in\n{}", ran.stdout);
        }
    }
}

#[test]
fn keys_of_hub_toml_that_name_nothing_are_refused_with_the_nearest() {
    for (config, nearest) in [
        ("[columns.partnership]\nsource = \"x\"", "partnerships"),
        ("[columns.partnerships]\nsorce = \"source\"", "source"),
        ("[values.\"partnerships.knd\"]\nx = \"y\"", "partnerships.kind"),
        ("[values.sectr]\nx = \"y\"", "sector"),
        ("[options]\noffrs = []", "offers"),
        ("[sectors]\nx = \"goverment\"", "government"),
        (
            "[records.date_orders]\n\"partnership.start\" = \"day_month\"",
            "partnerships.start",
        ),
        (
            "[records.number_forms]\n\"partnerships.amunt\" = \"point\"",
            "partnerships.amount",
        ),
        ("[records]\ndate_order = \"day-month\"", "day_month"),
        ("[recrds]\ndate_order = \"auto\"", "records"),
    ] {
        let hub = hub_of(&[("partnerships.csv", "source,target\nA,B\n"), ("hub.toml", config)]);
        let error = records::read(hub.path(), &ReadOptions::default()).expect_err(config);
        let (key, values) = error.remedy();
        let advice = Messages::new(Lang::En).say(key, &values);
        assert_eq!(advice, format!("Did you mean \"{nearest}\"?"), "{config}");
        assert!(
            matches!(error, RecordsError::Config(_) | RecordsError::UnknownMapping { .. }),
            "{error:?}"
        );
    }
}

#[test]
fn headers_in_four_languages_name_the_same_columns() {
    for header in [
        "source,target,start,end,amount,currency,kind,status",
        "origen,destino,fecha de inicio,fecha de fin,monto,moneda,tipo de convenio,estado",
        "ORIGEN,Destino,Fecha_de_Inicio,fecha_de_fin_del_contrato,valor_del_contrato,Moneda,tipo_de_contrato,estado_contrato",
        "origem,parceiro,data de início,data de término,valor total,moeda,tipo de relação,situação",
        "Source,Cible,Date de début,Date d'échéance,Montant,Devise,Type de partenariat,Statut",
        "from,to,startDate,endDate,amountAwarded,currency,relationship type,state",
        // accents as underscores, as an open-data portal writes them
        "entidad_contratante,proveedor_adjudicado,data_in_cio,vig_ncia,cuant_a,divisa,relaci_n,situaci_n",
    ] {
        let text = format!("{header}\nA,B,2024-01-01,2025-01-01,10,COP,agreement,signed\n");
        let hub = hub_of(&[("partnerships.csv", &text)]);
        let read =
            records::read(hub.path(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{header}: {error}"));
        let filled = &read.present[&TableName::Partnerships].filled;
        let expected = [
            "source", "target", "kind", "start", "end", "amount", "currency", "status",
        ];
        assert_eq!(filled, &expected, "{header}");
    }
}

// ---- Horizon 2020 whole

const HORIZON: &str = "\
[tables]
stakeholders = \"organisations.csv\"
events = \"projects.csv\"
participations = \"participations.csv\"

[columns.stakeholders]
id = \"org_id\"
name = \"name\"
sector = \"type\"
aliases = \"short_name\"

[columns.events]
id = \"project_id\"
start = \"start_date\"
end = \"end_date\"

[columns.participations]
stakeholder_id = \"org_id\"
event_id = \"project_id\"
amount = \"ec_contribution\"

[sectors]
HES = \"academia\"
PRC = \"business\"
REC = \"research\"
PUB = \"government\"
OTH = \"other\"

[values.\"participations.role\"]
coordinator = \"host\"
participant = \"attendee\"
partner = \"attendee\"
";

#[test]
fn horizon_2020_whole_is_read_through_a_mapping_alone() {
    let Some(data) = reference_data("3 files of Horizon 2020") else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let config = folder.path().join("hub.toml");
    std::fs::write(&config, HORIZON).expect("written");
    let records = read_with(&data.join("cordis_h2020"), &config);
    let reference =
        std::fs::read_to_string(data.join("oracles/cordis_h2020_reference.json")).expect("reference values");
    let expected: Value = serde_json::from_str(&reference).expect("JSON");
    for (key, found) in [
        ("n_orgs", records.stakeholders.len()),
        ("n_projects", records.events.len()),
        ("n_participations", records.participations.len()),
    ] {
        assert_eq!(expected[key].as_u64(), Some(found as u64), "{key}");
    }
    // no row is lost, none created; only organisations without a name are repaired, to their ids
    assert!(
        records
            .ledger
            .tables
            .iter()
            .all(|table| table.count(RowState::Excluded) == 0)
    );
    assert!(
        records
            .ledger
            .tables
            .iter()
            .all(|table| table.count(RowState::Merged) == 0)
    );
    assert_eq!(records.ledger.count(RowState::Repaired), 19_590);
    assert!(!records.stakeholders.iter().any(|who| who.derived) && !records.events.iter().any(|what| what.derived));
    assert!(records.mapping.unmapped.is_empty(), "{:?}", records.mapping.unmapped);
    let of = |sector| {
        records
            .stakeholders
            .iter()
            .filter(|who| who.sector == Some(sector))
            .count()
    };
    let sectors = [
        Sector::Academia,
        Sector::Business,
        Sector::Research,
        Sector::Government,
        Sector::Other,
    ];
    assert_eq!(sectors.map(of), [2617, 23_407, 3065, 2524, 4258]);
    let hosts = records
        .participations
        .iter()
        .filter(|row| row.role.as_deref() == Some("host"));
    assert_eq!(hosts.count(), 31_476);
    assert_eq!(
        records.participations.iter().filter(|row| row.amount.is_none()).count(),
        13_754
    );
    yearly(&records, &expected["yearly"]);
    tied(&records, &expected);
}

/// Projects by the year they start, who takes part in them and what they receive.
fn yearly(records: &HubRecords, expected: &Value) {
    #[derive(Default)]
    struct Year {
        projects: u64,
        organisations: BTreeMap<StakeholderIndex, f64>,
    }
    let mut years: BTreeMap<String, Year> = BTreeMap::new();
    let year_of = |at: usize| records.events[at].start.map(|start| start.first.year().to_string());
    for at in 0..records.events.len() {
        if let Some(year) = year_of(at) {
            years.entry(year).or_default().projects += 1;
        }
    }
    for row in &records.participations {
        if let Some(year) = year_of(row.event.0 as usize) {
            let received = row.amount.as_ref().map_or(0.0, |amount| amount.value);
            let organisations = &mut years.entry(year).or_default().organisations;
            *organisations.entry(row.stakeholder).or_default() += received;
        }
    }
    // the reference ends with 2021; six projects of 2022 stand in the files
    assert_eq!(years.remove("2022").map(|year| year.projects), Some(6));
    let expected = expected.as_object().expect("years");
    assert_eq!(
        years.keys().collect::<BTreeSet<_>>(),
        expected.keys().collect::<BTreeSet<_>>()
    );
    for (year, expected) in expected {
        let found = &years[year];
        assert_eq!(expected["projects"].as_u64(), Some(found.projects), "{year}");
        assert_eq!(
            expected["orgs"].as_u64(),
            Some(found.organisations.len() as u64),
            "{year}"
        );
        let (total, expected) = (
            found.organisations.values().sum::<f64>(),
            expected["ec_total"].as_f64().expect("a sum"),
        );
        assert!(
            (total - expected).abs() <= 1e-9 * expected,
            "{year}: {total}, {expected}"
        );
    }
}

/// The projection of the records that were read is that of scipy.
fn tied(records: &HubRecords, expected: &Value) {
    let options = NetworkOptions {
        level: Level::Organization,
        projection: Projection::Newman,
        partnership_weight: 1.0,
        participation_weight: 1.0,
        half_life_days: None,
    };
    let network = TemporalNetwork::assemble(records, &options);
    let all = Window {
        label: "all".to_owned(),
        period: None,
        includes_undated: true,
        partial: None,
    };
    let found: Snapshot = network.snapshot(&View {
        layer: Layer::Participations,
        window: &all,
        members: MemberScope::All,
        direction: Direction::Undirected,
        without: &Without::default(),
    });
    assert_eq!(expected["projection_edges"].as_u64(), Some(found.tie_count() as u64));
    let total: f64 = found.pairs().map(|(_, _, strength)| strength).sum();
    let newman = expected["projection_total_newman_weight"].as_f64().expect("a total");
    assert!((total - newman).abs() <= 1e-4, "{total}");
    let isolates = (0..found.node_count())
        .filter(|node| found.ties().columns(*node).is_empty())
        .count();
    assert_eq!(expected["isolates"].as_u64(), Some(isolates as u64));
}
