CREATE TABLE "conversation_references" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"channel_account_id" uuid NOT NULL,
	"address" text NOT NULL,
	"reference" jsonb NOT NULL,
	CONSTRAINT "conversation_references_address" UNIQUE("channel_account_id","address")
);
--> statement-breakpoint
ALTER TABLE "conversation_references" ADD CONSTRAINT "conversation_references_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_references" ADD CONSTRAINT "conversation_references_channel_account_id_channel_accounts_id_fk" FOREIGN KEY ("channel_account_id") REFERENCES "public"."channel_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
alter table conversation_references enable row level security;
--> statement-breakpoint
alter table conversation_references force row level security;
--> statement-breakpoint
create policy company on conversation_references
  using (company_id = (select nullif(current_setting('app.company', true), '')::uuid)
         or (select current_setting('app.scope', true)) = 'system')
  with check (company_id = nullif(current_setting('app.company', true), '')::uuid
         or current_setting('app.scope', true) = 'system');
