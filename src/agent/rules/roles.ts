import { type Find, type Found, fact, likely, sure, vague } from "./found.ts";
import type { Heard } from "./heard.ts";
import type { Table } from "./tables/table.ts";
import { has, isWhole, mask, masked, quoteOf, type Span } from "./text.ts";
import { closeTitle, MOST_WORDS, titleOf } from "./titles.ts";
import { humanIn } from "./wishes.ts";

/** Words that may stand between "I want to work" and the title: "in a restaurant as a ...". */
const REACH = { wanted: 6, had: 3 };
const word = /[\p{L}][\p{L}'-]{0,40}/uy;

interface Read extends Span {
  roles: string[];
}

/** What somebody wants to work as. What they were before counts only while nothing is known of that. */
export const findRoles: Find = (heard, table, { question, answers, profile }) => {
  const { speech } = table;
  // "I want to talk to the store manager" is no application for that job.
  const text = humanIn(heard.said, table).reduce((rest, { start, end }) => mask(rest, start, end), heard.said);
  const titles = after(text, speech.wants, table, REACH.wanted);
  const wanted = titles.length > 0 ? titles : unknown(heard, text, table);
  // "También de cocinera" goes on with what was said before.
  const also = has(heard.plain, speech.also);
  if (wanted.length > 0 && !(also && question === "roles")) return [join(wanted, sure)];
  const restated = instead(heard, table, answers, profile.roles ?? []);
  if (restated.length > 0) return [join(restated, sure)];
  if (question === "roles" || (profile.roles !== undefined && also)) {
    const named = answers.flatMap((answer) => anywhere(text, answer, table));
    if (named.length + wanted.length > 0) return [join([...wanted, ...named], likely)];
    const free =
      heard.refusal || question !== "roles" ? [] : answers.map((answer) => freeAnswer(heard, text, answer, table));
    const [first] = free.filter((read) => read !== undefined);
    if (first !== undefined) return [join([first], vague)];
  }
  if (profile.roles !== undefined && question !== "roles") return [];
  const items = question === null ? answers.flatMap((answer) => alone(text, answer, table)) : [];
  const had = [
    ...items,
    ...after(text, speech.roleBefore, table, REACH.had),
    ...after(text, speech.worked, table, REACH.had),
  ];
  return had.length > 0 ? [join(had, vague)] : [];
};

/** "Camarera no, solo cocinera": when a known role is denied, the others that are named replace it. */
function instead(heard: Heard, table: Table, answers: Span[], known: string[]): Read[] {
  const named = titlesIn(heard.open, { start: 0, end: heard.open.length }, table);
  const denies = named.some(
    ({ start, roles }) => heard.said[start] === masked && roles.some((role) => known.includes(role)),
  );
  return denies ? answers.flatMap((answer) => anywhere(heard.said, answer, table)) : [];
}

/** Titles behind the words of a pattern, at most so many words away and in the same clause. */
function after(text: string, pattern: RegExp, table: Table, reach: number): Read[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const end = match.index + match[0].length;
    let at = skipBlank(text, end);
    for (let words = 0; words <= reach; words++) {
      const read = readRoles(text, at, table) ?? readRoles(text, behindElision(text, at), table);
      if (read !== undefined) return [{ ...read, start: match.index }];
      const next = wordAt(text, at);
      if (next === undefined) return [];
      at = skipBlank(text, next.end);
    }
    return [];
  });
}

/** "Camarera, 4 años" and "camarera con experiencia": an item that begins with a title, and a few words at most. */
function alone(text: string, { start, end }: Span, table: Table): Read[] {
  const read = readRoles(text, start, table);
  const behind = read === undefined ? "" : text.slice(read.end, end);
  return read !== undefined &&
    (behind.trim() === "" || isWhole(behind.trim().split(" ")[0] ?? "", table.speech.roleEnd))
    ? [read]
    : [];
}

function anywhere(text: string, answer: Span, table: Table): Read[] {
  return titlesIn(text, answer, table).slice(0, 1);
}

function titlesIn(text: string, { start, end }: Span, table: Table): Read[] {
  const reads: Read[] = [];
  let at = start;
  while (at < end) {
    const read = readRoles(text, at, table) ?? readRoles(text, behindElision(text, at), table);
    if (read !== undefined) reads.push(read);
    const next = read ?? wordAt(text, at);
    at = next === undefined ? at + 1 : skipBlank(text, next.end);
  }
  return reads;
}

/** "waiter, barista or bartender", from here on. */
function readRoles(text: string, from: number, table: Table): Read | undefined {
  const roles: string[] = [];
  let [at, end] = [from, from];
  for (;;) {
    const title = titleAt(text, at, table);
    if (title === undefined || roles.length >= 20) break;
    if (!roles.includes(title.role)) roles.push(title.role);
    end = title.end;
    at = skipSeparators(text, end, table);
  }
  return roles.length === 0 ? undefined : { roles, start: from, end };
}

function titleAt(text: string, start: number, table: Table): { role: string; end: number } | undefined {
  const ends: number[] = [];
  let at = start;
  for (let words = 0; words < MOST_WORDS; words++) {
    const next = wordAt(text, at);
    if (next === undefined) break;
    ends.push(next.end);
    if (text[next.end] !== " ") break;
    at = next.end + 1;
  }
  for (const end of ends.toReversed()) {
    const role = titleOf(text.slice(start, end), table);
    if (role !== undefined) return { role, end };
  }
  return undefined;
}

function skipSeparators(text: string, from: number, table: Table): number {
  let at = from;
  for (let round = 0; round < 4; round++) {
    at += /^[\s,/&]{0,4}/.exec(text.slice(at, at + 4))?.[0].length ?? 0;
    const next = [behindElision(text, at), wordAt(text, at)?.end ?? at].find(
      (end) => end > at && isWhole(text.slice(at, end), table.speech.orRole),
    );
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** "trabajo de taxidermista": whatever follows, up to three words. */
function unknown(heard: Heard, text: string, table: Table): Read[] {
  return [...text.matchAll(table.speech.openRole)].flatMap((match) => {
    const free = freeRole(heard, text, skipBlank(text, match.index + match[0].length), table);
    return free === undefined ? [] : [{ ...free, start: match.index }];
  });
}

function freeAnswer(heard: Heard, text: string, { start, end }: Span, table: Table): Read | undefined {
  const at = skipSeparators(text, start, table);
  const free = freeRole(heard, text, at, table);
  const rest = free === undefined ? "" : text.slice(free.end, end);
  return free !== undefined && (rest.match(/\p{L}+/gu)?.length ?? 0) <= 3 ? free : undefined;
}

function freeRole(heard: Heard, text: string, start: number, table: Table): Read | undefined {
  const { speech } = table;
  let [at, end] = [start, start];
  for (let words = 0; words < 3; words++) {
    const next = wordAt(text, at);
    if (next === undefined) break;
    const said = text.slice(at, next.end);
    if (isWhole(said, speech.roleEnd)) break;
    const noRole = words === 0 ? [speech.notRole, speech.greeting, speech.notName] : [speech.notRole];
    if (noRole.some((pattern) => isWhole(said, pattern))) return undefined;
    end = next.end;
    at = next.end + 1;
    if (text[next.end] !== " ") break;
  }
  // Cut after three words, it may end within "responsable de ...".
  const said = text.slice(start, end);
  const last = [...said.matchAll(speech.of)].at(-1);
  const cut = last !== undefined && last.index > 0 && last.index + last[0].length === said.length;
  const stop = cut ? start + said.slice(0, last.index).trimEnd().length : end;
  const written = quoteOf(heard, start, stop);
  const role = speech.capitalNouns ? written : written.toLowerCase();
  return role.length < 3
    ? undefined
    : { roles: [closeTitle(text.slice(start, stop), table) ?? role], start, end: stop };
}

function join(reads: Read[], confidence: number): Found {
  const sorted = reads.toSorted((a, b) => a.start - b.start);
  const value = [...new Set(sorted.flatMap(({ roles }) => roles))].slice(0, 20);
  return fact("roles", value, sorted[0]?.start ?? 0, Math.max(...reads.map(({ end }) => end)), confidence);
}

function wordAt(text: string, at: number): Span | undefined {
  word.lastIndex = at;
  const match = word.exec(text);
  return match === null ? undefined : { start: at, end: at + match[0].length };
}

/** "D'infirmière" is a preposition and a title. */
function behindElision(text: string, at: number): number {
  return at + (/^\p{L}{1,2}'/u.exec(text.slice(at, at + 3))?.[0].length ?? 0);
}

function skipBlank(text: string, at: number): number {
  return text[at] === " " ? at + 1 : at;
}
