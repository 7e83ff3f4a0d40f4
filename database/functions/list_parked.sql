-- What is stored and not understood.
--
-- p: {kind?, after, limit}     after: only events behind this id
-- returns: {kinds: [{kind, problem, count}, ...], events: [{id, kind, problem, received_at, bytes}, ...],
--           replays: {open, started}}     tasks to read them again that are not done, and how many of these were begun
create or replace function public.list_parked(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  return json_build_object(
    'kinds', (select coalesce(json_agg(k), '[]') from (
      select kind, problem, count(*) from app.events where parked group by kind, problem order by count(*) desc, kind) k),
    'events', (select coalesce(json_agg(e), '[]') from (
      select id, kind, problem, received_at, octet_length(source) as bytes from app.events
       where parked and id > (p ->> 'after')::bigint and (p ->> 'kind' is null or kind = p ->> 'kind')
       order by id limit (p ->> 'limit')::int) e),
    'replays', (
      select json_build_object('open', count(*), 'started', count(*) filter (where attempts > tries_before))
        from app.effects
       where destination = 'task' and kind = 'replay' and state in ('queued', 'sending', 'unknown')));
end
$$;
select app.seal('public.list_parked(json)');
