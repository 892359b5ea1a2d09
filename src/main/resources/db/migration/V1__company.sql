-- The firm that keeps this book, and what its documents need to know of it. Owner: room company.
create table company (
  id uuid primary key,
  name varchar not null,
  country char(2) not null,
  currency char(3) not null,
  zone varchar not null,
  street varchar not null default '',
  postcode varchar not null default '',
  city varchar not null default '',
  region varchar not null default '',
  tax_id varchar not null default '',
  registration varchar not null default '',
  email varchar not null default '',
  phone varchar not null default '',
  website varchar not null default '',
  contact_person varchar not null default '',
  language varchar not null,
  paper varchar not null,
  accent varchar not null default '',
  logo_hash char(64),
  rounding varchar not null,
  discount_base varchar not null,
  discount_corrects_tax boolean not null,
  default_terms varchar not null,
  footer varchar not null default '',
  layout varchar not null default 'classic',
  intro varchar not null default '',
  closing varchar not null default '',
  hidden_columns varchar not null default '',
  created_at timestamp with time zone not null,
  version integer not null
);

create table pay_to (
  currency char(3) primary key,
  details varchar not null,
  iban varchar,
  bic varchar
);

create table tax_rate (
  country char(2) not null,
  rate numeric(9, 4) not null,
  category varchar not null,
  label varchar not null,
  valid_from date not null,
  valid_to date,
  primary key (country, category, rate, valid_from)
);

create table number_series (
  name varchar primary key,
  pattern varchar not null
);

-- One row for each series and year; locked by the transaction that takes the number, so that none is lost or doubled.
create table number_counter (
  series varchar not null references number_series (name),
  period varchar not null,
  first_number bigint not null,
  next_number bigint not null,
  primary key (series, period)
);

create table setting (
  name varchar primary key,
  content varchar not null
);
