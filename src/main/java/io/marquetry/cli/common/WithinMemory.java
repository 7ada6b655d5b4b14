package io.marquetry.cli.common;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Ends a command that memory does not suffice for with a sentence; its workspace is closed then.
 */
public final class WithinMemory implements IExecutionStrategy {

    private final Texts texts;

    public WithinMemory(Texts texts) {
        this.texts = texts;
    }

    @Override
    public int execute(ParseResult arguments) {
        try {
            return new RunLast().execute(arguments);
        } catch (OutOfMemoryError e) {
            CommandLine command = arguments.commandSpec().commandLine();
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            command.getErr().println(texts.sentence(Problem.of("problem.memory", megabytes)));
            command.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
