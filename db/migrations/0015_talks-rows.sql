alter table drafts enable row level security;
--> statement-breakpoint
alter table drafts force row level security;
--> statement-breakpoint
create policy company on drafts
  using (company_id = (select nullif(current_setting('app.company', true), '')::uuid)
         or (select current_setting('app.scope', true)) = 'system')
  with check (company_id = nullif(current_setting('app.company', true), '')::uuid
         or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
alter table onlookers enable row level security;
--> statement-breakpoint
alter table onlookers force row level security;
--> statement-breakpoint
create policy company on onlookers
  using (company_id = (select nullif(current_setting('app.company', true), '')::uuid)
         or (select current_setting('app.scope', true)) = 'system')
  with check (company_id = nullif(current_setting('app.company', true), '')::uuid
         or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
-- Since when somebody holds a chat was not kept before this version.
update chats set held_since = now() where held_by is not null and held_since is null;
