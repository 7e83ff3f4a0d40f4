import { placeNames } from "./place-names.ts";
import type { Table } from "./tables/table.ts";
import { isSlip, plainOf } from "./text.ts";

/** Cities and countries by what people call them. The list is read when the first place is looked up. */

export interface Place {
  city: string;
  /** Of all places with this name, one that everybody knows; the others are told only by the country they are in. */
  known: boolean;
  country: string;
}

/** The biggest places of the list, down to about 80 000 inhabitants. */
const KNOWN = 6_000;
/** No name in the list that people write out has more words. */
const MOST_WORDS = 6;

let names: Map<string, string> | undefined;
let loading: Promise<void> | undefined;

/** Called before a turn is read; turns that begin together share the work, and later calls cost nothing. */
export function loadPlaces(): Promise<void> {
  loading ??= readList();
  return loading;
}

async function readList(): Promise<void> {
  const { default: cities } = await import("./cities.json", { with: { type: "json" } });
  const read = new Map<string, string>();
  const add = (name: string, place: string) => {
    const key = keyOf(name);
    const before = read.get(key);
    read.set(key, before === undefined ? place : `${before};${place}`);
  };
  for (const line of placeNames.trim().split("\n")) {
    const [place = "", spellings = ""] = line.split(": ");
    for (const name of new Set([keyOf(place.split("|")[0] ?? ""), ...spellings.split(", ")])) add(name, `${place}|`);
  }
  cities.forEach((place, rank) => {
    const name = place.slice(0, -3);
    const listed = rank < KNOWN ? `${place}|` : place;
    add(name, listed);
    // "Duesseldorf", on a keyboard without dots.
    if (/[äöü]/i.test(name))
      add(
        name.replaceAll(/[äöü]/gi, (letter) => `${plainOf(letter)}e`),
        listed,
      );
  });
  names = read;
}

/** The longest name of a city that begins here, the candidate's country first. */
export function cityAt(plain: string, start: number, country: string | null): (Place & { end: number }) | undefined {
  return longest(plain, start, (name) => cityOf(name, country));
}

/** A city of the candidate's country whose name is written almost like this. */
export function closeCity(plain: string, country: string | null): Place | undefined {
  const key = keyOf(plain);
  for (const [name, places] of names ?? []) {
    const home = isSlip(key, name) ? places.split(";").map(readPlace) : [];
    const found = home.find((place) => place.country === country);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** ISO code of the country whose name begins here. */
export function countryAt(plain: string, start: number, table: Table): { country: string; end: number } | undefined {
  return longest(plain, start, (name) => {
    const country = countriesOf(table).get(keyOf(name));
    return country === undefined ? undefined : { country };
  });
}

function cityOf(name: string, country: string | null): Place | undefined {
  const places = names?.get(keyOf(name))?.split(";").map(readPlace) ?? [];
  return places.find((place) => place.country === country) ?? places[0];
}

function readPlace(text: string): Place {
  const [city = "", country = "", known] = text.split("|");
  return { city, country, known: known !== undefined };
}

function longest<T extends object>(plain: string, start: number, look: (name: string) => T | undefined) {
  const ends: number[] = [];
  const word = /[\p{L}\p{N}.'-]{1,40}/uy;
  let at = start;
  for (let words = 0; words < MOST_WORDS; words++) {
    word.lastIndex = at;
    const match = word.exec(plain);
    if (match === null) break;
    const name = match[0].replace(/[.'-]$/, "");
    // "Berlin-Spandau" is a part of Berlin.
    for (const { index } of name.matchAll(/(?<=\p{L}{3})-/gu)) ends.push(at + index);
    ends.push(at + name.length);
    if (plain[at + match[0].length] !== " ") break;
    at += match[0].length + 1;
  }
  for (const end of ends.toReversed()) {
    const result = look(plain.slice(start, end));
    if (result !== undefined) return { ...result, end };
  }
  return undefined;
}

/** Hyphens, apostrophes and points are written or left out as people like. */
function keyOf(name: string): string {
  // Most of the long list is plain already.
  const plain = /^[A-Za-z ]*$/.test(name)
    ? name.toLowerCase()
    : plainOf(name)
        .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
  // "St Étienne", "Ste-Marie": the list has them whole, and English ones short.
  return plain.includes("st") ? plain.replaceAll(/(?<![\p{L}\p{N}])st(?=e? )/gu, "saint") : plain;
}

/** Groups of countries, and codes for tests. */
const notCountries = /^(?:EU|EZ|UN|QO|XA|XB|ZZ)$/;
const countries = new Map<string, Map<string, string>>();

/** Intl knows the names of countries in each language; asked once. */
function countriesOf({ locale, speech }: Table): Map<string, string> {
  let known = countries.get(locale);
  if (known === undefined) {
    const display = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
    known = new Map(Object.entries(speech.countries).map(([name, code]) => [keyOf(name), code]));
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = notCountries.test(code) ? undefined : display.of(code);
      // Codes that are no longer used have a successor: SU is RU.
      if (name !== undefined) known.set(keyOf(name), Intl.getCanonicalLocales(`und-${code}`)[0]?.slice(-2) ?? code);
    }
    countries.set(locale, known);
  }
  return known;
}
