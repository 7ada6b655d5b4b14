package io.marquetry.cli.common;

import io.marquetry.base.Texts;
import io.marquetry.base.VisibleText;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ITypeInfo;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tells in the user's language what is wrong with what was typed, and how it is typed. Picocli's
 * own sentences are English.
 */
public final class UsageFailures implements IParameterExceptionHandler {

    private static final String ANY = "cli.usage.value";

    private final Texts texts;

    public UsageFailures(Texts texts) {
        this.texts = texts;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter messages = command.getErr();
        messages.println(sentence(failure));
        List<String> meant =
                failure instanceof UnmatchedArgumentException unmatched
                        ? unmatched.getSuggestions()
                        : List.of();
        if (meant.isEmpty()) {
            command.usage(messages);
        } else {
            messages.println(texts.get("cli.usage.meant", String.join(", ", meant)));
        }
        messages.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private String sentence(ParameterException failure) {
        CommandSpec spec = failure.getCommandLine().getCommandSpec();
        if (failure.getClass() == UnmatchedArgumentException.class) {
            return unmatched((UnmatchedArgumentException) failure, spec);
        }
        if (failure instanceof MissingParameterException missing) {
            return texts.get(
                    isOneOf(missing.getMissing()) ? "cli.usage.missingOne" : "cli.usage.missing",
                    named(missing.getMissing()));
        }
        if (failure instanceof MutuallyExclusiveArgsException) {
            return texts.get(
                    "cli.usage.exclusive",
                    named(
                            spec.argGroups().stream()
                                    .filter(ArgGroupSpec::exclusive)
                                    .flatMap(group -> group.args().stream())
                                    .toList()));
        }
        if (failure instanceof OverwrittenOptionException twice) {
            return texts.get("cli.usage.once", named(twice.getOverwritten()));
        }
        ArgSpec argument = failure.getArgSpec();
        if (argument == null) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof MaxValuesExceededException) {
            return texts.get("cli.usage.many", named(argument));
        }
        return unfit(failure, argument);
    }

    private String unmatched(UnmatchedArgumentException failure, CommandSpec spec) {
        String key =
                failure.isUnknownOption()
                        ? "cli.usage.noOption"
                        : spec.subcommands().isEmpty()
                                ? "cli.usage.surplus"
                                : "cli.usage.noCommand";
        return texts.get(key, shown(failure.getUnmatched().getFirst()), spec.qualifiedName());
    }

    /** Tells of a value that an option or parameter does not take, and what it would take. */
    private String unfit(ParameterException failure, ArgSpec argument) {
        String value = failure.getValue() == null ? "" : shown(failure.getValue());
        String name = named(argument);
        List<ITypeInfo> types = argument.typeInfo().getAuxiliaryTypeInfos();
        for (ITypeInfo type : types) {
            if (type.isEnum() && argument.converters().length == 0) {
                String all =
                        type.getEnumConstantNames().stream()
                                .map(constant -> constant.toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
                return texts.get("cli.usage.oneOf", value, name, all);
            }
        }
        String form = types.isEmpty() ? ANY : form(types.getLast().getType());
        // Our own converters say what they take.
        return form.equals(ANY)
                        && argument.converters().length > 0
                        && failure.getCause() instanceof TypeConversionException choices
                ? texts.get("cli.usage.oneOf", value, name, String.valueOf(choices.getMessage()))
                : texts.get(form, value, name);
    }

    private static String form(Class<?> type) {
        if (type == int.class
                || type == long.class
                || type == Integer.class
                || type == Long.class) {
            return "cli.usage.whole";
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return "cli.usage.number";
        }
        if (type == LocalDate.class) {
            return "cli.usage.day";
        }
        if (type == ZoneId.class) {
            return "cli.usage.zone";
        }
        return type == Character.class ? "cli.usage.character" : ANY;
    }

    private static boolean isOneOf(List<ArgSpec> arguments) {
        return arguments.size() > 1
                && arguments.stream()
                        .allMatch(
                                argument ->
                                        argument.group() != null && argument.group().exclusive());
    }

    private static String named(Collection<ArgSpec> arguments) {
        return arguments.stream()
                .map(UsageFailures::named)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String named(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.arity().max() == 0
                    ? option.longestName()
                    : option.longestName() + "=" + option.paramLabel();
        }
        return argument.paramLabel();
    }

    private static String shown(String typed) {
        return VisibleText.inOneLine(typed);
    }
}
