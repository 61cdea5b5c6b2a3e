//! Four quarters of one hub: each report's `actions.csv` is filled in, put into the hub, and read by the next report.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hubscope::records::person_code;

use super::program::{hubscope_in, rows};

type Row = BTreeMap<String, String>;

/// Who looks after one action: a person of whom the records know nothing else.
const PERSON: &str = "Begoña Núñez";

/// Nobody is introduced to anybody here: the other kinds are walked through.
const AVOID: &str =
    "[introductions]\navoid = [[\"emp1\", \"uni\"], [\"emp2\", \"uni\"], [\"emp3\", \"uni\"], [\"emp2\", \"emp3\"]]\n";

/// A hub in which alc runs the hub, emp1 alone holds emp2 and emp3, nobody is from civil society, no event says to which
/// component it belongs, and two agreements end within two quarters.
struct Hub {
    folder: tempfile::TempDir,
}

impl Hub {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("hub")).expect("made");
        let hub = Self { folder };
        hub.write(
            "stakeholders.csv",
            "id,name,kind,sector\nalc,Alcaldía,organization,government\nuni,Universidad del Valle,organization,academia\n\
             emp1,Empresa Uno,organization,business\nemp2,Empresa Dos,organization,business\n\
             emp3,Empresa Tres,organization,business\n",
        );
        hub.write("events.csv", "id,start\nmesa,2024-01-15\n");
        hub.write("participations.csv", "stakeholder_id,event_id\nalc,mesa\nuni,mesa\n");
        hub.partnerships("");
        hub
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join("hub").join(name), text).expect("written");
    }

    /// The agreements of the first quarter and more.
    fn partnerships(&self, more: &str) {
        let ties = "source,target,start,end\nalc,uni,2022-09-01,2024-08-31\nalc,emp1,2022-09-16,2024-09-15\n\
                    emp1,emp2,2023-01-01,vigente\nemp1,emp3,2023-01-01,vigente\n";
        self.write("partnerships.csv", &format!("{ties}{more}"));
    }

    /// The folder of the report of a day.
    fn out(&self, as_of: &str) -> PathBuf {
        self.folder.path().join(format!("out-{as_of}"))
    }

    /// Reports on a day and gives the rows of `actions.csv` by what they are about.
    fn report(&self, as_of: &str) -> BTreeMap<String, Row> {
        self.write(
            "hub.toml",
            &format!("[hub]\nname = \"Hub\"\noperator = \"alc\"\nlang = \"es\"\n\n[study]\nas_of = {as_of}\n\n{AVOID}"),
        );
        let out = self.out(as_of);
        let ran = hubscope_in(
            self.folder.path(),
            &["report", "hub", "--out", &out.display().to_string()],
        );
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        nobody_is_named(&out);
        let text = std::fs::read_to_string(out.join("actions.csv")).expect("the actions");
        rows(&text).into_iter().map(|row| (about(&row), row)).collect()
    }

    /// Fills in the file of a report and puts it into the hub.
    fn fill_in(&self, as_of: &str, name: &str, answers: &[(&str, &str, &str, &str)]) {
        let file = self.out(as_of).join("actions.csv");
        let mut reader = csv::Reader::from_path(&file).expect("the actions");
        let headers = reader.headers().expect("headers").clone();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&headers).expect("written");
        for mut row in reader.deserialize::<Row>().map(|row| row.expect("a row")) {
            if let Some((_, status, owner, due)) = answers.iter().find(|(of, ..)| about(&row) == *of) {
                for (column, value) in [("status", status), ("owner", owner), ("due", due)] {
                    if !value.is_empty() {
                        row.insert(column.to_owned(), (*value).to_owned());
                    }
                }
            }
            writer
                .write_record(headers.iter().map(|header| &row[header]))
                .expect("written");
        }
        let filled = writer.into_inner().expect("whole");
        std::fs::write(self.folder.path().join("hub").join(name), filled).expect("written");
    }

    fn page(&self, as_of: &str) -> String {
        std::fs::read_to_string(self.out(as_of).join("report.html")).expect("the page")
    }
}

/// An action by its kind, agreements by their second side.
fn about(row: &Row) -> String {
    match row["action"].as_str() {
        "decide_agreement" => format!("agreement {}", row["about"].split("; ").nth(2).expect("a side")),
        action => action.to_owned(),
    }
}

fn nobody_is_named(folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            nobody_is_named(&path);
        } else {
            let text = std::fs::read(&path).expect("a file");
            let text = String::from_utf8_lossy(&text);
            assert!(
                !text.contains("Begoña") && !text.contains("Núñez"),
                "{}",
                path.display()
            );
        }
    }
}

fn standing(rows: &BTreeMap<String, Row>) -> BTreeMap<&str, &str> {
    rows.iter()
        .map(|(about, row)| (about.as_str(), row["standing"].as_str()))
        .collect()
}

const AGREEMENT: &str = "agreement uni";
const ENDING: &str = "agreement emp1";
const LINK: &str = "second_link";
const SECTOR: &str = "invite_role";
const RECORD: &str = "record_missing";

/// The first two quarters: proposed and answered; told and answered again.
fn two_quarters(hub: &Hub) {
    let first = hub.report("2024-03-31");
    let expected = [
        (AGREEMENT, "new"),
        (ENDING, "new"),
        (LINK, "new"),
        (SECTOR, "new"),
        (RECORD, "new"),
    ];
    assert_eq!(standing(&first), expected.into());
    hub.fill_in(
        "2024-03-31",
        "acciones 2024-T1.csv",
        &[
            (AGREEMENT, "Hecha", "", ""),
            (ENDING, "ACEPTADA", PERSON, "2024-06-15"),
            (LINK, "aceptada", "Universidad del Valle", "31/05/2024"),
            (SECTOR, "rechazada", "", ""),
            (RECORD, "no es posible", "", ""),
        ],
    );
    let second = hub.report("2024-06-30");
    let expected = [
        (AGREEMENT, "not_seen"),
        (ENDING, "overdue"),
        (LINK, "overdue"),
        (SECTOR, "resting"),
        (RECORD, "resting"),
    ];
    assert_eq!(standing(&second), expected.into());
    let of = |about: &str, column: &str| second[about][column].as_str();
    assert_eq!(
        (of(LINK, "owner"), of(LINK, "due")),
        ("Universidad del Valle", "2024-05-31")
    );
    assert_eq!(
        (of(ENDING, "owner"), of(ENDING, "status")),
        (person_code(PERSON).as_str(), "accepted")
    );
    // what is open is dated anew, what rests keeps the day from which it rests
    assert_eq!(
        (of(LINK, "proposed_on"), of(LINK, "reported_on")),
        ("2024-03-31", "2024-06-30")
    );
    assert_eq!(of(SECTOR, "reported_on"), "2024-03-31");
    let page = hub.page("2024-06-30");
    for said in [
        "Aceptada: Universidad del Valle",
        "atrasada desde el 31 de mayo de 2024",
        "Figura como hecha, pero los registros aún no lo muestran.",
        "2 acciones rechazadas o imposibles no se vuelven a proponer por ahora; la primera podrá volver el 31 de marzo de 2025.",
    ] {
        assert!(page.contains(said), "{said}");
    }
    hub.fill_in(
        "2024-06-30",
        "acciones 2024-T2.csv",
        &[
            (ENDING, "hecha", "", ""),
            (LINK, "en curso", "Universidad del Valle", "2024-10-31"),
        ],
    );
}

#[test]
fn an_action_is_remembered_quarter_after_quarter() {
    let hub = Hub::new();
    two_quarters(&hub);
    // the second link is made, one agreement renewed, the other has ended
    hub.partnerships("emp2,uni,2024-08-01,vigente\nalc,uni,2024-09-01,2026-08-31\n");
    let third = hub.report("2024-09-30");
    let expected = [
        (AGREEMENT, "seen"),
        (ENDING, "seen"),
        (LINK, "seen"),
        (SECTOR, "resting"),
        (RECORD, "resting"),
    ];
    assert_eq!(standing(&third), expected.into());
    assert_eq!(third[LINK]["due"], "2024-10-31");
    let page = hub.page("2024-09-30");
    for said in [
        "Un acuerdo posterior le da continuidad.",
        "El acuerdo terminó el 15 de septiembre de 2024 y ninguno posterior le da continuidad.",
        "Empresa Dos y Universidad del Valle comparten una alianza o un evento pequeño que comenzó el 1 de agosto de 2024.",
    ] {
        assert!(page.contains(said), "{said}");
    }
    // a year after the report in which it was refused it is proposed again; what is impossible rests for two
    let fifth = hub.report("2025-03-31");
    assert_eq!(
        (
            fifth[SECTOR]["standing"].as_str(),
            fifth[SECTOR]["proposed_on"].as_str()
        ),
        ("new", "2025-03-31")
    );
    assert_eq!(fifth[RECORD]["standing"], "resting");
    let ninth = hub.report("2026-03-31");
    assert_eq!(ninth[RECORD]["standing"], "new");
}

#[test]
fn the_newest_file_alone_remembers_what_all_of_them_say() {
    let hub = Hub::new();
    two_quarters(&hub);
    let with_both = hub.report("2024-09-30");
    std::fs::remove_file(hub.folder.path().join("hub/acciones 2024-T1.csv")).expect("removed");
    std::fs::remove_dir_all(hub.out("2024-09-30")).expect("removed");
    let with_one = hub.report("2024-09-30");
    assert_eq!(with_both, with_one);
}

#[test]
fn a_filled_in_file_is_never_written_over() {
    let hub = Hub::new();
    hub.report("2024-03-31");
    let file = hub.out("2024-03-31").join("actions.csv");
    let mut filled = std::fs::read_to_string(&file).expect("the actions");
    filled.push_str("mía,,,Llamar a la alcaldía,,,,,,,,,,aceptada,,\n");
    std::fs::write(&file, &filled).expect("written");
    let out = hub.out("2024-03-31").display().to_string();
    let ran = hubscope_in(hub.folder.path(), &["report", "hub", "--out", &out]);
    assert_eq!(ran.code, 4, "{}", ran.stderr);
    assert_eq!(std::fs::read_to_string(&file).expect("still there"), filled);
    // put into the hub, the hub's own action is carried on in its own words
    std::fs::write(hub.folder.path().join("hub/actions.csv"), &filled).expect("written");
    let next = hub.report("2024-06-30");
    let own = next
        .values()
        .find(|row| row["id"] == "mía")
        .expect("the hub's own action");
    assert_eq!(
        (own["standing"].as_str(), own["what"].as_str()),
        ("under_way", "Llamar a la alcaldía")
    );
}
