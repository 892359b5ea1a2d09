-- Money received and paid back. Append-only. Owner: room payment.
-- received_on: the day the money came in, which may be before pay_date where the payer was known later.
create table payment (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  kind varchar not null,
  pay_date date not null,
  received_on date not null,
  amount bigint not null,
  currency char(3) not null,
  rate numeric(18, 8) not null,
  method varchar not null,
  account varchar not null references account (number),
  reference varchar not null default '',
  note varchar not null default '',
  item_id uuid not null references open_item (id),
  entry_id uuid not null references entry (id),
  recorded_at timestamp with time zone not null
);
create index payment_customer on payment (customer_id, pay_date);
create index payment_item on payment (item_id);

create table payment_return (
  id uuid primary key,
  payment_id uuid not null unique references payment (id),
  kind varchar not null,
  return_date date not null,
  fee bigint not null,
  recharge bigint not null,
  item_id uuid not null references open_item (id),
  entry_id uuid not null references entry (id),
  recorded_at timestamp with time zone not null
);

-- Money of unknown payers on account 1990, until it is identified.
create table unidentified (
  id uuid primary key,
  received_on date not null,
  amount bigint not null,
  text varchar not null,
  entry_id uuid not null references entry (id),
  identified_on date,
  payment_id uuid references payment (id),
  recorded_at timestamp with time zone not null
);
