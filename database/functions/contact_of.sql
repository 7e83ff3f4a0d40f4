-- The person behind a name, null when nobody has it. A function, so that a look-up is one probe of the index whatever the
-- planner believes about the table.
create or replace function app.contact_of(p_kind text, p_value text) returns bigint
language sql stable as $$
  select contact_id from app.contact_aliases where kind = p_kind and value = p_value
$$;
select app.seal('app.contact_of(text, text)');
