//! Attendance reports and forms as their tools write them become hubs, every row accounted for.

use hubscope::config::DateOrder;
use hubscope::records::adapters::{
    FileLedger, ImportError, ImportFault, ImportFormat, ImportOptions, ImportReason, Imported,
};
use hubscope::records::{RecordsError, RowState, StakeholderKind};

use crate::imports::{cells, imported, reasons, refused, round_trip, sentences, try_import};

/// The account of the only list.
fn list(imported: &Imported) -> &FileLedger {
    let lists: Vec<_> = imported
        .ledger
        .files
        .iter()
        .filter(|file| file.part.is_none())
        .collect();
    assert_eq!(lists.len(), 1);
    lists[0]
}

fn states(ledger: &FileLedger) -> Vec<(u64, RowState)> {
    ledger.rows.iter().map(|fate| (fate.row, fate.state)).collect()
}

use RowState::{Excluded, Merged, Used};

/// The block of the meeting, a blank line, the second header; joins that overlap, a guest without e-mail, brackets.
pub const ZOOM: &str = "\u{feff}Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n\
    852 1848 6288,\"Mesa de agua, sesión 1\",10/05/2026 05:50:00 PM,10/05/2026 08:00:00 PM,ana@uno.example,130,5\n\
    \n\
    Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room\n\
    Ana Rojas,ana@uno.example,10/05/2026 05:50:00 PM,10/05/2026 07:50:00 PM,120,No,,No\n\
    Ana Rojas (tablet de Ana),ana@uno.example,10/05/2026 06:00:00 PM,10/05/2026 08:00:00 PM,120,No,,No\n\
    Luis Paz (TA),,10/05/2026 06:00:00 PM,10/05/2026 06:30:00 PM,30,Yes,Y,No\n\
    Luis Paz,,10/05/2026 07:00:00 PM,10/05/2026 07:15:00 PM,15,Yes,Y,No\n\
    Eva Soto (ella/she),eva@dos.example,10/05/2026 05:55:00 PM,10/05/2026 05:58:00 PM,3,Yes,,Yes\n\
    Eva Soto,eva@dos.example,10/05/2026 05:58:00 PM,10/05/2026 07:58:00 PM,120,Yes,,No\n\
    ,,10/05/2026 06:00:00 PM,10/05/2026 06:01:00 PM,1,Yes,,No\n";

#[test]
fn a_zoom_report_with_its_meeting_counts_each_minute_once() {
    let imported = imported(ImportFormat::Zoom, &[("participants_85218486288.csv", ZOOM.as_bytes())]);
    assert_eq!(
        cells(&imported, "events", &["id", "name", "component", "start"]),
        [[
            "zoom-85218486288-2026-10-05",
            "Mesa de agua, sesión 1",
            "meeting",
            "2026-10-05"
        ]]
    );
    assert_eq!(
        cells(
            &imported,
            "stakeholders",
            &["id", "name", "kind", "email", "aliases", "zoom_suffix"]
        ),
        [
            [
                "ana-rojas",
                "Ana Rojas",
                "person",
                "ana@uno.example",
                "tablet de Ana",
                ""
            ],
            ["luis-paz", "Luis Paz", "person", "", "", "TA"],
            ["eva-soto", "Eva Soto", "person", "eva@dos.example", "", ""],
        ]
    );
    assert_eq!(
        cells(
            &imported,
            "participations",
            &["stakeholder_id", "date", "role", "hours"]
        ),
        [
            // 17:50 to 19:50 and 18:00 to 20:00 cover 130 minutes
            ["ana-rojas", "2026-10-05", "host", "2.17"],
            ["luis-paz", "2026-10-05", "attendee", "0.75"],
            ["eva-soto", "2026-10-05", "attendee", "2"],
        ]
    );
    let ledger = list(&imported);
    assert_eq!(
        states(ledger),
        [
            (5, Used),
            (6, Merged),
            (7, Used),
            (8, Merged),
            (9, Excluded),
            (10, Used),
            (11, Excluded)
        ]
    );
    assert_eq!(reasons(&ledger.rows[4]), [ImportReason::NotLetIn]);
    assert_eq!(reasons(&ledger.rows[6]), [ImportReason::MissingCell]);
    let meeting = imported
        .ledger
        .files
        .iter()
        .find(|file| file.part.is_some())
        .expect("the block");
    assert_eq!(states(meeting), [(2, Used)]);
    let records = round_trip(&imported);
    let counts = (
        records.stakeholders.len(),
        records.events.len(),
        records.participations.len(),
    );
    assert_eq!(counts, (3, 1, 3));
    assert_eq!(
        records.participations[0]
            .hours
            .map(|hours| (hours * 100.0).round() as i64),
        Some(217)
    );
    assert_eq!(records.ledger.count(Used), records.ledger.rows());
}

#[test]
fn meetings_one_below_the_other_stay_apart() {
    let second = ZOOM.trim_start_matches('\u{feff}').replace("10/05/2026", "11/05/2026");
    let twice = format!("{ZOOM}\n{second}");
    let imported = imported(ImportFormat::Zoom, &[("p.csv", twice.as_bytes())]);
    assert_eq!(cells(&imported, "events", &["start"]), [["2026-10-05"], ["2026-11-05"]]);
    let hours = cells(&imported, "participations", &["stakeholder_id", "date", "hours"]);
    assert_eq!(hours.len(), 6);
    assert_eq!(
        (hours[0], hours[3]),
        (["ana-rojas", "2026-10-05", "2.17"], ["ana-rojas", "2026-11-05", "2.17"])
    );
    let accounted: Vec<(Option<&str>, u64)> = imported
        .ledger
        .files
        .iter()
        .map(|file| (file.part.as_deref(), file.rows[0].row))
        .collect();
    // two lists and the two rows that describe the meetings
    assert_eq!(
        accounted,
        [(None, 5), (None, 17), (Some("meeting"), 2), (Some("meeting"), 14)]
    );
}

#[test]
fn a_webinar_keeps_its_roles_and_leaves_out_who_did_not_come() {
    let webinar = "Attendee Report\nReport Generated:,\"May 14, 2026 10:00 AM\"\n\
        Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered\nFeria,999 111,05/13/2026 06:00:00 PM,60,3\n\
        Host Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest\n\
        Yes,Ana Rojas,ana@uno.example,05/13/2026 06:00:00 PM,05/13/2026 07:00:00 PM,60,No\n\
        Panelist Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest\n\
        Yes,Luis Paz,luis@dos.example,05/13/2026 06:00:00 PM,05/13/2026 06:30:00 PM,30,Yes\n\
        Attendee Details,\nAttended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest\n\
        Yes,Eva Soto,Eva,Soto,eva@dos.example,05/01/2026 06:00:00 PM,approved,05/13/2026 06:00:00 PM,05/13/2026 06:15:00 PM,15,Yes\n\
        No,Iván Mora,Iván,Mora,ivan@dos.example,05/01/2026 06:00:00 PM,approved,--,--,--,--\n";
    let imported = imported(ImportFormat::Zoom, &[("w.csv", webinar.as_bytes())]);
    assert_eq!(
        cells(
            &imported,
            "participations",
            &["stakeholder_id", "role", "date", "hours"]
        ),
        [
            ["ana-rojas", "host", "2026-05-13", "1"],
            ["luis-paz", "speaker", "2026-05-13", "0.5"],
            ["eva-soto", "attendee", "2026-05-13", "0.25"],
        ]
    );
    let fates = imported.ledger.files.iter().flat_map(|file| &file.rows);
    let mut excluded: Vec<u64> = fates
        .filter(|fate| fate.state == Excluded)
        .map(|fate| fate.row)
        .collect();
    excluded.sort_unstable();
    // titles, the day of the report, and who registered and did not come
    assert_eq!(excluded, [1, 2, 5, 8, 11, 14]);
    assert_eq!(round_trip(&imported).participations.len(), 3);
}

#[test]
fn a_zoom_report_of_unique_users_has_no_times() {
    let text = "Name (Original Name),User Email,Total Duration (Minutes),Guest\nAna Rojas,ana@uno.example,90,No\nLuis Paz,,45,Yes\n";
    let without = try_import(
        ImportFormat::Zoom,
        &[("p.csv", text.as_bytes())],
        &ImportOptions::default(),
    );
    let error = without.expect_err("no day");
    assert!(sentences(&error).0.contains("--date"), "{error}");
    let options = ImportOptions {
        event: Some("Taller de datos".into()),
        date: Some("2026-03-13".into()),
        ..ImportOptions::default()
    };
    let imported = try_import(ImportFormat::Zoom, &[("p.csv", text.as_bytes())], &options).expect("readable");
    assert_eq!(
        cells(&imported, "events", &["name", "start"]),
        [["Taller de datos", "2026-03-13"]]
    );
    assert_eq!(
        cells(&imported, "participations", &["stakeholder_id", "hours"]),
        [["ana-rojas", "1.5"], ["luis-paz", "0.75"]]
    );
    assert_eq!(round_trip(&imported).participations.len(), 2);
}

#[test]
fn several_zoom_reports_share_persons_and_iso_times_need_no_choice() {
    let report = |day: &str, name: &str, email: &str| {
        format!(
            "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n{name},{email},{day}T23:30:00Z,{day}T23:45:00Z,15,Yes\n"
        )
    };
    let (first, second) = (
        report("2026-03-05", "Ana Rojas", "ana@uno.example"),
        report("2026-04-05", "ANA ROJAS", ""),
    );
    let imported = imported(
        ImportFormat::Zoom,
        &[("marzo.csv", first.as_bytes()), ("abril.csv", second.as_bytes())],
    );
    assert_eq!(cells(&imported, "stakeholders", &["id"]), [["ana-rojas"]]);
    assert_eq!(
        cells(&imported, "events", &["name", "start"]),
        [["marzo", "2026-03-05"], ["abril", "2026-04-05"]]
    );
    assert_eq!(cells(&imported, "participations", &["hours"]), [["0.25"], ["0.25"]]);
}

#[test]
fn zoom_dates_that_leave_a_choice_are_refused_or_chosen() {
    let report = |join: &str, leave: &str| {
        format!(
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nAna,,{join},{leave},60,Yes\n"
        )
    };
    let choice = report("10/05/2026 17:00", "10/05/2026 18:00");
    let read = |text: &str, order| {
        let options = ImportOptions {
            date_order: order,
            ..ImportOptions::default()
        };
        try_import(ImportFormat::Zoom, &[("p.csv", text.as_bytes())], &options)
    };
    let error = read(&choice, DateOrder::Auto).expect_err("undecidable");
    let (sentence, remedy) = sentences(&error);
    assert!(
        sentence.contains("p.csv") && sentence.contains("Join Time") && sentence.contains("10/05/2026 17:00"),
        "{sentence}"
    );
    assert!(remedy.contains("--date-order"), "{remedy}");
    let day = |text: &str, order| {
        let imported = read(text, order).expect("readable");
        cells(&imported, "events", &["start"])[0][0].to_owned()
    };
    assert_eq!(day(&choice, DateOrder::DayMonth), "2026-05-10");
    // a day above 12 in another column settles it
    assert_eq!(
        day(&report("12/05/2026 23:00", "13/05/2026 01:00"), DateOrder::Auto),
        "2026-05-12"
    );
    // Zoom's own form
    assert_eq!(
        day(
            &report("10/05/2026 05:00:00 PM", "10/05/2026 06:00:00 PM"),
            DateOrder::Auto
        ),
        "2026-10-05"
    );
}

#[test]
fn zoom_files_that_would_be_read_wrongly_are_refused_or_repaired() {
    let other = try_import(
        ImportFormat::Zoom,
        &[("p.csv", b"Order #,Email\n1,a@b.c\n")],
        &ImportOptions::default(),
    );
    let error = other.expect_err("no names");
    assert!(
        matches!(&error, RecordsError::Import(ImportError::MissingColumn { .. })),
        "{error}"
    );
    sentences(&error);
    let backwards = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
        Ana,,2026-05-13 18:00,2026-05-13 17:00,30,Yes\n";
    let imported = imported(ImportFormat::Zoom, &[("p.csv", backwards.as_bytes())]);
    assert_eq!(reasons(&list(&imported).rows[0]), [ImportReason::EndBeforeStart]);
    // the minutes that Zoom counted stand for the times
    assert_eq!(cells(&imported, "participations", &["hours"]), [["0.5"]]);
}

pub const EVENTBRITE: &str = "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Order Type,Total Paid,Attendee Status,Company,Job Title,Event Name,Event Start Date\n\
    1001,2026-02-01 10:00:00,Ana,Rojas,ana@uno.example,1,General,Free Order,0,Checked In,Universidad Uno,Directora,Feria de Innovación,2026-03-13\n\
    1001,2026-02-01 10:00:00,Luis,Paz,luis@uno.example,1,Speaker,Free Order,0,Attending,Universidad Uno,,Feria de Innovación,2026-03-13\n\
    1002,2026-02-03 11:00:00,Eva,Soto,eva@dos.example,1,General,Free Order,0,Not Attending,Dos SpA,,Feria de Innovación,2026-03-13\n\
    1003,2026-02-04 11:00:00,Iván,Mora,ivan@tres.example,1,General,PayPal Completed,10,Refunded,,,Feria de Innovación,2026-03-13\n\
    1004,2026-02-05 11:00:00,Ana,Rojas,ANA@uno.example,1,General,Free Order,0,Attending,Universidad Uno,,Feria de Innovación,2026-03-13\n\
    1005,2026-02-06 11:00:00,Rosa,Díaz,rosa@tres.example,3,General,Free Order,0,En espera,,,Feria de Innovación,2026-03-13\n";

#[test]
fn an_eventbrite_report_leaves_out_who_cancelled() {
    let imported = imported(ImportFormat::Eventbrite, &[("report.csv", EVENTBRITE.as_bytes())]);
    assert_eq!(
        cells(
            &imported,
            "stakeholders",
            &["id", "kind", "parent_id", "role_title", "email"]
        ),
        [
            ["universidad-uno", "organization", "", "", ""],
            ["ana-rojas", "person", "universidad-uno", "Directora", "ana@uno.example"],
            ["luis-paz", "person", "universidad-uno", "", "luis@uno.example"],
            ["rosa-diaz", "person", "", "", "rosa@tres.example"],
        ]
    );
    assert_eq!(
        cells(
            &imported,
            "participations",
            &["stakeholder_id", "event_id", "date", "role", "outcome"]
        ),
        [
            [
                "ana-rojas",
                "feria-de-innovacion-2026-03-13",
                "2026-03-13",
                "attendee",
                "checked in"
            ],
            [
                "luis-paz",
                "feria-de-innovacion-2026-03-13",
                "2026-03-13",
                "speaker",
                "registered"
            ],
            [
                "rosa-diaz",
                "feria-de-innovacion-2026-03-13",
                "2026-03-13",
                "attendee",
                "registered"
            ],
        ]
    );
    let ledger = list(&imported);
    assert_eq!(
        states(ledger),
        [
            (2, Used),
            (3, Used),
            (4, Excluded),
            (5, Excluded),
            (6, Merged),
            (7, Used)
        ]
    );
    assert_eq!(reasons(&ledger.rows[3]), [ImportReason::NeverHeld]);
    assert_eq!(
        reasons(&ledger.rows[5]),
        [ImportReason::UnknownCode, ImportReason::Unnamed]
    );
    let records = round_trip(&imported);
    assert_eq!(
        (
            records.stakeholders.len(),
            records.events.len(),
            records.participations.len()
        ),
        (4, 1, 3)
    );
    let ana = records.find_stakeholder("ana-rojas").expect("Ana");
    assert_eq!(records.stakeholder(ana).kind, StakeholderKind::Person);
    let parent = records.stakeholder(ana).parent.expect("her university");
    assert_eq!(&*records.stakeholder(parent).name, "Universidad Uno");
}

#[test]
fn a_person_who_gives_the_own_name_as_company_stays_a_person() {
    let text =
        "Order #,First Name,Last Name,Email,Attendee Status,Company\n1,Ana,Rojas,ana@uno.example,Attending,Ana Rojas\n";
    let options = ImportOptions {
        date: Some("2026-03-13".into()),
        ..ImportOptions::default()
    };
    let imported = try_import(ImportFormat::Eventbrite, &[("r.csv", text.as_bytes())], &options).expect("readable");
    let found = cells(&imported, "stakeholders", &["name", "kind"]);
    assert_eq!(found, [["Ana Rojas", "organization"], ["Ana Rojas", "person"]]);
    let records = round_trip(&imported);
    let ana = records.find_stakeholder("ana-rojas").expect("the person");
    assert_eq!(records.stakeholder(ana).kind, StakeholderKind::Person);
    assert_ne!(records.stakeholder(ana).parent, Some(ana));
}

#[test]
fn an_eventbrite_report_without_its_day_is_refused() {
    let text = "Order #,First Name,Last Name,Email,Attendee Status\n1,Ana,Rojas,ana@uno.example,Attending\n";
    let error = try_import(
        ImportFormat::Eventbrite,
        &[("r.csv", text.as_bytes())],
        &ImportOptions::default(),
    );
    assert!(sentences(&error.expect_err("no day")).0.contains("--date"));
}

/// Imports the answers of a form with a map.
fn with_map(format: ImportFormat, file: &str, text: &str, map: &str) -> Result<Imported, RecordsError> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mapa.toml");
    std::fs::write(&path, map).expect("written");
    let options = ImportOptions {
        map: Some(path),
        ..ImportOptions::default()
    };
    try_import(format, &[(file, text.as_bytes())], &options)
}

pub const GOOGLE: &str = "Marca temporal,Dirección de correo electrónico,¿Cómo se llama?,¿Dónde trabaja?,¿Con quién trabaja su organización?,¿Qué ofrece?,A quién pide consejo [Ana Rojas],A quién pide consejo [Luis Paz]\n\
    13/05/2026 14:05:33,ana@uno.example,Ana Rojas,Universidad Uno,\"Alcaldía, Dirección de Agua, Cámara\",\"datos, salas\",,Cada semana\n\
    14/05/2026 9:00:00,luis@dos.example,Luis Paz,Cámara,,mapas,Nunca,\n\
    14/05/2026 9:30:00,,,,,,,\n";
pub const GOOGLE_MAP: &str = "[questions]\nname = \"¿Cómo se llama?\"\norganization = \"¿Dónde trabaja?\"\npartners = \"¿Con quién trabaja su organización?\"\n\
    offers = \"¿Qué ofrece?\"\nnominations = \"A quién pide consejo\"\n[options]\npartners = [\"Alcaldía\", \"Alcaldía, Dirección de Agua\", \"Cámara\"]\n";

#[test]
fn a_google_form_with_a_map_gives_who_answered_and_whom_they_named() {
    let imported = with_map(ImportFormat::GoogleForms, "respuestas.csv", GOOGLE, GOOGLE_MAP).expect("readable");
    assert_eq!(
        cells(
            &imported,
            "stakeholders",
            &["id", "name", "kind", "email", "parent_id", "offers"]
        ),
        [
            ["universidad-uno", "Universidad Uno", "organization", "", "", ""],
            [
                "ana-rojas",
                "Ana Rojas",
                "person",
                "ana@uno.example",
                "universidad-uno",
                "datos; salas"
            ],
            ["Cámara", "Cámara", "organization", "", "", ""],
            ["luis-paz", "Luis Paz", "person", "luis@dos.example", "Cámara", "mapas"],
        ]
    );
    assert_eq!(
        cells(
            &imported,
            "partnerships",
            &["source", "target", "kind", "last_confirmed"]
        ),
        [
            // the longest declared option comes first: it contains a comma
            [
                "universidad-uno",
                "Alcaldía, Dirección de Agua",
                "collaboration",
                "2026-05-13"
            ],
            ["universidad-uno", "Cámara", "collaboration", "2026-05-13"],
        ]
    );
    assert_eq!(
        cells(&imported, "nominations", &["source", "target", "date", "question"]),
        [
            ["ana-rojas", "Luis Paz", "2026-05-13", "A quién pide consejo"],
            ["luis-paz", "Ana Rojas", "2026-05-14", "A quién pide consejo"],
        ]
    );
    assert_eq!(states(list(&imported)), [(2, Used), (3, Used), (4, Excluded)]);
    let records = round_trip(&imported);
    // four who are declared, and the directorate that only a partner names
    assert_eq!(
        (
            records.stakeholders.len(),
            records.partnerships.len(),
            records.nominations.len()
        ),
        (5, 2, 2)
    );
}

#[test]
fn a_form_without_a_map_is_refused_with_its_questions() {
    let text = "Marca temporal,¿Cómo se llama?,¿Qué opina?\n2026-05-13 10:00:00,Ana,Bien\n";
    let said = ["¿Cómo se llama? · ¿Qué opina?", "r.csv"];
    refused(
        ImportFormat::GoogleForms,
        "r.csv",
        text.as_bytes(),
        ImportFault::Questions,
        &said,
    );
    let error = with_map(
        ImportFormat::GoogleForms,
        "r.csv",
        text,
        "[questions]\nname = \"Nombre\"\n",
    )
    .expect_err("no such question");
    assert!(sentences(&error).0.contains("name = \"Nombre\""), "{error}");
    let error = with_map(
        ImportFormat::GoogleForms,
        "r.csv",
        text,
        "[questions]\nnombre = \"¿Cómo se llama?\"\n",
    )
    .expect_err("no such key");
    assert!(sentences(&error).0.contains("nominations"), "{error}");
    let error = with_map(ImportFormat::GoogleForms, "r.csv", text, "[questions\n").expect_err("no TOML");
    assert!(
        matches!(error, RecordsError::Import(ImportError::Map { .. })),
        "{error}"
    );
}

pub const MICROSOFT: &str = "ID,Start time,Completion time,Email,Name,Institución,¿Qué necesita su organización?,Ana Rojas,Luis Paz\n\
    1,5/13/26 14:00:00,5/13/26 14:05:33,anonymous,,Universidad Uno,agua;datos abiertos;,3,0\n\
    2,5/14/26 9:00:00,5/14/26 9:02:00,anonymous,,Cámara,,,1.5\n";

#[test]
fn a_microsoft_form_without_sign_in_speaks_for_organisations() {
    let map = "[questions]\nneeds = \"¿Qué necesita su organización?\"\npartners = [\"Ana Rojas\", \"Luis Paz\"]\n[ties]\nkind = \"referral\"\n";
    let imported = with_map(ImportFormat::MicrosoftForms, "form.csv", MICROSOFT, map).expect("readable");
    assert_eq!(
        cells(&imported, "stakeholders", &["name", "kind", "needs"]),
        [
            ["Universidad Uno", "organization", "agua; datos abiertos"],
            ["Cámara", "organization", ""]
        ]
    );
    assert_eq!(
        cells(
            &imported,
            "partnerships",
            &["source", "target", "kind", "strength", "last_confirmed"]
        ),
        [
            ["universidad-uno", "Ana Rojas", "referral", "3", "2026-05-13"],
            ["Cámara", "Luis Paz", "referral", "1.5", "2026-05-14"],
        ]
    );
    assert_eq!(round_trip(&imported).partnerships.len(), 2);
}

#[test]
fn a_microsoft_form_with_sign_in_knows_who_answered() {
    let text = "ID,Start time,Completion time,Email,Name,¿A qué taller asistió?\n\
        1,2026-05-13 14:00:00,2026-05-13 14:05:33,ana@uno.example,Ana Rojas,Taller 1;Taller 2;\n";
    let map = "[questions]\nevent = \"¿A qué taller asistió?\"\n";
    let imported = with_map(ImportFormat::MicrosoftForms, "form.csv", text, map).expect("readable");
    assert_eq!(
        cells(&imported, "participations", &["stakeholder_id", "event_id", "date"]),
        [
            ["ana-rojas", "taller-1", "2026-05-13"],
            ["ana-rojas", "taller-2", "2026-05-13"]
        ]
    );
    assert_eq!(
        cells(&imported, "events", &["id", "name"]),
        [["taller-1", "Taller 1"], ["taller-2", "Taller 2"]]
    );
    assert_eq!(round_trip(&imported).participations.len(), 2);
    // without a map the answers are those who answered
    let plain = crate::imports::imported(ImportFormat::MicrosoftForms, &[("form.csv", text.as_bytes())]);
    assert_eq!(cells(&plain, "stakeholders", &["name"]), [["Ana Rojas"]]);
}

pub const KOBO: &str = "start;end;persona/nombre;persona/institucion;red/ofrece;red/ofrece/agua;red/ofrece/datos_abiertos;red/aliados;red/aliados/alcaldia;red/aliados/camara;_id;_uuid;_submission_time;_validation_status;_index\n\
    2026-05-13T10:00:00.000-05:00;2026-05-13T10:05:00.000-05:00;Ana Rojas;Universidad Uno;agua datos_abiertos;1;1;alcaldia camara;1;1;11;u-1;2026-05-13T15:05:10;;1\n\
    2026-05-14T10:00:00.000-05:00;2026-05-14T10:05:00.000-05:00;Luis Paz;Cámara;agua;1;0;;0;0;12;u-2;2026-05-14T15:05:10;Validation Status: Not Approved;2\n\
    2026-05-15T10:00:00.000-05:00;2026-05-15T10:05:00.000-05:00;Eva Soto;;;;;camara;0;1;13;u-3;2026-05-15T15:05:10;;3\n";

#[test]
fn a_kobo_export_reads_choices_from_their_own_columns() {
    let map = "[questions]\noffers = \"red/ofrece\"\npartners = \"aliados\"\n";
    let imported = with_map(ImportFormat::Kobo, "envios.csv", KOBO, map).expect("readable");
    assert_eq!(
        cells(&imported, "stakeholders", &["name", "parent_id", "offers"]),
        [
            ["Universidad Uno", "", ""],
            ["Ana Rojas", "universidad-uno", "agua; datos_abiertos"],
            ["Eva Soto", "", ""],
        ]
    );
    assert_eq!(
        cells(
            &imported,
            "partnerships",
            &["source", "target", "strength", "last_confirmed"]
        ),
        [
            ["universidad-uno", "alcaldia", "", "2026-05-13"],
            ["universidad-uno", "camara", "", "2026-05-13"],
            ["eva-soto", "camara", "", "2026-05-15"],
        ]
    );
    let ledger = list(&imported);
    assert_eq!(states(ledger), [(2, Used), (3, Excluded), (4, Used)]);
    assert_eq!(reasons(&ledger.rows[1]), [ImportReason::NeverHeld]);
    assert_eq!(round_trip(&imported).partnerships.len(), 3);
}

pub const QUALTRICS: &str = "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,Q1,Q3_1,Q3_2,Q3_2_TEXT\n\
    Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,Recipient Email,¿Dónde trabaja?,\"¿A quién pide consejo? - Ana Rojas\",\"¿A quién pide consejo? - Luis Paz\",\"¿A quién pide consejo? - Luis Paz - Text\"\n\
    \"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"endDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"ipAddress\"\"}\",\"{\"\"ImportId\"\":\"\"progress\"\"}\",\"{\"\"ImportId\"\":\"\"duration\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\",\"{\"\"ImportId\"\":\"\"recordedDate\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"recipientLastName\"\"}\",\"{\"\"ImportId\"\":\"\"recipientFirstName\"\"}\",\"{\"\"ImportId\"\":\"\"recipientEmail\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_TEXT\"\"}\",\"{\"\"ImportId\"\":\"\"QID3_1\"\"}\",\"{\"\"ImportId\"\":\"\"QID3_2\"\"}\",\"{\"\"ImportId\"\":\"\"QID3_2_TEXT\"\"}\"\n\
    2026-05-13 10:00:00,2026-05-13 10:05:00,IP Address,192.0.2.1,100,300,True,2026-05-13 10:05:01,R_1,Rojas,Ana,ana@uno.example,Universidad Uno,,1,\n\
    2026-05-13 11:00:00,2026-05-13 11:05:00,Survey Preview,192.0.2.1,100,300,True,2026-05-13 11:05:01,R_2,,,,prueba,1,1,\n\
    2026-05-14 10:00:00,2026-05-14 10:05:00,IP Address,192.0.2.2,100,300,True,2026-05-14 10:05:01,R_3,Paz,Luis,luis@dos.example,Cámara,1,0,\n";

#[test]
fn a_qualtrics_export_keeps_its_roster_and_no_previews() {
    let map = "[questions]\norganization = \"Q1\"\nnominations = \"Q3\"\n";
    let imported = with_map(ImportFormat::Qualtrics, "encuesta.csv", QUALTRICS, map).expect("readable");
    assert_eq!(
        cells(&imported, "stakeholders", &["id", "name", "email", "parent_id"]),
        [
            ["universidad-uno", "Universidad Uno", "", ""],
            ["ana-rojas", "Ana Rojas", "ana@uno.example", "universidad-uno"],
            ["Cámara", "Cámara", "", ""],
            ["luis-paz", "Luis Paz", "luis@dos.example", "Cámara"],
        ]
    );
    assert_eq!(
        cells(&imported, "nominations", &["source", "target", "date", "question"]),
        [
            ["ana-rojas", "Luis Paz", "2026-05-13", "¿A quién pide consejo?"],
            ["luis-paz", "Ana Rojas", "2026-05-14", "¿A quién pide consejo?"],
        ]
    );
    let ledger = list(&imported);
    assert_eq!(
        states(ledger),
        [(2, Excluded), (3, Excluded), (4, Used), (5, Excluded), (6, Used)]
    );
    assert_eq!(reasons(&ledger.rows[3]), [ImportReason::Test]);
    let partners = "[questions]\norganization = \"Q1\"\npartners = \"¿A quién pide consejo?\"\n";
    let imported = with_map(ImportFormat::Qualtrics, "encuesta.csv", QUALTRICS, partners).expect("readable");
    // 0 and 1 say yes or no, not how strong
    assert_eq!(
        cells(&imported, "partnerships", &["source", "target", "strength"]),
        [["universidad-uno", "Luis Paz", ""], ["Cámara", "Ana Rojas", ""]]
    );
    assert_eq!(round_trip(&imported).partnerships.len(), 2);
}

#[test]
fn an_older_qualtrics_export_has_two_rows_of_headers() {
    let text = "ResponseId,RecordedDate,Q1\nResponse ID,Recorded Date,Nombre\nR_1,2026-05-13 10:05:01,Ana Rojas\n";
    let imported = imported(ImportFormat::Qualtrics, &[("encuesta.csv", text.as_bytes())]);
    assert_eq!(cells(&imported, "stakeholders", &["name"]), [["Ana Rojas"]]);
    assert_eq!(states(list(&imported)), [(2, Excluded), (3, Used)]);
}
