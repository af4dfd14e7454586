package io.storeops.spi.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract and tells which of its rules are broken. */
final class BrokenRules {
    private BrokenRules() {}

    /** The numbers of the rules that a contract's subject breaks, each with what the rule said. */
    static Map<String, String> of(Class<?> contract) {
        Map<String, String> broken = new TreeMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier rule, TestExecutionResult result) {
                if (rule.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
                    broken.put(
                            rule.getDisplayName().split(" ", 2)[0],
                            result.getThrowable().map(Throwable::getMessage).orElse(""));
                }
            }
        });
        return broken;
    }
}
