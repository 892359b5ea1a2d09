package org.goodterms.ui.reminder;

import java.util.ArrayList;
import java.util.List;

/** What a person changed in a text, line by line: as few lines taken out and put in as possible. */
final class Differences {

    /** What became of a line. */
    enum Kind {
        SAME, OUT, IN
    }

    record Line(Kind kind, String text) {
    }

    private Differences() {
    }

    static List<Line> of(String before, String after) {
        List<String> old = before.strip().lines().map(String::stripTrailing).toList();
        List<String> now = after.strip().lines().map(String::stripTrailing).toList();
        int[][] common = common(old, now);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int k = 0;
        while (i < old.size() || k < now.size()) {
            if (i < old.size() && k < now.size() && old.get(i).equals(now.get(k))) {
                lines.add(new Line(Kind.SAME, old.get(i++)));
                k++;
            } else if (i < old.size() && (k == now.size() || common[i + 1][k] >= common[i][k + 1])) {
                lines.add(new Line(Kind.OUT, old.get(i++)));
            } else {
                lines.add(new Line(Kind.IN, now.get(k++)));
            }
        }
        return lines;
    }

    /** Length of the longest row of lines that both have from there on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] length = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int k = now.size() - 1; k >= 0; k--) {
                length[i][k] = old.get(i).equals(now.get(k)) ? length[i + 1][k + 1] + 1 : Math.max(length[i + 1][k], length[i][k + 1]);
            }
        }
        return length;
    }
}
