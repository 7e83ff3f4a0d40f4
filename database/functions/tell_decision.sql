-- Tells the candidate what was decided, once, if it is what stands and they have not opted out. In the language that they
-- were last understood in.
--
-- p: {application, decided_at, texts: {language: {proceed, reject, hold}}}
-- returns: {told}
create or replace function public.tell_decision(p json) returns json
language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  a app.applications;
  c app.conversations;
  v_language text;
  v_text text;
begin
  select conversation_id into c.id from app.applications where id = (p ->> 'application')::bigint;
  select * into c from app.conversations where id = c.id for no key update;
  -- A new statement, so that what was decided before we had the lock is seen.
  select * into a from app.applications where id = (p ->> 'application')::bigint;
  if a.decision is null or a.decided_at is distinct from (p ->> 'decided_at')::timestamptz or c.opted_out_at is not null then
    return json_build_object('told', false);
  end if;

  select decision ->> 'language' into v_language from app.turns
   where conversation_id = c.id and decision ? 'language' order by fence desc limit 1;
  select replace(coalesce(p -> 'texts' -> v_language ->> a.decision, p -> 'texts' -> 'en' ->> a.decision), '{title}',
                 definition ->> 'title') into v_text
    from app.vacancy_versions where vacancy_id = a.vacancy_id and version = a.version;
  -- Of origin control, because a person has the conversation and the recruiters see it in the mirror; not after STOP.
  insert into app.effects (conversation_id, key, destination, origin, kind, body)
  values (c.id, 'told:' || a.id || ':' || (p ->> 'decided_at'), 'whatsapp', 'control', 'text',
          jsonb_build_object('text', v_text, 'asks', null, 'application', a.id, 'decision', a.decision))
  on conflict (key) do nothing;
  return json_build_object('told', found);
end
$$;
select app.seal('public.tell_decision(json)');
