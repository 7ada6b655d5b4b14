package io.marquetry.launch;

import io.marquetry.overview.Traced;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.assets.AssetsScreen;
import io.marquetry.ui.compose.ComposeScreen;
import io.marquetry.ui.dispatch.DispatchScreen;
import io.marquetry.ui.library.LibraryScreen;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.overview.OverviewScreen;
import io.marquetry.ui.packages.PackagesScreen;
import io.marquetry.ui.requirements.RequirementsScreen;
import io.marquetry.ui.review.ReviewScreen;
import io.marquetry.ui.sources.SourcesScreen;
import io.marquetry.ui.tags.TagsScreen;

import javafx.scene.control.MenuBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that the window can show: a screen, a sheet, a menu.
 *
 * @param name its name in pictures and messages
 * @param focus the id of the control where the focus is to be; empty: the sight itself takes none
 * @param reach shows it, wherever the window is
 */
record Sight(String name, String focus, Way reach) {

    /** Leads a window somewhere. */
    interface Way {
        void lead(RealWindow window) throws Exception;
    }

    /**
     * Returns all sights.
     *
     * @param files where files for the imports may be written
     */
    static List<Sight> all(Path files) {
        List<Sight> all = new ArrayList<>();
        all.add(screen("compose", "paletteSearch", ComposeScreen.SCREEN));
        all.add(new Sight("compose-unfolded", "paletteSearch", Sight::unfold));
        all.add(
                above(
                        "compose-combinations",
                        "combinationsDone",
                        ComposeScreen.SCREEN,
                        "#overlapCombinations"));
        all.add(
                new Sight(
                        "compose-text",
                        "textPerson",
                        window -> {
                            to(window, ComposeScreen.SCREEN);
                            window.press("#zone-content-0", KeyCode.ENTER);
                            RealWindow.until(() -> window.present("#textSheet"));
                            window.settle();
                        }));
        all.add(above("compose-export", "checkReason", ComposeScreen.SCREEN, "#export"));
        all.add(screen("packages", "packageSearch", PackagesScreen.SCREEN));
        all.add(
                new Sight(
                        "packages-chosen",
                        "packageSearch",
                        window -> {
                            to(window, PackagesScreen.SCREEN);
                            window.chooseFirstRow("#packageTable");
                        }));
        all.add(
                new Sight(
                        "package-versions",
                        "versionTable",
                        window -> {
                            to(window, PackagesScreen.SCREEN);
                            window.go(
                                    new Destination.VersionsOf(
                                            new PackageKey("pack_mailer_autumn")));
                        }));
        all.add(
                led(
                        "check-rules",
                        "checkWeight-nobody",
                        new Destination.CheckRulesFor(new PackageKey("pack_mailer_autumn"))));
        all.add(
                led(
                        "trail",
                        "trailClose",
                        new Destination.TrailOf(
                                new Traced.OfPackage(new PackageKey("pack_mailer_autumn")))));
        all.add(led("package-new", "newPackageName", new Destination.NewPackage(Optional.empty())));
        all.add(screen("tags", "tagSearch", TagsScreen.SCREEN));
        all.add(above("tags-checked", "tagSearch", TagsScreen.SCREEN, "#tagCheck"));
        all.add(above("tag-new", "tagName", TagsScreen.SCREEN, "#tagNew"));
        all.add(
                led(
                        "tag-events",
                        "tagName",
                        new Destination.OfTag(new TagKey("user_coupon_lapsed"))));
        all.add(above("tags-proposed", "", TagsScreen.SCREEN, "#tagFromColumns"));
        all.add(screen("assets", "assetSearch", AssetsScreen.SCREEN));
        all.add(above("asset-new", "assetKey", AssetsScreen.SCREEN, "#assetNew"));
        all.add(screen("requirements", "requirementGoal", RequirementsScreen.SCREEN));
        all.add(screen("overview", "", OverviewScreen.SCREEN));
        all.add(screen("library", "librarySearch", LibraryScreen.SCREEN));
        all.add(screen("dispatch", "", DispatchScreen.SCREEN));
        all.add(above("dispatch-accounts", "", DispatchScreen.SCREEN, "#dispatchAccountsOpen"));
        for (String kind : List.of("MAIL", "SMPP", "HTTP")) {
            all.add(
                    new Sight(
                            "dispatch-account-" + kind.toLowerCase(Locale.ROOT),
                            "account-NAME",
                            window -> account(window, kind)));
        }
        all.add(above("dispatch-series", "", DispatchScreen.SCREEN, "#dispatchSeriesOpen"));
        all.add(above("dispatch-coupons", "", DispatchScreen.SCREEN, "#dispatchCouponsOpen"));
        all.add(screen("review", "reviewSets", ReviewScreen.SCREEN));
        all.add(above("review-meaning", "reviewTitle", ReviewScreen.SCREEN, "#reviewMeaning"));
        all.add(new Sight("review-below", "reviewSets", Sight::scrollDown));
        all.add(
                new Sight(
                        "review-figures",
                        "",
                        window -> {
                            to(window, ReviewScreen.SCREEN);
                            window.chooseFirstRow("#reviewAdvice");
                            window.fire("#reviewAdviceOpen");
                        }));
        all.add(above("review-settings", "reviewMargin", ReviewScreen.SCREEN, "#reviewMoney"));
        all.add(above("outcomes-origin", "", ReviewScreen.SCREEN, "#reviewImport"));
        all.add(screen("sources", "sourceTable", SourcesScreen.SCREEN));
        all.add(led("sample-large", "generateSize", new Destination.LargeSample()));
        all.addAll(imports(files));
        all.add(new Sight("search", "searchWords", Sight::search));
        for (String item : List.of("guide", "keys", "words", "about")) {
            all.add(new Sight(item, "", window -> menu(window, "menu-" + item)));
        }
        all.add(new Sight("guide-page", "", Sight::guidePage));
        all.add(new Sight("tour", "", Sight::tour));
        return all;
    }

    private static void guidePage(RealWindow window) throws Exception {
        menu(window, "menu-guide");
        window.press("#guidePages", KeyCode.DOWN);
        RealWindow.until(
                () ->
                        window.robot().lookup(".page .picture .image-view").queryAll().stream()
                                .allMatch(
                                        view -> ((ImageView) view).getImage().getProgress() == 1));
    }

    private static List<Sight> imports(Path files) {
        Sight file =
                new Sight(
                        "import-file",
                        "",
                        window -> {
                            to(window, SourcesScreen.SCREEN);
                            window.go(new Destination.CustomerImport());
                            window.drop(customers(files), ".wizard");
                            RealWindow.until(() -> window.ready("#importNext"));
                            window.settle();
                        });
        Sight columns =
                new Sight(
                        "import-columns",
                        "",
                        window -> {
                            file.reach.lead(window);
                            window.fire("#importNext");
                            RealWindow.until(() -> window.present("#importColumns"));
                        });
        Sight name =
                new Sight(
                        "import-name",
                        "importName",
                        window -> {
                            columns.reach.lead(window);
                            window.fire("#importNext");
                            RealWindow.until(() -> window.present("#importTitle"));
                        });
        return List.of(
                led("import-empty", "importChoose", new Destination.CustomerImport()),
                file,
                columns,
                name);
    }

    /** Writes a file that a marketer could bring: dates, words, numbers, gaps. */
    private static Path customers(Path files) throws Exception {
        Path file = files.resolve("customers.csv");
        if (!Files.exists(file)) {
            StringBuilder rows = new StringBuilder("customer,city,joined,points,news\n");
            List<String> cities = List.of("Shanghai", "Beijing", "unknown", "Chengdu");
            for (int i = 1; i <= 400; i++) {
                rows.append(
                        "c%04d,%s,2025-%02d-%02d,%d,%s%n"
                                .formatted(
                                        i,
                                        cities.get(i % 4),
                                        1 + i % 12,
                                        1 + i % 28,
                                        i * 7 % 900,
                                        i % 3 == 0 ? "yes" : "no"));
            }
            Files.writeString(file, rows);
        }
        return file;
    }

    private static void to(RealWindow window, Screen screen) throws Exception {
        window.clear();
        window.go(new Destination.OfScreen(screen));
    }

    private static Sight screen(String name, String focus, Screen screen) {
        return new Sight(name, focus, window -> to(window, screen));
    }

    private static Sight led(String name, String focus, Destination destination) {
        return new Sight(
                name,
                focus,
                window -> {
                    window.clear();
                    window.go(destination);
                });
    }

    private static Sight above(String name, String focus, Screen screen, String button) {
        return new Sight(
                name,
                focus,
                window -> {
                    to(window, screen);
                    window.fire(button);
                });
    }

    private static void account(RealWindow window, String kind) throws Exception {
        to(window, DispatchScreen.SCREEN);
        window.fire("#dispatchAccountsOpen");
        window.fire("#accountsNew");
        RealWindow.until(() -> window.present("#accountKind-" + kind));
        window.robot()
                .interact(
                        () -> {
                            window.robot()
                                    .lookup("#accountKind-" + kind)
                                    .queryAs(RadioButton.class)
                                    .setSelected(true);
                            window.robot().lookup("#account-NAME").query().requestFocus();
                        });
        window.settle();
    }

    private static void unfold(RealWindow window) throws Exception {
        to(window, ComposeScreen.SCREEN);
        for (String toggle : List.of("#expressionToggle", "#explainToggle", "#explainOffer")) {
            window.fire(toggle);
        }
        window.robot()
                .interact(() -> window.robot().lookup("#paletteSearch").query().requestFocus());
    }

    private static void scrollDown(RealWindow window) throws Exception {
        to(window, ReviewScreen.SCREEN);
        window.robot()
                .interact(
                        () ->
                                ((ScrollPane) window.robot().lookup("#reviewContent").query())
                                        .setVvalue(1));
        window.settle();
    }

    private static void menu(RealWindow window, String id) throws Exception {
        window.clear();
        MenuBar bar = (MenuBar) window.robot().lookup("#menuBar").query();
        window.robot()
                .interact(
                        () ->
                                bar.getMenus().stream()
                                        .flatMap(menu -> menu.getItems().stream())
                                        .filter(item -> id.equals(item.getId()))
                                        .findFirst()
                                        .orElseThrow()
                                        .fire());
        window.settle();
    }

    private static void search(RealWindow window) throws Exception {
        to(window, ComposeScreen.SCREEN);
        window.fire("#searchEverything");
        window.robot()
                .interact(
                        () ->
                                window.robot()
                                        .lookup("#searchWords")
                                        .queryTextInputControl()
                                        .setText("coupon"));
        window.settle();
    }

    private static void tour(RealWindow window) throws Exception {
        to(window, ComposeScreen.SCREEN);
        window.robot().interact(() -> window.shell().tour());
        window.settle();
    }
}
