package io.marquetry.cli.tag;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.tag.TagFinding;
import io.marquetry.tag.TagGovernance;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code tag lint}: naming and governance; fails where a tag does not work. */
@Command(name = "lint")
public final class TagLintCommand extends WorkspaceCommand {

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.tag.lintSource")
    private @Nullable String source;

    public TagLintCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        TagGovernance tags = workspace.tags();
        Optional<SourceName> asked =
                Optional.ofNullable(source)
                        .map(name -> SourceChoice.named(workspace.sources(), name).name());
        List<TagFinding> findings = tags.lint(workspace.sources().fit(asked));
        if (output.isJson()) {
            output.json(findings.stream().map(this::json).toList());
        } else {
            findings.forEach(finding -> output.line(line(finding)));
            output.remark(
                    texts().get("cli.tag.findings", tags.catalog().tags().size(), findings.size()));
        }
        return findings.stream().anyMatch(f -> f.severity() == TagFinding.Severity.ERROR) ? 1 : 0;
    }

    private String line(TagFinding finding) {
        return texts().get("cli.severity." + finding.severity())
                + "  "
                + finding.subject()
                + "  "
                + texts().sentence(finding.problem());
    }

    private Map<String, Object> json(TagFinding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("severity", finding.severity().name());
        tree.put("key", finding.subject());
        tree.put("code", finding.problem().key());
        tree.put("message", texts().sentence(finding.problem()));
        return tree;
    }
}
