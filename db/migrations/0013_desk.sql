CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminders_pair" UNIQUE("user_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "held_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "office_note" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "new_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "office_hours" jsonb DEFAULT '[{"days":[1,2,3,4,5],"from":"09:00","to":"18:00"}]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "closed_days" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "viewing_times" jsonb DEFAULT '{"morning":"10:00","afternoon":"16:00","evening":"18:00","any":"11:00"}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "viewing_minutes" integer DEFAULT 45 NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "viewing_gap_minutes" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "escalate_minutes" integer DEFAULT 240;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "repeat_hours" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "fallback_user_id" uuid;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "hold_hours" integer DEFAULT 4 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "settled_by" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "reminders_contact" ON "reminders" USING btree ("contact_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_by_clients" ON "activities" USING btree ("company_id","seq") WHERE "activities"."actor_kind" = 'client';--> statement-breakpoint
CREATE INDEX "activities_erasure" ON "activities" USING btree ("company_id","at") WHERE "activities"."type" = 'erasure_requested';--> statement-breakpoint
CREATE INDEX "contacts_new" ON "contacts" USING btree ("company_id","new_since","id") WHERE "contacts"."new_since" is not null;--> statement-breakpoint
CREATE INDEX "meetings_waiting" ON "meetings" USING btree ("company_id") WHERE ("meetings"."status" = 'pending' and "meetings"."proposed_start" is null) or ("meetings"."status" = 'confirmed' and "meetings"."open_wish");--> statement-breakpoint
CREATE INDEX "meetings_diary_owner" ON "meetings" USING btree ("owner_id","start_date") WHERE "meetings"."status" = 'confirmed';--> statement-breakpoint
CREATE INDEX "meetings_diary_property" ON "meetings" USING btree ("property_id","start_date") WHERE "meetings"."status" = 'confirmed';--> statement-breakpoint
CREATE INDEX "deliveries_lost" ON "deliveries" USING btree ("company_id","created_at","id") WHERE "deliveries"."state" in ('failed', 'uncertain') and "deliveries"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("company_id","contact_id","at") WHERE "messages"."user_id" is null and "messages"."settled_at" is null;
--> statement-breakpoint
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
