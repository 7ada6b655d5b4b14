package io.marquetry.cli.requirement;

import io.marquetry.base.Kept;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.requirement.Requirement;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code requirement accept}: says which tags a requirement means. */
@Command(name = "accept")
public final class RequirementAcceptCommand extends OneRequirementCommand {

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "TAG",
            descriptionKey = "cli.requirement.tags")
    private List<String> tags = List.of();

    @Option(names = "--exclude", paramLabel = "TAG", descriptionKey = "cli.requirement.exclude")
    private List<String> excluded = List.of();

    @Option(names = "--drop", paramLabel = "TAG", descriptionKey = "cli.requirement.drop")
    private List<String> dropped = List.of();

    public RequirementAcceptCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Kept<Requirement> wanted = workspace.requirements().get(key());
        List<Requirement.Accepted> told = new ArrayList<>();
        tags.forEach(tag -> told.add(new Requirement.Accepted(TagKey.parse(tag), false)));
        excluded.forEach(tag -> told.add(new Requirement.Accepted(TagKey.parse(tag), true)));
        Set<TagKey> changed =
                told.stream().map(Requirement.Accepted::tag).collect(Collectors.toSet());
        dropped.forEach(tag -> changed.add(TagKey.parse(tag)));
        List<Requirement.Accepted> all = new ArrayList<>();
        wanted.value().accepted().stream()
                .filter(one -> !changed.contains(one.tag()))
                .forEach(all::add);
        all.addAll(told);
        workspace.requirements().save(wanted.value().withAccepted(all), wanted.revision());
        if (output.isJson()) {
            output.json(Map.of("key", key().value(), "accepted", all.size()));
        } else {
            output.line(texts().get("cli.requirement.accepted", key().value(), all.size()));
        }
        return 0;
    }
}
