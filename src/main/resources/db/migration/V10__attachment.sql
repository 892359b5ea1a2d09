-- Files that belong to a customer, a document or an entry of the journal (a receipt of an expense), and saved import mappings. Owner: room intake.
create table attachment (
  id uuid primary key,
  customer_id uuid references customer (id),
  document_id uuid references document (id),
  dispute_id uuid references dispute (id),
  entry_id uuid references entry (id),
  name varchar not null,
  media_type varchar not null,
  size_bytes bigint not null,
  content_hash char(64) not null,
  recorded_at timestamp with time zone not null
);
create index attachment_customer on attachment (customer_id);
create index attachment_entry on attachment (entry_id);

create table import_map (
  kind varchar not null,
  name varchar not null,
  map varchar not null,
  primary key (kind, name)
);
