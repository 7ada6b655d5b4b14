package io.marquetry.effect.stats;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.List;

/**
 * Whether an effect wears off: whether the difference between an arm and its control falls over
 * time. A season that falls on both arms is none.
 *
 * <p>Chance decided the arms of each span, so the difference of each span is an effect. Two lines
 * are laid through the spans, weighted by what is known of each (A. C. Aitken, Proceedings of the
 * Royal Society of Edinburgh 55 (1935) 42-48): one through the differences, one through the
 * logarithms of the ratios. A season that adds to both arms leaves the differences level, one that
 * multiplies both leaves the ratios level. An effect wears off only where both fall (R. L. Berger,
 * "Multiparameter hypothesis testing and acceptance sampling", Technometrics 24 (1982) 295-300):
 * then no common season of either kind explains it, and a false alarm is as seldom as of one test.
 */
public sealed interface Fading {

    /** With fewer spans nothing is said. */
    int FEWEST_SPANS = 5;

    /**
     * Too few spans in which both arms have people.
     *
     * @param spans how many there are
     */
    record TooShort(int spans) implements Fading {}

    /**
     * The lines through the spans.
     *
     * @param first the difference at the first span, on the line
     * @param last the difference at the last span, on the line
     * @param slope how the difference changes in a span, with its interval; a share or money
     * @param pValue one-sided: how likely an effect that does not fall shows as much; the larger of
     *     both lines
     * @param spans how many there are
     */
    record Judged(double first, double last, Estimate.Known slope, double pValue, int spans)
            implements Fading {

        /** Returns this with a p-value that was corrected. */
        public Judged withPValue(double corrected) {
            return new Judged(first, last, slope, corrected, spans);
        }

        /**
         * Returns whether an effect wears off: the effect was a gain, and it falls, both beyond
         * chance.
         *
         * @param level 1 minus the false-alarm rate
         */
        public boolean fades(Level level) {
            return first > 0 && pValue < level.alpha();
        }
    }

    /**
     * A span of time.
     *
     * @param at when, in spans from the first; spans that are missing are skipped
     */
    record Span(double at, Share treated, Share control) {}

    /** Judges the difference of shares over spans, in the order of time. */
    static Fading of(List<Span> spans, Level level) {
        List<Span> told =
                spans.stream()
                        .filter(span -> span.treated().of() > 0 && span.control().of() > 0)
                        .toList();
        if (told.size() < FEWEST_SPANS) {
            return new TooShort(told.size());
        }
        double[] at = told.stream().mapToDouble(Span::at).toArray();
        Line difference =
                Line.through(
                        at,
                        told.stream()
                                .mapToDouble(s -> s.treated().value() - s.control().value())
                                .toArray(),
                        told.stream()
                                .mapToDouble(s -> spread(s.treated()) + spread(s.control()))
                                .toArray());
        Line ratio =
                Line.through(
                        at,
                        told.stream()
                                .mapToDouble(s -> log(s.treated()) - log(s.control()))
                                .toArray(),
                        told.stream()
                                .mapToDouble(s -> ofLog(s.treated()) + ofLog(s.control()))
                                .toArray());
        return new Judged(
                difference.at(at[0]),
                difference.at(at[at.length - 1]),
                difference.slope(level),
                Math.max(difference.falls(), ratio.falls()),
                told.size());
    }

    /** Half a case more, so that a span without any has a spread as well. */
    private static double part(Share share) {
        return (share.count() + 0.5) / (share.of() + 1);
    }

    private static double spread(Share share) {
        return part(share) * (1 - part(share)) / share.of();
    }

    private static double log(Share share) {
        return Math.log(part(share));
    }

    private static double ofLog(Share share) {
        return (1 - part(share)) / (part(share) * share.of());
    }

    /**
     * A weighted line.
     *
     * @param slope by span
     * @param error of the slope; as large as the spans scatter, never smaller than counting makes
     *     it
     * @param middle the weighted mean of the times
     * @param level the line's value there
     */
    record Line(double slope, double error, double freedom, double middle, double level) {

        static Line through(double[] at, double[] values, double[] variances) {
            double weights = 0;
            double times = 0;
            double sum = 0;
            for (int i = 0; i < at.length; i++) {
                double weight = 1 / variances[i];
                weights += weight;
                times += weight * at[i];
                sum += weight * values[i];
            }
            double middle = times / weights;
            double mean = sum / weights;
            double squares = 0;
            double products = 0;
            for (int i = 0; i < at.length; i++) {
                double weight = 1 / variances[i];
                squares += weight * (at[i] - middle) * (at[i] - middle);
                products += weight * (at[i] - middle) * (values[i] - mean);
            }
            double slope = products / squares;
            double scatter = 0;
            for (int i = 0; i < at.length; i++) {
                double rest = values[i] - mean - slope * (at[i] - middle);
                scatter += rest * rest / variances[i];
            }
            double freedom = at.length - 2.0;
            double factor = Math.max(1, scatter / freedom);
            return new Line(slope, Math.sqrt(factor / squares), freedom, middle, mean);
        }

        double at(double time) {
            return level + slope * (time - middle);
        }

        /** How likely a line that does not fall falls as steeply. */
        double falls() {
            return TDistribution.of(freedom).cumulativeProbability(slope / error);
        }

        Estimate.Known slope(Level sure) {
            return new Estimate.Known(
                    slope, new Contrast(slope, error, freedom).interval(sure), Method.STUDENT);
        }
    }
}
