-- One letter typed again and again was folded into one, and found nearly everything.
create or replace function private.sought(typed text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select case
    when typed !~ '\S' then null
    when folded = '' or (folded ~ '^[a-z]$' and lower(left(typed, 100)) ~ '([^\s[:punct:]])\1') then '!'
    else folded
  end
  from (select private.fold(left(typed, 100)) as folded) as asked
$$;
