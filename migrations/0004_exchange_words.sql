-- Triggers and rows that no table definition can say.
-- courses: the words of courses, for correcting misspelt searches.
CREATE TRIGGER course_words_new AFTER INSERT ON course REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION learn_words('course', 'title', 'diploma', 'school_names', 'town', 'occupation_names', 'skill_names', 'summary');--> statement-breakpoint
CREATE TRIGGER course_words_changed AFTER UPDATE ON course REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION learn_words('course', 'title', 'diploma', 'school_names', 'town', 'occupation_names', 'skill_names', 'summary');
