-- What an asset said and who kept it, each time that it was changed.
create table asset_version (
    asset_key varchar(64) not null,
    version integer not null,
    document text not null,
    made_by varchar(64) not null,
    made_at timestamp(6) not null,
    seal char(64) not null,
    primary key (asset_key, version),
    check (version >= 1)
);

-- What somebody wants to reach, and the tags that were found to mean it. Tags that people accepted
-- teach the search.
create table requirement (
    requirement_key varchar(64) not null primary key,
    revision bigint,
    document text not null,
    seal char(64) not null
);
