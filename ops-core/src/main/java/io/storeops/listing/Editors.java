package io.storeops.listing;

import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Feeds;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.listing.ListingEditor.Answer;
import io.storeops.listing.ListingEditor.Shown;
import io.storeops.listing.ListingEditor.Wish;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes and reads the stores' listings, outside of any commit: what is shown is read, the write is committed with its key, sent by
 * whoever committed it and by nobody else, read back, and its verdict is committed (D20). Thread-safe.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class Editors {
    private static final Logger LOG = LoggerFactory.getLogger(Editors.class);

    /** After these nobody can know whether a write was applied. */
    private static final Set<FaultKind> UNKNOWING = Set.of(FaultKind.TRANSIENT, FaultKind.UNKNOWN_OUTCOME);

    private final Acts acts;
    private final Feeds<ListingEditor> editors;

    /**
     * The editors of stores.
     *
     * @param acts the pattern of every act
     * @param editors where each store's listings are written; a store without one has nobody to write them
     */
    public Editors(Acts acts, Feeds<ListingEditor> editors) {
        this.acts = acts;
        this.editors = editors;
    }

    ListingWrite write(Caller caller, StoreId store, String subject, ListingValue value, Optional<String> activity) {
        PlanWrite wish = new PlanWrite(subject, value, activity, Optional.empty());
        Optional<Shown> shown = acts.<Optional<ListedField>>beforeFirst(
                        caller,
                        store,
                        wish,
                        context -> wish.refusal(context).isPresent()
                                ? Optional.empty()
                                : ListingSubject.find(context, subject, value.field()))
                .flatMap(Function.identity())
                .flatMap(at -> editors.of(store).read(at));
        PlanWrite.Planned planned = acts.perform(caller, store, new PlanWrite(subject, value, activity, shown));
        return planned.write().outcome().isPresent() ? planned.write() : concluded(caller, store, planned);
    }

    /**
     * Sends a write that was planned now. One that was planned before is not sent: it has its conclusion, or whoever planned it is on
     * it, or died over it, and then nobody knows.
     */
    private ListingWrite concluded(Caller caller, StoreId store, PlanWrite.Planned planned) {
        ListedField at = planned.at();
        Answer answer = planned.first()
                ? send(
                        store,
                        new Wish(at, planned.write().value(), planned.write().idempotencyKey()))
                : new Answer.Lost("the command was heard of before, and its answer was not");
        Caller engine = new Caller(
                ActorId.SYSTEM,
                CommandId.of("answer/" + Sha256.of(caller.command().value()).hex()));
        Optional<Shown> shown =
                planned.first() && !(answer instanceof Answer.ByHand) ? readQuietly(store, at) : Optional.empty();
        return acts.perform(engine, store, new ConcludeWrite(planned.write(), at, answer, shown));
    }

    private Answer send(StoreId store, Wish wish) {
        try {
            return editors.of(store).apply(wish);
        } catch (AdapterException e) {
            String detail = e.kind() + ": " + e.getMessage();
            return UNKNOWING.contains(e.kind()) ? new Answer.Lost(detail) : new Answer.Rejected(detail);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The listing editor of store {} failed on {} of {}",
                    store,
                    wish.value(),
                    wish.at().subject(),
                    e);
            return new Answer.Lost(e.toString());
        }
    }

    /** The write is sent by now: that nobody can look does not make it undone. */
    private Optional<Shown> readQuietly(StoreId store, ListedField at) {
        try {
            return editors.of(store).read(at);
        } catch (RuntimeException e) {
            LOG.warn("{} of {} in store {} was written and cannot be read back", at.field(), at.subject(), store, e);
            return Optional.empty();
        }
    }

    /**
     * What some fields show now, outside of any commit.
     *
     * @param store the store
     * @param fields the fields
     * @return the values of those that the marketplace shows
     * @throws AdapterException if the store has no editor, or it fails
     */
    public Map<ListingField, ListingValue> shown(StoreId store, List<ListedField> fields) {
        Map<ListingField, ListingValue> shown = new EnumMap<>(ListingField.class);
        fields.forEach(
                at -> editors.of(store).read(at).map(Shown::value).ifPresent(value -> shown.put(at.field(), value)));
        return shown;
    }

    ReadBack readBack(Caller caller, StoreId store, String subject, ListingField field) {
        LookBack look = new LookBack(subject, field, Optional.empty(), Optional.empty());
        Optional<Shown> shown = acts.beforeFirst(
                        caller, store, look, context -> ListingSubject.find(context, subject, field))
                .flatMap(Function.identity())
                .flatMap(at -> editors.of(store).read(at));
        return acts.perform(caller, store, new LookBack(subject, field, Optional.empty(), shown));
    }
}
