package org.goodterms.ui.settings;

import java.util.List;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.util.Duration;
import org.goodterms.invoice.PaperService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.PdfPreview;

/** An invoice that nobody owes, printed anew whenever something about its look is changed. */
final class DesignProof {
    private static final Duration REST = Duration.millis(250);
    private static final double HEIGHT = 760;
    private final Desk desk;
    private final CompanyViewModel model;
    private final PaperService papers;
    private final Pages.Reading reading;
    private final PdfPreview preview;
    private final PauseTransition rest = new PauseTransition(REST);

    DesignProof(Desk desk, CompanyViewModel model, PaperService papers, Pages.Reading reading) {
        this.desk = desk;
        this.model = model;
        this.papers = papers;
        this.reading = reading;
        this.preview = new PdfPreview(desk);
        preview.setPrefHeight(HEIGHT);
        preview.setMinWidth(320);
        rest.setOnFinished(e -> load());
        List<Observable> looked = Stream.concat(Stream.of("accent", "footer", "intro", "closing").map(model::field),
                Stream.of(model.layout, model.hidden)).map(Observable.class::cast).toList();
        looked.forEach(one -> one.addListener(changed -> rest.playFromStart()));
    }

    Node node() {
        return preview;
    }

    /** Prints it as things stand. */
    void load() {
        model.look().ifPresent(look -> desk.tasks().load(preview, progress -> reading.read(papers.proof(look)), preview::show));
    }
}
