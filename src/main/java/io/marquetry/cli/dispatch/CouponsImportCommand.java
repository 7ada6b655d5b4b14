package io.marquetry.cli.dispatch;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.Terms;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.dispatch.plan.TermsText;
import io.marquetry.source.plan.ListFile;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code coupons import}: codes of a coupon from a file, each once. */
@Command(name = "import")
public final class CouponsImportCommand extends WorkspaceCommand {

    private static final int MOST = 5_000_000;
    private static final int LONGEST = 64;

    @Parameters(index = "0", paramLabel = "COUPON", descriptionKey = "cli.coupons.pool")
    private @Nullable String pool;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "cli.coupons.file")
    private @Nullable Path file;

    @Option(names = "--expires", paramLabel = "TIME", descriptionKey = "cli.coupons.expires")
    private @Nullable String expires;

    public CouponsImportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AssetKey key = TermsText.pool(require(pool));
        Path path = require(file);
        List<String> codes = ListFile.values(path, Terms.CODE, MOST);
        for (int i = 0; i < codes.size(); i++) {
            if (!isCode(codes.get(i))) {
                throw Problem.of("problem.dispatch.badCode", path.toString(), i + 1).asException();
            }
        }
        Optional<Instant> last =
                Optional.ofNullable(expires).map(text -> PlanText.moment(text, Instant.EPOCH));
        int added = workspace.dispatches().reach().coupons().add(key, codes, last);
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("coupon", key.value());
            tree.put("added", added);
            tree.put("known", codes.size() - added);
            output.json(tree);
        } else {
            output.line(
                    texts().get(
                                    "cli.coupons.added",
                                    key.value(),
                                    DispatchShown.number(texts(), added),
                                    DispatchShown.number(texts(), codes.size() - added)));
        }
        return 0;
    }

    /** What can be read aloud and typed: nothing blank, nothing that cannot be seen. */
    private static boolean isCode(String code) {
        return code.length() <= LONGEST
                && code.codePoints()
                        .allMatch(
                                c ->
                                        !Character.isWhitespace(c)
                                                && !Character.isISOControl(c)
                                                && Character.isDefined(c)
                                                && Character.getType(c) != Character.FORMAT);
    }
}
