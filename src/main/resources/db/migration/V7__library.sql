-- The standard library: versions that others are made from. The document holds the goal, the
-- parameters, and the evidence by which the version was admitted.
create table library_entry (
    package_key varchar(64) not null,
    version integer not null,
    state varchar(16) not null,
    -- Who answers for it; empty: nobody yet.
    owner varchar(64) not null,
    nominated_by varchar(64) not null,
    nominated_at timestamp(6) not null,
    review_on date,
    reason text,
    document text not null,
    seal char(64) not null,
    primary key (package_key, version),
    foreign key (package_key, version) references package_version (package_key, version)
);

-- What was made from a template, and what was filled in.
create table template_use (
    package_key varchar(64) not null primary key,
    template_key varchar(64) not null,
    template_version integer not null,
    given text not null,
    made_by varchar(64) not null,
    made_at timestamp(6) not null,
    seal char(64) not null,
    foreign key (package_key) references draft (package_key),
    check (template_version >= 1)
);
