-- The story of one conversation (app.explained), oldest turn first.
--
-- p: {conversation}  or  {wa_id}
-- returns: {conversation: {...} or null, turns: [row of app.explained, ...]}
create or replace function public.explain(p json) returns json
language plpgsql security definer set search_path = '' as $$
declare
  c app.conversations;
begin
  select * into c from app.conversations
   where id = (p ->> 'conversation')::bigint or contact_id = app.contact_of('wa_id', p ->> 'wa_id')
   order by id desc limit 1;
  return json_build_object(
    'conversation', case when c.id is not null then json_build_object(
       'id', c.id, 'mode', c.mode, 'opted_out_at', c.opted_out_at, 'due_at', c.due_at, 'lease_until', c.lease_until,
       'fence', c.fence, 'failures', c.failures, 'rescues', c.rescues, 'chatwoot', c.chatwoot_conversation) end,
    'turns', (select coalesce(json_agg(x order by x.turn_id nulls last), '[]')
                from app.explained x where x.conversation_id = c.id));
end
$$;
select app.seal('public.explain(json)');
