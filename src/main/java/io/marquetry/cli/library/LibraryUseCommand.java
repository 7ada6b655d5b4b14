package io.marquetry.cli.library;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.library.LibraryEntry;
import io.marquetry.library.Parameter;
import io.marquetry.library.TemplateUse;
import io.marquetry.library.Templates;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code library use}: makes a package from a template. */
@Command(name = "use")
public final class LibraryUseCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "TEMPLATE", descriptionKey = "cli.library.template")
    private @Nullable String template;

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "cli.package.newKey")
    private @Nullable String made;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.package.nameOption")
    private @Nullable String name;

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "cli.library.setOption")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(names = "--defaults", descriptionKey = "cli.library.defaultsOption")
    private boolean defaults;

    public LibraryUseCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Templates templates = workspace.library().templates();
        PackageKey from = PackageKey.parse(require(template));
        LibraryEntry entry = templates.entry(from);
        Map<String, String> all = new LinkedHashMap<>(given);
        if (defaults) {
            for (Parameter parameter : entry.parameters()) {
                all.putIfAbsent(parameter.name(), parameter.standard());
            }
        }
        TemplateUse use =
                templates.use(
                        from,
                        PackageKey.parse(require(made)),
                        LocalizedText.of(texts().locale(), require(name)),
                        all);
        if (output.isJson()) {
            output.json(LibraryShown.use(use));
        } else {
            output.line(
                    texts().get(
                                    "cli.library.made",
                                    use.key().value(),
                                    use.template().value(),
                                    use.version()));
        }
        return 0;
    }
}
