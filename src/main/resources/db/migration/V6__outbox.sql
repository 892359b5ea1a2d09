-- Messages on their way. The bytes lie in the archive under content_hash; what is sent is what is archived.
-- Owner: room outbox.
create table message (
  id uuid primary key,
  customer_id uuid references customer (id),
  kind varchar not null,
  step varchar not null default '',
  reference varchar not null default '',
  channel varchar not null,
  sender varchar not null,
  recipient varchar not null,
  subject varchar not null,
  label varchar not null,
  state varchar not null,
  content_hash char(64) not null,
  mail_id varchar not null,
  unique_key varchar unique,
  business_date date not null,
  created_at timestamp with time zone not null,
  approved_at timestamp with time zone,
  attempts integer not null,
  claimed_by varchar,
  claimed_at timestamp with time zone,
  first_tried_at timestamp with time zone,
  next_attempt_at timestamp with time zone,
  sent_at timestamp with time zone,
  reply_code integer,
  reply_text varchar not null default '',
  version integer not null
);
create index message_state on message (state, next_attempt_at);
create index message_customer on message (customer_id);

-- Append-only: each change of state; hash links each to the one before, over the bytes and the addressee of its message.
create table message_event (
  id uuid primary key,
  message_id uuid not null references message (id),
  state varchar not null,
  detail varchar not null default '',
  recorded_at timestamp with time zone not null,
  seq bigint not null unique,
  prev_hash char(64) not null,
  hash char(64) not null
);
create index message_event_message on message_event (message_id);

-- The last link of the chain over message_event.
create table message_head (
  id integer primary key,
  seq bigint not null,
  hash char(64) not null
);

-- Archived bytes of a shared book; a book in a folder keeps them as files beside the database.
create table archived (
  hash char(64) primary key,
  content bytea not null
);
