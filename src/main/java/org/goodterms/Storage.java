package org.goodterms;

import java.nio.file.Path;
import org.goodterms.archive.Archive;
import org.goodterms.db.ArchivedBytes;
import org.goodterms.db.Database;
import org.goodterms.secret.Secrets;
import org.goodterms.secret.SystemKeychain;
import org.goodterms.secret.Vault;

/** Where a book's documents lie, and where this user's passwords do. */
final class Storage {
    private Storage() {
    }

    /** The folder beside the book; a book on a server keeps its documents in itself. */
    static Archive archive(Database db) {
        Path folder = db.documents();
        ArchivedBytes table = new ArchivedBytes(db);
        return folder == null ? Archive.inTable(table::find, table::keep, table::hashes) : Archive.inFolder(folder);
    }

    static Secrets ofThisUser() {
        return new Secrets(new SystemKeychain(), Vault.withKeyFile(UserFolder.in(Path.of(System.getProperty("user.home")))));
    }
}
