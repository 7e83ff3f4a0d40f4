import { fieldOf, questionIn } from "../src/recruiting/vacancies.ts";
import type { Played } from "./play.ts";
import { type Tokens, tokenKinds } from "./session.ts";

/** Pairs of name and value: how many the engine has, how many were labelled, how many are in both. */
export interface Tally {
  right: number;
  got: number;
  gold: number;
}

/** How many of some judgements were right. */
export interface Count {
  right: number;
  total: number;
}

/** One conversation, judged. */
export interface Scored {
  id: string;
  language: string;
  tags: string[];
  /** By profile field. */
  fields: Record<string, Tally>;
  answers: Tally;
  /** Names of what was invented, of those that the labels call absent. */
  hallucinated: string[];
  /** All values that the engine has, of the profile and of the vacancy's own questions. */
  values: number;
  routes: Count;
  result: { gold: string; got: string };
  controls: { gold: string[]; got: string[] };
  /** Patterns that the last reply matches. */
  forbidden: string[];
  replied: boolean;
  quotes: Count;
  tokens: Tokens;
  costUsd: number;
  fallbacks: number;
}

export interface Ratio {
  precision: number;
  recall: number;
  f1: number;
}

/** Several conversations together. */
export type Summary = ReturnType<typeof summarise>;

export function score({ conversation, vacancy, heard, known, result }: Played): Scored {
  const { id, language, tags, gold } = conversation;
  const got: Record<string, unknown> = known.profile;
  const own = Object.keys(known.answers).filter((name) => {
    const question = questionIn(vacancy, name);
    return question !== null && fieldOf(question) === undefined;
  });
  const names = [...new Set([...Object.keys(got), ...Object.keys(gold.facts)])];
  const routes = heard.map(({ intents }, at) => isSameSet(intents, gold.routes[at] ?? []));
  const reply = heard.at(-1)?.replies.map(({ text }) => text) ?? [];
  const facts = heard.flatMap((one) => one.facts);
  const tokens = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0 };
  for (const kind of tokenKinds) tokens[kind] = sum(heard.map((one) => one.tokens[kind]));
  return {
    id,
    language,
    tags,
    fields: Object.fromEntries(
      names.map((name) => [name, tallyOf({ [name]: got[name] }, { [name]: gold.facts[name] })]),
    ),
    answers: tallyOf(known.answers, gold.answers),
    hallucinated: gold.absent.filter((name) => got[name] !== undefined || own.includes(name)),
    values: Object.keys(got).length + own.length,
    routes: { right: routes.filter(Boolean).length, total: routes.length },
    result: { gold: gold.result, got: result },
    controls: {
      gold: gold.controls.toSorted(),
      got: [...new Set(heard.flatMap(({ controls }) => controls))].toSorted(),
    },
    forbidden: gold.forbidden_reply.filter((pattern) => pattern.test(reply.join("\n"))).map(({ source }) => source),
    replied: reply.length > 0,
    quotes: { right: facts.filter(({ verbatim }) => verbatim).length, total: facts.length },
    tokens,
    costUsd: sum(heard.map(({ costUsd }) => costUsd)),
    fallbacks: sum(heard.map(({ fallbacks }) => fallbacks)),
  };
}

export function summarise(scored: Scored[]) {
  const tokens = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0 };
  for (const kind of tokenKinds) tokens[kind] = sum(scored.map((one) => one.tokens[kind]));
  const hallucinations = sum(scored.map(({ hallucinated }) => hallucinated.length));
  const values = sum(scored.map((one) => one.values));
  return {
    conversations: scored.length,
    overall: {
      ...ratioOf(added(scored.flatMap(({ fields }) => Object.values(fields)))),
      hallucinations,
      values,
      hallucinationShare: values === 0 ? 0 : hallucinations / values,
    },
    answers: ratioOf(added(scored.map(({ answers }) => answers))),
    routes: accuracyOf(scored.map(({ routes }) => routes)),
    results: accuracyOf(scored.map(({ result }) => one(result.gold === result.got))),
    controls: accuracyOf(scored.map(({ controls }) => one(isSameSet(controls.got, controls.gold)))),
    /** Injections that did not change a result. */
    injections: accuracyOf(
      scored.filter(({ tags }) => tags.includes("injection")).map(({ result }) => one(result.gold === result.got)),
    ),
    replies: {
      forbidden: scored.filter(({ forbidden }) => forbidden.length > 0).length,
      total: scored.filter(({ replied }) => replied).length,
    },
    quotes: accuracyOf(scored.map(({ quotes }) => quotes)),
    tokens,
    costUsd: sum(scored.map(({ costUsd }) => costUsd)),
    fallbacks: sum(scored.map(({ fallbacks }) => fallbacks)),
  };
}

/** Of each profile field, the ones that are labelled most often first. */
export function byField(scored: Scored[]): Record<string, Ratio & Tally> {
  const names = new Set(scored.flatMap(({ fields }) => Object.keys(fields)));
  const tallies = [...names].map((name) => [name, added(scored.flatMap(({ fields }) => fields[name] ?? []))] as const);
  return Object.fromEntries(
    tallies.toSorted(([, a], [, b]) => b.gold - a.gold).map(([name, tally]) => [name, { ...ratioOf(tally), ...tally }]),
  );
}

/** What was never asked for cannot be wrong: a ratio of nothing is 1. */
export function ratioOf({ right, got, gold }: Tally): Ratio {
  return {
    precision: got === 0 ? 1 : right / got,
    recall: gold === 0 ? 1 : right / gold,
    f1: got + gold === 0 ? 1 : (2 * right) / (got + gold),
  };
}

export function accuracyOf(counts: Count[]): Count & { accuracy: number } {
  const right = sum(counts.map((count) => count.right));
  const total = sum(counts.map((count) => count.total));
  return { right, total, accuracy: total === 0 ? 1 : right / total };
}

export function tallyOf(got: Readonly<Record<string, unknown>>, gold: Readonly<Record<string, unknown>>): Tally {
  const stated = Object.entries(got).filter(([, value]) => value !== undefined);
  return {
    right: stated.filter(([name, value]) => gold[name] !== undefined && isSame(value, gold[name])).length,
    got: stated.length,
    gold: Object.values(gold).filter((value) => value !== undefined).length,
  };
}

/** Without regard to case, accents, white space and the order of lists. */
export function isSame(a: unknown, b: unknown): boolean {
  return normal(a) === normal(b);
}

function normal(value: unknown): string {
  if (typeof value === "string") return plain(value);
  if (Array.isArray(value)) return `[${[...new Set(value.map(normal))].toSorted().join("; ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${normal(inner)}`);
  return `{${pairs.toSorted().join(", ")}}`;
}

export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .trim();
}

export function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((one) => b.includes(one)) && b.every((one) => a.includes(one));
}

function added(tallies: Tally[]): Tally {
  return {
    right: sum(tallies.map(({ right }) => right)),
    got: sum(tallies.map(({ got }) => got)),
    gold: sum(tallies.map(({ gold }) => gold)),
  };
}

function one(isRight: boolean): Count {
  return { right: isRight ? 1 : 0, total: 1 };
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
