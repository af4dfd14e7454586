package io.storeops.listing;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * TELL_LISTING: what the host knows of listings is written down, all of it or nothing.
 *
 * @param facts the facts
 */
record TellListing(List<ListingFacts.Fact> facts) implements Act<Boolean> {
    @Override
    public EntryPoint entry() {
        return ListingEntries.TELL_LISTING;
    }

    @Override
    public String arguments() {
        return facts.toString();
    }

    /** Of several facts about one thing the last one counts, as if they had been told one after the other. */
    @Override
    public Verdict decide(Context context) {
        Map<Object, Edit<?>> edits = new LinkedHashMap<>();
        for (ListingFacts.Fact fact : facts) {
            Told told = told(context, fact);
            if (told.refusal().isPresent()) {
                return new Verdict.Refused(told.refusal().get());
            }
            edits.putAll(told.edits());
        }
        return Verdict.done(edits.values().toArray(Edit<?>[]::new)).telling("facts", Json.of(facts.size()));
    }

    /** What comes of a fact: edits by what they are about, or why not. */
    private record Told(Map<Object, Edit<?>> edits, Optional<Refusal> refusal) {
        static Told nothing() {
            return new Told(Map.of(), Optional.empty());
        }

        static Told of(Map<Object, Edit<?>> edits) {
            return new Told(edits, Optional.empty());
        }

        static Told refused(Refusal refusal) {
            return new Told(Map.of(), Optional.of(refusal));
        }
    }

    private static Told told(Context context, ListingFacts.Fact fact) {
        if (fact instanceof ListingFacts.Fact.Price price) {
            return of(context, price.sku(), ListingField.PRICE_MINOR, price.since(), at -> price(context, at, price));
        }
        if (fact instanceof ListingFacts.Fact.LowestPrice floor) {
            return of(context, floor.sku(), ListingField.PRICE_MINOR, floor.since(), at -> floor(context, at, floor));
        }
        if (fact instanceof ListingFacts.Fact.Shown shown) {
            return of(
                    context,
                    shown.sku(),
                    ListingField.PRICE_MINOR,
                    shown.to(),
                    at -> Told.of(shown(context, at, shown)));
        }
        if (fact instanceof ListingFacts.Fact.Content content) {
            return of(
                    context,
                    content.item(),
                    content.value().field(),
                    content.since(),
                    at -> content(context, at, content));
        }
        ListingFacts.Fact.Stock stock = (ListingFacts.Fact.Stock) fact;
        return of(context, stock.sku(), ListingField.STOCK, stock.asOf(), at -> Told.of(stock(context, at, stock)));
    }

    private static Told of(
            Context context, String subject, ListingField field, Instant since, Function<ListedField, Told> tell) {
        Optional<ListedField> at = ListingSubject.find(context, subject, field);
        if (at.isEmpty()) {
            return Told.refused(ListingSubject.unknown(context, subject, field));
        }
        return since.isAfter(context.now())
                ? Told.refused(new Refusal(
                        "FROM_THE_FUTURE",
                        "what is told of " + subject + " counts from " + since + ", now is " + context.now()
                                + "; correct the instant, or the clock that it comes from"))
                : tell.apply(at.get());
    }

    private static Told price(Context context, ListedField at, ListingFacts.Fact.Price fact) {
        Optional<Long> known = PriceBook.of(context, at.subject()).minorAt(context.now());
        int number = PriceCount.of(context, at.subject()) + 1;
        return once(known, fact.minor(), at, () -> {
            PriceChange change = new PriceChange(
                    context.store().id(),
                    PriceChange.id("opening", at.subject()),
                    at.subject(),
                    fact.minor(),
                    PriceState.IN_FORCE,
                    number,
                    fact.since(),
                    false,
                    context.stamp(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return Map.of(
                    change.id(),
                    Edit.insert(PriceChange.TABLE, change),
                    "count of " + at.subject(),
                    PriceCount.touched(context, at.subject(), number));
        });
    }

    private static Told floor(Context context, ListedField at, ListingFacts.Fact.LowestPrice fact) {
        LocalDate from = fact.since().atZone(context.store().zone()).toLocalDate();
        return once(
                Floor.on(context, at.subject(), context.today()).flatMap(Floor::minor),
                fact.minor(),
                at,
                () -> Map.of(
                        "floor of " + at.subject(),
                        Edit.insert(
                                Floor.TABLE,
                                new Floor(
                                        context.store().id(),
                                        at.subject(),
                                        from,
                                        Optional.of(fact.minor()),
                                        context.stamp()))));
    }

    private static Told content(Context context, ListedField at, ListingFacts.Fact.Content fact) {
        return once(
                ApprovedContent.last(context, at).map(ApprovedContent::value),
                fact.value(),
                at,
                () -> Map.of(
                        at.field() + " of " + at.subject(),
                        ApprovedContent.approving(context, at.subject(), fact.value(), fact.since())));
    }

    /** What the library does not know yet is told; what it knows stays. */
    private static <V> Told once(Optional<V> known, V told, ListedField at, Supplier<Map<Object, Edit<?>>> edits) {
        if (known.isEmpty()) {
            return Told.of(edits.get());
        }
        return known.get().equals(told)
                ? Told.nothing()
                : Told.refused(new Refusal(
                        "APPROVED_ALREADY",
                        "what is told of " + at.field() + " of " + at.subject() + " is " + told + ", and " + known.get()
                                + " is approved; somebody who has the right sets another"));
    }

    private static Map<Object, Edit<?>> shown(Context context, ListedField at, ListingFacts.Fact.Shown fact) {
        boolean known = ShownPrice.all(context, at.subject()).stream()
                .anyMatch(shown -> shown.from().equals(fact.since())
                        && shown.to().equals(fact.to())
                        && shown.priceMinor() == fact.minor());
        ShownPrice shown = new ShownPrice(
                context.store().id(), at.subject(), fact.since(), fact.to(), fact.minor(), context.now());
        return known ? Map.of() : Map.of(fact, Edit.insert(ShownPrice.TABLE, shown));
    }

    private static Map<Object, Edit<?>> stock(Context context, ListedField at, ListingFacts.Fact.Stock fact) {
        return SellableStock.next(context, at.subject(), fact.asOf(), fact.units())
                .<Map<Object, Edit<?>>>map(
                        stock -> Map.of("stock of " + at.subject(), Edit.insert(SellableStock.TABLE, stock)))
                .orElse(Map.of());
    }

    @Override
    public Boolean recall(Context context, Written written) {
        return true;
    }
}
