-- Double entry. Append-only but for the head of the chain. Amounts are minor units of the book's currency,
-- debit positive, credit negative. Owner: room ledger.
create table account (
  number varchar primary key,
  name varchar not null,
  kind varchar not null
);

create table entry (
  id uuid primary key,
  seq bigint not null unique,
  effective_date date not null,
  recorded_at timestamp with time zone not null,
  text varchar not null,
  source_kind varchar not null,
  source_id uuid,
  reverses uuid references entry (id),
  prev_hash char(64) not null,
  hash char(64) not null
);
create index entry_date on entry (effective_date);
create index entry_source on entry (source_id);
create index entry_kind on entry (source_kind);

create table posting (
  entry_id uuid not null references entry (id),
  line integer not null,
  account varchar not null references account (number),
  effective_date date not null,
  amount bigint not null,
  primary key (entry_id, line)
);
create index posting_account on posting (account, effective_date, amount);

-- What an entry means for the tax return: one row for each rate; reductions are negative.
create table tax_movement (
  entry_id uuid not null references entry (id),
  line integer not null,
  kind varchar not null,
  rate numeric(9, 4) not null,
  net bigint not null,
  tax bigint not null,
  primary key (entry_id, line)
);

-- The last link of the chain; its row is locked by each posting transaction.
create table ledger_head (
  id integer primary key,
  seq bigint not null,
  hash char(64) not null
);

-- Append-only; the row with the highest number counts.
create table period_lock (
  id uuid primary key,
  seq bigint not null unique,
  locked_to date,
  reason varchar not null,
  recorded_at timestamp with time zone not null
);
