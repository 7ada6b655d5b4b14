package io.marquetry.cli.dispatch.look;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.dispatch.Masked;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.desk.Explained;
import io.marquetry.dispatch.desk.ExplainedWords;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code dispatch explain}: why somebody gets the message of a dispatch, or not. */
@Command(name = "explain")
public final class DispatchExplainCommand extends OneDispatchCommand {

    @Parameters(index = "1", paramLabel = "PERSON", descriptionKey = "cli.dispatch.person")
    private @Nullable String person;

    public DispatchExplainCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Explained found = workspace.dispatches().people().explain(wanted(), require(person));
        if (output.isJson()) {
            output.json(json(found));
        } else {
            new ExplainedWords(texts(), Minute::of).lines(found).forEach(output::line);
        }
        return 0;
    }

    private static Map<String, Object> json(Explained found) {
        Recipient who = found.person();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("ordinal", who.ordinal());
        tree.put("person", Masked.of(who.key()));
        tree.put("arm", who.arm().name());
        tree.put("reasons", found.reasons().stream().map(Enum::name).toList());
        tree.put("backWithout", found.back().map(Enum::name).orElse(null));
        tree.put("account", found.route().map(Route::account).orElse(null));
        tree.put(
                "passed",
                found.passed().stream()
                        .map(
                                one -> {
                                    Map<String, Object> passed = new LinkedHashMap<>();
                                    passed.put("account", one.route().account());
                                    passed.put("channel", one.route().channel().name());
                                    passed.put(
                                            "reasons",
                                            one.reasons().stream().map(Enum::name).toList());
                                    return passed;
                                })
                        .toList());
        tree.put("due", who.due().toString());
        tree.put("zone", who.zone().getId());
        tree.put("state", found.state().map(Enum::name).orElse(null));
        tree.put("tries", found.tries());
        tree.put("detail", found.detail());
        tree.put("leftOut", found.late().map(Enum::name).orElse(null));
        tree.put("receipts", found.receipts().stream().map(Enum::name).sorted().toList());
        return tree;
    }
}
