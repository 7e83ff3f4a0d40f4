-- Stores what a recruiter did in Chatwoot and does it, all or nothing: a reply takes the conversation over and leaves for
-- WhatsApp, a status says who answers, a decision is about the candidate's application.
--
-- p: {key, kind, source, conversation, source_id, action: {type: reply | unsendable | status | decision, ...} or null, note,
--     replays, undo_ms}
--    replays: the parked event that this was made of, now that somebody understands it
--    note: what recruiters are told about a reply that cannot be sent on, or only in part (incomplete)
--    undo_ms: how long a decision can be taken back before the candidate is told of it
-- returns: {outcome: stored | duplicate | parked, took_over?: the bot answered until now and is silent from here on}
--    parked: not understood, of a conversation that is not ours, or a decision where there is no application
create or replace function public.receive_recruiter_event(p json) returns json
language plpgsql security definer set search_path = '' set enable_seqscan = off
set statement_timeout = '1500ms' as $$
declare
  v_action json := p -> 'action';
  v_type text := v_action ->> 'type';
  v_event bigint;
  v_id bigint;
  c app.conversations;
  v_ours boolean;
begin
  insert into app.events (key, kind, source, parked)
  values (decode(p ->> 'key', 'hex'), p ->> 'kind', p ->> 'source', v_type is null)
  on conflict (key) do nothing
  returning id into v_event;
  if v_event is null and v_type is not null then
    update app.events set parked = false, kind = p ->> 'kind'
     where id = (p ->> 'replays')::bigint and key = decode(p ->> 'key', 'hex') and parked
    returning id into v_event;
  end if;
  if v_event is null then
    return json_build_object('outcome', 'duplicate');
  end if;
  if v_type is null then
    return json_build_object('outcome', 'parked');
  end if;

  select id into v_id from app.conversations
   where chatwoot_conversation = (p ->> 'conversation')::bigint order by id desc limit 1;
  if v_id is null then
    -- A recruiter may be quicker than our note of where Chatwoot keeps the conversation, or write in another one of the
    -- same candidate: their words count there too, its status and its attributes do not.
    select id into v_id from app.conversations
     where channel = 'whatsapp' and (chatwoot_conversation is null or v_type not in ('status', 'decision'))
       and contact_id = coalesce(app.contact_of('wa_id', p ->> 'source_id'), app.contact_of('bsuid', p ->> 'source_id'));
  end if;
  select * into c from app.conversations where id = v_id for no key update;
  v_ours := c.id is not null;
  if v_ours and v_type = 'decision' then
    v_ours := app.apply_decision(c.id, v_action ->> 'decision', (v_action ->> 'at')::timestamptz,
                coalesce((p ->> 'undo_ms')::int, 600000) * interval '1 ms');
  end if;
  if not v_ours then
    update app.events set parked = true where id = v_event;
    return json_build_object('outcome', 'parked');
  end if;

  -- A body that could not be told apart has become an event with a key of its own.
  update app.events set parked = false where id = (p ->> 'replays')::bigint;

  if v_type = 'status' then
    perform app.apply_chatwoot_status(c, v_action ->> 'status', (v_action ->> 'at')::timestamptz);
  end if;
  if v_type in ('status', 'decision') then
    return json_build_object('outcome', 'stored', 'took_over',
      c.mode = 'bot' and exists (select from app.conversations where id = c.id and mode = 'human'));
  end if;

  -- Whoever writes to the candidate has taken over, whatever Chatwoot's status says.
  update app.conversations set mode = 'human' where id = c.id;
  perform app.silence(c.id, true);
  insert into app.effects (conversation_id, key, destination, origin, kind, body)
  select c.id, 'event:' || v_event || ':' || kind, destination, origin, kind, body
    from (values
      ('whatsapp', 'human', 'text',
       jsonb_build_object('text', v_action ->> 'text', 'message', (v_action ->> 'messageId')::bigint), v_type = 'reply'),
      ('chatwoot', 'control', 'delivery',
       jsonb_build_object('status', 'failed', 'error', 'not_text', 'message', (v_action ->> 'messageId')::bigint),
       v_type = 'unsendable'),
      ('chatwoot', 'control', 'note', jsonb_build_object('text', p ->> 'note'),
       v_type = 'unsendable' or coalesce((v_action ->> 'incomplete')::boolean, false)),
      ('chatwoot', 'control', 'open', '{}'::jsonb, c.chatwoot_status is distinct from 'open')
    ) as wanted (destination, origin, kind, body, applies)
   where applies;
  return json_build_object('outcome', 'stored', 'took_over', c.mode = 'bot');
end
$$;
select app.seal('public.receive_recruiter_event(json)');
