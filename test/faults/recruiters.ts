import { setTimeout as sleep } from "node:timers/promises";
import type { FakeChatwoot } from "../../sandbox/fake-chatwoot.ts";
import type { Takeover } from "./history.ts";
import type { Random } from "./random.ts";
import { codeOf, recruiterTexts } from "./texts.ts";

type Delivery = FakeChatwoot["deliveries"][number];

const WATCH_MS = 50;
/** Webhooks wait in one line, behind every other event of the account. */
const PATIENCE_MS = 60_000;
/** Of the people that recruiters could talk to. */
const SHARE = 0.1;

/** A click on "resolve" may be in force from its moment on, long before anybody has seen the webhook answered. */
interface SeenTakeover extends Takeover {
  givingBackAt: number | null;
}

interface Recruiters {
  readonly takeovers: SeenTakeover[];
  /** Perhaps somebody takes this person over soon, while they write on. */
  consider(person: string): void;
  stop(): Promise<void>;
}

/** Recruiters who reply in the middle of a conversation, and give some of them back. */
export function startRecruiters(chatwoot: FakeChatwoot, random: Random): Recruiters {
  const takeovers: SeenTakeover[] = [];
  const conversations = new Map<string, number>();
  const watch = watchDeliveries(chatwoot);
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  let replies = 0;
  chatwoot.onMessage((_message, { id, contact_inbox }) => conversations.set(contact_inbox.source_id, id));

  async function takeOver(person: string, draw: Random): Promise<void> {
    await pause(draw.between(1_000, 12_000));
    const conversation = conversations.get(person);
    if (conversation === undefined || stopping.signal.aborted) return;
    replies += 1;
    const text = `${draw.pick(recruiterTexts)} (r${codeOf(replies)})`;
    const { id } = chatwoot.humanReply(conversation, text);
    const told = await watch.until(({ event, message_id }) => event === "message_created" && message_id === id);
    // Chatwoot does not repeat it: without an answer nobody has taken over, as far as anybody can be sure.
    if (told?.status !== 200) return;
    const acknowledgedAt = Date.parse(told.at);
    const takeover: SeenTakeover = { person, acknowledgedAt, text, givenBackAt: null, givingBackAt: null };
    takeovers.push(takeover);
    if (!draw.chance(0.6)) return;
    await pause(draw.between(3_000, 12_000));
    if (!stopping.signal.aborted) await giveBack(takeover, conversation, draw);
  }

  async function giveBack(takeover: SeenTakeover, conversation: number, draw: Random): Promise<void> {
    const before = chatwoot.conversations.find(({ id }) => id === conversation)?.status;
    const status = before === "open" && draw.chance(0.4) ? "pending" : "resolved";
    takeover.givingBackAt = Date.now();
    chatwoot.setStatus(conversation, status);
    // A note takes its place in the line right behind the click, and means nothing to the service.
    const { id } = chatwoot.humanReply(conversation, "given back", { private: true });
    const note = await watch.until(({ message_id }) => message_id === id);
    if (note === undefined) return;
    const { deliveries } = chatwoot;
    const click = deliveries
      .slice(0, deliveries.lastIndexOf(note))
      .findLast(({ event, conversation_id: of }) => event === "conversation_status_changed" && of === conversation);
    if (click?.status === 200) takeover.givenBackAt = Date.parse(click.at);
  }

  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  }

  return {
    takeovers,
    consider(person) {
      if (!random.chance(SHARE)) return;
      const work = takeOver(person, random.fork());
      running.add(work);
      void work.finally(() => running.delete(work));
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
      watch.stop();
    },
  };
}

/** Waits for what the webhook answered. The journal forgets the oldest, so it is read as it grows. */
function watchDeliveries({ deliveries }: FakeChatwoot) {
  const waiting = new Set<{ fits: (delivery: Delivery) => boolean; tell: (delivery: Delivery | undefined) => void }>();
  let last: Delivery | undefined = deliveries.at(-1);
  const timer = setInterval(look, WATCH_MS);

  function look(): void {
    const seen = last;
    last = deliveries.at(-1);
    if (waiting.size === 0) return;
    for (let n = deliveries.length - 1; n >= 0; n -= 1) {
      const delivery = deliveries[n];
      if (delivery === undefined || delivery === seen) return;
      for (const one of waiting) if (one.fits(delivery)) one.tell(delivery);
    }
  }

  return {
    until(fits: (delivery: Delivery) => boolean): Promise<Delivery | undefined> {
      return new Promise((resolve) => {
        const limit = setTimeout(() => entry.tell(undefined), PATIENCE_MS);
        const entry = {
          fits,
          tell(delivery: Delivery | undefined) {
            clearTimeout(limit);
            waiting.delete(entry);
            resolve(delivery);
          },
        };
        waiting.add(entry);
      });
    },
    stop: () => clearInterval(timer),
  };
}
