-- What a later program could bring: a column and a table.
alter table setting add column note varchar default '' not null;
create table later_thing (id integer primary key);
