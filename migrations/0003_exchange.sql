CREATE TABLE "course" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"diploma" text DEFAULT '' NOT NULL,
	"level" smallint,
	"rncp" text,
	"months" smallint,
	"admission" jsonb NOT NULL,
	"rhythms" text[] DEFAULT '{}' NOT NULL,
	"cost_cents" integer,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"cost_note" jsonb NOT NULL,
	"website" text,
	"establishment_id" uuid,
	"town" text DEFAULT '' NOT NULL,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"external_id" text,
	"imported" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"school_names" text DEFAULT '' NOT NULL,
	"occupation_names" text DEFAULT '' NOT NULL,
	"skill_names" text DEFAULT '' NOT NULL,
	"unseen_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"sort_title" text GENERATED ALWAYS AS (plain(title->>'fr')) STORED NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (search_vector(coalesce(title->>'fr', '') || ' ' || coalesce(title->>'en', '') || ' ' || diploma, school_names || ' ' || town || ' ' || occupation_names || ' ' || coalesce(rncp, ''), skill_names || ' ' || coalesce(summary->>'fr', '') || ' ' || coalesce(summary->>'en', '') || ' ' || coalesce(description->>'fr', '') || ' ' || coalesce(description->>'en', ''))) STORED NOT NULL,
	CONSTRAINT "course_slug_taken" UNIQUE("slug"),
	CONSTRAINT "course_state" CHECK ("course"."state" in ('draft', 'submitted', 'published', 'withdrawn')),
	CONSTRAINT "course_level" CHECK ("course"."level" between 3 and 8),
	CONSTRAINT "course_rhythms" CHECK ("course"."rhythms" <@ array['initial', 'apprenticeship']),
	CONSTRAINT "course_rncp_form" CHECK ("course"."rncp" ~ '^[0-9]{1,6}$'),
	CONSTRAINT "course_months" CHECK ("course"."months" between 1 and 150),
	CONSTRAINT "course_cost" CHECK ("course"."cost_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "course_import" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"header" text[] NOT NULL,
	"mapping" jsonb NOT NULL,
	"overwrite" boolean DEFAULT false NOT NULL,
	"publish" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'uploaded' NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "course_import_state" CHECK ("course_import"."state" in ('uploaded', 'previewed', 'applied', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "course_import_line" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"cells" text[] NOT NULL,
	"outcome" text,
	"course_id" uuid,
	"plan" jsonb,
	"changes" jsonb,
	"kept" jsonb,
	"reason" jsonb,
	"basis" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "course_insertion" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"course_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"rate" smallint NOT NULL,
	"sample" integer NOT NULL,
	"source" jsonb NOT NULL,
	CONSTRAINT "course_insertion_rate" CHECK ("course_insertion"."rate" between 0 and 100),
	CONSTRAINT "course_insertion_sample" CHECK ("course_insertion"."sample" > 0),
	CONSTRAINT "course_insertion_source" CHECK (length("course_insertion"."source"->>'fr') > 0)
);
--> statement-breakpoint
CREATE TABLE "course_label" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"course_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "course_label_days" CHECK ("course_label"."ends_on" is null or "course_label"."ends_on" >= "course_label"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "course_occupation" (
	"course_id" uuid NOT NULL,
	"occupation_id" uuid NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "course_occupation_course_id_occupation_id_pk" PRIMARY KEY("course_id","occupation_id")
);
--> statement-breakpoint
CREATE TABLE "course_production" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"course_id" uuid NOT NULL,
	"title" text NOT NULL,
	"year" smallint NOT NULL,
	"url" text NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "course_school" (
	"course_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "course_school_course_id_organisation_id_pk" PRIMARY KEY("course_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "course_skill" (
	"course_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "course_skill_course_id_skill_id_pk" PRIMARY KEY("course_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "course_sponsorship" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"course_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"commitments" text[] NOT NULL,
	"note" jsonb NOT NULL,
	"proposer_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "course_sponsorship_state" CHECK ("course_sponsorship"."state" in ('proposed', 'confirmed', 'declined', 'ended')),
	CONSTRAINT "course_sponsorship_side" CHECK ("course_sponsorship"."proposed_by" in ('company', 'school')),
	CONSTRAINT "course_sponsorship_days" CHECK ("course_sponsorship"."ends_on" is null or "course_sponsorship"."ends_on" >= "course_sponsorship"."starts_on"),
	CONSTRAINT "course_sponsorship_promises" CHECK (cardinality("course_sponsorship"."commitments") > 0)
);
--> statement-breakpoint
CREATE TABLE "course_suggestion" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"course_id" uuid NOT NULL,
	"occupation_id" uuid NOT NULL,
	"accepted" boolean NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" uuid
);
--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_establishment_id_organisation_establishment_id_fk" FOREIGN KEY ("establishment_id") REFERENCES "public"."organisation_establishment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_import" ADD CONSTRAINT "course_import_created_by_account_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_import_line" ADD CONSTRAINT "course_import_line_import_id_course_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."course_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_insertion" ADD CONSTRAINT "course_insertion_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_label" ADD CONSTRAINT "course_label_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_occupation" ADD CONSTRAINT "course_occupation_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_occupation" ADD CONSTRAINT "course_occupation_occupation_id_occupation_id_fk" FOREIGN KEY ("occupation_id") REFERENCES "public"."occupation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_production" ADD CONSTRAINT "course_production_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_school" ADD CONSTRAINT "course_school_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_school" ADD CONSTRAINT "course_school_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_skill" ADD CONSTRAINT "course_skill_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_skill" ADD CONSTRAINT "course_skill_skill_id_skill_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skill"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_sponsorship" ADD CONSTRAINT "course_sponsorship_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_sponsorship" ADD CONSTRAINT "course_sponsorship_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_sponsorship" ADD CONSTRAINT "course_sponsorship_proposer_id_account_user_id_fk" FOREIGN KEY ("proposer_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_sponsorship" ADD CONSTRAINT "course_sponsorship_answered_by_account_user_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_suggestion" ADD CONSTRAINT "course_suggestion_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_suggestion" ADD CONSTRAINT "course_suggestion_occupation_id_occupation_id_fk" FOREIGN KEY ("occupation_id") REFERENCES "public"."occupation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_suggestion" ADD CONSTRAINT "course_suggestion_decided_by_account_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "course_external_taken" ON "course" USING btree ("external_id");--> statement-breakpoint
CREATE INDEX "course_search" ON "course" USING gin ("search");--> statement-breakpoint
CREATE INDEX "course_order" ON "course" USING btree ("sort_title","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "course_by_state" ON "course" USING btree ("state","changed_at");--> statement-breakpoint
CREATE INDEX "course_sectors" ON "course" USING gin ("sectors");--> statement-breakpoint
CREATE INDEX "course_establishment" ON "course" USING btree ("establishment_id");--> statement-breakpoint
CREATE INDEX "course_unseen" ON "course" USING btree ("unseen_since") WHERE unseen_since is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "course_import_line_number" ON "course_import_line" USING btree ("import_id","line");--> statement-breakpoint
CREATE INDEX "course_import_line_outcome" ON "course_import_line" USING btree ("import_id","outcome","line");--> statement-breakpoint
CREATE INDEX "course_import_line_course" ON "course_import_line" USING btree ("course_id");--> statement-breakpoint
CREATE UNIQUE INDEX "course_insertion_year_taken" ON "course_insertion" USING btree ("course_id","year");--> statement-breakpoint
CREATE INDEX "course_label_course" ON "course_label" USING btree ("course_id","starts_on");--> statement-breakpoint
CREATE INDEX "course_occupation_occupation" ON "course_occupation" USING btree ("occupation_id");--> statement-breakpoint
CREATE INDEX "course_production_course" ON "course_production" USING btree ("course_id","position");--> statement-breakpoint
CREATE INDEX "course_school_organisation" ON "course_school" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "course_skill_skill" ON "course_skill" USING btree ("skill_id");--> statement-breakpoint
CREATE UNIQUE INDEX "course_sponsorship_once" ON "course_sponsorship" USING btree ("course_id","organisation_id") WHERE state in ('proposed', 'confirmed');--> statement-breakpoint
CREATE INDEX "course_sponsorship_organisation" ON "course_sponsorship" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "course_suggestion_once" ON "course_suggestion" USING btree ("course_id","occupation_id");