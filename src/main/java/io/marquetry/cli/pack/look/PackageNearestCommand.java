package io.marquetry.cli.pack.look;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.compare.ChangeWords;
import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.overview.Near;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code package nearest}: the known packages that a package is most like, and what came of them.
 */
@Command(name = "nearest")
public final class PackageNearestCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    public PackageNearestCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        List<Near> near =
                workspace
                        .overviews()
                        .nearest(workspace.packages().get(wanted).current(), new CancelSignal());
        ChangeWords words = new ChangeWords(texts(), TagKey::value);
        if (output.isJson()) {
            output.json(near.stream().map(one -> json(one, words)).toList());
        } else if (near.isEmpty()) {
            output.remark(texts().get("cli.package.noNearest", wanted.value()));
        } else {
            for (Near one : near) {
                output.line(
                        texts().get(
                                        "cli.package.near",
                                        one.pack().key().value(),
                                        effect(one),
                                        one.likeness()));
                one.changes().forEach(change -> output.line("  " + words.of(change)));
            }
        }
        return 0;
    }

    private String effect(Near one) {
        return new Cards(new EffectWords(texts()))
                .most(one.group())
                .map(card -> card.name() + " " + card.value())
                .orElse(EffectWords.NOTHING);
    }

    private Map<String, Object> json(Near one, ChangeWords words) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", one.pack().key().value());
        tree.put("likeness", one.likeness());
        tree.put("effect", effect(one));
        tree.put("outcomes", one.set().name().value());
        tree.put("changes", one.changes().stream().map(words::of).toList());
        return tree;
    }
}
