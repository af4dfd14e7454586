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

/** Puts notices together from what is kept of them, their messages and their receipts. */
final class NoticeBook {
    private NoticeBook() {}

    private record All(List<Notice> notices) {}

    static Optional<Notice> find(Context context, String id) {
        return row(context, id)
                .map(row -> notice(
                        context,
                        row.value(),
                        deliveries(context, id + "/"),
                        context.rows()
                                .all(Query.of(
                                                NoticeReceipt.TABLE,
                                                context.store().id())
                                        .where(id))));
    }

    static Optional<Versioned<NoticeEntry>> row(Context context, String id) {
        return context.rows()
                .find(NoticeEntry.TABLE, NoticeEntry.key(context.store().id(), id));
    }

    /** All notices of the store in the order of their ids; three reads, or one if there is none. */
    static List<Notice> all(Context context) {
        return context.once(All.class, "", () -> new All(load(context))).notices();
    }

    private static List<Notice> load(Context context) {
        List<NoticeEntry> entries =
                context.rows().all(Query.of(NoticeEntry.TABLE, context.store().id()));
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<String, Instant> deliveries = deliveries(context, "");
        List<NoticeReceipt> receipts =
                context.rows().all(Query.of(NoticeReceipt.TABLE, context.store().id()));
        return entries.stream()
                .map(entry -> notice(
                        context,
                        entry,
                        deliveries,
                        receipts.stream()
                                .filter(receipt -> receipt.noticeId().equals(entry.id()))
                                .toList()))
                .toList();
    }

    /** When the messages whose ids begin so were accepted. */
    private static Map<String, Instant> deliveries(Context context, String prefix) {
        String from = NoticeEntry.messageId(prefix, "");
        Map<String, Instant> accepted = new HashMap<>();
        String first = from.substring(0, from.length() - 1);
        context.rows()
                .all(Query.of(Delivery.TABLE, context.store().id())
                        .from(first)
                        .to(first.substring(0, first.length() - 1) + '0'))
                .forEach(delivery -> delivery.acceptedAt().ifPresent(at -> accepted.put(delivery.messageId(), at)));
        return accepted;
    }

    private static Notice notice(
            Context context, NoticeEntry entry, Map<String, Instant> acceptedAt, List<NoticeReceipt> receipts) {
        ImmutableMap.Builder<String, Optional<Instant>> accepted = ImmutableMap.builder();
        entry.sent()
                .ifPresent(sent -> sent.channels()
                        .forEach(channel -> accepted.put(
                                channel,
                                Optional.ofNullable(acceptedAt.get(NoticeEntry.messageId(entry.id(), channel))))));
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
                        .flatMap(department -> receipts.stream()
                                .filter(receipt -> receipt.department().equals(department)))
                        .toList());
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
