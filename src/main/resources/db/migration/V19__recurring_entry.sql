-- Entries by hand that come back by themselves. Amounts are minor units of the book's currency, debit positive, credit
-- negative. Owner: room recurring.
create table recurring_entry (
  id uuid primary key,
  name varchar not null,
  description varchar not null,
  every_unit varchar not null,
  every_count integer not null,
  first_date date not null,
  anchor_day integer not null,
  until_date date,
  skip_holidays boolean not null,
  paused boolean not null,
  created_at timestamp with time zone not null,
  version integer not null
);

create table recurring_entry_line (
  template_id uuid not null references recurring_entry (id),
  line integer not null,
  account varchar not null references account (number),
  amount bigint not null,
  primary key (template_id, line)
);

-- What was decided about a period: its entry, or none. The key lets nobody post a period twice.
create table recurring_entry_period (
  template_id uuid not null references recurring_entry (id),
  period_start date not null,
  entry_id uuid references entry (id),
  decided_on date not null,
  decided_at timestamp with time zone not null,
  primary key (template_id, period_start)
);
