-- Gives a person the names that a message carries, and makes the person when nobody has them.
-- Called for identities that are new or have changed; the caller looks up the rest set-wise.
create or replace function app.upsert_contact(p_bsuid text, p_parent_bsuid text, p_wa_id text, p_name text)
returns void language plpgsql set search_path = '' as $$
declare
  v_contact bigint;
begin
  -- New people are rare next to messages: one at a time is simple and cannot deadlock on alias order.
  perform pg_advisory_xact_lock(hashtext('app.contacts'));

  select contact_id into v_contact from app.contact_aliases where kind = 'bsuid' and value = p_bsuid;
  if v_contact is null and p_wa_id is not null then
    -- A known number under another BSUID is another person (recycled numbers), so a phone alone never merges.
    select a.contact_id into v_contact from app.contact_aliases a
     where a.kind = 'wa_id' and a.value = p_wa_id
       and (p_bsuid is null
            or not exists (select from app.contact_aliases b where b.contact_id = a.contact_id and b.kind = 'bsuid'));
  end if;
  if v_contact is null then
    insert into app.contacts (name) values (p_name) returning id into v_contact;
  end if;

  insert into app.contact_aliases (kind, value, contact_id)
  select kind, value, v_contact
    from (values ('bsuid', p_bsuid), ('parent_bsuid', p_parent_bsuid)) as given (kind, value)
   where value is not null
  on conflict do nothing;
  -- The number belongs to whoever writes from it now.
  insert into app.contact_aliases (kind, value, contact_id)
  select 'wa_id', p_wa_id, v_contact where p_wa_id is not null
  on conflict (kind, value) do update set contact_id = excluded.contact_id, created_at = excluded.created_at;
end
$$;
select app.seal('app.upsert_contact(text, text, text, text)');
