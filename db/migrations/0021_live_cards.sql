ALTER TABLE "meetings" ADD COLUMN "late_minutes" integer;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "shows_viewing_id" uuid;--> statement-breakpoint
CREATE INDEX "deliveries_viewing" ON "deliveries" USING btree ("shows_viewing_id","chat_id","seq") WHERE "deliveries"."shows_viewing_id" is not null;