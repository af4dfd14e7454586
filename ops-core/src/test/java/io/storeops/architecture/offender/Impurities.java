package io.storeops.architecture.offender;

import java.io.ObjectInputStream;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everything that the core must not do, a method each: planted, so that the rules can be seen to bite. */
public final class Impurities {
    Object serialised(ObjectInputStream in) throws Exception {
        return in.readObject();
    }

    Object file() {
        return Path.of("x");
    }

    void channel(FileChannel channel) throws Exception {
        channel.force(true);
    }

    void socket(Socket socket) throws Exception {
        socket.setKeepAlive(true);
    }

    void sql(Connection connection) throws Exception {
        connection.commit();
    }

    void thread() {
        new Thread(() -> {}).start();
    }

    Object executor() {
        return Executors.newSingleThreadExecutor();
    }

    Object services() {
        return ServiceLoader.load(Runnable.class);
    }

    long millis() {
        return System.currentTimeMillis();
    }

    long nanos() {
        return System.nanoTime();
    }

    Object systemClock() {
        return Clock.systemUTC();
    }

    Object instantNow() {
        return Instant.now();
    }

    Object dateNow() {
        return LocalDate.now();
    }

    Object dateNowInZone() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    Object defaultZone() {
        return ZoneId.systemDefault();
    }

    Object timeZone() {
        return TimeZone.getTimeZone("UTC");
    }

    Object defaultLocale() {
        return Locale.getDefault();
    }

    Object defaultCharset() {
        return Charset.defaultCharset();
    }

    @SuppressWarnings("DefaultCharset")
    byte[] bytes(String text) {
        return text.getBytes();
    }

    @SuppressWarnings("DefaultCharset")
    String text(byte[] bytes) {
        return new String(bytes);
    }

    String format(int number) {
        return String.format("%d", number);
    }

    String formatted(int number) {
        return "%d".formatted(number);
    }

    String upperCase(String text) {
        return text.toUpperCase();
    }

    String lowerCase(String text) {
        return text.toLowerCase();
    }

    Object pattern() {
        return DateTimeFormatter.ofPattern("MMM");
    }

    int random() {
        return new Random().nextInt();
    }

    double mathRandom() {
        return Math.random();
    }

    Object uuid() {
        return UUID.randomUUID();
    }

    String property() {
        return System.getProperty("user.dir");
    }

    String environment() {
        return System.getenv("HOME");
    }

    void out() {
        System.out.println("x");
    }

    void err() {
        System.err.println("x");
    }

    Function<String, String> reference() {
        Supplier<Instant> now = Instant::now;
        return text -> now.get() + text;
    }
}
