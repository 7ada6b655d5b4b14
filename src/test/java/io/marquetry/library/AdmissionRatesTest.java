package io.marquetry.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.stats.Share;
import io.marquetry.pack.PackageKey;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * How often admission lets in what is not worth it, and how often it finds what is: the table of
 * {@code docs/effect-methods.md}.
 *
 * <p>A world has 40 packages, each of one of 8 benefits, 6 contents and 3 rules, for 30 audience
 * tags; the true gain is the sum of a part for each and one of its own. Each package goes out three
 * times to 30,000 people each, 10 % or 30 % of whom chance holds out; 4 % convert anyway. Judged
 * after two runs (provisional) and after three (standard), in every world by all its packages.
 */
class AdmissionRatesTest {

    private static final int PACKAGES = 40;
    private static final int RUNS = 3;
    private static final int PEOPLE = 30_000;
    private static final double BASE = 0.04;
    private static final double WORTHWHILE = 0.002;
    private static final double GOOD = 0.005;
    private static final Instant KNOWN = Instant.parse("2026-01-01T00:00:00Z");
    private static final AdmissionRules RULES = AdmissionRules.USUAL.withWorthwhile(WORTHWHILE);

    @Test
    @Tag("effects")
    void seldomAdmitsWhatIsNotWorthItAndFindsMostOfWhatIs() {
        for (double held : new double[] {0.1, 0.3}) {
            Rates standard = rates(2_000, held, RUNS);
            Rates provisional = rates(2_000, held, 2);
            System.out.println("held out " + held + ": after 3 " + standard.words());
            System.out.println("held out " + held + ": after 2 " + provisional.words());
            assertThat(standard.wrong()).isLessThanOrEqualTo(0.05);
            assertThat(standard.found()).isGreaterThanOrEqualTo(0.60);
            assertThat(provisional.wrong()).isLessThanOrEqualTo(0.05);
        }
    }

    /** The same on few worlds, at each build: a rule that lets in everything is noticed. */
    @Test
    void fewWorldsTellTheSameWithinChance() {
        Rates standard = rates(60, 0.1, RUNS);
        assertThat(standard.wrong()).as(standard.words()).isLessThanOrEqualTo(0.05);
        assertThat(standard.found()).as(standard.words()).isGreaterThanOrEqualTo(0.55);
    }

    private static Rates rates(int worlds, double held, int runs) {
        Rates rates = new Rates();
        for (int seed = 1; seed <= worlds; seed++) {
            world(new Random(seed), held, runs, rates);
        }
        return rates;
    }

    private static void world(Random random, double held, int times, Rates rates) {
        double[] benefits = parts(random, 8, 0.0035);
        double[] contents = parts(random, 6, 0.0015);
        double[] rules = parts(random, 3, 0.001);
        double[] tags = parts(random, 30, 0.0015);
        double[] truth = new double[PACKAGES];
        List<List<Run>> runs = new ArrayList<>();
        for (int i = 0; i < PACKAGES; i++) {
            truth[i] =
                    0.003
                            + benefits[random.nextInt(8)]
                            + contents[random.nextInt(6)]
                            + rules[random.nextInt(3)]
                            + tags[random.nextInt(30)]
                            + 0.001 * random.nextGaussian();
            List<Run> own = new ArrayList<>();
            for (int run = 0; run < times; run++) {
                own.add(run(random, i, truth[i], held));
            }
            runs.add(own);
        }
        Shrinkage others =
                Shrinkage.of(
                        runs.stream()
                                .flatMap(
                                        own ->
                                                Effect.pooled(
                                                        own.stream().map(Run::effect).toList())
                                                        .stream())
                                .toList());
        Admission admission = new Admission(RULES, others);
        for (int i = 0; i < PACKAGES; i++) {
            boolean admitted =
                    admission.of(new Admission.Nominee(true, 1, true), runs.get(i)).grade()
                            != Grade.NONE;
            rates.count(truth[i], admitted);
        }
    }

    private static double[] parts(Random random, int count, double spread) {
        double[] parts = new double[count];
        for (int i = 0; i < count; i++) {
            parts[i] = spread * random.nextGaussian();
        }
        return parts;
    }

    private static Run run(Random random, int pack, double gain, double part) {
        long held = Math.round(PEOPLE * part);
        Share control = share(random, held, BASE);
        Share treated = share(random, PEOPLE - held, Math.clamp(BASE + gain, 0.001, 0.999));
        double error = Math.sqrt(variance(control) + variance(treated));
        return new Run(
                new OutcomeName("simulated"),
                "simulated",
                new PackageRef(new PackageKey("pack_" + pack), OptionalInt.of(1)),
                KNOWN,
                treated,
                control,
                new Effect(treated.value() - control.value(), error),
                Optional.empty());
    }

    private static double variance(Share share) {
        return share.value() * (1 - share.value()) / share.of();
    }

    /** Thousands of people: the binomial is as good as normal. */
    private static Share share(Random random, long of, double chance) {
        double count = of * chance + Math.sqrt(of * chance * (1 - chance)) * random.nextGaussian();
        return new Share(Math.clamp(Math.round(count), 1, of - 1), of);
    }

    /** What was admitted, and what of it was right. */
    private static final class Rates {

        private long admitted;
        private long notWorth;
        private long good;
        private long goodFound;

        void count(double truth, boolean in) {
            admitted += in ? 1 : 0;
            notWorth += in && truth < WORTHWHILE ? 1 : 0;
            good += truth >= GOOD ? 1 : 0;
            goodFound += in && truth >= GOOD ? 1 : 0;
        }

        double wrong() {
            return admitted == 0 ? 0 : (double) notWorth / admitted;
        }

        double found() {
            return good == 0 ? 1 : (double) goodFound / good;
        }

        String words() {
            return "admitted %d, below worthwhile %.4f, good found %.4f of %d"
                    .formatted(admitted, wrong(), found(), good);
        }
    }
}
