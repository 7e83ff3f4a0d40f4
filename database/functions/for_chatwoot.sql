-- What the sender of Chatwoot needs beside kind and id. Texts stand once, in messages and in what was sent to WhatsApp;
-- the mirror's effects only point there. A source_id never changes: by it a repetition finds what the first try left.
create or replace function app.for_chatwoot(p_kind text, p_body jsonb, c app.conversations) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'body', coalesce(case p_kind
      when 'incoming' then (
        select jsonb_build_object('text', m.text, 'source_id', m.provider_id, 'sent_at', m.sent_at)
          from app.messages m where m.id = (p_body ->> 'message')::bigint)
      when 'outgoing' then (
        select jsonb_build_object('text', e.body ->> 'text', 'source_id', 'effect:' || e.id,
                 'error', case when e.state = 'dead' then coalesce(e.error, 'failed') end)
          from app.effects e where e.id = (p_body ->> 'effect')::bigint)
      when 'delivery' then p_body || jsonb_build_object('message', coalesce(
        -- A reply of a recruiter stands in Chatwoot already; what the bot said got its number there from the mirror.
        (p_body ->> 'message')::bigint,
        (select (e.body ->> 'message')::bigint from app.effects e where e.id = (p_body ->> 'effect')::bigint),
        (select m.provider_id::bigint from app.effects m where m.key = 'outgoing:' || (p_body ->> 'effect'))))
      else p_body end, '{}'), -- what it points to is gone: its sender cannot read that and gives up
    'contact', (
      select jsonb_build_object('name', k.name,
               'wa_id', (select value from app.contact_aliases
                          where contact_id = k.id and kind = 'wa_id' order by created_at desc limit 1),
               'bsuid', (select value from app.contact_aliases
                          where contact_id = k.id and kind = 'bsuid' order by created_at desc limit 1))
        from app.contacts k where k.id = c.contact_id),
    'chatwoot', jsonb_build_object('contact', c.chatwoot_contact, 'conversation', c.chatwoot_conversation,
      'status', c.chatwoot_status));
end
$$;
select app.seal('app.for_chatwoot(text, jsonb, app.conversations)');
