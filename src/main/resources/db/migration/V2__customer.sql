-- Who owes, whom to ask there, how their payables office works, and what was said. Owner: room customer.
create table customer (
  id uuid primary key,
  code varchar not null unique,
  name varchar not null,
  email varchar not null default '',
  phone varchar not null default '',
  street varchar not null default '',
  postcode varchar not null default '',
  city varchar not null default '',
  region varchar not null default '',
  country char(2) not null,
  language varchar not null,
  currency char(3) not null,
  terms varchar not null,
  credit_limit bigint,
  tax_id varchar not null default '',
  exempt boolean not null default false,
  exempt_certificate varchar not null default '',
  exempt_until date,
  courtesy boolean not null default false,
  channel varchar not null,
  pays_by varchar not null default 'transfer',
  iban varchar not null default '',
  segment varchar not null default '',
  note varchar not null default '',
  portal varchar not null default '',
  order_number_rule varchar not null default '',
  order_number_required boolean not null default false,
  cut_off_day integer,
  payment_run varchar not null default '',
  approver varchar not null default '',
  payables_note varchar not null default '',
  pay_ways varchar not null default '',
  credit_hold_since date,
  credit_hold_reason varchar not null default '',
  search_text varchar not null,
  created_at timestamp with time zone not null,
  version integer not null
);
create index customer_name on customer (name);

create table person (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  line integer not null,
  name varchar not null,
  role varchar not null,
  email varchar not null default '',
  phone varchar not null default '',
  gets_invoices boolean not null,
  gets_reminders boolean not null
);
create index person_customer on person (customer_id);

-- Append-only: each call, mail, letter, meeting and note; hash links each to the one before.
create table contact (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  contact_date date not null,
  channel varchar not null,
  direction varchar not null,
  person varchar not null default '',
  outcome varchar not null default '',
  note varchar not null default '',
  reference varchar not null default '',
  message_id uuid,
  recorded_at timestamp with time zone not null,
  seq bigint not null unique,
  prev_hash char(64) not null,
  hash char(64) not null
);
create index contact_customer on contact (customer_id, contact_date);

-- The last link of the chain over contact.
create table contact_head (
  id integer primary key,
  seq bigint not null,
  hash char(64) not null
);
