-- What late payment costs the customer, and the end of the road: interest, fees, write-offs, recoveries, hand-overs.
-- Amounts are minor units of the item's currency unless said otherwise. Owner: room claim.

-- Rates entered in this book; they stand before those the program knows. Days included.
create table reference_rate (
  reference varchar not null,
  valid_from date not null,
  valid_to date not null,
  percent numeric(9, 4) not null,
  recorded_at timestamp with time zone not null,
  primary key (reference, valid_from)
);

-- What is claimed for late payment: subject is a customer's code, or empty for all others.
create table claim_terms (
  subject varchar primary key,
  regime varchar not null,
  yearly numeric(9, 4),
  monthly numeric(9, 4),
  recorded_at timestamp with time zone not null
);

-- Append-only. One item is charged for each day once; attempt counts the charges of the item that were reversed before.
create table interest_charge (
  id uuid primary key,
  item_id uuid not null references open_item (id),
  charge_item_id uuid not null references open_item (id),
  from_date date not null,
  to_date date not null,
  regime varchar not null,
  interest bigint not null,
  compensation bigint not null,
  entry_id uuid not null references entry (id),
  recorded_at timestamp with time zone not null,
  attempt integer not null default 0,
  unique (item_id, from_date, attempt)
);

-- Append-only: a charge that should not have been made; its days can be charged anew.
create table interest_reversal (
  charge_id uuid primary key references interest_charge (id),
  credit_item_id uuid not null references open_item (id),
  reversed_on date not null,
  reason varchar not null default '',
  entry_id uuid not null references entry (id),
  recorded_at timestamp with time zone not null
);

create table interest_segment (
  charge_id uuid not null references interest_charge (id),
  line integer not null,
  from_date date not null,
  to_date date not null,
  days integer not null,
  principal bigint not null,
  percent numeric(9, 4) not null,
  interest numeric(24, 6) not null,
  primary key (charge_id, line)
);

create table fee_charge (
  id uuid primary key,
  item_id uuid not null references open_item (id),
  text varchar not null,
  entry_id uuid not null references entry (id),
  recorded_at timestamp with time zone not null
);

create table charge_waiver (
  id uuid primary key,
  item_id uuid not null unique references open_item (id),
  credit_item_id uuid not null references open_item (id),
  waived_on date not null,
  reason varchar not null default '',
  entry_id uuid not null references entry (id),
  recorded_at timestamp with time zone not null
);

-- amount, net and tax in the book's currency. relief: now, later (pending on 1450) or none.
create table write_off (
  id uuid primary key,
  item_id uuid not null references open_item (id),
  credit_item_id uuid not null references open_item (id),
  written_on date not null,
  account varchar not null references account (number),
  amount bigint not null,
  net bigint not null,
  tax bigint not null,
  relief varchar not null,
  relief_on date,
  note varchar not null default '',
  entry_id uuid not null references entry (id),
  relief_entry_id uuid references entry (id),
  recorded_at timestamp with time zone not null
);
create index write_off_item on write_off (item_id);

create table write_off_tax (
  write_off_id uuid not null references write_off (id),
  line integer not null,
  rate numeric(9, 4) not null,
  net bigint not null,
  tax bigint not null,
  primary key (write_off_id, line)
);

-- number: of the debt written off. Amounts in the book's currency.
create table recovery (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  number varchar not null,
  item_id uuid not null references open_item (id),
  payment_id uuid not null references payment (id),
  recovered_on date not null,
  amount bigint not null,
  net bigint not null,
  tax bigint not null,
  entry_id uuid not null references entry (id),
  recorded_at timestamp with time zone not null
);
create index recovery_number on recovery (number);

-- receiver: agency or court. ended_on: from this day on the items are ours to ask for again.
create table hand_over (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  receiver varchar not null,
  handed_on date not null,
  ended_on date,
  file_hash char(64),
  note varchar not null default '',
  recorded_at timestamp with time zone not null
);
create index hand_over_customer on hand_over (customer_id);

create table hand_over_item (
  hand_over_id uuid not null references hand_over (id),
  item_id uuid not null references open_item (id),
  amount bigint not null,
  primary key (hand_over_id, item_id)
);
create index hand_over_item_item on hand_over_item (item_id);
