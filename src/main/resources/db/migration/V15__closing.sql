-- Ends of years and closing-rate revaluations. Append-only but for the reopening. Owner: room closing.
create table year_end (
  id uuid primary key,
  closed_on date not null,
  profit bigint not null,
  entry_id uuid references entry (id),
  locked_before date,
  closed_at timestamp with time zone not null,
  reopened_at timestamp with time zone,
  reopen_reason varchar not null default '',
  reopening_id uuid references entry (id)
);
create index year_end_day on year_end (closed_on);

-- What a day's revaluation has posted for a currency; the next day takes it back.
create table revaluation (
  id uuid primary key,
  valued_on date not null,
  currency char(3) not null,
  rate numeric(18, 8) not null,
  difference bigint not null,
  entry_id uuid not null references entry (id),
  reversal_id uuid not null references entry (id),
  recorded_at timestamp with time zone not null
);
create index revaluation_day on revaluation (valued_on, currency);
