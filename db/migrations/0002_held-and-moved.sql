DROP INDEX "deliveries_platform";--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "prompted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "deliveries_held" ON "deliveries" USING btree ("chat_id") WHERE "deliveries"."state" = 'held';--> statement-breakpoint
CREATE INDEX "deliveries_platform" ON "deliveries" USING btree ("channel_account_id","platform_id");