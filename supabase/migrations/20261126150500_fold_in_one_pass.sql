-- The same answers, in a time that grows with the text alone.
create or replace function private.fold(input text) returns text
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
  -- Letter by letter: a pattern that looks back takes minutes for a long text that hardly repeats itself.
  folded := coalesce((
    select string_agg(told.letter, '' order by told.place)
    from (select each.letter, each.place, lag(each.letter) over (order by each.place) as before
          from unnest(string_to_array(folded, null)) with ordinality each (letter, place)) told
    where told.letter is distinct from told.before or told.letter !~ '[a-z]'), '');
  folded := replace(folded, 'ie', 'e');
  return btrim(folded);
end $$;
