package io.storeops.spi;

import com.google.common.collect.ImmutableList;
import io.storeops.failure.StoreOpsException;
import java.util.List;

/** A configuration that cannot be used: everything that is wrong with it, at once, without any secret. */
public class ConfigurationException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    private final String[] problems;

    /**
     * Creates the exception.
     *
     * @param problems what is wrong, each a sentence with the way out; at least one, copied
     */
    public ConfigurationException(List<String> problems) {
        super(text(problems));
        this.problems = problems.toArray(new String[0]);
    }

    private static String text(List<String> problems) {
        return problems.size() == 1
                ? problems.get(0)
                : problems.size() + " problems with the configuration:\n- " + String.join("\n- ", problems);
    }

    /**
     * What is wrong.
     *
     * @return a sentence each
     */
    public List<String> problems() {
        return ImmutableList.copyOf(problems);
    }
}
