package org.goodterms.kernel;

import java.util.concurrent.CancellationException;

/** What long work tells whoever waits for it, and how it learns that nobody waits any more. */
public interface Progress {

    /** Nobody watches and nobody cancels. */
    Progress NONE = new Progress() {
        @Override
        public void at(long done, long total, String textKey) {
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * One step further.
     *
     * @param total   0 where it is not known
     * @param textKey what is being done, a key of the text bundle
     */
    void at(long done, long total, String textKey);

    boolean cancelled();

    /** Called between items: each item is its own transaction, so nothing is left half done. */
    default void stopIfCancelled() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }
}
