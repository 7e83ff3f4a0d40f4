-- Shows the recruiters what became of every text to a candidate, wherever that is written: once it has left, or never
-- will, and again with each delivery status. A recruiter's own reply stands in Chatwoot already and only gets its status.
create or replace function app.mirror_outgoing() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.state in ('sent', 'dead') and new.state <> old.state and new.origin <> 'human' then
    insert into app.effects (id, conversation_id, key, destination, origin, kind, body, trace) overriding system value
    values (coalesce(new.mirror_id, nextval(pg_get_serial_sequence('app.effects', 'id'))),
            new.conversation_id, 'outgoing:' || new.id, 'chatwoot', 'control', 'outgoing',
            jsonb_build_object('effect', new.id), new.trace)
    on conflict do nothing;
  end if;
  if new.state = 'dead' and new.state <> old.state and new.origin = 'human'
     or new.delivery in ('delivered', 'read', 'failed') and new.delivery is distinct from old.delivery then
    insert into app.effects (conversation_id, key, destination, origin, kind, body, trace)
    values (new.conversation_id, 'delivery:' || new.id || ':' || coalesce(new.delivery, 'failed'), 'chatwoot', 'control',
            'delivery', jsonb_build_object('effect', new.id, 'status', coalesce(new.delivery, 'failed'),
              'error', case when coalesce(new.delivery, 'failed') = 'failed' then new.error end), new.trace)
    on conflict (key) do nothing;
  end if;
  return null;
end
$$;
select app.seal('app.mirror_outgoing()');

create or replace trigger mirror_outgoing after update on app.effects for each row
  when (new.destination = 'whatsapp' and new.kind = 'text'
        and (new.state <> old.state or new.delivery is distinct from old.delivery))
  execute function app.mirror_outgoing();
