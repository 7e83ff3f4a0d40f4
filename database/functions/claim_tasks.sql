-- Takes due tasks: work beside the conversations. Schedules that are due become tasks first. A task whose worker died
-- comes back when its lease (next_at) ends; one that has used up its tries that way is dead.
--
-- p: {limit, lease_ms, max_tries}
-- returns: {ruled_out: [{id, kind, destination, reason}, ...], next_due_ms,
--           effects: [{id, attempt, tries, resend, conversation, destination, kind, body}, ...]}
create or replace function public.claim_tasks(p json) returns json
language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  v_due bigint[];
  v_ruled_out json;
  v_claimed json;
begin
  with due as (
    select kind from app.schedules where next_at <= now() order by kind for update skip locked
  ), moved as (
    update app.schedules s set next_at = now() + s.every_ms * interval '1 ms' from due where s.kind = due.kind
    returning s.kind
  )
  insert into app.effects (key, destination, origin, kind, body)
  select 'schedule:' || kind || ':' || extract(epoch from now())::bigint, 'task', 'control', kind, '{}' from moved m
   -- One that is still at work is enough.
   where not exists (select from app.effects e where e.destination = 'task' and e.kind = m.kind
                        and e.state in ('queued', 'sending', 'unknown'))
  on conflict (key) do nothing;

  -- Tasks of one conversation in order, all others side by side.
  select coalesce(array_agg(id), '{}') into v_due from (
    select e.id from app.effects e
     where e.destination = 'task' and e.state in ('queued', 'sending', 'unknown') and e.next_at <= now()
       and (e.conversation_id is null or app.is_head(e))
     order by e.next_at
     limit (p ->> 'limit')::int
       for update skip locked) due;

  with ruled_out as (
    update app.effects e set state = 'dead', error = 'no_answer'
     where e.id = any (v_due) and e.state <> 'queued' and e.attempts - e.tries_before >= (p ->> 'max_tries')::int
    returning e.id, e.kind, e.destination, e.error as reason
  )
  select coalesce(json_agg(r), '[]') into v_ruled_out from ruled_out r;

  with working as (
    update app.effects e set
      state = 'sending',
      attempts = e.attempts + 1,
      sending_at = clock_timestamp(),
      next_at = now() + (p ->> 'lease_ms')::int * interval '1 ms'
     where e.id = any (v_due) and e.state in ('queued', 'sending', 'unknown')
    returning e.*
  )
  select coalesce(json_agg(json_build_object('id', w.id, 'attempt', w.attempts, 'tries', w.attempts - w.tries_before,
           'resend', false, 'conversation', w.conversation_id, 'destination', w.destination, 'kind', w.kind,
           'body', w.body) order by w.id), '[]')
    into v_claimed from working w;

  return json_build_object('effects', v_claimed, 'ruled_out', v_ruled_out, 'next_due_ms', case
    when json_array_length(v_claimed) = (p ->> 'limit')::int then 0
    else (select ceil(1000 * extract(epoch from min(at) - now()))
            from (select min(next_at) as at from app.schedules
                  union all
                  select now() + app.next_effect_due_ms('task') * interval '1 ms') waiting) end);
end
$$;
select app.seal('public.claim_tasks(json)');
