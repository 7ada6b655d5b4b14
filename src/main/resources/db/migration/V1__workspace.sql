-- The workspace: what users make. Every row carries a seal: the SHA-256 over its kind and all its
-- other columns; the ledger adds the seals up, so that a lost, swapped or resurrected row is noticed.
create table workspace (
    id varchar(36) not null primary key,
    -- Counts the acknowledged saves; the seal file beside the database remembers the last one.
    generation bigint not null
);

create table ledger (
    kind varchar(32) not null primary key,
    entries bigint not null,
    -- Exclusive or of the seals, as hexadecimal text.
    digest char(64) not null
);

create table tag (
    tag_key varchar(64) not null primary key,
    category varchar(16) not null,
    document clob not null,
    seal char(64) not null
);

create table asset (
    asset_key varchar(64) not null primary key,
    document clob not null,
    seal char(64) not null
);

create table source (
    name varchar(64) not null primary key,
    document clob not null,
    seal char(64) not null
);

-- One row per package: where it began, its edits, and how many of them stand.
create table draft (
    package_key varchar(64) not null primary key,
    document clob not null,
    edited_at timestamp(6) not null,
    seal char(64) not null
);

-- Finished versions never change; the document is what the hand-over writes.
create table package_version (
    package_key varchar(64) not null,
    version integer not null,
    document clob not null,
    sha256 char(64) not null,
    created_at timestamp(6) not null,
    seal char(64) not null,
    primary key (package_key, version),
    foreign key (package_key) references draft (package_key),
    check (version >= 1)
);

-- What happened to one targeted profile.
create table outcome (
    package_key varchar(64) not null,
    version integer not null,
    profile_key varchar(256) not null,
    arm varchar(16) not null,
    sent_at timestamp(6),
    delivered boolean not null,
    hits integer not null,
    conversions integer not null,
    revenue decimal(18, 4) not null,
    cost decimal(18, 4) not null,
    seal char(64) not null,
    primary key (package_key, version, profile_key),
    foreign key (package_key, version) references package_version (package_key, version),
    check (hits >= 0 and conversions >= 0)
);

create table setting (
    name varchar(64) not null primary key,
    content varchar(4000) not null,
    seal char(64) not null
);

-- [jooq ignore start]
create trigger versions_never_change before update, delete on package_version
    for each row call "io.marquetry.store.VersionsNeverChange";
-- [jooq ignore stop]
