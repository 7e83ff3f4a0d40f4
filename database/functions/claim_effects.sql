-- Takes due effects of one destination for sending: the oldest open one of each conversation, never two at a time.
--
-- p: {destination, limit, unknown_wait_ms, receipt_wait_ms, pair_interval_ms, pair_burst}
-- returns: {ruled_out: [{id, kind, destination, reason, trace, since_ms}, ...], next_due_ms,
--           effects: [{id, attempt, tries, resend, conversation, destination, kind, trace, body, recipient, since_ms}, ...]}
--          since_ms: since the oldest message was received that the text answers; null for what answers none
--          for Chatwoot instead of the last two {contact: {wa_id, bsuid, name}, chatwoot: {contact, conversation}}
--
-- An effect that is still "sending" or "unknown" when its next_at comes was sent without an answer and no status has
-- told us of it: it is sent once more, then given up. Chatwoot can be asked whether it has arrived, so there it may be
-- tried again and again. next_at is moved ahead here, so a worker that dies while sending leaves exactly such an effect
-- behind.
--
-- Pair rate: every candidate has room for pair_burst texts, which comes back by one every pair_interval_ms. Who has none
-- left waits, in next_at. A line that is paused waits as a whole.
create or replace function public.claim_effects(p json) returns json
-- No full scans: a plan that was made while a table was empty is kept, and would read it whole once it is full.
language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  -- A build that knows only one destination names none.
  v_destination text := coalesce(p ->> 'destination', 'whatsapp');
  v_interval interval := coalesce((p ->> 'pair_interval_ms')::int, 0) * interval '1 ms';
  v_full interval := v_interval * (coalesce((p ->> 'pair_burst')::int, 1) - 1);
  v_paused integer;
  v_heads bigint[];
  v_locked bigint[];
  v_ruled_out json;
  v_claimed json;
begin
  select ceil(1000 * extract(epoch from until - now())) into v_paused
    from app.pauses where destination = v_destination and until > now();
  if found then
    return json_build_object('effects', '[]'::json, 'ruled_out', '[]'::json, 'next_due_ms', v_paused);
  end if;

  -- From the first open effect of one conversation straight to that of the next: what stands behind them is not read,
  -- however many thousands a neighbour that was away has left behind.
  with recursive heads as (
    (select id, conversation_id, next_at from app.effects
      where destination = v_destination and state in ('queued', 'sending', 'unknown')
      order by conversation_id, id limit 1)
    union all
    select later.* from heads cross join lateral (
      select id, conversation_id, next_at from app.effects
       where destination = v_destination and state in ('queued', 'sending', 'unknown')
         and conversation_id > heads.conversation_id
       order by conversation_id, id limit 1) later
  )
  select coalesce(array_agg(id), '{}') into v_heads from (
    select heads.id from heads
     where heads.next_at <= now()
       -- What stands behind a text on its way to the candidate waits until it is known to have left.
       and not (v_destination = 'chatwoot' and exists (
         select from app.effects t
          where t.conversation_id = heads.conversation_id and t.destination = 'whatsapp' and t.state = 'sending'
            and t.kind = 'text' and t.next_at > now()))
     order by heads.next_at
     limit (p ->> 'limit')::int) due;
  if v_heads = '{}' then
    return json_build_object('effects', '[]'::json, 'ruled_out', '[]'::json, 'next_due_ms', app.next_effect_due_ms(v_destination));
  end if;

  -- Takeover, opt-out and other senders are kept out by the conversation's row lock; sending_at is set under it.
  select coalesce(array_agg(id), '{}') into v_locked from (
    select c.id from app.conversations c
     where c.id in (select conversation_id from app.effects where id = any (v_heads))
       for no key update skip locked) locked;

  -- A new statement, so that what was committed before we had the lock is seen. Rows in order of id (see receive_events).
  perform from app.effects where id = any (v_heads) and conversation_id = any (v_locked) order by id for update;

  with verdicts as (
    select e.id, case
        when e.origin = 'bot' and (c.mode = 'human' or c.opted_out_at is not null) then 'silenced'
        when ((e.body ->> 'handOff')::boolean or e.body ? 'decision') and c.opted_out_at is not null then 'silenced'
        when e.kind = 'open' and c.mode = 'bot' then 'given_back' -- they have resolved it since
        when e.state <> 'queued' and e.kind = 'read' then 'no_answer'
        when e.state <> 'queued' and e.unknowns >= case v_destination when 'whatsapp' then 1 else 20 end then 'no_answer'
        when e.kind = 'text' and not e.body ? 'template' and c.last_inbound_at < now() - interval '24 hours'
          then 'window_closed'
      end as reason
      from app.effects e join app.conversations c on c.id = e.conversation_id
     where e.id = any (v_heads) and c.id = any (v_locked)
       and e.state in ('queued', 'sending', 'unknown') and e.next_at <= now()
  ), ruled_out as (
    update app.effects e set state = case when v.reason in ('silenced', 'given_back') then 'cancelled' else 'dead' end, error = v.reason
      from verdicts v where v.id = e.id and v.reason is not null
    returning e.id, e.kind, e.destination, e.error as reason, e.trace,
      (select app.elapsed_ms(t.received_at, clock_timestamp()) from app.turns t
        where t.id = e.turn_id and e.kind = 'text' and e.destination = 'whatsapp') as since_ms
  )
  select coalesce(json_agg(r), '[]') into v_ruled_out from ruled_out r;

  update app.effects e set
    next_at = c.pair_until - v_full,
    state = case e.state when 'sending' then 'unknown' else e.state end -- it is not on its way any more
    from app.conversations c
   where v_interval > '0' and v_destination = 'whatsapp' and e.kind = 'text' and c.id = e.conversation_id
     and e.id = any (v_heads) and c.id = any (v_locked)
     and e.state in ('queued', 'sending', 'unknown') and e.next_at <= now() and c.pair_until - v_full > now();

  with sending as (
    update app.effects e set
      state = 'sending',
      attempts = e.attempts + 1,
      unknowns = e.unknowns + (e.state <> 'queued')::int,
      sending_at = clock_timestamp(),
      mirror_id = case when v_destination = 'whatsapp' and e.kind = 'text'
                       then coalesce(e.mirror_id, nextval(pg_get_serial_sequence('app.effects', 'id'))) end,
      next_at = now() + (p ->> case e.kind when 'read' then 'receipt_wait_ms' else 'unknown_wait_ms' end)::int
                        * interval '1 ms'
     where e.id = any (v_heads) and e.conversation_id = any (v_locked)
       and e.state in ('queued', 'sending', 'unknown') and e.next_at <= now() and app.is_head(e)
    returning e.*
  ), paid as (
    update app.conversations c set pair_until = greatest(c.pair_until, now()) + v_interval
      from sending s
     where c.id = s.conversation_id and v_destination = 'whatsapp' and s.kind = 'text'
  )
  select coalesce(json_agg(jsonb_build_object('id', s.id, 'attempt', s.attempts, 'tries', s.attempts - s.tries_before,
           'resend', s.unknowns > 0, 'conversation', s.conversation_id, 'destination', s.destination, 'kind', s.kind,
           'trace', s.trace) ||
           case v_destination
             when 'chatwoot' then app.for_chatwoot(s.kind, s.body, c)
             else jsonb_build_object('body', s.body, 'recipient', c.recipient, 'since_ms', case when s.kind = 'text' then (
               select app.elapsed_ms(t.received_at, clock_timestamp()) from app.turns t where t.id = s.turn_id) end)
           end order by s.id), '[]')
    into v_claimed
    from sending s join app.conversations c on c.id = s.conversation_id;

  return json_build_object('effects', v_claimed, 'ruled_out', v_ruled_out, 'next_due_ms', case
    when json_array_length(v_ruled_out) > 0 then 0 -- the next in line may go now
    when json_array_length(v_claimed) < cardinality(v_heads) then 50 -- somebody writes the others now, and is quick
    else app.next_effect_due_ms(v_destination) end);
end
$$;
select app.seal('public.claim_effects(json)');
