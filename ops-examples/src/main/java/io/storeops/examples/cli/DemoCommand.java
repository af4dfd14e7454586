package io.storeops.examples.cli;
import io.storeops.spi.Adapters;
import picocli.CommandLine.Command;
@Command(name = "demo")
final class DemoCommand implements java.util.concurrent.Callable<Integer> {
    DemoCommand(Terminal terminal, Adapters adapters) {}
    @Override public Integer call() { return 0; }
}
