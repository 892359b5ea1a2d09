package org.goodterms.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.goodterms.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A small file beside the database that says how far the book had come, forced to disk after each write. The database
 * engine opens a file that lost its end without a word; the guard is how we notice.
 *
 * <p>Two places are written in turn, each with its own checksum: a write that a power cut tears leaves the other.
 */
final class Guard implements AutoCloseable {
    private static final int PLACE = 512;
    private static final String FORMAT = "goodterms-guard-1";
    private final FileChannel channel;
    private long turn;

    /**
     * How far a book had come.
     *
     * @param engine version of the database engine that wrote last
     * @param writes count of all writes
     * @param seq    number of the last entry of the ledger, 0 without one: also the count of entries
     * @param hash   head of the chain over the entries, empty without one
     */
    record Mark(UUID storeId, int schema, String engine, long writes, long seq, String hash) {
    }

    /** What a guard file says. {@code mark} is null where there is no file or none of its places is readable. */
    record Reading(@Nullable Mark mark, boolean exists) {
    }

    private record Place(long turn, Mark mark) {
    }

    private Guard(FileChannel channel, long turn) {
        this.channel = channel;
        this.turn = turn;
    }

    static Reading read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Reading(null, false);
        }
        Place newest = newest(file);
        return new Reading(newest == null ? null : newest.mark(), true);
    }

    /** Makes a guard anew; what an earlier one said is forgotten. */
    static Guard renew(Path file, Mark mark) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, new byte[0]);
        try (Guard guard = new Guard(FileChannel.open(fresh, StandardOpenOption.WRITE), 0)) {
            guard.write(mark);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        BookFiles.forceFolder(file.toAbsolutePath().getParent());
        return resume(file);
    }

    /** Goes on with an existing guard. */
    static Guard resume(Path file) throws IOException {
        Place newest = newest(file);
        return new Guard(FileChannel.open(file, StandardOpenOption.WRITE), newest == null ? 0 : newest.turn() + 1);
    }

    /** Returns after the mark is on the disk. */
    void write(Mark mark) throws IOException {
        String body = String.join("\n", FORMAT, Long.toString(turn), mark.storeId().toString(),
                Integer.toString(mark.schema()), mark.engine(), Long.toString(mark.writes()),
                Long.toString(mark.seq()), mark.hash(), "");
        byte[] text = (body + Sha256.of(body) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer place = ByteBuffer.allocate(PLACE);
        place.put(text).position(0);
        channel.write(place, (turn % 2) * PLACE);
        channel.force(false);
        turn++;
    }

    private static @Nullable Place newest(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Place first = parse(bytes, 0);
        Place second = parse(bytes, PLACE);
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.turn() > second.turn() ? first : second;
    }

    private static @Nullable Place parse(byte[] bytes, int from) {
        if (bytes.length < from + PLACE) {
            return null;
        }
        String[] lines = new String(bytes, from, PLACE, StandardCharsets.US_ASCII).split("\n", -1);
        if (lines.length < 9 || !lines[0].equals(FORMAT)) {
            return null;
        }
        String body = String.join("\n", java.util.Arrays.copyOf(lines, 8)) + "\n";
        if (!Sha256.of(body).equals(lines[8])) {
            return null;
        }
        return new Place(Long.parseLong(lines[1]), new Mark(UUID.fromString(lines[2]), Integer.parseInt(lines[3]),
                lines[4], Long.parseLong(lines[5]), Long.parseLong(lines[6]), lines[7]));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
