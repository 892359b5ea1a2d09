-- Fails at its second statement; the first has happened by then.
create table half_done (id integer primary key);
create table half_done (id integer primary key);
