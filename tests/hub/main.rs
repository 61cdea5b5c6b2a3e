//! The one integration binary. Each module is named by the promise it keeps.

// the rules of ARCHITECTURE.md that can be read from the source
mod architecture;
// every input row is accounted for, and what is refused says how to mend it
mod records;
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
// planted champions and what lasts are found, and nobody is profiled who declined
mod findings_people;
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
