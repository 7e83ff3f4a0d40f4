/** What candidates and recruiters write: ordinary talk that the rules answer, and nothing that ends an application. */

export const ordinaryTexts = [
  "Hola, busco trabajo",
  "Buenas tardes",
  "Hi, I am looking for a job",
  "Tengo experiencia con clientes",
  "I worked in a hotel last summer",
  "Me gusta trabajar en equipo",
  "I can start early in the morning",
  "Vivo cerca del centro",
  "He trabajado de camarera",
  "Soy muy puntual",
  "I speak a little French",
  "Prefiero el turno de tarde",
  "My last job was in a restaurant",
  "Conozco la zona",
  "Estoy disponible los fines de semana",
  "I have my own car",
] as const;

export const recruiterTexts = [
  "Hola, soy Rita de selección",
  "Te escribo yo ahora",
  "Hi, this is Rita, one moment please",
  "Lo miro y te digo",
] as const;

/** A short word for a number, in letters: digits would read like answers to what the bot asks. */
export function codeOf(number: number): string {
  let rest = number;
  let word = "";
  do {
    word = consonants.charAt(rest % consonants.length) + word;
    rest = Math.floor(rest / consonants.length);
  } while (rest > 0);
  return `x${word}`;
}

/** Without vowels no word comes out that means something. */
const consonants = "bcdfghjklmnpqrtvwz";
