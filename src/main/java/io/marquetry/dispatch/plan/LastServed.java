package io.marquetry.dispatch.plan;

/** Finds how far something goes round among people whom chance ranked. */
final class LastServed {

    private LastServed() {}

    /**
     * Returns the rank of the last person there is something for, where that is not everybody; -1
     * where there is nothing for anybody.
     *
     * @param ranks of people, from 0 to below 1 and ascending, by the account that they take
     * @param most how much there is
     * @param costs what each account takes of it for a person, from 1
     */
    static double rank(double[][] ranks, long most, long[] costs) {
        int[] next = new int[ranks.length];
        long left = most;
        double last = -1;
        while (true) {
            int first = lowest(ranks, next);
            left -= costs[first];
            if (left < 0) {
                return last;
            }
            last = ranks[first][next[first]];
            next[first]++;
        }
    }

    private static int lowest(double[][] ranks, int[] next) {
        int lowest = -1;
        for (int i = 0; i < ranks.length; i++) {
            boolean some = next[i] < ranks[i].length;
            if (some && (lowest < 0 || ranks[i][next[i]] < ranks[lowest][next[lowest]])) {
                lowest = i;
            }
        }
        return lowest;
    }
}
