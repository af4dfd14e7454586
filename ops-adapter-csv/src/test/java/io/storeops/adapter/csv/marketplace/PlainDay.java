package io.storeops.adapter.csv.marketplace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What some files say of a day, worked out the plain way from what {@link PlainReader} read: D74 and D76, without any code of the library. */
final class PlainDay {
    private static final int SLOTS = 14;

    private record Known(int file, List<String> contents, boolean paid) {}

    private final Instant[] edges = new Instant[SLOTS + 1];
    private final boolean lines;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<String, List<PlainReader.Row>> inDay = new LinkedHashMap<>();
    private final boolean[] doubted = new boolean[SLOTS];
    private final List<List<Instant>> spans = new ArrayList<>();
    private final TreeSet<String> problems = new TreeSet<>();
    private int elsewhere;
    private int unpaid;
    private int repeated;
    private boolean unitsMissing;

    PlainDay(LocalDate date, boolean lines) {
        this.lines = lines;
        edges[0] = date.atStartOfDay(PlainReader.ZONE).toInstant();
        for (int hour = 9; hour <= 21; hour++) {
            edges[hour - 8] = date.atTime(hour, 0).atZone(PlainReader.ZONE).toInstant();
        }
        edges[SLOTS] = date.plusDays(1).atStartOfDay(PlainReader.ZONE).toInstant();
    }

    void add(int file, String name, PlainReader read, Instant now) {
        boolean doubtedFile = false;
        for (PlainReader.Refused refused : read.refused) {
            problems.add(name + ":" + refused.line());
            if (refused.from().isPresent()) {
                Instant from = refused.from().get();
                Instant to = refused.to().orElseThrow();
                if (from.equals(Instant.MIN) && to.equals(Instant.MAX)) {
                    doubtedFile = true;
                } else {
                    doubt(from, to);
                }
            }
        }
        Map<String, List<PlainReader.Row>> again = new LinkedHashMap<>();
        Map<String, List<PlainReader.Row>> unpaidLines = new LinkedHashMap<>();
        List<Instant> payments = new ArrayList<>();
        for (PlainReader.Row row : read.rows) {
            row.paid().filter(at -> !at.isAfter(now)).ifPresent(payments::add);
            unitsMissing |= row.units().isEmpty();
            Known before = known.get(row.id());
            if (before == null) {
                known.put(row.id(), new Known(file, new ArrayList<>(), false));
                enter(file, name, row, unpaidLines);
            } else if (lines && before.file() == file) {
                enter(file, name, row, unpaidLines);
            } else if (lines) {
                again.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
            } else if (before.contents().equals(List.of(row.content()))) {
                repeated++;
            } else {
                contradicts(name, row);
            }
        }
        again.forEach((id, rows) -> {
            List<String> contents = new ArrayList<>(
                    rows.stream().map(PlainReader.Row::content).sorted().toList());
            if (contents.equals(known.get(id).contents().stream().sorted().toList())) {
                repeated += rows.size();
            } else {
                rows.forEach(row -> contradicts(name, row));
            }
        });
        spans.add(doubtedFile ? List.of() : payments);
    }

    private void enter(int file, String name, PlainReader.Row row, Map<String, List<PlainReader.Row>> unpaidLines) {
        Known before = known.get(row.id());
        before.contents().add(row.content());
        known.put(
                row.id(),
                new Known(file, before.contents(), before.paid() || row.paid().isPresent()));
        if (row.paid().isEmpty() && before.paid()) {
            problems.add(name + ":" + row.line());
            doubtOrder(row.id());
        } else if (row.paid().isEmpty()) {
            unpaid++;
            unpaidLines.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
        } else {
            Instant at = row.paid().get();
            for (PlainReader.Row wronged : unpaidLines.getOrDefault(row.id(), List.of())) {
                unpaid--;
                problems.add(name + ":" + wronged.line());
                doubt(at, at.plusNanos(1));
            }
            unpaidLines.remove(row.id());
            if (slot(at) < 0) {
                elsewhere++;
            } else {
                inDay.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
            }
        }
    }

    private void contradicts(String name, PlainReader.Row row) {
        problems.add(name + ":" + row.line());
        row.paid().ifPresent(at -> doubt(at, at.plusNanos(1)));
        doubtOrder(row.id());
    }

    private void doubtOrder(String id) {
        inDay.getOrDefault(id, List.of()).forEach(row -> doubted[slot(row.paid().orElseThrow())] = true);
    }

    private void doubt(Instant from, Instant to) {
        for (int slot = 0; slot < SLOTS; slot++) {
            doubted[slot] |= from.isBefore(edges[slot + 1]) && edges[slot].isBefore(to);
        }
    }

    private int slot(Instant at) {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (!at.isBefore(edges[slot]) && at.isBefore(edges[slot + 1])) {
                return slot;
            }
        }
        return -1;
    }

    /** The day as text: what is counted, what is refused, and every slot that has figures. */
    String shown() {
        long rows = inDay.values().stream().mapToLong(List::size).sum();
        StringBuilder shown =
                new StringBuilder(rows + " " + elsewhere + " " + unpaid + " " + repeated + " " + problems + "\n");
        for (int slot = 0; slot < SLOTS; slot++) {
            long gross = 0;
            long back = 0;
            long orders = 0;
            long units = 0;
            boolean sold = false;
            for (List<PlainReader.Row> order : inDay.values()) {
                boolean counted = false;
                for (PlainReader.Row row : order) {
                    boolean here = slot(row.paid().orElseThrow()) == slot;
                    boolean counts = !counted && !row.cancels();
                    counted |= counts;
                    if (here) {
                        sold = true;
                        gross += row.gross();
                        back += row.back();
                        units += row.units().orElse(0);
                        orders += counts ? 1 : 0;
                    }
                }
            }
            boolean proven = proven(slot, sold);
            if (proven || sold) {
                Map<String, Long> figures = new TreeMap<>(Map.of("amount", gross, "orders", orders, "refunded", back));
                if (lines && (sold || !unitsMissing)) {
                    figures.put("units", units);
                }
                shown.append(slot + 1)
                        .append(' ')
                        .append(figures)
                        .append(proven ? "" : " estimated")
                        .append('\n');
            }
        }
        return shown.toString();
    }

    private boolean proven(int slot, boolean sold) {
        if (doubted[slot]) {
            return false;
        }
        for (List<Instant> payments : spans) {
            List<Instant> rising = payments.stream().sorted().toList();
            List<Instant> falling = new ArrayList<>(rising);
            java.util.Collections.reverse(falling);
            boolean inOrder = payments.equals(rising) || payments.equals(falling);
            if (!payments.isEmpty()
                    && !rising.get(0).isAfter(edges[slot])
                    && !falling.get(0).isBefore(edges[slot + 1])
                    && (sold || inOrder)) {
                return true;
            }
        }
        return false;
    }
}
