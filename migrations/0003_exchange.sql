CREATE TABLE "dead_address" (
	"address" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"mail_id" uuid
);
--> statement-breakpoint
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
CREATE TABLE "conversation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"subject" text NOT NULL,
	"about_kind" text,
	"about_id" text,
	"about_title" jsonb,
	"about_href" text,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid,
	"last_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "mail_key" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "mail_key_once" UNIQUE("account_id")
);
--> statement-breakpoint
CREATE TABLE "conversation_message" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"mail_id" text
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"href" text NOT NULL,
	"about_kind" text,
	"about_id" text,
	"from_id" uuid,
	"once" text,
	"rhythm" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	"mail_id" uuid,
	CONSTRAINT "notice_rhythm" CHECK ("notice"."rhythm" in ('at-once', 'daily', 'weekly', 'never'))
);
--> statement-breakpoint
CREATE TABLE "notice_choice" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rhythm" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_choice_rhythm" CHECK ("notice_choice"."rhythm" in ('at-once', 'daily', 'weekly', 'never'))
);
--> statement-breakpoint
CREATE TABLE "conversation_participant" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"account_id" uuid,
	"alias" text,
	"revealed_at" timestamp with time zone,
	"on_behalf_of" text,
	"organisation_id" uuid,
	"joined_at" timestamp with time zone NOT NULL,
	"read_until" timestamp with time zone,
	"muted_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	"reply_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "received_mail" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"message_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"answered" text,
	CONSTRAINT "received_mail_once" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "conversation_report" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"reported_by" uuid,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_state";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "unsubscribe" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "reply_key" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "answers" text;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_owner_id_account_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_debtor_person_id_account_user_id_fk" FOREIGN KEY ("debtor_person_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_creditor_person_id_account_user_id_fk" FOREIGN KEY ("creditor_person_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_bearer_id_account_user_id_fk" FOREIGN KEY ("bearer_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_closed_by_account_user_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_digest" ADD CONSTRAINT "follow_up_digest_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_follow_up_id_follow_up_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_up"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_by_id_account_user_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_to_id_account_user_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_rhythm" ADD CONSTRAINT "follow_up_rhythm_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_opened_by_account_user_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_closed_by_account_user_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_key" ADD CONSTRAINT "mail_key_account_id_account_user_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_author_id_conversation_participant_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."conversation_participant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_account_id_account_user_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_account_id_account_user_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_participant" ADD CONSTRAINT "conversation_participant_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_participant" ADD CONSTRAINT "conversation_participant_account_id_account_user_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_report" ADD CONSTRAINT "conversation_report_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_report" ADD CONSTRAINT "conversation_report_reported_by_account_user_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_report" ADD CONSTRAINT "conversation_report_settled_by_account_user_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_owner" ON "document" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "document_object" ON "document" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "document_thumbnail" ON "document" USING btree ("thumbnail");--> statement-breakpoint
CREATE INDEX "document_expiry" ON "document" USING btree ("keep_until");--> statement-breakpoint
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
CREATE INDEX "follow_up_event_by" ON "follow_up_event" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "conversation_about" ON "conversation" USING btree ("about_kind","about_id");--> statement-breakpoint
CREATE INDEX "conversation_last" ON "conversation" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "conversation_message_order" ON "conversation_message" USING btree ("conversation_id","at","id");--> statement-breakpoint
CREATE INDEX "conversation_message_author" ON "conversation_message" USING btree ("author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_message_mail" ON "conversation_message" USING btree ("mail_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_once" ON "notice" USING btree ("account_id","once");--> statement-breakpoint
CREATE INDEX "notice_order" ON "notice" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "notice_about" ON "notice" USING btree ("about_kind","about_id");--> statement-breakpoint
CREATE INDEX "notice_from" ON "notice" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "notice_unmailed" ON "notice" USING btree ("account_id") WHERE mailed_at is null and read_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_choice_once" ON "notice_choice" USING btree ("account_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_participant_once" ON "conversation_participant" USING btree ("conversation_id","account_id");--> statement-breakpoint
CREATE INDEX "conversation_participant_account" ON "conversation_participant" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "received_mail_answered" ON "received_mail" USING btree ("answered","at");--> statement-breakpoint
CREATE INDEX "conversation_report_conversation" ON "conversation_report" USING btree ("conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_report_open" ON "conversation_report" USING btree ("conversation_id","reported_by") WHERE settled_at is null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('waiting', 'sent', 'failed', 'refused', 'bounced'));