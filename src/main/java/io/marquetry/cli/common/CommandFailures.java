package io.marquetry.cli.common;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

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
        if (failure instanceof ProblemException expected) {
            command.getErr().println(texts.sentence(expected.problem()));
        } else {
            LOG.error("command failed", failure);
            // Its message may name people; the log has the way through the program.
            command.getErr().println(texts.get("cli.bug", failure.getClass().getName()));
        }
        command.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
