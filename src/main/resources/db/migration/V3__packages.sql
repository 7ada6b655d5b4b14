-- Outcomes are kept by name since the second migration; nothing ever wrote them one by one.
drop table outcome;

-- [jooq ignore start]
delete from ledger where kind = 'OUTCOME';
-- [jooq ignore stop]

-- Packages that are put away: out of every list, but their versions stay.
create table archived_package (
    package_key varchar(64) not null primary key,
    archived_at timestamp(6) not null,
    seal char(64) not null,
    foreign key (package_key) references draft (package_key)
);
