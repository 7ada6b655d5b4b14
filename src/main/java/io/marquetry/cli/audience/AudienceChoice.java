package io.marquetry.cli.audience;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.index.MembershipIndex;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagCatalog;
import io.marquetry.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import java.util.Optional;

/** Which audience a command means: that of a package, or one that is typed. */
public final class AudienceChoice {

    @ArgGroup(multiplicity = "1")
    private @Nullable Whose whose;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.preview.source")
    private @Nullable String source;

    /** Returns the audience and where its people are. */
    public Chosen of(Workspace workspace) {
        Whose asked = require(whose);
        TagCatalog tags = workspace.tags().catalog();
        if (asked.packageKey != null) {
            PackageDraft draft = workspace.packages().get(PackageKey.parse(asked.packageKey));
            AssetPackage pack = draft.current();
            SourceName place =
                    source == null
                            ? pack.source()
                            : SourceChoice.named(workspace.sources(), source).name();
            return new Chosen(pack.audience(), place, tags, Optional.of(draft));
        }
        AllOf typed = ExpressionText.parse(require(asked.expression));
        return new Chosen(
                typed, SourceChoice.of(workspace.sources(), source).name(), tags, Optional.empty());
    }

    /**
     * An audience.
     *
     * @param tags as they are now
     * @param draft the package that it is of
     */
    public record Chosen(
            AllOf audience, SourceName source, TagCatalog tags, Optional<PackageDraft> draft) {

        /** Returns the index of its source; made now where it is not on disk. */
        MembershipIndex index(Workspace workspace) {
            return workspace
                    .audiences()
                    .indexes()
                    .index(source, tags, done -> {}, new CancelSignal());
        }
    }

    /** Either a package or an expression. */
    static final class Whose {

        @Option(names = "--package", paramLabel = "KEY", descriptionKey = "cli.preview.package")
        private @Nullable String packageKey;

        @Option(
                names = "--expression",
                paramLabel = "TEXT",
                descriptionKey = "cli.preview.expression")
        private @Nullable String expression;
    }
}
