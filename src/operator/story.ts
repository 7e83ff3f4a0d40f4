import type { Result } from "../platform/procedures.ts";

/** The story of a conversation as lines for people. */

type Story = Result<"explain">;
type Turn = Story["turns"][number];
type Effect = Turn["effects"][number];

export function describeStory({ conversation, turns }: Story): string[] {
  const known = Object.entries(conversation ?? {}).filter(([key, value]) => key !== "id" && value !== null);
  const head = `conversation ${text(conversation?.["id"])}  ${known.map(([key, value]) => `${key}=${text(value)}`).join(" ")}`;
  return [head, ...turns.flatMap(describeTurn), ...totalLine(turns)];
}

function describeTurn(turn: Turn): string[] {
  const { turn_id, committed_at, turn_ms, silenced } = turn;
  const facts = turn.facts.map(
    (fact) =>
      `  learned   ${fact.field} = ${JSON.stringify(fact.value)} from ${JSON.stringify(fact.quote)} (message ${fact.message}, confidence ${round(fact.confidence)}${fact.superseded ? ", corrected later" : ""})`,
  );
  const head = [
    `turn ${turn_id}  committed ${committed_at}`,
    turn_ms !== null && `took ${turn_ms} ms`,
    typeof turn.trace === "string" && `trace ${turn.trace}`,
    silenced === true && "silenced: a person or STOP came first",
  ].filter((part) => part !== false);
  const received = answerMs(turn);
  return [
    "",
    turn_id === null ? "of no turn: what waits, receipts, what recruiters did" : head.join(", "),
    ...turn.messages.map((message) => describeMessage(message, turn.trace)),
    ...facts,
    ...(turn.decision === null ? [] : [`  decision  ${describeDecision(turn.decision)}`]),
    ...turn.effects.map(describeEffect),
    ...(received === undefined ? [] : [`  total     received to answer sent: ${received} ms`]),
  ];
}

function describeMessage(message: Turn["messages"][number], turnTrace: Turn["trace"]): string {
  const { id, control, received_at, wait_ms, trace } = message;
  const facts = [
    `received ${received_at ?? "(pruned)"}`,
    wait_ms === null ? "not claimed" : `claimed after ${wait_ms} ms`,
    ...(control === null ? [] : [`control ${control}`]),
    ...(typeof trace !== "string" || trace === turnTrace ? [] : [`trace ${trace}`]),
  ];
  return `  message   ${id} ${facts.join(", ")}: ${JSON.stringify(message.text)}`;
}

function describeDecision(decision: Record<string, unknown>): string {
  const names = [
    "engine",
    "step",
    "asks",
    "intents",
    "controls",
    "learned",
    "screening",
    "rejected",
    "failures",
    "language",
    "rules",
  ];
  const shown = names.filter((name) => decision[name] !== undefined).map((name) => `${name}=${text(decision[name])}`);
  const cost = decision["cost_usd"];
  return [...shown, ...(typeof cost === "number" ? [`cost=${cost.toFixed(6)} USD`] : [])].join(" ");
}

function describeEffect(effect: Effect): string {
  const { id, destination, kind, origin, state, attempts, unknowns, delivery, error } = effect;
  const times = [
    ["queue", effect.queue_ms],
    ["send", effect.send_ms],
    ["delivery", effect.delivery_ms],
  ].flatMap(([name, ms]) => (ms === null ? [] : [`${name} ${ms} ms`]));
  const facts = [
    `${destination} ${kind} of ${origin}`,
    state,
    `attempts ${attempts}`,
    ...(unknowns > 0 ? [`unknown ${unknowns}`] : []),
    ...times,
    ...(delivery === null ? [] : [delivery]),
    ...(error === null ? [] : [`error ${error}`]),
  ];
  return `  effect    ${id} ${facts.join(", ")}${effect.text === null ? "" : `: ${JSON.stringify(effect.text)}`}`;
}

/** From the first message of a turn to the first text that left for it; undefined when none did. */
function answerMs({ messages, effects }: Turn): number | undefined {
  const received = messages.flatMap(({ received_at }) => (received_at === null ? [] : [Date.parse(received_at)]));
  const sent = effects
    .filter(({ destination, kind }) => destination === "whatsapp" && kind === "text")
    .flatMap(({ created_at, queue_ms, send_ms }) =>
      queue_ms === null || send_ms === null ? [] : [Date.parse(created_at) + queue_ms + send_ms],
    );
  return received.length === 0 || sent.length === 0 ? undefined : Math.min(...sent) - Math.min(...received);
}

function totalLine(turns: Turn[]): string[] {
  const times = turns.flatMap((turn) => answerMs(turn) ?? []).sort((a, b) => a - b);
  const messages = turns.reduce((sum, turn) => sum + turn.messages.length, 0);
  const cost = turns.reduce((sum, { decision }) => sum + Number(decision?.["cost_usd"] ?? 0), 0);
  const committed = turns.filter(({ turn_id }) => turn_id !== null).length;
  const median = times[Math.floor(times.length / 2)];
  const answered =
    median === undefined ? "no answer left" : `received to answer sent: median ${median} ms, most ${times.at(-1)} ms`;
  return ["", `in all  ${messages} messages, ${committed} turns, ${answered}, cost ${cost.toFixed(6)} USD`];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
