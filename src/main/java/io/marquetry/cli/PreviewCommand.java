package io.marquetry.cli;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.OpenWorkspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code preview}: the exact size of an audience. */
@Command(name = "preview")
final class PreviewCommand extends WorkspaceCommand {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    @ArgGroup(multiplicity = "1")
    private @Nullable Whose whose;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.preview.source")
    private @Nullable String source;

    PreviewCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(OpenWorkspace workspace, CommandOutput output) {
        if (whose == null) {
            throw new IllegalStateException("picocli demands one of the two");
        }
        AudienceExpression expression;
        SourceName asked;
        if (whose.packageKey != null) {
            AssetPackage pack = pack(workspace, PackageKey.parse(whose.packageKey));
            expression = pack.audience();
            asked = source == null ? pack.source() : SourceChoice.named(workspace, source).name();
        } else if (whose.expression != null) {
            expression = ExpressionText.parse(whose.expression);
            asked = SourceChoice.of(workspace, source).name();
        } else {
            throw new IllegalStateException("picocli demands one of the two");
        }
        AudienceQuery query = new AudienceQuery(expression, workspace.tags().catalog());
        AudienceSize size = workspace.audiences().reader(asked).count(query, new CancelSignal());
        if (output.isJson()) {
            output.json(json(size));
        } else {
            output.line(
                    texts().get("cli.preview.size", size.audience(), size.profiles(), share(size)));
            output.line(
                    texts().get(
                                    "cli.preview.snapshot",
                                    asked.value(),
                                    MINUTE.format(size.snapshot().asOf().atZone(UserZone.get())),
                                    size.snapshot().today().toString(),
                                    size.took().toMillis()));
        }
        return 0;
    }

    private static AssetPackage pack(OpenWorkspace workspace, PackageKey key) {
        return workspace
                .packages()
                .draft(key)
                .orElseThrow(() -> Problem.of("problem.package.unknown", key.value()).asException())
                .current();
    }

    private static BigDecimal share(AudienceSize size) {
        return BigDecimal.valueOf(size.share()).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static Map<String, Object> json(AudienceSize size) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("audience", size.audience());
        tree.put("profiles", size.profiles());
        tree.put("share", share(size));
        tree.put("asOf", size.snapshot().asOf().toString());
        tree.put("today", size.snapshot().today().toString());
        tree.put("exact", true);
        tree.put("source", size.snapshot().source().value());
        tree.put("fingerprint", size.snapshot().fingerprint());
        tree.put("took_ms", size.took().toMillis());
        return tree;
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
