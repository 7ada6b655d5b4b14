-- What the last imports of package documents found before them, and what they left: so that each can
-- be taken back whole.
create table package_import (
    id integer not null primary key,
    document text not null,
    made_by varchar(64) not null,
    made_at timestamp(6) not null,
    seal char(64) not null,
    check (id >= 1)
);
