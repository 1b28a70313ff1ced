-- A column that nothing reads: the demo takes the language of its venues from the reference data themselves.
alter table public.countries drop column host_language;
