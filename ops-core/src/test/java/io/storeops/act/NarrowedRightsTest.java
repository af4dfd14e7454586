package io.storeops.act;

import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An act may ask for some of the rights that its entry point declares, and for no other. */
class NarrowedRightsTest {
    private static final ActorId DEPUTY = ActorId.of("dep-1");
    private static final EntryPoint ENTRY = EntryPoint.act("OPEN", List.of(Right.FEED_BACK, Right.COLLECT_AND_RELEASE));

    private final StoreFixture shop =
            new StoreFixture.Setup().deputy(DEPUTY, OPERATOR, "OPERATOR").open();
    private final Acts acts = shop.acts(ENTRY);

    /** Gives back by which right, and for whom, it was done. */
    private record Opening(List<Right> rights) implements Act<String> {
        @Override
        public EntryPoint entry() {
            return ENTRY;
        }

        @Override
        public List<Right> anyOf(Context context) {
            return rights;
        }

        @Override
        public String arguments() {
            return "";
        }

        @Override
        public Verdict decide(Context context) {
            return Verdict.done()
                    .telling(
                            "opened",
                            Json.of("for "
                                    + context.onBehalfOf().map(ActorId::value).orElse("nobody")));
        }

        @Override
        public String recall(Context context, Written written) {
            return written.told().member("opened").value().canonical();
        }
    }

    private String opened(ActorId actor, Right... rights) {
        return acts.perform(new Caller(actor, CommandId.of("c-1")), STORE, new Opening(List.of(rights)));
    }

    @Test
    void asksForTheNarrowRightAndKnowsForWhomItIsDone() {
        assertEquals("\"for op-1\"", opened(DEPUTY, Right.COLLECT_AND_RELEASE));
        assertEquals("EXECUTE:X1", shop.records().get(0).record().right());
        assertEquals(Optional.of(OPERATOR), shop.records().get(0).record().onBehalfOf());
    }

    @Test
    void knowsThatItIsDoneInTheActorsOwnName() {
        assertEquals("\"for nobody\"", opened(OPERATOR, Right.FEED_BACK));
    }

    @Test
    void isAMistakeWithARightThatTheEntryPointDoesNotDeclare() {
        IllegalStateException wider = assertThrows(IllegalStateException.class, () -> opened(OPERATOR, Right.READ));
        assertEquals(
                "OPEN is declared with the rights [EXECUTE:X5, EXECUTE:X1] and cannot ask for [READ]",
                wider.getMessage());
    }
}
