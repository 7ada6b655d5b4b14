-- Who may take what from one state of its life to the next; what is not listed is refused. Read by
-- Java, and by the functions of a shared database. The rows come with the migration and never change,
-- so no ledger counts them.
create table transition (
    kind varchar(16) not null,
    from_state varchar(16) not null,
    to_state varchar(16) not null,
    role varchar(16) not null,
    -- Only for somebody who had no part in what is judged.
    other_person boolean not null,
    needs_reason boolean not null,
    -- Only while nothing uses it.
    needs_no_use boolean not null,
    seal char(64) not null,
    primary key (kind, from_state, to_state, role)
);

-- Who edited what a version came to say; for the draft under the number that it will get.
create table version_author (
    package_key varchar(64) not null,
    version integer not null,
    login varchar(64) not null,
    seal char(64) not null,
    primary key (package_key, version, login),
    check (version >= 1)
);

-- Where a version is in its life; one that was never submitted has no row.
create table package_life (
    package_key varchar(64) not null,
    version integer not null,
    state varchar(16) not null,
    sha256 char(64) not null,
    seal char(64) not null,
    primary key (package_key, version),
    foreign key (package_key, version) references package_version (package_key, version)
);

-- Every step that was made.
create table step (
    id bigint not null primary key,
    package_key varchar(64) not null,
    version integer not null,
    from_state varchar(16) not null,
    to_state varchar(16) not null,
    who varchar(64) not null,
    why text,
    -- Nobody proved that it was another person.
    solo boolean not null,
    made_at timestamp(6) not null,
    seal char(64) not null,
    check (id >= 1)
);

-- What a package was made from.
create table package_origin (
    package_key varchar(64) not null primary key,
    parent_key varchar(64) not null,
    parent_version integer not null,
    made_by varchar(64) not null,
    made_at timestamp(6) not null,
    seal char(64) not null,
    foreign key (package_key) references draft (package_key),
    check (parent_version >= 1)
);

-- [jooq ignore start]
insert into transition values ('TAG', 'DRAFT', 'ACTIVE', 'MARKETER', false, false, false,
    '080f1ff48efff5807c75a6fae4dc2ec0f32f6ec26e84cfdd818ed803ff3d44a4');
insert into transition values ('TAG', 'DRAFT', 'ACTIVE', 'MANAGER', false, false, false,
    '34fcea5dacb6799c38be606e31b1860fdf5cfbe8ca976e3c72c5af59a339bb5f');
insert into transition values ('TAG', 'DRAFT', 'RETIRED', 'MARKETER', false, false, true,
    'fa7904dc477547a92e11b21990110f3187ad255125817169087d61f9ce1b6d3b');
insert into transition values ('TAG', 'DRAFT', 'RETIRED', 'MANAGER', false, false, true,
    '6b07bb0ebc5eb6ffd50b69d3c8e4a6203a6813f373c4113711990e4a5f2699e8');
insert into transition values ('TAG', 'ACTIVE', 'DEPRECATED', 'MARKETER', false, true, false,
    '963639464b894176dee870372e98192b87d3cf492d9c850ce63fe360846a999e');
insert into transition values ('TAG', 'ACTIVE', 'DEPRECATED', 'MANAGER', false, true, false,
    '60d2c3d21a2aae28ada6aa6c7977cc78ded5af94368440da95a0bf20a45cd4c9');
insert into transition values ('TAG', 'DEPRECATED', 'ACTIVE', 'MARKETER', false, false, false,
    '2e0ba3bc755bee4650443abe5a1f69a8cd84f750633dae4e47a3715407cf98f6');
insert into transition values ('TAG', 'DEPRECATED', 'ACTIVE', 'MANAGER', false, false, false,
    'c84eacd93d380e86b6913aef033236748fb01fc931d92fa29d2cea7f9130ff83');
insert into transition values ('TAG', 'DEPRECATED', 'RETIRED', 'MANAGER', false, false, true,
    '8674efcf58dd930998088c4c28ae23c8d93bbc81dc371c27eb8561bc580afb1d');
insert into transition values ('PACKAGE', 'DRAFT', 'IN_REVIEW', 'MARKETER', false, false, false,
    '5f0677b601fdfb6995ab0298211c14a5727efc2433bac3c39156e1175c4b93ae');
insert into transition values ('PACKAGE', 'DRAFT', 'IN_REVIEW', 'MANAGER', false, false, false,
    '17db4a6e59a299be7340b12224401a0c4eb6796db97179334aa31af8dadd8192');
insert into transition values ('PACKAGE', 'IN_REVIEW', 'DRAFT', 'MARKETER', false, false, false,
    '26cc60a0ebf1e6c3d8f89dd4935f4623b8bacb99e40ec20960df1b067d80bfce');
insert into transition values ('PACKAGE', 'IN_REVIEW', 'DRAFT', 'MANAGER', false, true, false,
    'a2d8c9e0610bd1d0c4f2d206408942645537651119b5d8c437872f47db8c5c75');
insert into transition values ('PACKAGE', 'IN_REVIEW', 'APPROVED', 'MANAGER', true, false, false,
    'e345f7d00cb80a7de734711acacda6672e2144cf2d69c9f9ecdb7af74c0ff8e1');
insert into transition values ('PACKAGE', 'APPROVED', 'DRAFT', 'MARKETER', false, true, false,
    'b7eebe49bae2fac1c82d12b45af480ed8e5ba50519a5a2cb0cddedc5a3df99aa');
insert into transition values ('PACKAGE', 'APPROVED', 'DRAFT', 'MANAGER', false, true, false,
    'cdeb98e53a40d71691658b06323ea660d989ef13fb5cb2f28568a044cdc7b3fc');
insert into transition values ('PACKAGE', 'APPROVED', 'LIVE', 'MANAGER', false, false, false,
    '193e500c32152997716abdb295286bbe69ceebfa30f4fee2d4045f7fa7095b19');
insert into transition values ('PACKAGE', 'LIVE', 'EVALUATED', 'MARKETER', false, false, false,
    '8c96739ce45a6ce6bb37c44e1e7a43a9b01808b440600b5817549c1b1266e390');
insert into transition values ('PACKAGE', 'LIVE', 'EVALUATED', 'MANAGER', false, false, false,
    '09d82ac001f2fcbaafb6e8f383785b773102a82e177ee1d13d548c396f0900f8');
insert into transition values ('PACKAGE', 'EVALUATED', 'TEMPLATE', 'MANAGER', true, false, false,
    'd17cca256d0a3c701a4389dfb0ac03e6affa438623e5c7703eff1d0c1306246c');
insert into transition values ('PACKAGE', 'DRAFT', 'ARCHIVED', 'MARKETER', false, true, false,
    '372f803ace595f0cdc2c161ac239b893621393fb980bc85ebc1ab09049bde782');
insert into transition values ('PACKAGE', 'DRAFT', 'ARCHIVED', 'MANAGER', false, true, false,
    '746182566ebd4fd5040cde6821f0f722916438f489d51fdf88b7a21ce7826784');
insert into transition values ('PACKAGE', 'IN_REVIEW', 'ARCHIVED', 'MARKETER', false, true, false,
    '5a1bf3bc80dbbaac8fe7e810ba031562e7bee2f6a354eda0b4dafaf380f7710f');
insert into transition values ('PACKAGE', 'IN_REVIEW', 'ARCHIVED', 'MANAGER', false, true, false,
    'bdb8a292699a48e3fedd2d7a7dbd9c2002d2d25d7b5e31ad90831dc8206dd3a5');
insert into transition values ('PACKAGE', 'APPROVED', 'ARCHIVED', 'MARKETER', false, true, false,
    'd920b631fc872827d7fc63411abe1e7255b5fdf057048cbc899f101c630685f3');
insert into transition values ('PACKAGE', 'APPROVED', 'ARCHIVED', 'MANAGER', false, true, false,
    'd124bb17edcd3cdb68f962496e72e3c0728a8e3132264ae2d1ad61e8a3787381');
insert into transition values ('PACKAGE', 'EVALUATED', 'ARCHIVED', 'MARKETER', false, true, false,
    'e939e8230ef4bffb8b956e2ef29fdfd96ec49c7d980327433a8b7b51a8a23781');
insert into transition values ('PACKAGE', 'EVALUATED', 'ARCHIVED', 'MANAGER', false, true, false,
    '5fe09c1c7430f0f6d69c84a2abc32e17dfa0b315eeb89cec6740538a52310295');
insert into transition values ('PACKAGE', 'TEMPLATE', 'ARCHIVED', 'MANAGER', false, true, false,
    '05ccaa02adf8f48596488c683552ea07a8ec4c1374826beba68921916d06129a');
insert into transition values ('PACKAGE', 'ARCHIVED', 'DRAFT', 'MARKETER', false, false, false,
    'c21a99eac4cf7be55935e42907c11dc0d8d30fff8dbed715120bc6536648ce9b');
insert into transition values ('PACKAGE', 'ARCHIVED', 'DRAFT', 'MANAGER', false, false, false,
    'aecb7402024cdbcdcfba76c31fed5dc6a484fe80559348cffceb53a54a750923');
-- [jooq ignore stop]
