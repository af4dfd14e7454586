package io.storeops;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.RIVAL;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.activity.ActivityPlan;
import io.storeops.activity.ActivityWindow;
import io.storeops.activity.Effect;
import io.storeops.activity.Finding;
import io.storeops.agenda.OccurrenceId;
import io.storeops.authority.Bound;
import io.storeops.authority.Role;
import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.evidence.Anchor;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.feed.Period;
import io.storeops.feedback.Proposal;
import io.storeops.feedback.SuggestionScope;
import io.storeops.figures.Reading;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthValue;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.inspection.PenaltyRule;
import io.storeops.inspection.RuleKey;
import io.storeops.json.Json;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.maintenance.Feedback;
import io.storeops.maintenance.LineAnswer;
import io.storeops.maintenance.Report;
import io.storeops.notice.Announcement;
import io.storeops.position.ActivityRules;
import io.storeops.report.Coverage;
import io.storeops.reporting.Resolution;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.scorecard.Scorecard;
import io.storeops.step.StepAnswer;
import io.storeops.task.Instruction;
import io.storeops.task.TaskFeedback;
import io.storeops.task.TaskTerms;
import io.storeops.ticket.Problem;
import io.storeops.vetting.Allowances;
import io.storeops.weeklyreport.ReportRemarks;
import io.storeops.weeklyreport.ReportState;
import io.storeops.weeklyreport.WeeklyReport;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A value of each type that a duty asks for, such as would be accepted from somebody who has the right. */
public final class SampleValues {
    /** The sample of every text, ids included. */
    public static final String TEXT = "sample";

    private final Map<Class<?>, Object> values;

    public SampleValues(StoreFixture shop) {
        this.values = Map.ofEntries(
                Map.entry(StoreId.class, STORE),
                Map.entry(ActorId.class, MANAGER),
                Map.entry(Role.class, Role.OPERATOR),
                Map.entry(Bound.class, Bound.on(DAY)),
                Map.entry(CommandId.class, CommandId.of("sample")),
                Map.entry(SlotId.class, slot(1)),
                Map.entry(LocalDate.class, DAY),
                Map.entry(Period.class, Period.at(shop.at("10:00"))),
                Map.entry(Instant.class, later(shop)),
                Map.entry(Duration.class, Duration.ofHours(24)),
                Map.entry(String.class, TEXT),
                Map.entry(int.class, 1),
                Map.entry(long.class, 1L),
                Map.entry(boolean.class, true),
                Map.entry(byte[].class, new byte[] {1}),
                Map.entry(BigDecimal.class, BigDecimal.ONE),
                Map.entry(Json.class, Json.of("sample")),
                Map.entry(Reading.class, shop.reading(1, 100, 10, 1)),
                Map.entry(RuleKey.class, PenaltyRule.KEY),
                Map.entry(
                        HealthReading.class,
                        HealthReading.of(
                                STORE,
                                PenaltyRule.KEY,
                                shop.clock.instant(),
                                new HealthValue.InForce(List.of()),
                                "sample")),
                Map.entry(
                        ShownCompetitor.class,
                        new ShownCompetitor(
                                RIVAL.id(),
                                shop.clock.instant(),
                                Optional.empty(),
                                OptionalLong.of(1),
                                OptionalLong.empty(),
                                OptionalLong.empty())),
                Map.entry(OccurrenceId.class, OccurrenceId.ofDate("2.1", DAY)),
                Map.entry(Target.class, Target.of("occurrence", "2.1/" + DAY)),
                Map.entry(EvidenceKind.class, EvidenceKind.parse("SCREENSHOT")),
                Map.entry(Attachment.class, Attachment.of("text/plain", "sample".getBytes(UTF_8))),
                Map.entry(Anchor.class, new Anchor(STORE, 1, Sha256.of("sample"))),
                Map.entry(Proposal.class, new Proposal("SG1", SuggestionScope.S1, "A", "sample")),
                Map.entry(
                        Instruction.class,
                        new Instruction(
                                "GENERAL",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of("sample"),
                                shop.at("10:00"))),
                Map.entry(TaskFeedback.Note.class, new TaskFeedback.Note(MANAGER, shop.at("09:00"))),
                Map.entry(TaskTerms.class, new TaskTerms(MANAGER, "sample", shop.at("10:00"))),
                Map.entry(Announcement.class, new Announcement("sample", "A", "sample", List.of("QC"))),
                Map.entry(
                        OpenedRequirements.Ask.class,
                        new OpenedRequirements.Ask(TEXT, "QC", "sample", shop.at("10:00"), Optional.empty(), true)),
                Map.entry(Problem.class, new Problem("QC", "HIGH", "sample")),
                Map.entry(ListingValue.class, new ListingValue(ListingField.TITLE, "sample")),
                Map.entry(Report.class, Report.of(TEXT, PenaltyRule.KEY, "S1", "1", "0", shop.clock.instant())),
                Map.entry(Feedback.Decision.class, Feedback.Decision.of("HOLD", "sample")),
                Map.entry(LineAnswer.class, LineAnswer.ok()),
                Map.entry(StepAnswer.class, StepAnswer.ok()),
                Map.entry(
                        ActivityPlan.class,
                        ActivityPlan.of(
                                ActivityRules.Kind.DAILY,
                                "sample",
                                List.of(Offer.of("A")),
                                new ActivityWindow(shop.at("10:00"), shop.at("11:00")))),
                Map.entry(Allowances.class, Allowances.NONE),
                Map.entry(Effect.class, Effect.of(1, 2)),
                Map.entry(
                        Finding.class,
                        new Finding(TEXT, "SAMPLE", TEXT, TEXT, shop.clock.instant(), TEXT, List.of(MANAGER))),
                Map.entry(
                        CampaignPlan.class,
                        new CampaignPlan(
                                "sample",
                                ActivityRules.Kind.DAILY,
                                "sample",
                                List.of(Offer.of("A")),
                                shop.at("10:00"),
                                shop.at("11:00"))),
                Map.entry(IsoWeek.class, IsoWeek.of(DAY)),
                Map.entry(ReportRemarks.class, ReportRemarks.NOTHING),
                Map.entry(WeeklyReport.class, report(shop)),
                Map.entry(
                        Scorecard.class,
                        new Scorecard(STORE, Optional.empty(), DAY, DAY, shop.clock.instant(), List.of())),
                Map.entry(Resolution.class, new Resolution.NotArrived("nobody saw it")));
    }

    private static WeeklyReport report(StoreFixture shop) {
        return new WeeklyReport(
                STORE,
                IsoWeek.of(DAY),
                MANAGER,
                1,
                ReportState.DRAFT,
                shop.at("10:00"),
                new Stamp(MANAGER, shop.clock.instant(), "1"),
                new Coverage(0, 0),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Nine in the morning, or an hour from now once that has passed. */
    private static Instant later(StoreFixture shop) {
        Instant nine = shop.at("09:00");
        return nine.isAfter(shop.clock.instant()) ? nine : shop.clock.instant().plusSeconds(3600);
    }

    public Object of(Type type, String method) {
        if (type instanceof ParameterizedType generic) {
            Object element = of(generic.getActualTypeArguments()[0], method);
            if (generic.getRawType() == List.class) {
                return List.of(element);
            }
            if (generic.getRawType() == Set.class) {
                return Set.of(element);
            }
            if (generic.getRawType() == Map.class) {
                return Map.of(element, of(generic.getActualTypeArguments()[1], method));
            }
            if (generic.getRawType() == Optional.class) {
                return Optional.of(element);
            }
        }
        if (type instanceof Class<?> plain && values.containsKey(plain)) {
            return values.get(plain);
        }
        if (type instanceof Class<?> array && array.isArray()) {
            Object one = Array.newInstance(array.getComponentType(), 1);
            Array.set(one, 0, of(array.getComponentType(), method));
            return one;
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        throw new AssertionError(
                method + " asks for a " + type.getTypeName() + ", of which there is no sample value; add one here");
    }
}
