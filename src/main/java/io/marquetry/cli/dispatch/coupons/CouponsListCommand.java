package io.marquetry.cli.dispatch.coupons;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.dispatch.look.DispatchShown;
import io.marquetry.dispatch.Coupons;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code coupons list}: how many codes of each coupon are free; shows none of them. */
@Command(name = "list")
public final class CouponsListCommand extends WorkspaceCommand {

    private final InstantSource clock;

    public CouponsListCommand(WorkspaceOpener opener, Texts texts, InstantSource clock) {
        super(opener, texts);
        this.clock = clock;
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<Coupons.Stock> all = workspace.dispatches().reach().coupons().stock(clock.instant());
        if (output.isJson()) {
            output.json(all.stream().map(CouponsListCommand::json).toList());
            return 0;
        }
        if (all.isEmpty()) {
            output.remark(texts().get("cli.coupons.none"));
            return 0;
        }
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.coupons.column.coupon"),
                                texts().get("cli.coupons.column.free"),
                                texts().get("cli.coupons.column.given"),
                                texts().get("cli.coupons.column.over"),
                                texts().get("cli.coupons.column.first")),
                        Set.of(1, 2, 3));
        for (Coupons.Stock stock : all) {
            table.add(
                    stock.pool().value(),
                    DispatchShown.number(texts(), stock.free()),
                    DispatchShown.number(texts(), stock.given()),
                    DispatchShown.number(texts(), stock.over()),
                    stock.firstExpiry().map(Minute::of).orElse("–"));
        }
        table.lines().forEach(output::line);
        return 0;
    }

    private static Map<String, Object> json(Coupons.Stock stock) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("coupon", stock.pool().value());
        tree.put("free", stock.free());
        tree.put("given", stock.given());
        tree.put("expired", stock.over());
        tree.put("firstExpiry", stock.firstExpiry().map(Instant::toString).orElse(null));
        return tree;
    }
}
