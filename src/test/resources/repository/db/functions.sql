-- For another server.
CREATE FUNCTION add_one(i integer) RETURNS integer AS $$ SELECT i + 1; -- it's one
$$ LANGUAGE sql;
