import { readFile } from "node:fs/promises";
import type { RaceName } from "../database/races/races.ts";
import type { Kill } from "./report.ts";

/** A guard of the real code, broken on purpose: whoever says that it is needed has to show what happens without it. */
export interface Mutant {
  name: string;
  /** What is taken away, in plain words. */
  guard: string;
  /** In database/functions. */
  file: string;
  /** Each `find` stands in the file exactly once, so the table cannot rot. */
  edits: readonly { find: string; replace: string }[];
  /** The check that turns red (test/database/mutants.test.ts). */
  proof: RaceName;
  /** What the check then says. */
  harm: string;
}

const functions = new URL("../../database/functions/", import.meta.url);

/** Breaks one guard in a database. `run` executes SQL there, several statements at once. */
export async function breakGuard(run: (sql: string) => Promise<unknown>, mutant: Mutant): Promise<void> {
  await run(await sqlOf(mutant));
}

/** Puts the guard back. */
export async function mendGuard(run: (sql: string) => Promise<unknown>, { file }: Mutant): Promise<void> {
  await run(await readFile(new URL(file, functions), "utf8"));
}

/** The function with its guard broken. @throws unless each text is found exactly once */
export async function sqlOf({ name, file, edits }: Pick<Mutant, "name" | "file" | "edits">): Promise<string> {
  let sql = await readFile(new URL(file, functions), "utf8");
  for (const { find, replace } of edits) {
    const found = sql.split(find).length - 1;
    if (found !== 1) throw new Error(`mutant "${name}": found ${found} times in ${file}: ${find}`);
    sql = sql.replace(find, () => replace);
  }
  return sql;
}

/** The kill table, as the report prints it. */
export function killTable(): Kill[] {
  return mutants.map(({ guard, file, proof, harm }) => ({
    guard,
    where: `database/functions/${file}`,
    check: proof,
    harm,
  }));
}

export const mutants: readonly Mutant[] = [
  {
    name: "fencing token",
    guard: "a turn is committed only by the worker whose fencing token is the newest",
    file: "complete_turn.sql",
    edits: [{ find: " or c.fence <> v_fence", replace: "" }],
    proof: "claim/complete: a worker that lost its lease commits nothing",
    harm: "a worker without the lease committed its turn",
  },
  {
    name: "row lock of a commit",
    guard: "a commit holds the conversation's row from its first check to its last write",
    file: "complete_turn.sql",
    edits: [{ find: "where id = v_id for no key update;", replace: "where id = v_id;" }],
    proof: "complete/receive: an answer has read what was there when it was committed",
    harm: "an answer was committed without the message before it",
  },
  {
    name: "same commit again",
    guard: "a commit that is asked for again is recognised by its fencing token",
    file: "complete_turn.sql",
    edits: [
      {
        find: "where conversation_id = v_id and fence = v_fence;",
        replace: "where conversation_id = v_id and fence = v_fence and false;",
      },
    ],
    proof: "complete/complete: a commit asked for again is done once and answered the same",
    harm: "a turn that was committed was called lost",
  },
  {
    name: "stale check",
    guard: "a turn that has not read the newest message is run again",
    file: "complete_turn.sql",
    edits: [{ find: "if c.gen <> v_gen and not", replace: "if false and not" }],
    proof: "complete/receive: an answer has read what was there when it was committed",
    harm: "an answer was committed without the message before it",
  },
  {
    name: "re-arming",
    guard: "a commit that leaves messages behind leaves the conversation due",
    file: "complete_turn.sql",
    edits: [{ find: "due_at = case when exists (", replace: "due_at = case when false and exists (" }],
    proof: "complete/receive: what a commit leaves behind is looked at again",
    harm: "a message waits and nobody will ever look",
  },
  {
    name: "silenced turn",
    guard: "a turn that ends after a takeover or an opt-out is stored without the bot's texts",
    file: "complete_turn.sql",
    edits: [{ find: "v_silenced := c.mode = 'human' or c.opted_out_at is not null;", replace: "v_silenced := false;" }],
    proof: "takeover/complete: a turn that a takeover overtook says nothing",
    harm: "the bot answered what a person had taken over",
  },
  {
    name: "looking again after a give-back",
    guard: "a turn that left its messages to a person is run again when that person gives back before its commit",
    file: "apply_chatwoot_status.sql",
    edits: [{ find: "(mode = 'human' and v_mode = 'bot')::int", replace: "0" }],
    proof: "give-back/complete: messages that were left to a person are looked at again",
    harm: "a message was left to a person who had given back",
  },
  {
    name: "two statements",
    guard: "a claim reads messages in a later statement than the one that locks their conversation",
    file: "claim_conversations.sql",
    edits: [
      { find: "  v_claimed bigint[];", replace: "  v_claimed bigint[];\n  v_turns json;" },
      { find: "returning c.id", replace: "returning c.id, c.fence, c.gen" },
      {
        find: "select coalesce(array_agg(id), '{}') into v_claimed from leased;",
        replace: `select coalesce(array_agg(id), '{}'), coalesce(json_agg(
                    (app.turn_inputs(array[id]) -> 0)::jsonb || jsonb_build_object('fence', fence, 'gen', gen)), '[]')
                    into v_claimed, v_turns from leased;`,
      },
      { find: "'turns', app.turn_inputs(v_claimed)", replace: "'turns', v_turns" },
    ],
    proof: "claim/receive: a claim reads every message that it counts",
    harm: "a message was counted and not read",
  },
  {
    name: "lease",
    guard: "a conversation is not claimed while its lease runs",
    file: "claim_conversations.sql",
    edits: [
      {
        find: " and (lease_until is null or lease_until <= now())\n       and (failures < 2",
        replace: "\n       and (failures < 2",
      },
    ],
    proof: "claim/claim: a conversation is leased to one worker",
    harm: "two workers hold one conversation",
  },
  {
    name: "once",
    guard: "an event is stored under the hash of the provider's id, which is unique",
    file: "receive_events.sql",
    edits: [
      {
        find: "select decode(key, 'hex'), kind, source",
        replace: "select decode(key, 'hex') || decode(md5(random()::text), 'hex'), kind, source",
      },
      { find: "on decode(g.key, 'hex') = s.key;", replace: "on decode(g.key, 'hex') = substring(s.key for 32);" },
    ],
    proof: "receive/receive: an event in two requests at once is one message",
    harm: "one event became two messages",
  },
  {
    name: "taking back",
    guard: "a takeover cancels what the bot has not sent yet",
    file: "silence.sql",
    edits: [{ find: "and state = 'queued'", replace: "and false" }],
    proof: "takeover/claim_effects: what a takeover took back never leaves",
    harm: "a text that was taken back left after all",
  },
  {
    name: "taking back at STOP",
    guard: "a STOP cancels what the bot has not sent yet",
    file: "apply_control.sql",
    edits: [{ find: "if v_control in ('stop', ", replace: "if v_control in (" }],
    proof: "receive/claim_effects: what a STOP took back never leaves",
    harm: "a text from before a STOP left after a START",
  },
  {
    name: "last look",
    guard: "whether the bot may speak is asked again when its send begins",
    file: "claim_effects.sql",
    edits: [{ find: "when e.origin = 'bot' and (", replace: "when false and (" }],
    proof: "settle/takeover: a text that failed during a takeover is not tried again",
    harm: "the bot spoke after a takeover",
  },
  {
    name: "row lock of a send",
    guard: "a send begins under the conversation's row lock, which a takeover needs too",
    file: "claim_effects.sql",
    edits: [{ find: "for no key update skip locked) locked", replace: ") locked" }],
    proof: "takeover/claim_effects: a send that meets a takeover does not begin",
    harm: "a send began that did not know of the takeover before it",
  },
  {
    name: "wait for an outcome",
    guard: "a send is left alone until its answer or its status must have come",
    file: "claim_effects.sql",
    edits: [{ find: "next_at = now() + (p ->> case e.kind", replace: "next_at = now() + 0 * (p ->> case e.kind" }],
    proof: "claim_effects/claim_effects: what one sender holds no other sends",
    harm: "one text is on its way twice",
  },
  {
    name: "line",
    guard: "only the oldest open text of a conversation may leave",
    file: "claim_effects.sql",
    edits: [
      {
        find: "select heads.id from heads",
        replace: `select heads.id from (select id, conversation_id, next_at from app.effects
          where destination = v_destination and state in ('queued', 'sending', 'unknown')) heads`,
      },
      { find: " and app.is_head(e)", replace: "" },
    ],
    proof: "claim_effects/claim_effects: the texts of a conversation leave one behind the other",
    harm: "a text left beside the one before it",
  },
  {
    name: "line, looked at again",
    guard: "that nothing stands in front is asked again under the lock",
    file: "claim_effects.sql",
    edits: [{ find: " and app.is_head(e)", replace: "" }],
    proof: "status/claim_effects: what turns up in front while a send is being decided goes first",
    harm: "recruiters saw a reply before the text that it replies to",
  },
  {
    name: "one at a time",
    guard: "nothing leaves beside a send of the same line, not even what belongs in front of it",
    file: "is_head.sql",
    edits: [{ find: "b.state = 'sending' and b.next_at > now()", replace: "false" }],
    proof: "claim_effects/status: one call for a conversation at a time, whatever turns up in front",
    harm: "two calls for one conversation were under way at once",
  },
  {
    name: "counting resends",
    guard: "a send without an outcome is repeated once, and counted",
    file: "claim_effects.sql",
    edits: [{ find: " + (e.state <> 'queued')::int", replace: "" }],
    proof: "claim_effects/claim_effects: a resend is counted, and there is one",
    harm: "a resend was not counted, a text was sent a third time",
  },
  {
    name: "number of the try",
    guard: "an outcome counts only for the try that it belongs to",
    file: "settle_effect.sql",
    edits: [{ find: "attempts = (p ->> 'attempt')::int and ", replace: "" }],
    proof: "settle/settle: what became of the newest try counts",
    harm: "a text that arrived is recorded as dead",
  },
  {
    name: "state of a send",
    guard: "an outcome counts only while nothing else has told of the send",
    file: "settle_effect.sql",
    edits: [{ find: " and state = 'sending'", replace: "" }],
    proof: "status/settle: a status that was quicker than the answer stands",
    harm: "a text that had arrived was sent again",
  },
  {
    name: "late news",
    guard: "that a text was sent is news, also after it was given up or taken back",
    file: "settle_effect.sql",
    edits: [{ find: "or p ->> 'outcome' = 'sent' and", replace: "or false and" }],
    proof: "claim_effects/settle: that a text was sent is recorded, however late",
    harm: "a text that was sent is recorded as taken back",
  },
  {
    name: "status of an unknown send",
    guard: "a status answers a send whose outcome is unknown",
    file: "apply_statuses.sql",
    edits: [{ find: "when f.state in ('sending', 'unknown')", replace: "when f.state in ('sending')" }],
    proof: "status/claim_effects: a status ends the wait for an unknown outcome",
    harm: "a text that had arrived was sent again",
  },
  {
    name: "row lock of a status",
    guard: "statuses of one text are applied one after the other",
    file: "apply_statuses.sql",
    edits: [{ find: "       for update of f\n", replace: "" }],
    proof: "status/status: that a text has arrived is news once",
    harm: "one text arrived twice",
  },
];
