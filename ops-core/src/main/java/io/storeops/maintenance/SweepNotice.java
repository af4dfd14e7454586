package io.storeops.maintenance;

import com.google.common.collect.ImmutableSet;
import io.storeops.act.Context;
import io.storeops.act.Outgoing;
import io.storeops.authority.DataClass;
import io.storeops.catalog.Language;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.publishing.OutgoingMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The notice of a sweep (R42, D21): that nothing is open, or what is. */
final class SweepNotice {
    private static final String PREFIX = "sweep/";

    private SweepNotice() {}

    static String id(LocalDate date) {
        return PREFIX + date;
    }

    /** The date whose sweep a message is the notice of; empty if it is another message. */
    static Optional<LocalDate> dateOf(String messageId) {
        return messageId.startsWith(PREFIX)
                ? Optional.of(LocalDate.parse(messageId.substring(PREFIX.length())))
                : Optional.empty();
    }

    /** The notice; empty if the roster names no channel for one. */
    static Optional<Outgoing> of(Context context, Sweep sweep, List<Case> open) {
        return Categories.in(context)
                .channel()
                .flatMap(channel -> sweep.messageId().map(id -> {
                    boolean rivals = new Phrasing(context).seesRivals(channel);
                    boolean ofRivals = open.stream()
                            .anyMatch(each ->
                                    Phrasing.ofRivals(each.anomaly().key().category()));
                    Set<DataClass> tells = rivals && ofRivals
                            ? ImmutableSet.of(DataClass.OPERATIONS, DataClass.COMPETITOR)
                            : ImmutableSet.of(DataClass.OPERATIONS);
                    return new Outgoing(
                            new OutgoingMessage(
                                    context.store().id(), id, channel, document(context, sweep, open, rivals)),
                            tells);
                }));
    }

    private static Document document(Context context, Sweep sweep, List<Case> open, boolean rivals) {
        Language language = context.store().language();
        String said = (sweep.notice() == Sweep.Notice.NO_EXCEPTION
                        ? ChecklistWords.NO_EXCEPTION
                        : ChecklistWords.OPEN_LIST)
                .in(language);
        List<Block> blocks = new ArrayList<>();
        if (!sweep.inspected()) {
            blocks.add(new Block.Text(Line.of(ChecklistWords.NOT_INSPECTED.in(language))));
        }
        if (!sweep.couldNotCheck().isEmpty()) {
            blocks.add(new Block.Text(Line.of(ChecklistWords.COULD_NOT_CHECK.in(language) + " ")
                    .and(Line.ofName(String.join(", ", sweep.couldNotCheck())))));
        }
        if (!open.isEmpty()) {
            blocks.add(new Block.Heading(Line.of(ChecklistWords.OPEN.in(language) + " " + open.size())));
            blocks.add(AnomalyList.of(context, open, rivals));
        }
        return Document.of(
                Line.ofName(context.store().name())
                        .and(" " + ChecklistWords.SWEEP.in(language) + " " + sweep.date()
                                + ChecklistWords.COLON.in(language) + said),
                blocks);
    }
}
