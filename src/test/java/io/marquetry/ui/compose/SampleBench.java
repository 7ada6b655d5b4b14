package io.marquetry.ui.compose;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.Drafts;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.workspace.Workspace;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The composer over the sample: real households, counted by a real index. */
public final class SampleBench implements AutoCloseable {

    static final PackageKey WINBACK = new PackageKey("pack_winback_winter");

    public final Workbench bench;
    public final ComposeScreen screen;
    private final Stage stage;

    /** Fills a workspace and shows the package in work. Call it on the FX thread. */
    public SampleBench(Stage stage, Path folder) {
        this.stage = stage;
        bench = new Workbench(folder);
        CompletableFuture.runAsync(
                        () -> {
                            new SampleWorkspace(bench.workspace())
                                    .load(ImportListener.none(), new CancelSignal());
                            addPackages(bench.workspace());
                        })
                .join();
        screen =
                new ComposeScreen(
                        bench.workspace().packages(),
                        bench.workspace().checks(),
                        bench.workspace().tags(),
                        bench.workspace().sources(),
                        bench.workspace().audiences(),
                        bench.workspace().settings(),
                        bench.background(),
                        InstantSource.system());
        screen.compose(WINBACK);
        show(Theme.LIGHT, Locale.ENGLISH);
    }

    /** Two more packages in work; and a version of the one on screen, for comparing. */
    private static void addPackages(Workspace workspace) {
        draft(
                workspace,
                "pack_produce_weekly",
                "Fresh produce, weekly",
                "每周生鲜",
                "user_dept_produce");
        draft(
                workspace,
                "pack_fuel_saver",
                "Fuel saver for home owners",
                "有房家庭加油优惠",
                "user_dept_fuel and user_home_owner");
        workspace.packages().finish(WINBACK, new CancelSignal());
    }

    private static void draft(
            Workspace workspace, String key, String en, String zh, String audience) {
        Drafts.put(
                workspace.packages(),
                PackageDraft.of(
                        AssetPackage.empty(
                                        new PackageKey(key),
                                        LocalizedText.of(en, zh),
                                        workspace.sources().list().getFirst().name())
                                .withAudience(ExpressionText.parse(audience))));
    }

    public ComposeModel model() {
        return screen.model();
    }

    void show(Theme theme, Locale language) {
        bench.show(stage, screen, theme, language);
    }

    /** Waits until nothing is asked and nothing is answered any more. */
    public void settle() throws Exception {
        for (int round = 0; round < 3; round++) {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> bench.background().isQuiet());
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    void until(Callable<Boolean> happened) throws Exception {
        Until.holds(happened);
    }

    /** Draws the window at a size, or as much of it as the screen has. */
    void draw(String name, double width, double height) throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            Rectangle2D screen = Screen.getPrimary().getBounds();
                            stage.setWidth(Math.min(width, screen.getWidth()));
                            stage.setHeight(Math.min(height, screen.getHeight()));
                        })
                .get();
        settle();
        WaitForAsyncUtils.asyncFx(() -> Pictures.write(stage.getScene(), name)).get();
    }

    @Override
    public void close() {
        bench.close();
    }
}
