package org.goodterms.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.goodterms.archive.Archive;
import org.goodterms.claim.HandOver;
import org.goodterms.claim.HandOverService;
import org.goodterms.claim.InterestQuote;
import org.goodterms.claim.InterestService;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.PaperService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Texts;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OutboxService;
import org.goodterms.pdf.Accent;
import org.goodterms.pdf.Layout;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.Paper;
import org.goodterms.pdf.PdfRenderer;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.CustomerHistoryService;
import org.goodterms.report.Statement;
import org.goodterms.report.StatementPaperService;
import org.goodterms.report.TimelineEvent;
import org.jspecify.annotations.Nullable;

/** Gathers everything about a debt into one file, and hands the debt over with it. */
public final class DossierService {
    private static final int ALL = 100_000;
    private final InvoiceService.Rooms rooms;
    private final Sources from;
    private final DossierStore store = new DossierStore();

    /** The rooms that know something of the debt. */
    public record Sources(Archive archive, PaperService papers, OutboxService outbox, StatementPaperService statements,
            CustomerHistoryService history, InterestService interest, HandOverService handOvers) {
    }

    public DossierService(InvoiceService.Rooms rooms, Sources from) {
        this.rooms = rooms;
        this.from = from;
    }

    /** A hand-over with its dossier. @param zip the whole file */
    public record Made(HandOver handOver, Dossier dossier, byte[] zip) {
    }

    /** The file as it would be handed over now; nothing changes. */
    public Outcome<Made> prepare(String customerCode, List<String> numbers, HandOver.Receiver receiver) {
        return rooms.db().read(tx -> rooms.customers().byCode(tx, customerCode).then(customer ->
                from.handOvers().prepare(tx, customer.id(), numbers, receiver))).then(this::gathered);
    }

    /** Marks the debt as handed over; its reminders stop. */
    public Outcome<HandOver> keep(Made made, String note) {
        return rooms.db().write(tx -> from.handOvers().prepare(tx, made.handOver().customer(), made.handOver().items().stream()
                .map(HandOver.Item::number).distinct().toList(), made.handOver().receiver())
                .then(again -> from.handOvers().keep(tx, made.handOver(), Archive.hash(made.zip()), note)));
    }

    private Outcome<Made> gathered(HandOver over) {
        Customer customer = rooms.db().read(tx -> rooms.customers().customer(tx, over.customer()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<Dossier.Lack> missing = new ArrayList<>();
        Company firm = rooms.companies().company();
        Texts texts = Texts.of(firm.locale());
        for (String number : over.items().stream().map(HandOver.Item::number).distinct().toList()) {
            if (from.papers().pdf(number) instanceof Outcome.Ok<byte[]>(byte[] pdf)) {
                files.put("invoices/" + name(number) + ".pdf", pdf);
            } else {
                missing.add(new Dossier.Lack("dossier.lacks_page", number));
            }
        }
        files.put("statement.pdf", from.statements().pdf(customer, Statement.Form.BALANCE_FORWARD, null, over.on(),
                over.items().getFirst().amount().getCurrencyUnit()));
        int sent = messages(customer, files);
        int attached = attachments(customer, files);
        lacks(missing, sent == 0, "dossier.lacks_messages");
        lacks(missing, attached == 0, "dossier.lacks_proof");
        lacks(missing, customer.address().street().isBlank() || customer.address().city().isBlank(), "dossier.lacks_address");
        lacks(missing, customer.trade().taxId().isBlank(), "dossier.lacks_register");
        Dossier dossier = rooms.db().read(tx -> told(tx, over, customer, firm, files, missing, texts));
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("index.pdf", index(dossier, firm));
        all.putAll(files);
        return Outcome.ok(new Made(over, dossier, zip(all, dossier.on())));
    }

    private static void lacks(List<Dossier.Lack> missing, boolean lacking, String textKey) {
        if (lacking) {
            missing.add(new Dossier.Lack(textKey, ""));
        }
    }

    /** Messages that left, as they left. */
    private int messages(Customer customer, Map<String, byte[]> files) {
        List<Message> sent = rooms.db().read(tx -> from.outbox().ofCustomer(tx, customer.id().value())).stream()
                .filter(message -> message.state() == Message.State.SENT)
                .sorted(Comparator.comparing((Message m) -> m.about().date()).thenComparing(Message::createdAt)).toList();
        int count = 0;
        for (Message message : sent) {
            if (from.archive().get(message.parcel().contentHash()) instanceof Outcome.Ok<byte[]>(byte[] bytes)) {
                count++;
                String ending = message.parcel().channel() == Message.Channel.EMAIL ? ".eml" : ".pdf";
                files.put("messages/%03d-%s-%s%s".formatted(count, message.about().date(), name(message.parcel().label()), ending), bytes);
            }
        }
        return count;
    }

    private int attachments(Customer customer, Map<String, byte[]> files) {
        int count = 0;
        for (DossierStore.Kept kept : rooms.db().read(tx -> store.attachments(tx, customer.id()))) {
            if (from.archive().get(kept.hash()) instanceof Outcome.Ok<byte[]>(byte[] bytes)) {
                count++;
                files.put("files/%03d-%s".formatted(count, name(kept.name())), bytes);
            }
        }
        return count;
    }

    /** A name that every system takes. */
    private static String name(String text) {
        String plain = text.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
        return plain.isEmpty() ? "file" : plain.substring(0, Math.min(plain.length(), 80));
    }

    private Dossier told(Tx tx, HandOver over, Customer customer, Company firm, Map<String, byte[]> files, List<Dossier.Lack> missing,
            Texts texts) {
        List<Dossier.Claim> claims = over.items().stream().map(item -> claim(tx, rooms.receivables().byId(tx, item.id()).orElseThrow()))
                .toList();
        Map<java.util.UUID, String> seals = store.seals(tx, customer.id());
        List<Dossier.Said> events = from.history().timeline(tx, customer.id(), Set.of(), 0, ALL).stream()
                .sorted(Comparator.comparing(TimelineEvent::date).thenComparing(TimelineEvent::at))
                .map(event -> new Dossier.Said(event.date(), event.sentence(texts), event.kind(), seals.getOrDefault(event.source(), ""))).toList();
        for (Dossier.Claim claim : claims) {
            if (claim.interest() == null && over.items().stream().noneMatch(item -> item.number().equals(claim.number())
                    && rooms.receivables().byId(tx, item.id()).orElseThrow().kind().charge())) {
                missing.add(new Dossier.Lack("dossier.lacks_interest", claim.number()));
            }
            if (claim.limitation() == null) {
                missing.add(new Dossier.Lack("dossier.lacks_limitation", claim.number()));
            }
        }
        List<Dossier.Entry> entries = files.entrySet().stream()
                .map(file -> new Dossier.Entry(file.getKey(), Archive.hash(file.getValue()), file.getValue().length)).toList();
        return new Dossier("dossier/" + customer.code() + "/" + over.on(), over.receiver().word(), over.on(),
                lines(firm.name(), firm.firm().address().street(), firm.firm().address().postcode() + " " + firm.firm().address().city(),
                        firm.firm().taxId(), firm.firm().registration()),
                lines(customer.name(), customer.address().street(), customer.address().postcode() + " " + customer.address().city(),
                        customer.trade().taxId(), customer.reach().email(), customer.reach().phone()),
                claims, events, entries, missing);
    }

    private Dossier.Claim claim(Tx tx, OpenItem item) {
        @Nullable InterestQuote quote = item.kind().charge() ? null
                : from.interest().quote(tx, item, null) instanceof Outcome.Ok<InterestQuote>(InterestQuote q) ? q : null;
        return new Dossier.Claim(item.number(), item.date(), item.due(), item.original(), item.open(),
                from.handOvers().limitation(tx, item), quote);
    }

    private static List<String> lines(String... texts) {
        return Stream.of(texts).map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static byte[] index(Dossier dossier, Company firm) {
        Letterhead letterhead = new Letterhead(null, firm.name(), List.of(), Accent.of(firm.look().accent()), List.of(),
                Layout.of(firm.look().design().layout().word()));
        return new PdfRenderer().render(DossierPage.of(dossier, firm.locale(), Paper.valueOf(firm.practice().paper().name()), letterhead,
                dossier.on().atStartOfDay(firm.zone()).toInstant()));
    }

    private static byte[] zip(Map<String, byte[]> files, LocalDate on) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(on.atStartOfDay());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
