package io.marquetry.cli.library;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.library.AdmissionRules;
import io.marquetry.library.EffectAtLeast;
import io.marquetry.library.LibraryCard;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** {@code library list}: what is in the library, and how it stands today. */
@Command(name = "list")
public final class LibraryListCommand extends WorkspaceCommand {

    @Option(
            names = "--effect",
            paramLabel = "ANY|POSITIVE|WORTHWHILE",
            descriptionKey = "cli.library.effectOption")
    private EffectAtLeast effect = EffectAtLeast.ANY;

    public LibraryListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AdmissionRules rules = workspace.library().rules();
        List<LibraryCard> all = workspace.library().cards(new CancelSignal());
        List<LibraryCard> cards = all.stream().filter(card -> effect.holds(card, rules)).toList();
        LibraryShown shown = new LibraryShown(texts());
        if (output.isJson()) {
            output.json(cards.stream().map(shown::card).toList());
        } else if (cards.isEmpty()) {
            output.remark(
                    texts().get(all.isEmpty() ? "cli.library.empty" : "library.nothingFound"));
        } else {
            table(cards, shown).lines().forEach(output::line);
        }
        return 0;
    }

    private TextTable table(List<LibraryCard> cards, LibraryShown shown) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.package.key"),
                                texts().get("cli.package.number"),
                                texts().get("cli.library.standing"),
                                texts().get("cli.library.count"),
                                texts().get("cli.library.effect"),
                                texts().get("cli.library.used"),
                                texts().get("cli.library.next")),
                        Set.of(1, 3, 5));
        for (LibraryCard card : cards) {
            table.add(
                    card.entry().key().value(),
                    texts().get("cli.number", card.entry().version()),
                    texts().sentence(card.standing().word()),
                    texts().get("cli.number", card.runs().size()),
                    shown.points(card.verdict().pooled().orElse(null)),
                    texts().get("cli.number", card.descendants().size()),
                    card.entry().reviewOn().map(LocalDate::toString).orElse(""));
        }
        return table;
    }
}
