-- Whether nothing open stands before this effect in its conversation and destination.
create or replace function app.is_head(e app.effects) returns boolean
language sql stable as $$
  select not exists (
    select from app.effects b
     where b.conversation_id = e.conversation_id and b.destination = e.destination and b.id < e.id
       and b.state in ('queued', 'sending', 'unknown'))
$$;
select app.seal('app.is_head(app.effects)');
