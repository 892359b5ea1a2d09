-- Steps carried out per item, and holds. Owner: room reminder.
create table item_step (
  id uuid primary key,
  item_id uuid not null references open_item (id),
  step varchar not null,
  cycle integer not null,
  step_date date not null,
  message_id uuid references message (id),
  recorded_at timestamp with time zone not null,
  unique (item_id, step, cycle)
);

create table hold (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  item_id uuid references open_item (id),
  reason varchar not null,
  set_on date not null,
  until_date date,
  lifted_on date,
  recorded_at timestamp with time zone not null
);
create index hold_customer on hold (customer_id);
