-- Triggers and rows that no table definition can say.
-- documents: what a row no longer speaks of is removed from the storage by a job, however the row went (a deed, a cascade).
CREATE FUNCTION discard_objects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO document_discarded (sha256)
    SELECT sha256 FROM gone UNION SELECT thumbnail FROM gone WHERE thumbnail IS NOT NULL
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER document_gone AFTER DELETE ON document REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION discard_objects();--> statement-breakpoint
-- organisations: what is long stands apart from the row, so that counting what a common word finds reads few pages.
ALTER TABLE organisation SET (toast_tuple_target = 160);--> statement-breakpoint
ALTER TABLE organisation
  ALTER profile SET STORAGE main, ALTER name_search SET STORAGE main, ALTER sort_name SET STORAGE main,
  ALTER display_name SET STORAGE main, ALTER slug SET STORAGE main, ALTER city SET STORAGE main,
  ALTER sectors SET STORAGE main, ALTER departments SET STORAGE main, ALTER state SET STORAGE main,
  ALTER kind SET STORAGE main;--> statement-breakpoint
-- talents: no words are learnt from cards, because a correction would tell that a word of somebody stands somewhere.
-- What is shown or searched by index only stands apart from the row, so that filters and counts read few pages.
ALTER TABLE talent_card SET (toast_tuple_target = 160);--> statement-breakpoint
ALTER TABLE talent_card
  ALTER facets SET STORAGE main, ALTER skills SET STORAGE main, ALTER spoken SET STORAGE main, ALTER code SET STORAGE main,
  ALTER chosen_organisations SET STORAGE main, ALTER blocked_organisations SET STORAGE main;--> statement-breakpoint
-- Always true. What the planner does not know: reading a search vector that stands apart is dear. It takes the index then.
CREATE FUNCTION stands_apart(smallint) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 300 AS $$
BEGIN
  RETURN true;
END $$;--> statement-breakpoint
-- courses: the words of courses, for correcting misspelt searches.
CREATE TRIGGER course_words_new AFTER INSERT ON course REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION learn_words('course', 'title', 'diploma', 'school_names', 'town', 'occupation_names', 'skill_names', 'summary');--> statement-breakpoint
CREATE TRIGGER course_words_changed AFTER UPDATE ON course REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION learn_words('course', 'title', 'diploma', 'school_names', 'town', 'occupation_names', 'skill_names', 'summary');
