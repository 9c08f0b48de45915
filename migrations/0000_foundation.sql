-- What tables stand on: extensions, the two text search configurations, and the functions of search.
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
-- fr: French word forms without accents. words: the words as they stand, without accents, for beginnings of words and names.
CREATE TEXT SEARCH CONFIGURATION public.fr (COPY = pg_catalog.french);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.fr ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.french_stem;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.words (COPY = pg_catalog.simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.words ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.simple;--> statement-breakpoint
-- unaccent() is only STABLE, because its rules could change: ours are fixed with this migration.
CREATE FUNCTION public.plain(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));--> statement-breakpoint
-- array_to_string() is only STABLE, because some types print by settings: texts do not.
CREATE FUNCTION public.joined(text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN array_to_string($1, ',');--> statement-breakpoint
-- Letters and digits only: « d’images », « jean-pierre » and « studio.fr » are several words, without capitals or accents.
CREATE FUNCTION public.search_text(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(public.plain(coalesce($1, '')), '[^[:alnum:]]+', ' ', 'g');--> statement-breakpoint
CREATE FUNCTION public.search_vector(title text, detail text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(to_tsvector('public.fr', public.search_text(title)) || to_tsvector('public.words', public.search_text(title)), 'A')
    || setweight(to_tsvector('public.fr', public.search_text(detail)) || to_tsvector('public.words', public.search_text(detail)), 'B')
    || setweight(to_tsvector('public.fr', public.search_text(body)), 'C');--> statement-breakpoint
-- Statement trigger (domain, column...): every word of these columns becomes one that a misspelling can be corrected to.
CREATE FUNCTION public.learn_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_word (domain, word)
  SELECT DISTINCT tg_argv[0], lexeme
  FROM (SELECT to_jsonb(written) AS fields FROM written) AS rows,
    LATERAL (
      SELECT string_agg(value #>> '{}', ' ') AS words
      FROM unnest(tg_argv[1:]) AS name, jsonb_path_query(fields, ('strict $."' || name || '".**')::jsonpath) AS value
      WHERE jsonb_typeof(value) = 'string'
    ) AS texts,
    LATERAL unnest(to_tsvector('public.words', public.search_text(words)))
  WHERE length(lexeme) BETWEEN 3 AND 40 AND lexeme !~ '^[0-9]+$'
  ORDER BY lexeme -- two writers never wait for each other in a circle
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
-- Words that look like a misspelt one. 0.2 is low enough for two letters exchanged in a word of five; the caller chooses.
CREATE FUNCTION public.near_words(kind text, misspelt text) RETURNS SETOF text LANGUAGE plpgsql STABLE
  SET pg_trgm.similarity_threshold = 0.2 AS $$
BEGIN
  RETURN QUERY SELECT word FROM search_word WHERE domain = kind AND word % misspelt
    ORDER BY similarity(word, misspelt) DESC, word LIMIT 50;
END $$;
