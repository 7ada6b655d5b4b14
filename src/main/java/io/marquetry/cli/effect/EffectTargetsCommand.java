package io.marquetry.cli.effect;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.advice.Targets;
import io.marquetry.effect.figures.Measure;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code effect targets}: what managers want to see at least. */
@Command(name = "targets")
public final class EffectTargetsCommand extends WorkspaceCommand {

    private static final String NONE = "none";

    @Parameters(arity = "0..*", paramLabel = "GOAL=SIZE", descriptionKey = "cli.effect.targets")
    private Map<Measure, String> wanted = new EnumMap<>(Measure.class);

    public EffectTargetsCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Targets targets = Targets.read(workspace.settings());
        for (Map.Entry<Measure, String> said : wanted.entrySet()) {
            Measure measure = said.getKey();
            if (!Targets.MEASURES.contains(measure)) {
                throw Problem.of("problem.review.noTarget", word(measure)).asException();
            }
            String text = said.getValue().strip();
            targets =
                    targets.with(
                            measure,
                            text.equalsIgnoreCase(NONE)
                                    ? Optional.empty()
                                    : Targets.parse(text, measure));
        }
        if (!wanted.isEmpty()) {
            targets.write(workspace.settings());
        }
        tell(targets, output);
        return 0;
    }

    private void tell(Targets targets, CommandOutput output) {
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            targets.least().forEach((measure, least) -> tree.put(word(measure), least));
            output.json(tree);
            return;
        }
        if (targets.least().isEmpty()) {
            output.remark(texts().get("cli.effect.noTargets"));
        }
        targets.least()
                .forEach(
                        (measure, least) ->
                                output.line(word(measure) + "=" + Targets.write(least, measure)));
    }

    private static String word(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
