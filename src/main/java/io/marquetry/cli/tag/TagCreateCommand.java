package io.marquetry.cli.tag;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.source.Attribute;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.check.ListedValues;
import io.marquetry.source.check.RuleExtent;
import io.marquetry.source.plan.ListFile;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code tag create}: an audience tag for those whose attribute is in a list in a file. */
@Command(name = "create")
public final class TagCreateCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.tag.createKey")
    private @Nullable String key;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.tag.createName")
    private @Nullable String name;

    @Option(names = "--topic", paramLabel = "TEXT", descriptionKey = "cli.tag.createTopic")
    private @Nullable String topic;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "cli.tag.createField")
    private @Nullable String field;

    @Option(
            names = "--list",
            paramLabel = "FILE",
            required = true,
            descriptionKey = "cli.tag.createList")
    private @Nullable Path list;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.tag.proposeSource")
    private @Nullable String source;

    public TagCreateCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        TagKey wanted = TagKey.parse(require(key));
        if (workspace.tags().catalog().tags().stream().anyMatch(t -> t.key().equals(wanted))) {
            throw Problem.of("problem.tag.there", wanted.value()).asException();
        }
        workspace
                .tags()
                .naming()
                .unknownWord(wanted, Category.AUDIENCE)
                .ifPresent(
                        unknown -> {
                            throw unknown.asException();
                        });
        Attribute attribute = attribute(SourceChoice.of(workspace.sources(), source));
        List<Value> values =
                ListedValues.of(
                        attribute,
                        ListFile.values(require(list), attribute.name(), RuleExtent.MAX_LIST));
        String heading = topic == null ? require(name) : topic;
        workspace
                .tags()
                .save(
                        new Tag(
                                wanted,
                                Category.AUDIENCE,
                                LocalizedText.of(texts().locale(), require(name)),
                                LocalizedText.of(texts().locale(), heading),
                                Optional.empty(),
                                Optional.of(new TagRule.InList(attribute.name(), values)),
                                Optional.empty()),
                        Optional.empty());
        if (output.isJson()) {
            output.json(Map.of("key", wanted.value(), "values", values.size()));
        } else {
            output.line(texts().get("cli.tag.created", wanted.value(), values.size()));
        }
        return 0;
    }

    private Attribute attribute(ProfileSource from) {
        List<Attribute> all = from.model().attributes();
        return all.stream()
                .filter(attribute -> attribute.name().equals(require(field)))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.of(
                                                "problem.import.noColumn",
                                                from.title(),
                                                require(field),
                                                NameList.of(
                                                        all.stream().map(Attribute::name).toList()))
                                        .asException());
    }
}
