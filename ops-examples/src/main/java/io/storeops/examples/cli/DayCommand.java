package io.storeops.examples.cli;
import io.storeops.spi.Adapters;
import picocli.CommandLine.Command;
@Command(name = "day")
final class DayCommand implements java.util.concurrent.Callable<Integer> {
    DayCommand(Terminal terminal, Adapters adapters) {}
    @Override public Integer call() { return 0; }
}
