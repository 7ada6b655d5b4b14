-- What people say of a package, or of one place of it.
create table remark (
    id bigint not null primary key,
    package_key varchar(64) not null,
    -- The version that was looked at; 0: the draft, before there was one.
    version integer not null,
    -- A tag, or the audience; empty: the package as a whole.
    place varchar(128) not null,
    who varchar(64) not null,
    content text not null,
    made_at timestamp(6) not null,
    -- Empty while it is open.
    settled_by varchar(64) not null,
    settled_at timestamp(6),
    seal char(64) not null,
    check (id >= 1)
);

-- Why something that a check found may stand.
create table check_override (
    package_key varchar(64) not null,
    check_name varchar(32) not null,
    -- What the check found it in; empty: the package itself.
    about varchar(128) not null,
    -- How far it went then: where it goes farther, the reason does not hold any more.
    extent bigint not null,
    reason text not null,
    who varchar(64) not null,
    made_at timestamp(6) not null,
    seal char(64) not null,
    primary key (package_key, check_name, about)
);

-- When a package is meant to be out.
create table package_schedule (
    package_key varchar(64) not null primary key,
    live_from date,
    live_until date,
    who varchar(64) not null,
    made_at timestamp(6) not null,
    seal char(64) not null
);
