-- How far a send has got: a status may overtake another on its way to us, so only a higher rank counts.
create or replace function app.delivery_rank(status text) returns integer
language sql immutable parallel safe as $$
  select case status when 'sent' then 1 when 'delivered' then 2 when 'read' then 3 when 'failed' then 4 else 0 end
$$;
select app.seal('app.delivery_rank(text)');
