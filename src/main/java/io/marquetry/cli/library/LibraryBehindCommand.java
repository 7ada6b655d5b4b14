package io.marquetry.cli.library;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.library.TemplateUse;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.Set;

/** {@code library behind}: packages whose template has a newer version. */
@Command(name = "behind")
public final class LibraryBehindCommand extends WorkspaceCommand {

    public LibraryBehindCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<TemplateUse> behind = workspace.library().templates().behind();
        if (output.isJson()) {
            output.json(behind.stream().map(LibraryShown::use).toList());
        } else if (behind.isEmpty()) {
            output.remark(texts().get("cli.library.noneBehind"));
        } else {
            TextTable table =
                    new TextTable(
                            List.of(
                                    texts().get("cli.package.key"),
                                    texts().get("cli.library.from"),
                                    texts().get("cli.package.number")),
                            Set.of(2));
            for (TemplateUse use : behind) {
                table.add(
                        use.key().value(),
                        use.template().value(),
                        texts().get("cli.number", use.version()));
            }
            table.lines().forEach(output::line);
        }
        return 0;
    }
}
