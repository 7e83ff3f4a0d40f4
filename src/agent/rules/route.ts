import type { Intent, Route, Turn } from "../turn.ts";
import { extractByRules } from "./extract.ts";
import { type Heard, hear, skip } from "./heard.ts";
import { requestedLanguage } from "./language.ts";
import { learnedWishes } from "./learned.ts";
import { has } from "./text.ts";
import { wishesIn } from "./wishes.ts";

/** These say what is wanted better than the question mark that they come with. */
const ownQuestions: readonly Intent[] = [
  "human",
  "status",
  "reschedule",
  "stop",
  "delete",
  "export",
  "why",
  "offtopic",
  "language",
  "complaint",
];

/** Who wants this gives reasons for it, no answers. */
const leaving: readonly Intent[] = ["human", "stop", "delete"];

/** Of an intent that no word tells. */
const GUESSED = 0.5;

/** What the burst wants, by the words of the tables. */
export const routeByRules: Route = async (turn, signal) => {
  const burst = hear(turn);
  const { facts, agrees } = await extractByRules(turn, signal);
  const said = burst.map((heard) => ({ heard, intents: spoken(heard) }));
  const found = new Set(said.flatMap(({ intents }) => intents));
  const isAsked = turn.asked !== null || turn.askedOwn !== null;
  // Who names a job has said what they apply for; whatever else they say is an answer.
  const saysMore = facts.some(({ field }) => field !== "roles");
  const answered =
    isAsked && (facts.length > 0 || agrees !== null || (!leaving.some((intent) => found.has(intent)) && isReply(said)));
  if (answered && (turn.asked === "roles" || !saysMore || !isFirstWish(turn))) found.delete("apply");
  if (burst.some((heard) => isCorrection(heard, turn, facts.length > 0))) found.add("correction");
  const rejects = turn.asked === "confirm" && found.has("correction") && agrees !== true;
  if (answered && !rejects && !(found.has("language") && facts.length === 0)) found.add("answer");
  else if (saysMore && found.has("apply") && !rejects) found.add("answer");
  else if (facts.length > 0 && !found.has("apply") && !rejects) found.add(isFirst(turn) ? "apply" : "answer");
  if (found.size > 0) return { intents: [...found], confidence: 1 };
  const intent = rest(burst, turn);
  const guessed = intent === "answer" || !burst.every((heard) => heard.injection || isSmalltalk(heard));
  return { intents: [intent], confidence: guessed ? GUESSED : 1 };
};

/** Intents that a message says in so many words, and whether it asks something else. */
function spoken(heard: Heard): Intent[] {
  const wishes = learnedWishes(heard.calm, wishesIn(heard.calm, heard.tables));
  if (heard.injection && heard.open.replaceAll("␀", "").trim() === "") return wishes;
  const said = heard.injection ? heard.open : heard.plain;
  const words = heard.tables.flatMap(({ speech }) => speech.intents.filter(([, pattern]) => has(said, pattern)));
  const all = [...wishes, ...words.map(([intent]) => intent)];
  if (requestedLanguage(said) !== undefined) all.push("language");
  const meant = all.includes("offtopic") ? all.filter((intent) => intent !== "why") : all;
  if (heard.question && !meant.some((intent) => ownQuestions.includes(intent))) meant.push("question");
  return meant;
}

/** Something was said to what we asked, be it a refusal: not a question, a greeting or an order to the machine. */
function isReply(said: { heard: Heard; intents: Intent[] }[]): boolean {
  return said.some(
    ({ heard, intents }) =>
      saysSomething(heard) &&
      !heard.question &&
      !heard.injection &&
      !isSmalltalk(heard) &&
      intents.every((intent) => intent === "apply"),
  );
}

/** About the candidate: not about a sister alone. */
function saysSomething({ open }: Heard): boolean {
  return /[\p{L}\p{N}]/u.test(open);
}

function isSmalltalk(heard: Heard): boolean {
  const text = heard.plain.trim();
  return (
    heard.tables.some(({ speech }) => skip(text, [speech.greeting, speech.thanks]) === text.length) ||
    !/[\p{L}\p{N}]/u.test(text)
  );
}

/** "*Lopes", after a word that was written wrong. */
const starred = /^\s*\*\p{L}|\p{L}\*\s*$/u;

/** Takes something back, of this burst or of what is known. */
function isCorrection(heard: Heard, { asked, profile }: Turn, learned: boolean): boolean {
  const corrects = starred.test(heard.plain) || heard.tables.some(({ speech }) => has(heard.open, speech.correction));
  const known = Object.keys(profile).length > 0;
  if (asked === "confirm" && learned) return true;
  return corrects && (asked === "confirm" || (learned && (known || asked !== null)));
}

/** Nothing is known yet: the wish to apply is part of what is said. */
function isFirstWish({ profile }: Turn): boolean {
  return Object.keys(profile).length === 0;
}

function isFirst({ recent }: Turn): boolean {
  return recent.every(({ from }) => from === "candidate");
}

/** What is left when nothing was recognised. */
function rest(burst: Heard[], turn: Turn): Intent {
  if (burst.every(isSmalltalk)) return "smalltalk";
  if (burst.every(({ injection }) => injection)) return "offtopic";
  return turn.asked === null && turn.askedOwn === null ? "smalltalk" : "answer";
}
