package io.marquetry.cli.dispatch.coupons;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.desk.CouponCodes;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.dispatch.plan.TermsText;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code coupons import}: codes of a coupon from a file, each once. */
@Command(name = "import")
public final class CouponsImportCommand extends WorkspaceCommand {

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
        Optional<Instant> last =
                Optional.ofNullable(expires).map(text -> PlanText.moment(text, Instant.EPOCH));
        CouponCodes.Brought brought =
                CouponCodes.bring(
                        workspace.dispatches().reach().coupons(), key, require(file), last);
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("coupon", key.value());
            tree.put("added", brought.added());
            tree.put("known", brought.known());
            output.json(tree);
        } else {
            output.line(
                    texts().get(
                                    "cli.coupons.added",
                                    key.value(),
                                    brought.added(),
                                    brought.known()));
        }
        return 0;
    }
}
