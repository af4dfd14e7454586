package io.storeops.adapter.jdbc.marketplace;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A configuration: what the tables of one ERP have, and how it is read. A feed that it does not speak of is absent.
 *
 * @param name what it is called, as the source of readings and in messages
 * @param zone the zone of times that say none, if it is named
 * @param currency the currency of its amounts; empty if that is left to the store
 * @param parameters the values that a store has to give
 * @param orders the orders
 * @param readings the figures of boundaries
 * @param states what is as it is at an instant
 */
record Source(
        String name,
        Optional<ZoneId> zone,
        Optional<Currency> currency,
        Set<String> parameters,
        Optional<OrderLayout> orders,
        Optional<ReadingLayout> readings,
        States states) {
    /**
     * The feeds that show a state.
     *
     * @param stock what the ERP can sell
     * @param priceBook the approved prices
     * @param listings what the listings show
     * @param health scores, rates and spend
     */
    record States(
            Optional<Layout> stock,
            Optional<Layout> priceBook,
            Optional<Layout> listings,
            Optional<HealthLayout> health) {
        private Stream<Layout> layouts() {
            return Stream.of(stock, priceBook, listings, health.map(HealthLayout::layout))
                    .flatMap(Optional::stream);
        }
    }

    Source {
        parameters = Set.copyOf(parameters);
    }

    /** The same with a zone, if there is one. */
    Source in(Optional<ZoneId> other) {
        return new Source(name, other.or(() -> zone), currency, parameters, orders, readings, states);
    }

    /** Every statement. */
    List<Query> queries() {
        return Stream.concat(
                        Stream.of(orders.map(OrderLayout::layout), readings.map(ReadingLayout::layout))
                                .flatMap(Optional::stream),
                        states.layouts())
                .map(Layout::query)
                .toList();
    }
}
