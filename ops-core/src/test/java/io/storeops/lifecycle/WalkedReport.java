package io.storeops.lifecycle;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.calendar.IsoWeek;
import io.storeops.id.ActorId;
import io.storeops.weeklyreport.ReportEvent;
import io.storeops.weeklyreport.ReportRemarks;
import io.storeops.weeklyreport.ReportState;
import io.storeops.weeklyreport.WeeklyReport;
import io.storeops.weeklyreport.WeeklyReports;
import java.time.Duration;
import java.util.Optional;

/** The operator's report of a week that is over, to a channel that takes it an hour later. */
final class WalkedReport extends Walked<ReportState, ReportEvent> {
    private static final IsoWeek WEEK = IsoWeek.of(DAY);
    private static final Duration LATER = Duration.ofHours(1);

    WalkedReport(StoreFixture.Setup setup) {
        super(setup.weekly("TASK_KPI_SUGGESTION").role("STORE_MANAGER", "ACCEPT:REPORT", "INSTRUCT"));
        shop.clock.set(shop.at(NEXT, "09:30:00"));
    }

    private WeeklyReports by(ActorId actor) {
        return shop.ops.deskOf(actor).weeklyReports();
    }

    private Optional<WeeklyReport> known() {
        return by(MANAGER).find(STORE, WEEK, OPERATOR);
    }

    @Override
    StateMachine<ReportState, ReportEvent> machine() {
        return ReportState.MACHINE;
    }

    @Override
    Optional<ReportState> state() {
        return known().map(WeeklyReport::state);
    }

    @Override
    ActorId doer(ReportEvent event) {
        return event == ReportEvent.ACCEPT || event == ReportEvent.RETURN ? MANAGER : OPERATOR;
    }

    /** A channel can take only what was given to it. */
    @Override
    void prepare(ReportEvent event) {
        if (event == ReportEvent.DELIVER
                && known().filter(report -> report.queued().isEmpty()).isPresent()) {
            cause(ReportEvent.SUBMIT, OPERATOR);
        }
    }

    @Override
    void cause(ReportEvent event, ActorId by) {
        switch (event) {
            case DRAFT -> by(by).draft(STORE, WEEK);
            case SUBMIT -> {
                shop.channel.nextRefusesUntil(shop.clock.instant().plus(LATER));
                by(by).submit(STORE, WEEK, ReportRemarks.NOTHING);
            }
            case DELIVER -> {
                shop.clock.advance(LATER);
                shop.ops.deliverDue(STORE);
            }
            case ACCEPT -> by(by).accept(STORE, WEEK, OPERATOR);
            case RETURN -> by(by).giveBack(STORE, WEEK, OPERATOR, "say more");
        }
    }
}
