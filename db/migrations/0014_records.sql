CREATE INDEX "activities_list" ON "activities" USING btree ("company_id","seq");--> statement-breakpoint
CREATE INDEX "deals_status" ON "deals" USING btree ("company_id","status","seq");