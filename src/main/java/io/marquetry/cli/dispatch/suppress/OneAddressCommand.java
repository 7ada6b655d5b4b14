package io.marquetry.cli.dispatch.suppress;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that is about one address, and says why. */
abstract class OneAddressCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "ADDRESS", descriptionKey = "cli.suppress.address")
    private @Nullable String address;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            required = true,
            descriptionKey = "cli.account.channel")
    private @Nullable ChannelKind channel;

    @Option(
            names = "--because",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.suppress.because")
    private @Nullable String why;

    OneAddressCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    final ChannelKind channel() {
        return require(channel);
    }

    /** Returns the address as the channel writes it. */
    final String address() {
        return channel()
                .normal(require(address))
                .orElseThrow(
                        () ->
                                Problem.of(
                                                "problem.dispatch.address",
                                                texts().get("dispatch.channel." + channel()))
                                        .asException());
    }

    /** Returns why; not blank. */
    final String why() {
        if (require(why).isBlank()) {
            throw Problem.of("problem.dispatch.why").asException();
        }
        return require(why).strip();
    }
}
