package io.marquetry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A command starts without what all the others are. */
class CommandsTest {

    @Test
    void aNounBringsItsOwnCommandsOnly() {
        CommandLine tag = of("tag", "list", "--json");
        assertThat(tag.getSubcommands()).containsOnlyKeys("tag");
        assertThat(tag.getSubcommands().get("tag").getSubcommands()).containsKey("list");
    }

    @Test
    void whoNamesNoNounIsOfferedAllOfThem() {
        Set<String> all = of().getSubcommands().keySet();
        assertThat(all).contains("tag", "package", "update").hasSizeGreaterThan(20);
        assertThat(of("--help").getSubcommands().keySet()).isEqualTo(all);
        assertThat(of("tags").getSubcommands().keySet()).isEqualTo(all);
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
