-- Adds what a turn learned for an application. A new value supersedes the old one; the same value again adds nothing. An
-- answer without an application, or from a message of another conversation, is refused and undoes the turn.
create or replace function app.add_answers(p_conversation bigint, p_turn bigint, p_application bigint, p_answers json)
returns void language plpgsql set search_path = '' as $$
declare
  a record;
  v_new bigint;
begin
  for a in
    select g.*, m.id as said_in
      from json_to_recordset(p_answers)
        as g (field text, value jsonb, message_id bigint, quote text, confidence real)
      left join app.messages m on m.id = g.message_id and m.conversation_id = p_conversation
  loop
    continue when exists (select from app.answers
      where application_id = p_application and question = a.field and value = a.value and superseded_by is null);
    insert into app.answers (application_id, turn_id, question, value, message_id, quote, confidence)
    values (p_application, p_turn, a.field, a.value, a.said_in, a.quote, a.confidence)
    returning id into v_new;
    update app.answers set superseded_by = v_new
     where application_id = p_application and question = a.field and superseded_by is null and id <> v_new;
  end loop;
end
$$;
select app.seal('app.add_answers(bigint, bigint, bigint, json)');
