package org.goodterms.recurring;

import org.goodterms.calendar.Holidays;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Tx;
import org.goodterms.kernel.BusinessDays;

/** The days on which the firm works: by its country and region. */
final class WorkdayService {
    private final CompanyService companies;

    WorkdayService(CompanyService companies) {
        this.companies = companies;
    }

    BusinessDays days(Tx tx) {
        Company company = companies.company(tx);
        return Holidays.of(company.country(), company.firm().address().region());
    }
}
