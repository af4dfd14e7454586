package io.storeops.agenda;

import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.StoreFixture;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Reaction;
import io.storeops.act.Verdict;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private final StoreFixture shop = StoreFixture.open();

    /** A duty with one open item of whoever is asked about, that counts how often it is. */
    private static final class Counting implements DutyModule {
        private final String name;
        private int asked;

        Counting(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Table<?>> tables() {
            return List.of();
        }

        @Override
        public List<EntryPoint> entryPoints() {
            return List.of();
        }

        @Override
        public List<OpenItem> openItems(Context context, ActorId person) {
            asked++;
            return List.of(new OpenItem(
                    Target.of(name, "1"),
                    "OPEN",
                    Right.COLLECT_AND_RELEASE,
                    to -> Edit.touch(
                            TickMark.TABLE, Optional.empty(), new TickMark(STORE, context.now(), context.now()))));
        }
    }

    @Test
    void listsWhatIsOpenOnceAndEachDutyMovesItsOwn() {
        Counting one = new Counting("one");
        Counting other = new Counting("other");
        Context context = shop.acts().engineContext(STORE);
        Verdict.Done done = (Verdict.Done) new HandOver(List.of(one, other), "H1", OPERATOR, "").decide(context);
        HandedOver fact = (HandedOver) done.facts().get(0);
        for (Counting duty : List.of(one, other)) {
            Reaction.Effect effect = HandOver.reactionOf(duty).react().apply(context, fact);
            assertEquals(1, effect.edits().size());
            assertEquals(1, duty.asked);
        }
        assertEquals(
                List.of(),
                HandOver.reactionOf(new Counting("third"))
                        .react()
                        .apply(context, fact)
                        .edits());
    }
}
