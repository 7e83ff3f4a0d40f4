import pg from "pg";
import { z } from "zod";

/** What a restore leaves to do, and what it took over from the data that it replaced: null when that could not be read. */
export const aftermathSchema = z.object({
  opt_outs: z.int().nullable(),
  humans: z.int().nullable(),
  queued: z.int(),
  unanswered: z.int(),
});
export type Aftermath = z.infer<typeof aftermathSchema>;

/**
 * Takes over from the schema that is kept who said STOP since the dump and which conversations are a person's now: the bot
 * may not write to them on the strength of old data. Only where id, channel and a name of the person are the same.
 * One row with one object of JSON. For the restore's own transaction.
 * @param kept undefined when there is nothing to take over from
 */
export function carryOverSql(kept: string | undefined): string {
  const left = `'queued', (select count(*) from app.effects where state in ('queued', 'sending', 'unknown')),
    'unanswered', (select count(*) from app.messages where turn_id is null)`;
  if (kept === undefined) return `select json_build_object('opt_outs', null, 'humans', null, ${left});`;
  const before = pg.escapeIdentifier(kept);
  return `with carried as (
      select c.id, k.chatwoot_status, k.chatwoot_status_at, k.mode = 'human' and c.mode = 'bot' as human,
             case when c.opted_out_at is null then k.opted_out_at end as opted_out_at
        from app.conversations c join ${before}.conversations k on k.id = c.id and k.channel = c.channel
       where (k.mode = 'human' and c.mode = 'bot' or k.opted_out_at is not null and c.opted_out_at is null)
         and (k.recipient = c.recipient
              or exists (select from app.contact_aliases a join ${before}.contact_aliases b using (kind, value)
                          where a.contact_id = c.contact_id and b.contact_id = k.contact_id))),
    done as (
      update app.conversations c set
        opted_out_at = coalesce(c.opted_out_at, carried.opted_out_at),
        mode = case when human then 'human' else c.mode end,
        chatwoot_status = case when human then carried.chatwoot_status else c.chatwoot_status end,
        chatwoot_status_at = case when human then carried.chatwoot_status_at else c.chatwoot_status_at end
        from carried where c.id = carried.id)
    select json_build_object('opt_outs', count(opted_out_at), 'humans', count(*) filter (where human), ${left}) from carried;`;
}
