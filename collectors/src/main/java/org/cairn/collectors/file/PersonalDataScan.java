package org.cairn.collectors.file;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds numbers in a text that carry a check digit: payment cards (ISO/IEC 7812-1, Luhn), IBANs (ISO 13616-1, ISO/IEC
/// 7064 MOD 97-10), German tax numbers (§ 139b AO, ISO/IEC 7064 MOD 11,10) and Dutch service numbers (elfproef) where
/// the
/// text names them. A hit is shown masked; a number that fits by chance is a hit too.
final class PersonalDataScan {
    private static final Pattern CARD = Pattern.compile("(?<![\\d.-])(?:\\d[ -]?){12,18}\\d(?![\\d.-])");
    private static final Pattern IBAN =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])");
    private static final Pattern TAX = Pattern.compile(
            "(?i)(?:steuer-?id(?:entifikationsnummer)?|idnr|tax.?id)\\W{0,20}((?:\\d ?){10}\\d)(?!\\d)");
    private static final Pattern SERVICE =
            Pattern.compile("(?i)(?:\\bbsn\\b|burgerservicenummer)\\W{0,20}(\\d{9})(?!\\d)");

    /// @param kind  e.g. `payment card`
    /// @param shown with all but its ends replaced
    record Hit(String kind, String shown) {}

    private PersonalDataScan() {}

    static List<Hit> of(String text) {
        List<Hit> hits = new ArrayList<>();
        Matcher card = CARD.matcher(text);
        while (card.find()) {
            String digits = card.group().replaceAll("[ -]", "");
            if (isCard(digits)) {
                hits.add(new Hit("payment card", masked(digits)));
            }
        }
        Matcher iban = IBAN.matcher(text);
        while (iban.find()) {
            String account = iban.group().replace(" ", "");
            if (isIban(account)) {
                hits.add(new Hit("IBAN", masked(account)));
            }
        }
        Matcher tax = TAX.matcher(text);
        while (tax.find()) {
            String digits = tax.group(1).replace(" ", "");
            if (isTaxNumber(digits)) {
                hits.add(new Hit("German tax number", masked(digits)));
            }
        }
        Matcher service = SERVICE.matcher(text);
        while (service.find()) {
            if (isServiceNumber(service.group(1))) {
                hits.add(new Hit("Dutch service number", masked(service.group(1))));
            }
        }
        return hits;
    }

    /// The first two and the last two characters, as much as a person needs to find the place again.
    private static String masked(String value) {
        return value.substring(0, 2) + "…" + value.substring(value.length() - 2);
    }

    /// Major industry identifiers 3 to 6 are cards of banks and travel; one digit all over is none.
    static boolean isCard(String digits) {
        if (!digits.matches("[3-6]\\d{12,18}") || digits.chars().distinct().count() < 2) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    static boolean isIban(String account) {
        if (account.length() < 15 || account.length() > 34) {
            return false;
        }
        StringBuilder number = new StringBuilder();
        String turned = account.substring(4) + account.substring(0, 4);
        for (char c : turned.toUpperCase(Locale.ROOT).toCharArray()) {
            number.append(Character.digit(c, 36));
        }
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    static boolean isTaxNumber(String digits) {
        if (!digits.matches("[1-9]\\d{10}")) {
            return false;
        }
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digits.charAt(10) - '0';
    }

    static boolean isServiceNumber(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int weight = i == 8 ? -1 : 9 - i;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum > 0 && sum % 11 == 0;
    }
}
