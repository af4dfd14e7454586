package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.storeops.act.Context;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Through whose hands an activity went until it was approved. Immutable.
 *
 * @param submitters who drafted or submitted it, and whom they stood in for: none of them approves it (R89); copied in order
 * @param submittedBy who submitted it last; empty while nobody did
 * @param submittedAt when that was; empty while nobody did, or if the host told of it
 * @param approvedBy who approved it; empty while nobody did
 * @param approvedAt when that was; empty while nobody did, or if the host told of it
 * @param remarks with what it was given back last; empty if it was not, or once redacted
 */
public record Hands(
        Set<ActorId> submitters,
        Optional<ActorId> submittedBy,
        Optional<Instant> submittedAt,
        Optional<ActorId> approvedBy,
        Optional<Instant> approvedAt,
        Optional<String> remarks) {
    private static final Column<List<String>> SUBMITTERS = Column.list(
            "submitters", "who drafted or submitted it: none of them approves it", JsonReader::text, Json::of);
    private static final Column<ActorId> SUBMITTED_BY = Column.actor("submitted_by", "who submitted it last");
    private static final Column<Instant> SUBMITTED_AT = Column.instant("submitted_at", "when that was");
    private static final Column<ActorId> APPROVED_BY = Column.actor("approved_by", "who approved it");
    private static final Column<Instant> APPROVED_AT =
            Column.instant("approved_at", "when that was; absent if the host told of it");
    static final Column<String> REMARKS = Column.text("remarks", "with what it was given back last");

    static final ColumnGroup<Hands> COLUMNS = ColumnGroup.of(Hands.class)
            .column(
                    SUBMITTERS,
                    hands -> hands.submitters().stream().map(ActorId::value).toList())
            .optional(SUBMITTED_BY, Hands::submittedBy)
            .optional(SUBMITTED_AT, Hands::submittedAt)
            .optional(APPROVED_BY, Hands::approvedBy)
            .optional(APPROVED_AT, Hands::approvedAt)
            .personal(REMARKS, Hands::remarks)
            .reads(Hands::read);

    /** Copies the people. */
    public Hands {
        submitters = ImmutableSet.copyOf(submitters);
        requireNonNull(submittedBy, "submittedBy");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(approvedBy, "approvedBy");
        requireNonNull(approvedAt, "approvedAt");
        requireNonNull(remarks, "remarks");
    }

    private static Hands read(Row row) {
        return new Hands(
                row.get(SUBMITTERS).stream().map(ActorId::of).collect(Collectors.toCollection(LinkedHashSet::new)),
                row.find(SUBMITTED_BY),
                row.find(SUBMITTED_AT),
                row.find(APPROVED_BY),
                row.find(APPROVED_AT),
                row.find(REMARKS));
    }

    /** Whoever acts, and whom they stand in for. */
    private static Set<ActorId> acting(Context context) {
        ImmutableSet.Builder<ActorId> acting = ImmutableSet.builder();
        acting.add(context.actor());
        context.onBehalfOf().ifPresent(acting::add);
        return acting.build();
    }

    /** Those of a draft that is written now. */
    static Hands drafting(Context context) {
        return new Hands(
                acting(context),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Those of an activity that is known already when the library begins. */
    static Hands told(Optional<ActorId> submitter, Optional<ActorId> approver) {
        return new Hands(
                submitter.map(Set::of).orElse(Set.of()),
                submitter,
                Optional.empty(),
                approver,
                Optional.empty(),
                Optional.empty());
    }

    /** The same, submitted now. */
    Hands submitting(Context context) {
        return new Hands(
                ImmutableSet.<ActorId>builder()
                        .addAll(submitters)
                        .addAll(acting(context))
                        .build(),
                Optional.of(context.actor()),
                Optional.of(context.now()),
                approvedBy,
                approvedAt,
                remarks);
    }

    /** Who submitted it, in words; of one that the host told nobody may know. */
    String submitter() {
        return submittedBy.map(ActorId::toString).orElse("its people");
    }

    /** The same, given back with remarks. */
    Hands returned(String why) {
        return new Hands(submitters, submittedBy, submittedAt, approvedBy, approvedAt, Optional.of(why));
    }

    /** The same, approved now. */
    Hands approving(Context context) {
        return new Hands(
                submitters,
                submittedBy,
                submittedAt,
                Optional.of(context.actor()),
                Optional.of(context.now()),
                remarks);
    }
}
