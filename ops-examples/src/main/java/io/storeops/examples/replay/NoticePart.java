package io.storeops.examples.replay;

import io.storeops.authority.Role;
import io.storeops.calendar.WorkingTime;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.kpi.Ratio;
import io.storeops.notice.Announcement;
import io.storeops.notice.Notice;
import io.storeops.notice.NoticeReceipt;
import io.storeops.position.Roster;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Notices: SEND_NOTICE through channels of which each accepts when the command says, CHANNEL_ACCEPT and CONFIRM_DELIVERY of what waited,
 * ACK_NOTICE, and OPEN_RECEIPTS.
 *
 * @param stage where the scenario is acted out
 */
record NoticePart(Stage stage) implements ReplayPart {
    private static final String FILE = "notices.csv";
    private static final String NOTICE = "notice";
    private static final String CHANNEL = "channel";
    private static final String OF = "of";
    private static final String RECEIPT = "receipt/";

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                "SEND_NOTICE", BuiltCommand.on(NOTICE, this::send),
                "CHANNEL_ACCEPT", new BuiltCommand(command -> command.args().text(OF), this::accept),
                "CONFIRM_DELIVERY", new BuiltCommand(command -> command.args().text(OF), this::confirm),
                "ACK_NOTICE", BuiltCommand.on(NOTICE, this::acknowledge),
                "OPEN_RECEIPTS", new BuiltCommand(command -> "", this::openReceipts));
    }

    private Map<String, Json> send(Command command) {
        JsonReader args = command.args();
        Announcement words =
                new Announcement(args.text(NOTICE), args.text("about"), args.text("text"), texts(args.elements("to")));
        Announcement announcement = args.findMember("replaces")
                .map(JsonReader::text)
                .map(words::replacing)
                .orElse(words);
        Supplier<Notice> sending = () -> stage.deskOf(command).notices().send(stage.store(), announcement);
        for (JsonReader channel : args.elements("channels")) {
            Supplier<Notice> through = sending;
            Optional<Instant> at = acceptance(command, channel.text());
            sending = HandSending.isManual(stage, channel.text())
                    ? () -> sentByHand(command, channel.text(), at, through.get())
                    : () -> stage.world().channel(channel).accepting(at, through);
        }
        Supplier<Notice> all = sending;
        return BuiltCommand.shown(() -> shown(all.get()), () -> standing(announcement.id()));
    }

    /** When a channel accepts: the command's one instant, or the channel's own; empty while it does not. */
    private static Optional<Instant> acceptance(Command command, String channel) {
        return command.args()
                .findMember("accepted")
                .map(each -> each.findMember(channel).map(Command::instant))
                .orElseGet(() -> command.instant("accepted_at"));
    }

    /** What goes to a channel without an interface is confirmed at once if the command says when it was sent. */
    private Notice sentByHand(Command command, String channel, Optional<Instant> at, Notice sent) {
        if (at.isEmpty()
                || sent.accepted().getOrDefault(channel, Optional.empty()).isPresent()) {
            return sent;
        }
        new HandSending(stage, command)
                .confirm(messageId(sent.id(), channel), at.get(), Optional.of("seq-" + command.seq()));
        return find(sent.id()).orElseThrow();
    }

    private static List<String> texts(List<JsonReader> elements) {
        return elements.stream().map(JsonReader::text).toList();
    }

    private static String messageId(String notice, String channel) {
        return "notice/" + notice + "/" + channel;
    }

    private static Map<String, Object> shown(Notice notice) {
        return Map.of(
                "state",
                notice.state(),
                "deliveries",
                notice.to().size() * notice.accepted().size(),
                "accepted",
                notice.accepted().values().stream().filter(Optional::isPresent).count(),
                "superseded",
                notice.replaces());
    }

    private Map<String, Object> standing(String id) {
        return Map.of("state", find(id).map(Notice::state));
    }

    private Optional<Notice> find(String id) {
        return stage.source().notices().find(stage.store(), id);
    }

    /** What waits is accepted now, in order; what is not a notice is of other duties. */
    private Optional<Map<String, Json>> accept(Command command) {
        return command.args()
                .findMember(OF)
                .map(JsonReader::text)
                .flatMap(this::find)
                .map(known -> {
                    stage.world()
                            .channel(command.args().member(CHANNEL))
                            .accepting(
                                    command.instant("accepted_at"),
                                    () -> stage.ops().deliverDue(stage.store()));
                    return BuiltCommand.shown(() -> standing(known.id()), Map::of);
                });
    }

    private Optional<Map<String, Json>> confirm(Command command) {
        return find(command.args().text(OF))
                .map(known -> BuiltCommand.shown(
                        () -> {
                            Instant accepted = new HandSending(stage, command)
                                    .confirm(
                                            messageId(known.id(), command.args().text(CHANNEL)));
                            return Map.of(
                                    "state",
                                    find(known.id()).map(Notice::state),
                                    "receipt_at",
                                    stage.notation().text(accepted));
                        },
                        () -> standing(known.id())));
    }

    /** A receipt is given by whoever gives it; what is shown of it is that it is there. */
    private Map<String, Json> acknowledge(Command command) {
        String id = command.args().text(NOTICE);
        return BuiltCommand.shown(
                () -> {
                    NoticeReceipt given = stage.deskOf(command)
                            .notices()
                            .acknowledge(stage.store(), id, command.args().text("department"));
                    return Map.of("state", "ACKNOWLEDGED", "receipt_by", given.by(), "late", given.late());
                },
                () -> standing(id));
    }

    private Optional<Map<String, Json>> openReceipts(Command command) {
        return Optional.of(BuiltCommand.shown(
                () -> Map.of(
                        "open",
                        stage.deskOf(command).notices().unacknowledged(stage.store()).stream()
                                .flatMap(notice ->
                                        notice.open().stream().map(department -> notice.id() + ":" + department))
                                .sorted()
                                .toList()),
                Map::of));
    }

    @Override
    public List<OverdueCode> overdueCodes() {
        return List.of(new OverdueCode(
                "4.1",
                "NOTICE_UNACKNOWLEDGED",
                occurrence ->
                        occurrence.id().about().substring(RECEIPT.length()).replace('/', ':')));
    }

    private record Line(Notice notice, String department, String channel) {
        Optional<NoticeReceipt> receipt() {
            return notice.receiptOf(department);
        }
    }

    /** A line a department and channel of what was sent; where nothing was, a line a draft. */
    @Override
    public List<ResultTable> tables() {
        List<Notice> all = stage.source().notices().all(stage.store());
        List<Line> lines = all.stream()
                .flatMap(notice -> notice.to().stream()
                        .flatMap(department -> notice.accepted().keySet().stream()
                                .map(channel -> new Line(notice, department, channel))))
                .toList();
        if (!lines.isEmpty()) {
            return List.of(sent(lines));
        }
        return all.isEmpty() ? List.of() : List.of(drafts(all));
    }

    private ResultTable sent(List<Line> lines) {
        return new TableLayout<Line>(FILE, stage.notation())
                .key(NOTICE, line -> line.notice().id())
                .key("department", Line::department)
                .key(CHANNEL, Line::channel)
                .column("delivered_at", line -> line.notice().accepted().get(line.channel()))
                .column("confirmed_at", this::confirmedAt)
                .column(
                        "ack_due_at",
                        line -> line.receipt()
                                .map(NoticeReceipt::owedBy)
                                .orElseGet(() -> line.notice().ackDue()))
                .column(
                        "receipt_at",
                        line -> line.receipt().map(receipt -> receipt.given().at()))
                .column("receipt_by", line -> line.receipt().map(NoticeReceipt::by))
                .column("minutes", line -> line.receipt().map(this::minutes))
                .column("receipt_in_time", this::inTime)
                .column("sent_at", line -> line.notice().deliveredAt())
                .column("state", line -> line.notice().state())
                .column("replaces", line -> line.notice().replaces())
                .table(lines);
    }

    private Optional<Instant> confirmedAt(Line line) {
        return stage.source()
                .deliveries()
                .find(stage.store(), messageId(line.notice().id(), line.channel()))
                .flatMap(delivery -> delivery.confirmation())
                .map(word -> word.at());
    }

    /** Whole minutes of the working time of departments since the first acceptance. */
    private long minutes(NoticeReceipt receipt) {
        Roster roster = stage.scenario().enrolment().roster();
        WorkingTime time =
                roster.calendar().timeOf(Role.DEPARTMENT, stage.scenario().zone());
        return time.between(receipt.owedFrom(), receipt.given().at()).toMinutes();
    }

    /** Of what nobody owes any more it is not said. */
    private Optional<Boolean> inTime(Line line) {
        return line.receipt()
                .map(receipt -> Optional.of(!receipt.late()))
                .orElseGet(() -> line.notice().superseded().isPresent() ? Optional.empty() : Optional.of(false));
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

    @Override
    public Map<String, Ratio> measures() {
        Scenario scenario = stage.scenario();
        boolean none =
                scenario.commands().stream().noneMatch(command -> command.name().equals("SEND_NOTICE"));
        return none
                ? Map.of()
                : Map.of(
                        "AUX:NOTICE_RECEIPTS_IN_TIME",
                        stage.source().notices().receiptsInTime(stage.store(), scenario.from(), scenario.to()));
    }
}
