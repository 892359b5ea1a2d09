-- Statements and lines from the bank, and what each line was matched with. Amounts are minor units of the book's
-- currency, positive where money came in. Owner: room bank.
create table bank_statement (
  id uuid primary key,
  account varchar not null references account (number),
  number varchar not null,
  file_account varchar not null,
  format varchar not null,
  first_on date,
  last_on date,
  opening bigint,
  closing bigint,
  lines integer not null,
  recorded_at timestamp with time zone not null
);
create index bank_statement_account on bank_statement (account, last_on);

-- print is the hash of payer and text, running counts lines that are alike on one day.
create table bank_line (
  id uuid primary key,
  seq bigint not null unique,
  account varchar not null references account (number),
  booked_on date not null,
  value_on date,
  amount bigint not null,
  payer varchar not null,
  iban varchar not null,
  text varchar not null,
  reference varchar not null,
  one_text boolean not null,
  bank_id varchar,
  family varchar not null,
  print varchar not null,
  running integer not null,
  statement_id uuid not null references bank_statement (id),
  match_id uuid not null,
  recorded_at timestamp with time zone not null,
  unique (account, booked_on, amount, print, running)
);
create index bank_line_booked on bank_line (booked_on, amount);
create index bank_line_match on bank_line (match_id);

-- Append-only: the row that bank_line.match_id names stands, the others tell what stood before.
-- forgotten_at: from then on the account is no longer proposed for other lines of that payer.
-- kind: suspense, receipt, refund, return, recovery, booked, recorded (entry_id stood before the line). rule is null for what a person did.
create table bank_match (
  id uuid primary key,
  line_id uuid not null references bank_line (id),
  kind varchar not null,
  rule integer,
  customer_id uuid references customer (id),
  payment_id uuid references payment (id),
  entry_id uuid references entry (id),
  item varchar not null default '',
  effective_date date not null,
  recorded_at timestamp with time zone not null,
  forgotten_at timestamp with time zone
);
create index bank_match_line on bank_match (line_id);
create index bank_match_payment on bank_match (payment_id);

-- What was booked to accounts: the split of a line, or what a bank kept back. Debits positive.
create table bank_booking (
  match_id uuid not null references bank_match (id),
  position integer not null,
  account varchar not null references account (number),
  amount bigint not null,
  primary key (match_id, position)
);

-- Learned from matches by hand: who pays from this account. shown_at is set when its first use was told.
create table payer_link (
  id uuid primary key,
  iban varchar not null,
  customer_id uuid not null references customer (id),
  line_id uuid not null references bank_line (id),
  learned_on date not null,
  shown_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  unique (iban, customer_id)
);
