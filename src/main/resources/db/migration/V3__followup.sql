-- What a person has to do, for whom, by when, and what came of it. Owner: room followup.
create table task (
  id uuid primary key,
  customer_id uuid references customer (id),
  kind varchar not null,
  title varchar not null,
  note varchar not null default '',
  items varchar not null default '',
  due_date date not null,
  created_on date not null,
  created_at timestamp with time zone not null,
  done_on date,
  done_at timestamp with time zone,
  result varchar not null default '',
  version integer not null
);
create index task_open on task (done_on, due_date);
create index task_customer on task (customer_id);
