package org.goodterms.invoice;

import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.DOCUMENT_ALLOWANCE;
import static org.goodterms.db.gen.Tables.DOCUMENT_DUE;
import static org.goodterms.db.gen.Tables.DOCUMENT_LINE;
import static org.goodterms.db.gen.Tables.DOCUMENT_TAX;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.DocumentAllowanceRecord;
import org.goodterms.db.gen.tables.records.DocumentDueRecord;
import org.goodterms.db.gen.tables.records.DocumentLineRecord;
import org.goodterms.db.gen.tables.records.DocumentRecord;
import org.goodterms.db.gen.tables.records.DocumentTaxRecord;
import org.goodterms.invoice.Document.Kind;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Documents to and from the tables. */
final class DocumentStore {
    static final String DRAFT = "draft";
    static final String ISSUED = "issued";

    void insert(Tx tx, Document document) {
        tx.sql().insertInto(DOCUMENT).set(RowStore.row(document)).execute();
        insertParts(tx, document);
    }

    /** Stores a changed draft, or the document that became of it; false where it is no draft of that version any more. */
    boolean replace(Tx tx, Document changed, int fromVersion) {
        DocumentRecord row = RowStore.row(changed);
        row.touched(DOCUMENT.ID, false);
        row.touched(DOCUMENT.CREATED_AT, false);
        int rows = tx.sql().update(DOCUMENT).set(row).where(DOCUMENT.ID.eq(changed.id().value()), DOCUMENT.STATUS.eq(DRAFT),
                DOCUMENT.VERSION.eq(fromVersion)).execute();
        if (rows == 1) {
            deleteParts(tx, changed.id().value());
            insertParts(tx, changed);
        }
        return rows == 1;
    }

    /** Deletes a draft; false where it is none. */
    boolean discard(Tx tx, Id<Document> id) {
        boolean draft = tx.sql().fetchExists(tx.sql().selectFrom(DOCUMENT)
                .where(DOCUMENT.ID.eq(id.value()), DOCUMENT.STATUS.eq(DRAFT)));
        if (draft) {
            deleteParts(tx, id.value());
            tx.sql().deleteFrom(DOCUMENT).where(DOCUMENT.ID.eq(id.value()), DOCUMENT.STATUS.eq(DRAFT)).execute();
        }
        return draft;
    }

    private static void insertParts(Tx tx, Document document) {
        UUID id = document.id().value();
        List<DocumentLineRecord> lines = new ArrayList<>();
        for (int i = 0; i < document.content().lines().size(); i++) {
            lines.add(RowStore.row(id, i + 1, document.content().lines().get(i), document.lineNets().get(i)));
        }
        List<DocumentAllowanceRecord> allowances = new ArrayList<>();
        for (int i = 0; i < document.content().allowances().size(); i++) {
            allowances.add(RowStore.row(id, i + 1, document.content().allowances().get(i), document.adjusted().get(i)));
        }
        List<DocumentTaxRecord> taxes = new ArrayList<>();
        document.taxes().forEach(tax -> taxes.add(RowStore.row(id, taxes.size() + 1, tax)));
        List<DocumentDueRecord> dues = new ArrayList<>();
        document.dues().forEach(due -> dues.add(RowStore.row(id, dues.size() + 1, due)));
        lines.forEach(line -> tx.sql().insertInto(DOCUMENT_LINE).set(line).execute());
        allowances.forEach(allowance -> tx.sql().insertInto(DOCUMENT_ALLOWANCE).set(allowance).execute());
        taxes.forEach(tax -> tx.sql().insertInto(DOCUMENT_TAX).set(tax).execute());
        dues.forEach(due -> tx.sql().insertInto(DOCUMENT_DUE).set(due).execute());
    }

    private static void deleteParts(Tx tx, UUID id) {
        tx.sql().deleteFrom(DOCUMENT_LINE).where(DOCUMENT_LINE.DOCUMENT_ID.eq(id)).execute();
        tx.sql().deleteFrom(DOCUMENT_ALLOWANCE).where(DOCUMENT_ALLOWANCE.DOCUMENT_ID.eq(id)).execute();
        tx.sql().deleteFrom(DOCUMENT_TAX).where(DOCUMENT_TAX.DOCUMENT_ID.eq(id)).execute();
        tx.sql().deleteFrom(DOCUMENT_DUE).where(DOCUMENT_DUE.DOCUMENT_ID.eq(id)).execute();
    }

    Optional<Document> byId(Tx tx, Id<Document> id, CurrencyUnit book) {
        return load(tx, DOCUMENT.ID.eq(id.value()), book).stream().findFirst();
    }

    /** As {@link #byId}, and keeps every other writer of this document waiting until the transaction ends. */
    Optional<Document> lock(Tx tx, Id<Document> id, CurrencyUnit book) {
        tx.sql().select(DOCUMENT.ID).from(DOCUMENT).where(DOCUMENT.ID.eq(id.value())).forUpdate().fetch();
        return byId(tx, id, book);
    }

    Optional<Document> byNumber(Tx tx, String number, CurrencyUnit book) {
        return number.isEmpty() ? Optional.empty() : load(tx, DOCUMENT.NUMBER.eq(number), book).stream().findFirst();
    }

    /** Credit notes for the invoice of that number, in the order they were issued. */
    List<Document> creditsOf(Tx tx, String number, CurrencyUnit book) {
        return load(tx, DOCUMENT.CREDITS.eq(number).and(DOCUMENT.STATUS.eq(ISSUED))
                .and(DOCUMENT.KIND.eq(RowStore.word(Kind.CREDIT_NOTE))), book);
    }

    /** Final invoices that deduct the deposit invoice of that number. */
    List<Document> finalsOf(Tx tx, String deposit, CurrencyUnit book) {
        return load(tx, DOCUMENT.LESS_DEPOSIT.eq(deposit).and(DOCUMENT.STATUS.eq(ISSUED))
                .and(DOCUMENT.KIND.eq(RowStore.word(Kind.INVOICE))), book);
    }

    /** Date of the latest issued document of a kind. */
    @Nullable LocalDate lastDate(Tx tx, Kind kind) {
        return tx.sql().select(DSL.max(DOCUMENT.DOC_DATE)).from(DOCUMENT)
                .where(DOCUMENT.KIND.eq(RowStore.word(kind)), DOCUMENT.STATUS.eq(ISSUED)).fetchSingle().value1();
    }

    /** Issued documents of which no page is in the archive. */
    List<Id<Document>> withoutPage(Tx tx) {
        return tx.sql().select(DOCUMENT.ID).from(DOCUMENT).where(DOCUMENT.STATUS.eq(ISSUED), DOCUMENT.PDF_HASH.isNull())
                .orderBy(DOCUMENT.ISSUED_AT).fetch(row -> Id.of(row.value1()));
    }

    /** Says once where the page lies; false where that was said before. */
    boolean setPage(Tx tx, Id<Document> id, String hash) {
        return tx.sql().update(DOCUMENT).set(DOCUMENT.PDF_HASH, hash)
                .where(DOCUMENT.ID.eq(id.value()), DOCUMENT.STATUS.eq(ISSUED), DOCUMENT.PDF_HASH.isNull()).execute() == 1;
    }

    private static List<Document> load(Tx tx, Condition which, CurrencyUnit book) {
        List<DocumentRecord> rows = tx.sql().selectFrom(DOCUMENT).where(which)
                .orderBy(DOCUMENT.ISSUED_AT, DOCUMENT.CREATED_AT, DOCUMENT.ID).fetch();
        List<UUID> ids = rows.stream().map(DocumentRecord::getId).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var lines = tx.sql().selectFrom(DOCUMENT_LINE).where(DOCUMENT_LINE.DOCUMENT_ID.in(ids))
                .orderBy(DOCUMENT_LINE.LINE).fetchGroups(DOCUMENT_LINE.DOCUMENT_ID);
        var allowances = tx.sql().selectFrom(DOCUMENT_ALLOWANCE).where(DOCUMENT_ALLOWANCE.DOCUMENT_ID.in(ids))
                .orderBy(DOCUMENT_ALLOWANCE.LINE).fetchGroups(DOCUMENT_ALLOWANCE.DOCUMENT_ID);
        var taxes = tx.sql().selectFrom(DOCUMENT_TAX).where(DOCUMENT_TAX.DOCUMENT_ID.in(ids))
                .orderBy(DOCUMENT_TAX.LINE).fetchGroups(DOCUMENT_TAX.DOCUMENT_ID);
        var dues = tx.sql().selectFrom(DOCUMENT_DUE).where(DOCUMENT_DUE.DOCUMENT_ID.in(ids))
                .orderBy(DOCUMENT_DUE.PART).fetchGroups(DOCUMENT_DUE.DOCUMENT_ID);
        return rows.stream().map(row -> new RowStore(book, row, of(lines.get(row.getId())),
                of(allowances.get(row.getId())), of(taxes.get(row.getId())), of(dues.get(row.getId()))).document()).toList();
    }

    private static <T> List<T> of(@Nullable List<T> rows) {
        return rows == null ? List.of() : rows;
    }
}
