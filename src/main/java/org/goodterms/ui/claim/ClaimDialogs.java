package org.goodterms.ui.claim;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.goodterms.claim.HandOver;
import org.goodterms.claim.InterestQuote;
import org.goodterms.claim.WriteOff.ReliefTime;
import org.goodterms.dossier.Dossier;
import org.goodterms.dossier.DossierService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The small dialogs of a debt's end: a fee, a waiver, a write-off, money on it after all, and the hand-over. */
final class ClaimDialogs {
    private static final double WIDTH = 520;
    private final Desk desk;
    private final Texts texts;
    private final ClaimViewModel model;

    ClaimDialogs(Desk desk, ClaimViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    void fee(CurrencyUnit book) {
        Form form = new Form(texts);
        MoneyField amount = new MoneyField(desk.formats(), book);
        TextField text = new TextField();
        show("claim.fee", Form.column(form.banner(), form.add("amount", "claim.amount", amount).width(200), form.add("text", "claim.text", text)),
                Action.of("claim.fee", "fth-plus", () -> {
                    if (form.readable() && given(form, amount)) {
                        model.chargeFee(Objects.requireNonNull(amount.getValue()), text.getText(), desk.overlay()::close, form::show);
                    }
                }), amount);
    }

    /** Asks by which rule delay is charged. */
    void rule() {
        Form form = new Form(texts);
        ComboBox<String> word = words(model.rules(), "claim.rule.of.");
        if (model.quote.get() instanceof Outcome.Ok<InterestQuote>(InterestQuote quote)) {
            word.setValue(quote.regime().word());
        }
        DecimalField yearly = new DecimalField(desk.formats());
        DecimalField monthly = new DecimalField(desk.formats());
        show("claim.rule", Form.column(form.banner(), form.add("regime", "claim.rule.which", word),
                Form.line(form.add("rate", "claim.rule.yearly", yearly), form.add("monthly", "claim.rule.monthly", monthly)),
                new Label(texts.get("claim.rule.hint"))), Action.of("claim.rule", "fth-check", () -> {
                    if (form.readable()) {
                        model.setRule(word.getValue(), yearly.getValue(), monthly.getValue(), desk.overlay()::close, form::show);
                    }
                }), word);
    }

    void waive(OpenItem charge) {
        Form form = new Form(texts);
        TextField reason = new TextField();
        show("claim.waive", Form.column(form.banner(), new Label(texts.get("claim.waive.what", desk.formats().money(charge.open()), charge.number())),
                form.add("reason", "claim.reason", reason)), Action.of("claim.waive", "fth-corner-up-left",
                        () -> model.waive(charge.number(), reason.getText(), desk.overlay()::close, form::show)), reason);
    }

    void writeOff(Money open) {
        Form form = new Form(texts);
        ComboBox<String> relief = words(List.of("lawful", ReliefTime.NOW.word(), ReliefTime.LATER.word()), "claim.relief_time.");
        CheckBox allowance = new CheckBox(texts.get("claim.allowance"));
        TextField note = new TextField();
        Label what = new Label(texts.get("claim.write_off.what", desk.formats().money(open), model.number()));
        what.setWrapText(true);
        show("claim.write_off", Form.column(form.banner(), what, form.add("relief", "claim.relief_time", relief), allowance,
                form.add("note", "claim.note", note)), Action.of("claim.write_off", "fth-slash", () -> model.writeOff(time(relief.getValue()),
                        allowance.isSelected(), note.getText(), desk.overlay()::close, form::show)), relief);
    }

    private static @Nullable ReliefTime time(String word) {
        return word.equals(ReliefTime.NOW.word()) ? ReliefTime.NOW : word.equals(ReliefTime.LATER.word()) ? ReliefTime.LATER : null;
    }

    void recover(Money most) {
        Form form = new Form(texts);
        MoneyField amount = new MoneyField(desk.formats(), most.getCurrencyUnit());
        amount.setValue(most);
        DateField on = new DateField(desk.formats());
        on.setValue(desk.formats().today());
        show("claim.recover", Form.column(form.banner(), Form.line(form.add("amount", "claim.amount", amount),
                form.add("date", "claim.on", on).width(170))), Action.of("claim.recover", "fth-credit-card", () -> {
                    if (form.readable() && given(form, amount)) {
                        model.recover(Objects.requireNonNull(amount.getValue()), Objects.requireNonNullElse(on.getValue(), desk.formats().today()),
                                desk.overlay()::close, form::show);
                    }
                }), amount);
    }

    private static boolean given(Form form, MoneyField amount) {
        if (amount.getValue() == null) {
            form.show(List.of(Problem.at("amount", "payment.no_amount")));
        }
        return amount.getValue() != null;
    }

    /** Shows what the file has and lacks before it is saved and the debt marked. */
    void handOver() {
        Form form = new Form(texts);
        ComboBox<String> to = words(List.of(HandOver.Receiver.AGENCY.word(), HandOver.Receiver.COURT.word()), "claim.receiver.");
        TextField note = new TextField();
        Label has = new Label();
        Label lacks = new Label();
        lacks.setId("dossier-lacks");
        for (Label label : List.of(has, lacks)) {
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
        }
        lacks.getStyleClass().add("tone-watch");
        DossierService.Made[] made = new DossierService.Made[1];
        Runnable prepare = () -> model.prepare(HandOver.Receiver.valueOf(to.getValue().toUpperCase(java.util.Locale.ROOT)), outcome -> {
            made[0] = outcome instanceof Outcome.Ok<DossierService.Made>(DossierService.Made ready) ? ready : null;
            has.setText(made[0] == null ? "" : said(made[0].dossier()));
            lacks.setText(made[0] == null ? texts.of(outcome.problems().getFirst()) : made[0].dossier().missing().isEmpty()
                    ? texts.get("claim.complete") : texts.get("claim.lacks") + "\n\u2013 " + String.join("\n\u2013 ", made[0].dossier().missing().stream().map(lack -> lack.said(texts)).toList()));
        });
        to.valueProperty().addListener((o, was, is) -> prepare.run());
        show("claim.hand_over", Form.column(form.banner(), form.add("to", "claim.receiver", to), has, lacks,
                form.add("note", "claim.note", note)), Action.of("claim.save_dossier", "fth-download", () -> {
                    if (made[0] != null) {
                        model.handOver(made[0], note.getText(), desk.overlay()::close, form::show);
                    }
                }), note);
        prepare.run();
    }

    private String said(Dossier dossier) {
        Dossier.Claim first = dossier.claims().getFirst();
        String expires = first.limitation() == null ? "" : "\n" + texts.get("claim.limitation", desk.formats().date(first.limitation()));
        return texts.get("claim.dossier", dossier.files().size(), desk.formats().money(dossier.total())) + expires;
    }

    private ComboBox<String> words(List<String> words, String prefix) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(words);
        box.setConverter(Choice.named(word -> texts.get(prefix + word)));
        box.setValue(words.getFirst());
        return box;
    }

    private void show(String headingKey, Node content, Action main, Node focus) {
        desk.overlay().show(new Dialog(texts.get(headingKey), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, main.disabledWhile(desk.tasks().busy(main.textKey())))).focusing(focus));
    }
}
