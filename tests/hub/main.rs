//! The one integration binary. Each module is named by the promise it keeps.

// the rules of ARCHITECTURE.md that can be read from the source
mod architecture;
// every input row is accounted for, and what is refused says how to mend it
mod records;
// files as they come are read as stated, repaired and told, or refused with their place
mod ugly_files;
// the same hub says the same in whatever files it is kept
mod sources;
// whatever bytes a file has, reading ends with records or a refusal
mod fuzz;
// what the tests of reading write
mod files;
// files of one table whose headers differ lose nothing, and a file is what stands in it
mod several_files;
// sheets of attendance become the stated rows
mod attendance;
// a coordinator's own workbook becomes a report in one command
mod coordinator;
// files of other programs become a hub, and every row of them is accounted for
mod import;
// the workbook of a report is whole, and its edited copy is read back
mod workbook;
// who may be one is proposed, decided, applied and kept
mod resolve;
// cells as people leave them are read as stated, repaired or refused, never wrongly in silence
mod ugly_cells;
// names and values are mapped, and a mapping that was written reads back to the same records
mod mapping;
// layers, windows, members and tie strength on whole hubs
mod network;
// measures equal the values of foreign tools
mod oracle;
// measures keep their laws on random networks
mod properties;
// planted gaps and champions are found
mod findings;
// of 200 hubs with planted gaps and 200 without, how many are found and how many alarms are false
mod planted_gaps;
// who could be introduced: scores and rankings as published
mod introductions;
// what is lost without each member equals foreign values
mod continuity;
// what was refused rests, what was done is followed up, what was accepted is carried on, quarter after quarter
mod actions;
// who could be introduced: scores and rankings as published
// planted champions and what lasts are found, and nobody is profiled who declined
mod findings_people;
// the plan adds up to the agreements and keeps to its hours
mod plan;
// indicators and their intervals on whole hubs
mod indicators;
// what is refused, repaired and used, through the program
mod refusals;
// the bundle: whole, private, legible, the same bytes every time
mod report;
// measures through the program equal published values
mod classics;
// communities of the reference networks are as good as those of leidenalg
mod communities;
// rankings of networks that lost a share are as stable as published
mod rank_stability;
// what goes beyond chance, and networks that predict networks, as published
mod significance;
// groups, removals, projections and ties through the program equal published values
mod published;
// the same input gives the same bytes
mod determinism;
// commands, exit codes, errors, output contract
mod command_line;
// one language at a time
mod languages;
// the glossary and the book
mod docs;
// the sample hubs are what synth makes and say what they should
mod samples;
// what the tests of the program share
mod program;
// edge betweenness equals foreign values and the naive sum
mod edge_betweenness;
// ties, key players, robustness and backbones equal published and foreign values
mod ties;
// what the tests of imports share
mod imports;
// graph files of other programs become hubs, every element accounted for
mod import_graphs;
// attendance reports and forms become hubs, every row accounted for
mod import_people;
// no mutation of such a file panics or makes a hub that cannot be read
mod import_mutations;
// workbooks of other programs become hubs, sheets beside the data accounted for
mod import_workbooks;
