package io.marquetry.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.launch.Wiring;
import io.marquetry.life.PackageState;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a newcomer finds in the library, and what can be made from it. */
class SampleLibraryTest {

    private static final PackageKey REWARD = new PackageKey("pack_reward_spenders");
    private static final PackageKey WAKE = new PackageKey("pack_wake_lapsed");

    @TempDir static Path folder;
    private static Workspace workspace;

    @BeforeAll
    static void load() {
        workspace = new Wiring(InstantSource.system()).open(folder.resolve("workspace"));
        new SampleWorkspace(workspace).load(ImportListener.none(), new CancelSignal());
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    private static Library library() {
        return workspace.library();
    }

    private static LibraryCard card(PackageKey key) {
        return library().card(key, new CancelSignal());
    }

    @Test
    void newcomerFindsOneProvenAndOneProvisionalTemplateWithTheirEvidence() {
        assertThat(library().cards(new CancelSignal()))
                .extracting(LibraryCard::standing)
                .containsExactly(LibraryStanding.PROVEN, LibraryStanding.PROVISIONAL);
        LibraryCard reward = card(REWARD);
        assertThat(reward.runs()).hasSize(3);
        LibraryEntry.Admitted how = reward.entry().admitted().orElseThrow();
        assertThat(how.runs()).isEqualTo(reward.runs());
        assertThat(how.probability()).isGreaterThan(0.95);
        assertThat(reward.entry().reviewOn()).isPresent();
        assertThat(workspace.lives().of(REWARD).state()).isEqualTo(PackageState.TEMPLATE);
        assertThat(card(WAKE).runs()).hasSize(2);
        assertThat(workspace.audit().verify(new CancelSignal()).findings()).isEmpty();
    }

    @Test
    void templateIsFilledInAndItsPackageRemembersIt() {
        PackageKey made = new PackageKey("pack_reward_more");
        Map<String, String> given = standards(REWARD);
        assertThat(given.keySet())
                .containsExactlyInAnyOrder(
                        "user_spend_ge150.number",
                        "user_coupon_used90d.days",
                        "coupon_upc_10000085475",
                        "mail_template_coupons");
        given.put("user_spend_ge150.number", "300");
        given.put("mail_template_coupons", "sms_template_wake");
        TemplateUse use =
                library().templates().use(REWARD, made, LocalizedText.of("More", "更多"), given);
        AssetPackage pack = workspace.packages().get(made).current();
        assertThat(ExpressionText.write(pack.audience()))
                .isEqualTo("user_spend_ge300 and not user_coupon_used90d");
        assertThat(pack.contents()).hasToString("[sms_template_wake]");
        assertThat(library().templates().origin(made)).contains(use);
        assertThat(workspace.lives().origin(made).orElseThrow().parent()).isEqualTo(REWARD);
        assertThat(card(REWARD).descendants())
                .singleElement()
                .satisfies(one -> assertThat(one.use()).isEqualTo(use));
        assertThat(library().templates().behind()).isEmpty();
    }

    @Test
    void everyParameterHasToBeGivenAndFit() {
        Map<String, String> given = standards(WAKE);
        given.remove("user_active_lapsed90d.days");
        assertThat(refused(given))
                .isEqualTo(Problem.of("problem.parameter.missing", "user_active_lapsed90d.days"));
        given.put("user_active_lapsed90d.days", "0.5");
        assertThat(refused(given).key()).isEqualTo("problem.parameter.range");
        given.put("user_active_lapsed90d.days", "60");
        given.put("sms_template_wake", "coupon_upc_10000085475");
        assertThat(refused(given).key()).isEqualTo("problem.parameter.noChoice");
        given.put("sms_template_wake", "sms_template_wake");
        given.put("more", "1");
        assertThat(refused(given).key()).isEqualTo("problem.parameter.unknown");
    }

    private static Problem refused(Map<String, String> given) {
        PackageKey made = new PackageKey("pack_never");
        Problem problem =
                catchThrowableOfType(
                                ProblemException.class,
                                () ->
                                        library()
                                                .templates()
                                                .use(
                                                        WAKE,
                                                        made,
                                                        LocalizedText.of("No", "否"),
                                                        given))
                        .problem();
        assertThat(workspace.packages().draft(made)).isEmpty();
        return problem;
    }

    @Test
    void reviewAndRetirementAreForAdmittedEntriesOnly() {
        assertThat(library().review(WAKE, "still good").reason()).contains("still good");
        Problem why =
                catchThrowableOfType(ProblemException.class, () -> library().retire(WAKE, " "))
                        .problem();
        assertThat(why.key()).isEqualTo("problem.library.why");
        Problem again =
                catchThrowableOfType(
                                ProblemException.class,
                                () -> library().admit(WAKE, true, new CancelSignal()))
                        .problem();
        assertThat(again.key()).isEqualTo("problem.library.state");
        Problem twice =
                catchThrowableOfType(
                                ProblemException.class,
                                () -> library().nominate(WAKE, 1, Optional.empty(), "me", Set.of()))
                        .problem();
        assertThat(twice.key()).isEqualTo("problem.library.there");
    }

    private static Map<String, String> standards(PackageKey key) {
        Map<String, String> given = new TreeMap<>();
        List<Parameter> parameters = card(key).entry().parameters();
        parameters.forEach(one -> given.put(one.name(), one.standard()));
        return given;
    }
}
