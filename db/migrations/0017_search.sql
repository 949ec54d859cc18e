CREATE TABLE "saved_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "saved_answers_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" uuid NOT NULL,
	"user_id" uuid,
	"title" text NOT NULL,
	"texts" jsonb NOT NULL,
	"for_words" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	"word" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_answers" ADD CONSTRAINT "saved_answers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_answers" ADD CONSTRAINT "saved_answers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_answers_list" ON "saved_answers" USING btree ("company_id","user_id","seq");--> statement-breakpoint
CREATE INDEX "search_words_prefix" ON "search_words" USING btree ("company_id","kind","word" text_pattern_ops,"record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "search_words_record" ON "search_words" USING btree ("record_id","word" text_pattern_ops);
--> statement-breakpoint
alter table saved_answers enable row level security;
--> statement-breakpoint
alter table saved_answers force row level security;
--> statement-breakpoint
create policy company on saved_answers
  using (company_id = (select nullif(current_setting('app.company', true), '')::uuid)
         or (select current_setting('app.scope', true)) = 'system')
  with check (company_id = nullif(current_setting('app.company', true), '')::uuid
         or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
alter table search_words enable row level security;
--> statement-breakpoint
alter table search_words force row level security;
--> statement-breakpoint
create policy company on search_words
  using (company_id = (select nullif(current_setting('app.company', true), '')::uuid)
         or (select current_setting('app.scope', true)) = 'system')
  with check (company_id = nullif(current_setting('app.company', true), '')::uuid
         or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
-- A word as it is compared: without accents, signs and case. Neither unaccent nor a collation is there on every server;
-- letters that Unicode does not take apart are named. No longer than an index takes.
create function search_key(word text) returns text language sql immutable parallel safe as $$
  select left(translate(
    replace(replace(replace(replace(
      lower(translate(regexp_replace(normalize(word, NFKD), '[\u0300-\u036f]', '', 'g'),
        'ØøŁłĐđÐðıÆŒẞÞ', 'oolldddiæœßþ')),
      'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th'),
    '.,;:''"-_/\@+()[]{}<>#&*!?’‘“”´`·|=~$%^–—', ''), 100)
$$;
--> statement-breakpoint
-- Of a text: its words, and the pieces of those that signs hold together.
create function search_keys(words text) returns setof text language sql immutable parallel safe as $$
  select search_key(piece)
  from regexp_split_to_table(words, '\s+') word,
    lateral (select word as piece union select regexp_split_to_table(word, '[-.,;:_/@+()''’&]+')) pieces
$$;
--> statement-breakpoint
-- Of a number: its digits, and where it begins with a country's code, those behind any length of it (E.164: 1 to 3).
create function search_digits(phone text) returns setof text language sql immutable parallel safe as $$
  select substr(regexp_replace(phone, '\D', '', 'g'), 1 + behind)
  from generate_series(0, case when phone like '+%' then 3 else 0 end) behind
$$;
--> statement-breakpoint
create function search_words_of(kind text, record jsonb) returns setof text language sql immutable parallel safe as $$
  select search_keys(record ->> 'first_name') where kind = 'contact'
  union select search_keys(record ->> 'last_name') where kind = 'contact'
  union select search_key(record ->> 'email') where kind = 'contact'
  union select search_keys(split_part(record ->> 'email', '@', 1)) where kind = 'contact'
  union select search_key(split_part(record ->> 'email', '@', 2)) where kind = 'contact'
  union select search_digits(record ->> 'phone') where kind = 'contact'
  union select search_digits(record ->> 'whatsapp_number') where kind = 'contact'
  union select search_keys(record ->> 'name') where kind <> 'contact'
  union select search_keys(record ->> 'reference') where kind = 'property'
  union select search_keys(record ->> 'tesoro_reference') where kind = 'property'
$$;
--> statement-breakpoint
create function keep_search_words() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from search_words where record_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into search_words (company_id, kind, record_id, word)
    select new.company_id, tg_argv[0], new.id, word
    from search_words_of(tg_argv[0], to_jsonb(new)) word where word <> ''
    on conflict do nothing;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger search_words
  after insert or delete or update of first_name, last_name, email, phone, whatsapp_number on contacts
  for each row execute function keep_search_words('contact');
--> statement-breakpoint
create trigger search_words after insert or delete or update of name on deals
  for each row execute function keep_search_words('deal');
--> statement-breakpoint
create trigger search_words after insert or delete or update of name, reference, tesoro_reference on properties
  for each row execute function keep_search_words('property');
--> statement-breakpoint
insert into search_words (company_id, kind, record_id, word)
select c.company_id, 'contact', c.id, word from contacts c, search_words_of('contact', to_jsonb(c)) word
where word <> ''
union all
select d.company_id, 'deal', d.id, word from deals d, search_words_of('deal', to_jsonb(d)) word where word <> ''
union all
select p.company_id, 'property', p.id, word from properties p, search_words_of('property', to_jsonb(p)) word
where word <> '';
