DROP INDEX "properties_imported";--> statement-breakpoint
ALTER TABLE "properties" ADD COLUMN "former_price" numeric(14, 2);--> statement-breakpoint
ALTER TABLE "properties" ADD COLUMN "price_changed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "properties_imported" ON "properties" USING btree ("company_id","seq") WHERE "properties"."import_id" is not null and "properties"."status" in ('active', 'reserved');