CREATE TABLE "journal" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_kind" text NOT NULL,
	"action" text NOT NULL,
	"subject_table" text,
	"subject_id" text,
	"changes" jsonb NOT NULL,
	"note" jsonb,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recipient" text NOT NULL,
	"account_id" uuid,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text,
	"confidential" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('waiting', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"domain" text NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "search_word_domain_word_pk" PRIMARY KEY("domain","word")
);
--> statement-breakpoint
CREATE TABLE "account_consent" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" date NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "account_credential" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_device" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_invitation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text,
	"name" text DEFAULT '' NOT NULL,
	"role" text NOT NULL,
	"language" text DEFAULT 'fr' NOT NULL,
	"hash" text NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "account_invitation_hash" UNIQUE("hash"),
	CONSTRAINT "account_invitation_role" CHECK ("account_invitation"."role" in ('person', 'reviewer', 'staff', 'administrator'))
);
--> statement-breakpoint
CREATE TABLE "account_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "account_passkey" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp with time zone DEFAULT now(),
	"aaguid" text
);
--> statement-breakpoint
CREATE TABLE "account_session" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"token" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "account_token" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"ending" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "account_token_hash" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "account_two_factor" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" uuid NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "account_user" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"two_factor_enabled" boolean DEFAULT false,
	"role" text DEFAULT 'person' NOT NULL,
	"language" text DEFAULT 'fr' NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	CONSTRAINT "account_email_taken" UNIQUE("email"),
	CONSTRAINT "account_role" CHECK ("account_user"."role" in ('person', 'reviewer', 'staff', 'administrator')),
	CONSTRAINT "account_language" CHECK ("account_user"."language" in ('fr', 'en'))
);
--> statement-breakpoint
CREATE TABLE "account_verification" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "occupation_alias" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"occupation_id" uuid NOT NULL,
	"language" text NOT NULL,
	"label" text NOT NULL,
	"code" text,
	"position" integer NOT NULL,
	CONSTRAINT "occupation_alias_language" CHECK ("occupation_alias"."language" in ('fr', 'en'))
);
--> statement-breakpoint
CREATE TABLE "occupation_import" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"language" text DEFAULT 'fr' NOT NULL,
	"state" text NOT NULL,
	"bytes" "bytea",
	"by_id" uuid,
	"submitted_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"step" text,
	"done" integer DEFAULT 0 NOT NULL,
	"summary" jsonb,
	"refusal" jsonb,
	CONSTRAINT "occupation_import_kind" CHECK ("occupation_import"."kind" in ('rome', 'esco', 'sheets')),
	CONSTRAINT "occupation_import_state" CHECK ("occupation_import"."state" in ('proposed', 'waiting', 'running', 'done', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "occupation_mobility" (
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	CONSTRAINT "occupation_mobility_from_id_to_id_pk" PRIMARY KEY("from_id","to_id")
);
--> statement-breakpoint
CREATE TABLE "occupation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"origin" text DEFAULT 'own' NOT NULL,
	"code" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"masculine" text DEFAULT '' NOT NULL,
	"feminine" text DEFAULT '' NOT NULL,
	"english" text DEFAULT '' NOT NULL,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"family" text,
	"summary" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"missions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"conditions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"prospects" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"rome_codes" text[] DEFAULT '{}' NOT NULL,
	"esco_uri" text,
	"isco" text,
	"group_code" text,
	"owner_id" uuid,
	"reviewed_on" date,
	"alias_words" text DEFAULT '' NOT NULL,
	"checksum" text DEFAULT '' NOT NULL,
	"version_number" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (search_vector(masculine || ' ' || feminine || ' ' || english, alias_words, '')) STORED NOT NULL,
	CONSTRAINT "occupation_slug_taken" UNIQUE("slug"),
	CONSTRAINT "occupation_code_taken" UNIQUE("origin","code"),
	CONSTRAINT "occupation_origin" CHECK ("occupation"."origin" in ('own', 'rome', 'esco')),
	CONSTRAINT "occupation_state" CHECK ("occupation"."state" in ('draft', 'published', 'archived')),
	CONSTRAINT "occupation_family" CHECK ("occupation"."family" in ('production', 'writing', 'artistic', 'technical', 'game-design', 'programming', 'sound', 'distribution', 'marketing', 'new-professions')),
	CONSTRAINT "occupation_reference_has_code" CHECK (("occupation"."origin" = 'own') = ("occupation"."code" is null)),
	CONSTRAINT "occupation_has_title" CHECK ("occupation"."masculine" <> '' or "occupation"."english" <> ''),
	CONSTRAINT "occupation_both_forms" CHECK ("occupation"."origin" <> 'own' or ("occupation"."masculine" <> '' and "occupation"."feminine" <> ''))
);
--> statement-breakpoint
CREATE TABLE "occupation_group" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"origin" text NOT NULL,
	"code" text NOT NULL,
	"label" jsonb NOT NULL,
	"parent_code" text,
	CONSTRAINT "occupation_group_code" UNIQUE("origin","code"),
	CONSTRAINT "occupation_group_origin" CHECK ("occupation_group"."origin" in ('rome', 'esco'))
);
--> statement-breakpoint
CREATE TABLE "occupation_skill" (
	"occupation_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"essential" boolean NOT NULL,
	"level" smallint,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "occupation_skill_occupation_id_skill_id_pk" PRIMARY KEY("occupation_id","skill_id"),
	CONSTRAINT "occupation_skill_level" CHECK ("occupation_skill"."level" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "occupation_version" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"occupation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"by_id" uuid,
	"content" jsonb NOT NULL,
	CONSTRAINT "occupation_version_number" UNIQUE("occupation_id","number")
);
--> statement-breakpoint
CREATE TABLE "occupation_repertory" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"key" text NOT NULL,
	"version" text DEFAULT '' NOT NULL,
	"imported_at" timestamp with time zone,
	"summary" jsonb,
	CONSTRAINT "occupation_repertory_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "skill" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"origin" text DEFAULT 'own' NOT NULL,
	"code" text,
	"kind" text NOT NULL,
	"label" jsonb NOT NULL,
	"summary" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"aliases" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"is_group" boolean DEFAULT false NOT NULL,
	"merged_into" uuid,
	"archived_at" timestamp with time zone,
	"checksum" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (search_vector(coalesce(label->>'fr', '') || ' ' || coalesce(label->>'en', ''), coalesce(aliases->>'fr', '') || ' ' || coalesce(aliases->>'en', ''), '')) STORED NOT NULL,
	CONSTRAINT "skill_slug_taken" UNIQUE("slug"),
	CONSTRAINT "skill_code_taken" UNIQUE("origin","code"),
	CONSTRAINT "skill_origin" CHECK ("skill"."origin" in ('own', 'rome', 'esco')),
	CONSTRAINT "skill_kind" CHECK ("skill"."kind" in ('know-how', 'knowledge', 'behaviour', 'tool')),
	CONSTRAINT "skill_reference_has_code" CHECK (("skill"."origin" = 'own') = ("skill"."code" is null))
);
--> statement-breakpoint
CREATE TABLE "skill_broader" (
	"skill_id" uuid NOT NULL,
	"broader_id" uuid NOT NULL,
	CONSTRAINT "skill_broader_skill_id_broader_id_pk" PRIMARY KEY("skill_id","broader_id"),
	CONSTRAINT "skill_broader_not_itself" CHECK ("skill_broader"."skill_id" <> "skill_broader"."broader_id")
);
--> statement-breakpoint
CREATE TABLE "organisation_affiliation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "affiliation_role" CHECK ("organisation_affiliation"."role" in ('representative', 'hr', 'employee')),
	CONSTRAINT "affiliation_days" CHECK ("organisation_affiliation"."ends_on" is null or "organisation_affiliation"."ends_on" >= "organisation_affiliation"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "organisation_establishment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"siret" char(14),
	"address" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"city" text NOT NULL,
	"country" char(2) DEFAULT 'FR' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"is_headquarters" boolean DEFAULT false NOT NULL,
	CONSTRAINT "establishment_siret_taken" UNIQUE("siret"),
	CONSTRAINT "establishment_siret_form" CHECK ("organisation_establishment"."siret" ~ '^[0-9]{14}$'),
	CONSTRAINT "establishment_point" CHECK (("organisation_establishment"."latitude" is null) = ("organisation_establishment"."longitude" is null))
);
--> statement-breakpoint
CREATE TABLE "organisation_former_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_head_count" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "head_count_positive" CHECK ("organisation_head_count"."people" >= 0)
);
--> statement-breakpoint
CREATE TABLE "organisation_import_line" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"cells" text[] NOT NULL,
	"outcome" text,
	"organisation_id" uuid,
	"plan" jsonb,
	"changes" jsonb,
	"reason" jsonb,
	"basis" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "organisation_import" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"header" text[] NOT NULL,
	"mapping" jsonb NOT NULL,
	"state" text DEFAULT 'uploaded' NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "organisation_import_state" CHECK ("organisation_import"."state" in ('uploaded', 'previewed', 'applied', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "organisation_join_request" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "join_request_role" CHECK ("organisation_join_request"."role" in ('representative', 'hr', 'employee')),
	CONSTRAINT "join_request_state" CHECK ("organisation_join_request"."state" in ('waiting', 'accepted', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "organisation_logo" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"webp" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'published' NOT NULL,
	"legal_name" text NOT NULL,
	"display_name" text NOT NULL,
	"siren" char(9),
	"registration_country" char(2),
	"registration_number" text,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"summary" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"founded_year" integer,
	"website" text,
	"email" text,
	"phone" text,
	"visibility" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"email_domains" text[] DEFAULT '{}' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"places" text DEFAULT '' NOT NULL,
	"departments" text[] DEFAULT '{}' NOT NULL,
	"proposed_by" uuid,
	"logo_hash" text,
	"merged_into" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sort_name" text GENERATED ALWAYS AS (plain(display_name)) STORED NOT NULL,
	"profile" text GENERATED ALWAYS AS (kind || '|' || joined(sectors) || '|' || joined(departments)) STORED NOT NULL,
	"name_search" "tsvector" GENERATED ALWAYS AS (search_vector(display_name || ' ' || legal_name, '', '')) STORED NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (search_vector(display_name || ' ' || legal_name, places || ' ' || coalesce(summary->>'fr', '') || ' ' || coalesce(summary->>'en', ''), coalesce(description->>'fr', '') || ' ' || coalesce(description->>'en', ''))) STORED NOT NULL,
	CONSTRAINT "organisation_slug_taken" UNIQUE("slug"),
	CONSTRAINT "organisation_kind" CHECK ("organisation"."kind" in ('company', 'school', 'laboratory', 'public-body', 'funder', 'cluster', 'site-operator')),
	CONSTRAINT "organisation_state" CHECK ("organisation"."state" in ('proposed', 'published', 'archived', 'merged', 'refused')),
	CONSTRAINT "organisation_siren_form" CHECK ("organisation"."siren" ~ '^[0-9]{9}$')
);
--> statement-breakpoint
CREATE TABLE "sector" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"key" text NOT NULL,
	"label" jsonb NOT NULL,
	"colour" text DEFAULT 'slate' NOT NULL,
	"position" integer DEFAULT 100 NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "sector_key_taken" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "site_text" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"written_by" uuid
);
--> statement-breakpoint
ALTER TABLE "account_consent" ADD CONSTRAINT "account_consent_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_credential" ADD CONSTRAINT "account_credential_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_device" ADD CONSTRAINT "account_device_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_invitation" ADD CONSTRAINT "account_invitation_invited_by_account_user_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_invitation" ADD CONSTRAINT "account_invitation_accepted_by_account_user_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_passkey" ADD CONSTRAINT "account_passkey_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_session" ADD CONSTRAINT "account_session_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_two_factor" ADD CONSTRAINT "account_two_factor_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation_alias" ADD CONSTRAINT "occupation_alias_occupation_id_occupation_id_fk" FOREIGN KEY ("occupation_id") REFERENCES "public"."occupation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation_import" ADD CONSTRAINT "occupation_import_by_id_account_user_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation_mobility" ADD CONSTRAINT "occupation_mobility_from_id_occupation_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."occupation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation_mobility" ADD CONSTRAINT "occupation_mobility_to_id_occupation_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."occupation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation" ADD CONSTRAINT "occupation_owner_id_account_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation_skill" ADD CONSTRAINT "occupation_skill_occupation_id_occupation_id_fk" FOREIGN KEY ("occupation_id") REFERENCES "public"."occupation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation_skill" ADD CONSTRAINT "occupation_skill_skill_id_skill_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skill"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation_version" ADD CONSTRAINT "occupation_version_occupation_id_occupation_id_fk" FOREIGN KEY ("occupation_id") REFERENCES "public"."occupation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupation_version" ADD CONSTRAINT "occupation_version_by_id_account_user_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_broader" ADD CONSTRAINT "skill_broader_skill_id_skill_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skill"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_broader" ADD CONSTRAINT "skill_broader_broader_id_skill_id_fk" FOREIGN KEY ("broader_id") REFERENCES "public"."skill"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_affiliation" ADD CONSTRAINT "organisation_affiliation_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_affiliation" ADD CONSTRAINT "organisation_affiliation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_establishment" ADD CONSTRAINT "organisation_establishment_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_former_slug" ADD CONSTRAINT "organisation_former_slug_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_head_count" ADD CONSTRAINT "organisation_head_count_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_import_line" ADD CONSTRAINT "organisation_import_line_import_id_organisation_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."organisation_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_import" ADD CONSTRAINT "organisation_import_created_by_account_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_join_request" ADD CONSTRAINT "organisation_join_request_user_id_account_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_join_request" ADD CONSTRAINT "organisation_join_request_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_join_request" ADD CONSTRAINT "organisation_join_request_answered_by_account_user_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_logo" ADD CONSTRAINT "organisation_logo_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_proposed_by_account_user_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_subject" ON "journal" USING btree ("subject_table","subject_id","id");--> statement-breakpoint
CREATE INDEX "journal_actor" ON "journal" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "journal_action" ON "journal" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "outbox_created" ON "outbox" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_account" ON "outbox" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "search_word_typos" ON "search_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "account_consent_user" ON "account_consent" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_consent_once" ON "account_consent" USING btree ("user_id","kind","version") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "account_credential_user" ON "account_credential" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_credential_taken" ON "account_credential" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_device_known" ON "account_device" USING btree ("user_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "account_invitation_open" ON "account_invitation" USING btree ("email") WHERE accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "account_passkey_user" ON "account_passkey" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "account_passkey_credential" ON "account_passkey" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "account_session_user" ON "account_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "account_token_user" ON "account_token" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "account_two_factor_user" ON "account_two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "account_two_factor_secret" ON "account_two_factor" USING btree ("secret");--> statement-breakpoint
CREATE INDEX "account_name_typos" ON "account_user" USING gin (plain(name) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "account_role_order" ON "account_user" USING btree ("role","id");--> statement-breakpoint
CREATE INDEX "account_verification_identifier" ON "account_verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "occupation_alias_occupation" ON "occupation_alias" USING btree ("occupation_id","position");--> statement-breakpoint
CREATE INDEX "occupation_alias_code" ON "occupation_alias" USING btree ("code");--> statement-breakpoint
CREATE INDEX "occupation_import_submitted" ON "occupation_import" USING btree ("submitted_at");--> statement-breakpoint
CREATE INDEX "occupation_mobility_to" ON "occupation_mobility" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "occupation_search" ON "occupation" USING gin ("search");--> statement-breakpoint
CREATE INDEX "occupation_own_search" ON "occupation" USING gin ("search") WHERE origin = 'own';--> statement-breakpoint
CREATE INDEX "occupation_order" ON "occupation" USING btree ("origin",plain(coalesce(nullif(masculine, ''), english)),"id");--> statement-breakpoint
CREATE INDEX "occupation_sectors" ON "occupation" USING gin ("sectors");--> statement-breakpoint
CREATE INDEX "occupation_in_group" ON "occupation" USING btree ("group_code");--> statement-breakpoint
CREATE INDEX "occupation_owner" ON "occupation" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "occupation_changed" ON "occupation" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "occupation_skill_skill" ON "occupation_skill" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "skill_search" ON "skill" USING gin ("search");--> statement-breakpoint
CREATE INDEX "skill_own_search" ON "skill" USING gin ("search") WHERE origin = 'own';--> statement-breakpoint
CREATE INDEX "skill_order" ON "skill" USING btree ("origin",plain(coalesce(label->>'fr', label->>'en')),"id");--> statement-breakpoint
CREATE INDEX "skill_broader_broader" ON "skill_broader" USING btree ("broader_id");--> statement-breakpoint
CREATE INDEX "affiliation_user" ON "organisation_affiliation" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "affiliation_once" ON "organisation_affiliation" USING btree ("user_id","organisation_id","role") WHERE ends_on is null;--> statement-breakpoint
CREATE INDEX "affiliation_organisation" ON "organisation_affiliation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "establishment_organisation" ON "organisation_establishment" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "former_slug_organisation" ON "organisation_former_slug" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "head_count_year_taken" ON "organisation_head_count" USING btree ("organisation_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "import_line_number" ON "organisation_import_line" USING btree ("import_id","line");--> statement-breakpoint
CREATE INDEX "import_line_outcome" ON "organisation_import_line" USING btree ("import_id","outcome","line");--> statement-breakpoint
CREATE INDEX "import_line_organisation" ON "organisation_import_line" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "join_request_waiting" ON "organisation_join_request" USING btree ("user_id","organisation_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "join_request_organisation" ON "organisation_join_request" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_siren_taken" ON "organisation" USING btree ("siren") WHERE state not in ('merged', 'refused');--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_registration_taken" ON "organisation" USING btree ("registration_country","registration_number") WHERE state not in ('merged', 'refused');--> statement-breakpoint
CREATE INDEX "organisation_search" ON "organisation" USING gin ("search");--> statement-breakpoint
CREATE INDEX "organisation_name_search" ON "organisation" USING gin ("name_search");--> statement-breakpoint
CREATE INDEX "organisation_name_typos" ON "organisation" USING gin (sort_name gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "organisation_order" ON "organisation" USING btree ("sort_name","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "organisation_profile" ON "organisation" USING btree ("profile") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "organisation_sectors" ON "organisation" USING gin ("sectors");--> statement-breakpoint
CREATE INDEX "organisation_departments" ON "organisation" USING gin ("departments");--> statement-breakpoint
CREATE INDEX "organisation_recent" ON "organisation" USING btree (created_at desc,"id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "organisation_changed" ON "organisation" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "site_text_newest" ON "site_text" USING btree ("slug","written_at" DESC NULLS LAST);