-- Effects that were given up, newest first.
--
-- p: {destination?, limit}
-- returns: {total, effects: [{id, conversation, destination, kind, origin, attempts, error, created_at, sending_at}, ...]}
create or replace function public.list_dead(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  return json_build_object(
    'total', (select count(*) from app.effects
               where state = 'dead' and (p ->> 'destination' is null or destination = p ->> 'destination')),
    'effects', (select coalesce(json_agg(d), '[]') from (
      select id, conversation_id as conversation, destination, kind, origin, attempts, error, created_at, sending_at
        from app.effects
       where state = 'dead' and (p ->> 'destination' is null or destination = p ->> 'destination')
       order by id desc limit (p ->> 'limit')::int) d));
end
$$;
select app.seal('public.list_dead(json)');
