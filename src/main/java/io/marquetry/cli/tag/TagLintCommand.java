package io.marquetry.cli.tag;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagFinding;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagLint;
import io.marquetry.workspace.OpenWorkspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code tag lint}: naming and governance; fails where a tag does not work. */
@Command(name = "lint")
public final class TagLintCommand extends WorkspaceCommand {

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.tag.lintSource")
    private @Nullable String source;

    public TagLintCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(OpenWorkspace workspace, CommandOutput output) {
        TagCatalog tags = workspace.tags().catalog();
        Set<TagKey> inPackages =
                workspace.packages().list().stream()
                        .flatMap(summary -> summary.pack().tags().stream())
                        .collect(Collectors.toSet());
        List<TagFinding> findings =
                new TagLint(tags, workspace.assets().assets(), inPackages, fit(workspace, tags))
                        .findings();
        if (output.isJson()) {
            output.json(findings.stream().map(this::json).toList());
        } else {
            findings.forEach(finding -> output.line(line(finding)));
            output.remark(texts().get("cli.tag.findings", tags.tags().size(), findings.size()));
        }
        return findings.stream().anyMatch(f -> f.severity() == TagFinding.Severity.ERROR) ? 1 : 0;
    }

    private Function<Tag, List<Problem>> fit(OpenWorkspace workspace, TagCatalog tags) {
        if (source == null) {
            return tag -> List.of();
        }
        ProfileSource asked = SourceChoice.named(workspace, source);
        RuleCheck check = new RuleCheck(asked.title(), asked.model(), tags);
        return check::problems;
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
