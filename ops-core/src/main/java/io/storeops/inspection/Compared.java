package io.storeops.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A value beside its base while a rule judges it; its methods are the ways in which that can end. */
record Compared(RuleKey rule, Instant asOf, Optional<Value> measured, Optional<Value> base) {
    static Compared of(RuleKey rule, Instant asOf) {
        return new Compared(rule, asOf, Optional.empty(), Optional.empty());
    }

    static Compared of(RuleKey rule, Instant asOf, Value measured) {
        return new Compared(rule, asOf, Optional.of(measured), Optional.empty());
    }

    static Compared of(RuleKey rule, Instant asOf, Value measured, Value base) {
        return new Compared(rule, asOf, Optional.of(measured), Optional.of(base));
    }

    Judgement cleared(Phrase phrase, Value... told) {
        return judgement(InspectionVerdict.OK, Standing.CLEARED, phrase, told);
    }

    /** Within the limit, and cleared or not. */
    Judgement kept(boolean cleared, Phrase phrase, Value... told) {
        return judgement(InspectionVerdict.OK, cleared ? Standing.CLEARED : Standing.KEPT, phrase, told);
    }

    Judgement broken(Phrase phrase, Value... told) {
        return judgement(InspectionVerdict.ANOMALY, Standing.BROKEN, phrase, told);
    }

    Judgement learning(Standing standing, Phrase phrase, Value... told) {
        return judgement(InspectionVerdict.LEARNING, standing, phrase, told);
    }

    Judgement unchecked(Phrase phrase, Value... told) {
        return judgement(InspectionVerdict.COULD_NOT_CHECK, Standing.UNKNOWN, phrase, told);
    }

    Judgement missing() {
        return unchecked(Phrase.MISSING);
    }

    Judgement withoutBase() {
        return judgement(InspectionVerdict.NO_REFERENCE, Standing.UNKNOWN, Phrase.NO_BASE);
    }

    /** A value of another unit breaks the rule, or cannot be judged by it: it is never OK. */
    Judgement otherUnit(Phrase unitError, boolean breaks) {
        return breaks ? broken(unitError) : unchecked(unitError);
    }

    private Judgement judgement(InspectionVerdict verdict, Standing standing, Phrase phrase, Value... told) {
        return new Judgement(rule, verdict, standing, phrase, measured, base, List.of(told), Optional.of(asOf));
    }
}
