package io.marquetry.guide;

import io.marquetry.base.Texts;
import io.marquetry.cli.Commands;
import io.marquetry.cli.MarquetryCommand;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page of all commands, made from the commands themselves. */
final class CommandPage {

    private final Texts texts;
    private final StringBuilder page = new StringBuilder();

    private CommandPage(Texts texts) {
        this.texts = texts;
    }

    /** Returns the page in a language. */
    static String in(Locale language) {
        Texts texts = Texts.in(language);
        boolean chinese = language.getLanguage().equals("zh");
        CommandPage made = new CommandPage(texts);
        made.line(chinese ? "# 命令行" : "# Command line");
        made.line("");
        made.line(
                chinese
                        ? "结果写入标准输出，提示写入标准错误。完成时以 0 结束，工作失败时以 1 结束，调用方式有误时以 2 结束。"
                        : "Results go to standard output, messages to standard error. A command ends with 0 when"
                                + " done, 1 when the work failed, 2 when it was called wrongly.");
        made.command(
                Commands.worded(
                        Commands.addTo(
                                new CommandLine(new MarquetryCommand(texts, (folder, file) -> 0)),
                                folder -> {
                                    throw new AssertionError("help opens no workspace");
                                },
                                texts,
                                InstantSource.system()),
                        texts));
        return made.page.toString();
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (command.getSubcommands().isEmpty()) {
            line("");
            line("## " + spec.qualifiedName());
            line("");
            line(text(spec.usageMessage().description()));
            List<ArgSpec> told = told(spec);
            if (!told.isEmpty()) {
                line("");
                line(
                        texts.locale().getLanguage().equals("zh")
                                ? "| 参数 | 含义 |"
                                : "| option | meaning |");
                line("|---|---|");
                told.forEach(
                        one -> line("| `%s` | %s |".formatted(name(one), text(one.description()))));
            }
        }
        command.getSubcommands().entrySet().stream()
                .filter(sub -> sub.getKey().equals(sub.getValue().getCommandName()))
                .forEach(sub -> command(sub.getValue()));
    }

    private static List<ArgSpec> told(CommandSpec spec) {
        List<ArgSpec> told = new ArrayList<>(spec.positionalParameters());
        spec.options().stream()
                .filter(option -> !option.hidden() && !option.usageHelp())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(told::add);
        return told;
    }

    private static String name(ArgSpec told) {
        return switch (told) {
            case OptionSpec option ->
                    Arrays.stream(option.names()).collect(Collectors.joining(", "))
                            + (option.arity().max() > 0 ? "=" + option.paramLabel() : "");
            case PositionalParamSpec parameter -> parameter.paramLabel();
            default -> throw new IllegalStateException("neither option nor parameter: " + told);
        };
    }

    private static String text(String[] lines) {
        return String.join(" ", lines)
                .replace("%n", " ")
                .replace("%%", "%")
                .replace("|", "\\|")
                .replace("<", "\\<");
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
