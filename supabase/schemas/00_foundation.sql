-- What all other files build on: extensions, the private schema, no default grants, and search that matches across scripts.
create schema if not exists extensions;
create extension if not exists btree_gist with schema extensions;
create extension if not exists pg_trgm with schema extensions;

create schema private;
grant usage on schema private to anon, authenticated, service_role;
grant usage on schema public to anon, authenticated, service_role;

-- Hosted projects grant everything to everybody and leave row level security as the only protection. Here nothing is granted that is not written down.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke execute on functions from anon, authenticated, service_role;

-- A refusal that the page can explain: an SQLSTATE of our own class, with the reason as the message.
create function private.refuse(code text, reason text) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception '%', reason using errcode = code;
end $$;
revoke execute on function private.refuse from public;
grant execute on function private.refuse to authenticated;

-- A text in several languages: {"kk": "…", "ru": "…", "en": "…"}, at least one of them, none empty.
create function private.is_language_map(map jsonb) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select jsonb_typeof(map) = 'object' and map <> '{}'
     and not exists (
       select from jsonb_each(map) entry
       where entry.key !~ '^[a-z]{2}(-[A-Z][a-z]+)?$' or jsonb_typeof(entry.value) <> 'string' or btrim(entry.value #>> '{}') = '')
$$;
revoke execute on function private.is_language_map from public;
grant execute on function private.is_language_map to anon, authenticated, service_role;

-- All languages of a text in one string, for the search column.
create function private.all_languages(map jsonb) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select string_agg(entry.value, ' ' order by entry.key) from jsonb_each_text(map) entry
$$;
revoke execute on function private.all_languages from public;
grant execute on function private.all_languages to anon, authenticated, service_role;

-- Maps all spellings of a word to one: Нұрлан, Нурлан, Nurlan; Ахметов, Akhmetov, Ahmetov; Ерлан, Yerlan, Erlan; учёба, учеба.
-- Letters of other scripts stay as they are: 清华大学, 서울.
create function private.fold(input text) returns text
language plpgsql immutable parallel safe strict set search_path = '' as $$
declare
  folded text := lower(input);
begin
  folded := replace(replace(folded, 'я', 'ia'), 'ю', 'iu');
  folded := translate(folded, 'аәбвгғдеёэжзийіыкқлмнңоөпрстуұүфхһцчшщъь', 'aabvggdeeejziiiikklmnnooprstuuufhhccss');
  folded := translate(folded, 'äàáâãåāăąçćčďđèéêëēėęěğģìíîïīıłľñńňòóôõöøōőřśšşșťţțùúûüūůűýÿžźż',
                              'aaaaaaaaacccddeeeeeeeeggiiiiiillnnnoooooooorssssttttuuuuuuuyyzzz');
  folded := regexp_replace(folded, 'shch|sch|sh', 's', 'g');
  folded := regexp_replace(folded, 'zh', 'j', 'g');
  folded := regexp_replace(folded, 'ts|ch', 'c', 'g');
  folded := regexp_replace(folded, 'kh', 'h', 'g');
  folded := replace(replace(replace(replace(folded, 'gh', 'g'), 'ph', 'f'), 'ck', 'k'), 'x', 'ks');
  folded := translate(folded, 'yqw', 'iku');
  folded := regexp_replace(folded, '[^[:alnum:]]+', ' ', 'g');
  -- Letter by letter: a regular expression with a back reference takes minutes for a long text with few repetitions.
  folded := coalesce((
    select string_agg(told.letter, '' order by told.place)
    from (select each.letter, each.place, lag(each.letter) over (order by each.place) as before
          from unnest(string_to_array(folded, null)) with ordinality each (letter, place)) told
    where told.letter is distinct from told.before or told.letter !~ '[a-z]'), '');
  folded := replace(folded, 'ie', 'e');
  return btrim(folded);
end $$;
revoke execute on function private.fold from public;
grant execute on function private.fold to anon, authenticated, service_role;

-- What somebody searches for, spelled the same way. Null if nothing was typed: that matches everything. Punctuation alone becomes '!', which no name
-- contains; so does one letter repeated, which would be folded into a single letter and match nearly every name.
create function private.sought(typed text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select case
    when typed !~ '\S' then null
    when folded = '' or (folded ~ '^[a-z]$' and lower(left(typed, 100)) ~ '([^\s[:punct:]])\1') then '!'
    else folded
  end
  from (select private.fold(left(typed, 100)) as folded) as asked
$$;
revoke execute on function private.sought from public;
grant execute on function private.sought to anon, authenticated;
