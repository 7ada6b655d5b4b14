package io.marquetry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A command starts without what all the others are. */
class CommandsTest {

    @Test
    void onlyTheCommandThatIsAskedForIsMade() {
        CommandLine tag = of("tag", "list", "--json");
        assertThat(tag.getSubcommands()).containsOnlyKeys("tag");
        assertThat(below(tag, "tag").getSubcommands()).containsOnlyKeys("list");
    }

    @Test
    void aNounWithinANounMakesOnlyTheCommandThatIsAskedFor() {
        CommandLine asset = below(of("asset", "picture", "add"), "asset");
        assertThat(asset.getSubcommands()).containsOnlyKeys("picture");
        assertThat(below(asset, "picture").getSubcommands()).containsOnlyKeys("add");
    }

    @Test
    void theWorkspaceMayBeNamedBefore() {
        for (CommandLine root :
                List.of(
                        of("--workspace", "tag", "tag", "list"),
                        of("--workspace=a=b", "tag", "list"))) {
            assertThat(root.getSubcommands()).containsOnlyKeys("tag");
            assertThat(below(root, "tag").getSubcommands()).containsOnlyKeys("list");
        }
        int all = of().getSubcommands().size();
        assertThat(of("--workspace").getSubcommands()).hasSize(all);
        assertThat(of("--workspaces", "tag").getSubcommands()).hasSize(all);
    }

    @Test
    void whoNamesNoCommandOfANounIsOfferedAllOfThem() {
        Set<String> all = below(of("tag"), "tag").getSubcommands().keySet();
        assertThat(all).contains("list", "create", "watch");
        assertThat(below(of("tag", "--help"), "tag").getSubcommands().keySet()).isEqualTo(all);
        assertThat(below(of("tag", "lsit"), "tag").getSubcommands().keySet()).isEqualTo(all);
        assertThat(below(of(), "tag").getSubcommands().keySet()).isEqualTo(all);
    }

    @Test
    void aCommandThatIsSpelledWrongIsAnsweredWithThoseThatLookAlike() {
        CommandLine root = of("tag", "lsit");
        StringWriter said = new StringWriter();
        root.setErr(new PrintWriter(said, true));
        assertThat(root.execute("tag", "lsit")).isEqualTo(2);
        assertThat(said.toString()).contains("list");
    }

    @Test
    void whoNamesNoNounIsOfferedAllOfThem() {
        Set<String> all = of().getSubcommands().keySet();
        assertThat(all).contains("tag", "package", "update").hasSizeGreaterThan(20);
        assertThat(of("--help").getSubcommands().keySet()).isEqualTo(all);
        assertThat(of("tags").getSubcommands().keySet()).isEqualTo(all);
    }

    private static CommandLine below(CommandLine parent, String name) {
        return parent.getSubcommands().get(name);
    }

    private static CommandLine of(String... arguments) {
        return Commands.addTo(
                new CommandLine(
                        new MarquetryCommand(Texts.in(Locale.ENGLISH), (folder, file) -> 0)),
                folder -> {
                    throw new AssertionError("nothing is opened");
                },
                Texts.in(Locale.ENGLISH),
                InstantSource.system(),
                List.of(arguments));
    }
}
