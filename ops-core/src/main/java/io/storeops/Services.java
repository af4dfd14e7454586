package io.storeops;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Acts;
import io.storeops.act.PersonalActs;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.feedback.WorkFeedback;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.Blobs;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every desk works with.
 *
 * @param acts the pattern of every act
 * @param reporting gives duty 1 of a person
 * @param feedback gives duty 5 of a person
 * @param agenda what is expected of a store and how far it is
 * @param blobs where the bytes of evidence are kept, if the storage keeps any
 */
record Services(
        Acts acts,
        Function<PersonalActs, SlotReporting> reporting,
        Function<PersonalActs, WorkFeedback> feedback,
        AgendaBuilder agenda,
        Optional<Blobs> blobs) {
    Services {
        requireNonNull(acts, "acts");
        requireNonNull(reporting, "reporting");
        requireNonNull(feedback, "feedback");
        requireNonNull(agenda, "agenda");
        requireNonNull(blobs, "blobs");
    }
}
