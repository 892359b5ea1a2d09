-- Invoices that come back by themselves, and work and expenses collected until they are billed. Owner: room recurring.
create table recurring_template (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  name varchar not null,
  every_unit varchar not null,
  every_count integer not null,
  first_date date not null,
  anchor_day integer not null,
  until_date date,
  skip_holidays boolean not null,
  raise_percent numeric(9, 4) not null,
  intro varchar not null default '',
  paused boolean not null,
  created_at timestamp with time zone not null,
  version integer not null
);
create index recurring_customer on recurring_template (customer_id);

create table recurring_line (
  template_id uuid not null references recurring_template (id),
  line integer not null,
  description varchar not null,
  quantity numeric(18, 6) not null,
  unit varchar not null,
  price numeric(18, 6) not null,
  tax_category varchar not null,
  tax_rate numeric(9, 4) not null,
  primary key (template_id, line)
);

-- What was decided about a period: its invoice, or none. The key lets nobody bill a period twice.
create table recurring_period (
  template_id uuid not null references recurring_template (id),
  period_start date not null,
  document_id uuid references document (id),
  decided_on date not null,
  decided_at timestamp with time zone not null,
  primary key (template_id, period_start)
);

-- Hours and expenses of a customer, until an invoice takes them up.
create table billable (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  work_date date not null,
  description varchar not null,
  quantity numeric(18, 6) not null,
  unit varchar not null,
  price numeric(18, 6) not null,
  tax_rate numeric(9, 4) not null,
  document_id uuid references document (id),
  removed_at timestamp with time zone,
  recorded_at timestamp with time zone not null
);
create index billable_customer on billable (customer_id, document_id);
