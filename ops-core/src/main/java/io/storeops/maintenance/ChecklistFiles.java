package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Acts;
import io.storeops.act.Context;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.agenda.OccurrenceId;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.Evidence;
import io.storeops.outbox.Enclosures;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.storage.Blobs;
import io.storeops.storage.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The file that goes with the notice of a sweep: the completed checklist of its date, as it was made evidence (R42). Where the checklist
 * speaks of rivals and the channel may not have their figures (R13), none goes. Thread-safe.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class ChecklistFiles implements Enclosures {
    private final Acts acts;
    private final Optional<Blobs> blobs;

    /**
     * The files.
     *
     * @param acts gives a look at a store's rows
     * @param blobs where the bytes of evidence are kept, if the storage keeps any
     */
    public ChecklistFiles(Acts acts, Optional<Blobs> blobs) {
        this.acts = requireNonNull(acts, "acts");
        this.blobs = requireNonNull(blobs, "blobs");
    }

    @Override
    public List<OutgoingMessage.File> of(OutgoingMessage message) {
        return SweepNotice.dateOf(message.id())
                .flatMap(date -> of(acts.engineContext(message.store()), date, message.channel()))
                .map(content -> new OutgoingMessage.File(
                        "checklist-" + SweepNotice.dateOf(message.id()).orElseThrow() + suffix(content.contentType()),
                        content))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<Attachment> of(Context context, LocalDate date, String channel) {
        boolean rivals = ChecklistLines.of(context, date).stream()
                .filter(line -> Phrasing.ofRivals(line.line().category()))
                .anyMatch(line -> !line.answer().anomalies().isEmpty()
                        || line.proposal()
                                .filter(proposal -> !proposal.reasons().isEmpty())
                                .isPresent());
        return rivals && !new Phrasing(context).seesRivals(channel)
                ? Optional.empty()
                : InspectionDay.duty(context.rosterOn(date))
                        .flatMap(duty -> context.rows()
                                .last(Query.of(Evidence.TABLE, context.store().id(), Evidence.BY_TARGET)
                                        .where(AgendaBuilder.target(OccurrenceId.ofDate(duty.id(), date)))))
                        .flatMap(Evidence::attachment)
                        .flatMap(attached -> blobs.flatMap(
                                        kept -> kept.find(context.store().id(), attached.sha256()))
                                .map(bytes -> Attachment.of(attached.contentType(), bytes)));
    }

    /** How the file's name ends, so that whoever gets it can open it: a renderer makes what it makes. */
    static String suffix(String contentType) {
        return switch (contentType) {
            case "text/html" -> ".html";
            case "application/pdf" -> ".pdf";
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> ".xlsx";
            default -> contentType.startsWith("text/") ? ".txt" : ".bin";
        };
    }
}
