//! The sample hubs are what synth makes and say what they should.
