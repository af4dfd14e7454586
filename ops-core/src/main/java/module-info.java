/**
 * The pure domain of StoreOps: the position description of an online-store operator that runs. No file, socket, SQL,
 * thread, system clock, default zone or default locale; storage, marketplaces and channels are ports.
 *
 * <p>How an act is done ({@code act}, {@code lifecycle}, {@code outbox}) is not exported: a host reaches it through
 * {@link io.storeops.Desk}. What is public elsewhere and speaks of these packages is wiring between packages of this module.
 */
module io.storeops.core {
    requires com.google.common;
    requires org.slf4j;
    requires transitive org.jspecify;

    exports io.storeops;
    exports io.storeops.absence;
    exports io.storeops.activity;
    exports io.storeops.agenda;
    exports io.storeops.archive;
    exports io.storeops.authority;
    exports io.storeops.calendar;
    exports io.storeops.campaign;
    exports io.storeops.catalog;
    exports io.storeops.competitor;
    exports io.storeops.dailyplan;
    exports io.storeops.delivery;
    exports io.storeops.detection;
    exports io.storeops.document;
    exports io.storeops.enrolment;
    exports io.storeops.evidence;
    exports io.storeops.failure;
    exports io.storeops.feed;
    exports io.storeops.feedback;
    exports io.storeops.figures;
    exports io.storeops.health;
    exports io.storeops.id;
    exports io.storeops.inspection;
    exports io.storeops.json;
    exports io.storeops.kpi;
    exports io.storeops.listing;
    exports io.storeops.listingtask;
    exports io.storeops.notice;
    exports io.storeops.maintenance;
    exports io.storeops.position;
    exports io.storeops.promotion;
    exports io.storeops.publishing;
    exports io.storeops.reporting;
    exports io.storeops.requirement;
    exports io.storeops.source;
    exports io.storeops.step;
    exports io.storeops.storage;
    exports io.storeops.task;
    exports io.storeops.vetting;
    exports io.storeops.ticket;
}
