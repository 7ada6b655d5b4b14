package io.marquetry.cli.tag;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.effect.watch.TagHealth;
import io.marquetry.effect.watch.TagWatch;
import io.marquetry.effect.watch.WatchedTag;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code tag watch}: counts all tags and tells which jumped or died since the last count. */
@Command(name = "watch")
public final class TagWatchCommand extends WorkspaceCommand {

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.tag.watchSource")
    private @Nullable String source;

    @Option(names = "--record", descriptionKey = "cli.tag.watchRecord")
    private boolean record;

    public TagWatchCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        SourceName name = SourceChoice.of(workspace.sources(), source).name();
        TagWatch watch = workspace.tagWatch();
        watch.count(name, workspace.tags().catalog(), progress -> {}, new CancelSignal());
        List<WatchedTag> watched = watch.watched(name);
        List<Object> told = new ArrayList<>();
        for (WatchedTag one : watched) {
            TagKey tag = one.tag();
            switch (one.health()) {
                case TagHealth.Usual _ -> {}
                case TagHealth.Jumped jumped -> {
                    text(
                            output,
                            texts().get(
                                            "effect.tag.jumped",
                                            tag.value(),
                                            jumped.from(),
                                            jumped.to()));
                    told.add(json(tag, "JUMPED", jumped.from(), jumped.to()));
                }
                case TagHealth.Died died -> {
                    text(output, texts().get("effect.tag.died", tag.value(), died.from()));
                    told.add(json(tag, "DIED", died.from(), 0));
                }
            }
        }
        if (output.isJson()) {
            output.json(told);
        } else if (record) {
            output.remark(texts().get("cli.tag.watchRecorded", watched.size()));
        } else if (told.isEmpty()) {
            output.line(texts().get("effect.tag.usual", watched.size()));
        }
        return 0;
    }

    private static void text(CommandOutput output, String sentence) {
        if (!output.isJson()) {
            output.line(sentence);
        }
    }

    private static Map<String, Object> json(TagKey tag, String finding, long from, long to) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tag", tag.value());
        tree.put("finding", finding);
        tree.put("from", from);
        tree.put("to", to);
        return tree;
    }
}
