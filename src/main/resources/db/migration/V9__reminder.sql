-- Steps carried out per item, holds, what was written and why, and the policies. Owner: room reminder.

-- What was asked for in one message, letter or call. Amounts are minor units. origin: plan or hand.
create table reminder (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  currency char(3) not null,
  step varchar not null,
  asked bigint not null,
  origin varchar not null,
  reminder_date date not null,
  language varchar not null,
  changed boolean not null,
  withdrawn_on date,
  recorded_at timestamp with time zone not null
);
create index reminder_customer on reminder (customer_id, reminder_date);

-- One row for each item asked for; those listed for information bear no step.
create table reminder_line (
  reminder_id uuid not null references reminder (id),
  line integer not null,
  item_id uuid not null references open_item (id),
  number varchar not null,
  step varchar not null,
  cycle integer not null,
  due_date date not null,
  amount bigint not null,
  primary key (reminder_id, line)
);
create index reminder_line_item on reminder_line (item_id);

-- The fee of a step, written with it and charged once a message is out: charge_item_id is null until then. A step of an
-- item costs once, whatever is sent again. amount: minor units of the book's currency.
create table step_fee (
  item_id uuid not null references open_item (id),
  step varchar not null,
  reminder_id uuid not null references reminder (id),
  number varchar not null,
  amount bigint not null,
  charge_item_id uuid references open_item (id),
  charged_on date,
  primary key (item_id, step)
);
create index step_fee_reminder on step_fee (reminder_id);

-- The messages that carry it, one for each recipient.
create table reminder_message (
  reminder_id uuid not null references reminder (id),
  message_id uuid not null unique references message (id),
  primary key (reminder_id, message_id)
);

-- written: the customer was written to; calls and decisions are not.
create table item_step (
  id uuid primary key,
  item_id uuid not null references open_item (id),
  step varchar not null,
  cycle integer not null,
  step_date date not null,
  written boolean not null,
  reminder_id uuid references reminder (id),
  recorded_at timestamp with time zone not null,
  unique (item_id, step, cycle)
);
create index item_step_date on item_step (step_date);
create index item_step_reminder on item_step (reminder_id);

-- until_date: the last day it holds; null: until it is lifted. lifted_on: from this day on it holds no more.
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

create table do_not_contact (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  set_on date not null,
  cleared_on date,
  recorded_at timestamp with time zone not null
);
create index do_not_contact_customer on do_not_contact (customer_id);

-- What a task was made for, so that it is made once.
create table dunning_mark (
  kind varchar not null,
  subject uuid not null,
  mark_date date not null,
  primary key (kind, subject)
);

-- Versions are added, never changed: the highest of a subject is in force; removed: the wider policy holds again.
-- scope: company, segment, customer or invoice; subject: the segment's word, the customer's code or the invoice's number,
-- empty for the company.
create table dunning_policy (
  id uuid primary key,
  scope varchar not null,
  subject varchar not null,
  version integer not null,
  set_on date not null,
  removed boolean not null,
  mode varchar not null,
  cap_days integer not null,
  quiet_days integer not null,
  mail_days integer not null,
  minimum numeric(12, 3) not null,
  recorded_at timestamp with time zone not null,
  unique (scope, subject, version)
);

create table dunning_rule (
  policy_id uuid not null references dunning_policy (id),
  step varchar not null,
  offset_days integer not null,
  until_days integer,
  gap_days integer not null,
  travel varchar not null,
  deadline_days integer not null,
  approval boolean not null,
  fee numeric(12, 3) not null,
  primary key (policy_id, step)
);

-- What the firm says in place of a shipped text. Versions are added, never changed: the highest is in force; removed: the
-- shipped text holds again. subject and body hold placeholders.
create table reminder_text (
  id uuid primary key,
  step varchar not null,
  tone varchar not null,
  language varchar not null,
  version integer not null,
  set_on date not null,
  removed boolean not null,
  subject varchar not null,
  body varchar not null,
  recorded_at timestamp with time zone not null,
  unique (step, tone, language, version)
);
