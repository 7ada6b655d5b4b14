-- The workspace: what users make. Documents are stored whole, each with its SHA-256.
create table tag (
    tag_key varchar(64) not null primary key,
    category varchar(16) not null,
    document clob not null,
    sha256 char(64) not null
);

create table asset (
    asset_key varchar(64) not null primary key,
    document clob not null,
    sha256 char(64) not null
);

create table source (
    name varchar(64) not null primary key,
    document clob not null,
    sha256 char(64) not null
);

-- One row per package: the draft with its edits, and how many of them stand.
create table package (
    package_key varchar(64) not null primary key,
    document clob not null,
    sha256 char(64) not null,
    edited_at timestamp(6) not null
);

-- Finished versions never change; the document is what handoff writes.
create table package_version (
    package_key varchar(64) not null,
    version integer not null,
    document clob not null,
    sha256 char(64) not null,
    created_at timestamp(6) not null,
    primary key (package_key, version),
    foreign key (package_key) references package (package_key)
);

-- What happened to one targeted profile.
create table outcome (
    package_key varchar(64) not null,
    version integer not null,
    profile_key varchar(256) not null,
    arm varchar(16) not null,
    sent_at timestamp(6),
    delivered boolean,
    hits integer not null,
    conversions integer not null,
    revenue decimal(18, 4),
    cost decimal(18, 4),
    primary key (package_key, version, profile_key),
    foreign key (package_key, version) references package_version (package_key, version)
);

create table setting (
    name varchar(64) not null primary key,
    content varchar(4000) not null
);
