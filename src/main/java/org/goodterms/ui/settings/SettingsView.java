package org.goodterms.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.App;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.ScreenLanguage;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;

/** Everything that can be set, one subject at a time. */
public final class SettingsView implements Screen {
    private static final double WIDEST = 760;

    /** What the settings are about. */
    public enum Subject {
        FIRM, DOCUMENTS, NUMBERS, TAXES, LATE, PAY_TO, MAIL, WINDOW, BACKUPS, BOOK
    }

    private final Texts texts;
    private final CompanyViewModel company;
    private final CompanyPane companyPane;
    private final NumbersPane numbers;
    private final TaxPane taxes;
    private final LatePane late;
    private final PayToPane payTo;
    private final MailViewModel mailModel;
    private final MailPane mail;
    private final LogoRow logo;
    private final BackupsPane backups;
    private final DesignProof proof;
    private final Look look;
    private final Action save;
    private final FilterChips<Subject> subjects;
    private final VBox content = new VBox(20);
    private final Page page;

    /**
     * What the window itself lets be set.
     *
     * @param choice   SYSTEM, LIGHT or DARK
     * @param language a language of the screens; empty for the system's
     * @param location where the open book lies
     * @param restore  makes a new book of a backup, beside the open one
     * @param reading  makes pictures of a PDF's pages
     */
    public record Look(StringProperty choice, StringProperty language, String location, BackupsPane.Restoring restore, Pages.Reading reading) {
    }

    public SettingsView(Desk desk, App app, Look look) {
        this.texts = desk.texts();
        this.company = new CompanyViewModel(desk, app.company());
        this.companyPane = new CompanyPane(desk, company);
        this.numbers = new NumbersPane(desk, app.numbers());
        this.taxes = new TaxPane(desk, app.company());
        this.late = new LatePane(desk, app.payments(), app.claims().interest());
        this.payTo = new PayToPane(desk, app.company());
        this.mailModel = new MailViewModel(desk, app.mail());
        this.mail = new MailPane(desk, mailModel);
        this.logo = new LogoRow(desk, app.logo());
        this.backups = new BackupsPane(desk, app.backups(), look.restore());
        this.look = look;
        this.proof = new DesignProof(desk, company, app.papers(), look.reading());
        this.save = Action.of("settings.save", "fth-check", this::save).on(Shortcut.COMMIT)
                .disabledWhile(desk.tasks().busy("settings.save"));
        subjects = new FilterChips<>(List.of(Subject.values()),
                subject -> texts.get("settings.subject." + subject.name().toLowerCase(Locale.ROOT)));
        content.setMaxWidth(WIDEST);
        page = new Page(texts.get(titleKey())).scrolling(subjects, content);
        Node firm = companyPane.firm();
        Node documents = companyPane.documents(logo.node(), proof);
        Node mailNode = mail.node();
        subjects.chosen().addListener((o, was, is) -> show(is, firm, documents, mailNode));
        show(Subject.FIRM, firm, documents, mailNode);
    }

    private void show(Subject subject, Node firm, Node documents, Node mailNode) {
        content.getChildren().setAll(switch (subject) {
            case FIRM -> firm;
            case DOCUMENTS -> documents;
            case NUMBERS -> numbers.node();
            case TAXES -> taxes.node();
            case LATE -> late.node();
            case PAY_TO -> payTo.node();
            case MAIL -> mailNode;
            case WINDOW -> window();
            case BACKUPS -> backups.node();
            case BOOK -> book();
        });
        content.setMaxWidth(subject == Subject.DOCUMENTS ? Double.MAX_VALUE : WIDEST);
        if (subject == Subject.DOCUMENTS) {
            proof.load();
        }
        boolean saved = subject == Subject.FIRM || subject == Subject.DOCUMENTS;
        page.actions(saved ? new Node[] {Buttons.primary(texts, save)} : new Node[0]);
    }

    private void save() {
        if (companyPane.form().readable()) {
            company.save();
        }
    }

    private Node window() {
        FilterChips<String> choice = new FilterChips<>(List.of("SYSTEM", "LIGHT", "DARK"),
                word -> texts.get("settings.look." + word.toLowerCase(Locale.ROOT)));
        choice.chosen().set(look.choice().get());
        choice.chosen().addListener((o, was, is) -> look.choice().set(is));
        FilterChips<String> language = new FilterChips<>(Stream.concat(Stream.of(""), ScreenLanguage.KNOWN.stream()).toList(),
                word -> word.isEmpty() ? texts.get("settings.look.system") : ScreenLanguage.name(word));
        language.chosen().set(look.language().get());
        language.chosen().addListener((o, was, is) -> look.language().set(is));
        return new VBox(20, new SectionCard(texts.get("settings.window"), choice),
                new SectionCard(texts.get("settings.language_of_screens"), language,
                        line(texts.get("settings.language_of_screens.more"), "muted")));
    }

    private Node book() {
        return new SectionCard(texts.get("settings.book"), line(look.location(), "strong"),
                line(texts.get("settings.book.more"), "muted"));
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Chooses what is shown. */
    public void about(Subject subject) {
        subjects.chosen().set(subject);
    }

    @Override
    public String titleKey() {
        return "screen.settings";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        company.start();
        numbers.load();
        taxes.load();
        late.load();
        payTo.load();
        mailModel.load();
        logo.load();
        backups.load();
    }

    @Override
    public void onHide() {
        company.stop();
    }

    @Override
    public List<Action> actions() {
        return List.of(save);
    }
}
