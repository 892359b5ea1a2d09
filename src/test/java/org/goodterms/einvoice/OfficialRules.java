package org.goodterms.einvoice;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.xrechnung.XRechnungValidation;
import com.helger.phive.zugferd.ZugferdValidation;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** The rule sets that the authorities publish, run as they are: schema and Schematron. */
final class OfficialRules {
    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES = new ValidationExecutorSetRegistry<>();

    static {
        EN16931Validation.initEN16931(RULES);
        XRechnungValidation.initXRechnung(RULES);
        ZugferdValidation.initZugferd(RULES);
        PeppolValidation.initStandard(RULES);
    }

    private OfficialRules() {
    }

    /** What is wrong, by the core rules and those of the format; empty for a valid invoice. */
    static List<String> check(byte[] xml, Format format, boolean credit) throws Exception {
        List<DVRCoordinate> sets = new ArrayList<>();
        sets.add(!format.ubl() ? EN16931Validation.VID_CII_1316 : credit ? EN16931Validation.VID_UBL_CREDIT_NOTE_1316
                : EN16931Validation.VID_UBL_INVOICE_1316);
        switch (format) {
            case XRECHNUNG_UBL -> sets.add(credit ? XRechnungValidation.VID_XRECHNUNG_UBL_CREDITNOTE_302
                    : XRechnungValidation.VID_XRECHNUNG_UBL_INVOICE_302);
            case XRECHNUNG_CII -> sets.add(XRechnungValidation.VID_XRECHNUNG_CII_302);
            case PEPPOL -> sets.add(credit ? PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3
                    : PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3);
            case FACTURX_XRECHNUNG -> sets.add(XRechnungValidation.VID_XRECHNUNG_CII_302);
            case FACTURX -> sets.add(ZugferdValidation.VID_ZUGFERD_2_4_EN16931);
            case FACTURX_BASIC -> sets.set(0, ZugferdValidation.VID_ZUGFERD_2_4_BASIC);
            case FACTURX_EXTENDED -> sets.set(0, ZugferdValidation.VID_ZUGFERD_2_4_EXTENDED);
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        List<String> errors = new ArrayList<>();
        for (DVRCoordinate set : sets) {
            var result = ValidationExecutionManager.executeValidation(IValidityDeterminator.createDefault(),
                    RULES.getOfID(set), ValidationSourceXML.create("invoice", document), Locale.ENGLISH);
            result.getAllErrors().forEach(e -> errors.add(set.getAsSingleID() + " " + e.getErrorID() + " "
                    + e.getErrorText(Locale.ENGLISH)));
        }
        return errors;
    }
}
