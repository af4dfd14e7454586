CREATE TABLE IF NOT EXISTS storeops__store (
    store_id CHARACTER VARYING NOT NULL,
    last_number BIGINT NOT NULL,
    PRIMARY KEY (store_id)
);

COMMENT ON COLUMN storeops__store.store_id IS 'the store; decides the shard';

COMMENT ON COLUMN storeops__store.last_number IS 'the number of the last commit';

CREATE TABLE IF NOT EXISTS storeops__commit (
    store_id CHARACTER VARYING NOT NULL,
    number BIGINT NOT NULL,
    id CHARACTER VARYING NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (store_id, number)
);

COMMENT ON COLUMN storeops__commit.store_id IS 'the store; decides the shard';

COMMENT ON COLUMN storeops__commit.number IS '1, 2, 3 ... within the store, without gaps';

COMMENT ON COLUMN storeops__commit.id IS 'the id that the caller gave';

COMMENT ON COLUMN storeops__commit.at IS 'the database''s time of the commit';

CREATE UNIQUE INDEX IF NOT EXISTS storeops__commit$id ON storeops__commit (store_id, id);

CREATE TABLE IF NOT EXISTS storeops__blob (
    store_id CHARACTER VARYING NOT NULL,
    sha256 CHARACTER VARYING NOT NULL,
    content BINARY LARGE OBJECT NOT NULL,
    PRIMARY KEY (store_id, sha256)
);

COMMENT ON COLUMN storeops__blob.store_id IS 'the store; decides the shard';

COMMENT ON COLUMN storeops__blob.sha256 IS 'names the content: its SHA-256, hexadecimal';

COMMENT ON COLUMN storeops__blob.content IS 'the bytes of evidence';
