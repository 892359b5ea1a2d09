package org.goodterms.company;

import java.util.Optional;
import org.goodterms.archive.Archive;
import org.goodterms.kernel.Outcome;
import org.goodterms.pdf.Logo;

/** The picture at the head of the firm's documents. Documents issued earlier keep the one they were issued with. */
public final class LogoService {
    private final CompanyService companies;
    private final Archive archive;

    public LogoService(CompanyService companies, Archive archive) {
        this.companies = companies;
        this.archive = archive;
    }

    /** Whether a file can be a logo; refused at the field {@code logo} where it is no picture, or too large. */
    public static Outcome<byte[]> judge(byte[] picture) {
        return Logo.accept(picture).map(accepted -> picture);
    }

    /** Takes a picture as the logo from now on; refused as by {@link #judge}. */
    public Outcome<Company> set(byte[] picture) {
        return judge(picture).then(archive::put).then(hash -> {
            Company company = companies.company();
            return companies.change(company.withLook(company.look().withLogo(hash)));
        });
    }

    /** Documents bear the firm's name alone from now on. */
    public Outcome<Company> remove() {
        Company company = companies.company();
        return companies.change(company.withLook(company.look().withLogo(null)));
    }

    /** The picture as it was given; empty where there is none, or where the archive has lost it. */
    public Optional<byte[]> picture() {
        String hash = companies.company().look().logoHash();
        return hash != null && archive.get(hash) instanceof Outcome.Ok<byte[]>(byte[] picture)
                ? Optional.of(picture) : Optional.empty();
    }
}
