-- The bytes of pictures that assets show, once for each content. Nothing removes them: what an asset
-- said and finished versions of packages name them for good.
create table asset_file (
    sha256 char(64) not null primary key,
    media_type varchar(32) not null,
    byte_count integer not null,
    -- Base64: the one large type that every database keeps alike, and seals cover as it is.
    content text not null,
    seal char(64) not null,
    check (byte_count >= 1)
);
