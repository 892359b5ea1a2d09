package org.goodterms.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Files of one folder that only this user may read, written whole or not at all. */
final class OwnFiles {
    private static final String LOCK = "secrets.lock";
    private static final int MOST_WAITS = 1000;
    private static final long WAIT_NANOS = 10_000_000;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private final Path folder;

    OwnFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    byte[] read(String name, int largest) throws IOException {
        Path file = folder.resolve(name);
        if (Files.size(file) > largest) {
            throw new FileSystemException(file.toString(), null, "larger than it may be");
        }
        return Files.readAllBytes(file);
    }

    /** Another program waits until the channel is closed. */
    FileChannel lock() throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int i = 0; i < MOST_WAITS; i++) {
            try {
                channel.lock();
                return channel;
            } catch (OverlappingFileLockException e) {
                // held by another thread of this program, which the system does not make us wait for
                LockSupport.parkNanos(WAIT_NANOS);
            }
        }
        channel.close();
        throw new FileSystemException(folder.toString(), null, "locked for too long");
    }

    /** Beside first, forced to disk, then in the place of the old one. */
    void write(String name, byte[] bytes) throws IOException {
        Path partial = Files.createTempFile(folder, name, ".part", ownerOnly());
        try {
            restrict(partial);
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] ownerOnly() {
        return isPosix() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)} : new FileAttribute<?>[0];
    }

    /** On Windows: one entry, for the owner. */
    private static void restrict(Path file) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
        }
    }
}
