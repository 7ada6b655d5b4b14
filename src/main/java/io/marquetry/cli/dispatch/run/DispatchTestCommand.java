package io.marquetry.cli.dispatch.run;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.dispatch.look.DispatchShown;
import io.marquetry.cli.dispatch.look.OneDispatchCommand;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code dispatch test}: what somebody would read goes to named people, to try it. */
@Command(name = "test")
public final class DispatchTestCommand extends OneDispatchCommand {

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            required = true,
            descriptionKey = "cli.dispatch.test.to")
    private List<String> addresses = new ArrayList<>();

    @Option(names = "--person", paramLabel = "KEY", descriptionKey = "cli.dispatch.test.person")
    private @Nullable String person;

    @Option(names = "--account", paramLabel = "NAME", descriptionKey = "cli.dispatch.test.account")
    private @Nullable String account;

    public DispatchTestCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<Answer> answers =
                workspace
                        .dispatches()
                        .trials()
                        .send(
                                wanted(),
                                Optional.ofNullable(account),
                                Optional.ofNullable(person),
                                addresses);
        long taken = answers.stream().filter(Answer.Taken.class::isInstance).count();
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("sent", taken);
            tree.put("of", answers.size());
            output.json(tree);
        } else {
            output.line(
                    texts().get(
                                    "cli.dispatch.tested",
                                    DispatchShown.number(texts(), taken),
                                    DispatchShown.number(texts(), answers.size())));
        }
        return taken == answers.size() ? 0 : 1;
    }
}
