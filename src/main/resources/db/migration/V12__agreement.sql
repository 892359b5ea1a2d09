-- What was agreed with customers about debts that stand: promises, payment plans, later due dates.
-- None of it moves a balance. Amounts are minor units. Owner: room agreement.

-- received_before: what receipts (with their discounts and small differences) had settled of its items when it was made.
-- tested_on: the day of the run that found it kept or not; what it found follows from the receipts.
create table promise (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  currency char(3) not null,
  amount bigint not null,
  by_date date not null,
  made_on date not null,
  person varchar not null default '',
  channel varchar not null default '',
  note varchar not null default '',
  consent varchar not null default '',
  received_before bigint not null,
  tested_on date,
  replaced_on date,
  recorded_at timestamp with time zone not null
);
create index promise_customer on promise (customer_id, by_date);

create table promise_item (
  promise_id uuid not null references promise (id),
  item_id uuid not null references open_item (id),
  primary key (promise_id, item_id)
);
create index promise_item_item on promise_item (item_id);

-- Which promise came in the place of which.
create table promise_replacement (
  promise_id uuid primary key references promise (id),
  by_id uuid not null references promise (id)
);

-- settled_before: what had been settled of its items when it was agreed (write-offs apart).
-- default_after: so many instalments missed break it, and the whole rest falls due.
create table payment_plan (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  currency char(3) not null,
  amount bigint not null,
  agreed_on date not null,
  grace_days integer not null,
  default_after integer not null,
  settled_before bigint not null,
  note varchar not null default '',
  tested_on date,
  ended_on date,
  ended_reason varchar not null default '',
  recorded_at timestamp with time zone not null
);
create index payment_plan_customer on payment_plan (customer_id, agreed_on);

create table payment_plan_item (
  plan_id uuid not null references payment_plan (id),
  item_id uuid not null references open_item (id),
  amount bigint not null,
  primary key (plan_id, item_id)
);
create index payment_plan_item_item on payment_plan_item (item_id);

create table instalment (
  plan_id uuid not null references payment_plan (id),
  line integer not null,
  due_date date not null,
  amount bigint not null,
  primary key (plan_id, line)
);

-- Append-only. The due date in force on a day is new_due of the last one agreed up to that day, else the item's own.
-- The reminder cycle of an item on a day is 1 + the number of its extensions agreed up to that day.
create table due_extension (
  id uuid primary key,
  item_id uuid not null references open_item (id),
  line integer not null,
  agreed_on date not null,
  old_due date not null,
  new_due date not null,
  agreed_by varchar not null default '',
  note varchar not null default '',
  interest_runs boolean not null,
  recorded_at timestamp with time zone not null,
  unique (item_id, line)
);
