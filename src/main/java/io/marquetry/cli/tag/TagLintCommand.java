package io.marquetry.cli.tag;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.effect.watch.WatchedTag;
import io.marquetry.govern.Finding;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.SamePeople;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagFinding;
import io.marquetry.tag.TagGovernance;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code tag lint}: naming and governance; fails where a tag does not work. */
@Command(name = "lint")
public final class TagLintCommand extends WorkspaceCommand {

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.tag.lintSource")
    private @Nullable String source;

    @Option(names = "--share", paramLabel = "0.95", descriptionKey = "cli.tag.share")
    private double share = SamePeople.USUAL_SHARE;

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
        List<Finding> governed = governed(workspace, asked);
        NamingStandard words = tags.naming();
        TagCatalog catalog = tags.catalog();
        Function<Finding, String> remedy =
                finding -> Remedy.of(finding, words, catalog.get(finding.tag()));
        if (output.isJson()) {
            output.json(
                    Stream.concat(
                                    findings.stream().map(this::json),
                                    governed.stream().map(one -> json(one, remedy)))
                            .toList());
        } else {
            findings.forEach(finding -> output.line(line(finding)));
            governed.forEach(
                    finding -> {
                        output.line(line(finding));
                        output.line("    " + remedy.apply(finding));
                    });
            output.remark(
                    texts().get(
                                    "cli.tag.findings",
                                    tags.catalog().tags().size(),
                                    findings.size() + governed.size()));
        }
        return findings.stream().anyMatch(f -> f.severity() == TagFinding.Severity.ERROR) ? 1 : 0;
    }

    private List<Finding> governed(Workspace workspace, Optional<SourceName> asked) {
        if (!(share > 0 && share <= 1)) {
            throw Problem.of("problem.govern.share").asException();
        }
        CancelSignal signal = new CancelSignal();
        Optional<MembershipIndex> people =
                asked.map(
                        name ->
                                workspace
                                        .audiences()
                                        .indexes()
                                        .index(
                                                name,
                                                workspace.tags().catalog(),
                                                done -> {},
                                                signal));
        List<WatchedTag> watched =
                asked.map(name -> workspace.tagWatch().watched(name)).orElse(List.of());
        Set<Finding.Kind> toldAbove =
                EnumSet.of(Finding.Kind.OFF_STANDARD, Finding.Kind.SAME_RULE, Finding.Kind.UNUSED);
        return workspace.centre().inspection().findings(people, watched, share, signal).stream()
                .filter(finding -> !toldAbove.contains(finding.kind()))
                .toList();
    }

    private String line(Finding finding) {
        return texts().get("cli.severity." + finding.kind().severity())
                + "  "
                + finding.tag().value()
                + "  "
                + texts().sentence(finding.problem());
    }

    private Map<String, Object> json(Finding finding, Function<Finding, String> remedy) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("severity", finding.kind().severity().name());
        tree.put("key", finding.tag().value());
        tree.put("code", finding.problem().key());
        tree.put("finding", finding.kind().name());
        finding.other().ifPresent(other -> tree.put("other", other.value()));
        tree.put("remedy", remedy.apply(finding));
        tree.put("message", texts().sentence(finding.problem()));
        return tree;
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
