package org.goodterms.ui.invoice;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.EInvoiceService;
import org.goodterms.invoice.EInvoiceWish;
import org.goodterms.invoice.Enclosure;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;

/** How a customer wants e-invoices, which files travel with this one, and the file itself, checked before it is given out. */
final class EInvoiceDialog {
    private static final double WIDTH = 600;
    private final Desk desk;
    private final Texts texts;
    private final EInvoiceService eInvoices;

    private record Known(EInvoiceWish wish, List<Enclosure> files) {
    }

    EInvoiceDialog(Desk desk, EInvoiceService eInvoices) {
        this.desk = desk;
        this.texts = desk.texts();
        this.eInvoices = eInvoices;
    }

    void ask(Document document) {
        desk.tasks().load(document.number(), progress -> new Known(eInvoices.wish(document.content().customer()),
                eInvoices.enclosures().of(document.id())), known -> show(document, known));
    }

    private void show(Document document, Known known) {
        Form form = new Form(texts);
        ComboBox<String> format = formats(known.wish().format());
        TextField reference = new TextField(known.wish().buyerReference());
        TextField contract = new TextField(known.wish().contract());
        Label files = new Label(files(known.files()));
        files.setWrapText(true);
        files.getStyleClass().add("subtle");
        var content = Form.column(form.banner(), form.add("--format", "einvoice.out.format", format),
                Form.line(form.add("buyerReference", "einvoice.out.reference", reference), form.add("contract", "einvoice.out.contract", contract)));
        Action keep = Action.of("einvoice.out.keep", "fth-check", () -> desk.tasks().run("einvoice.out.keep",
                progress -> eInvoices.wish(document.content().customer(), wish(format, reference, contract)), kept -> {
                    desk.overlay().close();
                    desk.overlay().toast(texts.get("einvoice.out.kept"));
                }, form::show));
        Action enclose = Action.of("einvoice.out.enclose", "fth-paperclip", () -> enclose(document, files, form));
        Action save = Action.of("einvoice.out.save", "fth-download", () -> save(document, wish(format, reference, contract), form))
                .disabledWhile(desk.tasks().busy("einvoice.out.save"));
        HBox travelling = new HBox(12, Buttons.of(texts, enclose), files);
        travelling.setAlignment(Pos.CENTER_LEFT);
        content.getChildren().add(travelling);
        desk.overlay().show(new Dialog(texts.get("einvoice.out.heading", document.number()), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), Buttons.of(texts, keep),
                Buttons.primary(texts, save)).focusing(format));
    }

    private static EInvoiceWish wish(ComboBox<String> format, TextField reference, TextField contract) {
        return new EInvoiceWish(format.getValue(), reference.getText().strip(), contract.getText().strip());
    }

    private String files(List<Enclosure> files) {
        return files.isEmpty() ? texts.get("einvoice.out.no_files")
                : texts.get("einvoice.out.files", files.stream().map(Enclosure::name).collect(Collectors.joining(", ")));
    }

    private ComboBox<String> formats(String chosen) {
        ComboBox<String> formats = new ComboBox<>();
        formats.setId("einvoice-format");
        formats.setMaxWidth(Double.MAX_VALUE);
        formats.setConverter(new StringConverter<>() {
            @Override
            public String toString(String word) {
                return word == null ? "" : texts.get("einvoice.format." + (word.isEmpty() ? "none" : word));
            }

            @Override
            public String fromString(String shown) {
                return shown;
            }
        });
        List<String> words = new ArrayList<>(List.of(""));
        words.addAll(EInvoiceService.formats());
        formats.getItems().setAll(words);
        formats.setValue(chosen);
        return formats;
    }

    private void enclose(Document document, Label files, Form form) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("einvoice.out.enclose"));
        File chosen = chooser.showOpenDialog(desk.overlay().getScene().getWindow());
        if (chosen != null) {
            desk.tasks().run("einvoice.out.enclose", progress -> read(chosen.toPath()).then(bytes ->
                    eInvoices.enclosures().add(document.number(), chosen.getName(), bytes)).map(added -> eInvoices.enclosures().of(document.id())),
                    now -> files.setText(files(now)), form::show);
        }
    }

    private static Outcome<byte[]> read(Path file) {
        try {
            return Outcome.ok(Files.readAllBytes(file));
        } catch (IOException e) {
            return Outcome.refused(Problem.at("file", "intake.attachment_unread", String.valueOf(file.getFileName())));
        }
    }

    /** Keeps the wish, makes and checks the file; what is missing is named at its field, or above. */
    private void save(Document document, EInvoiceWish wish, Form form) {
        String format = wish.format().isEmpty() ? "facturx" : wish.format();
        desk.tasks().run("einvoice.out.save", progress -> eInvoices.wish(document.content().customer(), wish)
                .then(kept -> eInvoices.export(document.number(), format)), bytes -> {
                    String ending = format.startsWith("facturx") ? "pdf" : "xml";
                    desk.overlay().close();
                    desk.overlay().askFile(texts.get("einvoice.out.save"), document.number().replaceAll("[^A-Za-z0-9.-]", "-") + "." + ending, ending)
                            .ifPresent(to -> desk.tasks().run("einvoice.out.write", progress -> written(to, bytes),
                                    file -> desk.overlay().toast(texts.get("attachment.saved", file.getFileName())), desk.overlay()::problems));
                }, form::show);
    }

    private static Outcome<Path> written(Path file, byte[] bytes) {
        try {
            return Outcome.ok(Files.write(file, bytes));
        } catch (IOException e) {
            return Outcome.refused(Problem.of("window.not_written", file));
        }
    }
}
