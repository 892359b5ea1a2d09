package org.goodterms.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What a disk holds for sure, and the writes that a power cut may drop, reorder or tear, because nobody forced them. */
final class Tape {
    /** What a power cut does with writes that were not forced. */
    enum Cut { DROP, REORDER, TEAR }

    private record Write(long position, byte[] bytes) {
    }

    private final Runnable afterEachWrite;
    private final List<Write> pending = new ArrayList<>();
    private byte[] durable;

    Tape(byte[] durable, Runnable afterEachWrite) {
        this.durable = durable;
        this.afterEachWrite = afterEachWrite;
    }

    synchronized void wrote(long position, byte[] bytes) {
        pending.add(new Write(position, bytes));
        afterEachWrite.run();
    }

    synchronized void forced() {
        for (Write write : pending) {
            durable = applied(durable, write, write.bytes().length);
        }
        pending.clear();
    }

    /** Seen as forced: the file system orders it after what went before. */
    synchronized void truncated(long size) {
        forced();
        durable = Arrays.copyOf(durable, (int) size);
    }

    /** The file as it could be found after the power came back. */
    synchronized byte[] image(Cut cut, Random random) {
        List<Write> kept = new ArrayList<>(pending);
        byte[] image = durable;
        switch (cut) {
            case DROP -> kept.removeIf(write -> random.nextInt(4) > 0);
            case REORDER -> {
                Collections.shuffle(kept, random);
                kept = kept.subList(0, kept.isEmpty() ? 0 : random.nextInt(kept.size() + 1));
            }
            case TEAR -> kept.removeIf(write -> random.nextBoolean());
        }
        for (Write write : kept) {
            int length = write.bytes().length;
            image = applied(image, write, cut == Cut.TEAR ? random.nextInt(length + 1) : length);
        }
        return image.clone();
    }

    private static byte[] applied(byte[] to, Write write, int length) {
        int end = (int) write.position() + length;
        byte[] result = end > to.length ? Arrays.copyOf(to, end) : to.clone();
        System.arraycopy(write.bytes(), 0, result, (int) write.position(), length);
        return result;
    }
}
