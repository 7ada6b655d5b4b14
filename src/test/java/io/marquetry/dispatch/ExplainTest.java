package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;
import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.desk.Explained;
import io.marquetry.source.SourceEngine;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/** Of each person it can be said why they are in or out; the counts are those of the plan. */
class ExplainTest {

    private static final int PEOPLE = 26;

    @TempDir private Path folder;

    private CliRun run(String who, String... arguments) {
        return ReadyToSend.run(folder, "workspace", who, ReadyToSend.NOW, arguments);
    }

    @Test
    void eachPersonHasTheReasonThatWasCountedAndStaysMasked() {
        ReadyToSend.fill(folder, PEOPLE, SourceEngine.H2);
        CliRun planned =
                run(
                        "li",
                        ReadyToSend.plan(
                                "--quiet",
                                "none",
                                "--zone",
                                "UTC",
                                "--consent",
                                "agrees",
                                "--holdout",
                                "50%",
                                "--json"));
        assertThat(planned.code()).as(planned.err()).isZero();
        Map<Reason, Long> first = new EnumMap<>(Reason.class);
        Map<Reason, Long> alone = new EnumMap<>(Reason.class);
        Map<Arm, Long> arms = new EnumMap<>(Arm.class);
        String held = "";
        Counts counts;
        try (Workspace workspace = ReadyToSend.open(folder, "li", ReadyToSend.NOW)) {
            DispatchId id = new DispatchId(1);
            counts = workspace.dispatches().status(id).dispatch().counts();
            for (int i = 0; i < PEOPLE; i++) {
                Explained one = workspace.dispatches().people().explain(id, "p" + i);
                arms.merge(one.person().arm(), 1L, Long::sum);
                one.reasons().stream()
                        .limit(1)
                        .forEach(reason -> first.merge(reason, 1L, Long::sum));
                one.back().ifPresent(reason -> alone.merge(reason, 1L, Long::sum));
                held = one.person().arm() == Arm.HOLDOUT ? "p" + i : held;
            }
            assertThatThrownBy(() -> workspace.dispatches().people().explain(id, "nobody"))
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(first).containsKey(Reason.NO_CONSENT);
        counts.reasons().forEach((why, n) -> assertThat(first.getOrDefault(why, 0L)).isEqualTo(n));
        counts.lifted().forEach((why, n) -> assertThat(alone.getOrDefault(why, 0L)).isEqualTo(n));
        assertThat(arms.getOrDefault(Arm.SEND, 0L)).isEqualTo(counts.net());
        assertThat(arms.getOrDefault(Arm.HOLDOUT, 0L)).isEqualTo(counts.holdout());

        run("chen", "dispatch", "approve", "1");
        run("chen", "dispatch", "run", "1");
        CliRun out = run("li", "dispatch", "explain", "1", held);
        assertThat(out.out()).as(out.err()).contains("held out by chance");
        String in = "p" + delivered();
        String words =
                run("li", "dispatch", "explain", "1", "p12").out()
                        + run("li", "dispatch", "explain", "1", in).out();
        assertThat(words)
                .contains("no consent")
                .contains("Without that they would be in")
                .contains("Now: sent; tries: 1")
                .contains("Receipts: delivered")
                .doesNotContain("p12")
                .doesNotContain("+86138");
    }

    /** Returns somebody whom the provider did not refuse and whom it reached. */
    private int delivered() {
        BitSet reached = new BitSet();
        try (DispatchFile file =
                new H2DispatchFiles(folder.resolve("workspace")).open(new DispatchId(1))) {
            file.receipts(
                    receipt -> {
                        if (receipt.kind() == Receipt.Kind.DELIVERED) {
                            reached.set(receipt.ordinal());
                        }
                    });
        }
        return reached.nextSetBit(0);
    }
}
