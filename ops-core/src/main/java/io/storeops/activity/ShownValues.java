package io.storeops.activity;

import io.storeops.act.Context;
import io.storeops.campaign.Campaign;
import io.storeops.catalog.Sku;
import io.storeops.listing.ApprovedContent;
import io.storeops.listing.ApprovedPrices;
import io.storeops.listing.FlashPrice;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingVersion;
import io.storeops.listing.ListingWrite;
import io.storeops.listing.WriteVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which promotional values of an activity stand on the platform, as far as its writes and the looks at its listings tell (R63, D36). A value
 * stands from when it was written, or seen, until another one is: that it may have been written counts, that it may have been restored does
 * not. Restored is what is approved now, without the activity. Pure.
 */
final class ShownValues {
    private static final Set<WriteVerdict> CONFIRMED = Set.of(WriteVerdict.APPLIED, WriteVerdict.NO_CHANGE);

    private static final Set<WithdrawnStart> GONE = Set.of(WithdrawnStart.WITHDRAWN, WithdrawnStart.BY_HAND);

    private final Context context;
    private final Activity activity;

    ShownValues(Context context, Activity activity) {
        this.context = context;
        this.activity = activity;
    }

    /**
     * What a write, or the last look, says of a field.
     *
     * @param field the field
     * @param order where it stands among what is known of the field
     * @param at when it was written or seen
     * @param promotional whether the value is one of the activity's
     * @param restoring whether the value is there and is not
     * @param lasts up to when a limited price lasts by itself
     * @param written whether it is a write that the platform was given: one that found its value there already was not
     */
    private record Mark(
            ListingField field,
            long order,
            Instant at,
            boolean promotional,
            boolean restoring,
            Optional<Instant> lasts,
            boolean written) {
        /**
         * Whether it undoes an earlier one. A price that is written ends a limited one; a look at the price shown says nothing of a limited
         * one that is to come.
         */
        boolean undoes(Mark earlier) {
            if (!restoring) {
                return false;
            }
            if (field == earlier.field) {
                return order > earlier.order;
            }
            return at.isAfter(earlier.at)
                    && earlier.lasts
                            .filter(until -> written || !at.isBefore(until))
                            .isPresent();
        }
    }

    /** Whether anything of it stands. */
    boolean any() {
        return Stream.of(CloseOut.values()).anyMatch(this::stands);
    }

    /** Whether a promotional value of a kind stands for any of its SKUs or items. */
    boolean stands(CloseOut kind) {
        return subjects(kind).anyMatch(subject -> stands(marks(kind, subject)));
    }

    private static boolean stands(List<Mark> marks) {
        return marks.stream()
                .filter(Mark::promotional)
                .anyMatch(mark -> marks.stream().noneMatch(later -> later.undoes(mark)));
    }

    /** Whether for each of its SKUs or items what is approved is shown again since it ended. */
    boolean restored(CloseOut kind) {
        Instant ended = activity.course().endedAt().orElseThrow();
        return subjects(kind).allMatch(subject -> {
            List<Mark> marks = marks(kind, subject);
            return !stands(marks)
                    && marks.stream()
                            .anyMatch(mark -> mark.restoring() && !mark.at().isBefore(ended));
        });
    }

    private Stream<String> subjects(CloseOut kind) {
        boolean ofSku = kind.fields().get(0).ofSku();
        return skus().map(sku -> ofSku ? sku.id() : sku.itemId()).distinct();
    }

    /** The SKUs that take part; what the store does not have any more is left out. */
    private Stream<Sku> skus() {
        return activity.plan().offers().stream()
                .flatMap(offer -> context.catalogue().skus().find(offer.sku()).stream());
    }

    private List<Mark> marks(CloseOut kind, String subject) {
        List<Mark> marks = new ArrayList<>();
        for (ListingField field : kind.fields()) {
            List<ListingWrite> writes = ListingWrite.of(context, subject, field).stream()
                    .filter(write -> write.verdict()
                            .filter(WriteVerdict.REJECTED::equals)
                            .isEmpty())
                    .toList();
            writes.forEach(write -> marks.add(mark(subject, write)));
            ListingVersion.last(context, subject, field)
                    .flatMap(seen -> mark(subject, seen, writes))
                    .ifPresent(marks::add);
        }
        return marks;
    }

    private Mark mark(String subject, ListingWrite write) {
        Instant at = write.planned().at();
        boolean promotional = itsTime(at) && promotional(subject, write.value(), at, isForIt(write));
        return new Mark(
                write.field(),
                2 * write.base() + 1,
                at,
                promotional,
                !promotional && write.verdict().filter(CONFIRMED::contains).isPresent() && undoing(write.field()),
                lasts(write.value()),
                write.verdict().filter(WriteVerdict.APPLIED::equals).isPresent());
    }

    /** Before the activity is over what is written for it is its own; after that it restores. */
    private boolean itsTime(Instant at) {
        return activity.course().endedAt().filter(at::isAfter).isEmpty();
    }

    private boolean isForIt(ListingWrite write) {
        return write.activity().filter(activity.id()::equals).isPresent();
    }

    /** What is seen is the activity's whenever it is seen: a value of its price, or the one that was written for it. */
    private Optional<Mark> mark(String subject, ListingVersion seen, List<ListingWrite> writes) {
        return seen.value().map(value -> {
            Instant at = seen.seen().at();
            boolean own = writes.stream()
                    .filter(write -> write.value().equals(value))
                    .reduce((one, later) -> later)
                    .filter(write -> isForIt(write) && itsTime(write.planned().at()))
                    .isPresent();
            boolean promotional = promotional(subject, value, at, own);
            return new Mark(
                    seen.field(),
                    2 * seen.version(),
                    at,
                    promotional,
                    !promotional && undoing(seen.field()) && approved(subject, value),
                    lasts(value),
                    false);
        });
    }

    /** A limited price restores nothing, whosever it is. */
    private static boolean undoing(ListingField field) {
        return field != ListingField.FLASH_PRICE_MINOR;
    }

    private static Optional<Instant> lasts(ListingValue value) {
        return value.field() == ListingField.FLASH_PRICE_MINOR
                ? Optional.of(FlashPrice.parse(value.text()).to())
                : Optional.empty();
    }

    /** Whether a value is the activity's: written for it, or of its price, and not what is approved without it. */
    private boolean promotional(String subject, ListingValue value, Instant at, boolean forActivity) {
        return switch (value.field()) {
            case PRICE_MINOR ->
                (forActivity || price(subject).filter(value::equals).isPresent()) && !approved(subject, value);
            case FLASH_PRICE_MINOR -> !takenBack(at) && (forActivity || limited(subject, value));
            default -> forActivity && !approvedContent(subject, value);
        };
    }

    /** A limited price that was set up before the platform's own start of the activity was taken back went with it (D35). */
    private boolean takenBack(Instant at) {
        return activity.course().withdrawal().filter(GONE::contains).isPresent()
                && activity.course()
                        .blockedAt()
                        .filter(blocked -> !at.isAfter(blocked))
                        .isPresent();
    }

    private boolean limited(String subject, ListingValue value) {
        FlashPrice flash = FlashPrice.parse(value.text());
        return flash.from().equals(activity.start())
                && price(subject)
                        .filter(ListingValue.price(flash.minor())::equals)
                        .isPresent();
    }

    private Optional<ListingValue> price(String sku) {
        return Campaign.find(context, activity.id())
                .flatMap(campaign -> campaign.priceOf(sku, activity.start()))
                .map(ListingValue::price);
    }

    /** Whether a value may be shown without the activity; content of which nobody knows what is approved may (D9). */
    private boolean approved(String subject, ListingValue value) {
        return value.field() == ListingField.PRICE_MINOR
                ? approvedPrice(subject)
                        .map(ListingValue::price)
                        .filter(value::equals)
                        .isPresent()
                : content(subject, value.field()).map(value::equals).orElse(true);
    }

    private boolean approvedContent(String item, ListingValue value) {
        return content(item, value.field()).filter(value::equals).isPresent();
    }

    private Optional<ListingValue> content(String item, ListingField field) {
        return ApprovedContent.last(context, new ListedField(context.store(), item, Optional.empty(), field))
                .map(ApprovedContent::value);
    }

    /** What a SKU costs by approval now, without the activity. */
    Optional<Long> approvedPrice(String sku) {
        ApprovedPrices all = ApprovedPrices.since(context, sku, context.now());
        List<Campaign> others = all.campaigns().stream()
                .filter(campaign -> !campaign.id().equals(activity.id()))
                .toList();
        return new ApprovedPrices(sku, all.book(), others).minorAt(context.now());
    }

    /** What a SKU costs in the activity; empty if it costs the same without. */
    Optional<Long> promotionalPrice(String sku) {
        return price(sku)
                .map(value -> Long.parseLong(value.text()))
                .filter(price -> !approvedPrice(sku).equals(Optional.of(price)));
    }

    /** The fields of what its SKUs cost. */
    List<ListedField> priceFields() {
        return skus().distinct()
                .map(sku ->
                        new ListedField(context.store(), sku.itemId(), Optional.of(sku.id()), ListingField.PRICE_MINOR))
                .toList();
    }
}
