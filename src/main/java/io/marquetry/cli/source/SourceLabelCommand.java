package io.marquetry.cli.source;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.source.FieldLabels;
import io.marquetry.source.ProfileSource;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code source label}: tells and sets what the fields and events of a source are called. */
@Command(name = "label")
public final class SourceLabelCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.source.one")
    private @Nullable String name;

    @Parameters(
            index = "1",
            paramLabel = "FIELD",
            arity = "0..1",
            descriptionKey = "cli.source.field")
    private @Nullable String field;

    @Option(names = "--en", paramLabel = "TEXT", descriptionKey = "cli.source.label.en")
    private @Nullable String english;

    @Option(names = "--zh", paramLabel = "TEXT", descriptionKey = "cli.source.label.zh")
    private @Nullable String chinese;

    @Option(names = "--usual", descriptionKey = "cli.source.label.usual")
    private boolean usual;

    /** Makes the command. */
    public SourceLabelCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        ProfileSource source = SourceChoice.named(workspace.sources(), require(name));
        boolean sets = english != null || chinese != null || usual;
        if (sets && field == null) {
            throw Problem.of("problem.source.labelWhich").asException();
        }
        if (field != null && sets) {
            Optional<LocalizedText> before =
                    FieldLabels.find(source.model(), field).flatMap(source.labels()::of);
            source =
                    workspace
                            .sources()
                            .label(source.name(), field, usual ? Optional.empty() : label(before));
        }
        tell(source, output);
        return 0;
    }

    private Optional<LocalizedText> label(Optional<LocalizedText> before) {
        TreeMap<String, String> words =
                new TreeMap<>(before.map(LocalizedText::byLanguage).orElse(new TreeMap<>()));
        put(words, Locale.ENGLISH, english);
        put(words, Locale.CHINESE, chinese);
        return words.isEmpty() ? Optional.empty() : Optional.of(new LocalizedText(words));
    }

    private static void put(TreeMap<String, String> words, Locale language, @Nullable String said) {
        if (said != null && said.isBlank()) {
            words.remove(language.getLanguage());
        } else if (said != null) {
            words.put(language.getLanguage(), said.strip());
        }
    }

    private void tell(ProfileSource source, CommandOutput output) {
        if (output.isJson()) {
            output.json(SourceShown.json(source));
            return;
        }
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.source.column.field"),
                                texts().get("cli.source.column.en"),
                                texts().get("cli.source.column.zh")),
                        Set.of());
        for (FieldName what : FieldLabels.names(source.model())) {
            if (field == null || what.written().equals(field)) {
                table.add(
                        what.written(),
                        SourceShown.called(source, what, texts(), Locale.ENGLISH),
                        SourceShown.called(source, what, texts(), Locale.SIMPLIFIED_CHINESE));
            }
        }
        table.lines().forEach(output::line);
    }
}
