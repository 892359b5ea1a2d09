-- Invoices and credit notes. A draft may change; what is issued never does. Owner: room invoice.
create table document (
  id uuid primary key,
  kind varchar not null,
  status varchar not null,
  number varchar unique,
  customer_id uuid not null references customer (id),
  doc_date date not null,
  supply_from date,
  supply_to date,
  currency char(3) not null,
  rate numeric(18, 8) not null,
  price_mode varchar not null,
  terms varchar not null,
  due_date date,
  language varchar not null,
  order_number varchar not null default '',
  buyer_contact varchar not null default '',
  intro varchar not null default '',
  closing varchar not null default '',
  deposit boolean not null default false,
  less_deposit varchar not null default '',
  credits varchar not null default '',
  exemption_reason varchar not null default '',
  net bigint not null,
  tax bigint not null,
  total bigint not null,
  payable bigint not null,
  base_total bigint not null,
  discount_until date,
  discount_amount bigint not null default 0,
  override_reason varchar not null default '',
  parties varchar not null default '',
  content_hash char(64),
  pdf_hash char(64),
  created_at timestamp with time zone not null,
  issued_at timestamp with time zone,
  version integer not null
);
create index document_customer on document (customer_id, doc_date);
create index document_status on document (status, doc_date);
create index document_credits on document (credits);
create index document_less_deposit on document (less_deposit);

create table document_line (
  document_id uuid not null references document (id),
  line integer not null,
  description varchar not null,
  quantity numeric(18, 6) not null,
  unit varchar not null default '',
  price numeric(18, 6) not null,
  base_quantity numeric(18, 6) not null,
  discount_percent numeric(9, 4),
  discount_amount bigint,
  tax_category varchar not null,
  tax_rate numeric(9, 4) not null,
  net bigint not null,
  account varchar not null default '',
  primary key (document_id, line)
);

create table document_allowance (
  document_id uuid not null references document (id),
  line integer not null,
  charge boolean not null,
  reason varchar not null,
  percent numeric(9, 4),
  amount bigint,
  net bigint not null,
  primary key (document_id, line)
);

create table document_tax (
  document_id uuid not null references document (id),
  line integer not null,
  category varchar not null,
  rate numeric(9, 4) not null,
  base bigint not null,
  tax bigint not null,
  primary key (document_id, line)
);

create table document_due (
  document_id uuid not null references document (id),
  part integer not null,
  due_date date not null,
  amount bigint not null,
  primary key (document_id, part)
);

-- What a customer wants e-invoices to be like.
create table einvoice_wish (
  customer_id uuid primary key references customer (id),
  format varchar not null,
  buyer_reference varchar not null default '',
  contract varchar not null default ''
);

-- E-invoices as they left, kept like any document.
create table einvoice_file (
  document_id uuid not null references document (id),
  format varchar not null,
  content_hash char(64) not null,
  made_at timestamp with time zone not null,
  primary key (document_id, format)
);

-- Files that travel inside e-invoices.
create table einvoice_enclosure (
  document_id uuid not null references document (id),
  line integer not null,
  name varchar not null,
  media_type varchar not null,
  content_hash char(64) not null,
  recorded_at timestamp with time zone not null,
  primary key (document_id, line)
);

-- E-invoices of suppliers that became an expense; each file once.
create table received_einvoice (
  content_hash char(64) primary key,
  seller varchar not null,
  number varchar not null,
  issue_date varchar not null,
  currency char(3) not null,
  payable bigint not null,
  account varchar not null,
  booked_on date not null,
  recorded_at timestamp with time zone not null
);
