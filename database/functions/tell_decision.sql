-- Tells the candidate what was decided, once, if it is what stands and they have not opted out. In the language that they
-- were last understood in.
--
-- Outside the 24 hour window only a template may be sent. A caller that gives no templates (null) is asked for them and
-- nothing is told yet; one that has none that fits (or does not know of them) gets a text, which the outbox then rules
-- out for the recruiters to see.
--
-- p: {application, decided_at, texts: {language: {proceed, reject, hold}},
--     templates?: {language: {proceed?: {name, language, text}, reject?: ..., hold?: ...}} or null}
-- returns: {told, needs_template?}
create or replace function public.tell_decision(p json) returns json
language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  a app.applications;
  c app.conversations;
  v_language text;
  v_title text;
  v_template json;
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
  select definition ->> 'title' into v_title
    from app.vacancy_versions where vacancy_id = a.vacancy_id and version = a.version;
  v_text := replace(coalesce(p -> 'texts' -> v_language ->> a.decision, p -> 'texts' -> 'en' ->> a.decision), '{title}', v_title);
  -- A little before it closes, because what is queued may have to wait.
  if c.last_inbound_at < now() - interval '23 hours 50 minutes' then
    if json_typeof(p -> 'templates') = 'null' then
      return json_build_object('told', false, 'needs_template', true);
    end if;
    v_template := coalesce(p -> 'templates' -> v_language -> a.decision, p -> 'templates' -> 'en' -> a.decision);
    v_text := coalesce(replace(v_template ->> 'text', '{{1}}', v_title), v_text);
  end if;
  -- Of origin control, because a person has the conversation and the recruiters see it in the mirror; not after STOP.
  insert into app.effects (conversation_id, key, destination, origin, kind, body)
  values (c.id, 'told:' || a.id || ':' || (p ->> 'decided_at'), 'whatsapp', 'control', 'text',
          jsonb_build_object('text', v_text, 'asks', null, 'application', a.id, 'decision', a.decision)
          || case when v_template is null then '{}' else jsonb_build_object('template', jsonb_build_object(
               'name', v_template ->> 'name', 'language', v_template ->> 'language',
               'parameters', case when v_template ->> 'text' like '%{{1}}%' then jsonb_build_array(v_title) else '[]' end)) end)
  on conflict (key) do nothing;
  return json_build_object('told', found);
end
$$;
select app.seal('public.tell_decision(json)');
