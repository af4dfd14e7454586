package io.storeops.architecture.offender;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/** Shows Guava where an embedder sees it, and another library inside. */
public class ShowsGuava {
    public List<String> hidden(List<String> texts) {
        return inside(texts).asList();
    }

    public ImmutableList<String> returned() {
        throw new AssertionFailedError();
    }

    public void taken(Optional<ImmutableMap<String, String>> nested) {}

    protected ImmutableSet<String> inherited() {
        return ImmutableSet.of();
    }

    private static ImmutableSortedSet<String> inside(List<String> texts) {
        return ImmutableSortedSet.copyOf(texts);
    }
}
