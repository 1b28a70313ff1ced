-- A member of a chapter whose parent lay in another country stopped all figures: the parent had two rows in one month.
alter table public.chapters
  add unique (id, country_iso2),
  drop constraint chapters_parent_id_fkey,
  add foreign key (parent_id, country_iso2) references public.chapters (id, country_iso2);
drop index public.chapters_parent_id_idx;
create index chapters_parent_id_country_iso2_idx on public.chapters (parent_id, country_iso2);
