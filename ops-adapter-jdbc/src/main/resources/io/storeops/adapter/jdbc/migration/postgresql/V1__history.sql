CREATE TABLE IF NOT EXISTS storeops__migration (
    number BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    checksum TEXT COLLATE "C" NOT NULL,
    applied_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (number)
);

COMMENT ON COLUMN storeops__migration.number IS '1, 2, 3 ...; 0 is locked by whoever migrates';

COMMENT ON COLUMN storeops__migration.name IS 'the numbered script, or the table that was made';

COMMENT ON COLUMN storeops__migration.checksum IS 'the SHA-256 of the SQL, hexadecimal';

COMMENT ON COLUMN storeops__migration.applied_at IS 'the database''s time';

INSERT INTO storeops__migration (number, name, checksum, applied_at)
SELECT 0, 'lock', '-', CLOCK_TIMESTAMP() WHERE NOT EXISTS (SELECT 1 FROM storeops__migration WHERE number = 0);
