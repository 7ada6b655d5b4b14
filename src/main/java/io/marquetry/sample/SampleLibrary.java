package io.marquetry.sample;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Revision;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.PackageRef;
import io.marquetry.library.EntryState;
import io.marquetry.library.LibraryEntry;
import io.marquetry.life.Lives;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Two templates with what they achieved, so that a newcomer finds a library that is not empty.
 * Their outcomes are invented: the same rows each time. Goes on where it was cut short.
 */
final class SampleLibrary {

    private static final String REMOVED = "The sample was removed · 示例已移除";
    private static final int PEOPLE = 3_000;
    private static final double HELD_OUT = 0.3;
    private static final double BASE = 0.05;

    private final Workspace workspace;

    SampleLibrary(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A package that becomes a template. */
    private enum Model {
        REWARD(
                "pack_reward_spenders",
                "Reward who spends",
                "高消费奖励",
                "upgrade",
                "升级",
                "user_spend_ge150 and not user_coupon_used90d",
                "coupon_upc_10000085475",
                "mail_template_coupons",
                0.045,
                0.4,
                3),
        WAKE(
                "pack_wake_lapsed",
                "Wake who stayed away",
                "沉睡唤醒",
                "win back",
                "召回",
                "user_active_lapsed90d",
                "",
                "sms_template_wake",
                0.055,
                0.1,
                2);

        private final String key;
        private final String english;
        private final String chinese;
        private final String goalEnglish;
        private final String goalChinese;
        private final String audience;
        private final String benefits;
        private final String contents;
        private final double lift;
        private final double cost;
        private final int runs;

        Model(
                String key,
                String english,
                String chinese,
                String goalEnglish,
                String goalChinese,
                String audience,
                String benefits,
                String contents,
                double lift,
                double cost,
                int runs) {
            this.key = key;
            this.english = english;
            this.chinese = chinese;
            this.goalEnglish = goalEnglish;
            this.goalChinese = goalChinese;
            this.audience = audience;
            this.benefits = benefits;
            this.contents = contents;
            this.lift = lift;
            this.cost = cost;
            this.runs = runs;
        }

        PackageKey key() {
            return new PackageKey(key);
        }

        LocalizedText goal() {
            return LocalizedText.of(goalEnglish, goalChinese);
        }

        AssetPackage pack() {
            return new AssetPackage(
                    key(),
                    LocalizedText.of(english, chinese),
                    SampleSource.NAME,
                    ExpressionText.parse(audience),
                    tags(benefits),
                    tags(contents),
                    List.of(new TagKey("reach_cap_2perweek")));
        }

        private static List<TagKey> tags(String keys) {
            return Arrays.stream(keys.split(" ", -1))
                    .filter(text -> !text.isEmpty())
                    .map(TagKey::new)
                    .toList();
        }
    }

    /** A time that they went out; the last one comes after they were put forward. */
    private enum Wave {
        JULY("library-july", "2017-07 (invented)", 3, LocalDate.of(2017, 7, 3)),
        SEPTEMBER("library-september", "2017-09 (invented)", 2, LocalDate.of(2017, 9, 4)),
        NOVEMBER("library-november", "2017-11 (invented)", 1, LocalDate.of(2017, 11, 6));

        private final String outcomes;
        private final String title;
        private final int fromLast;
        private final LocalDate day;

        Wave(String outcomes, String title, int fromLast, LocalDate day) {
            this.outcomes = outcomes;
            this.title = title;
            this.fromLast = fromLast;
            this.day = day;
        }

        OutcomeName outcomes() {
            return new OutcomeName(outcomes);
        }

        private List<Model> models() {
            return Arrays.stream(Model.values()).filter(model -> model.runs >= fromLast).toList();
        }
    }

    static Stream<OutcomeName> outcomes() {
        return Arrays.stream(Wave.values()).map(Wave::outcomes);
    }

    static boolean isSample(PackageKey key) {
        return Arrays.stream(Model.values()).anyMatch(model -> model.key().equals(key));
    }

    /** Makes the packages, takes them through their lives, and admits them. Blocks. */
    void fill(CancelSignal signal) {
        for (Model model : Model.values()) {
            if (workspace.packages().draft(model.key()).isEmpty()) {
                workspace.packages().save(PackageDraft.of(model.pack()), Revision.NONE);
            }
            goOut(model.key(), signal);
        }
        add(Wave.JULY, signal);
        add(Wave.SEPTEMBER, signal);
        for (Model model : Model.values()) {
            evaluate(model.key());
            if (entry(model.key()).isEmpty()) {
                workspace
                        .library()
                        .nominate(model.key(), 1, Optional.of(model.goal()), "Li Wen", Set.of());
            }
        }
        add(Wave.NOVEMBER, signal);
        for (Model model : Model.values()) {
            if (entry(model.key()).filter(one -> one.state() == EntryState.NOMINATED).isPresent()) {
                workspace.library().admit(model.key(), true, signal);
            }
        }
    }

    private Optional<LibraryEntry> entry(PackageKey key) {
        return workspace.library().entries().stream()
                .filter(one -> one.key().equals(key))
                .findFirst();
    }

    /** On a machine of one person nobody else can approve: it is marked so. */
    private void goOut(PackageKey key, CancelSignal signal) {
        Lives lives = workspace.lives();
        switch (lives.of(key).state()) {
            case DRAFT -> {
                lives.submit(key, signal);
                goOut(key, signal);
            }
            case IN_REVIEW -> {
                lives.approve(key, 1, workspace.packages().version(key, 1).sha256(), true);
                goOut(key, signal);
            }
            case APPROVED -> lives.goLive(key);
            case LIVE, EVALUATED, TEMPLATE, ARCHIVED -> {
                // It went out.
            }
        }
    }

    private void evaluate(PackageKey key) {
        if (workspace.lives().of(key).isLive()) {
            workspace.lives().evaluate(key, 1);
        }
    }

    private void add(Wave wave, CancelSignal signal) {
        if (workspace.outcomes().sets().find(wave.outcomes()).isPresent()) {
            return;
        }
        Map<String, PackageRef> packages = new TreeMap<>();
        StringBuilder rows = new StringBuilder(SampleTrial.HEADING);
        for (Model model : wave.models()) {
            packages.put(model.key, new PackageRef(model.key(), OptionalInt.of(1)));
            Random random = new Random(wave.day.toEpochDay() * 31 + model.key.hashCode());
            for (int i = 0; i < PEOPLE; i++) {
                rows.append(row(model, wave, i, random)).append('\n');
            }
        }
        SampleTrial.add(
                workspace.outcomes().intake(),
                rows.toString(),
                wave.outcomes(),
                wave.title,
                packages,
                signal);
    }

    private static String row(Model model, Wave wave, int person, Random random) {
        boolean sent = random.nextDouble() >= HELD_OUT;
        boolean bought = random.nextDouble() < BASE + (sent ? model.lift : 0);
        boolean visited = bought || random.nextDouble() < 0.08;
        double spent = bought ? Math.exp(3.4 + 0.3 * random.nextGaussian()) : 0;
        return String.format(
                Locale.ROOT,
                "%s%05d,%s,%s,mail,basic,%s,%d,%d,%d,%.2f,%.2f",
                model.name().charAt(0),
                person,
                model.key,
                sent ? "sent" : SampleTrial.CONTROL,
                wave.day.plusDays(random.nextInt(7)),
                sent ? 1 : 0,
                visited ? 1 : 0,
                bought ? 1 : 0,
                spent,
                sent ? model.cost : 0);
    }

    /** Retires the entries, which puts their packages away; returns how many. Blocks. */
    int retire() {
        int retired = 0;
        for (Model model : Model.values()) {
            if (entry(model.key()).filter(one -> one.state() != EntryState.RETIRED).isPresent()) {
                workspace.library().retire(model.key(), REMOVED);
                retired++;
            }
        }
        return retired;
    }
}
