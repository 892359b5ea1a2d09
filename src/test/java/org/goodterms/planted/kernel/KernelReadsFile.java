package org.goodterms.planted.kernel;

/** Planted: kernel does I/O. */
public final class KernelReadsFile {
    public boolean there(java.nio.file.Path path) {
        return java.nio.file.Files.exists(path);
    }
}
