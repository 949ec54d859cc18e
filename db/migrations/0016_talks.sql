CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"text" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_pair" UNIQUE("user_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "onlookers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"wrote_at" timestamp with time zone,
	CONSTRAINT "onlookers_pair" UNIQUE("user_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onlookers" ADD CONSTRAINT "onlookers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onlookers" ADD CONSTRAINT "onlookers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onlookers" ADD CONSTRAINT "onlookers_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_contact" ON "drafts" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "drafts_age" ON "drafts" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "onlookers_contact" ON "onlookers" USING btree ("contact_id","looked_at");--> statement-breakpoint
CREATE INDEX "messages_newest" ON "messages" USING btree ("company_id","at" DESC NULLS LAST);
--> statement-breakpoint
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
