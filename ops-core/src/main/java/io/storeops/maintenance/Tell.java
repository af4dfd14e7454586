package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Reaction;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import java.util.List;

/** What the host tells of the world: what was sold, and what rivals' figures are compared with. */
final class Tell {
    private Tell() {}

    /**
     * TELL_SALES: orders with what was paid for a unit. One that is told again is replaced. Units beyond what an activity offers are
     * found at once.
     *
     * @param lines the lines
     */
    record Sales(List<SoldLine> lines) implements Act<Boolean> {
        @Override
        public EntryPoint entry() {
            return MaintenanceEntries.TELL_SALES;
        }

        @Override
        public String arguments() {
            return lines.toString();
        }

        @Override
        public Verdict decide(Context context) {
            List<SoldLine> kept =
                    lines.stream().map(line -> kept(context, line)).toList();
            Verdict.Done done = Verdict.done()
                    .with(kept.stream().map(line -> keeping(context, line)).toList());
            for (Reaction.Effect oversold : Oversold.of(context, kept)) {
                done = done.with(oversold.edits()).sending(oversold.messages());
            }
            return done;
        }

        private static SoldLine kept(Context context, SoldLine line) {
            return new SoldLine(
                    context.store().id(),
                    Subjects.of(context, line.subject()),
                    line.orderId(),
                    line.paidAt(),
                    line.units(),
                    line.paidUnitMinor());
        }

        private static Edit<SoldLine> keeping(Context context, SoldLine kept) {
            return Edit.touch(
                    SoldLine.TABLE,
                    context.rows()
                            .find(
                                    SoldLine.TABLE,
                                    SoldLine.TABLE.keyOf(kept.store(), kept.subject(), kept.paidAt(), kept.orderId())),
                    kept);
        }

        @Override
        public Boolean recall(Context context, Written written) {
            return true;
        }
    }

    /**
     * TELL_REFERENCE: what a rival's figure is compared with from now on (D15).
     *
     * @param key of what
     * @param value in minor units of the store's currency, or in units
     */
    record ReferenceOf(AnomalyKey key, long value) implements Act<Boolean> {
        @Override
        public EntryPoint entry() {
            return MaintenanceEntries.TELL_REFERENCE;
        }

        @Override
        public String arguments() {
            return key + " " + value;
        }

        @Override
        public Verdict decide(Context context) {
            return Verdict.done(Reference.setting(context, key, value));
        }

        @Override
        public Boolean recall(Context context, Written written) {
            return true;
        }
    }
}
