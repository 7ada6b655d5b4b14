package io.marquetry;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;

import javafx.concurrent.Service;
import javafx.concurrent.Worker;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** The arrows between the features, and what no class may do. */
class ArchitectureTest {

    private static final int MAX_LINES = 400;
    private static final int MAX_COLLABORATORS = 7;
    private static final String GENERATED = "io.marquetry.store.jooq..";

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.marquetry");

    @Test
    void javafxStaysInUiAndLaunch() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("io.marquetry.ui..", "io.marquetry.launch..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx..",
                                "com.sun.javafx..",
                                "org.controlsfx..",
                                "impl.org.controlsfx..",
                                "atlantafx..",
                                "org.kordamp..")
                        .because("services and commands run without a window"));
    }

    @Test
    void databasesAreAskedInStoreSourceAndEffectQueriesOnly() {
        holds(
                noClasses()
                        .that(
                                resideInAnyPackage("io.marquetry..")
                                        .and(
                                                DescribedPredicate.not(
                                                        resideInAnyPackage(
                                                                "io.marquetry.store..",
                                                                "io.marquetry.source..")))
                                        .and(
                                                DescribedPredicate.not(
                                                        resideInAnyPackage(
                                                                "io.marquetry.effect.query"))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.jooq..",
                                "java.sql..",
                                "javax.sql..",
                                "org.h2..",
                                "org.flywaydb..")
                        .because("everybody else speaks to ports"));
    }

    @Test
    void nothingImportsTheWindowOrTheLauncher() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("io.marquetry.ui..", "io.marquetry.launch..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.marquetry.ui..", "io.marquetry.launch.."));
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("io.marquetry.ui..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.marquetry.launch.."));
    }

    @Test
    void featuresHaveNoCycles() {
        holds(slices().matching("io.marquetry.(*)..").should().beFreeOfCycles());
    }

    /** A room of a feature can be read, moved or taken out without the one that uses it. */
    @Test
    void roomsOfAFeatureHaveNoCycles() {
        holds(slices().matching("io.marquetry.(*).(*)..").should().beFreeOfCycles());
        holds(slices().matching("io.marquetry.ui.compose.(*)..").should().beFreeOfCycles());
        holds(slices().matching("io.marquetry.ui.review.(*)..").should().beFreeOfCycles());
        holds(
                slices().matching("io.marquetry.cli.(pack|dispatch).(*)..")
                        .should()
                        .beFreeOfCycles());
    }

    /** An engine can be added or taken out without a look at the others. */
    @Test
    void enginesDoNotKnowEachOther() {
        holds(
                slices().matching("io.marquetry.source.engine.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .ignoreDependency(
                                DescribedPredicate.alwaysTrue(),
                                resideInAPackage("io.marquetry.source.engine.jdbc..")));
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "io.marquetry.source.engine.duckdb..",
                                "io.marquetry.source.file..",
                                "io.marquetry.source.local..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.duckdb.."));
    }

    /** A place in the order of an index changes with the order: nobody else is to keep one. */
    @Test
    void nobodyOutsideOfTheIndexSeesWhereSomebodyStands() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.marquetry.index..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "io.marquetry.index.sets..",
                                "io.marquetry.index.order..",
                                "io.marquetry.index.file.."));
    }

    @Test
    void generatedTablesStayInTheStore() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.marquetry.store..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(GENERATED));
    }

    @Test
    void nobodyInterruptsAThread() {
        holds(
                neverCalls(
                        calls(Thread.class, "interrupt|stop|suspend")
                                .or(calls(ExecutorService.class, "shutdownNow|close"))
                                // A CompletableFuture has no thread to interrupt.
                                .or(
                                        calls(Future.class, "cancel")
                                                .and(
                                                        DescribedPredicate.not(
                                                                calls(
                                                                        CompletableFuture.class,
                                                                        "cancel"))))
                                .or(calls(Worker.class, "cancel"))
                                .or(calls(Service.class, "cancel|restart")),
                        "an interrupt closes H2's file for everybody; CancelSignal stops work"));
    }

    /**
     * A problem is a sentence for people. Whoever has to answer one kind of failure in another way
     * than by telling it asks for a type. Commands print keys for scripts, the window offers a
     * backup, and rejected rows are kept in a file and counted by reason.
     */
    @Test
    void nobodyBranchesOnTheKindOfProblem() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "io.marquetry.base..",
                                "io.marquetry.cli..",
                                "io.marquetry.ui.shell..",
                                "io.marquetry.launch..")
                        .and()
                        .haveNameNotMatching(
                                ".*\\.(RejectedRow|RejectedRowsLog|Mending|ImportInspection)")
                        .should()
                        .callMethod(Problem.class, "key")
                        .because("a problem is told, not asked"));
    }

    @Test
    void whateverAsksADatabaseRefusesTheFxThread() {
        DescribedPredicate<JavaCall<?>> asks =
                calls(DSL.class, "using")
                        .or(calls(DriverManager.class, "getConnection"))
                        .or(calls(DataSource.class, "getConnection"));
        List<String> careless =
                PRODUCT.stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> unit.getCallsFromSelf().stream().anyMatch(asks))
                        .filter(unit -> !callsRefuse(unit))
                        .map(unit -> unit.getFullName())
                        .toList();
        assertThat(careless).as("first call FxThread.refuse() in").isEmpty();
    }

    @Test
    void nobodySleeps() {
        holds(
                neverCalls(
                        calls(Thread.class, "sleep").or(calls(TimeUnit.class, "sleep")),
                        "what is waited for can be asked or can call back"));
    }

    @Test
    void nobodyPrintsAStackTrace() {
        holds(
                neverCalls(
                        calls(Throwable.class, "printStackTrace"),
                        "failures are logged once, where they end"));
    }

    /**
     * Models outlive views: {@code Follows} ends what a view listens to, a bare listener nobody.
     */
    @Test
    void nobodyAddsAListenerThatNobodyEnds() {
        ArchRule rule =
                noClasses()
                        .that()
                        .resideInAPackage("io.marquetry.ui..")
                        .should()
                        .callMethodWhere(target(nameMatching("addListener")))
                        .because("views follow models by Follows, and themselves by subscribe");
        holds(rule);
    }

    /** JavaFX styles the popup of an installed tooltip anew at every step of the mouse. */
    @Test
    void onlyTipMakesTooltips() {
        holds(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("io.marquetry.ui.common.look.Tip")
                        .should()
                        .callConstructorWhere(target(owner(assignableTo(Tooltip.class))))
                        .orShould()
                        .callMethod(Tooltip.class, "install", Node.class, Tooltip.class)
                        .because("Tip styles its popup once"));
    }

    /**
     * H2 2.4 keeps the answer of an EXISTS that does not follow from the row around it, and gives
     * it again within a transaction that changed the table meanwhile.
     */
    @Test
    void nobodyAsksTheStoreWhetherARowExists() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("io.marquetry.store.rows..")
                        .should()
                        .callMethodWhere(
                                target(owner(assignableTo(DSLContext.class)))
                                        .and(target(nameMatching("fetchExists"))))
                        .because("Transaction.has and counts tell what is there now"));
    }

    @Test
    void systemExitIsForMain() {
        holds(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("io.marquetry.launch.Main")
                        .should()
                        .callMethod(System.class, "exit", int.class));
    }

    @Test
    void namesSayWhatAThingIs() {
        holds(
                noClasses()
                        .that(handWritten())
                        .should()
                        .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data)$"));
    }

    @Test
    void controllersHaveNoMoreThanSevenCollaborators() {
        List<String> crowded =
                PRODUCT.stream()
                        .filter(type -> type.getSimpleName().endsWith("Controller"))
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(made -> made.getParameters().size() > MAX_COLLABORATORS)
                        .map(made -> made.getFullName())
                        .toList();
        assertThat(crowded).as("controllers that know too many: bundle or divide").isEmpty();
    }

    @Test
    void sourceFilesStayReadable() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> tooLong =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> lines(file) > MAX_LINES)
                            .map(file -> file + " has " + lines(file) + " lines")
                            .toList();
            assertThat(tooLong).as("files over %d lines: divide them", MAX_LINES).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    private static ArchRule neverCalls(DescribedPredicate<JavaCall<?>> calls, String reason) {
        return noClasses().should().callMethodWhere(calls).because(reason);
    }

    private static DescribedPredicate<JavaCall<?>> calls(Class<?> type, String names) {
        DescribedPredicate<JavaCall<?>> call =
                target(owner(assignableTo(type))).and(target(nameMatching(names)));
        return call.as("%s.%s", type.getSimpleName(), names);
    }

    private static boolean callsRefuse(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(FxThread.class));
    }

    private static DescribedPredicate<JavaClass> handWritten() {
        return DescribedPredicate.not(resideInAnyPackage(GENERATED));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
