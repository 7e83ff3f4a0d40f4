-- What a recruiter decided about the conversation's newest application that has not ended, or took back (null). The candidate
-- is told by a task once the time for second thoughts is over; a task whose decision does not stand any more comes to nothing.
-- False: there is no application. The caller holds the conversation's row lock.
create or replace function app.apply_decision(p_conversation bigint, p_decision text, p_at timestamptz, p_undo interval)
returns boolean
language plpgsql set search_path = '' as $$
declare
  a app.applications;
  v_told text;
begin
  select * into a from app.applications
   where conversation_id = p_conversation and state <> 'ended' order by id desc limit 1;
  -- A decision that comes late is not about an application that began after it. Two clocks differ by seconds.
  if a.id is null or a.created_at > p_at + interval '5 seconds' then
    return false;
  end if;
  if a.decided_at > p_at or a.decision is not distinct from p_decision then
    return true; -- webhooks overtake each other, and the same decision comes more than once
  end if;
  update app.applications set decision = p_decision, decided_at = p_at, decided_by = 'chatwoot', updated_at = now()
   where id = a.id;
  insert into app.audit (actor, action, application_id, conversation_id, detail)
  values ('chatwoot', 'decision', a.id, p_conversation, jsonb_build_object('old', a.decision, 'new', p_decision));

  -- What was to be told and has not left. Effects that a status is being written to are passed over (see silence).
  update app.effects set state = 'cancelled', error = 'taken_back'
   where id = any (array(
     select id from app.effects
      where conversation_id = p_conversation and destination = 'whatsapp' and state = 'queued'
        and body ->> 'application' = a.id::text
        for no key update skip locked));

  select body ->> 'decision' into v_told from app.effects
   where conversation_id = p_conversation and kind = 'text' and body ->> 'application' = a.id::text
     and state not in ('dead', 'cancelled') and delivery is distinct from 'failed'
   order by id desc limit 1;
  if p_decision is not null and p_decision is distinct from v_told then
    -- Of no conversation, or it would hold up the other tasks of this one.
    insert into app.effects (key, destination, origin, kind, body, next_at, due_at)
    values ('decision:' || a.id || ':' || extract(epoch from p_at) || ':' || p_decision, 'task', 'control', 'tell_decision',
            jsonb_build_object('application', a.id, 'decided_at', p_at), now() + p_undo, now() + p_undo)
    on conflict (key) do nothing;
  end if;
  return true;
end
$$;
select app.seal('app.apply_decision(bigint, text, timestamptz, interval)');
