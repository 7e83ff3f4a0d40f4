-- Adds what a turn learned about a person. A new value supersedes the old one; the same value again adds nothing.
create or replace function app.add_facts(p_contact bigint, p_turn bigint, p_facts json) returns void
language plpgsql set search_path = '' as $$
declare
  f record;
  v_new bigint;
begin
  for f in
    select * from json_to_recordset(p_facts)
      as g (field text, value jsonb, message_id bigint, quote text, confidence real)
  loop
    continue when exists (select from app.profile_facts
      where contact_id = p_contact and field = f.field and value = f.value and superseded_by is null);
    insert into app.profile_facts (contact_id, field, value, message_id, quote, confidence, turn_id)
    values (p_contact, f.field, f.value, f.message_id, f.quote, f.confidence, p_turn)
    returning id into v_new;
    update app.profile_facts set superseded_by = v_new
     where contact_id = p_contact and field = f.field and superseded_by is null and id <> v_new;
  end loop;
end
$$;
select app.seal('app.add_facts(bigint, bigint, json)');
