-- Records what came of a send. The attempt number fences: a worker that was replaced changes nothing. Only that it was sent
-- is news from any attempt, while nobody sends it again and as long as nobody knows better.
--
-- p: {id, attempt, outcome: sent | retry | unknown | dead, provider_id?, retry_ms?, error?, pause_ms?}
--    pause_ms: the trouble is not this effect's alone, so nothing of its destination leaves for so long
-- returns: {settled}
create or replace function public.settle_effect(p json) returns json
language plpgsql security definer set search_path = '' as $$
declare
  v_destination text;
begin
  update app.effects set
    state = case p ->> 'outcome' when 'retry' then 'queued' else p ->> 'outcome' end,
    provider_id = coalesce(p ->> 'provider_id', provider_id),
    sent_at = case p ->> 'outcome' when 'sent' then now() end,
    next_at = case p ->> 'outcome' when 'retry' then now() + (p ->> 'retry_ms')::int * interval '1 ms' else next_at end,
    error = p ->> 'error'
   where id = (p ->> 'id')::bigint
     and (attempts = (p ->> 'attempt')::int and state = 'sending'
          or p ->> 'outcome' = 'sent' and attempts >= (p ->> 'attempt')::int
             and (state in ('unknown', 'queued', 'cancelled') or state = 'dead' and error = 'no_answer'))
  returning destination into v_destination;

  if v_destination is not null and p ->> 'pause_ms' is not null then
    insert into app.pauses as old (destination, until, reason)
    values (v_destination, now() + (p ->> 'pause_ms')::int * interval '1 ms', p ->> 'error')
    on conflict (destination) do update
      set until = greatest(old.until, excluded.until), reason = excluded.reason;
  end if;
  return json_build_object('settled', v_destination is not null);
end
$$;
select app.seal('public.settle_effect(json)');
