CREATE TABLE "dead_address" (
	"address" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"mail_id" uuid
);
--> statement-breakpoint
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
CREATE TABLE "cv" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'fr' NOT NULL,
	"design" text DEFAULT 'sober' NOT NULL,
	"layout" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cv_language" CHECK ("cv"."language" in ('fr', 'en')),
	CONSTRAINT "cv_design" CHECK ("cv"."design" in ('sober', 'side'))
);
--> statement-breakpoint
CREATE TABLE "cv_import" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"source" text NOT NULL,
	"language" text,
	"text" text DEFAULT '' NOT NULL,
	"proposals" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cv_import_one_each" UNIQUE("user_id")
);
--> statement-breakpoint
CREATE TABLE "cv_link" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"cv_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ends_on" date,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "cv_link_hash" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "cv_look" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"link_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
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
CREATE TABLE "talent_achievement" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"issuer" text DEFAULT '' NOT NULL,
	"date" text,
	"url" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "talent_achievement_kind" CHECK ("talent_achievement"."kind" in ('award', 'certificate', 'publication', 'interest', 'reference')),
	CONSTRAINT "talent_achievement_date" CHECK ("talent_achievement"."date" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
--> statement-breakpoint
CREATE TABLE "talent_card" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"from_rank" smallint NOT NULL,
	"to_rank" smallint NOT NULL,
	"code" text NOT NULL,
	"face" jsonb NOT NULL,
	"title" text NOT NULL,
	"detail" text NOT NULL,
	"body" text NOT NULL,
	"skills" uuid[] DEFAULT '{}' NOT NULL,
	"facets" text[] DEFAULT '{}' NOT NULL,
	"spoken" text[] DEFAULT '{}' NOT NULL,
	"available_on" date,
	"chosen_organisations" uuid[] DEFAULT '{}' NOT NULL,
	"blocked_organisations" uuid[] DEFAULT '{}' NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (search_vector(title, detail, body)) STORED NOT NULL,
	CONSTRAINT "talent_card_ranks" CHECK (1 <= "talent_card"."from_rank" and "talent_card"."from_rank" <= "talent_card"."to_rank" and "talent_card"."to_rank" <= 3)
);
--> statement-breakpoint
CREATE TABLE "talent_education" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"course_id" uuid,
	"institution" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"area" text NOT NULL,
	"diploma" text DEFAULT '' NOT NULL,
	"starts_on" text,
	"ends_on" text,
	"score" text DEFAULT '' NOT NULL,
	"courses" text[] DEFAULT '{}' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "talent_education_start" CHECK ("talent_education"."starts_on" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
	CONSTRAINT "talent_education_end" CHECK ("talent_education"."ends_on" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
--> statement-breakpoint
CREATE TABLE "talent_experience" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"kind" text DEFAULT 'work' NOT NULL,
	"title" text NOT NULL,
	"organisation_id" uuid,
	"organisation_name" text DEFAULT '' NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"starts_on" text,
	"ends_on" text,
	"description" text DEFAULT '' NOT NULL,
	"highlights" text[] DEFAULT '{}' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "talent_experience_kind" CHECK ("talent_experience"."kind" in ('work', 'volunteer', 'project')),
	CONSTRAINT "talent_experience_start" CHECK ("talent_experience"."starts_on" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
	CONSTRAINT "talent_experience_end" CHECK ("talent_experience"."ends_on" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
--> statement-breakpoint
CREATE TABLE "talent_language" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"code" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"level" text,
	"position" integer DEFAULT 0 NOT NULL,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "talent_language_level" CHECK ("talent_language"."level" in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native')),
	CONSTRAINT "talent_language_named" CHECK ("talent_language"."code" <> '' or "talent_language"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "talent_link" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"url" text NOT NULL,
	"username" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "talent_link_kind" CHECK ("talent_link"."kind" in ('portfolio', 'show-reel', 'site', 'network', 'other'))
);
--> statement-breakpoint
CREATE TABLE "talent_photo" (
	"profile_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"webp" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talent_profile" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"code" text DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 12) NOT NULL,
	"state" text DEFAULT 'awake' NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"country" text DEFAULT 'FR' NOT NULL,
	"mobility" jsonb DEFAULT '{"towns":[],"departments":[],"wholeRegion":false,"remote":false,"radiusKm":null}'::jsonb NOT NULL,
	"available_on" date,
	"work_kinds" text[] DEFAULT '{}' NOT NULL,
	"visibility" text DEFAULT 'hidden' NOT NULL,
	"decided_at" timestamp with time zone,
	"anonymous" boolean DEFAULT false NOT NULL,
	"title_form" text DEFAULT 'both' NOT NULL,
	"part_openings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"chosen_organisations" uuid[] DEFAULT '{}' NOT NULL,
	"blocked_organisations" uuid[] DEFAULT '{}' NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"asleep_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "talent_profile_one_each" UNIQUE("user_id"),
	CONSTRAINT "talent_code_taken" UNIQUE("code"),
	CONSTRAINT "talent_profile_state" CHECK ("talent_profile"."state" in ('awake', 'asleep')),
	CONSTRAINT "talent_profile_visibility" CHECK ("talent_profile"."visibility" in ('hidden', 'organisations', 'members', 'public')),
	CONSTRAINT "talent_profile_title_form" CHECK ("talent_profile"."title_form" in ('both', 'feminine', 'masculine')),
	CONSTRAINT "talent_profile_asleep" CHECK (("talent_profile"."state" = 'asleep') = ("talent_profile"."asleep_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "talent_file" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"title" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talent_occupation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"occupation_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "talent_occupation_relation" CHECK ("talent_occupation"."relation" in ('held', 'sought'))
);
--> statement-breakpoint
CREATE TABLE "talent_skill" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"skill_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"level" smallint,
	"position" integer DEFAULT 0 NOT NULL,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "talent_skill_named" CHECK (("talent_skill"."skill_id" is null) = ("talent_skill"."name" <> '')),
	CONSTRAINT "talent_skill_level" CHECK ("talent_skill"."level" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "talent_contact" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"organisation_id" uuid,
	"alias" text NOT NULL,
	"message" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reveals" boolean DEFAULT false NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"conversation_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "talent_contact_state" CHECK ("talent_contact"."state" in ('waiting', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "talent_contact_answered" CHECK (("talent_contact"."state" = 'waiting') = ("talent_contact"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "talent_search_found" (
	"search_id" uuid NOT NULL,
	"profile_id" uuid NOT NULL,
	CONSTRAINT "talent_search_found_search_id_profile_id_pk" PRIMARY KEY("search_id","profile_id")
);
--> statement-breakpoint
CREATE TABLE "talent_look" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"reader_id" uuid,
	"organisation_id" uuid,
	"looked_on" date NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talent_past_count" (
	"year" integer NOT NULL,
	"occupation" text NOT NULL,
	"sector" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "talent_past_count_year_occupation_sector_pk" PRIMARY KEY("year","occupation","sector"),
	CONSTRAINT "talent_past_count_positive" CHECK ("talent_past_count"."people" >= 0)
);
--> statement-breakpoint
CREATE TABLE "talent_search" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"asked" text NOT NULL,
	"alert" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"looked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talent_skill_proposal" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"label" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"proposed_by" uuid,
	"state" text DEFAULT 'waiting' NOT NULL,
	"skill_id" uuid,
	"answer" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "talent_skill_proposal_state" CHECK ("talent_skill_proposal"."state" in ('waiting', 'accepted', 'alias', 'refused')),
	CONSTRAINT "talent_skill_proposal_skill" CHECK ("talent_skill_proposal"."state" not in ('accepted', 'alias') or "talent_skill_proposal"."answered_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_state";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "unsubscribe" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "reply_key" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "answers" text;--> statement-breakpoint
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
ALTER TABLE "cv" ADD CONSTRAINT "cv_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_import" ADD CONSTRAINT "cv_import_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_link" ADD CONSTRAINT "cv_link_cv_id_cv_id_fk" FOREIGN KEY ("cv_id") REFERENCES "public"."cv"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_look" ADD CONSTRAINT "cv_look_link_id_cv_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."cv_link"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_owner_id_account_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_debtor_person_id_account_user_id_fk" FOREIGN KEY ("debtor_person_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_creditor_person_id_account_user_id_fk" FOREIGN KEY ("creditor_person_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_bearer_id_account_user_id_fk" FOREIGN KEY ("bearer_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_closed_by_account_user_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_digest" ADD CONSTRAINT "follow_up_digest_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_follow_up_id_follow_up_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_up"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_by_id_account_user_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_to_id_account_user_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "talent_achievement" ADD CONSTRAINT "talent_achievement_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_card" ADD CONSTRAINT "talent_card_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_education" ADD CONSTRAINT "talent_education_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_experience" ADD CONSTRAINT "talent_experience_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_experience" ADD CONSTRAINT "talent_experience_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_language" ADD CONSTRAINT "talent_language_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_link" ADD CONSTRAINT "talent_link_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_photo" ADD CONSTRAINT "talent_photo_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_profile" ADD CONSTRAINT "talent_profile_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_file" ADD CONSTRAINT "talent_file_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_file" ADD CONSTRAINT "talent_file_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_occupation" ADD CONSTRAINT "talent_occupation_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_occupation" ADD CONSTRAINT "talent_occupation_occupation_id_occupation_id_fk" FOREIGN KEY ("occupation_id") REFERENCES "public"."occupation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_skill" ADD CONSTRAINT "talent_skill_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_skill" ADD CONSTRAINT "talent_skill_skill_id_skill_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skill"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_contact" ADD CONSTRAINT "talent_contact_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_contact" ADD CONSTRAINT "talent_contact_from_id_account_user_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_contact" ADD CONSTRAINT "talent_contact_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_search_found" ADD CONSTRAINT "talent_search_found_search_id_talent_search_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."talent_search"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_search_found" ADD CONSTRAINT "talent_search_found_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_look" ADD CONSTRAINT "talent_look_profile_id_talent_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."talent_profile"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_look" ADD CONSTRAINT "talent_look_reader_id_account_user_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_look" ADD CONSTRAINT "talent_look_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_search" ADD CONSTRAINT "talent_search_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_skill_proposal" ADD CONSTRAINT "talent_skill_proposal_proposed_by_account_user_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_skill_proposal" ADD CONSTRAINT "talent_skill_proposal_skill_id_skill_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skill"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_skill_proposal" ADD CONSTRAINT "talent_skill_proposal_answered_by_account_user_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
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
CREATE UNIQUE INDEX "course_suggestion_once" ON "course_suggestion" USING btree ("course_id","occupation_id");--> statement-breakpoint
CREATE INDEX "cv_user" ON "cv" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "cv_import_created" ON "cv_import" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "cv_link_cv" ON "cv_link" USING btree ("cv_id");--> statement-breakpoint
CREATE INDEX "cv_look_link" ON "cv_look" USING btree ("link_id","at");--> statement-breakpoint
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
CREATE INDEX "talent_achievement_profile" ON "talent_achievement" USING btree ("profile_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "talent_card_rank" ON "talent_card" USING btree ("profile_id","from_rank");--> statement-breakpoint
CREATE INDEX "talent_card_search" ON "talent_card" USING gin ("search");--> statement-breakpoint
CREATE INDEX "talent_card_skills" ON "talent_card" USING gin ("skills");--> statement-breakpoint
CREATE INDEX "talent_card_facets" ON "talent_card" USING gin ("facets");--> statement-breakpoint
CREATE INDEX "talent_card_spoken" ON "talent_card" USING gin ("spoken");--> statement-breakpoint
CREATE INDEX "talent_card_recent" ON "talent_card" USING btree ("changed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "talent_card_available" ON "talent_card" USING btree ("available_on");--> statement-breakpoint
CREATE INDEX "talent_education_profile" ON "talent_education" USING btree ("profile_id","position");--> statement-breakpoint
CREATE INDEX "talent_experience_profile" ON "talent_experience" USING btree ("profile_id","position");--> statement-breakpoint
CREATE INDEX "talent_experience_organisation" ON "talent_experience" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "talent_language_once" ON "talent_language" USING btree ("profile_id","code","name");--> statement-breakpoint
CREATE INDEX "talent_link_profile" ON "talent_link" USING btree ("profile_id","position");--> statement-breakpoint
CREATE INDEX "talent_profile_consented" ON "talent_profile" USING btree ("consented_at");--> statement-breakpoint
CREATE INDEX "talent_file_profile" ON "talent_file" USING btree ("profile_id","position");--> statement-breakpoint
CREATE INDEX "talent_file_document" ON "talent_file" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "talent_occupation_once" ON "talent_occupation" USING btree ("profile_id","occupation_id","relation");--> statement-breakpoint
CREATE INDEX "talent_occupation_occupation" ON "talent_occupation" USING btree ("occupation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "talent_skill_once" ON "talent_skill" USING btree ("profile_id","skill_id");--> statement-breakpoint
CREATE INDEX "talent_skill_skill" ON "talent_skill" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "talent_skill_name" ON "talent_skill" USING btree (plain("name")) WHERE skill_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "talent_contact_waiting" ON "talent_contact" USING btree ("profile_id","from_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "talent_contact_from" ON "talent_contact" USING btree ("from_id","state");--> statement-breakpoint
CREATE INDEX "talent_search_found_profile" ON "talent_search_found" USING btree ("profile_id");--> statement-breakpoint
CREATE UNIQUE INDEX "talent_look_once_a_day" ON "talent_look" USING btree ("profile_id","reader_id","looked_on");--> statement-breakpoint
CREATE INDEX "talent_look_reader" ON "talent_look" USING btree ("reader_id");--> statement-breakpoint
CREATE INDEX "talent_search_user" ON "talent_search" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "talent_skill_proposal_waiting" ON "talent_skill_proposal" USING btree (plain("label")) WHERE state = 'waiting';--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('waiting', 'sent', 'failed', 'refused', 'bounced'));