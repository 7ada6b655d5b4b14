package io.marquetry.cli.dispatch.coupons;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.dispatch.look.DispatchShown;
import io.marquetry.dispatch.plan.TermsText;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code coupons withdraw}: the free codes of a coupon are given to nobody any more. */
@Command(name = "withdraw")
public final class CouponsWithdrawCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "COUPON", descriptionKey = "cli.coupons.pool")
    private @Nullable String pool;

    public CouponsWithdrawCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        long gone =
                workspace.dispatches().reach().coupons().withdraw(TermsText.pool(require(pool)));
        output.remark(texts().get("cli.coupons.withdrawn", DispatchShown.number(texts(), gone)));
        return gone > 0 ? 0 : 1;
    }
}
