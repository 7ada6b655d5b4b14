-- From here on migrations run unchanged on every database that keeps a workspace. Columns that are
-- added stay empty in rows of before, so that the seals of those hold.

-- How often a row was saved: whoever saves states the number that was seen. Empty: once.
alter table tag add column revision bigint;
alter table asset add column revision bigint;
alter table draft add column revision bigint;

-- The package as it stands, so that a list need not make every edit again.
alter table draft add column standing text;

-- Who keeps a tag or an asset, and where it is in its life. Without a state it is active.
alter table tag add column state varchar(16);
alter table tag add column owner varchar(64);
alter table tag add column team varchar(64);
alter table tag add column valid_from date;
alter table tag add column valid_until date;
alter table tag add column successor varchar(64);
alter table tag add column reason text;
alter table tag add column scenario text;

alter table asset add column state varchar(16);
alter table asset add column owner varchar(64);
alter table asset add column team varchar(64);
alter table asset add column valid_from date;
alter table asset add column valid_until date;
alter table asset add column successor varchar(64);
alter table asset add column reason text;
alter table asset add column scenario text;

-- What a tag said and who kept it, each time that it was changed.
create table tag_version (
    tag_key varchar(64) not null,
    version integer not null,
    document text not null,
    made_by varchar(64) not null,
    made_at timestamp(6) not null,
    seal char(64) not null,
    primary key (tag_key, version),
    check (version >= 1)
);

-- Keys that tags had: they stay taken and lead to the tag for ever.
create table tag_alias (
    old_key varchar(64) not null primary key,
    tag_key varchar(64) not null,
    made_by varchar(64) not null,
    made_at timestamp(6) not null,
    seal char(64) not null
);

-- The dictionary of the naming standard: words for types and dimensions.
create table naming_word (
    kind varchar(16) not null,
    word varchar(32) not null,
    category varchar(16),
    seal char(64) not null,
    primary key (kind, word)
);

-- What a rename or a merge found before it: so that the whole of it can be taken back.
create table tag_rewrite (
    id integer not null primary key,
    document text not null,
    made_by varchar(64) not null,
    made_at timestamp(6) not null,
    seal char(64) not null,
    check (id >= 1)
);
