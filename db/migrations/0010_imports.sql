CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "imports_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_trial" boolean NOT NULL,
	"state" text DEFAULT 'under_way' NOT NULL,
	"read" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"closed" integer DEFAULT 0 NOT NULL,
	"not_closed" integer DEFAULT 0 NOT NULL,
	"photos" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"refusals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"heard_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "photo_fetches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "photo_fetches_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" uuid NOT NULL,
	"property_id" uuid NOT NULL,
	"url" text NOT NULL,
	"sort" integer NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "photo_fetches_url" UNIQUE("property_id","url")
);
--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "source_url" text;--> statement-breakpoint
ALTER TABLE "properties" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_fetches" ADD CONSTRAINT "photo_fetches_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_fetches" ADD CONSTRAINT "photo_fetches_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_list" ON "imports" USING btree ("company_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_under_way" ON "imports" USING btree ("company_id") WHERE "imports"."state" = 'under_way';--> statement-breakpoint
CREATE INDEX "photo_fetches_due" ON "photo_fetches" USING btree ("due_at","seq") WHERE "photo_fetches"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "properties_reference" ON "properties" USING btree ("company_id","reference") WHERE "properties"."reference" is not null;--> statement-breakpoint
CREATE INDEX "properties_imported" ON "properties" USING btree ("company_id","seq") WHERE "properties"."import_id" is not null and "properties"."status" = 'active';--> statement-breakpoint
alter table imports enable row level security;
--> statement-breakpoint
alter table imports force row level security;
--> statement-breakpoint
create policy company on imports
  using (company_id = (select nullif(current_setting('app.company', true), '')::uuid)
         or (select current_setting('app.scope', true)) = 'system')
  with check (company_id = nullif(current_setting('app.company', true), '')::uuid
         or current_setting('app.scope', true) = 'system');--> statement-breakpoint
alter table photo_fetches enable row level security;
--> statement-breakpoint
alter table photo_fetches force row level security;
--> statement-breakpoint
create policy company on photo_fetches
  using (company_id = (select nullif(current_setting('app.company', true), '')::uuid)
         or (select current_setting('app.scope', true)) = 'system')
  with check (company_id = nullif(current_setting('app.company', true), '')::uuid
         or current_setting('app.scope', true) = 'system');
