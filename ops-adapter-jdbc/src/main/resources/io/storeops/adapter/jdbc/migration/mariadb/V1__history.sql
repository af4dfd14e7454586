CREATE TABLE IF NOT EXISTS storeops__migration (
    number BIGINT NOT NULL COMMENT '1, 2, 3 ...; 0 is locked by whoever migrates',
    name LONGTEXT NOT NULL COMMENT 'the numbered script, or the table that was made',
    checksum LONGTEXT NOT NULL COMMENT 'the SHA-256 of the SQL, hexadecimal',
    applied_at DATETIME(6) NOT NULL COMMENT 'the database''s time',
    PRIMARY KEY (number)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT INTO storeops__migration (number, name, checksum, applied_at)
SELECT 0, 'lock', '-', UTC_TIMESTAMP(6) FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM storeops__migration WHERE number = 0);
