-- The words of each searchable table, for correcting misspelt searches.
CREATE TRIGGER organisation_words_new AFTER INSERT ON organisation REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION learn_words('organisation', 'display_name', 'legal_name', 'places', 'summary');--> statement-breakpoint
CREATE TRIGGER organisation_words_changed AFTER UPDATE ON organisation REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION learn_words('organisation', 'display_name', 'legal_name', 'places', 'summary');--> statement-breakpoint
-- The five sectors with which every cluster begins; the team adds others.
INSERT INTO sector (key, label, colour, position) VALUES
  ('video-games', '{"fr": "Jeux vidéo", "en": "Video games"}', 'violet', 10),
  ('cinema', '{"fr": "Cinéma", "en": "Cinema"}', 'carmine', 20),
  ('audiovisual', '{"fr": "Audiovisuel", "en": "Audiovisual"}', 'teal', 30),
  ('animation', '{"fr": "Animation", "en": "Animation"}', 'orange', 40),
  ('multimedia', '{"fr": "Multimédia", "en": "Multimedia"}', 'blue', 50);--> statement-breakpoint
CREATE TRIGGER occupation_words_new AFTER INSERT ON occupation REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION learn_words('occupation', 'masculine', 'feminine', 'english', 'alias_words');--> statement-breakpoint
CREATE TRIGGER occupation_words_changed AFTER UPDATE ON occupation REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION learn_words('occupation', 'masculine', 'feminine', 'english', 'alias_words');--> statement-breakpoint
CREATE TRIGGER skill_words_new AFTER INSERT ON skill REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION learn_words('skill', 'label', 'aliases');--> statement-breakpoint
CREATE TRIGGER skill_words_changed AFTER UPDATE ON skill REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION learn_words('skill', 'label', 'aliases');
