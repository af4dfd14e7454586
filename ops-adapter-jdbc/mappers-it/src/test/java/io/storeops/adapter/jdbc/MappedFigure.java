package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** A figure as a mapper's entity, with the same 12 cells as the storage's row. */
@Entity
@Table(name = MappedFigure.TABLE)
@IdClass(MappedFigure.Key.class)
class MappedFigure {
    static final String TABLE = "storeops_mapped";
    /** A day is a word of SQL, so it has another name here. */
    static final String DAY = "business_day";

    @Id
    @Column(name = "store_id")
    String store;

    @Id
    @Column(name = DAY)
    LocalDate day;

    @Id
    String kind;

    @Id
    String item;

    @Id
    long slot;

    @Id
    long version;

    BigDecimal amount;

    @Column(name = "_amount_scale")
    long scale;

    Instant observed;
    Instant arrived;

    @Column(name = "_revision")
    long revision;

    @Column(name = "_commit_number")
    long commitNumber;

    static class Key {
        String store;
        LocalDate day;
        String kind;
        String item;
        long slot;
        long version;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && store.equals(key.store)
                    && day.equals(key.day)
                    && kind.equals(key.kind)
                    && item.equals(key.item)
                    && slot == key.slot
                    && version == key.version;
        }

        @Override
        public int hashCode() {
            return Objects.hash(store, day, kind, item, slot, version);
        }
    }

    static MappedFigure of(Figure figure) {
        MappedFigure mapped = new MappedFigure();
        mapped.store = figure.store().value();
        mapped.day = figure.day();
        mapped.kind = figure.kind();
        mapped.item = figure.item();
        mapped.slot = figure.slot();
        mapped.version = figure.version();
        mapped.amount = figure.value();
        mapped.scale = figure.value().scale();
        mapped.observed = figure.observed();
        mapped.arrived = figure.arrived();
        mapped.revision = 1;
        mapped.commitNumber = 1;
        return mapped;
    }

    Figure figure() {
        return new Figure(
                StoreId.of(store), day, kind, item, slot, version, amount.setScale((int) scale), observed, arrived);
    }
}
