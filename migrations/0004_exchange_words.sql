-- Triggers and rows that no table definition can say.

-- talents. No words are learnt from cards: a correction would tell that a word of somebody stands somewhere.
-- What lists show and search reads by index only stands apart, so that filters and counts read a fifth of the pages.
ALTER TABLE talent_card SET (toast_tuple_target = 256);
