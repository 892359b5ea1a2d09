package org.goodterms.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Folders that a program copies to other machines while we write. A live database there gets torn or replaced by an
 * older copy, so a book never lies in one; its backups may.
 */
final class SyncFolders {
    private record Service(String name, Pattern folder) {
    }

    private static final List<Service> SERVICES = List.of(
            service("Dropbox", "dropbox( \\(.*\\))?"),
            service("OneDrive", "onedrive( - .*|-.*)?"),
            service("iCloud Drive", "iclouddrive|icloud drive( \\(.*\\))?|mobile documents|com~apple~clouddocs"),
            service("Google Drive", "google ?drive( .*|-.*)?|my drive"),
            service("Nextcloud", "nextcloud[0-9]*"));

    private SyncFolders() {
    }

    private static Service service(String name, String folder) {
        return new Service(name, Pattern.compile(folder, Pattern.CASE_INSENSITIVE));
    }

    /** The name of the service whose folder {@code path} lies in, links followed as far as the path exists. */
    static Optional<String> serviceOf(Path path) {
        return among(path).or(() -> among(resolved(path)));
    }

    private static Optional<String> among(Path path) {
        for (Path part : path) {
            for (Service service : SERVICES) {
                if (service.folder().matcher(part.toString()).matches()) {
                    return Optional.of(service.name());
                }
            }
        }
        return Optional.empty();
    }

    private static Path resolved(Path path) {
        for (Path there = path.toAbsolutePath(); there != null; there = there.getParent()) {
            if (Files.exists(there)) {
                try {
                    return there.toRealPath();
                } catch (IOException e) {
                    return there;
                }
            }
        }
        return path;
    }
}
