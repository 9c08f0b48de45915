CREATE TABLE "dead_address" (
	"address" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"mail_id" uuid
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
	"closed_by" uuid,
	"closed_by_team" boolean DEFAULT false NOT NULL
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