import { setTimeout as sleep } from "node:timers/promises";
import { batchBody, textBody, type WebhookBody } from "../../sandbox/webhook-body.ts";
import type { Written } from "./history.ts";
import { createPost } from "./post.ts";
import type { Random } from "./random.ts";
import { codeOf, ordinaryTexts } from "./texts.ts";
import type { World } from "./world.ts";

/** The candidates and 360dialog between them and the servers: what is not answered with 200 comes again. */

/** About so many messages each, in bursts: fewer turns than the pair rate lets through at once. */
const MESSAGES_EACH = 20;
/** One person in so many writes STOP. */
const STOP_EVERY = 12;
/** Quiet time of a person between bursts, so that most of them are answered one by one. */
const PAUSE_MS = [2_500, 5_500] as const;
const BATCH_MS = 60;
const LARGEST_BATCH = 8;
/** Bodies that may come again. */
const KEPT_BODIES = 3_000;
const longestBackoffMs = 800;

export interface Clients {
  readonly written: Written[];
  /** Ordinary messages that were acknowledged. */
  acknowledged(): number;
  /** Messages a second, from now on. */
  setRate(perSecond: number): void;
  /** Nobody begins anything new; resolves when everything that was begun is acknowledged. */
  stop(): Promise<void>;
  /** At once, whatever is open. */
  abort(): void;
}

interface Letter {
  written: Written;
  body: WebhookBody;
}

interface Bag {
  letters: Letter[];
  posted: Promise<void>;
}

/** `onPerson` may do something beside the person who has just written the first burst. */
export function startClients(parts: {
  world: World;
  random: Random;
  /** People who write at the same time. */
  crowd: number;
  onPerson: (person: string) => void;
}): Clients {
  const { world, random, onPerson } = parts;
  const written: Written[] = [];
  const state = { acknowledged: 0, people: 0, stopping: false, aborted: false };
  const pacer = createPacer();
  const mail = createMail({ world, random: random.fork(), isAborted: () => state.aborted, onAcknowledged });
  const crowd = Array.from({ length: parts.crowd }, () => writeOn(random.fork()));

  function onAcknowledged({ control }: Written): void {
    if (control === null) state.acknowledged += 1;
  }

  /** One place in the crowd: whoever has said everything makes room for the next. */
  async function writeOn(draw: Random): Promise<void> {
    await sleep(draw.between(0, 3_000));
    while (!state.stopping) {
      state.people += 1;
      await live(state.people, draw);
    }
  }

  async function live(number: number, draw: Random): Promise<void> {
    const person = String(34_600_000_000 + number);
    // Counted, not drawn: a short run has to have some too.
    const stops = number % STOP_EVERY === 3 ? draw.whole(2, 3) : undefined;
    const starts = stops !== undefined && draw.chance(0.6) ? stops + draw.whole(1, 2) : undefined;
    const quota = draw.whole(MESSAGES_EACH - 6, MESSAGES_EACH + 6);
    for (let burst = 1, said = 0; said < quota && !state.stopping; burst += 1) {
      const size = draw.whole(1, 5);
      await pacer.take(size);
      if (state.stopping) return;
      await writeBurst(person, size, draw);
      said += size;
      if (burst === 1 && stops === undefined) onPerson(person);
      if (burst === stops) await writeControl(person, "stop", draw);
      if (burst === starts) await writeControl(person, "start", draw);
      await sleep(draw.between(...PAUSE_MS));
    }
  }

  async function writeControl(person: string, control: "stop" | "start", draw: Random): Promise<void> {
    if (draw.chance(0.5)) await sleep(draw.between(0, 1_500)); // into the turn, or behind it
    await mail.send(write(person, control.toUpperCase(), control, true));
  }

  async function writeBurst(person: string, size: number, draw: Random): Promise<void> {
    const atOnce = size > 1 && draw.chance(0.18);
    const sends: Promise<void>[] = [];
    for (let n = 0; n < size; n += 1) {
      const text = `${draw.pick(ordinaryTexts)} (${codeOf(written.length)})`;
      const sending = mail.send(write(person, text, null, n === 0 || !atOnce));
      sends.push(sending);
      if (!atOnce) await sending;
      // Mostly quicker than the quiet time, now and then into the running turn.
      await sleep(draw.chance(0.1) ? draw.between(300, 700) : draw.between(0, atOnce ? 15 : 120));
    }
    await Promise.all(sends);
  }

  function write(person: string, text: string, control: Written["control"], inOrder: boolean): Letter {
    const id = `wamid.HBgL${Buffer.from(`${person}:${written.length}`).toString("base64")}`;
    const message = { person, id, text, control, acknowledgedAt: null, posts: 0, duplicates: 0, inOrder };
    written.push(message);
    return { written: message, body: textBody({ text, waId: person, id, name: `Persona ${codeOf(Number(person))}` }) };
  }

  return {
    written,
    acknowledged: () => state.acknowledged,
    setRate: (perSecond) => pacer.setRate(perSecond),
    async stop() {
      state.stopping = true;
      pacer.setRate(1_000);
      await Promise.all(crowd);
      await mail.close();
    },
    abort() {
      state.stopping = true;
      state.aborted = true;
      pacer.setRate(1_000);
    },
  };
}

/** Takes letters to a server until it says 200, alone or with those of other people, and some of them once more later. */
function createMail(parts: {
  world: World;
  random: Random;
  isAborted: () => boolean;
  onAcknowledged: (written: Written) => void;
}) {
  const { world, random, isAborted, onAcknowledged } = parts;
  const { post, close } = createPost(world.webhookSecret);
  const delivered: Letter[] = [];
  const repeats = new Set<Promise<void>>();
  /** Letters of several people that travel in one body, and its arrival. */
  let bag: Bag | undefined;

  async function send(letter: Letter): Promise<void> {
    await (random.chance(0.15) ? sendTogether(letter) : deliver([letter], letter.body));
    if (random.chance(0.1)) repeatLater();
    delivered.push(letter);
    if (delivered.length > 2 * KEPT_BODIES) delivered.splice(0, KEPT_BODIES);
  }

  async function sendTogether(letter: Letter): Promise<void> {
    if (bag === undefined || bag.letters.length >= LARGEST_BATCH) bag = openBag();
    bag.letters.push(letter);
    await bag.posted;
  }

  function openBag(): Bag {
    const letters: Letter[] = [];
    return { letters, posted: sleep(BATCH_MS).then(() => postBag(letters)) };
  }

  function postBag(letters: Letter[]): Promise<void> {
    if (bag?.letters === letters) bag = undefined;
    const bodies = letters.map(({ body }) => body);
    return deliver(letters, batchBody(bodies, random.pick(["entries", "changes", "messages"])));
  }

  async function deliver(letters: Letter[], body: WebhookBody): Promise<void> {
    const text = JSON.stringify(body);
    for (let attempt = 0; !isAborted(); attempt += 1) {
      for (const { written } of letters) written.posts += 1;
      const status = await post(random.pick(world.servers).url, text);
      if (status === 200) break;
      await sleep(Math.min(50 * 2 ** attempt, longestBackoffMs) * random.between(0.5, 1));
    }
    if (isAborted()) return;
    for (const { written } of letters) {
      written.acknowledgedAt ??= Date.now();
      onAcknowledged(written);
    }
  }

  /** An earlier one once more, on purpose. Nobody waits for it, and nobody tries again. */
  function repeatLater(): void {
    if (delivered.length === 0) return;
    const { written, body } = random.pick(delivered);
    const repeat = sleep(random.between(0, 4_000)).then(async () => {
      if (isAborted()) return;
      written.posts += 1;
      written.duplicates += 1;
      await post(random.pick(world.servers).url, JSON.stringify(body));
    });
    repeats.add(repeat);
    void repeat.finally(() => repeats.delete(repeat));
  }

  return {
    send,
    async close() {
      await Promise.all(repeats);
      close();
    },
  };
}

/** Spreads what is written evenly; what was missed is not made up for. */
function createPacer() {
  let gapMs = 100;
  let nextAt = 0;
  return {
    setRate(perSecond: number): void {
      gapMs = 1_000 / perSecond;
    },
    async take(count: number): Promise<void> {
      const now = Date.now();
      const at = Math.max(now, nextAt);
      nextAt = at + count * gapMs;
      if (at > now) await sleep(at - now);
    },
  };
}
