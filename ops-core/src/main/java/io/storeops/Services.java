package io.storeops;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Acts;
import io.storeops.act.PersonalActs;
import io.storeops.activity.Platforms;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.agenda.DutyModule;
import io.storeops.delivery.Deliveries;
import io.storeops.listingtask.ListingTasks;
import io.storeops.maintenance.Inspections;
import io.storeops.maintenance.Maintenance;
import io.storeops.notice.Notices;
import io.storeops.reporting.SlotReporting;
import io.storeops.requirement.Requirements;
import io.storeops.scorecard.Scorecards;
import io.storeops.storage.Blobs;
import io.storeops.ticket.Tickets;
import io.storeops.weeklyreport.WeeklyReports;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every desk works with.
 *
 * @param acts the pattern of every act
 * @param reporting gives duty 1 of a person
 * @param knowledge gives what is known of stores in a person's hands
 * @param notices gives the notices of stores in a person's hands
 * @param tickets gives the problems that departments bring to a person
 * @param requirements gives what parties are asked for in a person's hands
 * @param deliveries gives what is sent by hand to a person
 * @param maintenance gives the anomalies of duty 2 to a person
 * @param inspections gives the daily inspections of duty 2 to a person
 * @param weeklyReports gives the weekly reports of stores in a person's hands
 * @param scorecards gives the scorecards of stores in a person's hands
 * @param platform what marketplaces do with activities by themselves
 * @param listingTasks gives the listings and optimisations of duty 3 to a person
 * @param agenda what is expected of a store and how far it is
 * @param duties whose open items can be handed over
 * @param blobs where the bytes of evidence are kept, if the storage keeps any
 */
record Services(
        Acts acts,
        Function<PersonalActs, SlotReporting> reporting,
        Knowledge knowledge,
        Function<PersonalActs, Notices> notices,
        Function<PersonalActs, Tickets> tickets,
        Function<PersonalActs, Requirements> requirements,
        Function<PersonalActs, Deliveries> deliveries,
        Function<PersonalActs, Maintenance> maintenance,
        Function<PersonalActs, Inspections> inspections,
        Function<PersonalActs, WeeklyReports> weeklyReports,
        Function<PersonalActs, Scorecards> scorecards,
        Platforms platform,
        Function<PersonalActs, ListingTasks> listingTasks,
        AgendaBuilder agenda,
        List<DutyModule> duties,
        Optional<Blobs> blobs) {
    Services {
        requireNonNull(acts, "acts");
        requireNonNull(reporting, "reporting");
        requireNonNull(knowledge, "knowledge");
        requireNonNull(notices, "notices");
        requireNonNull(tickets, "tickets");
        requireNonNull(requirements, "requirements");
        requireNonNull(deliveries, "deliveries");
        requireNonNull(maintenance, "maintenance");
        requireNonNull(inspections, "inspections");
        requireNonNull(weeklyReports, "weeklyReports");
        requireNonNull(scorecards, "scorecards");
        requireNonNull(platform, "platform");
        requireNonNull(listingTasks, "listingTasks");
        requireNonNull(agenda, "agenda");
        duties = List.copyOf(duties);
        requireNonNull(blobs, "blobs");
    }
}
