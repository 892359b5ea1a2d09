-- Files that belong to a customer or a document, and saved import mappings. Owner: room intake.
create table attachment (
  id uuid primary key,
  customer_id uuid references customer (id),
  document_id uuid references document (id),
  dispute_id uuid references dispute (id),
  name varchar not null,
  media_type varchar not null,
  size_bytes bigint not null,
  content_hash char(64) not null,
  recorded_at timestamp with time zone not null
);
create index attachment_customer on attachment (customer_id);

create table import_map (
  kind varchar not null,
  name varchar not null,
  map varchar not null,
  primary key (kind, name)
);
