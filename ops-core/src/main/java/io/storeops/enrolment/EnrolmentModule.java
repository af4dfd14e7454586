package io.storeops.enrolment;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.authority.Assignment;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.DataClass;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Right;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Sku;
import io.storeops.catalog.Store;
import io.storeops.position.Roster;
import io.storeops.storage.Table;
import java.util.List;

/** Enrolment as a module: what the host says of a store, which every decision rests on. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class EnrolmentModule implements OpsModule {
    /** The module. */
    public static final EnrolmentModule MODULE = new EnrolmentModule();

    static final EntryPoint ENROL = EntryPoint.host("ENROL");

    static final EntryPoint ASSIGN_POST = EntryPoint.act("ASSIGN_POST", List.of(Right.INSTRUCT));

    static final EntryPoint READ_POSTS =
            EntryPoint.look("READ_POSTS", List.of(Right.INSTRUCT, Right.FEED_BACK, Right.READ), DataClass.OPERATIONS);

    private EnrolmentModule() {}

    @Override
    public String name() {
        return "enrolment";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(
                Store.TABLE,
                Roster.TABLE,
                Item.TABLE,
                Sku.TABLE,
                CompetitorItem.TABLE,
                Assignment.TABLE,
                Deputyship.TABLE,
                CharterVersion.TABLE,
                SalesTarget.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(ASSIGN_POST, ENROL, READ_POSTS);
    }

    /**
     * Posts in the hands of a person.
     *
     * @param acts the person's acts
     * @return the posts
     */
    public Posts of(PersonalActs acts) {
        return new Posts(acts);
    }
}
