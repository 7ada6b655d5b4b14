-- Outcomes by name: where they lie and what their columns mean. The rows themselves are in files of
-- their own below sources/, or in a profile source.
create table outcome_set (
    name varchar(64) not null primary key,
    document clob not null,
    seal char(64) not null
);

-- What columns mean, kept to be used again.
create table outcome_mapping (
    name varchar(64) not null primary key,
    document clob not null,
    seal char(64) not null
);

-- How many profiles carried a tag on a day, so that one that jumps or dies is noticed.
create table tag_size (
    source varchar(64) not null,
    tag_key varchar(64) not null,
    taken_on date not null,
    profiles bigint not null,
    seal char(64) not null,
    primary key (source, tag_key, taken_on),
    check (profiles >= 0)
);
