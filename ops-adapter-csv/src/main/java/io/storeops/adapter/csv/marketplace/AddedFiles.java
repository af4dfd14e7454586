package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.Records;
import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.catalog.Money;
import io.storeops.catalog.Store;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedPage;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthValue;
import io.storeops.inspection.SpendRule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How files are read whose rows are added up: what several plans spent on an item on a day. The files are read once more before, to learn the sums. A sum of
 * which one row is refused is not known: then none of its rows is taken, and where such a row does not say of whom or when it is, none that it may belong to.
 * The first row of a sum stands for it. For one scan; not thread-safe.
 */
final class AddedFiles implements FileScan.Opening<HealthReading> {
    private static final int LEARNING_PAGE = 5_000;

    private final SourceFiles source;
    private final Profile profile;
    private final Store store;
    private final HealthLayout layout;
    private final SheetFiles<HealthPart> parts;
    private final Map<String, Sum> sums = new HashMap<>();
    private final Unknown unknown = new Unknown();
    private boolean learnt;

    AddedFiles(SourceFiles source, Profile profile, Store store, HealthLayout layout, SheetFiles<HealthPart> parts) {
        this.source = source;
        this.profile = profile;
        this.store = store;
        this.layout = layout;
        this.parts = parts;
    }

    /** An amount so far, and the row that stands for it. */
    private static final class Sum {
        private final String first;
        private long minor;

        Sum(String first) {
            this.first = first;
        }
    }

    /** Of whom and when an amount is not known. */
    private static final class Unknown {
        private final Set<String> subjects = new HashSet<>();
        private final Set<Instant> instants = new HashSet<>();
        private boolean everything;

        void add(Optional<String> subject, Optional<Instant> at) {
            if (at.isEmpty()) {
                everything = true;
            } else if (subject.isEmpty()) {
                instants.add(at.get());
            } else {
                subjects.add(subject.get() + "\n" + at.get());
            }
        }

        boolean has(HealthReading reading) {
            return everything
                    || instants.contains(reading.asOf())
                    || subjects.contains(reading.subject() + "\n" + reading.asOf());
        }
    }

    @Override
    public boolean isState() {
        return true;
    }

    @Override
    public boolean newestOnly() {
        return parts.newestOnly();
    }

    @Override
    public List<Path> chosen(List<Path> files) {
        return parts.chosen(files);
    }

    @Override
    public RowReader<HealthReading> rows(Records records, Map<String, Integer> places, Path file) {
        learn();
        RowReader<HealthPart> reader = parts.rows(records, places, file);
        return new RowReader<>() {
            @Override
            public void read(List<HealthReading> rows) throws RowRefused {
                List<HealthPart> read = new ArrayList<>();
                reader.read(read);
                for (HealthPart part : read) {
                    if (unknown.has(part.reading())) {
                        throw new RowRefused(
                                Optional.empty(),
                                "another row that may belong to " + part.whole()
                                        + " is refused, so that the sum of them is not known. Correct the file, or export it anew");
                    }
                }
                for (HealthPart part : read) {
                    Sum sum = sums.get(part.whole());
                    if (sum != null && sum.first.equals(place(file, records))) {
                        rows.add(with(part.reading(), sum.minor));
                    }
                }
            }

            @Override
            public void pass() {
                reader.pass();
            }

            @Override
            public Optional<Instant> asOf() {
                return reader.asOf();
            }
        };
    }

    private HealthReading with(HealthReading first, long minor) {
        SpendRule.Spend spend = ((HealthValue.Spent) first.value()).spend();
        return new HealthReading(
                first.indicator(),
                first.subject(),
                first.asOf(),
                new HealthValue.Spent(new SpendRule.Spend(
                        Optional.of(Money.ofMinor(minor, store.currency())), Optional.empty(), spend.window())),
                first.source());
    }

    private static String place(Path file, Records records) {
        return SourceFiles.name(file) + ":" + records.line();
    }

    private void learn() {
        if (learnt) {
            return;
        }
        learnt = true;
        try (FileScan<HealthPart> scan = new FileScan<>(source, profile, new Learning(), LEARNING_PAGE)) {
            FeedPage<HealthPart> page;
            do {
                page = scan.page();
                unknown.everything |= page.coverage() == Coverage.PARTIAL;
            } while (page.next().isPresent());
        }
    }

    /** Adds up, and remembers of what is refused of whom and when it is. */
    private final class Learning implements FileScan.Opening<HealthPart> {
        @Override
        public boolean isState() {
            return true;
        }

        @Override
        public boolean newestOnly() {
            return parts.newestOnly();
        }

        @Override
        public List<Path> chosen(List<Path> files) {
            return parts.chosen(files);
        }

        @Override
        public RowReader<HealthPart> rows(Records records, Map<String, Integer> places, Path file) {
            RowReader<HealthPart> reader = parts.rows(records, places, file);
            Whose whose = new Whose(Cells.of(records, profile, store), layout, places);
            return none -> {
                List<HealthPart> read = new ArrayList<>();
                try {
                    reader.read(read);
                    for (HealthPart part : read) {
                        Sum sum = sums.computeIfAbsent(part.whole(), whole -> new Sum(place(file, records)));
                        sum.minor = Math.addExact(
                                sum.minor,
                                part.spent().spend().spent().map(Money::minor).orElse(0L));
                    }
                } catch (RowRefused e) {
                    unknown.add(whose.subject(), whose.at());
                    throw e;
                } catch (ArithmeticException e) {
                    unknown.add(whose.subject(), whose.at());
                    throw new RowRefused(Optional.empty(), "the sum of its amounts exceeds 64 bits");
                }
            };
        }
    }

    /** Tells of a refused record of whom and when it is, as far as it says so. */
    private static final class Whose {
        private final Cells cells;
        private final Optional<Cells.Column> subject;
        private final Optional<Cells.Column> asOf;

        Whose(Cells cells, HealthLayout layout, Map<String, Integer> places) {
            this.cells = cells;
            Columns<HealthLayout.Role> columns = new Columns<>(layout.sheet().columns(), places);
            this.subject = Optional.ofNullable(columns.find(HealthLayout.Role.SUBJECT));
            this.asOf = layout.sheet().asOf().column().map(columns::of);
        }

        Optional<String> subject() {
            return subject.flatMap(column -> {
                try {
                    return Optional.of(cells.checkedId(column));
                } catch (RowRefused e) {
                    return Optional.empty();
                }
            });
        }

        Optional<Instant> at() {
            return asOf.flatMap(column -> {
                try {
                    return Optional.of(cells.moment(column));
                } catch (RowRefused e) {
                    return Optional.empty();
                }
            });
        }
    }
}
