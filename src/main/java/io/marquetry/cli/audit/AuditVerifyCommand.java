package io.marquetry.cli.audit;

import io.marquetry.audit.AuditReport;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code audit verify}: follows the chain of entries and compares the rows with it. */
@Command(name = "verify")
public final class AuditVerifyCommand extends WorkspaceCommand {

    public AuditVerifyCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AuditReport report = workspace.audit().verify(new CancelSignal());
        List<String> findings = report.findings().stream().map(texts()::sentence).toList();
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("entries", report.entries());
            tree.put("sha256", report.head().map(head -> head.hash()).orElse(null));
            tree.put("whole", report.isWhole());
            tree.put("findings", findings);
            output.json(tree);
        } else if (report.isWhole()) {
            output.line(
                    texts().get(
                                    "cli.audit.whole",
                                    report.entries(),
                                    report.head().map(head -> head.hash()).orElse("")));
        } else {
            findings.forEach(output::line);
        }
        return report.isWhole() ? 0 : 1;
    }
}
