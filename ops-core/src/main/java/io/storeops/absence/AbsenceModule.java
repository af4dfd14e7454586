package io.storeops.absence;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.storage.Table;
import java.util.List;

/** Absences as knowledge of the duties that are assessed. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class AbsenceModule implements OpsModule {
    /** The module. */
    public static final AbsenceModule MODULE = new AbsenceModule();

    static final EntryPoint RECORD = EntryPoint.act("RECORD_ABSENCE", List.of(Right.INSTRUCT));

    static final EntryPoint READ = EntryPoint.look(
            "READ_ABSENCES", List.of(Right.INSTRUCT, Right.FEED_BACK, Right.READ), DataClass.OPERATIONS);

    private AbsenceModule() {}

    @Override
    public String name() {
        return "absence";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Absence.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(RECORD, READ);
    }

    /**
     * Absences in the hands of a person.
     *
     * @param acts the person's acts
     * @return the absences
     */
    public Absences of(PersonalActs acts) {
        return new Absences(acts);
    }
}
