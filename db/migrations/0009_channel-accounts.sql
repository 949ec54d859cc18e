ALTER TABLE "channel_accounts" DROP CONSTRAINT "channel_accounts_external";--> statement-breakpoint
ALTER TABLE "channel_accounts" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "channel_accounts" ADD COLUMN "polled_by" uuid;--> statement-breakpoint
ALTER TABLE "channel_accounts" ADD COLUMN "polled_until" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "channel_accounts_external" ON "channel_accounts" USING btree ("channel","external_id") WHERE "channel_accounts"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "channel_accounts" DROP COLUMN "state";