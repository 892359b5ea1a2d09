package org.goodterms.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A second Java process running {@link CrashChild}, and what it has said so far. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final Thread reader;
    private final AtomicLong acknowledged = new AtomicLong();
    private final List<String> other = new ArrayList<>();
    private volatile boolean open;

    private ChildJvm(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().start(this::listen);
    }

    /** @param fault value of the system property {@code fault}, or nothing */
    static ChildJvm start(String fault, String... args) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Dfault=" + fault, "-cp",
                classPath, CrashChild.class.getName()));
        command.addAll(Arrays.asList(args));
        return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("ACK ")) {
                    acknowledged.set(Long.parseLong(line.substring(4)));
                } else if (line.equals("OPEN")) {
                    open = true;
                } else {
                    synchronized (other) {
                        other.add(line);
                    }
                }
            }
        } catch (IOException e) {
            // the pipe of a killed process ends in the middle
            open = false;
        }
    }

    long pid() {
        return process.pid();
    }

    /** The last entry it was told of; 0 without one. */
    long acknowledged() {
        return acknowledged.get();
    }

    void awaitOpen() throws InterruptedException {
        await(() -> open);
    }

    void awaitFirstAcknowledgement() throws InterruptedException {
        await(() -> acknowledged.get() > 0);
    }

    private void await(java.util.function.BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!done.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the child did not get there: " + said());
            }
            Thread.sleep(1);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join();
    }

    /** @return its exit code */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("the child did not end: " + said());
        }
        reader.join();
        return process.exitValue();
    }

    String said() {
        synchronized (other) {
            return String.join("\n", other);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
