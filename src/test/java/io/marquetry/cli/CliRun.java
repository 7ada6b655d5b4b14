package io.marquetry.cli;

import io.marquetry.base.Texts;
import io.marquetry.launch.Wiring;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one run of the command line answered.
 *
 * @param code the exit code
 * @param out what it printed on stdout
 * @param err what it printed on stderr
 */
public record CliRun(int code, String out, String err) {

    /** Commands happen at this time. */
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** Runs a command in this process, in English. */
    public static CliRun of(WorkspaceOpener opener, String... arguments) {
        return of(opener, Locale.ENGLISH, arguments);
    }

    /** Runs a command in this process. */
    public static CliRun of(WorkspaceOpener opener, Locale language, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Texts texts = Texts.in(language);
        CommandLine root =
                Commands.addTo(
                        new CommandLine(new MarquetryCommand(texts, (folder, file) -> 0)),
                        opener,
                        texts,
                        InstantSource.fixed(NOW),
                        List.of(arguments));
        root.setOut(new PrintWriter(out, true));
        root.setErr(new PrintWriter(err, true));
        int code = root.execute(arguments);
        return new CliRun(code, out.toString(), err.toString());
    }

    /** Runs a command in a workspace, in this process and in English, at {@link #NOW}. */
    public static CliRun in(Path workspace, String... command) {
        return in(new Wiring(InstantSource.fixed(NOW)), workspace, command);
    }

    /** Runs a command in a workspace, in this process and in English. */
    public static CliRun in(WorkspaceOpener opener, Path workspace, String... command) {
        return in(opener, Locale.ENGLISH, workspace, command);
    }

    /** Runs a command in a workspace, in this process. */
    public static CliRun in(
            WorkspaceOpener opener, Locale language, Path workspace, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--workspace", workspace.toString()));
        return of(opener, language, all.toArray(String[]::new));
    }

    /** Returns stdout as JSON. */
    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
