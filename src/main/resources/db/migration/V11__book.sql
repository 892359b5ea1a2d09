-- One row: which book this is, and how many writes it has seen (a book in a folder counts them, so that a file that
-- lost its last writes is told from one that did not). Owner: the database package.
create table book (
  id integer primary key,
  store_id uuid not null,
  writes bigint not null
);
