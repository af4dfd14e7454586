package io.storeops.examples.replay;

import io.storeops.delivery.HandDelivery;
import io.storeops.evidence.EvidenceKind;
import io.storeops.failure.DeniedException;
import io.storeops.id.ActorId;
import io.storeops.json.JsonReader;
import java.time.Instant;
import java.util.Optional;

/**
 * CONFIRM_DELIVERY: a person says when they sent a message, with a screenshot that whoever says so attaches before (D59).
 *
 * @param stage where the scenario is acted out
 * @param command the command
 */
record HandSending(Stage stage, Command command) {
    private static final EvidenceKind SCREENSHOT = EvidenceKind.parse("SCREENSHOT");

    /** Whether a person sends what goes to a channel. */
    static boolean isManual(Stage stage, String channel) {
        return stage.scenario().enrolment().roster().channels().isManual(channel);
    }

    /** Confirms a message as the command says; gives from when on it counts as accepted. */
    Instant confirm(String messageId) {
        return confirm(
                messageId,
                command.instant("sent_at").orElseThrow(),
                command.args().findMember("screenshot").map(JsonReader::text));
    }

    Instant confirm(String messageId, Instant sentAt, Optional<String> screenshot) {
        screenshot.ifPresent(reference -> attach(messageId, reference));
        return stage.ops()
                .deskOf(ActorId.of(command.actor()))
                .deliveries()
                .confirm(stage.store(), messageId, sentAt)
                .acceptedAt()
                .orElseThrow();
    }

    private void attach(String messageId, String reference) {
        try {
            stage.ops()
                    .deskOf(ActorId.of(command.actor()))
                    .archive()
                    .attach(stage.store(), HandDelivery.target(messageId), SCREENSHOT, stage.now(), reference);
        } catch (DeniedException e) {
            // Whoever cannot attach anything cannot confirm anything either, and is told so there.
        }
    }
}
