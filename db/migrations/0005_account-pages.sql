CREATE TABLE "account_pages" (
	"hash" text PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"chat_id" uuid,
	"language" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"is_used" boolean DEFAULT false NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "password_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "password_paused_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account_pages" ADD CONSTRAINT "account_pages_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_pages" ADD CONSTRAINT "account_pages_chat_id_chats_id_fk" FOREIGN KEY ("chat_id") REFERENCES "public"."chats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
alter table account_pages enable row level security;
--> statement-breakpoint
alter table account_pages force row level security;
--> statement-breakpoint
create policy company on account_pages
  using (company_id = (select nullif(current_setting('app.company', true), '')::uuid)
         or (select current_setting('app.scope', true)) = 'system')
  with check (company_id = nullif(current_setting('app.company', true), '')::uuid
         or current_setting('app.scope', true) = 'system');
