package io.marquetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that works until it is killed and tells, line by line, what it did. */
public final class ChildJvm {

    private final Process process;
    private final BufferedReader lines;

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    /** Starts a program: a class with a main method, told the task and the folder. */
    public static ChildJvm start(Class<?> program, String task, Path folder) throws IOException {
        return start(command(program, task, folder));
    }

    /** Starts a program where no file may grow beyond so many KiB. */
    public static ChildJvm startWithLittleRoom(
            Class<?> program, String task, Path folder, int kibibytes) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c"));
        command.add("ulimit -f " + kibibytes + " && exec \"$@\"");
        command.add("child");
        command.addAll(command(program, task, folder));
        return start(command);
    }

    /** Returns the number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Returns whether it has not ended yet, by itself or by a kill. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the next line; null at the end. */
    public @Nullable String line() throws IOException {
        return lines.readLine();
    }

    /** Waits for the end and returns what was not read yet. */
    public List<String> restOfLines() throws IOException, InterruptedException {
        List<String> rest = lines.lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the child ended").isTrue();
        return rest;
    }

    /** Lets it work for a while, then kills it as {@code kill -9} does; returns its lines. */
    public List<String> killAfter(long milliseconds) throws IOException, InterruptedException {
        // Read meanwhile: a full pipe would make the child wait.
        List<String> seen = new ArrayList<>();
        Thread reader = Thread.ofPlatform().start(() -> lines.lines().forEach(seen::add));
        boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        assertThat(ended).as("the child works until it is killed").isFalse();
        // By its handle: the process itself would close the pipe, and lines in it would be lost.
        assertThat(process.toHandle().destroyForcibly()).isTrue();
        process.waitFor();
        reader.join();
        return seen;
    }

    private static ChildJvm start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new ChildJvm(builder.start());
    }

    private static List<String> command(Class<?> program, String task, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Duser.timezone=UTC",
                "-cp",
                classPath(),
                program.getName(),
                task,
                folder.toString());
    }

    // Surefire hands the real class path over in a property of its own.
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }
}
