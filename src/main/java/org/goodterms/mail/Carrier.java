package org.goodterms.mail;

/** Takes messages where they go, one after the other. Not for use by two threads at once. */
public interface Carrier extends AutoCloseable {

    /** Hands over exactly {@code bytes}. Never throws over what the outside world does. */
    Delivery deliver(Envelope envelope, byte[] bytes);

    /** Gives up what is under way, from another thread; the delivery then answers at once. */
    void abort();

    @Override
    void close();
}
