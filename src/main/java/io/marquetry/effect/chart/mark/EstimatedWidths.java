package io.marquetry.effect.chart.mark;

/**
 * Widths for a place whose font nobody knows, such as a browser: those of Helvetica's narrow,
 * middle and wide letters, a little enlarged, so that other fonts stay within. Han characters and
 * full width forms are one em wide.
 */
public final class EstimatedWidths implements TextWidths {

    private static final double ROOM = 1.06;
    private static final String NARROW = "ijlI.,:;'|!()[] ·ft-";
    private static final String WIDE = "mwMW@%";

    @Override
    public double width(String text, Lettering lettering) {
        double ems = text.codePoints().mapToDouble(EstimatedWidths::ems).sum();
        return ems * lettering.size() * ROOM * (lettering.bold() ? 1.06 : 1);
    }

    private static double ems(int c) {
        if (c >= 0x2e80 && c <= 0xffdc || c >= 0x20000) {
            return 1;
        }
        if (NARROW.indexOf(c) >= 0) {
            return 0.31;
        }
        if (WIDE.indexOf(c) >= 0) {
            return 0.88;
        }
        return Character.isUpperCase(c) ? 0.69 : 0.557;
    }
}
