-- PostgreSQL dump: isn't old
INSERT INTO "old'" VALUES ('C:\old\', E'it\'s old', 'old');
CREATE FUNCTION f() AS $body$ 'old $$ $body$;
COPY public.t (a, b) FROM stdin;
1	old's "old
2	\N old

\.
SELECT 'old', a$b, 'old';
