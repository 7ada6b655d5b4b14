package io.marquetry.cli.audit;

import io.marquetry.audit.AuditEntry;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code audit export}: prints every entry as one line of JSON. */
@Command(name = "export")
public final class AuditExportCommand extends WorkspaceCommand {

    public AuditExportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        workspace.audit().each(entry -> output.line(json(entry)), new CancelSignal());
        return 0;
    }

    private static String json(AuditEntry entry) {
        return CanonicalJson.write(
                new JsonMembers()
                        .put("seq", entry.seq())
                        .put("at", at(entry).toString())
                        .put("save", entry.generation())
                        .put("who", entry.who())
                        .put("what", entry.what())
                        .put("subject", entry.subject())
                        .put("detail", entry.detail())
                        .put("prev", entry.prev())
                        .put("hash", entry.hash())
                        .done());
    }

    private static Instant at(AuditEntry entry) {
        return Instant.EPOCH.plus(entry.atMicros(), ChronoUnit.MICROS);
    }
}
