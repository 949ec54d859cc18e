ALTER TABLE "meetings" ADD COLUMN "open_wish" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "attendance" text;