package io.marquetry.cli.effect;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.FolderCommand;
import io.marquetry.effect.stats.Power;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** {@code effect power}: what a dispatch would be able to show, before it is sent. */
@Command(name = "power")
public final class EffectPowerCommand extends FolderCommand {

    @Option(
            names = "--base",
            paramLabel = "RATE",
            required = true,
            descriptionKey = "cli.power.base")
    private double base;

    @Option(names = "--treated", paramLabel = "N", descriptionKey = "cli.power.treated")
    private @Nullable Long treated;

    @Option(names = "--holdout", paramLabel = "N", descriptionKey = "cli.power.holdout")
    private @Nullable Long holdout;

    @Option(names = "--difference", paramLabel = "RATE", descriptionKey = "cli.power.difference")
    private @Nullable Double difference;

    public EffectPowerCommand(Texts texts) {
        super(texts);
    }

    @Override
    protected int run(Path folder, CommandOutput output) {
        boolean sizes = treated != null && holdout != null;
        if (!(base >= 0 && base < 1) || (!sizes && difference == null)) {
            throw Problem.of("problem.effect.power").asException();
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        if (treated != null && holdout != null) {
            OptionalDouble rise = Power.OF_80.detectableRise(base, treated, holdout);
            rise.ifPresent(value -> tree.put("detectable", EffectJson.number(value)));
            tell(
                    output,
                    rise.isPresent()
                            ? texts().get("cli.power.detectable", rise.getAsDouble() * 100)
                            : texts().get("cli.power.none"));
        }
        if (difference != null) {
            if (base + difference < 0 || base + difference > 1) {
                throw Problem.of("problem.effect.power").asException();
            }
            OptionalLong needed = Power.OF_80.neededForShare(base, difference);
            needed.ifPresent(value -> tree.put("needed", value));
            tell(
                    output,
                    needed.isPresent()
                            ? texts().get("cli.power.needed", needed.getAsLong())
                            : texts().get("cli.power.none"));
        }
        if (output.isJson()) {
            output.json(tree);
        }
        return 0;
    }

    private static void tell(CommandOutput output, String sentence) {
        if (!output.isJson()) {
            output.line(sentence);
        }
    }
}
