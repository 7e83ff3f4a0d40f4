import type { Progress } from "../../message.ts";
import type { Metrics } from "../../metrics.ts";
import { nextStep } from "../../recruiting/application.ts";
import { isField } from "../../recruiting/fields.ts";
import { ungrounded } from "../../recruiting/grounding.ts";
import { checkClaims } from "../../recruiting/profile.ts";
import { promises } from "../../recruiting/promises.ts";
import { answersOf, screen } from "../../recruiting/screening.ts";
import { fieldOf, questionIn, textOf } from "../../recruiting/vacancies.ts";
import { askOrRule, type Engines } from "../fallback.ts";
import type { Prompt } from "../model.ts";
import { ModelError } from "../patience.ts";
import { conversationTask } from "../prompts/conversation.ts";
import { render } from "../prompts/render.ts";
import { describeAnswers, describeProfile } from "../rules/describe.ts";
import { isResumed, replyByRules } from "../rules/reply.ts";
import type { Said, State, Traced } from "../state.ts";
import type { HandOffReason, Intent, Plan, Turn } from "../turn.ts";

/** What to say is decided already, and the large model costs twenty times as much as the small one. */
const toReply = { recent: 4, longest: 1_000 };
/** WhatsApp shows more, but nobody reads it. */
const LONGEST_REPLY = 1_500;

/** Checks the evidence, decides in code what comes next, and lets an engine find the words: one bubble. */
export function createConversation(engines: Engines) {
  return async (state: State, signal: AbortSignal): Promise<{ said: Traced<Said> }> => {
    const { turn, rerun, modelUntil, routed, extracted } = state;
    const inVain = [routed, extracted].some(({ trace }) => trace.fallback === "unavailable");
    const { plan, ...decided } = decide(state, engines.metrics);
    const { value, trace } = await askOrRule(engines, {
      // Handing over needs no art, and the note for the recruiter may need the time.
      model: plan.kind === "hand_off" ? undefined : engines.large,
      task: conversationTask,
      prompt: () => request(turn, plan),
      read: ({ reply }) => usable(reply, turn, plan),
      rules: () => replyByRules(turn, plan, signal),
      rerun,
      modelUntil,
      inVain,
      signal,
    });
    return { said: { value: { text: value, plan, ...decided }, trace } };
  };
}

function decide({ turn, progress, routed, extracted }: State, metrics: Metrics): Omit<Said, "text"> {
  const { intents } = routed.value;
  const { facts: claims, agrees, refuses } = extracted.value;
  // A question that a field answers is asked under its own id.
  const asking = turn.vacancy?.questions.find((question) => fieldOf(question) === turn.asked);
  const asked = turn.askedOwn?.id ?? asking?.id ?? turn.asked;
  // "Yes, and also ..." adds to what was read back; "no, only ..." takes its place.
  const correcting = intents.includes("correction") && agrees !== true;
  const { profile: known, vacancy, answers: given } = turn;
  const checked = checkClaims(claims, turn.messages, {
    profile: known,
    vacancy,
    answers: given,
    correcting,
    asked: turn.asked,
  });
  for (const { field, reason } of checked.rejected) {
    // Questions of vacancies have names without number.
    metrics.claimsRejected.inc({ field: isField(field) || field === "other" ? field : "question", reason });
  }
  const { profile, learned, facts, rejected } = checked;
  const stated = { ...given, ...Object.fromEntries(checked.answers.map(({ field, value }) => [field, value])) };
  const answers = vacancy === null ? {} : answersOf(vacancy, profile, stated);
  const about = {
    first: !turn.recent.some(({ from }) => from !== "candidate"),
    intents,
    learned,
    profile,
    answered: checked.answers.map(({ field }) => field),
    answers,
    quotes: {
      ...turn.quotes,
      ...Object.fromEntries([...facts, ...checked.answers].map(({ field, quote }) => [field, quote])),
    },
    screening: vacancy === null ? null : screen(vacancy, answers),
  };
  const changed = learned.length > 0 || checked.answers.length > 0;
  const counted = withUnclear(progress, { changed, agrees, refuses, asked, intents });
  const reason = reasonForPerson({ routed, extracted }, counted);
  const said = { facts, answers: checked.answers, rejected };
  if (reason !== null) {
    const plan: Plan = { kind: "hand_off", reason, asks: null, own: null, doubt: null, again: false, ...about };
    return { ...said, plan, progress: understood(counted) };
  }
  if (turn.decided || intents.includes("stop") || intents.includes("delete")) {
    // Whoever wants to go is told how, and is not asked the next thing: their yes is about going.
    const plan: Plan = { kind: "chat", reason: null, asks: null, own: null, doubt: null, again: false, ...about };
    return { ...said, plan, progress: counted };
  }
  const interrupted = !changed && !intents.some((intent) => intent === "answer" || intent === "correction");
  const step = nextStep({
    profile,
    vacancy,
    answers,
    choices: turn.choices.length,
    changed,
    interrupted,
    refused: refuses && !changed,
    doubt: checked.doubt,
    asked,
    agrees,
    progress: counted,
  });
  const { kind, asks, doubt, again } = step;
  const plan: Plan = { kind, reason: null, asks, own: questionIn(vacancy, asks), doubt, again, ...about };
  return { ...said, plan, progress: step.progress };
}

/** How often in a row an answer told us nothing. */
const UNCLEAR = "unclear:";
/** So often nobody wants to be misunderstood. */
const MOST_UNCLEAR = 3;
/** A router that is less sure than this has not understood. */
const LEAST_CONFIDENCE = 0.3;

function withUnclear(
  progress: Progress,
  now: { changed: boolean; agrees: boolean | null; refuses: boolean; asked: string | null; intents: Intent[] },
): Progress {
  const told = now.changed || now.agrees !== null || now.refuses || now.asked === null;
  const elsewhere = !now.intents.includes("answer");
  const before = progress.asked[UNCLEAR] ?? 0;
  const count = told ? 0 : elsewhere ? before : before + 1;
  return count === before ? progress : { ...progress, asked: { ...progress.asked, [UNCLEAR]: count } };
}

/** Whoever gives the conversation back gives it a new chance. */
function understood(progress: Progress): Progress {
  const { [UNCLEAR]: _count, ...asked } = progress.asked;
  return { ...progress, asked };
}

function reasonForPerson(
  { routed, extracted }: Pick<State, "routed" | "extracted">,
  progress: Progress,
): HandOffReason | null {
  const { intents, confidence } = routed.value;
  if (intents.includes("human")) return "human";
  if (intents.includes("complaint")) return "complaint";
  if ([routed, extracted].some(({ trace }) => trace.fallback === "refused")) return "refusal";
  if (confidence < LEAST_CONFIDENCE) return "unsure";
  return (progress.asked[UNCLEAR] ?? 0) >= MOST_UNCLEAR ? "misunderstood" : null;
}

function request(turn: Turn, plan: Plan): Prompt {
  const { kind, asks, own, doubt, again, first, intents, learned, answered, profile, answers } = plan;
  const question = own === null ? undefined : textOf(own, turn.language, turn.vacancy?.language);
  return render(
    { ...turn, profile, answers },
    {
      language: turn.language,
      first,
      ...(asks !== null && isResumed(turn) && { resumed: true }),
      ...(turn.closed !== null && { closed: turn.closed }),
      intents,
      learned,
      answered,
      plan: { kind, asks, question, doubt, again },
    },
    toReply,
  );
}

function usable(reply: string, turn: Turn, plan: Plan): string {
  const text = reply.trim();
  if (text === "" || text.length > LONGEST_REPLY) throw new ModelError("malformed");
  const [invented] = ungrounded(text, sources(turn, plan));
  if (invented !== undefined) throw new ModelError("ungrounded", invented.kind);
  if (promises(text)) throw new ModelError("ungrounded", "promise");
  return text;
}

/** Everything that a reply may repeat: what the vacancy says, and what the candidate does. */
function sources(turn: Turn, { profile, answers }: Plan): string[] {
  const { vacancy, closed } = turn;
  const own = turn.recent.filter(({ from }) => from === "candidate");
  const described = [...describeProfile(profile, turn.language), ...describeAnswers(turn, answers)];
  return [
    ...(vacancy === null ? [] : textsOf(vacancy)),
    closed ?? "",
    ...[...own, ...turn.messages].map(({ text }) => text),
    ...described.map(({ value }) => value),
    ...[profile, answers].flatMap(textsOf),
  ];
}

/** The texts in a value, wherever they stand. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
