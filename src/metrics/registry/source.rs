//! Who defined it? Author, year and DOI of each measure of the registry.
//!
//! In: nothing. Out: one text per publication.

pub(super) const BARRAT_2004: &str = "Barrat et al. 2004, 10.1073/pnas.0400087101";
pub(super) const BOLDI_VIGNA_2014: &str = "Rochat 2009; Boldi & Vigna 2014, 10.1080/15427951.2013.865686";
pub(super) const BONACICH_1972: &str = "Bonacich 1972, 10.1080/0022250X.1972.9989806";
pub(super) const BORGATTI_2006: &str = "Borgatti 2006, 10.1007/s10588-006-7084-x";
pub(super) const BORGATTI_EVERETT_2000: &str = "Borgatti & Everett 2000, 10.1016/S0378-8733(99)00019-2";
pub(super) const BRIN_PAGE_1998: &str = "Brin & Page 1998, 10.1016/S0169-7552(98)00110-X";
pub(super) const BURT_1992: &str = "Burt 1992; Burt 2004, 10.1086/421787";
pub(super) const BURT_2002: &str = "Burt 2002, 10.1016/S0378-8733(02)00017-5";
pub(super) const FAUST_1997: &str = "Faust 1997, 10.1016/S0378-8733(96)00300-0";
pub(super) const FREEMAN_1977: &str = "Freeman 1977, 10.2307/3033543";
pub(super) const FREEMAN_1979: &str = "Freeman 1979, 10.1016/0378-8733(78)90021-7";
pub(super) const GIRVAN_NEWMAN_2002: &str = "Girvan & Newman 2002, 10.1073/pnas.122653799";
pub(super) const GOULD_FERNANDEZ_1989: &str = "Gould & Fernandez 1989, 10.2307/270949";
pub(super) const GRANOVETTER_1985: &str = "Granovetter 1985, 10.1086/228311";
pub(super) const GUIMERA_AMARAL_2005: &str = "Guimerà & Amaral 2005, 10.1038/nature03288";
pub(super) const HOPCROFT_TARJAN_1973: &str = "Hopcroft & Tarjan 1973, 10.1145/362248.362272";
pub(super) const KLEINBERG_1999: &str = "Kleinberg 1999, 10.1145/324133.324140";
pub(super) const KRACKHARDT_STERN_1988: &str = "Krackhardt & Stern 1988, 10.2307/2786835";
pub(super) const LATORA_MARCHIORI_2001: &str = "Latora & Marchiori 2001, 10.1103/PhysRevLett.87.198701";
pub(super) const NEWMAN_2001: &str = "Newman 2001, 10.1103/PhysRevE.64.016132";
pub(super) const NEWMAN_2002: &str = "Newman 2002, 10.1103/PhysRevLett.89.208701";
pub(super) const NEWMAN_2003_MIXING: &str = "Newman 2003, 10.1103/PhysRevE.67.026126";
pub(super) const NEWMAN_2003_STRUCTURE: &str = "Newman 2003, 10.1137/S003614450342480";
pub(super) const NEWMAN_GIRVAN_2004: &str = "Newman & Girvan 2004, 10.1103/PhysRevE.69.026113";
pub(super) const ONNELA_2007: &str = "Onnela et al. 2007, 10.1073/pnas.0610245104";
pub(super) const SCHNEIDER_2011: &str = "Schneider et al. 2011, 10.1073/pnas.1009440108";
pub(super) const SEIDMAN_1983: &str = "Seidman 1983, 10.1016/0378-8733(83)90028-X";
pub(super) const SERRANO_2009: &str = "Serrano, Boguñá & Vespignani 2009, 10.1073/pnas.0808904106";
pub(super) const TARJAN_1972: &str = "Tarjan 1972, 10.1137/0201010";
pub(super) const TARJAN_1974: &str = "Tarjan 1974, 10.1016/0020-0190(74)90003-9";
pub(super) const TRAAG_2019: &str = "Traag, Waltman & van Eck 2019, 10.1038/s41598-019-41695-z";
pub(super) const WASSERMAN_FAUST_1994: &str = "Wasserman & Faust 1994, 10.1017/CBO9780511815478";
pub(super) const WATTS_STROGATZ_1998: &str = "Watts & Strogatz 1998, 10.1038/30918";
