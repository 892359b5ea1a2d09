package org.goodterms.company;

/**
 * Where somebody receives post.
 *
 * @param street  may hold several lines
 * @param country ISO 3166-1 alpha-2, upper case
 */
public record Address(String street, String postcode, String city, String region, String country) {

    public static Address in(String country) {
        return new Address("", "", "", "", country);
    }

    /** Whether a letter could arrive: a street or box, and a city. */
    public boolean isComplete() {
        return !street.isBlank() && !city.isBlank();
    }
}
