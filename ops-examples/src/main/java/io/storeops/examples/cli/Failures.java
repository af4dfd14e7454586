package io.storeops.examples.cli;

import io.storeops.failure.StoreOpsException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Says every failure in one line, or with everything behind it for those who ask. */
final class Failures {
    /** Wrong use or failure. */
    static final int FAILED = 2;

    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

    private final PrintStream err;

    Failures(PrintStream err) {
        this.err = err;
    }

    int wrongUse(CommandLine.ParameterException failure, List<String> args) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        String message = String.valueOf(failure.getMessage());
        return say(
                failure,
                message + (message.endsWith(".") ? "" : ".") + " See '" + command + " --help'",
                args.contains("--debug"));
    }

    int failed(Exception failure, boolean debug) {
        return say(failure, told(failure), debug);
    }

    private int say(Exception failure, String message, boolean debug) {
        err.println("storeops: " + BREAK.matcher(message.strip()).replaceAll("; "));
        if (debug) {
            failure.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }

    private static String told(Exception failure) {
        if (failure instanceof WrongUse
                || failure instanceof StoreOpsException
                || failure instanceof IllegalArgumentException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof FileSystemException fault) {
            return fileFault(fault);
        }
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof FileSystemException fault) {
            return fileFault(fault);
        }
        return "failed unexpectedly, " + failure + ". Run again with --debug for the whole trace";
    }

    private static String fileFault(FileSystemException fault) {
        if (fault instanceof NoSuchFileException) {
            return "There is no file " + fault.getFile();
        }
        if (fault instanceof AccessDeniedException) {
            return "No right to read or write " + fault.getFile();
        }
        if (fault instanceof FileAlreadyExistsException) {
            return fault.getFile() + " is there already and is not a folder";
        }
        return String.valueOf(fault.getMessage());
    }
}
