package io.marquetry.cli.tag;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.GovernedTags;
import io.marquetry.govern.dictionary.DictionaryFile;
import io.marquetry.handoff.TagFile;
import io.marquetry.handoff.bundle.BundleContent;
import io.marquetry.handoff.bundle.BundleFile;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
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

/** {@code tag export}: writes tags, with all that they rest on, into a bundle. */
@Command(name = "export")
public final class TagExportCommand extends WorkspaceCommand {

    @Parameters(arity = "0..*", paramLabel = "KEY", descriptionKey = "cli.tag.exportKeys")
    private List<String> keys = List.of();

    @Option(names = "--topic", paramLabel = "TOPIC", descriptionKey = "cli.tag.exportTopic")
    private @Nullable String topic;

    @Option(names = "--category", paramLabel = "CATEGORY", descriptionKey = "cli.tag.category")
    private @Nullable Category category;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.tag.exportSource")
    private @Nullable String source;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            descriptionKey = "cli.tag.exportOut")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "cli.report.force")
    private boolean force;

    public TagExportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path file = require(out);
        if (DictionaryFile.form(file).isPresent()) {
            return table(workspace, file, output);
        }
        OutputFiles.check(file, force, BundleFile::isBundle);
        TagFile tags = tags(workspace);
        BundleContent content =
                new BundleContent(workspace.sources().list(), workspace.pictures()::file);
        content.add(tags, source(workspace).name());
        BundleFile.write(file, content.bundle());
        content.left(texts()).ifPresent(output::remark);
        int count = tags.tags().size();
        if (output.isJson()) {
            output.json(
                    Map.of("file", file.toString(), "tags", count, "assets", tags.assets().size()));
        } else {
            output.line(
                    texts().get("cli.tag.exported", count, tags.assets().size(), file.toString()));
        }
        return 0;
    }

    /** A table holds only what was asked for; who reads it has the rest. */
    private int table(Workspace workspace, Path file, CommandOutput output) {
        OutputFiles.check(file, force);
        GovernedTags all = workspace.centre().tags();
        List<GovernedTag> wanted =
                keys.isEmpty()
                        ? all.tags().stream().filter(tag -> isWanted(tag.tag())).toList()
                        : keys.stream().map(TagKey::parse).map(all::get).toList();
        DictionaryFile.write(file, wanted);
        if (output.isJson()) {
            output.json(Map.of("file", file.toString(), "tags", wanted.size()));
        } else {
            output.line(texts().get("cli.tag.exportedTable", wanted.size(), file.toString()));
        }
        return 0;
    }

    private TagFile tags(Workspace workspace) {
        TagCatalog catalog = workspace.tags().catalog();
        List<TagKey> wanted =
                keys.isEmpty()
                        ? catalog.tags().stream().filter(this::isWanted).map(Tag::key).toList()
                        : keys.stream().map(TagKey::parse).toList();
        wanted.forEach(catalog::get);
        if (wanted.isEmpty()) {
            throw Problem.of("problem.bundle.noTags").asException();
        }
        List<Tag> all = catalog.closure(wanted);
        Map<AssetKey, Asset> assets = workspace.tags().assets();
        return new TagFile(
                all,
                all.stream()
                        .flatMap(tag -> tag.asset().stream())
                        .distinct()
                        .flatMap(key -> Optional.ofNullable(assets.get(key)).stream())
                        .toList());
    }

    private boolean isWanted(Tag tag) {
        return (category == null || tag.category() == category)
                && (topic == null || tag.topic().byLanguage().containsValue(topic));
    }

    /** Without a word the one source that there is. */
    private ProfileSource source(Workspace workspace) {
        return SourceChoice.of(workspace.sources(), source);
    }
}
