import type { Asked, Find, Found } from "./found.ts";
import { likely, sure, vague } from "./found.ts";
import { type Heard, skip } from "./heard.ts";
import { cityAt, closeCity, countryAt } from "./places.ts";
import type { Table } from "./tables/table.ts";
import { has, isWhole, masked, quoteOf } from "./text.ts";

/** City and country of residence. */

const upper = /^\p{Lu}/u;
const clauseStart = /(?:^|[,.;\n(] ?|- )$/;

export const findWhereabouts: Find = (heard, table, asked) => {
  const { speech } = table;
  const lives = behind(heard, speech.livesIn, table, asked, sure);
  if (lives.length > 0) return lives;
  const answer = asked.question === "city" || asked.question === "country" ? fromAnswers(heard, table, asked) : [];
  if (answer.length > 0) return answer;
  const listed = asked.question === "name" || asked.question === null ? besideName(heard, table, asked) : [];
  if (listed.length > 0) return listed;
  const from = [
    ...behind(heard, speech.comesFrom, table, asked, likely),
    ...behindPreposition(heard, table, asked),
    ...(has(heard.plain, speech.correction) ? corrected(heard, table, asked) : []),
  ];
  // Where somebody comes from is a city of residence at best, never a country.
  return from.some(({ field }) => field === "city") ? from : [];
};

/** Places behind the words of a pattern; the last one counts. */
function behind(heard: Heard, pattern: RegExp, table: Table, asked: Asked, confidence: number): Found[] {
  const reads = [...heard.said.matchAll(pattern)].map((match) =>
    place(heard, skipLead(heard.said, match.index + match[0].length, table), table, asked, confidence, true),
  );
  return reads.findLast((found) => found.length > 0) ?? [];
}

/** "Soy Lucía, de Sevilla": at the start of a clause, or anywhere when the name was asked: "Lucía de Sevilla". */
function behindPreposition(heard: Heard, table: Table, asked: Asked): Found[] {
  const reads = [...heard.said.matchAll(table.speech.beforePlace)]
    .filter(
      ({ index }) => asked.question === "name" || clauseStart.test(heard.said.slice(Math.max(0, index - 2), index)),
    )
    .map((match) =>
      place(heard, skipLead(heard.said, match.index + match[0].length, table), table, asked, vague, false),
    );
  return reads.findLast((found) => found.length > 0) ?? [];
}

function fromAnswers(heard: Heard, table: Table, asked: Asked): Found[] {
  for (const { start, end } of asked.answers) {
    const text = heard.said.slice(start, end);
    if (text.includes(masked) || heard.refusal) continue;
    const lead = skip(text, [table.speech.placeLead, table.speech.beforePlace]);
    const found = place(heard, skipLead(heard.said, start + lead, table), table, asked, likely, false);
    if (found.length > 0) return found;
    const free =
      asked.question === "city"
        ? unknownCity(heard, skipLead(heard.said, start + lead, table), end, table, asked.country)
        : [];
    if (free.length > 0) return free;
  }
  return [];
}

/** "Ana Ruiz, Valencia", and a line of a CV: a well-known city that is all of an item but the first, which may be a message before. */
function besideName(heard: Heard, table: Table, asked: Asked): Found[] {
  const isList = asked.question === "name" || heard.said.split("\n").length > 2;
  const named = asked.question === "name" && asked.profile.first_name !== undefined;
  for (const { start, end } of isList ? asked.answers.slice(named ? 0 : 1) : []) {
    const city = cityAt(heard.said, start, asked.country);
    if (city?.known === true && city.end === end) return place(heard, start, table, asked, vague, false);
  }
  return [];
}

/** "no, Huelva" and "perdón, Huelva": a well-known city that is a clause by itself. */
function corrected(heard: Heard, table: Table, asked: Asked): Found[] {
  const wanted = asked.question === "confirm" || asked.question === "city" || asked.profile.city !== undefined;
  if (!wanted) return [];
  const starts = [...heard.said.matchAll(/(?:^|[,.;\n␀] ?)(?=\p{L})/gu), ...heard.said.matchAll(table.speech.rather)]
    .map(({ index, 0: found }) => index + found.length)
    .map((at) => (heard.said[at] === " " ? at + 1 : at));
  for (const start of starts.sort((a, b) => a - b)) {
    const city = cityAt(heard.said, start, asked.country);
    const alone = city !== undefined && /^\s*(?:$|[,.!;\n␀])/.test(heard.said.slice(city.end, city.end + 3));
    if (alone && city.known) return place(heard, start, table, asked, vague, false);
  }
  return [];
}

function place(heard: Heard, start: number, table: Table, asked: Asked, confidence: number, free: boolean): Found[] {
  const { said } = heard;
  const country = countryAt(said, start, table);
  const first = word(said, start);
  const guess = cityAt(said, start, asked.country);
  // "Granada" is a country, too.
  if (country !== undefined && guess?.country !== asked.country && country.end >= (guess?.end ?? 0)) {
    return [{ field: "country", value: country.country, start, end: country.end, confidence }];
  }
  if (isWhole(first, table.speech.notPlace) && !upper.test(quoteOf(heard, start, start + 1))) return [];
  const named = guess === undefined ? undefined : countryAt(said, countryStart(said, guess.end, table), table);
  const city = named === undefined ? guess : cityAt(said, start, named.country);
  const around = city?.known === true ? undefined : cityAround(said, start, asked);
  if (around !== undefined) {
    const span = { start, end: around.end, confidence };
    return [
      { field: "city", value: around.city, ...span },
      { field: "country", value: around.country, ...span },
    ];
  }
  if (city === undefined || guess === undefined)
    return free && !table.speech.capitalNouns ? unknownCity(heard, start, said.length, table, null, true) : [];
  const home = city.country === asked.country;
  // A word in small letters may be anything; a place that few know needs its capital, where that tells it.
  const capital = !table.speech.capitalNouns && upper.test(quoteOf(heard, start, start + 1));
  if (!city.known && !home && !capital) return [];
  const found: Found[] = [{ field: "city", value: city.city, start, end: city.end, confidence }];
  if (named !== undefined) found.push({ field: "country", value: named.country, start, end: named.end, confidence });
  else if (city.known || home) found.push({ field: "country", value: city.country, start, end: city.end, confidence });
  return found;
}

/** "Peckham, London": a part that few know, and the city that everybody does. */
function cityAround(text: string, start: number, { country }: Asked): ReturnType<typeof cityAt> {
  const part = /^[\p{L}'-]{2,30}(?: [\p{L}'-]{2,30})?, ?/u.exec(text.slice(start, start + 64))?.[0];
  const found = part === undefined ? undefined : cityAt(text, start + part.length, country);
  return found?.known === true && /^\s*(?:$|[,.!;\n␀])/.test(text.slice(found.end, found.end + 3)) ? found : undefined;
}

/** "Leeds, England", "Leeds (in England)". */
function countryStart(text: string, end: number, { speech }: Table): number {
  const start = end + (/^,? ?\(?/.exec(text.slice(end, end + 3))?.[0].length ?? 0);
  const [before] = text.slice(start, start + 20).matchAll(speech.beforePlace);
  if (before?.index !== 0) return start;
  const behind = start + before[0].length;
  return text[behind] === " " ? behind + 1 : behind;
}

/** A place that no list knows: as it is written, with capitals, up to four words. */
function unknownCity(
  heard: Heard,
  start: number,
  limit: number,
  { speech }: Table,
  country: string | null,
  capital = false,
): Found[] {
  const { said } = heard;
  let [at, end] = [start, start];
  for (let words = 0; words < 4 && at < limit; words++) {
    const next = word(said, at);
    const isParticle = isWhole(next, speech.particle);
    // Whole words: "Saint-Cyr-sur-Loire" holds a "sur".
    if (next === "" || (!isParticle && isWhole(next, speech.notName))) break;
    if (words === 0 && isWhole(next, speech.notPlace)) break;
    if (capital && !isParticle && !upper.test(quoteOf(heard, at, at + 1))) break;
    if (!isParticle) end = at + next.length;
    at += next.length + 1;
    if (said[at - 1] !== " ") break;
  }
  const written = quoteOf(heard, start, end);
  // "outside Leeds": a lead and a name.
  if (!upper.test(written) && written !== written.toLowerCase()) return [];
  if (written.length < 3 || !/^\p{L}/u.test(written) || (!capital && end < limit)) return [];
  const close = capital ? undefined : closeCity(said.slice(start, end), country);
  if (close !== undefined) {
    const span = { start, end, confidence: vague };
    return [
      { field: "city", value: close.city, ...span },
      { field: "country", value: close.country, ...span },
    ];
  }
  const value =
    written === written.toLowerCase() ? written.replaceAll(/(?<=^|[\s-])\p{L}/gu, (one) => one.toUpperCase()) : written;
  return [{ field: "city", value, start, end, confidence: vague }];
}

function skipLead(text: string, start: number, { speech }: Table): number {
  let at = start;
  while (text[at] === " " || text[at] === ":") at++;
  const [lead] = text.slice(at, at + 40).matchAll(speech.inPlace);
  if (lead?.index !== 0) return at;
  const end = at + lead[0].length;
  const rest = text[end] === " " ? end + 1 : end;
  // "las palmas", "the hague", "ciudad real": the word may belong to the name.
  return cityAt(text, at, null)?.end === undefined || lead[0].includes(" ") ? rest : at;
}

function word(text: string, at: number): string {
  return /^[\p{L}'-]{1,40}/u.exec(text.slice(at, at + 40))?.[0] ?? "";
}
