CREATE TABLE IF NOT EXISTS storeops__store (
    store_id VARCHAR(190) NOT NULL COMMENT 'the store; decides the shard',
    last_number BIGINT NOT NULL COMMENT 'the number of the last commit',
    PRIMARY KEY (store_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS storeops__commit (
    store_id VARCHAR(190) NOT NULL COMMENT 'the store; decides the shard',
    number BIGINT NOT NULL COMMENT '1, 2, 3 ... within the store, without gaps',
    id VARCHAR(190) NOT NULL COMMENT 'the id that the caller gave',
    at DATETIME(6) NOT NULL COMMENT 'the database''s time of the commit',
    PRIMARY KEY (store_id, number),
    UNIQUE INDEX storeops__commit$id (store_id, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS storeops__blob (
    store_id VARCHAR(190) NOT NULL COMMENT 'the store; decides the shard',
    sha256 VARCHAR(190) NOT NULL COMMENT 'names the content: its SHA-256, hexadecimal',
    content LONGBLOB NOT NULL COMMENT 'the bytes of evidence',
    PRIMARY KEY (store_id, sha256)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
