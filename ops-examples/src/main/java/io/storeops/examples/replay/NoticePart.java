package io.storeops.examples.replay;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.kpi.Ratio;
import io.storeops.notice.Announcement;
import io.storeops.notice.Notice;
import io.storeops.notice.NoticeReceipt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Notices: SEND_NOTICE through channels that accept at one instant, and ACK_NOTICE. A notice that replaces another, or whose channels
 * accept at instants of their own, is of a later duty.
 *
 * @param stage where the scenario is acted out
 */
record NoticePart(Stage stage) implements ReplayPart {
    private static final String FILE = "notices.csv";
    private static final String NOTICE = "notice";
    private static final String RECEIPT = "receipt/";

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                "SEND_NOTICE", new BuiltCommand(command -> command.args().text(NOTICE), this::send),
                "ACK_NOTICE", new BuiltCommand(command -> command.args().text(NOTICE), this::acknowledge));
    }

    private Optional<Map<String, Json>> send(Command command) {
        JsonReader args = command.args();
        if (!built(command)) {
            return Optional.empty();
        }
        Announcement announcement =
                new Announcement(args.text(NOTICE), args.text("about"), args.text("text"), texts(args.elements("to")));
        Supplier<Notice> sending = () -> stage.deskOf(command).notices().send(stage.store(), announcement);
        for (JsonReader channel : args.elements("channels")) {
            Supplier<Notice> through = sending;
            sending = () -> stage.world().channel(channel).accepting(command.instant("accepted_at"), through);
        }
        Supplier<Notice> all = sending;
        return Optional.of(BuiltCommand.shown(() -> shown(all.get()), () -> standing(announcement.id())));
    }

    private static boolean built(Command sending) {
        return sending.args().names().contains("accepted_at")
                && !sending.args().names().contains("replaces");
    }

    private static List<String> texts(List<JsonReader> elements) {
        return elements.stream().map(JsonReader::text).toList();
    }

    private static Map<String, Object> shown(Notice notice) {
        return Map.of("state", notice.state(), "deliveries", notice.to().size() * accepted(notice));
    }

    private static int accepted(Notice notice) {
        return (int)
                notice.accepted().values().stream().filter(Optional::isPresent).count();
    }

    private Map<String, Object> standing(String id) {
        return Map.of("state", find(id).map(Notice::state));
    }

    private Optional<Notice> find(String id) {
        return stage.source().notices().find(stage.store(), id);
    }

    /** A receipt is given by whoever gives it; what is shown of it is that it is there. */
    private Optional<Map<String, Json>> acknowledge(Command command) {
        String id = command.args().text(NOTICE);
        return find(id).map(known -> BuiltCommand.shown(
                () -> {
                    stage.deskOf(command)
                            .notices()
                            .acknowledge(stage.store(), id, command.args().text("department"));
                    return Map.of("state", "ACKNOWLEDGED");
                },
                () -> standing(id)));
    }

    /** None in a scenario some of whose notices are not sent here. */
    @Override
    public List<OverdueCode> overdueCodes() {
        boolean whole = stage.scenario().commands().stream()
                .filter(command -> command.name().equals("SEND_NOTICE"))
                .allMatch(NoticePart::built);
        OverdueCode receipts = new OverdueCode(
                "4.1",
                "NOTICE_UNACKNOWLEDGED",
                occurrence ->
                        occurrence.id().about().substring(RECEIPT.length()).replace('/', ':'));
        return whole ? List.of(receipts) : List.of();
    }

    private record Line(Notice notice, String department, String channel) {
        Optional<Instant> receiptAt() {
            return notice.receiptOf(department).map(NoticeReceipt::given).map(stamp -> stamp.at());
        }

        boolean inTime() {
            return receiptAt()
                    .filter(at -> !at.isAfter(notice.ackDue().orElse(Instant.MAX)))
                    .isPresent();
        }
    }

    /** A line a department and channel of what was sent; where nothing was, a line a draft. */
    @Override
    public List<ResultTable> tables() {
        List<Notice> all = stage.source().notices().all(stage.store());
        List<Line> lines = lines(all);
        if (!lines.isEmpty()) {
            return List.of(sent(lines));
        }
        return all.isEmpty() ? List.of() : List.of(drafts(all));
    }

    private static List<Line> lines(List<Notice> all) {
        return all.stream()
                .flatMap(notice -> notice.to().stream()
                        .flatMap(department -> notice.accepted().keySet().stream()
                                .map(channel -> new Line(notice, department, channel))))
                .toList();
    }

    private ResultTable sent(List<Line> lines) {
        return new TableLayout<Line>(FILE, stage.notation())
                .key(NOTICE, line -> line.notice().id())
                .key("department", Line::department)
                .key("channel", Line::channel)
                .column("delivered_at", line -> line.notice().accepted().get(line.channel()))
                .column("receipt_at", Line::receiptAt)
                .column(
                        "minutes",
                        line -> line.receiptAt()
                                .map(at -> Duration.between(
                                                line.notice().firstAcceptedAt().orElseThrow(), at)
                                        .toMinutes()))
                .column("receipt_in_time", Line::inTime)
                .table(lines);
    }

    private ResultTable drafts(List<Notice> all) {
        return new TableLayout<Notice>(FILE, stage.notation())
                .key(NOTICE, Notice::id)
                .column("cause", notice -> notice.cause().map(cause -> cause.id()))
                .column("about", Notice::about)
                .column("state", Notice::state)
                .column("created_at", Notice::writtenAt)
                .column("due_at", Notice::draftDue)
                .table(all);
    }

    /** Receipts in time / receipts given or overdue. */
    @Override
    public Map<String, Ratio> measures() {
        Map<String, Ratio> measures = new HashMap<>();
        List<Notice> all = stage.source().notices().all(stage.store());
        List<Line> counted = all.stream()
                .flatMap(notice -> notice.to().stream().map(department -> new Line(notice, department, "")))
                .filter(line -> line.receiptAt().isPresent() || overdue(line.notice()))
                .toList();
        if (!all.isEmpty()) {
            measures.put(
                    "AUX:NOTICE_RECEIPTS_IN_TIME",
                    Ratio.of(counted.stream().filter(Line::inTime).count(), counted.size()));
        }
        return measures;
    }

    private boolean overdue(Notice notice) {
        return notice.ackDue().filter(due -> !stage.now().isBefore(due)).isPresent();
    }
}
