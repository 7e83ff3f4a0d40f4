import type { Asked, Find, Found } from "./found.ts";
import { likely, sure, vague } from "./found.ts";
import { type Heard, skip } from "./heard.ts";
import { cityAt, countryAt } from "./places.ts";
import { languageCode } from "./spoken.ts";
import type { Table } from "./tables/table.ts";
import { tables } from "./tables/tables.ts";
import { has, isWhole, masked, plainOf, quoteOf, type Span } from "./text.ts";
import { titleOf } from "./titles.ts";

/** First and last name. */

const MOST_WORDS = 6;
const upper = /^\p{Lu}/u;

export const findNames: Find = (heard, table, asked) => {
  const { speech } = table;
  const last = behind(heard, speech.lastNameAfter, table, false).at(-1);
  const first = behind(heard, speech.firstNameAfter, table, false).at(-1);
  if (last === undefined && first !== undefined) return whole(heard, first, table, sure);
  if (last !== undefined) {
    // "Soy Iker y mi apellido es Otero"
    const given =
      first ??
      behind(heard, speech.nameAlways, table, false).at(-1) ??
      behind(heard, speech.nameAfter, table, true).at(-1);
    return [
      ...(given === undefined ? [] : [fact(heard, table, "first_name", given.start, given.words, sure)]),
      fact(heard, table, "last_name", last.start, last.words, sure),
    ];
  }
  const told = behind(heard, speech.nameAlways, table, false).at(-1);
  if (told !== undefined) return whole(heard, told, table, sure);
  // "Harpreet Gill here, my mates call me Harry"
  const signed = ahead(heard, table);
  if (signed !== undefined) return whole(heard, signed, table, likely);
  const called = behind(heard, speech.nameAfter, table, asked.question !== "name").at(-1);
  if (called !== undefined) return whole(heard, called, table, likely);
  if (asked.question === "name" || has(heard.plain, speech.correction)) return fromAnswers(heard, table, asked);
  return asked.question === null && asked.profile.first_name === undefined ? introduced(heard, table, asked) : [];
};

interface Named {
  start: number;
  words: Span[];
}

function behind(heard: Heard, pattern: RegExp, table: Table, capital: boolean): Named[] {
  return [...heard.said.matchAll(pattern)].flatMap((match) => {
    const words = nameAt(heard, match.index + match[0].length, table, capital);
    return words.length === 0 ? [] : [{ start: match.index, words }];
  });
}

/** "Hi, Lucy Smith here": the clause up to these words is a name and nothing else. */
function ahead(heard: Heard, table: Table): Named | undefined {
  const { speech } = table;
  for (const { index } of speech.nameBefore === undefined ? [] : heard.said.matchAll(speech.nameBefore)) {
    const before = heard.said.slice(0, index);
    const clause = before.search(/[^.,;!?\n␀]{0,80}$/u);
    const start = clause + skip(before.slice(clause), [speech.greeting, speech.filler]);
    const words = nameAt(heard, start, table, true);
    const last = words.at(-1);
    if (last !== undefined && before.slice(last.end).trim() === "") return { start, words };
  }
  return undefined;
}

/** "Hola, Elena Vidal, ..." and the first line of a CV: two words or more with capitals that are nothing else. */
function introduced(heard: Heard, table: Table, { answers }: Asked): Found[] {
  const [first] = answers;
  if (first === undefined || table.speech.capitalNouns) return [];
  const words = nameAt(heard, first.start, table, true);
  const [given] = words;
  const last = words.at(-1);
  if (given === undefined || last === undefined || words.length < 2 || words.length > 4) return [];
  const isLine = heard.said[last.end] === "\n" && first.start === 0;
  const isKnown = has(heard.said.slice(given.start, given.end), table.speech.givenName);
  if (cityAt(heard.said, first.start, null)?.known === true) return [];
  return (isLine || isKnown) && last.end >= first.end ? whole(heard, { start: first.start, words }, table, vague) : [];
}

/** "Lucía Pérez" to the question; "perdón, Anna" corrects a name that is known. */
function fromAnswers(heard: Heard, table: Table, asked: Asked): Found[] {
  if (heard.refusal) return [];
  const correcting = asked.question !== "name";
  if (correcting && asked.profile.first_name === undefined) return [];
  for (const { start, end } of asked.answers) {
    const words = nameAt(heard, start, table, correcting);
    const last = words.at(-1);
    if (last === undefined || heard.said.slice(start, end).includes(masked)) continue;
    const [rest] = heard.said.slice(last.end, end).match(/[\p{L}\p{N}']{2,}|(?<![\p{L}\p{N}])\p{L}(?= )/u) ?? [];
    // "Lucy Smith from Leeds": capitals tell where the name ends, or a given name that is known.
    const isName =
      isTold(heard, words.slice(0, 1), table) ||
      words.every((word) => isParticleSpan(heard, word, table) || upper.test(quoteOf(heard, word.start, word.end)));
    const apart =
      isName &&
      (/^\d/.test(rest ?? "") ||
        [table.speech.notName, table.speech.particle].some((pattern) => has(rest ?? "", pattern)));
    const given = asked.profile.first_name;
    const isPlace =
      words.length === 1 &&
      (cityAt(heard.said, start, asked.country)?.known === true || countryAt(heard.said, start, table) !== undefined);
    // "I live in Peckham, London": neither what was corrected nor the rest of a name.
    if ((rest !== undefined && !apart) || ((correcting || given !== undefined) && isPlace)) continue;
    // "Ana", and then "García López": the rest of the name.
    const second = !correcting && given !== undefined && plainOf(given) !== heard.said.slice(start, words[0]?.end);
    if (second && !has(heard.plain, table.speech.correction))
      return [fact(heard, table, "last_name", start, words, likely)];
    return whole(heard, { start, words }, table, correcting ? vague : likely);
  }
  return [];
}

/** The words of a name from here on. `capital`: it must be written with capitals to be told from anything else. */
function nameAt(heard: Heard, from: number, table: Table, capital: boolean): Span[] {
  const { speech } = table;
  const words: Span[] = [];
  let at = from;
  while (heard.said[at] === " " || heard.said[at] === ":") at++;
  while (words.length < MOST_WORDS) {
    const text = /^\p{L}[\p{L}'-]{0,40}/u.exec(heard.said.slice(at, at + 41))?.[0];
    if (text === undefined) break;
    const capitalised = upper.test(quoteOf(heard, at, at + 1));
    const isParticle = text.replaceAll(speech.particle, "") === "";
    if (isPlaceBehind(heard, at, table)) break;
    const stop = isParticle
      ? words.length === 0
      : isNoName(text, table, words.length > 0 && (capitalised || speech.capitalNouns)) ||
        (capital && !has(text, speech.givenName) && !capitalised);
    if (stop) break;
    words.push({ start: at, end: at + text.length });
    at += text.length + 1;
    if (heard.said[at - 1] !== " ") break;
  }
  while (words.length > 0 && isParticleSpan(heard, words.at(-1), table)) words.pop();
  return capital && speech.capitalNouns && !isTold(heard, words, table) ? [] : words;
}

/** "Ich bin Rentner" has the capital of a name: a given name that is known, or two words, tell one from it. */
function isTold(heard: Heard, [first, second]: Span[], { speech }: Table): boolean {
  return (
    second !== undefined || (first !== undefined && has(heard.said.slice(first.start, first.end), speech.givenName))
  );
}

const everywhere = Object.values(tables);

/** "Soy Kevin" in an English message, "Bon dia": no name, unless some language calls people so. */
function isWordElsewhere(text: string): boolean {
  const said = (pattern: RegExp) => isWhole(text, pattern);
  return (
    !everywhere.some(({ speech }) => said(speech.givenName)) &&
    everywhere.some(({ speech }) => said(speech.notName) || said(speech.greeting) || said(speech.thanks))
  );
}

/** `isSecond`: a capital behind a given name. "Tom Baker" is called so, "Tom waiter" works as one. */
function isNoName(text: string, table: Table, isSecond: boolean): boolean {
  const { speech } = table;
  return (
    text.length < 2 ||
    [speech.notName, speech.greeting, speech.yes, speech.no].some((pattern) => isWhole(text, pattern)) ||
    (!isSecond && (titleOf(text, table) !== undefined || isWordElsewhere(text))) ||
    languageCode(text, table) !== undefined
  );
}

/** "Ana de Sevilla", "Anne d'Espagne": where she is from, not her name. */
function isPlaceBehind(heard: Heard, at: number, table: Table): boolean {
  const [first] = heard.said.slice(at, at + 12).matchAll(table.speech.beforePlace);
  if (first?.index !== 0) return false;
  const start = at + first[0].length + (first[0].endsWith("'") ? 0 : 1);
  return cityAt(heard.said, start, null)?.known === true || countryAt(heard.said, start, table) !== undefined;
}

function isParticleSpan(heard: Heard, span: Span | undefined, { speech }: Table): boolean {
  return span !== undefined && heard.said.slice(span.start, span.end).replaceAll(speech.particle, "") === "";
}

/** Given names first, "María del Mar" and "Juan Carlos" among them, then the family's. */
function whole(heard: Heard, { start, words: written }: Named, table: Table, confidence: number): Found[] {
  const words = familyLast(heard, written);
  let count = 1;
  const text = (i: number) => heard.said.slice(words[i]?.start ?? 0, words[i]?.end ?? 0);
  const isSecond = (i: number) => i < words.length && has(text(i), table.speech.secondName);
  const isDouble =
    words.length === 2 && has(text(0), table.speech.givenName) && isWhole(text(1), table.speech.secondName);
  if ((words.length > 2 && isSecond(1)) || isDouble) count = 2;
  else if (isParticleSpan(heard, words[1], table)) {
    const next = isParticleSpan(heard, words[2], table) ? 3 : 2;
    if (isSecond(next)) count = next + 1;
  }
  const given = fact(heard, table, "first_name", start, words.slice(0, count), confidence);
  return words.length === count
    ? [given]
    : [given, fact(heard, table, "last_name", start, words.slice(count), confidence)];
}

/** "DUPONT Marie", as forms have it. */
function familyLast(heard: Heard, words: Span[]): Span[] {
  const count = words.findIndex(({ start, end }) => !/^[\p{Lu}'’-]{2,}$/u.test(quoteOf(heard, start, end)));
  return count <= 0 ? words : [...words.slice(count), ...words.slice(0, count)];
}

function fact(
  heard: Heard,
  table: Table,
  field: "first_name" | "last_name",
  start: number,
  words: Span[],
  confidence: number,
): Found {
  const end = words.at(-1)?.end ?? start;
  const written = quoteOf(heard, words[0]?.start ?? start, end);
  return { field, value: capitalise(written, table), start, end, confidence };
}

/** "lucía PÉREZ de la rosa" as people sign; a mixed word such as "McNeil" is left alone. */
function capitalise(written: string, { speech }: Table): string {
  const one = (word: string) => {
    const plain = word === word.toLowerCase() || word === word.toUpperCase();
    if (plain && plainOf(word).replaceAll(speech.particle, "") === "") return word.toLowerCase();
    return plain ? word.toLowerCase().replaceAll(/(?:^|[-'’])\p{L}/gu, (letter) => letter.toUpperCase()) : word;
  };
  return written.split(/\s+/).map(one).join(" ");
}
