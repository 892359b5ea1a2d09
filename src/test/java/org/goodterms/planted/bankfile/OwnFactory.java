package org.goodterms.planted.bankfile;

/** Planted: an XML factory with the defaults of the JDK. */
public final class OwnFactory {
    final Object factory = javax.xml.stream.XMLInputFactory.newInstance();
    final Object other = javax.xml.parsers.DocumentBuilderFactory.newInstance();
}
