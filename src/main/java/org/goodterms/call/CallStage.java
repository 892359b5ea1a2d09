package org.goodterms.call;

import java.util.Collection;

/** How far matters are; sets what is said (the domain rules, sections 8.1 and 8.2). */
public enum CallStage {
    /** The first call: ask, and listen. */
    FIRST,
    /** A second reminder went out, or we have spoken before: firmer, an exact day. */
    AGAIN,
    /** A promise or a plan was not kept: ask what came between, a new day that holds. */
    BROKEN,
    /** The final notice is out: what follows is said as it is, and nothing else. */
    LAST;

    /**
     * @param steps  of the reminders sent, such as {@code R2}
     * @param broken whether the last promise was not kept or an instalment was missed
     * @param spoken whether the debt was spoken about before
     */
    public static CallStage of(Collection<String> steps, boolean broken, boolean spoken) {
        if (steps.contains("F") || steps.contains("K") || steps.contains("H")) {
            return LAST;
        }
        if (broken) {
            return BROKEN;
        }
        return spoken || steps.contains("R2") || steps.contains("R3") ? AGAIN : FIRST;
    }
}
