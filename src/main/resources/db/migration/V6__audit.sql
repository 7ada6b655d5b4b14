-- What was done, by whom and when: it only grows. Each entry holds the hash of the one before it,
-- so that no entry can be changed, taken out or put in without the rest showing it.
create table audit (
    seq bigint not null primary key,
    at_micros bigint not null,
    -- The save that it was part of.
    generation bigint not null,
    -- How many entries of that save follow.
    remaining integer not null,
    who varchar(64) not null,
    what varchar(64) not null,
    subject varchar(400) not null,
    detail text not null,
    prev char(64) not null,
    hash char(64) not null,
    check (seq >= 1)
);

-- The newest entry, written as the last statement of a save.
create table audit_head (
    id integer not null primary key,
    seq bigint not null,
    hash char(64) not null,
    check (id = 1)
);
