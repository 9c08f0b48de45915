CREATE TABLE "document_discarded" (
	"sha256" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"owner_id" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"purpose" text NOT NULL,
	"keep_until" date,
	"created_at" timestamp with time zone NOT NULL,
	"thumbnail" text,
	CONSTRAINT "document_hash" CHECK ("document"."sha256" ~ '^[0-9a-f]{64}$' and "document"."thumbnail" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "document_not_empty" CHECK ("document"."bytes" > 0)
);
--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_owner_id_account_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_owner" ON "document" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "document_object" ON "document" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "document_thumbnail" ON "document" USING btree ("thumbnail");--> statement-breakpoint
CREATE INDEX "document_expiry" ON "document" USING btree ("keep_until");