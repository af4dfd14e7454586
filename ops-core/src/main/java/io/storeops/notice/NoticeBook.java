package io.storeops.notice;

import com.google.common.collect.ImmutableMap;
import io.storeops.act.Context;
import io.storeops.act.Departments;
import io.storeops.authority.Role;
import io.storeops.calendar.WorkingTime;
import io.storeops.id.ActorId;
import io.storeops.position.Roster;
import io.storeops.position.Sla;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts notices together from what is kept of them, their messages and their receipts. */
final class NoticeBook {
    private NoticeBook() {}

    private record Opened(List<Notice> notices) {}

    static Optional<Notice> find(Context context, String id) {
        return row(context, id).map(row -> notice(context, row.value()));
    }

    static Optional<Versioned<NoticeEntry>> row(Context context, String id) {
        return context.rows()
                .find(NoticeEntry.TABLE, NoticeEntry.key(context.store().id(), id));
    }

    /** All notices of the store in the order of their ids; three reads, however many there are. */
    static List<Notice> all(Context context) {
        Map<String, Instant> accepted = new HashMap<>();
        context.rows()
                .all(Query.of(Delivery.TABLE, context.store().id())
                        .from(NoticeEntry.MESSAGES)
                        .to(NoticeEntry.MESSAGES_END))
                .forEach(delivery -> delivery.acceptedAt().ifPresent(at -> accepted.put(delivery.messageId(), at)));
        Map<String, List<NoticeReceipt>> receipts =
                context.rows().all(Query.of(NoticeReceipt.TABLE, context.store().id())).stream()
                        .collect(Collectors.groupingBy(NoticeReceipt::noticeId));
        return context.rows().all(Query.of(NoticeEntry.TABLE, context.store().id())).stream()
                .map(entry -> notice(
                        context,
                        entry,
                        message -> Optional.ofNullable(accepted.get(message)),
                        receipts.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    /** Those because of which somebody may still owe something, in the order of their ids: whatever else there was is not read. */
    static List<Notice> open(Context context) {
        return context.once(
                        Opened.class,
                        "",
                        () -> new Opened(context
                                .rows()
                                .all(Query.of(NoticeEntry.TABLE, context.store().id(), NoticeEntry.BY_OPEN)
                                        .where(true))
                                .stream()
                                .map(entry -> notice(context, entry))
                                .toList()))
                .notices();
    }

    /** The receipts that were given from an instant on, in that order. */
    static List<NoticeReceipt> receiptsSince(Context context, Instant from) {
        return context.rows()
                .all(Query.of(NoticeReceipt.TABLE, context.store().id(), NoticeReceipt.BY_GIVEN)
                        .from(from));
    }

    private static Notice notice(Context context, NoticeEntry entry) {
        List<NoticeReceipt> receipts = entry.sent().isEmpty()
                ? List.of()
                : context.rows()
                        .all(Query.of(NoticeReceipt.TABLE, entry.store()).where(entry.id()));
        return notice(
                context,
                entry,
                message -> context.rows()
                        .find(Delivery.TABLE, Delivery.key(entry.store(), message))
                        .flatMap(delivery -> delivery.value().acceptedAt()),
                receipts);
    }

    private static Notice notice(
            Context context,
            NoticeEntry entry,
            Function<String, Optional<Instant>> acceptedAt,
            List<NoticeReceipt> receipts) {
        ImmutableMap.Builder<String, Optional<Instant>> accepted = ImmutableMap.builder();
        entry.sent().stream()
                .flatMap(sent -> sent.channels().stream())
                .forEach(
                        channel -> accepted.put(channel, acceptedAt.apply(NoticeEntry.messageId(entry.id(), channel))));
        List<Instant> acceptances = Notice.acceptances(accepted.build()).toList();
        return new Notice(
                entry.store(),
                entry.id(),
                entry.cause(),
                entry.about(),
                entry.text(),
                entry.to(),
                entry.written().at(),
                entry.draftDue(),
                entry.sent().map(NoticeEntry.Sending::by),
                accepted.build(),
                entry.sent()
                        .filter(sent -> sent.needed() <= acceptances.size())
                        .map(sent -> acceptances.get(sent.needed() - 1)),
                acceptances.stream().findFirst().flatMap(first -> due(context, first)),
                entry.to().stream()
                        .flatMap(department -> of(receipts, department))
                        .toList(),
                entry.replaces(),
                entry.superseded());
    }

    private static Stream<NoticeReceipt> of(List<NoticeReceipt> receipts, String department) {
        return receipts.stream().filter(receipt -> receipt.department().equals(department));
    }

    /** When something is due that departments owe from an instant on, judged by the roster of its date (R2). */
    static Optional<Instant> due(Context context, Instant from) {
        Roster roster = context.rosterOn(from.atZone(context.store().zone()).toLocalDate());
        WorkingTime time =
                roster.calendar().timeOf(Role.DEPARTMENT, context.store().zone());
        return roster.sla().find(Sla.Key.NOTICE_ACK).map(limit -> time.after(from, limit));
    }

    /** For whom of the departments that a department stands for a person speaks: itself, or one that belongs to it. */
    static Optional<String> speaksFor(Context context, ActorId person, String department) {
        return Departments.of(context, person).stream()
                .filter(own -> own.equals(department)
                        || context.roster().findParent(own).equals(Optional.of(department)))
                .min((one, other) -> Boolean.compare(other.equals(department), one.equals(department)));
    }
}
