//! Graph files as other programs write them become hubs, every element accounted for, and none makes reading hang.

use std::collections::BTreeSet;

use hubscope::messages::{Lang, Messages};
use hubscope::records::adapters::{FileLedger, ImportFault, ImportFormat, ImportReason, Imported};
use hubscope::records::{RowState, StakeholderKind};

use crate::imports::{cells, imported, reasons, refused, round_trip};

pub fn graphml(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n{body}\n</graphml>\n"
    )
}

pub fn gexf(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n{body}\n</gexf>\n"
    )
}

fn part<'a>(imported: &'a Imported, name: &str) -> &'a FileLedger {
    let found = imported
        .ledger
        .files
        .iter()
        .find(|file| file.part.as_deref() == Some(name));
    found.expect("an account of the part")
}

/// Keys with names and defaults, keys for all, a group, both directions, parallel edges, an edge to nobody.
pub const NETWORK: &str = r#"
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="node" attr.name="sector" attr.type="string"><default>academia</default></key>
  <key id="d2" for="all" attr.name="city" attr.type="string"/>
  <key id="d3" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d4" for="node" attr.name="type" attr.type="string"/>
  <graph id="G" edgedefault="undirected">
    <node id="n0"><data key="d0">Universidad Uno &amp; Dos</data><data key="d4">organization</data></node>
    <node id="n1"><data key="d0"><![CDATA[Alcaldía <Tres>]]></data><data key="d1">government</data><data key="d4">agency</data>
      <graph id="n1:" edgedefault="directed">
        <node id="n1::n0"><data key="d0">Secretar&#237;a</data><data key="d2">Cali</data></node>
        <edge source="n1::n0" target="n0"/>
      </graph>
    </node>
    <node id="n2"/>
    <edge id="e0" source="n0" target="n1"><data key="d3">1.234</data></edge>
    <edge source="n0" target="n2"/>
    <edge source="n0" target="n2"/>
    <edge id="e3" source="n2" target="n9" directed="true"><data key="d3">2</data></edge>
    <hyperedge id="h0"><endpoint node="n0"/><endpoint node="n1"/></hyperedge>
  </graph>"#;

#[test]
fn a_graphml_file_keeps_keys_defaults_groups_directions_and_parallel_edges() {
    let imported = imported(ImportFormat::Graphml, &[("red.graphml", graphml(NETWORK).as_bytes())]);
    // 4 nodes; 6 edges and a hyperedge that no tie can hold
    let (nodes, edges) = (part(&imported, "node"), part(&imported, "edge"));
    assert_eq!((nodes.rows.len(), nodes.count(RowState::Used)), (4, 4));
    assert_eq!(
        (
            edges.rows.len(),
            edges.count(RowState::Used),
            edges.count(RowState::Excluded)
        ),
        (6, 5, 1)
    );
    assert_eq!(
        cells(
            &imported,
            "stakeholders",
            &["id", "name", "kind", "sector", "parent_id", "city", "type (graphml)"]
        ),
        [
            ["n0", "Universidad Uno & Dos", "organization", "academia", "", "", ""],
            ["n1", "Alcaldía <Tres>", "", "government", "", "", "agency"],
            ["n1::n0", "Secretaría", "", "academia", "n1", "Cali", ""],
            ["n2", "n2", "", "academia", "", "", ""],
        ]
    );
    assert_eq!(
        cells(
            &imported,
            "partnerships",
            &["id", "source", "target", "directed", "strength"]
        ),
        [
            ["", "n1::n0", "n0", "yes", ""],
            ["e0", "n0", "n1", "no", "1.234"],
            ["", "n0", "n2", "no", ""],
            ["n0-n2-2", "n0", "n2", "no", ""],
            ["e3", "n2", "n9", "yes", "2"],
        ]
    );
    assert_eq!(reasons(&edges.rows[4]), [ImportReason::UnknownReference]);
    assert_eq!(reasons(&nodes.rows[1]), [ImportReason::ValueBeside]);

    let records = round_trip(&imported);
    // n9 is derived from the edge that names it
    assert_eq!((records.stakeholders.len(), records.partnerships.len()), (5, 5));
    assert_eq!(records.ledger.count(RowState::Excluded), 0);
    let of_group = records.find_stakeholder("n1::n0").expect("the unit");
    let parent = records.stakeholder(of_group).parent.expect("its group");
    assert_eq!(records.stakeholder(parent).id.as_str(), "n1");
    assert_eq!(records.attributes["type (graphml)"].iter().flatten().count(), 1);
}

#[test]
fn labels_that_yed_draws_are_names() {
    let text = graphml(
        r##"<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
        <graph edgedefault="directed" id="G"><node id="n0"><data key="d6"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml">
        <y:Fill color="#FFCC00"/><y:NodeLabel>Banco de Ideas<y:LabelModel/></y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data></node>
        <node id="n1"><data key="d6"/></node><edge id="e0" source="n0" target="n1"><data key="d10"/></edge></graph>"##,
    );
    let imported = imported(ImportFormat::Graphml, &[("yed.graphml", text.as_bytes())]);
    assert_eq!(
        cells(&imported, "stakeholders", &["name"]),
        [["Banco de Ideas"], ["n1"]]
    );
    assert_eq!(cells(&imported, "partnerships", &["directed"]), [["yes"]]);
}

#[test]
fn a_file_in_another_encoding_is_read_as_it_declares() {
    let text = graphml("<graph id=\"G\"><node id=\"Concepción\"/></graph>").replace("UTF-8", "ISO-8859-1");
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let imported = imported(ImportFormat::Graphml, &[("latin.graphml", &latin)]);
    assert_eq!(cells(&imported, "stakeholders", &["id"]), [["Concepción"]]);
}

#[test]
fn graphml_that_would_be_read_wrongly_is_refused_with_its_place() {
    let two = "<graph id=\"ana\"><node id=\"a\"/></graph>\n<graph id=\"luis\"><node id=\"a\"/></graph>";
    let bad: [(&str, ImportFault, &[&str]); 10] = [
        (two, ImportFault::SeveralGraphs, &["ana, luis"]),
        ("<key id=\"d0\"/>", ImportFault::NoGraph, &["<graph>"]),
        (
            "<graph>\n<node/></graph>",
            ImportFault::NoAttribute,
            &["line 4", "<node>", "id"],
        ),
        (
            "<graph><edge source=\"a\"/></graph>",
            ImportFault::NoAttribute,
            &["<edge>", "target"],
        ),
        (
            "<graph><edge source=\"a\" target=\"b\" directed=\"perhaps\"/></graph>",
            ImportFault::Direction,
            &["perhaps"],
        ),
        (
            "<graph><node id=\"a\" id=\"b\"/></graph>",
            ImportFault::TwiceAttribute,
            &["<node>", "\"id\""],
        ),
        (
            "<graph><node id=\"a\"/><node id=\"a\"><data key=\"name\">B</data></node></graph>",
            ImportFault::SameNode,
            &["\"a\""],
        ),
        ("<graph><node id=\"a\"></graph>", ImportFault::Malformed, &["line 3"]),
        (
            "<graph><node id=\"a\"><data key=\"d\">&rojo;</data></node></graph>",
            ImportFault::Entity,
            &["&rojo;"],
        ),
        ("<graph><node id=\"&rojo;\"/></graph>", ImportFault::Entity, &["rojo"]),
    ];
    for (body, fault, said) in bad {
        refused(
            ImportFormat::Graphml,
            "red.graphml",
            graphml(body).as_bytes(),
            fault,
            said,
        );
    }
    refused(
        ImportFormat::Graphml,
        "red.graphml",
        b"{\"nodes\": []}",
        ImportFault::Root,
        &["<graphml>"],
    );
    refused(
        ImportFormat::Graphml,
        "red.graphml",
        gexf("").as_bytes(),
        ImportFault::Root,
        &["<gexf>"],
    );
    let whole = graphml(NETWORK);
    let (cut, _) = whole.split_once("<edge id=\"e0\"").expect("an edge");
    refused(
        ImportFormat::Graphml,
        "red.graphml",
        cut.as_bytes(),
        ImportFault::Unclosed,
        &["<"],
    );
}

#[test]
fn bombs_neither_hang_nor_crash() {
    let mut entities = String::from("<!DOCTYPE lolz [<!ENTITY lol \"lol\">");
    for level in 1..10 {
        entities += &format!("<!ENTITY lol{level} \"{}\">", format!("&lol{};", level - 1).repeat(10));
    }
    let laughs = format!("<?xml version=\"1.0\"?>{entities}]><graphml><graph><node id=\"&lol9;\"/></graph></graphml>");
    refused(
        ImportFormat::Graphml,
        "bomb.graphml",
        laughs.as_bytes(),
        ImportFault::Entity,
        &["lol9"],
    );

    let deep = graphml(&"<graph><node id=\"a\">".repeat(200_000));
    refused(
        ImportFormat::Graphml,
        "deep.graphml",
        deep.as_bytes(),
        ImportFault::TooDeep,
        &["256"],
    );

    let wide: String = (0..200_000).map(|number| format!(" a{number}=\"1\"")).collect();
    let wide = graphml(&format!("<graph><node id=\"a\"{wide}/></graph>"));
    refused(
        ImportFormat::Graphml,
        "wide.graphml",
        wide.as_bytes(),
        ImportFault::ManyAttributes,
        &["line 3"],
    );

    let long = graphml(&format!("<graph><node id=\"{}\"/></graph>", "x".repeat(3_000_000)));
    refused(
        ImportFormat::Graphml,
        "long.graphml",
        long.as_bytes(),
        ImportFault::TooLong,
        &["xxx"],
    );
    let long = graphml(&format!(
        "<graph><node id=\"a\"><data key=\"d\">{}</data></node></graph>",
        "x".repeat(3_000_000)
    ));
    refused(
        ImportFormat::Graphml,
        "long.graphml",
        long.as_bytes(),
        ImportFault::TooLong,
        &["<data>"],
    );
}

/// Values by attribute, spells, weights over time, a group, a mutual edge.
pub const DYNAMIC: &str = r#"<graph mode="dynamic" defaultedgetype="directed" timeformat="date">
  <attributes class="node" mode="static"><attribute id="0" title="sector" type="string"><default>business</default></attribute></attributes>
  <attributes class="edge" mode="dynamic"><attribute id="weight" title="Weight" type="float"/></attributes>
  <nodes>
    <node id="a" label="Alcaldía" start="2020-01-15" end="2023-12-31"><attvalues><attvalue for="0" value="government"/></attvalues></node>
    <node id="b" label="Banco"/>
    <node id="c" label="Cámara" pid="b"/>
  </nodes>
  <edges>
    <edge id="0" source="a" target="b" weight="2.5" type="mutual"/>
    <edge id="1" source="b" target="c" start="2021-02-01" end="2021-06-30"/>
    <edge id="2" source="a" target="c"><spells><spell start="2020-01-01" end="2020-03-31"/><spell start="2022-01-01"/></spells></edge>
    <edge id="3" source="c" target="a"><attvalues>
      <attvalue for="weight" value="1.0" start="2021-01-01" end="2021-12-31"/><attvalue for="weight" value="3.0" start="2022-01-01" end="2022-12-31"/>
    </attvalues></edge>
  </edges>
</graph>"#;

#[test]
fn a_dynamic_gexf_file_gives_one_tie_for_each_spell_and_weight() {
    let imported = imported(ImportFormat::Gexf, &[("red.gexf", gexf(DYNAMIC).as_bytes())]);
    assert_eq!(
        cells(
            &imported,
            "stakeholders",
            &["id", "name", "sector", "joined", "left", "parent_id"]
        ),
        [
            ["a", "Alcaldía", "government", "2020-01-15", "2023-12-31", ""],
            ["b", "Banco", "business", "", "", ""],
            ["c", "Cámara", "business", "", "", "b"],
        ]
    );
    assert_eq!(
        cells(
            &imported,
            "partnerships",
            &["id", "source", "target", "directed", "strength", "start", "end"]
        ),
        [
            ["0", "a", "b", "no", "2.5", "", ""],
            ["1", "b", "c", "yes", "", "2021-02-01", "2021-06-30"],
            ["2/1", "a", "c", "yes", "", "2020-01-01", "2020-03-31"],
            ["2/2", "a", "c", "yes", "", "2022-01-01", ""],
            ["3/1", "c", "a", "yes", "1.0", "2021-01-01", "2021-12-31"],
            ["3/2", "c", "a", "yes", "3.0", "2022-01-01", "2022-12-31"],
        ]
    );
    // the edge with two spells went into two rows
    assert_eq!(part(&imported, "edge").rows[2].into.len(), 2);
    let records = round_trip(&imported);
    assert_eq!((records.stakeholders.len(), records.partnerships.len()), (3, 6));
    assert_eq!(records.ledger.count(RowState::Used), records.ledger.rows());
}

#[test]
fn gexf_times_that_are_no_dates_date_nothing() {
    let body = r#"<graph mode="dynamic" timeformat="integer"><nodes><node id="a"/><node id="b"/></nodes><edges>
        <edge id="0" source="a" target="b" start="1" end="3"/><edge id="1" source="a" target="b" intervals="<[4, 5]; [7, 9]>"/></edges></graph>"#
        .replace("\"<[", "\"&lt;[").replace("]>\"", "]&gt;\"");
    let imported = imported(ImportFormat::Gexf, &[("red.gexf", gexf(&body).as_bytes())]);
    assert_eq!(
        cells(&imported, "partnerships", &["id", "time_from", "time_until"]),
        [["0", "1", "3"], ["1/1", "4", "5"], ["1/2", "7", "9"]]
    );
    assert!(round_trip(&imported).partnerships.iter().all(|tie| tie.start.is_none()));
    let years = gexf(
        &body
            .replace("\"1\" end=\"3\"", "\"2019.0\" end=\"2021.0\"")
            .replace("[4, 5]; [7, 9]", "[2020, 2021]"),
    );
    let imported = crate::imports::imported(ImportFormat::Gexf, &[("red.gexf", years.as_bytes())]);
    assert_eq!(
        cells(&imported, "partnerships", &["start", "end"]),
        [["2019", "2021"], ["2020", "2021"]]
    );
}

#[test]
fn gexf_that_would_be_read_wrongly_is_refused_with_its_place() {
    let edge =
        |attributes: &str| format!("<graph>\n<edges>\n<edge source=\"a\" target=\"b\" {attributes}/></edges></graph>");
    refused(
        ImportFormat::Gexf,
        "red.gexf",
        gexf(&edge("weight=\"mucho\"")).as_bytes(),
        ImportFault::Weight,
        &["line 5", "mucho"],
    );
    refused(
        ImportFormat::Gexf,
        "red.gexf",
        gexf(&edge("type=\"ambos\"")).as_bytes(),
        ImportFault::Direction,
        &["ambos"],
    );
    refused(
        ImportFormat::Gexf,
        "red.gexf",
        gexf("<meta/>").as_bytes(),
        ImportFault::NoGraph,
        &["<graph>"],
    );
    refused(
        ImportFormat::Gexf,
        "red.gexf",
        graphml("").as_bytes(),
        ImportFault::Root,
        &["<gexf>", "<graphml>"],
    );
}

pub const PAJEK: &str = "*Network alianzas\r\n*Vertices 4\r\n1 \"Universidad de Concepción\" 0.1 0.2 0.5 ellipse\r\n2 Alcaldia 0.3 0.4 [2019-2022]\r\n\
    3 \"3M\"\r\n% a comment\r\n*Arcs :1 \"asesora\"\r\n1 2 3 [2020-2021,2023]\r\n2 1\r\n*Edges\r\n1 3 0.5 c Blue l \"mesa\"\r\n3 3\r\n\
    *Arcslist\r\n1 2 3\r\n";

#[test]
fn a_pajek_network_keeps_labels_relations_intervals_and_lists() {
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(PAJEK);
    for bytes in [&windows, PAJEK.as_bytes()] {
        let imported = imported(ImportFormat::Pajek, &[("red.net", bytes)]);
        assert_eq!(
            cells(&imported, "stakeholders", &["id", "name", "joined", "left"]),
            [
                ["v1", "Universidad de Concepción", "", ""],
                ["v2", "Alcaldia", "2019", "2022"],
                ["v3", "3M", "", ""],
                // counted, though no line describes it
                ["v4", "v4", "", ""],
            ]
        );
        assert_eq!(
            cells(
                &imported,
                "partnerships",
                &[
                    "source", "target", "directed", "strength", "kind", "start", "end", "label"
                ]
            ),
            [
                ["v1", "v2", "yes", "3", "asesora", "2020", "2021", ""],
                ["v1", "v2", "yes", "3", "asesora", "2023", "2023", ""],
                ["v2", "v1", "yes", "", "asesora", "", "", ""],
                ["v1", "v3", "no", "0.5", "", "", "", "mesa"],
                ["v3", "v3", "no", "", "", "", "", ""],
                ["v1", "v2", "yes", "", "", "", "", ""],
                ["v1", "v3", "yes", "", "", "", "", ""],
            ]
        );
        let lines = part(&imported, "line");
        // 2 arcs, 2 edges, 2 ends of a list
        assert_eq!(lines.rows.len(), 6);
        assert_eq!(reasons(&lines.rows[3]), [ImportReason::SelfTie]);
        let records = round_trip(&imported);
        // the tie of v3 with itself is left out by the hub's own rule, and told
        assert_eq!((records.stakeholders.len(), records.partnerships.len()), (4, 6));
        assert_eq!(records.ledger.count(RowState::Excluded), 1);
    }
}

#[test]
fn a_two_mode_network_becomes_participations() {
    let text =
        "*Vertices 5 3\n1 \"Ana\"\n2 \"Luis\"\n3 \"Eva\"\n4 \"Taller 1\"\n5 \"Taller 2\"\n*Edges\n1 4\n2 4 2\n5 3\n";
    let imported = imported(ImportFormat::Pajek, &[("dos-modos.net", text.as_bytes())]);
    assert_eq!(
        cells(&imported, "events", &["id", "name"]),
        [["v4", "Taller 1"], ["v5", "Taller 2"]]
    );
    assert_eq!(
        cells(&imported, "participations", &["stakeholder_id", "event_id"]),
        [["v1", "v4"], ["v2", "v4"], ["v3", "v5"]]
    );
    let records = round_trip(&imported);
    let counts = (
        records.stakeholders.len(),
        records.events.len(),
        records.participations.len(),
    );
    assert_eq!((counts, records.partnerships.len()), ((3, 2, 3), 0));
    let matrix = "*Vertices 3 2\n1 \"Ana\"\n2 \"Luis\"\n3 \"Taller\"\n*Matrix\n1\n0\n";
    let imported = crate::imports::imported(ImportFormat::Pajek, &[("matriz.net", matrix.as_bytes())]);
    assert_eq!(
        cells(&imported, "participations", &["stakeholder_id", "event_id"]),
        [["v1", "v3"]]
    );
}

#[test]
fn pajek_files_that_would_be_read_wrongly_are_refused_with_their_line() {
    let bad: [(&str, ImportFault, &[&str]); 10] = [
        ("*Vertices 2\n*Arcs\n1 3\n", ImportFault::Vertex, &["line 3", "\"3\""]),
        ("*Vertices 2\n3 \"C\"\n", ImportFault::Vertex, &["line 2"]),
        ("*Vertices many\n", ImportFault::Vertex, &["many"]),
        (
            "*Vertices 999999999999\n*Edges\n1 2\n",
            ImportFault::Vertex,
            &["999999999999"],
        ),
        ("*Vertices 2\n*Arcs\n1\n", ImportFault::ShortLine, &["line 3"]),
        ("*Vertices 2\n*Arcs\n1 2 1.2.3\n", ImportFault::Weight, &["1.2.3"]),
        (
            "*Vertices 2\n*Arcs\n1 2 1 [abril]\n",
            ImportFault::Interval,
            &["[abril]"],
        ),
        (
            "*Vertices 2\n*Matrix\n0 1\n0 1 1\n",
            ImportFault::MatrixRow,
            &["line 4", "3"],
        ),
        (
            "*Vertices 2\n*Partition p\n1\n2\n",
            ImportFault::Section,
            &["line 2", "*Partition p"],
        ),
        (
            "*Vertices 2\n1 \"A\"\n*Network otra\n*Vertices 2\n",
            ImportFault::SeveralGraphs,
            &["*Network otra"],
        ),
    ];
    for (text, fault, said) in bad {
        refused(ImportFormat::Pajek, "red.net", text.as_bytes(), fault, said);
    }
    refused(
        ImportFormat::Pajek,
        "red.net",
        b"Name,Org\nA,B\n",
        ImportFault::Root,
        &["Name,Org"],
    );
}

pub const ELEMENTS: &str = "Label,Type,Description,Tags,Founded\nAna Rojas,Person,\"Directora, 2020\",líder|datos,\nUniversidad Uno,Organization,,,1919\n\
    Mesa Agua,Initiative,,agua,hace poco\n,Person,sin nombre,,\nUNIVERSIDAD UNO,Organization,Pública,,\n";
pub const CONNECTIONS: &str = "From,To,Type,Direction,Strength\nAna Rojas,Universidad Uno|Mesa Agua,membership,directed,2\n\
    Universidad Uno,Mesa Agua,collaboration,mutual,Strong\nMesa Agua,Vecinos,collaboration,,\nAna Rojas,,friend,undirected,\n";

#[test]
fn a_kumu_map_keeps_types_lists_and_every_target() {
    let imported = imported(
        ImportFormat::Kumu,
        &[
            ("elements.csv", ELEMENTS.as_bytes()),
            ("connections.csv", CONNECTIONS.as_bytes()),
        ],
    );
    assert_eq!(
        cells(
            &imported,
            "stakeholders",
            &["id", "name", "kind", "Type (kumu)", "Tags", "Description"]
        ),
        [
            [
                "ana-rojas",
                "Ana Rojas",
                "person",
                "",
                "líder; datos",
                "Directora, 2020"
            ],
            ["universidad-uno", "Universidad Uno", "organization", "", "", "Pública"],
            ["mesa-agua", "Mesa Agua", "", "Initiative", "agua", ""],
        ]
    );
    assert_eq!(
        cells(
            &imported,
            "partnerships",
            &["source", "target", "kind", "directed", "strength", "Strength (kumu)"]
        ),
        [
            ["ana-rojas", "universidad-uno", "membership", "yes", "2", ""],
            ["ana-rojas", "mesa-agua", "membership", "yes", "2", ""],
            ["universidad-uno", "mesa-agua", "collaboration", "no", "", "Strong"],
            ["mesa-agua", "Vecinos", "collaboration", "", "", ""],
        ]
    );
    let of = |file: &str| {
        imported
            .ledger
            .files
            .iter()
            .find(|ledger| ledger.file == file)
            .expect("an account")
    };
    let elements = of("elements.csv");
    let states: Vec<_> = elements.rows.iter().map(|fate| (fate.row, fate.state)).collect();
    use RowState::{Excluded, Merged, Used};
    assert_eq!(states, [(2, Used), (3, Used), (4, Used), (5, Excluded), (6, Merged)]);
    let connections = of("connections.csv");
    assert_eq!((connections.rows.len(), connections.count(Excluded)), (4, 1));
    assert_eq!(connections.rows[0].into.len(), 2);
    let records = round_trip(&imported);
    assert_eq!((records.stakeholders.len(), records.partnerships.len()), (4, 4));
    let ana = records.find_stakeholder("ana-rojas").expect("Ana");
    assert_eq!(records.stakeholder(ana).kind, StakeholderKind::Person);
}

#[test]
fn a_kumu_blueprint_is_read_plain_or_as_backup() {
    let plain = r#"{"elements": [{"id": "e1", "label": "A", "tags": ["one", "two"]}, {"id": "e2", "label": "A"}],
        "connections": [{"id": "c1", "from": "e1", "to": "e2", "direction": "mutual", "type": "likes"}]}"#;
    let backup = r#"{"name": "m", "elements": [{"_id": "elem-1", "attributes": {"label": "A", "element type": "Person"}},
        {"_id": "elem-2", "attributes": {"label": "B"}}],
        "connections": [{"_id": "conn-1", "from": "elem-1", "to": "elem-2", "direction": "directed", "attributes": {"connection type": "likes"}}]}"#;
    let imported = imported(ImportFormat::Kumu, &[("a.json", plain.as_bytes())]);
    assert_eq!(
        cells(
            &imported,
            "partnerships",
            &["id", "source", "target", "directed", "kind"]
        ),
        [["c1", "e1", "e2", "no", "likes"]]
    );
    assert_eq!(
        cells(&imported, "stakeholders", &["id", "name", "tags"]),
        [["e1", "A", "one; two"], ["e2", "A", ""]]
    );
    let imported = crate::imports::imported(ImportFormat::Kumu, &[("b.json", backup.as_bytes())]);
    assert_eq!(
        cells(&imported, "stakeholders", &["id", "name", "kind"]),
        [["elem-1", "A", "person"], ["elem-2", "B", ""]]
    );
    assert_eq!(
        cells(&imported, "partnerships", &["source", "target", "directed", "kind"]),
        [["elem-1", "elem-2", "yes", "likes"]]
    );
    assert_eq!(round_trip(&imported).partnerships.len(), 1);
}

#[test]
fn kumu_files_that_would_be_read_wrongly_are_refused() {
    let csv = |text: &str, fault, said: &[&str]| refused(ImportFormat::Kumu, "map.csv", text.as_bytes(), fault, said);
    csv("Name,Kind\nA,B\n", ImportFault::NoHeader, &["row 1", "Name, Kind"]);
    csv(
        "From,To,Direction\nA,B,ambas\n",
        ImportFault::Direction,
        &["line 2", "ambas"],
    );
}

#[test]
fn what_a_format_cannot_tell_is_said_in_both_languages() {
    let [english, spanish] = [Lang::En, Lang::Es].map(Messages::new);
    for format in ImportFormat::ALL {
        for key in [format.title_key(), format.reads_key(), format.lacks_key()] {
            assert!(english.has(&key) && spanish.has(&key), "{key}");
        }
        assert_ne!(english.word(&format.lacks_key()), spanish.word(&format.lacks_key()));
    }
    for fault in ImportFault::ALL {
        let (what, remedy) = fault.keys();
        assert!(
            [what, remedy].iter().all(|key| english.has(key) && spanish.has(key)),
            "{what}"
        );
    }
}

#[test]
fn the_order_of_rows_does_not_matter_to_who_is_who() {
    let reversed: Vec<&str> = ELEMENTS.lines().skip(1).collect();
    let header = ELEMENTS.lines().next().expect("a header");
    let backwards = std::iter::once(header)
        .chain(reversed.into_iter().rev())
        .collect::<Vec<_>>()
        .join("\n");
    let of = |text: &str| {
        let imported = imported(ImportFormat::Kumu, &[("elements.csv", text.as_bytes())]);
        let found = cells(&imported, "stakeholders", &["id", "kind"]);
        found
            .into_iter()
            .map(|row| row.map(str::to_owned))
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(of(ELEMENTS), of(&backwards));
}
