CREATE TABLE "follow_up" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"debtor_kind" text NOT NULL,
	"debtor_person_id" uuid,
	"debtor_organisation_id" uuid,
	"roles" text[] NOT NULL,
	"creditor_kind" text NOT NULL,
	"creditor_person_id" uuid,
	"creditor_organisation_id" uuid,
	"bearer_id" uuid,
	"href" text NOT NULL,
	"about_table" text NOT NULL,
	"about_id" text NOT NULL,
	"deed" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"escalates_on" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"snoozed_until" date,
	"notified_at" timestamp with time zone,
	"chased_at" timestamp with time zone,
	"called_at" timestamp with time zone,
	"call_again_on" date,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"thanks_to_digest" boolean DEFAULT false NOT NULL,
	CONSTRAINT "follow_up_state" CHECK ("follow_up"."state" in ('open', 'settled', 'elsewhere', 'cancelled')),
	CONSTRAINT "follow_up_debtor_kind" CHECK ("follow_up"."debtor_kind" in ('person', 'organisation', 'team')),
	CONSTRAINT "follow_up_creditor_kind" CHECK ("follow_up"."creditor_kind" in ('person', 'organisation', 'team')),
	CONSTRAINT "follow_up_debtor_is" CHECK (("follow_up"."debtor_kind" = 'organisation') = ("follow_up"."debtor_organisation_id" is not null)),
	CONSTRAINT "follow_up_creditor_is" CHECK (("follow_up"."creditor_kind" = 'organisation') = ("follow_up"."creditor_organisation_id" is not null)),
	CONSTRAINT "follow_up_debtor_person" CHECK ("follow_up"."debtor_person_id" is null or "follow_up"."debtor_kind" = 'person'),
	CONSTRAINT "follow_up_creditor_person" CHECK ("follow_up"."creditor_person_id" is null or "follow_up"."creditor_kind" = 'person'),
	CONSTRAINT "follow_up_closed_when" CHECK (("follow_up"."state" = 'open') = ("follow_up"."closed_at" is null)),
	CONSTRAINT "follow_up_href_is_ours" CHECK ("follow_up"."href" ~ '^/([^/\\]|$)')
);
--> statement-breakpoint
CREATE TABLE "follow_up_digest" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	"follow_up_ids" uuid[] NOT NULL,
	CONSTRAINT "follow_up_digest_hash" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "follow_up_event" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"follow_up_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid,
	"to_id" uuid,
	"until_on" date,
	"outcome" text,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "follow_up_event_kind" CHECK ("follow_up_event"."kind" in ('opened', 'snoozed', 'woken', 'handed-over', 'taken-back', 'chased', 'called', 'settled', 'elsewhere', 'cancelled', 'erased')),
	CONSTRAINT "follow_up_event_outcome" CHECK ("follow_up_event"."outcome" is null or "follow_up_event"."outcome" in ('promised', 'no-answer', 'message', 'wrong-number', 'disputed'))
);
--> statement-breakpoint
CREATE TABLE "follow_up_rhythm" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"rhythm" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "follow_up_rhythm_once" UNIQUE("user_id"),
	CONSTRAINT "follow_up_rhythm_known" CHECK ("follow_up_rhythm"."rhythm" in ('daily', 'weekly', 'never'))
);
--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_debtor_person_id_account_user_id_fk" FOREIGN KEY ("debtor_person_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_creditor_person_id_account_user_id_fk" FOREIGN KEY ("creditor_person_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_bearer_id_account_user_id_fk" FOREIGN KEY ("bearer_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_closed_by_account_user_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_digest" ADD CONSTRAINT "follow_up_digest_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_follow_up_id_follow_up_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_up"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_by_id_account_user_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_to_id_account_user_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_rhythm" ADD CONSTRAINT "follow_up_rhythm_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_up_owed_once" ON "follow_up" USING btree ("kind","about_table","about_id",coalesce(debtor_person_id, debtor_organisation_id, '00000000-0000-0000-0000-000000000000')) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "follow_up_about" ON "follow_up" USING btree ("about_table","about_id");--> statement-breakpoint
CREATE INDEX "follow_up_debtor" ON "follow_up" USING btree ("debtor_person_id","state");--> statement-breakpoint
CREATE INDEX "follow_up_debtor_organisation" ON "follow_up" USING btree ("debtor_organisation_id","state");--> statement-breakpoint
CREATE INDEX "follow_up_bearer" ON "follow_up" USING btree ("bearer_id","state");--> statement-breakpoint
CREATE INDEX "follow_up_creditor" ON "follow_up" USING btree ("creditor_person_id","state");--> statement-breakpoint
CREATE INDEX "follow_up_creditor_organisation" ON "follow_up" USING btree ("creditor_organisation_id","state");--> statement-breakpoint
CREATE INDEX "follow_up_due" ON "follow_up" USING btree ("due_on","id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "follow_up_closed" ON "follow_up" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "follow_up_digest_user" ON "follow_up_digest" USING btree ("user_id","sent_at");--> statement-breakpoint
CREATE INDEX "follow_up_event_of" ON "follow_up_event" USING btree ("follow_up_id","id");--> statement-breakpoint
CREATE INDEX "follow_up_event_by" ON "follow_up_event" USING btree ("by_id");