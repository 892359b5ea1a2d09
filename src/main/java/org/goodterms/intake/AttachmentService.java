package org.goodterms.intake;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.archive.Archive;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.PostedEntry;
import org.jspecify.annotations.Nullable;

/** Files put to customers and their documents: kept in the archive by their hash, opened from there, never taken away. */
public final class AttachmentService {
    /** The largest file that is taken, in bytes: what dossiers may carry. */
    public static final long LARGEST = 25L * 1024 * 1024;
    private final Database db;
    private final Ids ids;
    private final Archive archive;
    private final Opener opener;
    private final AttachmentStore store = new AttachmentStore();

    /** Shows a file with the program that this machine has for it. */
    @FunctionalInterface
    public interface Opener {
        void open(Path file) throws IOException;
    }

    public AttachmentService(Database db, Ids ids, Archive archive, Opener opener) {
        this.db = db;
        this.ids = ids;
        this.archive = archive;
        this.opener = opener;
    }

    /**
     * Takes a copy of the file. The same bytes for the same customer and document are there once; then that one is given.
     *
     * @param document null: the customer as a whole
     * @return refused where it cannot be read, is a folder, is empty, or is larger than {@link #LARGEST}
     */
    public Outcome<Attachment> add(Id<Customer> customer, @Nullable UUID document, Path file) {
        return keep(file, new Owner(customer, document, null, null));
    }

    /** As {@link #add}, to an entry of the journal: the receipt of an expense, a voucher of what was posted by hand. */
    public Outcome<Attachment> addToEntry(Id<PostedEntry> entry, Path file) {
        return keep(file, new Owner(null, null, null, entry));
    }

    /** What a file belongs to: a customer, perhaps one of the customer's documents or disputes; or an entry. */
    private record Owner(@Nullable Id<Customer> customer, @Nullable UUID document, @Nullable UUID dispute,
            @Nullable Id<PostedEntry> entry) {
        boolean has(Attachment file) {
            return Objects.equals(file.document(), document) && Objects.equals(file.dispute(), dispute);
        }
    }

    private Outcome<Attachment> keep(Path file, Owner owner) {
        return read(file).then(bytes -> archive.put(bytes).then(hash -> db.write(tx -> {
            List<Attachment> there = owner.entry() == null ? store.of(tx, Objects.requireNonNull(owner.customer()))
                    : store.ofEntry(tx, owner.entry());
            Optional<Attachment> known = there.stream().filter(one -> one.hash().equals(hash) && owner.has(one)).findFirst();
            if (known.isPresent()) {
                return Outcome.ok(known.get());
            }
            String name = Attachment.tidy(file.getFileName().toString());
            Attachment added = new Attachment(ids.nextId(), owner.customer(), owner.document(), owner.dispute(), owner.entry(), name,
                    bytes.length, hash, tx.now());
            String type = URLConnection.guessContentTypeFromName(name);
            store.insert(tx, added, type == null ? "application/octet-stream" : type);
            tx.touched(Attachment.class);
            return Outcome.ok(added);
        })));
    }

    /** As {@link #add}, to a document of whichever customer. */
    public Outcome<Attachment> addTo(UUID document, Path file) {
        return add(db.read(tx -> store.customerOf(tx, document)), document, file);
    }

    /** As {@link #add}, as evidence of a dispute. */
    public Outcome<Attachment> addEvidence(UUID dispute, Path file) {
        return keep(file, new Owner(db.read(tx -> store.disputing(tx, dispute)), null, dispute, null));
    }

    /** The evidence of a dispute, in the order it was put there. */
    public List<Attachment> evidence(UUID dispute) {
        return db.read(tx -> store.ofDispute(tx, dispute));
    }

    private static Outcome<byte[]> read(Path file) {
        String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        try {
            if (!Files.isRegularFile(file) || Files.size(file) == 0) {
                return Outcome.refused(Problem.at("file", "intake.attachment_empty", name));
            }
            return Files.size(file) > LARGEST ? Outcome.refused(Problem.at("file", "intake.attachment_large", name, LARGEST / 1024 / 1024))
                    : Outcome.ok(Files.readAllBytes(file));
        } catch (IOException e) {
            return Outcome.refused(Problem.at("file", "intake.attachment_unread", name));
        }
    }

    /** In the order they were put there. */
    public List<Attachment> of(Id<Customer> customer) {
        return db.read(tx -> store.of(tx, customer));
    }

    /** Those of an entry, in the order they were put there. */
    public List<Attachment> ofEntry(Id<PostedEntry> entry) {
        return db.read(tx -> store.ofEntry(tx, entry));
    }

    /** @throws IllegalStateException if there is none of that id: ids come from this book */
    public Attachment attachment(UUID id) {
        return db.read(tx -> store.byId(tx, id)).orElseThrow(() -> new IllegalStateException("no attachment " + id));
    }

    /** The very bytes that were put there. Refused where the archive has lost them. */
    public Outcome<byte[]> bytes(Attachment file) {
        return archive.get(file.hash());
    }

    /**
     * Shows a copy with the program of this machine. Refused for a kind that is not looked at ({@link Attachment#isShown}),
     * where the archive has lost it, and where no program shows it.
     */
    public Outcome<Path> open(Attachment file) {
        if (!file.isShown()) {
            return Outcome.refused(Problem.at("file", "intake.attachment_not_shown", file.name()));
        }
        return bytes(file).then(bytes -> {
            try {
                Path copy = Files.write(Files.createTempDirectory("good-terms-").resolve(file.name()), bytes);
                opener.open(copy);
                return Outcome.ok(copy);
            } catch (IOException | UnsupportedOperationException e) {
                return Outcome.refused(Problem.at("file", "intake.attachment_no_program", file.name()));
            }
        });
    }

    /** As {@link #open(Attachment)}. */
    public Outcome<Path> open(UUID id) {
        return open(attachment(id));
    }

    /** The name under which one is saved that may be a program; empty for one that is looked at. */
    public String saving(UUID id) {
        Attachment file = attachment(id);
        return file.isShown() ? "" : file.name();
    }

    public Outcome<Path> save(UUID id, Path to) {
        return save(attachment(id), to);
    }

    /** Writes a copy. */
    public Outcome<Path> save(Attachment file, Path to) {
        return bytes(file).then(bytes -> {
            try {
                return Outcome.ok(Files.write(to, bytes));
            } catch (IOException e) {
                return Outcome.refused(Problem.at("file", "intake.attachment_not_written", to.toString()));
            }
        });
    }
}
