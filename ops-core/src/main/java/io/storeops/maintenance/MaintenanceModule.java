package io.storeops.maintenance;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.act.Reaction;
import io.storeops.act.Things;
import io.storeops.act.Timer;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Measure;
import io.storeops.agenda.OpenItem;
import io.storeops.authority.Right;
import io.storeops.campaign.ExtensionApproved;
import io.storeops.campaign.QuotaExceeded;
import io.storeops.document.DocumentRenderer;
import io.storeops.evidence.Attachment;
import io.storeops.id.ActorId;
import io.storeops.lifecycle.StateMachine;
import io.storeops.listing.ListingModule;
import io.storeops.listing.ListingWritten;
import io.storeops.outbox.Outbox;
import io.storeops.report.ReportPart;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Duty 2, basic store operation maintenance (店铺基础运营维护): the daily inspection, anomalies and escalations. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class MaintenanceModule implements DutyModule {
    /** The module. */
    public static final MaintenanceModule MODULE = new MaintenanceModule();

    private static final List<AnomalyState> HELD = List.of(
            AnomalyState.CORRECTING, AnomalyState.CORRECTED, AnomalyState.ESCALATED, AnomalyState.FEEDBACK_GIVEN);

    private MaintenanceModule() {}

    @Override
    public String name() {
        return "maintenance";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(
                Anomaly.TABLE,
                Episode.TABLE,
                Observation.TABLE,
                Feedback.TABLE,
                Silence.TABLE,
                SeenRun.TABLE,
                SeenStreak.TABLE,
                Reference.TABLE,
                SoldLine.TABLE,
                DecisionRequest.TABLE,
                Inspection.TABLE,
                ChecklistLine.TABLE,
                Sweep.TABLE);
    }

    @Override
    public List<ReportPart> reportParts() {
        return List.of(ReportedAnomalies.PART);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(MaintenanceEntries.ANOMALIES.entries())
                .add(
                        MaintenanceEntries.SILENCE,
                        MaintenanceEntries.REQUEST_DECISION,
                        MaintenanceEntries.DECIDE_ORDERS,
                        MaintenanceEntries.ACCEPTED,
                        MaintenanceEntries.TELL_SALES,
                        MaintenanceEntries.TELL_REFERENCE)
                .addAll(MaintenanceEntries.LINES.entries())
                .add(MaintenanceEntries.COMPLETE_INSPECTION, MaintenanceEntries.CONFIRM_ITEMS, MaintenanceEntries.SWEEP)
                .add(MaintenanceEntries.READ_ANOMALIES, MaintenanceEntries.READ_INSPECTIONS)
                .build();
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(ListingModule.MODULE);
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(MaintenanceEntries.ANOMALIES, MaintenanceEntries.LINES);
    }

    @Override
    public List<StateMachine<?, ?>> machines() {
        return List.of(AnomalyState.MACHINE, InspectionState.MACHINE, LineState.MACHINE);
    }

    @Override
    public Optional<DutyProgress> progress() {
        return Optional.of(new InspectionProgress());
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(
                new Reaction<>(ListingWritten.class, FollowedWrites::of),
                new Reaction<>(ExtensionApproved.class, Requests::of),
                new Reaction<>(QuotaExceeded.class, Oversold::of));
    }

    @Override
    public List<Timer> timers(Context context) {
        return ImmutableList.<Timer>builder()
                .addAll(AnomalyTimers.of(context))
                .addAll(CollectedLooks.timers(context))
                .build();
    }

    @Override
    public List<Measure> measures() {
        return MaintenanceKpis.MEASURES;
    }

    /** What a person claimed, escalated or took over, and what is not ended. */
    @Override
    public List<OpenItem> openItems(Context context, ActorId person) {
        return HELD.stream()
                .flatMap(state -> Case.in(context, state).stream())
                .map(Case::anomaly)
                .filter(anomaly -> anomaly.holder().equals(Optional.of(person)))
                .map(anomaly -> new OpenItem(
                        Anomaly.target(anomaly.id()),
                        anomaly.state().name(),
                        Right.MAINTAIN,
                        to -> Edit.replace(
                                Anomaly.TABLE,
                                MaintenanceEntries.ANOMALIES
                                        .row(context, anomaly.id())
                                        .orElseThrow(),
                                Changing.of(anomaly).heldBy(Optional.of(to)).under(context))))
                .toList();
    }

    /**
     * The duty in the hands of persons.
     *
     * @param outbox sends what is escalated and told
     * @return gives the duty of a person
     */
    public Function<PersonalActs, Maintenance> service(Outbox outbox) {
        return acts -> new Maintenance(acts, outbox);
    }

    /**
     * The daily inspection in the hands of persons.
     *
     * @param outbox sends the notices of sweeps
     * @param renderer makes the files that checklists are kept as
     * @return gives the inspections of a person
     */
    public Function<PersonalActs, Inspections> inspections(Outbox outbox, DocumentRenderer renderer) {
        BiFunction<Context, Checklist, Attachment> render = (context, checklist) -> renderer.render(
                ChecklistDocument.of(context, checklist),
                context.store().language().locale(),
                picture -> Optional.empty());
        return acts -> new Inspections(acts, outbox, render);
    }

    /**
     * TELL_SALES.
     *
     * @param lines what was sold
     * @return the act of the host
     */
    public static Act<?> sales(List<SoldLine> lines) {
        return new Tell.Sales(List.copyOf(lines));
    }

    /**
     * TELL_REFERENCE.
     *
     * @param key of what
     * @param value what is compared with from now on
     * @return the act of the host
     */
    public static Act<?> reference(AnomalyKey key, long value) {
        return new Tell.ReferenceOf(key, value);
    }

    /**
     * OBSERVE.
     *
     * @param sighting what a source gave
     * @return the act of the engine
     */
    public static Act<Sighted> observing(Sighting<?> sighting) {
        return new Observe(sighting);
    }
}
