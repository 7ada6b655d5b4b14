package io.marquetry.cli.common;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import java.util.function.Consumer;

/** Tells a failed command's reason: an expected one as a sentence, a bug with its name. */
public final class CommandFailures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CommandFailures.class);

    private final Texts texts;

    public CommandFailures(Texts texts) {
        this.texts = texts;
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) {
        int code = tell(failure, command.getErr()::println);
        command.getErr().flush();
        return code;
    }

    /**
     * Tells why what was asked for failed.
     *
     * @return the exit code: 2 where another command line would do, else 1
     */
    public int tell(Exception failure, Consumer<String> messages) {
        if (failure instanceof ProblemException expected) {
            messages.accept(texts.sentence(expected.problem()));
            return WrongUsage.isTold(expected.problem())
                    ? CommandLine.ExitCode.USAGE
                    : CommandLine.ExitCode.SOFTWARE;
        } else {
            LOG.error("command failed", failure);
            // Its message may name people; the log has the way through the program.
            messages.accept(texts.get("cli.bug", failure.getClass().getName()));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
