-- Commits a turn, all or nothing, if the lease is still ours.
--
-- p: {conversation, fence, gen, force, lease_ms, typing, message_ids, decision, checkpoint_id, summary, progress,
--     hand_off, effects: [{destination, origin, kind, body}, ...],
--     facts: [{field, value, message_id, quote, confidence}, ...],
--     answers?: like facts, application?: {id, vacancy, version, screening, submitted} or null, ended?: id or null}
--    Processes from before there were vacancies send none of the last three.
-- returns: {outcome, more?, turn?}     more: messages are left, the next turn is due
--   committed  done
--   lost       another worker holds or has finished this conversation: drop everything
--   stale      newer messages arrived: turn holds the input read again under the same, extended lease
--   silenced   done, but a human took over or the person opted out meanwhile: no effect of origin bot
create or replace function public.complete_turn(p json) returns json
-- Planning the turn input costs more than running it, and its plan does not depend on the values.
-- No full scans: a plan that was made while a table was empty is kept, and would read it whole once it is full.
language plpgsql security definer set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  v_id bigint := (p ->> 'conversation')::bigint;
  v_fence bigint := (p ->> 'fence')::bigint;
  v_gen bigint := (p ->> 'gen')::bigint;
  c app.conversations;
  v_silenced boolean;
  v_messages bigint[] := array(select json_array_elements_text(p -> 'message_ids')::bigint);
  v_trace uuid;
  v_received_at timestamptz;
  v_turn bigint;
  v_application bigint;
  v_more boolean;
begin
  -- From here on nothing reaches this conversation: receive_events, claims and sends wait for or skip the row.
  select * into c from app.conversations where id = v_id for no key update;
  -- The same commit asked for again, after an answer that got lost on its way.
  select silenced into v_silenced from app.turns where conversation_id = v_id and fence = v_fence;
  if found then
    return json_build_object('outcome', case when v_silenced then 'silenced' else 'committed' end);
  end if;
  if c.id is null or c.fence <> v_fence then
    return json_build_object('outcome', 'lost');
  end if;
  if c.lease_until is null then
    return json_build_object('outcome', 'lost'); -- released meanwhile
  end if;

  if c.gen <> v_gen and not (p ->> 'force')::boolean then
    update app.conversations
       set lease_until = now() + (p ->> 'lease_ms')::int * interval '1 ms', first_due_at = null
     where id = v_id;
    if (p ->> 'typing')::boolean then
      perform app.add_receipts(array[v_id]);
    end if;
    return json_build_object('outcome', 'stale', 'turn', app.turn_inputs(array[v_id]) -> 0);
  end if;

  v_silenced := c.mode = 'human' or c.opted_out_at is not null;

  select (array_agg(m.trace order by m.sent_at desc, m.id desc))[1],
         min((select e.received_at from app.events e where e.id = m.event_id))
    into v_trace, v_received_at
    from app.messages m where m.id = any (v_messages) and m.conversation_id = v_id;
  insert into app.turns (conversation_id, fence, silenced, decision, claimed_at, trace, received_at)
  values (v_id, v_fence, v_silenced, (p ->> 'decision')::jsonb, c.claimed_at, v_trace,
          -- To say that the turn was given up is no answer that could be on time.
          case when p -> 'decision' ->> 'step' is distinct from 'poison' then v_received_at end)
  returning id into v_turn;

  update app.messages set turn_id = v_turn where id = any (v_messages) and conversation_id = v_id and turn_id is null;

  update app.applications set state = 'ended', updated_at = now()
   where id = (p ->> 'ended')::bigint and conversation_id = v_id;
  if p ->> 'application' is not null then
    v_application := app.save_application(v_id, v_turn, p -> 'application');
  end if;

  insert into app.effects (conversation_id, turn_id, key, destination, origin, kind, body, state, trace)
  select v_id, v_turn, 'turn:' || v_turn || ':' || e.n, e.v ->> 'destination', e.v ->> 'origin', e.v ->> 'kind',
         case when e.v ->> 'kind' = 'application' -- recruiters see which one it is; the turn that begins it cannot know
              then jsonb_set((e.v ->> 'body')::jsonb, '{attributes,application}', to_jsonb(coalesce(v_application::text, '')))
              else (e.v ->> 'body')::jsonb end,
         case when v_silenced and (e.v ->> 'origin' = 'bot' or (e.v -> 'body' ->> 'handOff')::boolean)
              then 'cancelled' else 'queued' end, v_trace
    from json_array_elements(p -> 'effects') with ordinality as e (v, n)
   order by e.n;

  -- What the candidate said counts, whoever goes on from here.
  perform app.add_facts(c.contact_id, v_turn, p -> 'facts');
  perform app.add_answers(v_id, v_turn, v_application, p -> 'answers');

  -- Under the row lock "is anything left" is exact: no receive_events can commit a message now.
  update app.conversations set
    lease_until = null,
    attempts = 0,
    failures = 0,
    checkpoint_id = p ->> 'checkpoint_id',
    summary = p ->> 'summary',
    progress = case when v_silenced then progress else coalesce((p ->> 'progress')::jsonb, progress) end,
    mode = case when (p ->> 'hand_off')::boolean then 'human' else mode end,
    due_at = case when exists (select from app.messages where conversation_id = v_id and turn_id is null)
                  then case when c.gen = v_gen then now() else c.due_at end end
   where id = v_id
  returning due_at is not null into v_more;

  return json_strip_nulls(json_build_object(
    'outcome', case when v_silenced then 'silenced' else 'committed' end, 'more', nullif(v_more, false)));
end
$$;
select app.seal('public.complete_turn(json)');
