-- Triggers and rows that no table definition can say.
SELECT 1;
