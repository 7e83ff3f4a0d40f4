import { inboxRaces } from "./inbox.ts";
import { outboxRaces } from "./outbox.ts";
import { silenceRaces } from "./silence.ts";

/** The dangerous interleavings, each with what must hold in it. */
export const races = { ...inboxRaces, ...silenceRaces, ...outboxRaces };
export type RaceName = keyof typeof races;
