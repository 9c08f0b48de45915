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
  FOR EACH STATEMENT EXECUTE FUNCTION discard_objects();
