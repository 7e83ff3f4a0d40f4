-- One application with everything that its result comes from: the vacancy as it stood, what was stated in which words of
-- which message, what read it, and what people did. Facts are those of its last screening, whatever was stated since.
--
-- p: {id}
-- returns: {application} or {application: null}; see readApplication in src/platform/operator-procedures.ts
create or replace function public.read_application(p json) returns json
language plpgsql security definer set search_path = '' as $$
declare
  v_facts bigint[];
begin
  select array_agg(f.id) into v_facts
    from app.applications a
    join app.conversations c on c.id = a.conversation_id
    join app.profile_facts f on f.contact_id = c.contact_id
    left join app.profile_facts newer on newer.id = f.superseded_by
   where a.id = (p ->> 'id')::bigint
     and (a.screened_turn is null or f.turn_id <= a.screened_turn)
     and (newer.id is null or newer.turn_id > a.screened_turn);

  return json_build_object('application', (select json_build_object(
    'id', a.id,
    'conversation', a.conversation_id,
    'vacancy', a.vacancy_id,
    'version', a.version,
    'definition', v.definition,
    'definition_sha256', encode(v.sha256, 'hex'),
    'state', a.state,
    'screening', a.screening,
    'decision', a.decision,
    'decided_at', a.decided_at,
    'decided_by', a.decided_by,
    'created_at', a.created_at,
    'submitted_at', a.submitted_at,
    'facts', coalesce((select json_agg(json_build_object('field', f.field, 'value', f.value, 'quote', f.quote,
        'confidence', f.confidence, 'message', m.id, 'text', m.text, 'said_at', m.sent_at, 'turn', f.turn_id) order by f.id)
      from app.profile_facts f
      join app.messages m on m.id = f.message_id
     where f.id = any (v_facts)), '[]'),
    'answers', coalesce((select json_agg(json_build_object('field', s.question, 'value', s.value, 'quote', s.quote,
        'confidence', s.confidence, 'message', m.id, 'text', m.text, 'said_at', m.sent_at, 'turn', s.turn_id) order by s.id)
      from app.answers s
      join app.messages m on m.id = s.message_id
     where s.application_id = a.id and s.superseded_by is null), '[]'),
    'turns', coalesce((select json_agg(json_build_object('id', t.id, 'at', t.created_at, 'decision', t.decision) order by t.id)
      from app.turns t
     where t.conversation_id = a.conversation_id
       and (t.id in (select turn_id from app.answers where application_id = a.id)
         or t.id in (select turn_id from app.profile_facts where id = any (v_facts)))), '[]'),
    'audit', coalesce((select json_agg(json_build_object('at', u.at, 'actor', u.actor, 'action', u.action,
        'detail', u.detail) order by u.id)
      from app.audit u where u.application_id = a.id), '[]'))
    from app.applications a
    join app.vacancy_versions v on v.vacancy_id = a.vacancy_id and v.version = a.version
   where a.id = (p ->> 'id')::bigint));
end
$$;
select app.seal('public.read_application(json)');
