package io.storeops.delivery;

import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.authority.Right;
import io.storeops.document.Document;
import io.storeops.document.DocumentRenderer;
import io.storeops.evidence.Attachment;
import io.storeops.id.StoreId;
import io.storeops.outbox.OutboxModule;
import io.storeops.storage.Blobs;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sending by hand as a module. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class DeliveryModule implements OpsModule {
    /** The module. */
    public static final DeliveryModule MODULE = new DeliveryModule();

    static final EntryPoint CONFIRM = EntryPoint.act("CONFIRM_DELIVERY", List.of(Right.LIAISE));

    /** Each message is shown to those who may see what it tells, so no class of data is asked for here. */
    static final EntryPoint READ = EntryPoint.look(
            "READ_DELIVERIES",
            List.of(
                    Right.LIAISE,
                    Right.COLLECT_AND_RELEASE,
                    Right.MAINTAIN,
                    Right.RUN_ACTIVITIES,
                    Right.FEED_BACK,
                    Right.INSTRUCT,
                    Right.READ));

    private DeliveryModule() {}

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of();
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(CONFIRM, READ);
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(OutboxModule.MODULE);
    }

    /**
     * What gives persons what is sent by hand.
     *
     * @param renderer draws documents; empty if only text is made
     * @param blobs where the bytes of their pictures are; empty if the storage keeps none
     * @param confirmed told of a store in which a message was confirmed
     * @return gives the deliveries in a person's hands
     */
    public Function<PersonalActs, Deliveries> service(
            Optional<DocumentRenderer> renderer, Optional<Blobs> blobs, Consumer<StoreId> confirmed) {
        BiFunction<Context, Document, Optional<Attachment>> render =
                (context, document) -> renderer.map(each -> each.render(
                        document,
                        context.store().language().locale(),
                        picture ->
                                blobs.flatMap(kept -> kept.find(context.store().id(), picture))));
        return acts -> new Deliveries(acts, render, confirmed);
    }
}
