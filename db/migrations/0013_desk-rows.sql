alter table reminders enable row level security;
--> statement-breakpoint
alter table reminders force row level security;
--> statement-breakpoint
create policy company on reminders
  using (company_id = (select nullif(current_setting('app.company', true), '')::uuid)
         or (select current_setting('app.scope', true)) = 'system')
  with check (company_id = nullif(current_setting('app.company', true), '')::uuid
         or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
-- Who waits has waited since they asked, not since this version came.
update meetings set asked_at = case when status in ('pending', 'confirmed')
  then coalesce((history -> -1 ->> 'at')::timestamptz, created_at) else created_at end;
--> statement-breakpoint
update messages m set settled_at = (
  select min(a.at) from messages a where a.contact_id = m.contact_id and a.user_id is not null and a.at >= m.at)
where m.user_id is null;
--> statement-breakpoint
-- What failed long ago waits for nobody any more.
update deliveries set settled_at = now()
where state in ('failed', 'uncertain') and created_at < now() - interval '7 days';
