package org.goodterms.mail;

import org.goodterms.kernel.Problem;

/** Takes messages where they go, one after the other. Not for use by two threads at once. */
public interface Carrier extends AutoCloseable {

    /** Hands over exactly {@code bytes}. Never throws over what the outside world does. */
    Delivery deliver(Envelope envelope, byte[] bytes);

    /** What to tell a person about a delivery that did not go, in this account's terms. */
    Problem problem(Delivery failure);

    /** Gives up what is under way, from another thread; the delivery then answers at once. */
    void abort();

    @Override
    void close();
}
