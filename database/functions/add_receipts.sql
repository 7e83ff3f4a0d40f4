-- Shows candidates that they are read and answered: one receipt with typing for each burst, on its last message, which
-- marks the earlier ones too.
create or replace function app.add_receipts(p_conversations bigint[]) returns void
language plpgsql set search_path = '' as $$
begin
  insert into app.effects (conversation_id, key, destination, origin, kind, body, trace)
  select c.id, 'read:' || m.id, c.channel, 'bot', 'read', jsonb_build_object('message_id', m.provider_id),
         m.trace
    from app.conversations c
    cross join lateral (select id, provider_id, trace from app.messages
                         where conversation_id = c.id and turn_id is null order by sent_at desc, id desc limit 1) m
   where c.id = any (p_conversations) and c.mode = 'bot' and c.opted_out_at is null
  on conflict (key) do nothing;
end
$$;
select app.seal('app.add_receipts(bigint[])');
