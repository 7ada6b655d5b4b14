package io.marquetry.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import io.marquetry.base.Actor;
import io.marquetry.cli.CliRun;
import io.marquetry.source.engine.TestTags;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.workspace.Workspace;

import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A process that runs commands on a workspace, logs all that it may, and tells what they said. */
public final class AskingChild {

    /** What is told instead of a command to save the tag that the others name. */
    static final String SAVE_TAG = "save tag";

    private AskingChild() {}

    /** Runs commands. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        LogFile.open(folder.resolve("logs"));
        ((Logger) LoggerFactory.getLogger("io.marquetry")).setLevel(Level.TRACE);
        Wiring wiring =
                new Wiring(
                        InstantSource.system(),
                        new MachineLogins(folder.resolve("config"), name -> null),
                        Actor.ofThisMachine());
        Path workspace = folder.resolve("workspace");
        for (String line : arguments[0].lines().toList()) {
            if (line.equals(SAVE_TAG)) {
                saveTag(wiring, workspace);
                continue;
            }
            List<String> words = new ArrayList<>(List.of(line.split("\t", -1)));
            words.addAll(List.of("--workspace", workspace.toString()));
            CliRun run = CliRun.of(wiring, words.toArray(String[]::new));
            System.out.println(words.get(0) + " " + words.get(1) + ": " + run.code());
            System.out.println(run.out() + run.err());
        }
    }

    private static void saveTag(Wiring wiring, Path folder) {
        try (Workspace workspace = wiring.open(folder)) {
            workspace
                    .tags()
                    .save(
                            List.of(
                                    TestTags.tag(
                                            TagKey.parse("user_city_low"),
                                            new TagRule.InList(
                                                    "city", List.of(new Value.Text("low"))))));
        }
    }
}
