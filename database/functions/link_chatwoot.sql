-- Remembers under which numbers Chatwoot keeps a conversation; null forgets them.
--
-- p: {conversation, contact, chatwoot_conversation}
-- returns: {linked}
create or replace function public.link_chatwoot(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  update app.conversations
     set chatwoot_contact = (p ->> 'contact')::bigint,
         chatwoot_conversation = (p ->> 'chatwoot_conversation')::bigint
   where id = (p ->> 'conversation')::bigint;
  return json_build_object('linked', found);
end
$$;
select app.seal('public.link_chatwoot(json)');
