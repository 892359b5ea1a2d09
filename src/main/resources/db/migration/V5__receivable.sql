-- The subledger of account 1200. Amounts are minor units; debit items positive, credit items negative.
-- open_amount, open_carrying and settled_on are derived from the allocations and proved by check.
-- due_date is the day agreed last; original_due keeps the first one where it was extended, else it is null.
-- doc_date: the date of a document taken over from elsewhere; item_date is the day its opening balance counts from.
-- Owner: room receivable.
create table open_item (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  kind varchar not null,
  number varchar not null,
  part integer not null,
  source_id uuid,
  item_date date not null,
  doc_date date,
  due_date date,
  original_due date,
  currency char(3) not null,
  original bigint not null,
  carrying bigint not null,
  open_amount bigint not null,
  open_carrying bigint not null,
  settled_on date,
  reference varchar not null default '',
  discount_until date,
  discount_amount bigint not null default 0,
  written_off_on date,
  recorded_at timestamp with time zone not null,
  unique (number, part)
);
create index open_item_customer on open_item (customer_id, item_date);
create index open_item_unsettled on open_item (settled_on, item_date, customer_id, due_date, currency, original, carrying, kind);
create index open_item_source on open_item (source_id);

-- Tax contained in an item, per rate: for discounts, credit notes, write-offs.
create table item_tax (
  number varchar not null,
  line integer not null,
  rate numeric(9, 4) not null,
  net bigint not null,
  tax bigint not null,
  primary key (number, line)
);

-- Append-only: a credit item settles part of a debit item. Undone by a row with negative amounts that names it.
create table allocation (
  id uuid primary key,
  debit_id uuid not null references open_item (id),
  credit_id uuid not null references open_item (id),
  amount bigint not null,
  debit_carrying bigint not null,
  credit_carrying bigint not null,
  effective_date date not null,
  recorded_at timestamp with time zone not null,
  source_kind varchar not null,
  source_id uuid,
  reverses uuid unique references allocation (id)
);
create index allocation_debit on allocation (debit_id, effective_date);
create index allocation_credit on allocation (credit_id, effective_date);

create table dispute (
  id uuid primary key,
  item_id uuid not null references open_item (id),
  amount bigint not null,
  -- positions of the invoice's lines that are contested, from 1, with commas; empty where it is an amount
  lines varchar not null default '',
  reason varchar not null,
  owner varchar not null default '',
  target_date date,
  opened_on date not null,
  opened_at timestamp with time zone not null,
  closed_on date,
  closed_at timestamp with time zone,
  outcome varchar not null default '',
  accepted bigint not null default 0,
  note varchar not null default ''
);
create index dispute_item on dispute (item_id);
