-- Records what came of a send. The attempt number fences: a worker that was replaced changes nothing.
--
-- p: {id, attempt, outcome: sent | retry | unknown | dead, provider_id?, retry_ms?, error?}
-- returns: {settled}
create or replace function public.settle_effect(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  update app.effects set
    state = case p ->> 'outcome' when 'retry' then 'queued' else p ->> 'outcome' end,
    provider_id = coalesce(p ->> 'provider_id', provider_id),
    sent_at = case p ->> 'outcome' when 'sent' then now() end,
    next_at = case p ->> 'outcome' when 'retry' then now() + (p ->> 'retry_ms')::int * interval '1 ms' else next_at end,
    error = p ->> 'error'
   where id = (p ->> 'id')::bigint and attempts = (p ->> 'attempt')::int and state = 'sending';
  return json_build_object('settled', found);
end
$$;
select app.seal('public.settle_effect(json)');
