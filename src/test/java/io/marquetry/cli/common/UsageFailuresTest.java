package io.marquetry.cli.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.cli.Commands;
import io.marquetry.cli.MarquetryCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who types something wrong reads in their own language what, and what would do. */
class UsageFailuresTest {

    /** What takes any text. */
    private static final Set<Class<?>> ANYTHING = Set.of(String.class, Path.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tag lsit | “lsit” is not a command of marquetry tag. | marquetry tag 没有“lsit”这个命令。",
                "tag list --jsn | marquetry tag list has no option “--jsn”. | marquetry tag list 没有“--jsn”这个选项。",
                "tag list more | marquetry tag list does not take “more”. | marquetry tag list 不接受“more”。",
                "tag create KEY | Missing: --name=TEXT, --field=NAME, --list=FILE. | 缺少：--name=TEXT, --field=NAME, --list=FILE。",
                "tag create --name | Missing: --name=TEXT. | 缺少：--name=TEXT。",
                "preview | One of these has to be given: --package=KEY, --expression=TEXT. | 以下选项须给出一个：--package=KEY, --expression=TEXT。",
                "preview --package a --expression b | Only one of these can be given: --package=KEY, --expression=TEXT. | 以下选项只能给出一个：--package=KEY, --expression=TEXT。",
                "generate --profiles 3 --profiles 4 | --profiles=N can be given only once. | --profiles=N 只能给出一次。",
                "generate --profiles many | “many” does not fit --profiles=N: a whole number is expected. | “many”不适用于 --profiles=N：应为整数。",
                "generate --engine oracle | “oracle” does not fit --engine=ENGINE, which takes one of: h2, duckdb. | “oracle”不适用于 --engine=ENGINE，可选值：h2, duckdb。",
                "profiles import f --key-case up | “up” does not fit --key-case=CASE, which takes one of: folded, as-written. | “up”不适用于 --key-case=CASE，可选值：folded, as-written。",
                "profiles import f --quote xx | “xx” does not fit --quote=CHAR: one character, or tab, is expected. | “xx”不适用于 --quote=CHAR：应为单个字符或 tab。",
                "profiles import f --type a=b | “b” does not fit --type=COLUMN=TYPE, which takes one of: text, integer, decimal, date, datetime, boolean. | “b”不适用于 --type=COLUMN=TYPE，可选值：text, integer, decimal, date, datetime, boolean。"
            })
    void itIsSaidInTheUsersLanguage(String typed, String english, String chinese) {
        assertThat(said(Locale.ENGLISH, typed.split(" ")).getFirst()).isEqualTo(english);
        assertThat(said(Locale.SIMPLIFIED_CHINESE, typed.split(" ")).getFirst()).isEqualTo(chinese);
    }

    @Test
    void whatLooksAlikeIsProposed() {
        assertThat(said(Locale.ENGLISH, "source", "lst")).contains("Did you mean list?");
        assertThat(said(Locale.SIMPLIFIED_CHINESE, "tag", "list", "--jsn"))
                .contains("是否要用 --json？");
    }

    @Test
    void theUseThatFollowsIsHeadedInThatLanguage() {
        assertThat(said(Locale.SIMPLIFIED_CHINESE, "tag"))
                .contains("用法：marquetry tag [-h] [COMMAND]", "命令：");
        assertThat(said(Locale.ENGLISH, "tag"))
                .contains("Usage: marquetry tag [-h] [COMMAND]", "Commands:");
    }

    @Test
    void noValueThatAnOptionDoesNotTakeIsAnsweredInEnglish() {
        List<String> tried = new ArrayList<>();
        eachOption(root(Locale.SIMPLIFIED_CHINESE, new StringWriter()), List.of(), tried);
        assertThat(tried).hasSizeGreaterThan(100);
    }

    private static void eachOption(CommandLine command, List<String> path, List<String> tried) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (option.typeInfo().getAuxiliaryTypeInfos().stream()
                            .allMatch(type -> ANYTHING.contains(type.getType()))
                    || option.usageHelp()
                    || option.versionHelp()) {
                continue;
            }
            List<String> typed = new ArrayList<>(path);
            typed.add(option.longestName() + "=§§");
            String sentence =
                    said(Locale.SIMPLIFIED_CHINESE, typed.toArray(String[]::new)).getFirst();
            assertThat(sentence)
                    .as(String.join(" ", typed))
                    .contains("“§§”不适用于", option.longestName());
            tried.add(sentence);
        }
        command.getSubcommands()
                .forEach(
                        (name, below) -> {
                            List<String> further = new ArrayList<>(path);
                            further.add(name);
                            eachOption(below, further, tried);
                        });
    }

    private static List<String> said(Locale language, String... typed) {
        StringWriter said = new StringWriter();
        CommandLine root = root(language, said, typed);
        assertThat(root.execute(typed)).as(String.join(" ", typed)).isEqualTo(2);
        return Arrays.asList(said.toString().split("\\R"));
    }

    private static CommandLine root(Locale language, StringWriter said, String... typed) {
        Texts texts = Texts.in(language);
        CommandLine root =
                Commands.addTo(
                        new CommandLine(new MarquetryCommand(texts, (folder, file) -> 0)),
                        folder -> {
                            throw new AssertionError("nothing is opened");
                        },
                        texts,
                        InstantSource.system(),
                        List.of(typed));
        root.setErr(new PrintWriter(said, true));
        return root;
    }
}
