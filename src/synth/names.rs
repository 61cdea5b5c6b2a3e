//! What are they called? Invented people, firms and associations.
//!
//! In: a random stream. Out: names that no two share. People combine common given names with two common surnames;
//! any likeness to a living person is chance.

use std::collections::BTreeSet;

use crate::random::Draws;

use super::choice::one;

const WOMEN: [&str; 28] = [
    "Alejandra",
    "Andrea",
    "Antonia",
    "Bárbara",
    "Carolina",
    "Catalina",
    "Constanza",
    "Daniela",
    "Elena",
    "Fernanda",
    "Francisca",
    "Ignacia",
    "Javiera",
    "Josefa",
    "Karina",
    "Loreto",
    "Macarena",
    "Marcela",
    "Marta",
    "Natalia",
    "Pamela",
    "Paulina",
    "Rocío",
    "Soledad",
    "Teresa",
    "Valentina",
    "Verónica",
    "Ximena",
];

const MEN: [&str; 28] = [
    "Agustín",
    "Andrés",
    "Benjamín",
    "Bruno",
    "Cristóbal",
    "Diego",
    "Emilio",
    "Esteban",
    "Felipe",
    "Fernando",
    "Francisco",
    "Germán",
    "Hernán",
    "Héctor",
    "Ignacio",
    "Javier",
    "Joel",
    "Leonardo",
    "Luis",
    "Matías",
    "Mauricio",
    "Nicolás",
    "Óscar",
    "Patricio",
    "Raúl",
    "Simón",
    "Tomás",
    "Vicente",
];

const SURNAMES: [&str; 56] = [
    "Acuña",
    "Aguilera",
    "Alarcón",
    "Araya",
    "Arriagada",
    "Avendaño",
    "Bustamante",
    "Bustos",
    "Cáceres",
    "Campos",
    "Carrasco",
    "Castillo",
    "Cifuentes",
    "Contreras",
    "Cortés",
    "Espinoza",
    "Fernández",
    "Figueroa",
    "Fuentealba",
    "Fuentes",
    "Garrido",
    "Godoy",
    "Gutiérrez",
    "Henríquez",
    "Hermosilla",
    "Herrera",
    "Hidalgo",
    "Jiménez",
    "Leiva",
    "Lillo",
    "Maldonado",
    "Medina",
    "Mella",
    "Molina",
    "Monsalve",
    "Morales",
    "Muñoz",
    "Novoa",
    "Olivares",
    "Oyarzún",
    "Pacheco",
    "Parada",
    "Peña",
    "Pino",
    "Poblete",
    "Quezada",
    "Riquelme",
    "Sáez",
    "Salgado",
    "Sandoval",
    "Sepúlveda",
    "Soto",
    "Toledo",
    "Ulloa",
    "Valdebenito",
    "Yáñez",
];

const STEMS: [&str; 48] = [
    "Altamar",
    "Amancay",
    "Ancoa",
    "Andamio",
    "Antuco",
    "Arrebol",
    "Baquedal",
    "Biorruta",
    "Boldal",
    "Brisamar",
    "Canelo Sur",
    "Cauce",
    "Cordel",
    "Costanera Norte",
    "Coypo",
    "Cruce Sur",
    "Delta Azul",
    "Derrotero",
    "Estuario",
    "Faro Viejo",
    "Giralda",
    "Huellas",
    "Kalfumar",
    "Lafquén",
    "Litre",
    "Madrigal",
    "Mareo",
    "Nahuelmar",
    "Nudo Sur",
    "Oleaje",
    "Pehuenal",
    "Peumo",
    "Puelche",
    "Quilamar",
    "Quillay",
    "Ramal",
    "Ribera Clara",
    "Rielsur",
    "Rukamar",
    "Sendal",
    "Tajamar",
    "Trapananda",
    "Trenza",
    "Ulmo",
    "Vaivén",
    "Vertiente",
    "Zarpe",
    "Zigzag",
];

/// Which names are taken.
#[derive(Debug, Default)]
pub struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// A person: one or two given names and two surnames.
    pub fn person<R: Draws>(&mut self, random: &mut R) -> String {
        loop {
            let given = if random.chance(0.5) { &WOMEN } else { &MEN };
            let (first, father, mother) = (one(random, given), one(random, &SURNAMES), one(random, &SURNAMES));
            if father != mother {
                let name = format!("{first} {father} {mother}");
                if self.taken.insert(name.clone()) {
                    return name;
                }
            }
        }
    }

    /// A name made from an invented word by `form`, which is tried until it gives one not yet taken.
    pub fn invented<R: Draws>(&mut self, random: &mut R, form: impl Fn(&mut R, &str) -> String) -> String {
        loop {
            let stem = one(random, &STEMS);
            let name = form(random, stem);
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }
}

/// Letters and digits without accents, in lower case, anything else as a hyphen: for e-mail addresses.
pub fn plain(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfd().filter(char::is_ascii) {
        if letter.is_ascii_alphanumeric() {
            plain.push(letter.to_ascii_lowercase());
        } else if !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
    }
    plain.trim_end_matches('-').to_owned()
}

/// An address under a domain that can never exist.
pub fn email(person: &str, organization: &str) -> String {
    let mut words = person.split(' ');
    let (given, surname) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let domain: String = plain(organization)
        .split('-')
        .filter(|w| w.len() > 3)
        .take(2)
        .collect::<Vec<_>>()
        .join("-");
    format!("{}.{}@{domain}.example", plain(given), plain(surname))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random;

    #[test]
    fn no_two_people_share_a_name() {
        let mut random = random::stream(1, "names", 0);
        let mut names = Names::default();
        let people: BTreeSet<String> = (0..2000).map(|_| names.person(&mut random)).collect();
        assert_eq!(people.len(), 2000);
    }

    #[test]
    fn addresses_have_no_accents() {
        assert_eq!(
            email("Óscar Muñoz Sáez", "Municipality of Concepción"),
            "oscar.munoz@municipality-concepcion.example"
        );
    }
}
