-- Every table: a transaction sees and writes the rows of the company that it set, or all in the system scope.
-- With neither set nothing matches. FORCE holds the owner to it as well.
-- The subselects make USING read the settings once a statement instead of once a row.
do $$
declare
  name text;
  owner text;
begin
  for name in select tablename from pg_tables where schemaname = 'public' loop
    owner := case name when 'companies' then 'id' else 'company_id' end;
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy company on %I
         using (%I = (select nullif(current_setting(''app.company'', true), '''')::uuid)
                or (select current_setting(''app.scope'', true)) = ''system'')
         with check (%I = nullif(current_setting(''app.company'', true), '''')::uuid
                or current_setting(''app.scope'', true) = ''system'')',
      name, owner, owner);
  end loop;
end $$;
--> statement-breakpoint
-- Rows that each turn updates: room on the page lets Postgres update them in place, without touching an index.
alter table chats set (fillfactor = 70);
--> statement-breakpoint
alter table deal_properties set (fillfactor = 85);
--> statement-breakpoint
alter table deliveries set (fillfactor = 70);
--> statement-breakpoint
-- A queue is small but changes all the time: statistics must not lag behind it.
alter table deliveries set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
